"""The cache never changes an answer: each kind of input is changed, and a run without it compared."""

import marshal
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "hugo.toml": 'baseURL = "https://example.org/"\ndefaultContentLanguage = "pt"\n',
    "content/_index.md": "---\ntitle: Início\n---\n",
    "content/a/index.md": (
        '---\ntitle: A\n---\n\n![Um gráfico](g.png)\n\nVeja [b]({{< relref "b#fim" >}}) e o zarpolito.\n'
    ),
    "content/a/g.png": "png",
    "content/b.md": "---\ntitle: B\n---\n\n## Fim\n\nO kubelete é um agente do zarpolito.\n",
    "content/c.md": "---\ntitle: C\n---\n\n{{< aviso >}}\n\nUm texto com TODO dentro do zarpolito.\n",
    "content/e.md": "---\ntitle: E\n---\n\nUm zarpolitto só.\n",
    "layouts/_shortcodes/aviso.html": "<p>!</p>",
    "rules/data/words.pt.txt": "kubelete\n",
    "notelint.toml": 'ignore = ["image-alt"]\n',
}
NOTE = "---\ntitle: {0}\n---\n\nTexto com um erro: {1}.\n"


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        write(root, path, text.replace(old, new))

    return change


def add(path: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, path, text)


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def rename(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: (root / old).rename(root / new) and None


def same_size_and_old_time(root: Path) -> None:
    file = root / "content/b.md"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("agente", "agnete"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


CHANGES = {
    "a note": edit("content/b.md", "agente", "agnete"),
    "a heading that others link to": edit("content/b.md", "## Fim", "## Começo"),
    "an image removed": remove("content/a/g.png"),
    "an image in other letters": rename("content/a/g.png", "content/a/G.png"),
    "a page renamed": rename("content/b.md", "content/bb.md"),
    "a page that becomes a draft": edit("content/b.md", "title: B", "title: B\ndraft: true"),
    "a new page": add("content/d.md", NOTE.format("D", "intruções")),
    "a new ambiguous page": add("content/x/b.md", NOTE.format("D", "nenhum")),
    "a cascade": edit("content/_index.md", "Início", "Início\ncascade: {draft: true}"),
    "the configuration of the site": edit("hugo.toml", "pt", "en"),
    "a new configuration of the site": add("config/_default/params.toml", "a = 1\n"),
    "our configuration": edit("notelint.toml", "image-alt", "ref-missing"),
    "our configuration removed": remove("notelint.toml"),
    "a word list": edit("rules/data/words.pt.txt", "kubelete", "outra"),
    "a rare word that the other notes have": edit("content/c.md", "zarpolito", "barco"),
    "a new rule": add(
        "rules/sem-todo.yaml",
        "id: sem-todo\ntitle: TODO\ncheck: existence\nlevel: warning\nmessage: '“{text}”'\n"
        "why: notas prontas\noptions: {words: [TODO]}\nbad: [{text: TODO}]\ngood: [{text: feito}]\n",
    ),
    "a shortcode removed": remove("layouts/_shortcodes/aviso.html"),
    "a shortcode that now takes text": edit("layouts/_shortcodes/aviso.html", "!", "{{ .Inner }}"),
    "a render hook": add("layouts/_markup/render-heading.html", "<h2>{{ .Text }}</h2>"),
    "a baseline": add(".notelint/baseline.json", '{"version": 1, "findings": []}'),
    "a file with its old time put back": same_size_and_old_time,
}


def check(root: Path, *options: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "notelint", "check", "content", "--format", "json", *options]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        write(tmp_path, path, text)
    return tmp_path


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(site: Path, change: Callable[[Path], None]) -> None:
    before = check(site)
    assert check(site) == before
    change(site)
    expected = check(site, "--no-cache")
    assert check(site) == expected
    assert check(site) == expected, "what was remembered of the change is wrong"


def test_what_other_notes_say_counts_for_one_note(site: Path) -> None:
    def one(*options: str) -> str:
        command = [sys.executable, "-m", "notelint", "check", "content/e.md", *options]
        return subprocess.run(command, cwd=site, capture_output=True, text=True).stdout

    fresh = one()
    assert "zarpolitto" in fresh
    assert one() == fresh == one("--no-cache")
    edit("content/c.md", "zarpolito", "barco")(site)
    assert "zarpolitto" not in one()


def test_a_dictionary_and_a_theme_that_change_are_seen(tmp_path: Path) -> None:
    for path, text in FILES.items():
        write(tmp_path, path, text)
    write(tmp_path, "hugo.toml", FILES["hugo.toml"] + 'theme = "simples"\n')
    hook = "themes/simples/layouts/_markup/render-link.html"
    write(tmp_path, hook, '<a href="{{ .Destination }}">{{ .Text }}</a>')
    write(tmp_path, "content/c.md", NOTE.format("C", "[b](b.md) e palavro"))
    write(tmp_path, "notelint.toml", '[rules.spelling.dictionaries]\npt = "dic/pt.dic"\n')
    write(tmp_path, "dic/pt.aff", "SET UTF-8\n")
    write(tmp_path, "dic/pt.dic", "2\npalavra\nagente\n")
    seen = [check(tmp_path)]
    for change in (
        add("dic/pt.dic", "3\npalavra\npalavro\nagente\n"),
        add(hook, '<a href="{{ .Page.GetPage .Destination }}">{{ .Text }}</a>'),
        remove(hook),
        add("themes/simples/layouts/_shortcodes/outro.html", "{{ .Inner }}"),
    ):
        change(tmp_path)
        expected = check(tmp_path, "--no-cache")
        assert check(tmp_path) == expected
        assert check(tmp_path) == expected
        seen.append(expected)
    assert seen[0] != seen[1], "the dictionary must make a difference"


def test_another_version_takes_nothing_over(site: Path) -> None:
    """The key of all that is kept."""
    answer = check(site)
    code = (
        "import sys, notelint; notelint.__version__ = '99'; sys.argv = ['notelint', *sys.argv[1:]]\n"
        "import notelint.cache.learnt as learnt\n"
        "read = learnt.LearntNotes.unread\n"
        "def unread(self, *given):\n"
        "    found = read(self, *given)\n"
        "    assert found is None, found\n"
        "    return found\n"
        "learnt.LearntNotes.unread = unread\n"
        "from notelint.__main__ import main; sys.exit(main())"
    )
    call = [sys.executable, "-c", code, "check", "content", "--format", "json"]
    done = subprocess.run(call, cwd=site, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == answer


EDITION_CHANGES = {
    "a sentence of the source": edit("content/b.md", "um agente", "o agente"),
    "a block of the edition removed": edit("content/b.en.md", "\n## ", "\n"),
    "a page of the edition removed": remove("content/b.en.md"),
    "what the memory says of a page": edit(".notelint/memory/en/content/b.md.jsonl", "agente", "x"),
    "a note that others are compared with": edit("content/_index.md", "Início", "Começo"),
}


@pytest.fixture
def edition(site: Path) -> Path:
    """The site with an English edition, made after the cache had seen it without one."""
    write(site, "hugo.toml", FILES["hugo.toml"] + "[languages.pt]\n[languages.en]\n")
    check(site)
    command = [sys.executable, "-m", "notelint", "translate", "--to", "en", "--engine", "pseudo"]
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    return site


@pytest.mark.parametrize("change", EDITION_CHANGES.values(), ids=EDITION_CHANGES)
def test_every_change_of_an_edition_is_seen(edition: Path, change: Callable[[Path], None]) -> None:
    before = check(edition, "--no-cache")
    assert check(edition) == before
    change(edition)
    expected = check(edition, "--no-cache")
    assert expected != before
    assert check(edition) == expected
    assert check(edition) == expected, "what was remembered of the change is wrong"


def test_nothing_heavy_is_imported_when_nothing_changed(site: Path) -> None:
    check(site)
    code = (
        "import sys; sys.argv = ['notelint', 'check', 'content', '--format', 'json']\n"
        "from notelint.__main__ import main\n"
        "main(); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=site, capture_output=True, text=True)
    assert done.stdout == check(site)[1]
    ours = {name for name in done.stderr.split() if name.startswith("notelint")}
    assert ours == {
        "notelint",
        "notelint.__main__",
        "notelint.cache",
        "notelint.cache.runs",
        "notelint.cache.snapshot",
        "notelint.cache.writing",
    }
    heavy = {"mistune", "yaml", "argparse", "pathlib", "dataclasses", "typing", "json", "re"}
    started_with = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True
    )
    assert not heavy & set(done.stderr.split()) - set(started_with.stdout.split())


@pytest.mark.parametrize(
    "garbage", [b"", b"garbage", b"\xe9" * 100], ids=["empty", "text", "bytes"]
)
def test_a_broken_cache_is_made_again_without_a_word(site: Path, garbage: bytes) -> None:
    expected = check(site)
    cache = site / ".notelint" / "cache"
    for file in [cache / "notes", *(cache / "runs").iterdir()]:
        whole = file.read_bytes()
        file.write_bytes(garbage or whole[: len(whole) // 2])
    assert check(site) == expected
    edit("content/b.md", "agente", "agente ")(site)
    assert check(site) == check(site, "--no-cache")


def test_two_runs_at_once_do_not_disturb_each_other(site: Path) -> None:
    for number in range(30):
        write(site, f"content/n{number}.md", NOTE.format(number, "intruções"))
    expected = check(site, "--no-cache")
    answers: list[tuple[int, str, str]] = []
    runs = [threading.Thread(target=lambda: answers.append(check(site))) for _ in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert answers == [expected] * 4
    assert check(site) == expected


def test_the_cache_is_bounded_and_ignored_by_git(site: Path) -> None:
    for number in range(12):
        check(site, "--select", "spelling", f"--jobs={number + 1}")
    cache = site / ".notelint" / "cache"
    assert len(list((cache / "runs").iterdir())) <= 8
    assert (cache / ".gitignore").read_text() == "*\n"
    shutil.rmtree(cache)
    assert check(site) == check(site, "--no-cache")


def test_no_cache_writes_nothing(site: Path) -> None:
    check(site, "--no-cache")
    assert not (site / ".notelint").exists()


def test_a_page_appears_when_its_day_comes(site: Path) -> None:
    from notelint.cache import runs

    write(
        site,
        "content/b.md",
        FILES["content/b.md"].replace("title: B", "title: B\ndate: 2999-01-01"),
    )
    before = check(site)
    assert "link-draft" in before[1]
    import marshal

    (remembered,) = (site / runs.FOLDER / "runs").iterdir()
    until = marshal.loads(remembered.read_bytes())[2]
    assert until == 32472144000.0, "the answer holds until 2999-01-01, UTC"


def test_a_check_leaves_nothing_for_the_collector_of_cycles(site: Path) -> None:
    """It is switched off, so that a cycle in each note would fill the memory."""
    code = (
        "import gc, sys; sys.argv = ['notelint', 'check', '--no-cache', 'content']\n"
        "from notelint.learn import read_note\n"
        "from notelint.site.facts import facts_of\n"
        "from notelint.site.workspace import Workspace\n"
        "from pathlib import Path\n"
        "workspace = Workspace.find(Path().resolve())\n"
        "def look():\n"
        "    for path in sorted(Path('content').rglob('*.md')):\n"
        "        note = read_note(path.as_posix(), path.read_bytes(), workspace)\n"
        "        facts_of(note, workspace), note.prose_by_language\n"
        "look(); gc.collect(); gc.disable(); look(); sys.stdout.write(str(gc.collect()))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=site, capture_output=True, text=True)
    assert (done.stderr, done.stdout) == ("", "0")


def test_kept_expressions_are_those_that_re_compiles(tmp_path: Path) -> None:
    """Also when what is kept is damaged."""
    code = (
        "import re, sys\n"
        "from notelint.cache import expressions\n"
        "expressions._FILE = sys.argv[1]\n"
        "kept = expressions.keep_expressions()\n"
        "one = re.compile(r'(?P<year>\\d{4})-(\\w+)|[á-ú]+?x', re.I)\n"
        "found = one.search('em 2024-Ção'), one.search('ÉÁX')\n"
        "print([m.span() for m in found], found[0].groupdict(), one.groups, one.flags, one.pattern)\n"
        "kept.save()"
    )
    file = tmp_path / "expressions.data"

    def run() -> str:
        call = [sys.executable, "-c", code, str(file)]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(call, capture_output=True, text=True, env=environment)
        assert done.stderr == ""
        return done.stdout

    expected = "[(3, 11), (0, 3)] {'year': '2024'} 2 34 (?P<year>\\d{4})-(\\w+)|[á-ú]+?x\n"
    assert run() == expected
    content = file.read_bytes()
    assert run() == expected
    for damage in (b"", content[: len(content) // 2], bytes(len(content))):
        file.write_bytes(damage)
        assert run() == expected
    made_by, kept = marshal.loads(content)
    broken = {key: (flags, code[4:], *rest) for key, (flags, code, *rest) in kept.items()}
    file.write_bytes(marshal.dumps((made_by, broken)))
    assert run() == expected

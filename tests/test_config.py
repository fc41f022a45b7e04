"""The configuration file: what it may say, and how a fault in it is reported."""

from pathlib import Path

import pytest

from notelint.config import Config, load_config
from notelint.config_file import line_of
from notelint.core import NotelintError
from notelint.rule_files import load_rules
from notelint.selection import Selection, validate

GOOD = """\
select = ["spelling", "heading-increment"]
extend-select = ["product-name"]
ignore = ["suppression-unused"]
fail-level = "error"
language = "pt"
theme-dirs = ["themes/a"]
unknown-hooks = "strict"

[rules.heading-increment]
level = "info"
first = 3

[[per-path]]
paths = ["content/rascunhos/**"]
ignore = ["spelling"]

[[per-path]]
paths = ["./content/livro/"]
extend-select = ["placeholder-text"]
rules.heading-increment.level = "error"

[translation]
engines = ["offline", "google"]
anchors = "pin"

[engines.libre]
url = "http://localhost:5000"

[languagetool]
timeout = 20
"""


def written(folder: Path, text: str, name: str = "notelint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    config = load_config(tmp_path)
    assert config.select == ("spelling", "heading-increment")
    assert config.fail_level == "error"
    assert config.theme_dirs == ("themes/a",)
    assert config.unknown_hooks == "strict"
    assert config.rules["heading-increment"] == {"level": "info", "first": 3}
    assert config.per_path[1].rules["heading-increment"] == {"level": "error"}
    assert config.translation.engines == ("offline", "google")
    assert config.translation.anchors == "pin"
    assert config.engines["libre"]["url"] == "http://localhost:5000"
    assert config.languagetool.timeout == 20.0
    assert config.folder == tmp_path


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert load_config(tmp_path) == Config()


def test_pyproject_counts_when_it_speaks_of_notelint(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    written(tmp_path, '[tool.other]\nx = 1\n[tool.notelint]\nignore = ["a"]\n', "pyproject.toml")
    (tmp_path / "site").mkdir()
    assert load_config(tmp_path / "site").ignore == ("a",)


def test_notelint_toml_is_nearer_than_pyproject_of_the_same_folder(tmp_path: Path) -> None:
    written(tmp_path, '[tool.notelint]\nignore = ["a"]\n', "pyproject.toml")
    written(tmp_path, 'ignore = ["b"]\n')
    assert load_config(tmp_path).ignore == ("b",)


REFUSED = [
    ('\nselekt = ["a"]', 2, "unknown key “selekt”: did you mean “select”?"),
    ("select = 3", 1, "“select” is a list, not 3"),
    ("select = [3]", 1, "“select” is text, not 3"),
    ('fail-level = "warn"', 1, "error, warning, info, not 'warn': did you mean “warning”?"),
    ("[translation]\n\nanchor = 1", 3, "unknown key “anchor”: did you mean “anchors”?"),
    ("[languagetool]\nenabled = 1", 2, "“enabled” is true or false, not 1"),
    ("[languagetool]\ntimeout = true", 2, "“timeout” is a number, not True"),
    ("languagetool = 1", 1, "“languagetool” is a table"),
    ("[rules]\nspelling = 1", 2, "“spelling” is a table: write [rules.spelling] with its keys"),
    ("rules = 1", 1, "“rules” is a table: write [rules] with its keys below"),
    ("[per-path]\npaths = []", 1, "“per-path” is a table: write [[per-path]] with its keys"),
    ("per-path = [1]", 1, "“per-path” is a table: write [[per-path]] with its keys"),
    ("[[per-path]]\npaths = []\nrules.spelling = 1", 3, "write [per-path.rules.spelling]"),
    ("x = 1", 1, "unknown key “x”; there are select, extend-select, ignore, fail-level"),
    ("[languagetool]\ntimeout = 0", 2, "“timeout” is more than 0, not 0"),
    ('[languagetool]\nurl = "nada"', 2, "“url” is like http://localhost:8081, not 'nada'"),
    ('[languagetool]\nurl = "file:///x"', 2, "“url” is like http://localhost:8081"),
    ("[engines.libr]\nurl = 'x'", 1, "there is no engine “libr”: did you mean “libre”?"),
    ('[translation]\nengines = ["offlin"]', 2, "no engine “offlin”: did you mean “offline”?"),
    ("[[per-path]]\npaths = []\n[[per-path]]\npath = []", 4, "unknown key “path”"),
    ("[[per-path]]\nignore = []", 1, "“per-path” needs “paths”"),
    ("[tool\n", 1, "not valid TOML"),
]
"""What no configuration may say: text, line of the fault, message."""


@pytest.mark.parametrize(("text", "line", "message"), REFUSED)
def test_a_fault_is_one_line_with_its_place(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(NotelintError) as caught:
        load_config(tmp_path)
    said = str(caught.value)
    assert message in said
    assert "\n" not in said
    if "TOML" not in message:
        assert said.startswith(f"{path}:{line}: ")


RULES_REFUSED = [
    ('ignore = ["speling"]', 1, "no rule is called “speling”: did you mean “spelling”?"),
    ("[rules.speling]", 1, "no rule is called “speling”"),
    ('\n[rules.heading-increment]\nlevel = "bad"', 3, "“level” is one of error, warning, info"),
    ("[rules.heading-increment]\nfrist = 1", 2, "no option “frist”: did you mean “first”?"),
    ('[rules.heading-increment]\nfirst = "2"', 2, "“first” is something like 2, not '2'"),
    ('[[per-path]]\npaths = ["a"]\nselect = ["x-y"]', 3, "no rule is called “x-y”"),
    ("[rules.spelling]\nlevel = 'warn'", 2, "not 'warn': did you mean “warning”?"),
    ("[rules.heading-increment]\nfirst = 2.5", 2, "“first” is something like 2, not 2.5"),
    ("[rules.heading-increment]\nfirst = -1", 2, "“first” is something like 2, not -1"),
    ("[rules.spelling]\nenabled = 'no'", 2, "“enabled” is true or false, not 'no'"),
    ("[rules.placeholder-text]\nwords = [3]", 2, "“words” is a list of texts, not [3]"),
    ("[rules.placeholder-text]\nlanguages = 'pt'", 2, "“languages” is a list of texts"),
    ("[rules.product-name]\nswap = {a = 3}", 2, "“swap” is a table of names and texts"),
    ("[rules.grammar]\nconfidence = 'hi'", 2, "“confidence” is one of high, medium, low"),
]
"""What cannot be said of rules: text, line of the fault, message."""


@pytest.mark.parametrize(("text", "line", "message"), RULES_REFUSED)
def test_rules_that_the_configuration_names_must_exist(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = written(tmp_path, text)
    selection = Selection(load_rules(), load_config(tmp_path))
    with pytest.raises(NotelintError) as caught:
        validate(selection)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


def asked(selection: Selection, path: Path) -> dict[str, str]:
    return {rule.id: rule.level for rule in selection.rules_for(path)}


def test_what_is_asked_of_a_note(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    selection = Selection(load_rules(), load_config(tmp_path))
    validate(selection)
    note = asked(selection, tmp_path / "content" / "a.md")
    assert note == {"heading-increment": "info", "product-name": "info", "spelling": "warning"}
    draft = asked(selection, tmp_path / "content" / "rascunhos" / "x" / "a.md")
    assert "spelling" not in draft
    book = asked(selection, tmp_path / "content" / "livro" / "a.md")
    assert book["heading-increment"] == "error"
    assert "placeholder-text" in book


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["spelling"]')
    config = load_config(tmp_path)
    only = Selection(load_rules(), config, select=("spelling",))
    assert list(asked(only, tmp_path / "a.md")) == ["spelling"]
    less = Selection(load_rules(), config, ignore=("heading-increment",))
    assert "heading-increment" not in asked(less, tmp_path / "a.md")


def test_a_rule_that_is_off_can_be_enabled_in_its_table(tmp_path: Path) -> None:
    written(tmp_path, "[rules.product-name]\nenabled = true")
    selection = Selection(load_rules(), load_config(tmp_path))
    assert "product-name" in asked(selection, tmp_path / "a.md")


def test_an_option_may_be_called_as_what_every_rule_has(tmp_path: Path) -> None:
    written(tmp_path, '[rules.grammar]\nconfidence = "low"\n[rules.spelling]\nconfidence = "low"\n')
    selection = Selection(load_rules(), load_config(tmp_path), select=("grammar", "spelling"))
    validate(selection)
    grammar, spelling = selection.rules_for(tmp_path / "a.md")
    assert (grammar.options["confidence"], grammar.confidence) == ("low", "medium")
    assert spelling.confidence == "low"


@pytest.mark.parametrize(
    "text",
    [
        'tool.notelint.ignore = ["a"]\n',
        '[tool]\nnotelint = {ignore = ["a"]}\n',
        '[tool."notelint"]\nignore = ["a"]\n',
        '[ tool . notelint ]\nignore = ["a"]\n',
    ],
)
def test_pyproject_may_write_its_tables_as_it_likes(tmp_path: Path, text: str) -> None:
    written(tmp_path, text, "pyproject.toml")
    assert load_config(tmp_path).ignore == ("a",)


@pytest.mark.parametrize(
    "text",
    [
        '[project]\ndependencies = ["notelint"]\n',
        "tool = 3 # notelint\n",
        "[tool.notelint-x]\na=1\n",
    ],
)
def test_a_pyproject_that_only_names_notelint_is_passed_over(tmp_path: Path, text: str) -> None:
    written(tmp_path, 'ignore = ["a"]\n')
    site = tmp_path / "site"
    site.mkdir()
    written(site, text, "pyproject.toml")
    assert load_config(site).ignore == ("a",)


def test_our_table_of_a_pyproject_is_named_whole(tmp_path: Path) -> None:
    path = written(tmp_path, "[tool]\nnotelint = 3\n", "pyproject.toml")
    with pytest.raises(NotelintError) as caught:
        load_config(tmp_path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert "write [tool.notelint] with its keys below" in str(caught.value)


def test_the_line_of_a_key_in_a_repeated_table() -> None:
    text = '[[a]]\nx = 1\n[[a]]\n"y.z" = 2\nx = 3\n'
    assert line_of(text, ("a", 1, "x")) == 5
    assert line_of(text, ("a", 1, "y.z")) == 4
    assert line_of(text, ("a", 0, "x")) == 2


@pytest.mark.parametrize("wanted", [True, False])
def test_a_table_with_a_switch_may_be_the_switch(tmp_path: Path, wanted: bool) -> None:
    file = tmp_path / "notelint.toml"
    file.write_text(f"languagetool = {str(wanted).lower()}\n")
    assert load_config(tmp_path).languagetool.enabled is wanted

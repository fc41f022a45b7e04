"""Whatever an engine returns, the page renders with the structure of its source: judged by the real Hugo."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notelint.translation.verify import differences, records
from tests.translation.engines import ENGINES, Saying, note_of, translated
from tests.translation.skeleton import skeletons, without_order

NOTES = {
    path.stem: path.read_bytes().decode()
    for path in sorted((Path(__file__).parent / "fixtures" / "notes").glob("*.md"))
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return skeletons(tmp_path_factory.mktemp("sources"), NOTES)


@pytest.mark.parametrize("name", NOTES)
def test_identity_gives_the_same_bytes(name: str) -> None:
    text, outcomes = translated(NOTES[name], "identity")
    assert text == NOTES[name]
    assert all(outcome.way != "kept" for outcome in outcomes)


@pytest.mark.parametrize("engine", ["pseudo", *ENGINES])
def test_hugo_sees_the_same_structure(
    engine: str, sources: dict[str, list[str]], tmp_path: Path
) -> None:
    results = {}
    for name, source in NOTES.items():
        answering = "pseudo" if engine == "pseudo" else Saying(ENGINES[engine])
        results[name], outcomes = translated(source, answering)
        if engine in ("pseudo", "hostile", "louder"):
            assert [o for o in outcomes if o.way == "kept"] == []
    assert skeletons(tmp_path, results) == sources


def test_the_offline_engine_moves_words_and_loses_nothing(
    sources: dict[str, list[str]], tmp_path: Path
) -> None:
    results = {name: translated(source, "offline")[0] for name, source in NOTES.items()}
    found = skeletons(tmp_path, results)
    for name, events in found.items():
        assert without_order(events) == without_order(sources[name]), name
        assert results[name] != NOTES[name]


ANSWERS = st.text(
    st.sampled_from("aé ,.\n*_[]()`<>#|{}%&$\\:~^!\"'-+=1/@;\u2028\t")
    | st.characters(codec="utf-8"),
    max_size=60,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANSWERS, min_size=1, max_size=5), st.sampled_from(sorted(NOTES)), st.booleans())
def test_any_answer_at_all(answers: list[str], name: str, around: bool) -> None:
    def answer(text: str) -> str:
        chosen = answers[len(text) % len(answers)]
        return f"{chosen}{text}{chosen[::-1]}" if around else chosen

    text, _ = translated(NOTES[name], Saying(answer))
    found, _ = differences(records(note_of(NOTES[name])), records(note_of(text)), reordered=False)
    assert found == []


def test_random_answers_before_hugo(sources: dict[str, list[str]], tmp_path: Path) -> None:
    """The same with many answers, each note several times over, in one build."""
    import random

    chance = random.Random(7)
    signs = [
        *"aé ,.*_[]()`<>#|{}%&$\\:~^!\"'-+=1/@;",
        "{{<",
        "[^1]",
        "://",
        "www.",
        "\n",
        "<!--",
        "&#42;",
    ]
    results = {}
    for turn in range(12):
        pieces = ["".join(chance.choices(signs, k=chance.randrange(1, 9))) for _ in range(40)]

        def answer(text: str, pieces: list[str] = pieces) -> str:
            words = text.split(" ")
            place = len(text) % (len(words) + 1)
            return " ".join([*words[:place], pieces[len(text) % 40], *words[place:]])

        for name, source in NOTES.items():
            results[f"{name}-{turn}"] = translated(source, Saying(answer))[0]
    for name, events in skeletons(tmp_path, results).items():
        assert events == sources[name.rpartition("-")[0]], name

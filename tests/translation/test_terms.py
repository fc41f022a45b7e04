"""Terms that an engine misses are held back, asked around, and put in after."""

from collections.abc import Sequence

from notelint.translation.asking import Asker
from notelint.translation.drafts import Translator
from notelint.translation.engine import Context, Pair
from notelint.translation.fields import passages_alone
from notelint.translation.glossary import Glossary, Term
from notelint.translation.page import Page
from notelint.translation.segments import segments_of
from notelint.translation.terms import hold, put_back
from tests.translation.engines import Saying, note_of

PT_EN = Pair("pt", "en")
BIAS = Term((("viés",), ("vieses",)), (("bias",), ("biases",)))
GLOSSARY = Glossary(PT_EN, [BIAS], ["Casa Nova"])


def answer(text: str) -> str:
    """An engine that renders the term wrongly, translates names, and keeps tokens."""
    words = {
        "O": "The",
        "viés": "slope",
        "é": "is",
        "real": "real",
        "na": "at",
        "Casa": "House",
        "Nova": "New",
    }
    return " ".join(words.get(word.strip("."), word.strip(".")) for word in text.split()) + "."


def test_terms_and_names_are_asked_around() -> None:
    engine = Saying(answer)
    note = note_of("O **viés** é real na Casa Nova.\n")
    asker = Asker(PT_EN, {"mine": engine})
    page = Page(note, passages_alone(note), Translator(asker, GLOSSARY))
    assert page.settle() == "The **bias** is real at Casa Nova.\n"
    assert engine.asked[1] == "O [0] é real na [1]."
    assert page.outcomes()[0].missed == ()


def test_what_cannot_be_had_is_said() -> None:
    note = note_of("O viés é real.\n")
    asker = Asker(PT_EN, {"mine": Saying(lambda text: "The slope is real.")})
    page = Page(note, passages_alone(note), Translator(asker, GLOSSARY))
    assert page.settle() == "The slope is real.\n"
    outcome = page.outcomes()[0]
    assert outcome.missed == (("viés", "bias"),)
    assert outcome.confidence < 1


def test_a_text_that_is_a_term_asks_nobody() -> None:
    engine = Saying(answer)
    note = note_of("# Viés\n")
    page = Page(note, passages_alone(note), Translator(Asker(PT_EN, {"mine": engine}), GLOSSARY))
    assert page.settle() == "# Bias\n"
    assert engine.asked == []


def test_tokens_of_the_text_are_left_alone() -> None:
    text = "O viés de [0] e [3]."
    held = hold(text, GLOSSARY.check(text, "nothing"), GLOSSARY)
    assert held is not None
    assert held.text == "O [4] de [0] e [3]."
    assert put_back("The [4] of [0] and [3].", held) == "The bias of [0] and [3]."
    assert put_back("The [4] [4].", held) is None
    assert put_back("The thing.", held) is None


class Reading(Saying):
    """An engine that makes use of what stands around the texts."""

    def __init__(self) -> None:
        super().__init__(lambda text: f"{text} bias")
        self.contexts: list[Context] = []

    def translate_in(self, context: Context, texts: Sequence[str]) -> list[str]:
        self.contexts.append(context)
        return self.translate(texts)


def test_an_engine_that_reads_is_told_what_it_may_need() -> None:
    engine = Reading()
    note = note_of("# Um título\n\nAntes disto. O viés aqui.\n")
    asker = Asker(PT_EN, {"mine": engine})
    segments = segments_of(passages_alone(note))[2:]
    Translator(asker, GLOSSARY, "A página").drafts(segments)
    told = engine.contexts[0]
    assert (told.title, told.before, dict(told.terms)) == (
        "A página",
        "Antes disto.",
        {"viés": "bias"},
    )

"""Infinitives that lost their last letter: `vai exporta`, `para deixa o`.

What is left is a word. It is wrong where an auxiliary or a preposition wants the infinitive; what may be
a noun as well needs an object behind it.
"""

from collections.abc import Sequence

from notelint.spelling.forms.conjugation import is_infinitive, is_nominal
from notelint.spelling.forms.verb_words import NO_PLAIN, NO_VERBS, VerbWords
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

AUXILIARIES = word_set("""
vai vou vamos vão pode podem podemos posso poderá poderão poderia poderiam poderemos poderíamos deve devem
devemos devo deverá deverão deveria deveriam deveremos deveríamos irá irão iremos irei
""")
"""Before an infinitive and nothing else."""
_PREPOSITIONS = word_set("para pra sem em após ao")
_GOVERNORS = _PREPOSITIONS | word_set("""
basta bastando permite permitem permitindo precisa precisam precisamos preciso
precisaremos precisaria tente tentar tentando quero quer queremos quiser quiserem consegue conseguem
conseguimos consigo conseguirá possível necessário prática
""")
"""Before an infinitive, but before nouns as well: a verb only where an object follows."""
_WANT_BEFORE = {
    "preciso": {"é", "eu", "só"},
    "possível": {"é"},
    "necessário": {"é"},
    "prática": {"boa"},
}
_STOP = word_set("quando sistema processo que ele ela e não só nunca")
"""Before a `para` that is a verb: the system stops."""
_WANTING = word_set("""
consegui conseguiu conseguir queria queriam quero queremos tentei tentou tento tenta precisei precisou
precisar precisava pretendo pretendemos resolvi resolveu decidi decidiu costumo costuma gostaria desejo
""")
"""Verbs before an infinitive, or a clause of their own: `quem conseguiu usa`."""
_IF = word_set("quiser quiserem") | _WANT_BEFORE.keys()
_MUST = word_set(
    "tenho tem temos têm tive teve tivemos tinha tinham tínhamos terá terão terei teremos teria"
)
_STARTING = (
    "começ",
    "comec",
    "volt",
    "ajud",
    "aprend",
    "pass",
    "continu",
    "dispost",
    "obrig",
    "ensin",
)
"""What begins the verbs that have an `a` before the infinitive."""
CLITICS = word_set("se me te nos lhe")
_RELATIVES = frozenset({"que", "quem", "quanto", "onde", "como"})
_EASY = word_set(
    "normal comum importante fácil difícil possível necessário preciso bom ótimo interessante legal"
)
_BE = word_set("é ser era foi seria será acho")
_QUIT = word_set("parou parei deixou deixei acabei acabou capaz capazes")
_DE = _QUIT | word_set(
    "antes depois gosto gosta gostaria tenho tem temos além hora vez fim invés forma maneira"
)
OBJECTS = word_set("""
o os um uma uns umas seu seus sua suas meu minha nosso nossa nossos nossas isso isto esse essa este esta
esses essas estes estas cada todos todas tudo
""")
_PERHAPS_OBJECTS = word_set("a as ao aos")
"""What follows nouns as well: `permite consulta a dados`."""
_ANY_OBJECT = OBJECTS | _PERHAPS_OBJECTS | {"se"}
_NOUN = 2.5
"""How common (zipf) the plural of a noun is, and that of no verb form."""
_COMMON = 4.0
"""How common the words are that end like a verb and may be nouns."""
_LEADING = word_set("precisa deixa tenta")
"""Forms of verbs before an infinitive that look like nouns: `sem precisa instalar`."""
_BEFORE_CLITICS = AUXILIARIES | word_set("para pra sem de precisa conseguir consegue quer")
BEFORE = AUXILIARIES | _GOVERNORS | _WANTING | _EASY | CLITICS | word_set("de a que por só")
"""What stands right before the infinitive, in small letters."""
BEFORE_PLAIN = word_set("a que por só")
"""Those behind which no word is looked at that may be a noun."""
WHY = "aqui cabe o infinitivo"


def may_follow(words: Sequence[str], at: int, verbs: VerbWords) -> bool:
    """True when the word behind `words[at]`, which is one of `BEFORE`, may have lost its last letter."""
    word = words[at + 1]
    if word not in verbs.shortened:
        return False
    last = words[at].lower()
    before = words[at - 1].lower() if at else ""
    if last in CLITICS:
        return before in _BEFORE_CLITICS
    if word in NO_VERBS:
        return False
    if last in AUXILIARIES:
        return True
    if last == "a":
        return word in verbs.plain and before.startswith(_STARTING)
    if last == "que":
        return word in verbs.plain and before in _MUST
    if last == "só":
        return word in verbs.plain and before == "é"
    if word in verbs.plain and last not in _EASY:
        return True
    if last == "de":
        return before in _DE
    after = words[at + 2] if at + 2 < len(words) else ""
    if last in _GOVERNORS and (after in _ANY_OBJECT or after in verbs.infinitives):
        return True
    return last in _EASY and word[-1] == "s"


def right_form(before: Sequence[str], word: str, after: str, lexicon: Lexicon) -> str | None:
    """The infinitive that is meant by `word` behind `before`, all in small letters; None where it is right."""
    last = before[-1]
    if (word in NO_VERBS and last not in CLITICS) or len(word) < 3:
        return None
    earlier = before[-2] if len(before) > 1 else ""
    if last in AUXILIARIES:
        if earlier == "quem" or (
            word[-1] in "sm" and lexicon.zipf_home(word) >= _COMMON and after in _PERHAPS_OBJECTS
        ):
            return None  # `quem pode paga`, `ele deve contas ao banco`
        return _infinitive(word, lexicon, "sm")
    if last in _EASY and earlier in _BE and word[-1] == "s":
        return _infinitive(word, lexicon, "s")
    if last in CLITICS:
        asks = last == "se" and after not in _ANY_OBJECT and earlier in AUXILIARIES
        if asks or earlier not in _BEFORE_CLITICS:
            return None  # `você pode se usa Linux`
        return _infinitive(word, lexicon)
    if not _wants_infinitive(before, word, after, lexicon):
        return None
    return _infinitive(word, lexicon, "m" if last in _PREPOSITIONS and after in OBJECTS else "")


def _wants_infinitive(before: Sequence[str], word: str, after: str, lexicon: Lexicon) -> bool:
    """True where a noun could stand as well, but a verb is meant."""
    last = before[-1]
    earlier = before[-2] if len(before) > 1 else ""
    is_plain = word not in NO_PLAIN and not is_nominal(word, lexicon)
    if last == "a":
        return is_plain and earlier.startswith(_STARTING)
    if last == "que":
        return is_plain and earlier in _MUST and before[-3:-2] != ["que"]
    if last == "só":
        return is_plain and earlier == "é"
    if last == "por":
        return is_plain
    if last == "de":
        return is_plain or earlier in _QUIT or (earlier in _DE and after in OBJECTS)
    if earlier in ("quem", "qual"):
        return False
    if last in ("para", "pra") and earlier in _STOP:
        return False
    if is_plain and (last in _WANTING or (last in _GOVERNORS and last not in _PREPOSITIONS)):
        if _RELATIVES.isdisjoint(before[-4:-1]) and last not in _IF:
            return True
    if is_plain and last in _PREPOSITIONS and last != "em":
        return True
    if last not in _GOVERNORS:
        return False
    if last in _WANT_BEFORE and earlier not in _WANT_BEFORE[last]:
        return False
    is_noun = lexicon.zipf_home(word + "s") >= _NOUN
    return (
        after in OBJECTS
        or (after == "se" and last == "em")
        or (after in _PERHAPS_OBJECTS and not is_noun)
        or (word in _LEADING and is_infinitive(after, lexicon))
    )


def _infinitive(word: str, lexicon: Lexicon, instead: str = "") -> str | None:
    """The infinitive of which `word` lost the last letter, or has one of `instead` in its place."""
    if word[-1] == "z":
        return word + "er" if is_infinitive(word + "er", lexicon) else None  # `refaz`
    for full in (word + "r", word[:-1] + "r" if word[-1] in instead else ""):
        if full and is_infinitive(full, lexicon):
            return full
    return None

"""Which language a note is really written in, where its site says less than its words."""

from notelint.note.language import SMALL_WORDS
from notelint.note.note import Note
from notelint.note.prose import ProseGroup
from notelint.site.hugo_config import HugoConfig
from notelint.site.workspace import Workspace

_PORTUGUESE = SMALL_WORDS["pt"].__contains__
_ENGLISH = (SMALL_WORDS["en"] - SMALL_WORDS["pt"]).__contains__
_BRAZIL = ("br", "ptbr")
"""What some sites call Portuguese, though it is the code of Breton, or of nothing."""

_LAST = ("prose of the note last asked about",)
_LOOKED_AT = 200
"""Words of a note that are counted."""


def groups_of(note: Note, workspace: Workspace) -> tuple[tuple[ProseGroup, str], ...]:
    """The prose of a note by language, each with the language to judge it by; kept until another
    note is asked for.
    """
    last, groups = workspace.memo.get(_LAST, (None, ()))
    if last is not note:
        groups = tuple(
            (each, language_of(each, note, workspace.hugo)) for each in note.prose_by_language
        )
        workspace.memo[_LAST] = note, groups
    known: tuple[tuple[ProseGroup, str], ...] = groups
    return known


def language_of(group: ProseGroup, note: Note, hugo: HugoConfig) -> str:
    """The language to judge the words of `group`, of `note`, by: what its site says, unless they
    contradict it.

    A site that names no `defaultContentLanguage` is English for Hugo, whatever its `languageCode`
    says; and English pages stand between Portuguese ones, without a language of their own.
    """
    said = group.language.lower()
    base = said.partition("-")[0]
    if group.language != note.language or base not in ("pt", "en", *_BRAZIL):
        return group.language
    if base == "en" == hugo.default_language and not hugo.get("defaultcontentlanguage"):
        code = str(hugo.get("locale") or hugo.get("languagecode") or "").lower()
        if code.startswith("pt"):
            said, base = code, "pt"
    words = group.in_order[:_LOOKED_AT]
    portuguese, english = sum(map(_PORTUGUESE, words)), sum(map(_ENGLISH, words))
    if base != "en" and english >= 5 and english > 4 * portuguese:
        return "en"
    if base != "pt" and portuguese >= 5 and portuguese > 4 * english:
        return "pt"
    return said

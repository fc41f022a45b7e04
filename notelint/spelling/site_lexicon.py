"""The lexicon that a site's notes are judged by, built once for each language."""

from collections.abc import Iterable

from notelint.site.workspace import Workspace
from notelint.spelling.lexicon import Lexicon, lexicon


def site_lexicon(
    language: str, workspace: Workspace, own: Iterable[str] = (), dictionary: str = ""
) -> Lexicon | None:
    """The words of `language` with those that the site accepts and a note's `own`; None for a
    language without a dictionary.

    `dictionary` is the path of a .dic file from the root of the site, "" for ours.
    Raises NotelintError when that cannot be read.
    """
    words = sorted(own)
    key = ("lexicon", language, dictionary, *words)
    if key not in workspace.memo:
        lines = workspace.words(language)
        if language.partition("-")[0] != "en":
            lines += workspace.words("en")
        workspace.memo[key] = lexicon(
            language,
            (*lines, *words),
            dictionary=workspace.root / dictionary if dictionary else None,
            cache=workspace.root / ".notelint" / "cache",
        )
    known: Lexicon | None = workspace.memo[key]
    return known

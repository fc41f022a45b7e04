"""Words that no list knows, spelt in one note as in no other, one slip from how the others spell it."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.spelling.edits import distance_one
from notelint.spelling.rare import only_ending


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """A word that stands once in the site, when `often` notes or more have one that is all but it."""
    for word, language, times, start, end in page.facts.odd_words:
        if times > 1 or site.odd_word_use[language, word] > 1:
            continue
        usual, notes = _usual(word, language, site)
        if notes >= rule.options["often"]:
            span = Span(start, end)
            fix = Fix(f"write “{usual}”", (Edit(span, usual),))
            yield rule.found(
                span,
                word=word,
                usual=usual,
                notes=notes,
                suggestions=(usual,),
                fixes=(fix,),
                confidence="medium",
            )


def _usual(word: str, language: str, site: Site) -> tuple[str, int]:
    """The word one slip away that most notes have, and how many; not another form of `word`."""
    near = (
        (site.odd_word_use[language, other], other)
        for other in distance_one(word)
        if (language, other) in site.odd_word_use
        and other[0] == word[0]
        and not only_ending(word, other)
    )
    notes, other = max(near, default=(0, ""))
    return other, notes

"""Words that no list knows, spelt in one note as in no other, one slip from how the others spell it."""

from collections.abc import Iterator
from functools import partial

from notelint.core import Diagnostic, Edit, Fix, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.spelling.variants import usual_spelling


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """A word that stands once in the site, when `often` notes or more have one that is all but it."""
    for word, language, times, start, end, _ in page.facts.odd_words:
        if times > 1 or site.odd_word_use[language, word] > 1:
            continue
        usual, notes = usual_spelling(word, partial(site.notes_with, language))
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

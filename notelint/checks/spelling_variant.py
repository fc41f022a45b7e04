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
    for odd in page.facts.odd:
        if not odd.places or odd.times > 1 or odd.like:
            continue
        if site.notes_with(odd.language, odd.word) > 1:
            continue
        usual, notes = usual_spelling(odd.word, partial(site.notes_with, odd.language))
        if notes >= rule.options["often"]:
            span = Span(*odd.places[0])
            fix = Fix(f"write “{usual}”", (Edit(span, usual),))
            yield rule.found(
                span,
                word=odd.word,
                usual=usual,
                notes=notes,
                suggestions=(usual,),
                fixes=(fix,),
                confidence="medium",
            )

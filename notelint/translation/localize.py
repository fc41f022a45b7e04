"""Links of a page of the edition: English ids, pages that have no English edition, addresses of the other language.

The text comes from its source with the source's addresses. Each reference is followed as Hugo would follow it from
the new page; what leads nowhere, or to the source's language although there is an edition, is written anew. What
leads to the right place is left alone, so that doing it again changes nothing and people's links stay.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from notelint.core import Edit, Span
from notelint.note.note import Note
from notelint.note.reference import Reference
from notelint.note.shortcodes import Shortcode
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.target_text import take_apart


@dataclass(frozen=True, slots=True)
class Edition:
    """The site with both languages, and which page is the edition of which (paths of files)."""

    site: Site
    source: str
    target: str
    editions: Mapping[str, str]
    pinned: bool = False

    def edition_of(self, page: Page) -> Page | None:
        """The published edition of a page in the source language."""
        other = self.site.pages.get(self.editions.get(page.path, ""))
        return other if other is not None and other.is_published else None

    def source_of(self, page: Page) -> Page | None:
        """The page of which `page` is the edition."""
        source = next((one for one, other in self.editions.items() if other == page.path), "")
        return self.site.pages.get(source)

    def ids(self, page: Page) -> Mapping[str, str]:
        """For the ids of a source page's headings, those of its edition's."""
        other = self.site.pages.get(self.editions.get(page.path, ""))
        if other is None or len(other.facts.headings) != len(page.facts.headings):
            return {}
        pairs = zip(page.facts.headings, other.facts.headings, strict=True)
        ids: dict[str, str] = {}
        for one, another in pairs:
            if one.id and another.id:
                ids.setdefault(one.id, another.id)
        return ids


def edits_of(edition: Edition, source: Page, page: Page, note: Note) -> list[Edit]:
    """What must be written otherwise in `note`, which is `page`, the edition of `source`."""
    localiser = _Localiser(edition, source, page, note)
    found = [edit for reference in note.references for edit in localiser.edits(reference)]
    edits: list[Edit] = []
    for edit in sorted(set(found)):
        if not edits or edit.span.start >= edits[-1].span.end:
            edits.append(edit)
    return [edit for edit in edits if edit.span.of(note.source.text) != edit.text]


class _Localiser:
    def __init__(self, edition: Edition, source: Page, page: Page, note: Note) -> None:
        self.edition = edition
        self.source = source
        self.page = page
        self.note = note
        self.text = note.source.text
        self.base = edition.site.resolver.bases[page.language].path

    def edits(self, reference: Reference) -> Iterator[Edit]:
        if reference.origin == "front-matter" or not reference.certain:
            return
        if reference.shortcode.lower() in ("ref", "relref"):
            yield from self.ref(reference)
        else:
            yield from self.link(reference)

    def ref(self, reference: Reference) -> Iterator[Edit]:
        """ref and relref: they look in their own language, unless another is named."""
        site = self.edition.site
        found = site.resolve(reference, self.page)
        shortcode = self.shortcode(reference)
        if found.found and found.page is not None:
            other = found.page
            if other.language == self.edition.source and self.added(reference):
                edition = self.edition.edition_of(other)
                if edition is not None and shortcode is not None:
                    yield from self.plain(shortcode, reference, edition)
                    return
            yield from self.fragment(reference, other)
        elif found.why == "language" and shortcode is not None and found.page is not None:
            if found.page.language == self.edition.source:
                yield Edit(shortcode.span, self.with_language(shortcode, reference))

    def added(self, reference: Reference) -> bool:
        """True when the language in this ref is our work: the source has the same without it."""
        path = reference.path
        return reference.language == self.edition.source and any(
            one.language is None and one.path == path for one in self.source.facts.references
        )

    def plain(self, shortcode: Shortcode, reference: Reference, other: Page) -> Iterator[Edit]:
        """Without the language, now that there is an edition."""
        tag = shortcode.span.of(self.text)
        for parameter in shortcode.parameters:
            if parameter.name and parameter.name.lower() == "lang":
                start = parameter.span.start - shortcode.span.start
                before = tag[:start].rstrip()
                tag = before + tag[parameter.span.end - shortcode.span.start :]
        new = self.new_fragment(reference, other)
        if new is not None:
            tag = tag.replace(f"#{reference.fragment}", f"#{new}", 1)
        yield Edit(shortcode.span, tag)

    def with_language(self, shortcode: Shortcode, reference: Reference) -> str:
        """The tag with `lang`, named throughout as Hugo then wants it."""
        mark = "<" if shortcode.notation == "<" else "%"
        close = ">" if mark == "<" else "%"
        named = [p for p in shortcode.parameters if p.name is not None]
        language = f'lang="{self.edition.source}"'
        if named:
            tag = shortcode.span.of(self.text)
            end = named[-1].span.end - shortcode.span.start
            return f"{tag[:end]} {language}{tag[end:]}"
        values = [p.value for p in shortcode.parameters]
        path = f'path="{values[0]}"' if '"' not in values[0] else f"path=`{values[0]}`"
        output = f' outputFormat="{values[1]}"' if len(values) > 1 else ""
        return f"{{{{{mark} {shortcode.name} {path} {language}{output} {close}}}}}"

    def shortcode(self, reference: Reference) -> Shortcode | None:
        place = reference.target_span
        inside = [
            one
            for one in self.note.shortcodes
            if one.span.start <= place.start and place.end <= one.span.end
        ]
        return min(inside, key=lambda one: one.span.end - one.span.start, default=None)

    def link(self, reference: Reference) -> Iterator[Edit]:
        """Links and images in Markdown, HTML and shortcodes."""
        site = self.edition.site
        found = site.resolve(reference, self.page)
        if found.found and found.page is not None and found.file is None:
            other = found.page
            if other.language != self.edition.source:
                yield from self.fragment(reference, other)
                return
            edition = self.edition.edition_of(other)
            if edition is not None:
                yield from self.readdressed(reference, edition)
        elif found.found is False:
            there = site.resolve(reference, self.source)
            if not there.found and (original := self.original(reference)):
                there = site.resolve(original, self.source)
            if not there.found:
                return
            if there.file is not None:
                yield from self.own_file(reference) or self.to_file(reference)
            elif there.page is not None:
                edition = self.edition.edition_of(there.page)
                yield from self.readdressed(reference, edition or there.page)

    def original(self, reference: Reference) -> Reference | None:
        """The source's reference in the place of this one, whose address was written anew and has changed since."""
        ours, theirs = self.source.facts.references, self.note.references
        return ours[theirs.index(reference)] if len(ours) == len(theirs) else None

    def readdressed(self, reference: Reference, other: Page) -> Iterator[Edit]:
        """The address of `other`, in the first form that leads there."""
        fragment = reference.fragment
        if other.language == self.edition.target:
            fragment = self.new_fragment(reference, other) or fragment
        tail = f"#{fragment}" if fragment else ""
        for path in (self.base + other.url, other.url):
            target = quote(path, safe="/~@!$&'*+,;=:-._") + tail
            found = self.edition.site.resolve(reference._replace(target=target), self.page)
            if found.found and found.page is other:
                yield self.at_target(reference, target)
                return

    def own_file(self, reference: Reference) -> list[Edit]:
        """The edition's own file, `plan.en.png` for `plan.png`: Hugo gives its page that and not the other."""
        path, rest = re.fullmatch(r"([^?#]*)(.*)", reference.target, re.DOTALL).groups()  # type: ignore[union-attr]
        stem, dot, ending = path.rpartition(".")
        target = f"{stem}.{self.edition.target}{dot}{ending}{rest}"
        found = self.edition.site.resolve(reference._replace(target=target), self.page)
        return [self.at_target(reference, target)] if dot and found.found else []

    def to_file(self, reference: Reference) -> Iterator[Edit]:
        """A file that Hugo publishes once, beside the source's page."""
        site = self.edition.site
        resource = site.bundles.find(self.source, take_apart(reference.target).path)
        if resource is None or not resource.url:
            return
        for path in (self.base + resource.url, resource.url):
            target = quote(path, safe="/~@!$&'*+,;=:-._")
            if site.resolve(reference._replace(target=target), self.page).found:
                yield self.at_target(reference, target)
                return

    def fragment(self, reference: Reference, other: Page) -> Iterator[Edit]:
        new = self.new_fragment(reference, other)
        if new is None:
            return
        span = reference.target_span
        raw = span.of(self.text)
        if "#" in raw:
            start = span.start + raw.index("#") + 1
            yield Edit(Span(start, span.end), _written(new))

    def new_fragment(self, reference: Reference, other: Page) -> str | None:
        """The id in the edition of what the fragment means in the source; None when it is right as it is."""
        fragment = take_apart(reference.target).fragment
        if not fragment or fragment in other.facts.anchors:
            return None
        page = self.edition.source_of(other)
        if page is None:
            return None
        ids = self.edition.ids(page)
        return ids.get(fragment) or ids.get(self.fragment_in_source(reference, page, ids))

    def fragment_in_source(self, reference: Reference, page: Page, ids: Mapping[str, str]) -> str:
        """What the source has where this page has an id that is gone: the heading was renamed since."""
        theirs = [one for one in self.note.references if one.fragment]
        ours = [one for one in self.source.facts.references if one.fragment]
        place = theirs.index(reference)
        if len(theirs) == len(ours) and ours[place].path == reference.path:
            return take_apart(ours[place].target).fragment
        found = {
            take_apart(one.target).fragment
            for one in ours
            if self.edition.site.resolve(one, self.source).page is page
        }
        return found.pop() if len(found) == 1 else ""

    def at_target(self, reference: Reference, target: str) -> Edit:
        return Edit(reference.target_span, target)


def _written(fragment: str) -> str:
    """A fragment as it may stand in any destination: letters as they are."""
    return "".join(c if c.isalnum() or c in "-_.:~" else quote(c) for c in fragment)


def pins(source: Page, note: Note, headings: int) -> list[Edit]:
    """`{#id}` with the source's id after each heading that has none of its own (`anchors = "pin"`)."""
    wanted = source.facts.headings
    if len(wanted) != headings:
        return []
    edits: list[Edit] = []
    for one, heading in zip(wanted, note.headings, strict=True):
        if heading.id is not None or not one.id or heading.has_shortcode:
            continue
        end = heading.text_span.end
        rest = heading.span.end
        attributes = note.source.text.find("{", end, rest)
        if attributes >= 0 and not note.source.text[end:attributes].strip():
            edits.append(Edit(Span(attributes + 1, attributes + 1), f"#{one.id} "))
        else:
            edits.append(Edit(Span(end, end), f" {{#{one.id}}}"))
    return edits

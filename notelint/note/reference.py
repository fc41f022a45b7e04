"""What a note points to: refs, links, images, in every notation Hugo knows."""

from typing import Literal, NamedTuple

from notelint.core import Span

ReferenceKind = Literal["ref", "relref", "link", "image", "resource"]
Origin = Literal["shortcode", "markdown", "definition", "autolink", "html", "front-matter"]


class Reference(NamedTuple):
    """One thing a note leads to.

    `kind` says how Hugo looks it up: `ref` and `relref` by path among pages, `link` and `image` by
    the render hooks of the site or as a URL, `resource` as a file named by front matter or a
    shortcode parameter. `origin` says where it is written. `target` is decoded (entities, escapes,
    quotes) but not percent-decoded and holds the fragment; `target_span` is the target as written,
    without quotes or `<>`. `language` and `output_format` are what a ref asks for. `shortcode` is
    the name of the shortcode that carries it. `certain` is False when the target is made by a
    shortcode or template and cannot be judged.
    """

    kind: ReferenceKind
    origin: Origin
    target: str
    span: Span
    target_span: Span
    language: str | None = None
    output_format: str | None = None
    shortcode: str = ""
    certain: bool = True

    @property
    def path(self) -> str:
        """The target without its fragment."""
        return self.target.partition("#")[0]

    @property
    def fragment(self) -> str:
        """What follows `#`, or the empty string."""
        return self.target.partition("#")[2]

    @property
    def fragment_span(self) -> Span:
        """Where the fragment is written, as far as it is written literally; the whole target
        otherwise.
        """
        start, end = self.target_span
        if end - start != len(self.target) or "#" not in self.target:
            return self.target_span
        return Span(start + self.target.index("#") + 1, end)

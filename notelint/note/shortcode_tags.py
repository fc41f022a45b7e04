"""What the lexer makes of one shortcode tag: a tag, an escape, or where Hugo stops."""

from typing import Literal, NamedTuple

from notelint.core import Span

Notation = Literal["<", "%"]
Quote = Literal["", '"', "`", '\\"']


class Parameter(NamedTuple):
    """One parameter of a shortcode. `name` is None for a positional one.

    `span` covers name, sign and value with its quotes; `value_span` only what stands between the
    quotes. `value` is what Hugo makes of it (`\\"` is a quote); equal lengths of both mean that
    nothing was escaped.
    """

    name: str | None
    value: str
    span: Span
    value_span: Span
    quote: Quote


class Tag(NamedTuple):
    """A tag as lexed. `name` is empty in `{{< >}}` and `{{< / >}}`."""

    notation: Notation
    span: Span
    name: str
    name_span: Span
    parameters: tuple[Parameter, ...]
    closing: bool
    self_closing: bool
    inline: bool


class Escape(NamedTuple):
    """`{{</* x */>}}`: shown as `{{< x >}}`, not called. `inner` is what stands between the comment
    marks.
    """

    span: Span
    inner: Span


class LexError(NamedTuple):
    """Where Hugo stops. `code` names the message; `start` is the tag's, `span` what is wrong, `end`
    where to go on.
    """

    code: str
    start: int
    span: Span
    end: int
    name: str = ""
    closing: bool = False
    detail: str = ""
    fatal: bool = True

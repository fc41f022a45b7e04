"""Blocks with their places: mistune's block parser, its rules and limits, building nodes instead
of tokens.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from mistune.block_parser import BlockParser
from mistune.helpers import unescape_char
from mistune.util import expand_leading_tab

from notelint.core import Span
from notelint.note.markdown import (
    attributes,
    definition_lists,
    definitions,
    footnotes,
    html_blocks,
    lists,
    quotes,
    tables,
)
from notelint.note.markdown.document import State
from notelint.note.markup import Markup
from notelint.note.masking import Alphabet
from notelint.note.nodes import Node

_BLANK_LINES = re.compile(r"(?:[ \t\v\f]*\n)+")
_INDENTED = re.compile(r" {0,3}\t|    ")
_INDENT = re.compile(r"^ {1,4}", re.M)
_SPACE = " \t\n\r\f"
_CONTAINERS = ("list", "block_quote", "footnote", "def_list")

Rule = Callable[[re.Match[str], Any], int | None]


class Blocks(BlockParser):
    """The block parser of one Markup. A rule's method returns where to go on, 0 or None when it
    does not apply.
    """

    def __init__(self, markup: Markup, alphabet: Alphabet) -> None:
        super().__init__()
        self.markup = markup
        self.task_list = markup.task_list
        lead = alphabet.leads[1]
        # A digit is one of ten: mistune's \d would take those of every script.
        self.specification["list"] = self.specification["list"].replace(r"\d", "[0-9]")
        # A tag may end right after its name; mistune's pattern forgets `>`.
        self.specification["block_html"] = html_blocks.PATTERN
        self.specification["percent"] = rf"^[ \t]*(?:{alphabet.expression(lead)}[ \t]*)+$"
        self.specification["footnote"] = footnotes.PATTERN
        self.specification["def_list"] = definition_lists.PATTERN
        self.specification["attributes"] = attributes.PATTERN
        rules = ["percent", *self.rules]
        rules.remove("blank_line")
        rules.remove("indent_code")
        if markup.footnote:
            rules.insert(rules.index("ref_link"), "footnote")
        if markup.definition_list:
            rules.append("def_list")
        if markup.attribute_block:
            rules.append("attributes")
        self.rules = rules
        self.known = frozenset((*rules, "block_html"))
        not_lazy = ("ref_link", "setex_heading", "raw_html", "def_list")
        self.interrupting = [rule for rule in rules if rule not in not_lazy] + ["block_html"]
        self.leaf_rules = [rule for rule in rules if rule not in _CONTAINERS]
        self._methods = {name: getattr(self, "parse_" + name) for name in rules}
        self._methods["block_html"] = self.parse_raw_html
        self.mask = re.compile(alphabet.expression())
        # A line that begins with none of these begins no block, and can only go on with a
        # paragraph.
        self.plain = re.compile(
            rf"(?:(?:[^\s#>\-+*\d=~`<\[|:{{_$\\{alphabet.leads[1]}]|\*\*[^\s*]|\*[^\s*])[^\n]*\n)+"
        )
        self.breaks = lists.break_pattern(self)

    def inner_rules(self, state: State) -> list[str]:
        """The rules inside a container of `state`; at the limit no container nests further."""
        return self.leaf_rules if state.level >= self.max_nested_level - 1 else self.rules

    def parse(self, state: Any, rules: list[str] | None = None) -> None:
        """Read all of `state.src` into `state.nodes`."""
        source, size = state.src, state.cursor_max
        match_rule = self.compile_sc(None if rules is self.rules else rules).match
        plain, blank = self.plain.match, _BLANK_LINES.match
        methods: dict[str, Rule] = self._methods
        lazy = state.lazy_line_starts
        while (cursor := state.cursor) < size:
            if lazy and cursor in lazy:  # its container saw that it begins no block
                if state.paragraph < 0:
                    state.paragraph = cursor
                state.cursor = state.find_line_end_at(cursor)
                continue
            found = plain(source, cursor)
            if found:
                if state.paragraph < 0:
                    state.paragraph = cursor
                state.cursor = found.end()
                continue
            if source[cursor] in " \t\n\v\f":
                found = blank(source, cursor)
                if found:
                    if state.paragraph >= 0:
                        state.close(cursor)
                    state.blank = True
                    state.tail_open = False
                    state.cursor = found.end()
                    continue
                if _INDENTED.match(source, cursor):
                    if state.paragraph >= 0:
                        state.cursor = state.find_line_end()
                    else:
                        state.cursor = self._indented_code(state)
                    continue
            found = match_rule(source, cursor)
            if found:
                end = methods[found.lastgroup or ""](found, state)
                if end:
                    state.cursor = end
                    continue
            if state.paragraph < 0:
                state.paragraph = cursor
            state.cursor = state.find_line_end_at(cursor)
        state.open_end = state.paragraph >= 0 or state.tail_open
        state.close(size)

    def open_end(self, state: State, source: str, rules: list[str]) -> bool:
        """Whether `source`, what a container holds so far, ends in a paragraph that a lazy line
        may go on with.
        """
        child = state.scratch(source)
        self.parse(child, rules)
        return child.open_end

    def _indented_code(self, state: State) -> int:
        source, start = state.src, state.cursor
        end = cursor = state.find_line_end()
        while cursor < state.cursor_max:
            found = _BLANK_LINES.match(source, cursor)
            if found:
                cursor = found.end()
            elif _INDENTED.match(source, cursor):
                end = cursor = state.find_line_end_at(cursor)
            else:
                break
        code = _INDENT.sub("", expand_leading_tab(source[start:end])).strip("\n")
        first = _INDENTED.match(source, start)
        span = state.span(start, end)
        code_span = Span(state.offset(first.end() if first else start), span.end)
        facts = {"info": "", "info_span": None, "style": "indent", "code_span": code_span}
        code = state.document.masked.restore(code)
        state.add(Node("block_code", Span(code_span.start, span.end), (), code, facts))
        return end

    def parse_fenced_code(self, m: re.Match[str], state: Any) -> int:
        """A code block between fences."""
        indent, marker, info = m.group("fenced_1", "fenced_2", "fenced_3")
        if marker[0] == "`" and "`" in info:
            return 0
        start = state.cursor
        state.close(start)
        source = state.src
        inner = min(m.end() + 1, state.cursor_max)
        closing = _fence_end(marker[0], len(marker)).search(source, inner)
        code_end, end = closing.span() if closing else (state.cursor_max, state.cursor_max)
        code = source[inner:code_end]
        if indent and code:
            code = re.compile(f"^ {{0,{len(indent)}}}", re.M).sub("", code)
        restore = state.document.masked.restore
        info_span = None
        if info.strip():
            first = m.start("fenced_3")
            info_span = state.span(first, first + len(info.rstrip()))
        facts = {
            "info": restore(unescape_char(info)).strip() if info else "",
            "info_span": info_span,
            "style": "fenced",
            "code_span": state.span(inner, code_end),
            "marker": marker,
        }
        span = state.span(start + len(indent), end)
        state.add(Node("block_code", span, (), restore(code), facts))
        return int(end)

    def parse_atx_heading(self, m: re.Match[str], state: Any) -> int:
        """A heading with hashes."""
        state.close(state.cursor)
        start, end = m.span("atx_2")
        source = state.src
        while end > start and source[end - 1] in _SPACE:
            end -= 1
        start = attributes.skip(source, start, end)
        facts: dict[str, Any] = {"level": len(m.group("atx_1")), "style": "atx"}
        listed = None
        if self.markup.attribute_title and end > start and source[end - 1] == "}":
            listed, end = attributes.at_end(state, start, end)
        if end > start and source[end - 1] == "#":
            end = _without_hashes(source, start, end)
        self._heading(m.start("atx_1"), m.end(), start, end, facts, listed, state)
        return m.end() + 1

    def _heading(
        self,
        begin: int,
        stop: int,
        start: int,
        end: int,
        facts: dict[str, Any],
        listed: Node | None,
        state: State,
    ) -> None:
        facts["text_span"] = state.span(start, end)
        facts |= listed.attrs if listed else attributes.NOTHING
        node = Node("heading", state.span(begin, stop), (), "", facts)
        state.add_leaf(node, start, end)
        if listed:
            state.document.containers.append((node, [listed]))

    def parse_setex_heading(self, m: re.Match[str], state: Any) -> int:
        """A heading underlined with `=` or `-`."""
        if state.paragraph in (-1, state.cursor):
            found = self.compile_sc(["thematic_break", "list"]).match(state.src, state.cursor)
            return (self._methods[found.lastgroup or ""](found, state) or 0) if found else 0
        begin, state.paragraph = state.paragraph, -1
        source = state.src
        end = state.cursor
        while end > begin and source[end - 1] in _SPACE:
            end -= 1
        facts: dict[str, Any] = {
            "level": 1 if m.group("setext_1") == "=" else 2,
            "style": "setext",
        }
        listed = None
        start = attributes.skip(source, begin, end)
        if self.markup.attribute_title and source[end - 1] == "}":
            listed, end = attributes.at_end(state, start, end)
        self._heading(start, m.end(), start, end, facts, listed, state)
        return m.end() + 1

    def parse_thematic_break(self, m: re.Match[str], state: Any) -> int:
        """A line of three or more `-`, `_` or `*`."""
        state.close(state.cursor)
        start = attributes.skip(state.src, m.start(), m.end())
        state.add(Node("thematic_break", state.span(start, m.end()), (), "", {}))
        return m.end() + 1

    def parse_ref_link(self, m: re.Match[str], state: Any) -> int:
        """A link reference definition; it does not interrupt a paragraph."""
        return definitions.parse_definition(self, m, state)

    def parse_block_quote(self, m: re.Match[str], state: Any) -> int:
        """A block quote, or a Hugo alert."""
        return quotes.parse_quote(self, m, state)

    def parse_list(self, m: re.Match[str], state: Any) -> int:
        """A list with all its items."""
        return lists.parse_list(self, m, state)

    def parse_raw_html(self, m: re.Match[str], state: Any) -> int:
        """A block of raw HTML, by the seven start and end conditions of CommonMark."""
        return html_blocks.parse_html(self, m, state)

    def parse_percent(self, m: re.Match[str], state: Any) -> int:
        """Tags of `{{% %}}` alone on a line: what their template prints is not known, so nothing
        joins them.
        """
        state.close(state.cursor)
        for found in self.mask.finditer(state.src, m.start(), m.end()):
            node = Node("shortcode", state.span(found.start(), found.end()), (), "", {})
            state.add(state.document.place(node, found.group()))
        return m.end() + 1

    def parse_footnote(self, m: re.Match[str], state: Any) -> int:
        """A footnote's definition."""
        return footnotes.parse_definition(self, m, state)

    def parse_def_list(self, m: re.Match[str], state: Any) -> int:
        """A description of the terms just above."""
        return definition_lists.parse_description(self, m, state)

    def parse_attributes(self, m: re.Match[str], state: Any) -> int:
        """`{.class}` on a line of its own, after a block."""
        return attributes.parse_block(m, state)

    def finish_paragraph(self, state: State, start: int, end: int) -> None:
        """Turn lines `start:end` of `state` into a table, a lone shortcode or a paragraph."""
        source = state.src
        while end > start and source[end - 1] in _SPACE:
            end -= 1
        start = attributes.skip(source, start, end)
        if start == end:
            return
        if self.markup.table and tables.parse(state, start, end):
            return
        lone = self.mask.fullmatch(source, start, end)
        if lone:
            node = Node("shortcode", state.span(start, end), (), "", {})
            state.add(state.document.place(node, lone.group()))
            return
        state.add_leaf(Node("paragraph", state.span(start, end), (), "", {}), start, end)


@lru_cache(maxsize=64)
def _fence_end(character: str, size: int) -> re.Pattern[str]:
    return re.compile(rf"^ {{0,3}}{re.escape(character)}{{{size},}}[ \t]*(?:\n|$)", re.M)


def _without_hashes(source: str, start: int, end: int) -> int:
    """The end of a heading's text without the hashes that close it."""
    cut = end
    while cut > start and source[cut - 1] == "#":
        cut -= 1
    if cut > start and source[cut - 1] not in " \t":
        return end
    while cut > start and source[cut - 1] in " \t":
        cut -= 1
    return cut

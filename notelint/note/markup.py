"""The site's Markdown settings that change what a note's text means."""

from typing import Literal, NamedTuple

IdType = Literal["github", "github-ascii", "blackfriday"]


class Markup(NamedTuple):
    """Hugo's `markup.goldmark` as far as it changes the tree or the ids; the defaults are Hugo's own.

    Source: https://gohugo.io/configuration/markup/
    """

    auto_heading_id: bool = True
    id_type: IdType = "github"
    attribute_block: bool = False
    attribute_title: bool = True
    unsafe: bool = False
    definition_list: bool = True
    definition_ids: bool = False
    footnote: bool = True
    linkify: bool = True
    strikethrough: bool = True
    table: bool = True
    task_list: bool = True
    typographer: bool = True
    passthrough_block: tuple[tuple[str, str], ...] = ()
    passthrough_inline: tuple[tuple[str, str], ...] = ()
    emoji: bool = False


MATH = Markup(
    unsafe=True,
    attribute_block=True,
    passthrough_block=(("\\[", "\\]"), ("$$", "$$")),
    passthrough_inline=(("\\(", "\\)"),),
)
"""What is assumed of notes that stand in no site: everything a note may use is on."""

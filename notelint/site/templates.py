"""The templates on disk, the site's own and its themes': which shortcodes there are, what hooks
do.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from notelint.note.shortcode_table import Printed
from notelint.site.hooks import (
    EMBEDDED_IMAGE,
    EMBEDDED_LINK,
    PLAIN,
    UNKNOWN,
    HeadingHook,
    Hooks,
    LinkHook,
    heading_hook,
    link_hook,
    with_partials,
)
from notelint.site.hugo_config import HugoConfig
from notelint.site.mounts import Mount


def shortcode_templates(mounts: Iterable[Mount]) -> dict[str, bool]:
    """Name (lower case) → does its template use `.Inner`? The first of a name wins, as in Hugo."""
    return {name: ".Inner" in text for name, text in _shortcode_texts(mounts).items()}


_AS_CODE = r"highlight|transform\.Highlight|htmlEscape|transform\.HTMLEscape"
_PRINTED = re.compile(
    rf"(?:{_AS_CODE}|safeHTML|safe\.HTML|htmlUnescape|transform\.HTMLUnescape|plainify|trim|chomp"
    r"|strings\.\w+|printf?|\.Get|\.Inner|[|()\d\s]|\"[^\"]*\"|`[^`]*`)+\Z"
)


def printing_templates(mounts: Iterable[Mount]) -> dict[str, Printed]:
    """The shortcodes that put their inner text out as it is, or as code."""
    found: dict[str, Printed] = {}
    for name, text in _shortcode_texts(mounts).items():
        actions = [one for one in _ACTION.findall(_COMMENT.sub("", text)) if ".Inner" in one]
        if actions and all(_PRINTED.match(one) for one in actions):
            as_code = any(re.search(_AS_CODE, one) for one in actions)
            found[name] = "code" if as_code else "html"
    return found


_ACTION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.S)
_ID = re.compile(r"""\bid\s*=\s*["']?([^"'\s>{]*)(?:\{\{-?\s*(\$\w+)\s*-?\}\})?""")
_OTHER_IDS = re.compile(
    r"\.Anchor\b|anchorize|\.RenderShortcodes|[rR]eadFile|\.RawContent|\.Content\b|\bunmarshal\b"
)
_COMMENT = re.compile(r"\{\{-?\s*/\*.*?\*/\s*-?\}\}", re.S)


def id_shortcodes(mounts: Sequence[Mount]) -> dict[str, tuple[str, ...]]:
    """Shortcodes on disk whose output has ids that do not stand in the note, with how those ids
    begin; "" when they may be anything.
    """
    include = _partials(mounts)
    found: dict[str, tuple[str, ...]] = {}
    for name, text in _shortcode_texts(mounts).items():
        whole, complete = with_partials(_COMMENT.sub("", text), include, 0)
        whole = _COMMENT.sub("", whole)
        starts = tuple(dict.fromkeys(_id_starts(whole)))
        if not complete or _OTHER_IDS.search(whole):
            starts = ("",)
        if starts:
            found[name] = starts
    return found


def _id_starts(text: str) -> Iterator[str]:
    """How each `id="…"` of a template begins, also one that is a variable made by `printf`."""
    for start, variable in _ID.findall(text):
        given = (
            re.findall(rf"{re.escape(variable)}\s*:?=\s*(.*?)-?\}}\}}", text) if variable else ()
        )
        if start or not given:
            yield start
        for value in given if not start else ():
            made = re.match(r'\(?\s*printf\s+"([^"%]+)%', value)
            yield made[1] if made else ""


def _partials(mounts: Iterable[Mount]) -> Callable[[str], str | None]:
    """What gives the text of a partial by its name, None when it is not on disk."""
    layouts = [mount.path for mount in mounts if mount.component == "layouts" and not mount.target]

    def include(name: str) -> str | None:
        for folder in layouts:
            for place in ("_partials", "partials"):
                for path in (folder / place / name, folder / place / f"{name}.html"):
                    if path.is_file():
                        return path.read_text(encoding="utf-8", errors="replace")
        return None

    return include


def shortcode_hook(name: str, mounts: Sequence[Mount], missing: Sequence[str]) -> LinkHook | None:
    """How a shortcode turns its parameters into addresses; None when its template is not known."""
    text = _shortcode_texts(mounts).get(name.lower())
    if text is not None:
        hook = link_hook(_COMMENT.sub("", text), _partials(mounts), name="Get")
        return None if hook.kind == "unknown" else hook
    return EMBEDDED_IMAGE if name.lower() == "figure" and not missing else None


def _shortcode_texts(mounts: Iterable[Mount]) -> dict[str, str]:
    found: dict[str, str] = {}
    for mount in mounts:
        if mount.component != "layouts":
            continue
        for folder in _shortcode_folders(mount):
            for path in sorted(folder.rglob("*")):
                if path.suffix and path.is_file():
                    name = path.relative_to(folder).as_posix().split(".")[0].lower()
                    if name not in found:
                        found[name] = path.read_text(encoding="utf-8", errors="replace")
    return found


def _shortcode_folders(mount: Mount) -> Iterator[Path]:
    if mount.target:
        if mount.target.split("/")[0] in ("shortcodes", "_shortcodes"):
            yield mount.path
        return
    for name in ("_shortcodes", "shortcodes"):
        folder = mount.path / name
        if folder.is_dir():
            yield folder


def hooks_of(
    hugo: HugoConfig, mounts: Sequence[Mount], missing: Sequence[str], page_type: str = ""
) -> Hooks:
    """The render hooks at work on pages of one type, whose own go before those for all pages.

    `missing` are themes that are not on disk: their hooks are unknown.
    """
    layouts = [mount.path for mount in mounts if mount.component == "layouts" and not mount.target]
    own = [mount.path for mount in mounts if mount.component == "layouts" and mount.own]
    include = _partials(mounts)

    def template(kind: str) -> str | None:
        folders = own if missing else layouts
        general = [
            folder / place for folder in folders for place in ("_markup", "_default/_markup")
        ]
        special = [folder / page_type / "_markup" for folder in folders if page_type]
        for place in (*special, *general):
            for path in sorted(place.glob(f"render-{kind}*.html")):
                if path.name.split(".")[0] == f"render-{kind}":
                    return path.read_text(encoding="utf-8", errors="replace")
        return None

    def target_hook(kind: str, embedded: LinkHook) -> LinkHook:
        use = hugo.use_embedded("link" if kind == "link" else "image")
        if use == "always":
            return embedded
        text = template(kind)
        if text is not None:
            return link_hook(text, include)
        if missing:
            return UNKNOWN
        return embedded if use == "fallback" else PLAIN

    heading = template("heading")
    heading_ids = heading_hook(heading, include) if heading is not None else HeadingHook()
    return Hooks(
        target_hook("link", EMBEDDED_LINK), target_hook("image", EMBEDDED_IMAGE), heading_ids
    )

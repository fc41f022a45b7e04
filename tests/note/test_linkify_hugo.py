"""Bare addresses beside signs that the typographer replaces, and beside emphasis: links where Hugo makes them links."""

import re
from html import unescape
from pathlib import Path

from notelint.note.markup import Markup
from notelint.note.note import read
from notelint.note.shortcode_table import default_table
from tests.hugo import build

CASES = [
    'x "https://x.org" y',
    "x 'https://x.org' y",
    "x ...https://x.org",
    "x --https://x.org",
    "x -https://x.org",
    "x <<https://x.org",
    "x “https://x.org” y",
    'x "www.x.org" y',
    'x5"https://x.org',
    "x <<f@a.com>> y",
    "x >>f@a.com",
    '"f@a.com',
    'a.."f@a.com',
    "x 5'f@a.com",
    'x --"f@a.com',
    "x---f@a.com",
    "x *a*@b.org y",
    "x a*b*@b.org y",
    "x **forte**@b.org y",
    "x *f@a.com* y",
    "x `a`@b.org",
]


def test_hugo_links_the_same(tmp_path: Path) -> None:
    body = "\n\n%%\n\n".join(CASES)
    (tmp_path / "content").mkdir()
    (tmp_path / "layouts").mkdir()
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    (tmp_path / "layouts" / "all.html").write_text("{{ .Content }}")
    (tmp_path / "content" / "nota.md").write_text(f"---\ntitle: Nota\n---\n{body}\n")
    build(tmp_path, tmp_path / "public")
    pages = (tmp_path / "public" / "nota" / "index.html").read_text("utf-8").split("<p>%%</p>")
    theirs = [[unescape(u) for u in re.findall(r'<a href="([^"]*)"', page)] for page in pages]
    ours = [
        [
            node.attrs["url"]
            for node in read(
                "nota.md", case.encode(), language="pt", markup=Markup(), shortcodes=default_table()
            ).of_kind("link")
        ]
        for case in CASES
    ]
    assert dict(zip(CASES, ours, strict=True)) == dict(zip(CASES, theirs, strict=True))

"""What cascades down to each page, and whether the page is built.

https://gohugo.io/content-management/front-matter/#cascade-1
"""

from collections.abc import Mapping

from notelint.site.front import Cascade, Publishing, build_of, cascades_in, with_cascades
from notelint.site.page import Hidden, Page
from notelint.site.values import text, texts
from notelint.site.workspace import Workspace

UNBUILT = ("draft", "future", "expired")
"""Why a page is left out of a plain build by its own front matter or a cascade."""


class Settling:
    """Gives pages their values; made for one site."""

    def __init__(self, workspace: Workspace) -> None:
        hugo = workspace.hugo
        self.publishing = Publishing(hugo, workspace.settings.now)
        self.disabled = {
            one.code: frozenset(text(kind).lower() for kind in texts(one.get("disablekinds")))
            for one in hugo.languages
        }
        self._chains: dict[tuple[str, str], tuple[Cascade, ...]] = {}
        self._site_cascades = tuple(
            cascade
            for one in hugo.languages
            for cascade in (
                *cascades_in(hugo.get("cascade")),
                *cascades_in(one.own.get("cascade"), one.code),
            )
        )

    def settle(self, page: Page, nodes: Mapping[str, Page]) -> Hidden:
        """Give the page what cascades to it, and say why it is hidden; `nodes` are the pages of its
        language by logical path.
        """
        language, key = page.language, page.logical_path
        if nodes.get(key) is page:
            cascades = self.cascades(language, key, nodes)
        else:  # a part of a bundle, or a file whose path another one has
            own = page.facts.front.get("cascade")
            above = self.cascades(language, key.rpartition("/")[0], nodes)
            cascades = (*cascades_in(own, language), *above) if own is not None else above
        if cascades:
            page.values = with_cascades(page.values, cascades, page.hugo_kind, key, language)
        return "never" if page.hugo_kind in self.disabled[language] else self.hidden(page)

    def hidden(self, page: Page) -> Hidden:
        """Why the values of a page keep it from being published."""
        values, publishing = page.values, self.publishing
        if publishing.date_from_file_name or publishing.fields & values.keys():
            name = page.directory.rpartition("/")[2] if page.kind == "leaf" else page.name
            unbuilt = publishing.hidden(values, name)
            if unbuilt:
                return unbuilt
        if "build" in values or "headless" in values or "_build" in values:
            render = build_of(values).render
            if render == "never":
                return "headless" if "headless" in values else "never"
            if render == "link":
                return "link"
        return ""

    def cascades(self, language: str, key: str, nodes: Mapping[str, Page]) -> tuple[Cascade, ...]:
        """The cascades that reach `key`, nearest first: its own, those above it, the site's."""
        known = self._chains.get((language, key))
        if known is not None:
            return known
        above = (
            self.cascades(language, key.rpartition("/")[0], nodes) if key else self._site_cascades
        )
        page = nodes.get(key)
        own = page.facts.front.get("cascade") if page is not None else None
        chain = (*cascades_in(own, language), *above) if own is not None else above
        self._chains[language, key] = chain
        return chain

"""Files that Hugo writes only when a template asks for them, and whether one does."""

from collections.abc import Callable
from functools import cached_property

from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.hooks import EMBEDDED_IMAGE, LinkHook
from notelint.site.outputs import Outputs
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.target_text import take_apart
from notelint.site.tree import Tree

_CALLS = ("ref", "relref")


class OnUse:
    """Assets, and the files of pages that keep theirs back (`build.publishResources`, drafts).

    `look_up` is how a render hook finds a file: see Resolver.looked_up.
    """

    def __init__(
        self,
        tree: Tree,
        bundles: Bundles,
        files: SiteFiles,
        outputs: Outputs,
        look_up: Callable[[LinkHook, str, Page], Resolution | None],
    ) -> None:
        self.tree, self.bundles, self.files, self.outputs = tree, bundles, files, outputs
        self.look_up = look_up

    def file_at(self, address: str) -> str | None:
        """The file at `address` when some published page uses it through a hook."""
        path = self._kept_back.get(address)
        return path if path is not None and path in self._used else None

    @cached_property
    def _kept_back(self) -> dict[str, str]:
        """Address → file."""
        found = {f"/{name}": path for name, path in self.files.assets.items()}
        for nodes in self.tree.by_language.values():
            for page in nodes.values():
                for resource in self.bundles.own(page).values():
                    if resource.url not in self.outputs.published:
                        found[resource.url] = resource.path
        return found

    @cached_property
    def _used(self) -> frozenset[str]:
        names = {path.rpartition("/")[2].casefold() for path in self._kept_back.values()}
        hooks_for = self.tree.workspace.hooks_for
        found: set[str] = set()
        for page in self.tree.pages.values():
            for kind, origin, target, *_ in page.facts.plain_references if not page.hidden else ():
                parts = take_apart(target)
                if parts.path.rpartition("/")[2].casefold() not in names or parts.scheme:
                    continue
                if origin not in ("markdown", "definition", "shortcode") or kind in _CALLS:
                    continue
                hooks = hooks_for(page.type)
                hook = hooks.image if kind == "image" else hooks.link
                hook = EMBEDDED_IMAGE if origin == "shortcode" else hook
                used = self.look_up(hook, parts.path, page)
                if used is not None and used.file is not None:
                    found.add(used.file)
        return frozenset(found)

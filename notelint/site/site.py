"""All notes together, as Hugo sees them."""

from collections.abc import Mapping

from notelint.note.reference import Reference
from notelint.site.addresses import Addresses
from notelint.site.facts import Facts
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.tree import Tree, placed_facts
from notelint.site.workspace import Workspace

__all__ = ["Page", "Resolution", "Site"]


class Site:
    """The pages of a workspace by the path of their file, and what leads where."""

    def __init__(self, workspace: Workspace, tree: Tree, addresses: Addresses) -> None:
        self.workspace = workspace
        self.tree = tree
        self.addresses = addresses

    @staticmethod
    def of(workspace: Workspace, facts: Mapping[str, Facts]) -> "Site":
        """The site made of these notes; `facts` is by path relative to the root."""
        tree = Tree(workspace, placed_facts(workspace, facts))
        addresses = Addresses(tree)
        addresses.assign()
        return Site(workspace, tree, addresses)

    @property
    def pages(self) -> Mapping[str, Page]:
        """Every note by the path of its file."""
        return self.tree.pages

    def resolve(self, reference: Reference, page: Page) -> Resolution:
        """Where `reference`, written on `page`, leads."""
        raise NotImplementedError

"""The front matter fields that are taxonomies: tags, categories, and what the site makes one."""

from collections.abc import Mapping

from notelint.site.workspace import Workspace

_DEFAULT = {"tag": "tags", "category": "categories"}


def taxonomies(workspace: Workspace, language: str) -> Mapping[str, str]:
    """Singular name → the field, both in lower case; Hugo's own where none are configured.

    https://gohugo.io/configuration/taxonomies/
    """
    languages = workspace.hugo.languages
    mine = next((one for one in languages if one.code == language.lower()), languages[0])
    given = mine.get("taxonomies")
    if not isinstance(given, Mapping):
        return _DEFAULT
    return {str(singular).lower(): str(plural).lower() for singular, plural in given.items()}


def taxonomy_fields(workspace: Workspace, language: str) -> frozenset[str]:
    """The fields that hold terms, in lower case."""
    key = ("taxonomy fields", language)
    if key not in workspace.memo:
        workspace.memo[key] = frozenset(taxonomies(workspace, language).values())
    known: frozenset[str] = workspace.memo[key]
    return known

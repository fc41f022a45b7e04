"""notelint keeps Hugo notes correct in Portuguese and publishes them in English.

The public API is what `__all__` names. Nothing is imported before it is used.
"""

TYPE_CHECKING = False  # typing itself is not imported for that; type checkers know the name

if TYPE_CHECKING:
    from notelint.api import check, read, translate
    from notelint.core import Diagnostic, Edit, Fix, NotelintError, Span
    from notelint.note.note import Note

__version__ = "0.1.0"

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Note",
    "NotelintError",
    "Span",
    "__version__",
    "check",
    "read",
    "translate",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'notelint' has no attribute {name!r}")
    from importlib import import_module

    home = {"check": "api", "read": "api", "translate": "api", "Note": "note.note"}.get(
        name, "core"
    )
    return getattr(import_module(f"notelint.{home}"), name)

"""How a file that may be lost at any time is written: whole, or not at all, without a word.

Imported on every start, so it imports only what the interpreter has loaded anyway.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def put(path: str, pieces: "Iterable[bytes]") -> None:
    """Put a file in its place; where that cannot be done, it is made again in the next run."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "wb") as file:
            file.writelines(pieces)
        os.replace(draft, path)
    except OSError:
        return

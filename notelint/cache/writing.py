"""How a file that may be lost at any time is written: whole, or not at all, without a word.

Imported on every start, so it imports only what the interpreter has loaded anyway.
"""

import os


def put(path: str, content: bytes) -> None:
    """Put a file in its place; where that cannot be done, it is made again in the next run."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(draft, "wb") as file:
            file.write(content)
        os.replace(draft, path)
    except OSError:
        return

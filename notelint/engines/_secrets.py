"""Keys come from the environment and must never be shown, in no message of anybody."""

import os
import re

from notelint.core import NotelintError

SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|APPID|CLIENT_ID", re.IGNORECASE)


def key(engine: str, *names: str) -> str:
    """The first of these environment variables that is set; NotelintError when none is."""
    for name in names:
        if value := os.environ.get(name, "").strip():
            return value
    raise NotelintError(f"{engine} needs a key: set {names[0]} in the environment")


def without_secrets(text: str) -> str:
    """`text` with the value of every variable that looks like a key replaced by its name."""
    for name, value in os.environ.items():
        if len(value) >= 6 and SECRET_NAME.search(name):
            text = text.replace(value, f"${name}")
    return text

"""LibreTranslate: free software, on your own machine or on somebody's server.

`url` says which, such as `http://127.0.0.1:5000/`; LIBRE_API_KEY only where the server wants one.
"""

from typing import Any

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

NO_KEY = "-"
"""The library refuses to start without a key, though most servers want none."""


def without_needless_key(request: dict[str, Any]) -> None:
    """Leave the key out when there is none."""
    if request["data"].get("api_key") == NO_KEY:
        del request["data"]["api_key"]


engine = Wrapped(
    "libre",
    "LibreTranslator",
    Limits(characters=2_000, per_second=10, at_once=4),
    optional={"LIBRE_API_KEY": "api_key"},
    missing=NO_KEY,
    prepare=without_needless_key,
)

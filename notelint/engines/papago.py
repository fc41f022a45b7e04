"""Papago with PAPAGO_CLIENT_ID and PAPAGO_CLIENT_SECRET of yours: mostly Asian languages."""

from typing import Any

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits


def right_way_round(module: Any) -> None:
    """The library's table of languages is the wrong way round, and so sends their names."""
    from deep_translator.constants import PAPAGO_LANGUAGE_TO_CODE as NAMES

    module.PAPAGO_LANGUAGE_TO_CODE = {name: code for code, name in NAMES.items()}


engine = Wrapped(
    "papago",
    "PapagoTranslator",
    Limits(characters=4_900, per_second=5, price=15.0),
    change=right_way_round,
    needs={"PAPAGO_CLIENT_ID": "client_id", "PAPAGO_CLIENT_SECRET": "secret_key"},
)

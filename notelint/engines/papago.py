"""Papago with PAPAGO_CLIENT_ID and PAPAGO_CLIENT_SECRET of yours: mostly Asian languages."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped(
    "papago",
    "PapagoTranslator",
    Limits(characters=4_900, per_second=5, price=15.0),
    needs={"PAPAGO_CLIENT_ID": "client_id", "PAPAGO_CLIENT_SECRET": "secret_key"},
)

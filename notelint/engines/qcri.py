"""QCRI with a key of yours in QCRI_API_KEY: Arabic, English and Spanish only."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped(
    "qcri",
    "QcriTranslator",
    Limits(characters=4_000, per_second=1),
    needs={"QCRI_API_KEY": "api_key"},
    asked={"domain": "news"},
)

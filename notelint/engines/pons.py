"""PONS, a dictionary: single words and short phrases, the rest goes to the next engine."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped(
    "pons",
    "PonsTranslator",
    Limits(characters=49, per_second=1, cut=False),
    languages={"pt": "portuguese", "en": "english", "es": "spanish", "fr": "french"},
)

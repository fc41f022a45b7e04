"""Yandex with a key of yours in YANDEX_API_KEY (its interface 1.5: old keys only)."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped(
    "yandex",
    "YandexTranslator",
    Limits(characters=9_000, per_second=5),
    needs={"YANDEX_API_KEY": "api_key"},
)

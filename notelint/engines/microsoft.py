"""Microsoft Translator with MICROSOFT_API_KEY of yours, and MICROSOFT_REGION if it has one."""

from typing import Any

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits


def without_asking(module: Any) -> None:
    """Skip the question for the languages there are: the library asks it for each client."""
    from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

    module.MicrosoftTranslator._get_supported_languages = lambda _: GOOGLE_LANGUAGES_TO_CODES


engine = Wrapped(
    "microsoft",
    "MicrosoftTranslator",
    Limits(characters=40_000, per_second=10, at_once=4, price=10.0),
    needs={"MICROSOFT_API_KEY": "api_key"},
    optional={"MICROSOFT_REGION": "region"},
    change=without_asking,
)

"""MyMemory: free, 5,000 characters a day, more with an address in MYMEMORY_EMAIL."""

from typing import Any

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Broken, Limits, Refused


def look(response: Any) -> None:
    """It says 200 and puts its complaints where the translation should be."""
    try:
        data = response.json()
        status = int(data.get("responseStatus", 200))
    except (ValueError, TypeError, AttributeError) as error:
        raise Broken("mymemory: the answer is not what it should be") from error
    if data.get("quotaFinished") or status == 429:
        raise Broken("mymemory: today's free characters are used up", lasting=True)
    if status != 200:
        raise Refused(f"mymemory does not take this text ({status})")


engine = Wrapped(
    "mymemory",
    "MyMemoryTranslator",
    Limits(characters=490, per_second=2),
    languages={"pt": "pt-BR", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"},
    optional={"MYMEMORY_EMAIL": "email"},
    look=look,
)

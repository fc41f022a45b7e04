"""Any chat model with an OpenAI-compatible address: `url` and `model` say which; local ones too.

The key is in NOTELINT_LLM_KEY, or in the variable that `key` names; a local server needs none.
"""

import os

from notelint.core import NotelintError
from notelint.engines._chat import Chat
from notelint.translation.engine import Pair, Settings


def engine(pair: Pair, settings: Settings) -> Chat:
    """A chat model, such as `url = "http://127.0.0.1:11434/v1"`, `model = "gemma3"`."""
    url = settings.get("url") or os.environ.get("NOTELINT_LLM_URL", "")
    model = (
        settings.get("argument") or settings.get("model") or os.environ.get("NOTELINT_LLM_MODEL")
    )
    if not url or not model:
        raise NotelintError("llm needs “url” and “model” under its options in the configuration")
    secret = os.environ.get(str(settings.get("key", "NOTELINT_LLM_KEY")), "")
    return Chat("llm", pair, settings, str(url), str(model), secret)

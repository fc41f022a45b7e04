"""ChatGPT with a key of yours in OPENAI_API_KEY.

Not through deep-translator: its version calls an interface that the openai package dropped in 2023.
"""

from notelint.engines._chat import Chat
from notelint.engines._secrets import key
from notelint.translation.engine import Pair, Settings

URL = "https://api.openai.com/v1"
MODEL = "gpt-4o-mini"


class ChatGPT(Chat):
    """The chat engine at OpenAI's own address."""

    keys = ("OPENAI_API_KEY",)

    def __init__(self, pair: Pair, settings: Settings) -> None:
        url, model = str(settings.get("url", URL)), str(settings.get("model", MODEL))
        secret = key("chatgpt", "OPENAI_API_KEY", "OPEN_API_KEY")
        super().__init__("chatgpt", pair, settings, url, model, secret)


engine = ChatGPT

"""DeepL with a key of yours in DEEPL_API_KEY (a free one ends in `:fx`)."""

from typing import Any

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

HOSTS = {True: "https://api-free.deepl.com/", False: "https://api.deepl.com/"}


def as_deepl_wants_it(request: dict[str, Any]) -> None:
    """The key in a header, the text in the body, and the host that goes with the key.

    https://developers.deepl.com/docs/getting-started/auth: keys in the address are refused now.
    """
    form = dict(request.pop("params"))
    secret = form.pop("auth_key")
    request["method"] = "POST"
    request["headers"] = {"Authorization": f"DeepL-Auth-Key {secret}"}
    request["data"] = form | {lang: form[lang].upper() for lang in ("source_lang", "target_lang")}
    if not secret.endswith(":fx"):
        request["url"] = request["url"].replace(HOSTS[True], HOSTS[False])


engine = Wrapped(
    "deepl",
    "DeeplTranslator",
    Limits(characters=30_000, per_second=10, at_once=4, price=25.0),
    needs={"DEEPL_API_KEY": "api_key"},
    prepare=as_deepl_wants_it,
)

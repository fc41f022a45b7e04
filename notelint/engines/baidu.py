"""Baidu with BAIDU_APPID and BAIDU_APPKEY of yours."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped(
    "baidu",
    "BaiduTranslator",
    Limits(characters=1_900, per_second=1, price=7.0),
    needs={"BAIDU_APPID": "appid", "BAIDU_APPKEY": "appkey"},
    languages={"es": "spa", "fr": "fra", "ja": "jp", "ko": "kor"},
)

"""Google through deep-translator: free, unofficial, and sometimes shut."""

from notelint.engines._deep import Wrapped
from notelint.translation.engine import Limits

engine = Wrapped("google", "GoogleTranslator", Limits(characters=4_900, per_second=2, at_once=2))

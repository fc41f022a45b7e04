"""Patterns compiled by several threads at once are kept under their own names."""

import sys
from array import array
from concurrent.futures import ThreadPoolExecutor
from re import _compiler, _parser  # type: ignore[attr-defined]  # what re.compile asks

from notelint.cache.expressions import Expressions


def test_each_pattern_is_kept_with_its_own_code() -> None:
    expressions = Expressions(_compiler.compile, _compiler._code, {})
    before = _compiler._code, sys.getswitchinterval()
    _compiler._code = expressions.code
    sys.setswitchinterval(1e-6)
    patterns = [f"(a{number}|b+c{{{number}}}|[x-z]{number})" for number in range(400)]
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(expressions.compile, patterns))
    finally:
        _compiler._code = before[0]
        sys.setswitchinterval(before[1])
    for (pattern, flags), (_, code, _, _) in expressions._new.items():
        assert array("I", _compiler._code(_parser.parse(pattern, flags), flags)).tobytes() == code
    assert len(expressions._new) == len(patterns)

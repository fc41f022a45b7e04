"""A whole edition: which notes, in what order, and what is written where."""

from notelint.translation.report import Report
from notelint.translation.request import Request


def translate_edition(request: Request) -> Report:
    """See `notelint.translation.run`."""
    raise NotImplementedError

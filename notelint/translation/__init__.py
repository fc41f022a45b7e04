"""Other language editions of notes: `run(request)` does what `notelint translate` asks."""

from notelint.translation.report import Report
from notelint.translation.request import Request

__all__ = ["Report", "Request", "run"]


def run(request: Request) -> Report:
    """Translate what `request` names and say what was done.

    Raises NotelintError, in one line, for a request that cannot be carried out at all (no such folder, no such
    engine, no source language); a single note that fails is in the report.
    """
    from notelint.translation.edition import translate_edition

    return translate_edition(request)

"""Other language editions of notes: `run(request)` does what `notelint translate` asks."""

from pathlib import Path

from notelint.translation.report import Report
from notelint.translation.request import Request

__all__ = ["Report", "Request", "run", "translate_strings"]


def run(request: Request) -> Report:
    """Translate what `request` names and say what was done.

    Raises NotelintError, in one line, for a request that cannot be carried out at all (no such folder, no such
    engine, no source language); a single note that fails is in the report.
    """
    from notelint.translation.edition import translate_edition

    return translate_edition(request)


def translate_strings(request: Request, file: Path) -> int:
    """Translate the texts of the site's configuration into `file`, for review; how many they are.

    Raises NotelintError, in one line, as `run` does.
    """
    from notelint.translation.edition import translate_site_strings

    return translate_site_strings(request, file)

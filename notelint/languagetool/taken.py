"""Which of LanguageTool's rules are worth hearing in notes that mix languages, as data."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from notelint.core import Confidence, NotelintError


class Taken(NamedTuple):
    """What is taken of a language: the server's name for it, rules by the start of their ids."""

    code: str
    rules: Mapping[str, Confidence]

    def confidence(self, rule: str) -> Confidence | None:
        """How far a rule is believed, by the longest name that fits; None when it is not taken."""
        fitting = [name for name in self.rules if rule.startswith(name)]
        return self.rules[max(fitting, key=len)] if fitting else None


def read_taken(content: Mapping[str, Any], language: str) -> Taken | None:
    """The table of `language` ("pt", "pt-pt") in rules/data/languagetool.yaml, None without one.

    Raises NotelintError for a confidence that is none.
    """
    tables = content.get("languages", {})
    table = tables.get(language) or tables.get(language.partition("-")[0])
    if not table:
        return None
    rules: dict[str, Confidence] = {}
    for confidence, names in table["take"].items():
        if confidence not in ("high", "medium", "low"):
            raise NotelintError(
                f"languagetool.yaml: “{confidence}” is no confidence: high, medium or low"
            )
        rules.update({str(name): cast(Confidence, confidence) for name in names})
    return Taken(str(table["code"]), rules)

"""rules/*.yaml as typed rules: what is asked, apart from how it is looked for."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from notelint.core import Confidence, Diagnostic, Fix, Level, NotelintError, Related, Span


class Example(NamedTuple):
    """One `bad` or `good` example of a rule, run as a test and shown by `notelint explain`.

    `at` is the text under the expected finding; `fix` the whole text after the first fix.
    """

    text: str
    at: str | None = None
    fix: str | None = None
    why: str = ""
    path: str = "nota.md"


class Rule(NamedTuple):
    """One rule file.

    `check` names the module in notelint/checks/ that looks for it. `messages` are templates by key;
    a rule with one message has it under "". `given` is the small site in which the examples live
    (path → text).
    """

    id: str
    title: str
    check: str
    level: Level
    messages: Mapping[str, str]
    why: str
    enabled: bool = True
    confidence: Confidence = "high"
    fixable: str = "no"
    since: str = "0.1"
    options: Mapping[str, Any] = {}
    given: Mapping[str, str] = {}
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()

    def found(
        self,
        span: Span,
        message: str = "",
        *,
        suggestions: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
        related: tuple[Related, ...] = (),
        confidence: Confidence | None = None,
        **values: object,
    ) -> Diagnostic:
        """A finding of this rule at `span`; `message` names the template, `values` fill it in."""
        return Diagnostic(
            rule=self.id,
            span=span,
            level=self.level,
            message=self._message(message, values),
            confidence=confidence or self.confidence,
            suggestions=suggestions,
            fixes=fixes,
            related=related,
        )

    def _message(self, name: str, values: Mapping[str, object]) -> str:
        """A message filled in. That of a site's own rule may ask for what its check does not give."""
        try:
            return self.messages[name].format(**values)
        except (KeyError, IndexError, ValueError) as error:
            if name not in self.messages:
                wrong = f"has no message “{name}” under “messages”" if name else "has no “message”"
            else:
                given = ", ".join(f"{{{value}}}" for value in values) or "nothing"
                wrong = f"has a message that cannot be filled in: “{self.check}” gives {given}"
            raise NotelintError(f"rules/{self.id}.yaml: the rule {wrong}") from error

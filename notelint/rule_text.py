"""A rule as Markdown: for `notelint explain`, docs/rules.md and the table in the README."""

from collections.abc import Iterable

from notelint.rules import Example, Rule

_FIXABLE = {"no": "no", "safe": "yes, by --fix", "suggestion": "a guess, by --unsafe-fixes"}


def page_of(rule: Rule) -> str:
    """All there is to say of a rule."""
    parts = [f"## {rule.id}\n\n{rule.title}.\n", _facts(rule), f"{rule.why}\n"]
    if rule.options:
        rows = "".join(
            f"| `{name.replace('_', '-')}` | `{_shown(value)}` |\n"
            for name, value in rule.options.items()
        )
        parts.append(f"| option | default |\n|---|---|\n{rows}")
    for title, examples in (("Wrong", rule.bad), ("Right", rule.good)):
        parts += [f"{title}{_place(example)}:\n\n{_fenced(example)}" for example in examples]
    return "\n".join(parts)


def table_of(rules: Iterable[Rule], page: str) -> str:
    """One row for each rule, with a link to its place on `page`."""
    rows = "".join(
        f"| [`{rule.id}`]({page}#{rule.id}) | {_level(rule)} | {rule.title} "
        f"| {_mark(rule.fixable)} |\n"
        for rule in rules
    )
    return f"| rule | level | what it reports | fix |\n|---|---|---|---|\n{rows}"


def _facts(rule: Rule) -> str:
    return (
        "| level | confidence | fix | since |\n|---|---|---|---|\n"
        f"| {_level(rule)} | {rule.confidence} | {_FIXABLE[rule.fixable]} | {rule.since} |\n"
    )


def _level(rule: Rule) -> str:
    return rule.level if rule.enabled else f"{rule.level}, off by default"


def _mark(fixable: str) -> str:
    return {"no": "", "safe": "safe", "suggestion": "guess"}[fixable]


def _shown(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, default=str).replace("|", "\\|")


def _place(example: Example) -> str:
    return f" ({example.why})" if example.why else ""


def _fenced(example: Example) -> str:
    text = example.text.replace("\0", "␀").rstrip("\n")
    fence = "````"
    while fence in text:
        fence += "`"
    return f"{fence}markdown\n{text}\n{fence}\n"

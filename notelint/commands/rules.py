"""List all rules with their levels."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint rules`."""
    parser.add_argument(
        "--site",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="whose own rules/ count (default: the site around this folder)",
    )


def run(options: Namespace) -> int:
    """Print one line for each rule."""
    from notelint.rule_files import load_rules
    from notelint.targets import root_of_site

    rules = load_rules(root_of_site(options.site)).values()
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        level = rule.level if rule.enabled else "off"
        sys.stdout.write(f"{rule.id:{width}}  {level:7}  {rule.title}\n")
    return 0

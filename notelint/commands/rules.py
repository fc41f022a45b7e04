"""List all rules with their levels."""

import sys
from argparse import ArgumentParser, Namespace

from notelint.arguments import add_site_of_rules


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint rules`."""
    add_site_of_rules(parser)


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

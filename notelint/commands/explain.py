"""Say what a rule asks, why, and what is wrong and right by it."""

import sys
from argparse import ArgumentParser, Namespace

from notelint.arguments import add_site_of_rules
from notelint.rule_text import page_of


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint explain`."""
    parser.add_argument("rule", metavar="RULE", help="the id of a rule")
    add_site_of_rules(parser)


def run(options: Namespace) -> int:
    """Print the page of one rule."""
    from notelint.rule_files import load_rules
    from notelint.selection import check_ids
    from notelint.targets import root_of_site

    rules = load_rules(root_of_site(options.site))
    check_ids((options.rule,), rules)
    sys.stdout.write(page_of(rules[options.rule]))
    return 0

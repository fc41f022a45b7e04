"""Arguments that several commands share."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path


def add_site_arguments(parser: ArgumentParser) -> None:
    """`--site` and `--config`."""
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="root of the site (default: found from the paths)"
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="the configuration (default: notelint.toml)"
    )


def add_site_of_rules(parser: ArgumentParser) -> None:
    """`--site` of commands that are about rules, a site's own among them."""
    parser.add_argument(
        "--site",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="whose own rules/ count (default: the site around this folder)",
    )


def names(values: Iterable[str]) -> tuple[str, ...]:
    """Comma lists of a repeated option as one list."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())

"""A hunspell dictionary that the site names, compiled once into its cache."""

from pathlib import Path

from notelint.core import NotelintError
from notelint.files import write_atomically
from notelint.spelling.automaton import Automaton, compiled, load
from notelint.spelling.hunspell import words


def site_dictionary(dic: Path, cache: Path) -> Automaton:
    """The words of `dic` (the .aff file lies beside it) as an automaton, kept below `cache`.

    A change of either file compiles it anew: seconds for a large dictionary. Clitics that affixes
    add behind a hyphen are left to our rules. Raises NotelintError when the pair cannot be read.
    """
    aff = dic.with_suffix(".aff")
    kept = cache / "dictionaries" / f"{dic.stem}-{_version(aff)}-{_version(dic)}.dawg"
    if not kept.is_file():
        plain = words(aff, dic, wanted=lambda affix: "-" not in affix.rstrip("-"))
        write_atomically(kept, compiled(plain))
    return load(kept)


def _version(path: Path) -> str:
    try:
        status = path.stat()
    except OSError as error:
        raise NotelintError(f"cannot read the dictionary {path}: {error.strerror}") from error
    return f"{status.st_size:x}.{status.st_mtime_ns:x}"

"""Draws every picture of the notes in content/ (and the shared ones in static/img/).

python scripts/draw_images.py            writes the pictures that differ, and says which
python scripts/draw_images.py --check    writes nothing; exit 1 when some differ
"""

import argparse
import sys
from pathlib import Path

from drawing import distributed, storage, transactions
from drawing.png import pixels

PICTURES = storage.PICTURES | transactions.PICTURES | distributed.PICTURES
ROOT = Path(__file__).resolve().parent.parent


def same(old: bytes, new: bytes) -> bool:
    """Do both show the same picture? PNG files of two zlib versions differ in their bytes alone."""
    if old.startswith(b"\x89PNG") and new.startswith(b"\x89PNG"):
        return pixels(old) == pixels(new)
    return old == new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on differences")
    only_check = parser.parse_args().check
    different = 0
    for name, draw in PICTURES.items():
        picture = draw()
        new = picture.encode() if isinstance(picture, str) else picture
        path = ROOT / name
        if path.is_file() and same(path.read_bytes(), new):
            continue
        different += 1
        print(f"{name}: {'differs' if only_check else 'drawn'}, {len(new):,} bytes")
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(path.name + ".tmp")
            temporary.write_bytes(new)
            temporary.replace(path)
    return 1 if only_check and different else 0


if __name__ == "__main__":
    sys.exit(main())

"""Small PNG pictures with a palette, written with zlib alone."""

import struct
import zlib
from collections.abc import Callable, Sequence


def png(
    width: int, height: int, palette: Sequence[str], colour: Callable[[int, int], int]
) -> bytes:
    """A PNG of `width` × `height` pixels.

    Args:
        palette: colours as "#rrggbb", at most 256.
        colour: gives the palette index of the pixel (x, y); y grows downwards.

    Source: the PNG specification, third edition, sections 5 (chunks) and 11.2 (IHDR, PLTE, IDAT).
    """
    rows = b"".join(
        b"\0" + bytes(colour(x, y) for x in range(width)) for y in range(height)
    )  # each row starts with its filter, 0 = none
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = b"".join(bytes.fromhex(name.lstrip("#")) for name in palette)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"PLTE", colours),
            chunk(b"IDAT", zlib.compress(rows, 9)),
            chunk(b"IEND", b""),
        ]
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pixels(picture: bytes) -> tuple[bytes, bytes]:
    """What a picture shows: header with palette, and raw rows (which two zlibs may pack apart)."""
    position, plain, packed = 8, b"", b""
    while position < len(picture):
        (length,) = struct.unpack_from(">I", picture, position)
        kind = picture[position + 4 : position + 8]
        data = picture[position + 8 : position + 8 + length]
        if kind == b"IDAT":
            packed += data
        else:
            plain += kind + data
        position += length + 12
    return plain, zlib.decompress(packed)

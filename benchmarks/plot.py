"""A small plot with logarithmic axes, as SVG: seconds against number of notes."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT = 760, 440
_LEFT, _TOP, _RIGHT, _BOTTOM = 70, 20, 230, 50
_COLOURS = ("#0b6e4f", "#b5482a", "#5a4fcf", "#777777")
_DASHES = ("", "7 4", "2 4")


@dataclass(frozen=True, slots=True)
class Line:
    """Points (notes, seconds) of one program; lines of one program share a colour."""

    title: str
    points: tuple[tuple[float, float], ...]
    colour: int


def plot(lines: Sequence[Line]) -> str:
    """The whole image, readable on light and dark pages."""
    points = [point for line in lines for point in line.points] or [(1.0, 1.0)]
    across = _Axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    upwards = _Axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img" '
        'aria-label="Time against number of notes">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_grid(across, upwards),
        *_curves(lines, across, upwards),
    ]
    return "\n".join([*parts, "</svg>", ""])


class _Axis:
    """Powers of ten to places on the image."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.ceil(math.log10(max(values))), self.low + 1)
        self._start, self._end = start, end

    def place(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self._start + share * (self._end - self._start), 1)

    def powers(self) -> Iterator[tuple[float, float]]:
        for power in range(self.low, self.high + 1):
            yield 10.0**power, self.place(10.0**power)


def _grid(across: _Axis, upwards: _Axis) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    for value, x in across.powers():
        yield f'<path d="M{x} {_TOP}V{bottom}" stroke="#dddddd"/>'
        yield f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{value:,.0f}</text>'
    for value, y in upwards.powers():
        shown = f"{value:g} s" if value >= 1 else f"{value * 1000:g} ms"
        yield f'<path d="M{_LEFT} {y}H{right}" stroke="#dddddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{shown}</text>'
    yield f'<text x="{(_LEFT + right) / 2}" y="{_HEIGHT - 10}" text-anchor="middle">notes</text>'


def _curves(lines: Sequence[Line], across: _Axis, upwards: _Axis) -> Iterator[str]:
    used: dict[int, int] = {}
    for row, line in enumerate(lines):
        dash = _DASHES[used.get(line.colour, 0) % len(_DASHES)]
        used[line.colour] = used.get(line.colour, 0) + 1
        style = f'stroke="{_COLOURS[line.colour]}" stroke-width="2" stroke-dasharray="{dash}"'
        places = [f"{across.place(x)},{upwards.place(y)}" for x, y in line.points]
        yield f'<polyline points="{" ".join(places)}" fill="none" {style}/>'
        for place in places:
            x, _, y = place.partition(",")
            yield f'<circle cx="{x}" cy="{y}" r="3" fill="{_COLOURS[line.colour]}"/>'
        y = str(_TOP + 20 + 22 * row)
        left = _WIDTH - _RIGHT + 20
        yield f'<path d="M{left} {y}h28" {style}/>'
        yield f'<text x="{left + 36}" y="{int(y) + 4}">{line.title}</text>'

"""Line and bar charts, and diagrams of events in time, drawn on a Drawing."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drawing.svg import BLUE, FAINT, INK, LINE, SKY, Drawing, Point


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its range, the ticks to write, its title, and whether it is logarithmic."""

    low: float
    high: float
    ticks: Mapping[float, str]
    title: str = ""
    logarithmic: bool = False

    def part(self, value: float) -> float:
        """Where `value` lies between the ends, as a part of 1."""
        if self.logarithmic:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing with axes; `at` turns values into pixels."""

    drawing: Drawing
    x: Axis
    y: Axis
    left: float = 64
    right: float = 24
    top: float = 24
    bottom: float = 52

    def at(self, x: float, y: float) -> Point:
        width = self.drawing.width - self.left - self.right
        height = self.drawing.height - self.top - self.bottom
        return (
            self.left + self.x.part(x) * width,
            self.top + (1 - self.y.part(y)) * height,
        )

    def axes(self) -> None:
        d = self.drawing
        floor, edge = d.height - self.bottom, d.width - self.right
        for value, label in self.y.ticks.items():
            y = self.at(self.x.low, value)[1]
            d.line([(self.left, y), (edge, y)], LINE, width=0.4)
            d.text(self.left - 8, y + 4, label, size=12, anchor="end", fill=FAINT)
        for value, label in self.x.ticks.items():
            x = self.at(value, self.y.low)[0]
            d.text(x, floor + 18, label, size=12, fill=FAINT)
        d.line([(self.left, self.top), (self.left, floor), (edge, floor)], INK)
        d.text((self.left + edge) / 2, d.height - 12, self.x.title, size=13)
        d.text(self.left, self.top - 8, self.y.title, size=13)

    def curve(
        self,
        function: Callable[[float], float],
        label: str = "",
        stroke: str = BLUE,
        *,
        steps: int = 60,
        label_at: float = 0.9,
    ) -> None:
        """Draw y = function(x), cut at the top of the chart; the label follows the curve."""
        low, high = self.x.low, self.x.high
        points: list[Point] = []
        for step in range(steps + 1):
            part = step / steps
            x = low * (high / low) ** part if self.x.logarithmic else low + (high - low) * part
            y = function(x)
            if self.y.low <= y <= self.y.high:
                points.append(self.at(x, y))
        self.drawing.line(points, stroke, width=2.5)
        if label:
            x, y = points[round((len(points) - 1) * label_at)]
            self.drawing.text(x - 8, y - 8, label, size=13, anchor="end", fill=stroke, bold=True)


def bars(
    drawing: Drawing,
    rows: Sequence[tuple[str, float, str, str]],
    *,
    left: float = 130,
    top: float = 24,
    step: float = 34,
) -> None:
    """Lying bars: label, length as a part of 1, what to write at its end, colour."""
    room = drawing.width - left - 130
    for index, (label, part, value, fill) in enumerate(rows):
        y = top + index * step
        drawing.text(left - 10, y + step * 0.48, label, anchor="end")
        drawing.box(left, y, max(2, part * room), step * 0.68, fill=fill, round_=3)
        drawing.text(
            left + max(2, part * room) + 8, y + step * 0.48, value, anchor="start", fill=FAINT
        )


def lanes(
    drawing: Drawing, names: Sequence[str], *, left: float = 90, top: float = 50, step: float = 70
) -> Callable[[int, float], Point]:
    """Lying life lines, one a name; gives the pixel of (lane, pixels from the left end)."""
    for index, name in enumerate(names):
        y = top + index * step
        drawing.text(left - 16, y + 5, name, anchor="end", bold=True)
        drawing.arrow((left, y), (drawing.width - 20, y), stroke=LINE)

    def at(lane: int, offset: float) -> Point:
        return (left + offset, top + lane * step)

    return at


def event(drawing: Drawing, at: Point, label: str, *, fill: str = SKY, width: float = 92) -> None:
    """A box on a life line."""
    drawing.box(at[0] - width / 2, at[1] - 15, width, 30, label, fill, size=12)

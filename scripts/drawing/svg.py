"""A drawing in SVG, built shape by shape; coordinates are pixels, y grows downwards."""

from collections.abc import Sequence
from html import escape

INK, FAINT, LINE, PAPER = "#22252b", "#5d6470", "#9aa1ad", "#fdfcf9"
BLUE, GREEN, ORANGE, RED, PURPLE = "#1d4e89", "#1d6b43", "#b06a00", "#a3272b", "#6a3d9a"
# Pale backgrounds, for boxes with dark text.
SKY, MINT, SAND, ROSE, LILAC, SNOW = (
    "#dce8f6",
    "#d9efe2",
    "#f8e9cd",
    "#f6dada",
    "#e8def4",
    "#eeece5",
)

Point = tuple[float, float]


def number(value: float) -> str:
    """At most one decimal, and none that is nought: the files stay small and diff well."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Drawing:
    """Collects shapes in the order in which they are painted; `str()` gives the file."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self.shapes: list[str] = []

    def add(self, shape: str) -> None:
        self.shapes.append(shape)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        label: str = "",
        fill: str = SKY,
        *,
        size: int = 14,
        round_: float = 5,
        dashed: bool = False,
        stroke: str = LINE,
    ) -> None:
        """A rectangle with its label in the middle; `\\n` separates the label's lines."""
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self.add(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
            f'height="{number(height)}" rx="{number(round_)}" '
            f'fill="{fill}" stroke="{stroke}"{dash}/>'
        )
        lines = label.split("\n") if label else []
        top = y + height / 2 - (len(lines) - 1) * size * 0.65
        for index, line in enumerate(lines):
            self.text(x + width / 2, top + index * size * 1.3 + size * 0.35, line, size=size)

    def circle(
        self, x: float, y: float, radius: float, label: str = "", fill: str = SKY, *, size: int = 14
    ) -> None:
        self.add(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" '
            f'fill="{fill}" stroke="{LINE}"/>'
        )
        if label:
            self.text(x, y + size * 0.35, label, size=size)

    def text(
        self,
        x: float,
        y: float,
        label: str,
        *,
        size: int = 14,
        anchor: str = "middle",
        fill: str = INK,
        bold: bool = False,
    ) -> None:
        """One line of text; y is its base line."""
        weight = ' font-weight="600"' if bold else ""
        self.add(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{size}" text-anchor="{anchor}" '
            f'fill="{fill}"{weight}>{escape(label)}</text>'
        )

    def line(
        self,
        points: Sequence[Point],
        stroke: str = INK,
        *,
        width: float = 1.5,
        dashed: bool = False,
    ) -> None:
        path = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        dash = ' stroke-dasharray="6 4"' if dashed else ""
        self.add(
            f'<polyline points="{path}" fill="none" stroke="{stroke}" '
            f'stroke-width="{number(width)}"{dash}/>'
        )

    def arrow(
        self,
        start: Point,
        end: Point,
        label: str = "",
        stroke: str = FAINT,
        *,
        dashed: bool = False,
        above: float = 7,
        size: int = 13,
    ) -> None:
        """A line with a head at `end`; the label stands `above` pixels over its middle."""
        self.arrow_path([start, end], stroke, dashed=dashed)
        if label:
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - above)
            self.text(*middle, label, size=size, fill=stroke)

    def arrow_path(
        self, points: Sequence[Point], stroke: str = FAINT, *, dashed: bool = False
    ) -> None:
        (x1, y1), (x2, y2) = points[-2], points[-1]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        base = (x2 - 9 * ux, y2 - 9 * uy)
        self.line([*points[:-1], base], stroke, dashed=dashed)
        corners = [
            (x2, y2),
            (base[0] - 4 * uy, base[1] + 4 * ux),
            (base[0] + 4 * uy, base[1] - 4 * ux),
        ]
        path = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
        self.add(f'<polygon points="{path}" fill="{stroke}"/>')

    def __str__(self) -> str:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}" role="img" '
            f'font-family="system-ui, sans-serif">'
        )
        frame = (
            f'<rect width="{self.width}" height="{self.height}" rx="10" fill="{PAPER}" '
            f'stroke="{LINE}" stroke-opacity=".4"/>'
        )
        body = "\n".join([head, f"<title>{escape(self.title)}</title>", frame, *self.shapes])
        return f"{body}\n</svg>\n"

"""Pictures of the home page and of the section transacoes."""

import random
from collections.abc import Callable

from drawing.chart import event, lanes
from drawing.png import png
from drawing.svg import FAINT, GREEN, LILAC, MINT, ORANGE, RED, ROSE, SAND, SKY, SNOW, Drawing


def site_map() -> str:
    d = Drawing(640, 230, "SQL, plan, transaction, storage, replicas")
    d.box(20, 90, 90, 50, "SQL", SNOW)
    d.box(160, 90, 110, 50, "planner", LILAC)
    d.box(320, 90, 120, 50, "transactions", SKY)
    d.box(490, 90, 120, 50, "storage", MINT)
    for x in (110, 270, 440):
        d.arrow((x + 2, 115), (x + 48, 115))
    for x in (320, 490):
        d.box(x, 176, 120, 36, "replica", SNOW, dashed=True)
        d.arrow((550, 142), (x + 60, 174), stroke=FAINT, dashed=True)
    d.box(320, 20, 290, 40, "WAL", SAND)
    d.arrow((380, 88), (380, 62), stroke=ORANGE)
    d.arrow((550, 62), (550, 88), stroke=ORANGE)
    return str(d)


def lost_update() -> str:
    d = Drawing(640, 200, "lost update")
    at = lanes(d, ["T1", "x", "T2"], step=55, top=40)
    for lane, offset, label, fill in (
        (0, 70, "read 100", SKY),
        (2, 170, "read 100", MINT),
        (0, 280, "write 110", SKY),
        (2, 390, "write 120", MINT),
    ):
        event(d, at(lane, offset), label, fill=fill)
    for offset, label in ((20, "100"), (330, "110"), (450, "120")):
        event(d, at(1, offset), label, fill=SNOW if label != "120" else ROSE, width=44)
    d.text(540, 182, "≠ 130", fill=RED, bold=True)
    return str(d)


def write_skew() -> str:
    d = Drawing(640, 200, "write skew")
    at = lanes(d, ["T1", "T2"], step=80, top=50)
    event(d, at(0, 80), "count = 2", fill=SKY)
    event(d, at(1, 130), "count = 2", fill=MINT)
    event(d, at(0, 260), "Ana: off", fill=SKY)
    event(d, at(1, 310), "Bia: off", fill=MINT)
    event(d, at(0, 420), "commit", fill=SAND)
    event(d, at(1, 460), "commit", fill=SAND)
    d.text(320, 182, "count = 0", fill=RED, bold=True)
    return str(d)


def versions() -> str:
    d = Drawing(640, 220, "versions of a row")
    rows = [
        ("xmin 10", "xmax 25", "R$ 80"),
        ("xmin 25", "xmax 40", "R$ 95"),
        ("xmin 40", "—", "R$ 99"),
    ]
    for index, row in enumerate(rows):
        x = 40 + index * 200
        for line, value in enumerate(row):
            d.box(x, 30 + line * 32, 140, 32, value, (SKY, SNOW, MINT)[line], round_=0)
        if index < 2:
            d.arrow((x + 142, 78), (x + 198, 78))
    for snapshot, x in ((18, 110), (31, 310), (52, 510)):
        d.text(x, 196, f"snapshot {snapshot}", fill=GREEN, bold=True)
        d.arrow((x, 178), (x, 130), stroke=GREEN)
    return str(d)


def dead_rows() -> bytes:
    """Pages as columns of cells: live rows blue, dead ones red, free space grey; after: cleaned."""
    chosen = random.Random(3)
    before = [[chosen.choices((1, 2, 3), (5, 4, 1))[0] for _ in range(8)] for _ in range(14)]
    cell = 19

    def colour(x: int, y: int) -> int:
        half, inside = divmod(x - 12, 14 * cell + 30)
        column, beside = divmod(inside, cell)
        row, below = divmod(y - 12, cell)
        if half not in (0, 1) or not 0 <= column < 14 or not 0 <= row < 8:
            return 0
        if beside < 2 or below < 1:
            return 0
        value = before[column][row]
        return 3 if half == 1 and value == 2 else value

    return png(
        2 * 14 * cell + 54, 8 * cell + 24, ["#fdfcf9", "#8fb3dc", "#d98285", "#e4e2da"], colour
    )


def deadlock() -> str:
    d = Drawing(640, 210, "T1 and T2 wait for each other")
    d.circle(110, 105, 42, "T1", SKY, size=18)
    d.circle(530, 105, 42, "T2", MINT, size=18)
    d.box(270, 24, 100, 46, "row A", SAND)
    d.box(270, 140, 100, 46, "row B", SAND)
    d.arrow((268, 56), (152, 92), "holds", GREEN, above=10)
    d.arrow((372, 156), (490, 120), "holds", GREEN, above=10)
    d.arrow((150, 124), (266, 160), "waits", RED, above=-20)
    d.arrow((492, 88), (374, 50), "waits", RED, above=14)
    return str(d)


def lock_queue() -> str:
    d = Drawing(640, 170, "a queue of locks")
    names = [("SELECT", "ACCESS SHARE", MINT), ("ALTER TABLE", "ACCESS EXCLUSIVE", ROSE)]
    names += [("SELECT", "ACCESS SHARE", SNOW)] * 2
    for index, (statement, mode, fill) in enumerate(names):
        x = 20 + index * 155
        d.box(x, 46, 140, 60, f"{statement}\n{mode}", fill, size=12, dashed=index > 0)
        if index:
            d.arrow((x, 76), (x - 14, 76), stroke=RED)
    d.text(90, 134, "granted", fill=GREEN, bold=True)
    d.text(400, 134, "waiting", fill=RED, bold=True)
    return str(d)


PICTURES: dict[str, Callable[[], str | bytes]] = {
    "content/mapa.svg": site_map,
    "content/transacoes/niveis-de-isolamento/lost-update.svg": lost_update,
    "content/transacoes/niveis-de-isolamento/write-skew.svg": write_skew,
    "content/transacoes/mvcc/versoes.svg": versions,
    "content/transacoes/mvcc/vacuum.png": dead_rows,
    "content/transacoes/locks-e-deadlocks/deadlock.svg": deadlock,
    "content/transacoes/locks-e-deadlocks/fila-de-locks.svg": lock_queue,
}

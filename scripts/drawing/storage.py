"""Pictures of the sections armazenamento and consultas."""

import math
import random
from collections.abc import Callable
from itertools import pairwise

from drawing.chart import Axis, Plot, bars
from drawing.png import png
from drawing.svg import (
    BLUE,
    FAINT,
    GREEN,
    LILAC,
    MINT,
    ORANGE,
    PURPLE,
    RED,
    ROSE,
    SAND,
    SKY,
    SNOW,
    Drawing,
)


def memory_hierarchy() -> str:
    d = Drawing(640, 250, "L1, RAM, SSD, HDD, WAN")
    rows = [
        ("L1", 1.0, "1 ns", MINT),
        ("RAM", 1e2, "100 ns", MINT),
        ("SSD", 1e5, "100 µs", SAND),
        ("LAN", 5e5, "500 µs", SAND),
        ("HDD", 1e7, "10 ms", ROSE),
        ("WAN", 1.5e8, "150 ms", ROSE),
    ]
    bars(d, [(n, (math.log10(v) + 0.4) / 8.6, t, f) for n, v, t, f in rows], left=70)
    d.text(620, 236, "log₁₀", anchor="end", fill=FAINT, size=12)
    return str(d)


def slotted_page() -> str:
    d = Drawing(640, 170, "header, slots, free space, tuples")
    d.box(20, 40, 110, 70, "header\n24 B", LILAC)
    for index in range(3):
        d.box(130 + index * 50, 40, 50, 70, f"slot {index}", SKY, size=12, round_=0)
    d.box(280, 40, 130, 70, "free", SNOW, dashed=True)
    for index, x in enumerate((540, 470, 410)):
        d.box(
            x,
            40,
            620 - x if index == 0 else (70, 60)[index - 1],
            70,
            f"tuple {index}",
            MINT,
            size=12,
            round_=0,
        )
    for slot, x in ((0, 580), (1, 505), (2, 440)):
        start, low = 155 + slot * 50, 122 + slot * 13
        d.arrow_path([(start, 110), (start, low), (x, low), (x, 112)], BLUE)
    d.text(320, 28, "8 KiB", bold=True)
    return str(d)


def b_tree() -> str:
    d = Drawing(640, 260, "B+ tree")
    d.box(250, 20, 140, 36, "40 | 80", LILAC)
    inner = [(60, "15 | 28"), (265, "52 | 66"), (470, "91 | 97")]
    for x, label in inner:
        d.box(x, 100, 110, 36, label, SKY)
        d.arrow((320, 56), (x + 55, 98))
    leaves = ["3 9", "15 21", "28 33", "40 47", "52 60", "66 71", "80 88", "91 94", "97 99"]
    for index, label in enumerate(leaves):
        x = 14 + index * 69
        d.box(x, 190, 58, 34, label, MINT, size=12)
        d.arrow((inner[index // 3][0] + 55, 136), (x + 29, 188))
        if index < 8:
            d.arrow((x + 58, 207), (x + 69, 207), stroke=GREEN)
    return str(d)


def tree_height() -> str:
    d = Drawing(640, 300, "log₂ n, log₃₀₀ n")
    ticks = {10.0**k: f"10{'⁰¹²³⁴⁵⁶⁷⁸⁹'[k]}" for k in range(3, 10)}
    x = Axis(1e3, 1e9, ticks, "n", logarithmic=True)
    plot = Plot(d, x, Axis(0, 32, {v: str(v) for v in range(0, 33, 8)}, "h"))
    plot.axes()
    plot.curve(math.log2, "log₂ n", RED)
    plot.curve(lambda n: math.log(n, 300), "log₃₀₀ n", GREEN)
    return str(d)


def lsm() -> str:
    d = Drawing(640, 310, "memtable, L0, L1, L2")
    d.box(230, 16, 180, 40, "memtable (RAM)", LILAC)
    d.box(20, 16, 130, 40, "WAL", SAND)
    d.arrow((228, 36), (152, 36), stroke=ORANGE)
    d.line([(20, 76), (620, 76)], FAINT, dashed=True)
    for level, (count, y) in enumerate(((3, 100), (5, 170), (9, 240))):
        d.text(40, y + 25, f"L{level}", bold=True)
        width = 540 / 9 - 8
        for index in range(count):
            x = 320 - count * 30 + index * 60 + 20
            d.box(x, y, width, 40, "SST", (SKY, MINT, MINT)[level], size=12)
        if level:
            d.arrow((340, y - 29), (340, y - 2), stroke=GREEN)
    d.arrow((320, 56), (320, 98), stroke=BLUE)
    d.text(352, 93, "flush", size=12, anchor="start", fill=BLUE)
    d.text(352, 160, "compaction", size=12, anchor="start", fill=GREEN)
    return str(d)


def bloom_filter() -> bytes:
    """A row of bits for each key, and the filter below: dark cells are ones."""
    chosen = random.Random(7)
    keys = [frozenset(chosen.sample(range(32), 3)) for _ in range(5)]
    rows = [*keys, frozenset().union(*keys)]
    cell, gap = 18, 12

    def colour(x: int, y: int) -> int:
        row, below = divmod(y - 12, cell + 8)
        column, beside = divmod(x - 16, cell)
        inside = 0 <= row < 6 and 0 <= column < 32 and below < cell and 0 < beside < cell - 1
        if not inside or below == 0:
            return 0
        if column not in rows[row]:
            return 1
        return 3 if row == 5 else 2

    return png(
        32 * cell + 32, 6 * (cell + 8) + gap, ["#fdfcf9", "#e4e2da", "#8fb3dc", "#1d4e89"], colour
    )


def amplification() -> str:
    d = Drawing(640, 250, "write, read and space amplification")
    groups = [("write", 0.30, 0.95), ("read", 0.25, 0.70), ("space", 0.60, 0.30)]
    for index, (name, tree, log) in enumerate(groups):
        x = 90 + index * 180
        d.text(x + 60, 230, name, bold=True)
        for offset, part, label, fill in ((0, tree, "B+", SKY), (62, log, "LSM", MINT)):
            height = part * 160
            d.box(x + offset, 206 - height, 56, height, fill=fill, round_=3)
            d.text(x + offset + 28, 198 - height, label, size=13, fill=FAINT)
    d.line([(60, 206), (600, 206)])
    return str(d)


def write_ahead_log() -> str:
    d = Drawing(640, 260, "WAL, buffer pool, data files")
    kinds = [("101", SKY), ("102", SKY), ("103", MINT), ("104", SKY), ("105", SNOW)]
    for index, (lsn, fill) in enumerate(kinds):
        d.box(40 + index * 82, 30, 76, 44, f"LSN {lsn}", fill, size=13, dashed=index == 4)
    d.text(472, 58, "WAL", anchor="start", bold=True)
    d.text(244, 92, "commit", size=12, fill=GREEN)
    d.line([(368, 22), (368, 84)], GREEN, width=2.5)
    d.text(368, 102, "fsync", size=13, fill=GREEN, bold=True)
    for index, label in enumerate(("P1\nLSN 104", "P2\nLSN 102", "P3\nLSN 98")):
        d.box(60 + index * 130, 130, 104, 50, label, SAND, size=13)
    d.text(472, 160, "buffer pool", anchor="start", bold=True)
    for index, label in enumerate(("P1: 100", "P2: 102", "P3: 98")):
        d.box(60 + index * 130, 210, 104, 34, label, SNOW, size=13)
        d.arrow((112 + index * 130, 182), (112 + index * 130, 208), dashed=index == 0)
    d.text(472, 232, "disk", anchor="start", bold=True)
    return str(d)


def recovery() -> str:
    d = Drawing(640, 210, "analysis, redo, undo")
    d.arrow((40, 50), (610, 50))
    for x, label in ((120, "oldest LSN"), (290, "checkpoint"), (540, "crash")):
        d.line([(x, 40), (x, 60)], RED if label == "crash" else FAINT, width=2.5)
        d.text(x, 30, label, fill=RED if label == "crash" else FAINT, size=13)
    d.arrow((290, 90), (540, 90), "1  analysis", BLUE)
    d.arrow((120, 135), (540, 135), "2  redo", GREEN)
    d.arrow((540, 180), (80, 180), "3  undo", PURPLE)
    return str(d)


def composite_index() -> str:
    d = Drawing(640, 250, "(country, created)")
    rows = [
        ("BR", "03-01"),
        ("BR", "03-07"),
        ("BR", "03-09"),
        ("CL", "03-02"),
        ("CL", "03-08"),
        ("PT", "03-01"),
    ]
    d.text(110, 26, "country", bold=True)
    d.text(210, 26, "created", bold=True)
    for index, (country, day) in enumerate(rows):
        y, chosen = 36 + index * 34, index in (1, 2)
        d.box(60, y, 100, 30, country, MINT if chosen else SNOW, round_=0)
        d.box(160, y, 100, 30, day, MINT if chosen else SNOW, round_=0)
    d.text(440, 82, "country = 'BR'", bold=True, fill=GREEN)
    d.text(440, 104, "AND created > '03-05'", bold=True, fill=GREEN)
    d.arrow((340, 92), (264, 102), stroke=GREEN)
    d.text(440, 186, "created > '03-05'", bold=True, fill=RED)
    for y in (85, 119, 187):
        d.arrow((366, 181), (264, y), stroke=RED, dashed=True)
    return str(d)


def index_or_scan() -> str:
    d = Drawing(640, 300, "cost of an index scan and of a sequential scan")
    x = Axis(0, 1, {0: "0 %", 0.25: "25 %", 0.5: "50 %", 0.75: "75 %", 1: "100 %"}, "rows read")
    plot = Plot(d, x, Axis(0, 100, {0: "0", 50: "50", 100: "100"}, "cost"))
    plot.axes()
    plot.curve(lambda part: 2 + 400 * part, "index scan", BLUE, steps=400, label_at=1)
    plot.curve(lambda part: 44, "seq scan", ORANGE)
    plot.curve(lambda part: 6 + 44 * part**0.5 + 10 * part, "bitmap scan", GREEN, label_at=0.62)
    return str(d)


def rows_and_columns() -> str:
    d = Drawing(640, 220, "rows and columns")
    names, fills = ["id", "city", "price"], [SKY, MINT, SAND]
    for row in range(3):
        for column in range(3):
            fill = fills[column]
            d.box(20 + (row * 3 + column) * 66, 44, 62, 40, f"{names[column]}{'₁₂₃'[row]}", fill)
            d.box(20 + (column * 3 + row) * 66, 142, 62, 40, f"{names[column]}{'₁₂₃'[row]}", fill)
    d.text(20, 32, "row store", anchor="start", bold=True)
    d.text(20, 130, "column store", anchor="start", bold=True)
    d.line([(20 + 6 * 66 - 3, 192), (20 + 9 * 66 - 6, 192)], RED, width=3)
    d.text(20 + 7.5 * 66, 210, "sum(price)", fill=RED)
    return str(d)


def run_lengths() -> str:
    d = Drawing(640, 170, "dictionary and run-length encoding")
    values = ["SP"] * 5 + ["RJ"] * 3 + ["MG"] * 4
    fills = {"SP": SKY, "RJ": MINT, "MG": SAND}
    for index, value in enumerate(values):
        d.box(22 + index * 50, 24, 46, 36, value, fills[value], size=13)
    d.arrow((320, 68), (320, 98), stroke=BLUE)
    for index, (value, times) in enumerate((("SP", 5), ("RJ", 3), ("MG", 4))):
        d.box(170 + index * 104, 106, 92, 42, f"{value} × {times}", fills[value])
    return str(d)


def plan() -> str:
    d = Drawing(640, 300, "query plan")
    d.box(250, 16, 140, 44, "Sort\n120", LILAC, size=13)
    d.box(250, 100, 140, 44, "Hash Join\n118", SKY, size=13)
    d.box(110, 184, 160, 44, "Seq Scan orders\n90,000", SAND, size=13)
    d.box(380, 184, 140, 44, "Hash\n40", SKY, size=13)
    d.box(370, 254, 160, 40, "Index Scan customers", MINT, size=13)
    for start, end in (
        ((320, 100), (320, 62)),
        ((190, 184), (290, 146)),
        ((450, 184), (350, 146)),
        ((450, 254), (450, 230)),
    ):
        d.arrow(start, end)
    return str(d)


def histogram() -> str:
    d = Drawing(640, 240, "equi-depth histogram")
    edges = [0, 8, 14, 19, 24, 32, 48, 80, 100]
    for index, (low, high) in enumerate(pairwise(edges)):
        height = 850 / (high - low)
        d.box(
            40 + low * 5.6,
            200 - height,
            (high - low) * 5.6,
            height,
            fill=(SKY, MINT)[index % 2],
            round_=0,
        )
    for edge in edges:
        d.text(40 + edge * 5.6, 220, str(edge), size=12, fill=FAINT)
    d.line([(40, 200), (604, 200)])
    d.text(600, 40, "1/8 · 1/8 · 1/8 · …", anchor="end", fill=FAINT)
    return str(d)


def hash_join() -> str:
    d = Drawing(640, 250, "build and probe")
    d.text(100, 28, "build", bold=True)
    d.text(540, 28, "probe", bold=True)
    for index, (left, right) in enumerate(
        (("7", "4"), ("4", "7"), ("9", "2"), ("", "4"), ("", "9"))
    ):
        y = 42 + index * 40
        if left:
            d.box(60, y + 30, 80, 32, f"id {left}", SKY)
            d.arrow((142, y + 46), (236, (162, 82, 122)[index]), stroke=BLUE)
        d.box(500, y, 80, 32, f"fk {right}", MINT if right != "2" else SNOW)
        if right != "2":
            d.arrow((498, y + 16), (392, {"4": 82, "9": 122, "7": 162}[right]), stroke=GREEN)
    for index, label in enumerate(("0:", "1: 4", "2: 9", "3: 7")):
        d.box(240, 28 + index * 40, 150, 34, label, LILAC, round_=0)
    d.text(315, 214, "hash table", bold=True)
    return str(d)


def join_costs() -> str:
    d = Drawing(640, 300, "nested loop, merge and hash join")
    ticks = {10.0**k: f"10{'⁰¹²³⁴⁵⁶'[k]}" for k in range(1, 7)}
    x = Axis(10, 1e6, ticks, "n", logarithmic=True)
    y_ticks = {10.0**k: f"10{'⁰¹²³⁴⁵⁶⁷⁸⁹'[k]}" for k in range(1, 10, 2)}
    plot = Plot(d, x, Axis(10, 1e9, y_ticks, "", logarithmic=True))
    plot.axes()
    plot.curve(lambda n: n * n, "nested loop", RED)
    plot.curve(lambda n: 2 * n * math.log2(n), "sort-merge", ORANGE)
    plot.curve(lambda n: 3 * n, "hash join", GREEN, label_at=0.97)
    return str(d)


PICTURES: dict[str, Callable[[], str | bytes]] = {
    "content/armazenamento/hierarquia.svg": memory_hierarchy,
    "content/armazenamento/paginas-e-arvores-b/pagina.svg": slotted_page,
    "content/armazenamento/paginas-e-arvores-b/arvore-b.svg": b_tree,
    "content/armazenamento/paginas-e-arvores-b/altura.svg": tree_height,
    "content/armazenamento/lsm-trees/niveis.svg": lsm,
    "content/armazenamento/lsm-trees/filtro-de-bloom.png": bloom_filter,
    "content/armazenamento/lsm-trees/amplificacao.svg": amplification,
    "content/armazenamento/write-ahead-log/wal.svg": write_ahead_log,
    "content/armazenamento/write-ahead-log/recuperacao.svg": recovery,
    "content/armazenamento/indices/indice-composto.svg": composite_index,
    "content/armazenamento/indices/indice-ou-varredura.svg": index_or_scan,
    "content/armazenamento/armazenamento-colunar/linhas-e-colunas.svg": rows_and_columns,
    "content/armazenamento/armazenamento-colunar/repeticoes.svg": run_lengths,
    "content/consultas/planos-de-execucao/plano.svg": plan,
    "content/consultas/planos-de-execucao/histograma.svg": histogram,
    "content/consultas/joins/hash-join.svg": hash_join,
    "content/consultas/joins/custos.svg": join_costs,
}

"""Pictures of the sections distribuidos and pratica."""

import math
import random
from collections.abc import Callable

from drawing.chart import Axis, Plot, event, lanes
from drawing.png import png
from drawing.svg import (
    BLUE,
    FAINT,
    GREEN,
    INK,
    LILAC,
    MINT,
    PURPLE,
    RED,
    ROSE,
    SAND,
    SKY,
    SNOW,
    Drawing,
)


def leader() -> str:
    d = Drawing(640, 230, "leader and followers")
    d.box(40, 90, 100, 50, "client", SNOW)
    d.box(250, 90, 120, 50, "leader", MINT)
    d.arrow((142, 115), (248, 115), "write")
    for y, label, dashed in ((20, "sync", False), (90, "async", True), (160, "async", True)):
        d.box(490, y, 120, 50, "follower", SKY)
        d.arrow((372, 115), (488, y + 25), dashed=dashed, stroke=GREEN if not dashed else FAINT)
        d.text(436, {20: 60, 90: 109, 160: 168}[y], label, size=12, fill=FAINT)
    return str(d)


def replication_lag() -> bytes:
    """Lag in seconds over one hour: small, a peak while a long load runs, small again."""
    chosen = random.Random(11)
    width, height = 600, 180
    lag = []
    for x in range(width):
        peak = max(0.0, 1 - abs(x - 330) / 110) ** 1.5 * 130
        lag.append(8 + 5 * math.sin(x / 23) + chosen.random() * 7 + peak)

    def colour(x: int, y: int) -> int:
        up = height - 12 - y
        if up < 0:
            return 0
        if up == 0:
            return 3
        if up < lag[x]:
            return 2 if lag[x] > 60 else 1
        return 4 if up % 40 == 0 else 0

    return png(width, height, ["#fdfcf9", "#8fb3dc", "#d98285", "#22252b", "#e4e2da"], colour)


def ring() -> str:
    d = Drawing(640, 320, "consistent hashing")
    cx, cy, radius = 210, 160, 115
    d.add(f'<circle cx="{cx}" cy="{cy}" r="{radius}" fill="none" stroke="{INK}" stroke-width="2"/>')

    def on(angle: float, away: float = 0) -> tuple[float, float]:
        turn = math.radians(angle - 90)
        return cx + (radius + away) * math.cos(turn), cy + (radius + away) * math.sin(turn)

    for angle, name, fill in ((20, "A", SKY), (140, "B", MINT), (260, "C", SAND)):
        d.circle(*on(angle), 20, name, fill, size=16)
    for angle, name in ((70, "k1"), (110, "k2"), (200, "k3"), (300, "k4"), (345, "k5")):
        x, y = on(angle)
        d.circle(x, y, 5, "", PURPLE)
        lx, ly = on(angle, 22)
        d.text(lx, ly + 4, name, size=13, fill=PURPLE)
    for index, (name, keys, fill) in enumerate(
        (("A", "k4, k5", SKY), ("B", "k1, k2", MINT), ("C", "k3", SAND))
    ):
        y = 96 + index * 50
        d.circle(440, y, 18, name, fill, size=15)
        d.text(474, y + 5, keys, anchor="start")
    return str(d)


def skew() -> str:
    d = Drawing(640, 260, "keys by node, with and without virtual nodes")
    chosen = random.Random(5)
    for half, (points, title) in enumerate(((1, "1 vnode"), (128, "128 vnodes"))):
        ring_points = sorted((chosen.random(), node) for node in range(8) for _ in range(points))
        share = [0.0] * 8
        for index, (place, node) in enumerate(ring_points):
            share[node] += (place - ring_points[index - 1][0]) % 1
        left = 40 + half * 300
        for node, part in enumerate(share):
            height = min(170.0, part * 480)
            d.box(left + node * 32, 220 - height, 26, height, fill=(ROSE, MINT)[half], round_=2)
        d.line([(left - 6, 160), (left + 256, 160)], FAINT, dashed=True)
        d.line([(left - 6, 220), (left + 256, 220)])
        d.text(left + 125, 244, title, bold=True)
        d.text(left + 250, 154, "1/8", size=12, anchor="end", fill=FAINT)
    return str(d)


def raft_states() -> str:
    d = Drawing(640, 200, "follower, candidate, leader")
    for x, label, fill in ((30, "follower", SKY), (260, "candidate", SAND), (490, "leader", MINT)):
        d.box(x, 80, 120, 50, label, fill)
    d.arrow((152, 96), (258, 96), "timeout")
    d.arrow((382, 96), (488, 96), "majority", GREEN)
    d.arrow_path([(320, 78), (320, 40), (90, 40), (90, 78)], FAINT)
    d.text(205, 32, "term ↑", size=13, fill=FAINT)
    d.arrow_path([(550, 132), (550, 172), (90, 172), (90, 132)], RED)
    d.text(320, 165, "term ↑", size=13, fill=RED)
    return str(d)


def raft_log() -> str:
    d = Drawing(640, 290, "replicated log")
    logs = [
        ("leader", "1112233"),
        ("f1", "1112233"),
        ("f2", "11122"),
        ("f3", "111"),
        ("f4", "1112223"),
    ]
    fills = {"1": SKY, "2": MINT, "3": SAND}
    for row, (name, terms) in enumerate(logs):
        y = 40 + row * 44
        d.text(90, y + 23, name, anchor="end", bold=row == 0)
        shown = "111222" if name == "f4" else terms
        for index, term in enumerate(shown):
            conflict = name == "f4" and index == 5
            d.box(110 + index * 66, y, 62, 36, f"t{term}", ROSE if conflict else fills[term])
    for index in range(7):
        d.text(141 + index * 66, 30, str(index + 1), size=12, fill=FAINT)
    d.line([(110 + 5 * 66 - 2, 22), (110 + 5 * 66 - 2, 276)], GREEN, width=2.5, dashed=True)
    d.text(110 + 5 * 66 + 6, 276, "commit index = 5", anchor="start", fill=GREEN, size=13)
    return str(d)


def linearizable() -> str:
    d = Drawing(640, 230, "a history that is not linearizable")
    at = lanes(d, ["A", "B", "C"], step=65, top=45, left=60)
    event(d, at(0, 230), "write x = 1", fill=SAND, width=380)
    event(d, at(1, 220), "read → 1", fill=MINT, width=110)
    event(d, at(2, 380), "read → 0", fill=ROSE, width=110)
    d.arrow((at(1, 275)[0], at(1, 0)[1] + 16), (at(2, 325)[0], at(2, 0)[1] - 16), stroke=RED)
    return str(d)


def lamport() -> str:
    d = Drawing(640, 240, "Lamport clocks")
    at = lanes(d, ["P", "Q", "R"], step=75, top=45, left=60)
    events = {
        "p1": (0, 60, 1), "p2": (0, 160, 2), "p3": (0, 440, 7),
        "q1": (1, 120, 1), "q2": (1, 250, 3), "q3": (1, 330, 4), "q4": (1, 500, 7),
        "r1": (2, 400, 5), "r2": (2, 460, 6),
    }  # fmt: skip
    for start, end in (("p2", "q2"), ("q3", "r1"), ("r2", "p3"), ("r2", "q4")):
        (la, oa, _), (lb, ob, _) = events[start], events[end]
        (x1, y1), (x2, y2) = at(la, oa), at(lb, ob)
        shift = 13 if y2 > y1 else -13
        d.arrow((x1, y1 + shift), (x2, y2 - shift), stroke=BLUE)
    for lane, offset, stamp in events.values():
        d.circle(*at(lane, offset), 13, str(stamp), SKY, size=13)
    return str(d)


def vector_clocks() -> str:
    d = Drawing(640, 200, "vector clocks")
    d.box(30, 80, 120, 40, "[1, 0]", SKY)
    d.box(250, 20, 120, 40, "[2, 0]", MINT)
    d.box(250, 140, 120, 40, "[1, 1]", SAND)
    d.box(480, 80, 120, 40, "[2, 1]", LILAC)
    d.arrow((152, 92), (248, 46))
    d.arrow((152, 108), (248, 156))
    d.arrow((372, 44), (478, 92))
    d.arrow((372, 156), (478, 108))
    d.text(310, 106, "∥", size=24, fill=RED, bold=True)
    return str(d)


def utilisation() -> str:
    d = Drawing(640, 300, "response time and utilisation")
    x = Axis(0, 1, {v / 100: f"{v} %" for v in range(0, 101, 20)}, "ρ")
    plot = Plot(d, x, Axis(0, 21, {0: "0", 5: "5 S", 10: "10 S", 15: "15 S", 20: "20 S"}, "R"))
    plot.axes()
    plot.curve(
        lambda rho: 1 / (1 - rho) if rho < 0.96 else 99,
        "R = S / (1 − ρ)",
        RED,
        steps=200,
        label_at=0.985,
    )
    for rho in (0.5, 0.8, 0.9):
        px, py = plot.at(rho, 1 / (1 - rho))
        d.circle(px, py, 4, "", RED)
        d.text(px - 8, py - 8, f"{1 / (1 - rho):.0f} S", size=12, anchor="end", fill=FAINT)
    return str(d)


def latencies() -> bytes:
    """A histogram with a long tail; the three marks are p50, p95 and p99."""
    chosen = random.Random(42)
    sample = sorted(chosen.lognormvariate(3.2, 0.6) for _ in range(20_000))
    width, height, per_pixel = 600, 200, 0.25
    counts = [0] * width
    for value in sample:
        if value / per_pixel < width:
            counts[int(value / per_pixel)] += 1
    smooth = [sum(counts[max(0, x - 4) : x + 5]) / 9 for x in range(width)]
    scale = 160 / max(smooth)
    marks = {int(sample[int(len(sample) * q)] / per_pixel): 3 for q in (0.5, 0.95, 0.99)}

    def colour(x: int, y: int) -> int:
        up = height - 12 - y
        if up == 0:
            return 2
        if up > 0 and any(abs(x - mark) < 1 for mark in marks):
            return 3
        return 1 if 0 < up < smooth[x] * scale else 0

    return png(width, height, ["#fdfcf9", "#8fb3dc", "#22252b", "#a3272b"], colour)


def expand_contract() -> str:
    d = Drawing(640, 190, "expand, migrate, contract")
    steps = [
        ("expand", "a + b"),
        ("dual write", "a → a, b"),
        ("backfill", "a ⇒ b"),
        ("read b", "b"),
        ("contract", "b"),
    ]
    for index, (name, columns) in enumerate(steps):
        x = 18 + index * 124
        d.box(x, 50, 106, 60, f"{name}\n{columns}", (SKY, SKY, SAND, MINT, MINT)[index], size=13)
        if index:
            d.arrow((x - 17, 80), (x - 1, 80))
    d.arrow((560, 140), (80, 140), "rollback", GREEN, dashed=True, above=-20)
    return str(d)


def outbox() -> str:
    d = Drawing(640, 210, "transactional outbox")
    d.box(20, 80, 90, 50, "service", SNOW)
    d.box(180, 30, 190, 150, "", SKY, dashed=True)
    d.text(275, 52, "one transaction", size=12, fill=FAINT)
    d.box(205, 64, 140, 40, "orders", MINT)
    d.box(205, 122, 140, 40, "outbox", SAND)
    d.arrow((112, 105), (178, 105))
    d.box(430, 118, 80, 46, "relay", LILAC)
    d.box(556, 118, 70, 46, "queue", SNOW)
    d.arrow((347, 142), (428, 142))
    d.arrow((512, 142), (554, 142))
    d.text(534, 110, "≥ 1×", size=13, fill=RED, bold=True)
    return str(d)


PICTURES: dict[str, Callable[[], str | bytes]] = {
    "content/distribuidos/replicacao/lider.svg": leader,
    "content/distribuidos/replicacao/atraso.png": replication_lag,
    "content/distribuidos/particionamento/anel.svg": ring,
    "content/distribuidos/particionamento/desequilibrio.svg": skew,
    "content/distribuidos/consenso-com-raft/estados.svg": raft_states,
    "content/distribuidos/consenso-com-raft/log-replicado.svg": raft_log,
    "content/distribuidos/consistencia/historia.svg": linearizable,
    "content/distribuidos/relogios-e-ordem/lamport.svg": lamport,
    "content/distribuidos/relogios-e-ordem/vetores.svg": vector_clocks,
    "content/pratica/latencia-e-filas/utilizacao.svg": utilisation,
    "content/pratica/latencia-e-filas/percentis.png": latencies,
    "static/img/expandir-e-contrair.svg": expand_contract,
    "static/img/outbox.svg": outbox,
}

"""Where vertices stand, computed beforehand: communities apart, no label on another, the same places every time.

Three scales: vertices inside their community by forces, communities of a component packed next to those they are linked
to, components on shelves. networkx finds components and communities; its own layouts would bring numpy with them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SHEET = 1.25
"""Shelves leave some height free, so the sheet is planned wider than the screen."""
STEPS = 160
PAIRS = 4_000_000
"""Pairs of vertices looked at in all: a large community takes fewer steps, so that a page takes seconds."""
MARGIN = 14.0
DIRECTIONS = 60
RINGS = 40
ROUNDS = 4
SMALL = 16
"""A component of so few vertices reads best as one star."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that something takes: half its width and half its height."""

    x: float
    y: float


Point = tuple[float, float]
Weights = dict[tuple[int, int], float]


def place(
    boxes: Mapping[str, Box], pairs: Sequence[tuple[str, str]], aspect: float = 1.5
) -> dict[str, tuple[int, int]]:
    """Return whole coordinates for each name; `pairs` are those that belong near each other.

    All is laid out on a square sheet of narrower boxes and then drawn out to `aspect`, width by height.
    """
    names = sorted(boxes)
    index = {name: at for at, name in enumerate(names)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    for source, target in sorted(pairs):
        if source != target:
            graph.add_edge(index[source], index[target])
    room = [Box(boxes[name].x / aspect, boxes[name].y) for name in names]
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_component(graph.subgraph(part), part, room) for part in parts]
    points = _shelve(parts, placed, room)
    return {names[at]: (round(x * aspect), round(y)) for at, (x, y) in sorted(points.items())}


def _component(graph: nx.Graph, part: list[int], room: list[Box]) -> dict[int, Point]:
    if len(part) <= SMALL:
        groups = [part]
    else:
        found = nx.community.louvain_communities(_ordered(graph, part), seed=1, resolution=1.1)
        groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    inside = [_community(graph, group, room) for group in groups]
    extents = [_extent(points, room) for points in inside]
    home = {at: number for number, group in enumerate(groups) for at in group}
    weights: Weights = {}
    for source, target in sorted(graph.edges):
        pair = (min(home[source], home[target]), max(home[source], home[target]))
        if pair[0] != pair[1]:
            weights[pair] = weights.get(pair, 0) + 1
    halves = [Box((right - left) / 2 + MARGIN, (low - high) / 2 + MARGIN) for left, high, right, low in extents]
    centres = pack(halves, weights)
    return {
        at: (x - (left + right) / 2 + cx, y - (high + low) / 2 + cy)
        for points, (left, high, right, low), (cx, cy) in zip(inside, extents, centres, strict=True)
        for at, (x, y) in points.items()
    }


def _ordered(graph: nx.Graph, part: list[int]) -> nx.Graph:
    # A subgraph view iterates in the order of a set: the communities must not depend on it.
    copy = nx.Graph()
    copy.add_nodes_from(part)
    copy.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    return copy


def _community(graph: nx.Graph, group: list[int], room: list[Box]) -> dict[int, Point]:
    order = _from_the_middle(graph, group)
    at = {name: number for number, name in enumerate(order)}
    weights: Weights = {}
    for source, target in graph.edges:
        if source in at and target in at:
            weights[min(at[source], at[target]), max(at[source], at[target])] = 1.0
    points = arrange([room[name] for name in order], dict(sorted(weights.items())))
    return dict(zip(order, points, strict=True))


def _from_the_middle(graph: nx.Graph, group: list[int]) -> list[int]:
    """Return the best connected first, then what it links to, so that a spiral start is nearly right."""
    inside = set(group)
    rank = {name: (-sum(other in inside for other in graph[name]), name) for name in group}
    order: list[int] = []
    seen: set[int] = set()
    for start in sorted(group, key=rank.__getitem__):
        ring = [start] if start not in seen else []
        while ring:
            seen.update(ring)
            order += ring
            ring = sorted({o for name in ring for o in graph[name] if o in inside} - seen, key=rank.__getitem__)
    return order


def arrange(boxes: Sequence[Box], weights: Weights) -> list[Point]:
    """Return centres for boxes: linked ones near, none on another."""
    if len(boxes) <= 1:
        return [(0.0, 0.0)] * len(boxes)
    length = 1.3 * sum(box.x + box.y for box in boxes) / len(boxes) + MARGIN
    points = []
    for at in range(len(boxes)):
        angle, radius = at * GOLDEN_ANGLE, length * 0.8 * math.sqrt(at)
        points.append([radius * math.cos(angle), radius * math.sin(angle)])
    steps = max(24, min(STEPS, 2 * PAIRS // len(boxes) ** 2))
    for step in range(steps):
        _push_and_pull(points, boxes, weights, length, length * (1 - step / steps))
    _separate(points, boxes)
    return [(x, y) for x, y in points]


def pack(boxes: Sequence[Box], weights: Weights) -> list[Point]:
    """Return centres for boxes, the largest given first: each near those it is linked to, none on another."""
    step = max(12.0, math.sqrt(sum(box.x * box.y for box in boxes)) / 12)
    pulls: dict[int, list[tuple[int, float]]] = {at: [] for at in range(len(boxes))}
    for (one, two), weight in weights.items():
        pulls[one].append((two, weight))
        pulls[two].append((one, weight))
    order = _by_links(len(boxes), pulls)
    placed: dict[int, Point] = {}
    # The first find their places while most are still missing: in later rounds each moves next to all it is linked to.
    for at in order * ROUNDS:
        placed.pop(at, None)
        linked = [(placed[other], weight) for other, weight in pulls[at] if other in placed]
        placed[at] = _best_place(boxes, placed, at, linked, step)
    return [placed[at] for at in range(len(boxes))]


def _by_links(count: int, pulls: Mapping[int, list[tuple[int, float]]]) -> list[int]:
    """Return the box with most links, then always the one that is linked most to those before it."""
    order: list[int] = []
    left = {at: 1e-6 * sum(weight for _, weight in pulls[at]) for at in range(count)}
    while left:
        best = max(left, key=lambda at: (left[at], -at))
        del left[best]
        order.append(best)
        for other, weight in pulls[best]:
            if other in left:
                left[other] += weight
    return order


def _best_place(
    boxes: Sequence[Box], placed: Mapping[int, Point], at: int, linked: list[tuple[Point, float]], step: float
) -> Point:
    """Return the free place of least cost: short links first, then near the middle of a wide sheet."""
    best, least = (0.0, 0.0), math.inf
    total = sum(weight for _, weight in linked)
    pulls = [(px, py, weight / total) for (px, py), weight in linked]
    ring = 0
    while ring <= RINGS or least == math.inf:
        for turn in range(DIRECTIONS if ring else 1):
            angle = 2 * math.pi * turn / DIRECTIONS
            x, y = math.cos(angle) * step * ring, math.sin(angle) * step * ring
            cost = 0.6 * math.hypot(x, y)
            cost += sum(math.hypot(x - px, y - py) * share for px, py, share in pulls)
            if cost < least - 1e-6 and _is_free(boxes, placed, at, x, y):
                best, least = (x, y), cost
        ring += 1
    return best


def _is_free(boxes: Sequence[Box], placed: Mapping[int, Point], at: int, x: float, y: float) -> bool:
    box = boxes[at]
    return all(
        abs(x - px) >= box.x + boxes[other].x + MARGIN or abs(y - py) >= box.y + boxes[other].y + MARGIN
        for other, (px, py) in placed.items()
    )


def _push_and_pull(
    points: list[list[float]], boxes: Sequence[Box], weights: Weights, length: float, most: float
) -> None:
    """Move each point by one step of Fruchterman and Reingold, at most `most`, with a little gravity."""
    count = len(points)
    moves = [[-0.02 * x, -0.02 * y] for x, y in points]
    force = length * length
    for one in range(count):
        x, y = points[one]
        own = moves[one]
        for two in range(one + 1, count):
            dx, dy = x - points[two][0], y - points[two][1]
            share = force / (dx * dx + dy * dy + 1.0)
            if share > 0.02:  # noqa: PLR2004  (far pairs hardly feel each other)
                own[0] += dx * share
                own[1] += dy * share
                moves[two][0] -= dx * share
                moves[two][1] -= dy * share
    for (one, two), weight in weights.items():
        dx, dy = points[one][0] - points[two][0], points[one][1] - points[two][1]
        reach = length + (boxes[one].x + boxes[two].x) * 0.25
        pull = math.hypot(dx, dy) / reach * min(weight, 4.0)
        for at, sign in ((one, -1.0), (two, 1.0)):
            moves[at][0] += sign * dx * pull
            moves[at][1] += sign * dy * pull
    for point, (dx, dy) in zip(points, moves, strict=True):
        size = math.hypot(dx, dy)
        if size:
            scale = min(size, most) / size
            point[0] += dx * scale
            point[1] += dy * scale


def _separate(points: list[list[float]], boxes: Sequence[Box]) -> None:
    """Push overlapping boxes apart along the shorter way until none overlaps, or nearly."""
    for _ in range(300):
        moved = False
        order = sorted(range(len(points)), key=lambda at: (points[at][0] - boxes[at].x, at))
        for rank, one in enumerate(order):
            for two in order[rank + 1 :]:
                if points[two][0] - boxes[two].x > points[one][0] + boxes[one].x + MARGIN:
                    break
                moved |= _part(points, boxes, one, two)
        if not moved:
            return


def _part(points: list[list[float]], boxes: Sequence[Box], one: int, two: int) -> bool:
    dx, dy = points[two][0] - points[one][0], points[two][1] - points[one][1]
    over_x = boxes[one].x + boxes[two].x + MARGIN - abs(dx)
    over_y = boxes[one].y + boxes[two].y + MARGIN - abs(dy)
    if over_x <= 0.5 or over_y <= 0.5:  # noqa: PLR2004  (half a pixel)
        return False
    axis, over, sign = (0, over_x, dx) if over_x < over_y else (1, over_y, dy)
    shift = (over / 2 + 0.25) * (1.0 if sign >= 0 else -1.0)
    points[one][axis] -= shift
    points[two][axis] += shift
    return True


def _extent(points: Mapping[int, Point], room: list[Box]) -> tuple[float, float, float, float]:
    return (
        min(x - room[at].x for at, (x, _) in points.items()),
        min(y - room[at].y for at, (_, y) in points.items()),
        max(x + room[at].x for at, (x, _) in points.items()),
        max(y + room[at].y for at, (_, y) in points.items()),
    )


def _shelve(parts: list[list[int]], placed: list[dict[int, Point]], room: list[Box]) -> dict[int, Point]:
    """Set components on shelves, largest first, filling a sheet of a screen's shape."""
    gap = 4 * MARGIN
    extents = [_extent(points, room) for points in placed]
    area = sum((right - left + gap) * (low - high + gap) for left, high, right, low in extents)
    widest = max((right - left for left, _, right, _ in extents), default=0.0)
    sheet = max(widest + gap, math.sqrt(area * SHEET) * 1.05)
    points: dict[int, Point] = {}
    x = y = shelf = 0.0
    for part, inside, (left, high, right, low) in zip(parts, placed, extents, strict=True):
        if x and x + right - left > sheet:
            x, y, shelf = 0.0, y + shelf + gap, 0.0
        for at in part:
            points[at] = (inside[at][0] - left + x, inside[at][1] - high + y)
        x += right - left + gap
        shelf = max(shelf, low - high)
    return points

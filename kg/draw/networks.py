"""The network itself, through pyvis: vertices at fixed places, edges, and the script that draws them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyvis.network import Network as PyvisNetwork

from kg.draw.layouts import Box, place
from kg.draw.styles import DERIVED, EDGE, FONT, FONT_SIZE, LINE_HEIGHT, STYLES
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.draw.captions import Captions
    from kg.draw.pictures import Edge, Picture
    from kg.draw.views import View
    from kg.entity import Node

LABELLED = 60
"""Up to so many edges all carry their label; of more, those of what is selected do."""

SIGNPOSTS = 40
CROWD = 120
PANEL = 420
SCREEN = (1230, 740)
"""What is left for the network on a common screen."""

FIRST_WIDE = "\u2e80"
"""From here on a character is as wide as it is high."""


class _Pyvis(Protocol):
    """The part of pyvis that we use; it ships no types."""

    def add_node(self, n_id: str, **options: object) -> None: ...
    def add_edge(self, source: str, to: str, **options: object) -> None: ...
    def set_options(self, options: str) -> None: ...
    def generate_html(self) -> str: ...


_new_network: Callable[..., _Pyvis] = PyvisNetwork

_OPTIONS: dict[str, dict[str, object]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "font": {"face": FONT, "size": FONT_SIZE, "color": "#1F2933", "strokeWidth": 2, "strokeColor": "#FFFFFF"},
        "borderWidth": 1.5,
        "borderWidthSelected": 4,
        "scaling": {"label": {"drawThreshold": 6, "maxVisible": 24}},
    },
    "edges": {
        "color": {"color": EDGE, "highlight": "#334E68", "hover": "#52606D"},
        "width": 1,
        "selectionWidth": 0.8,
        "arrowStrikethrough": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "font": {
            "face": FONT,
            "size": 11,
            "color": "#52606D",
            "strokeWidth": 4,
            "strokeColor": "#FFFFFF",
            "align": "horizontal",
        },
    },
    "interaction": {
        "hover": True,
        "multiselect": False,
        "keyboard": False,
        "navigationButtons": False,
        "hideEdgesOnDrag": False,
        "tooltipDelay": 100000,
    },
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What pyvis made: vis-network's library and style sheet, and the script that builds this network."""

    engine: str
    style: str
    script: str


def make_network(picture: Picture, captions: Captions, view: View) -> Drawn:
    """Return the network of a view."""
    network = _new_network(directed=True, cdn_resources="in_line")
    lines = {vertex: captions.lines(picture.vertices[vertex]) for vertex in view.shown}
    sizes = _sizes(view)
    boxes = {vertex: _box(picture.vertices[vertex], lines[vertex], sizes[vertex]) for vertex in view.shown}
    # Around one thing its panel is open, and takes a third of the width.
    screen = SCREEN if view.centre is None else (SCREEN[0] - PANEL, SCREEN[1])
    places = place(boxes, [(edge.source, edge.target) for edge in view.edges], screen[0] / screen[1])
    readable = {v: lines[v] for v in view.shown if picture.vertices[v].label in {"Person", "Organization", "Place"}}
    zoom = _zoom(places, boxes, screen)
    fonts = _signposts(view, readable, places, zoom)
    for vertex in view.shown:
        node = picture.vertices[vertex]
        style = STYLES[node.label]
        fill = {"background": style.fill, "border": style.line}
        color = {**fill, "highlight": {**fill, "border": "#111111"}, "hover": {**fill, "border": "#111111"}}
        x, y = places[vertex]
        network.add_node(
            vertex,
            label="\n".join(lines[vertex]),
            shape=style.shape,
            color=color,
            size=sizes[vertex],
            x=x,
            y=y if style.shape == "box" else y - round(_height(lines[vertex]) / 2),
            font={"size": fonts.get(vertex, FONT_SIZE), "strokeWidth": 3 if vertex in fonts else 2},
            **({"borderWidth": 4} if vertex == view.centre else {}),
        )
    _add_edges(network, view)
    options = {**_OPTIONS, "edges": {**_OPTIONS["edges"], "width": round(min(3.0, max(1.0, 0.55 * zoom)), 2)}}
    network.set_options(json.dumps(options, ensure_ascii=False))
    return _take_apart(network.generate_html())


def _add_edges(network: _Pyvis, view: View) -> None:
    beside: dict[tuple[str, str], int] = {}
    labelled = len(view.edges) <= LABELLED
    for edge in view.edges:
        pair = (min(edge.source, edge.target), max(edge.source, edge.target))
        rank = beside[pair] = beside.get(pair, -1) + 1
        looks = {"color": {"color": DERIVED, "highlight": DERIVED, "hover": DERIVED}} if edge.derived else {}
        network.add_edge(
            edge.source,
            edge.target,
            id=edge.id,
            label=edge.label if labelled else "",
            dashes=[6, 5] if edge.derived else False,
            smooth=_bend(edge, rank),
            **looks,
        )


def _bend(edge: Edge, rank: int) -> object:
    """Straight for the first edge of a pair; the others curve, so that none hides another."""
    if rank == 0:
        return False
    return {"enabled": True, "type": "curvedCW" if edge.source < edge.target else "curvedCCW", "roundness": 0.18 * rank}


def _zoom(places: Mapping[str, tuple[int, int]], boxes: Mapping[str, Box], screen: tuple[int, int]) -> float:
    """Return how many times larger than a screen the network is."""
    if not places:
        return 1.0
    wide = max(x + boxes[v].x for v, (x, _) in places.items()) - min(x - boxes[v].x for v, (x, _) in places.items())
    high = max(y + boxes[v].y for v, (_, y) in places.items()) - min(y - boxes[v].y for v, (_, y) in places.items())
    return max(wide / screen[0], high / screen[1])


def _signposts(
    view: View, lines: Mapping[str, list[str]], places: Mapping[str, tuple[int, int]], zoom: float
) -> dict[str, int]:
    """Return larger letters for the best connected of a large page, so that the whole can be read as a map."""
    if zoom <= 1.3:  # noqa: PLR2004  (labels of ten pixels and more: all can be read)
        return {}
    font = round(FONT_SIZE * zoom)
    degrees = _degrees(view)
    taken: list[tuple[float, float, float, float]] = []
    fonts: dict[str, int] = {}
    for vertex in sorted(lines, key=lambda v: (-degrees[v], v))[:SIGNPOSTS]:
        x, y = places[vertex]
        half = max(_width(line) for line in lines[vertex]) * font / 2
        tall = len(lines[vertex]) * font * LINE_HEIGHT
        if all(abs(x - ox) > half + oh or abs(y - oy) > (tall + ot) / 2 for ox, oy, oh, ot in taken):
            taken.append((x, y, half, tall))
            fonts[vertex] = font
    return fonts


def _degrees(view: View) -> dict[str, int]:
    degrees = dict.fromkeys(view.shown, 0)
    for edge in view.edges:
        degrees[edge.source] += 1
        degrees[edge.target] += 1
    return degrees


def _sizes(view: View) -> dict[str, int]:
    # On a large page all is far away: its vertices are drawn larger.
    scale = 1.0 if len(view.shown) <= CROWD else 1.5
    return {vertex: round(scale * min(30, 8 + 3 * degree**0.5)) for vertex, degree in _degrees(view).items()}


def _height(lines: list[str]) -> float:
    return len(lines) * FONT_SIZE * LINE_HEIGHT


def _width(line: str) -> float:
    return sum(1.0 if char >= FIRST_WIDE else 0.56 for char in line)


def _box(node: Node, lines: list[str], size: int) -> Box:
    """Return the room of a vertex with its caption below it (within it, for a number)."""
    wide = max(_width(line) for line in lines) * FONT_SIZE
    if STYLES[node.label].shape == "box":
        return Box(wide / 2 + 6, _height(lines) / 2 + 6)
    return Box(max(wide / 2, size), size + _height(lines) / 2)


_LIBRARY = re.compile(r"<script>(/\*\*\s*\* vis-network.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(\.vis.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r'<script type="text/javascript">(.*?)</script>', re.DOTALL)
_MAP = re.compile(r"\n?//# sourceMappingURL=\S*")


def _take_apart(page: str) -> Drawn:
    """Take what draws out of pyvis's page and leave the rest: links to other hosts, raw headings, menus."""
    library, style, script = _LIBRARY.search(page), _STYLE.search(page), _SCRIPT.search(page)
    if not (library and style and script):
        raise KgError("pyvis writes a page that we do not know: install the version that constraints.txt names")
    return Drawn(_MAP.sub("", library[1]), style[1], script[1])

"""How vertices and edges look: colours that the colour-blind tell apart (Okabe and Ito), and a shape for each kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A vertex's shape in vis-network's words, its fill and its outline; `path` draws it in the legend (20 by 20)."""

    shape: str
    fill: str
    line: str
    path: str
    base: int = 9


STYLES = {
    "Person": Style("dot", "#0072B2", "#004F7C", "M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16z"),
    "Organization": Style("square", "#E69F00", "#9A6A00", "M3 3h14v14h-14z"),
    "Office": Style("square", "#F7D58A", "#9A6A00", "M3 3h14v14h-14z", 7),
    "Place": Style("triangle", "#009E73", "#006B4E", "M10 2l9 16h-18z"),
    "Event": Style("diamond", "#CC79A7", "#8F4B71", "M10 1l9 9l-9 9l-9-9z"),
    "Delegation": Style("triangleDown", "#56B4E9", "#2C7FB0", "M10 18l9-16h-18z"),
    "Programme": Style(
        "star", "#D55E00", "#963F00", "M10 1l2.6 6.3l6.8.5l-5.2 4.4l1.6 6.6l-5.8-3.6l-5.8 3.6l1.6-6.6l-5.2-4.4l6.8-.5z"
    ),
    "Group": Style("hexagon", "#B9A6D9", "#6F5A99", "M5.5 2h9l4.5 8l-4.5 8h-9l-4.5-8z"),
    "Measurement": Style("box", "#FFF7CC", "#A89B2D", "M1 5h18v10h-18z"),
}

FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Hiragino Sans GB',sans-serif"
FONT_SIZE = 13
LINE_HEIGHT = 1.2
EDGE = "#A7B0BC"
DERIVED = "#7A4FB5"

"""Where on a printed page some of its characters stand: one box for each printed line.

Stands beside the nouns because records, and with them the graph, need it, and segmenting does not.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.page import Box, Layout, PrintedLine


def boxes_of(layout: Layout, start: int, end: int) -> tuple[Box, ...]:
    """Return the boxes of the characters `[start, end)` of a page, one for each line, in order of the text.

    They are in points from the upper left corner of the page as a viewer shows it, rounded to a tenth.
    """
    lines = layout.lines
    at = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
    found: list[Box] = []
    while at < len(lines) and lines[at].start < end:
        box = _box(layout, lines[at], start, end)
        if box is not None:
            found.append(_shown(layout, box))
        at += 1
    return tuple(found)


def _box(layout: Layout, line: PrintedLine, start: int, end: int) -> Box | None:
    """Return the box around those characters of a line; None, if none of them is printed."""
    numbers = layout.boxes[4 * max(start, line.start) : 4 * min(end, line.end)]
    printed = [tuple(numbers[at : at + 4]) for at in range(0, len(numbers), 4) if any(numbers[at : at + 4])]
    if not printed:
        return None
    left, top, right, bottom = zip(*printed, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _shown(layout: Layout, box: Box) -> Box:
    """Return a box on the page as a viewer shows it, which may lie on its side or head."""
    left, top, right, bottom = box
    width, height = layout.width, layout.height
    match layout.turns:
        case 1:
            box = top, width - right, bottom, width - left
        case 2:
            box = width - right, height - bottom, width - left, height - top
        case 3:
            box = height - bottom, left, height - top, right
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)

"""Initials that hang over several lines (drop caps): they begin the first of the lines that they stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.read.pdf_lines import SetLine

_LARGER, _LARGEST = 1.6, 7.0
_MOST_GLYPHS = 2
_GAP = (-0.3, 1.2)
_EDGE, _BELOW = 0.5, 2.6
_FEWEST, _MOST, _FOOT = 2, 6, 0.6
_PARAGRAPH = (1.3, 2.9)


def join_initials(lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines, each initial put at the beginning of the text that it belongs to.

    All the lines beside it then begin where it does: they are not set in as a paragraph's first line is.
    """
    joined: set[int] = set()
    for at, one in enumerate(lines):
        if one.setting != "across" or len(one.glyphs) > _MOST_GLYPHS:
            continue
        beside = _lines_beside(one, lines)
        if beside:
            first = beside[0]
            left = first.left
            for line in beside:
                line.edge = one.left + max(0.0, line.left - left)
            first.glyphs[:0] = one.glyphs
            joined.add(at)
    return [one for at, one in enumerate(lines) if at not in joined]


def _lines_beside(initial: SetLine, lines: Sequence[SetLine]) -> list[SetLine]:
    """Return the lines that an initial stands beside, from the top; nothing if it is none."""
    large = initial.size
    top = initial.base - 0.95 * large
    near = [
        one for one in lines
        if one is not initial and one.setting == "across" and top <= one.base <= initial.base + _FOOT * large
        and _LARGER <= large / one.size <= _LARGEST
        and _GAP[0] * one.size <= one.left - initial.right <= (_GAP[1] + _PARAGRAPH[1]) * one.size
    ]  # fmt: skip
    near.sort(key=lambda one: one.base)
    if not _FEWEST <= len(near) <= _MOST:
        return []
    size, left = near[0].size, near[0].left
    if left - initial.right > _GAP[1] * size or any(abs(one.size - size) > 0.1 * size for one in near):
        return []
    # A paragraph may begin beside it: set in from the others.
    moved = [(one.left - left) / size for one in near]
    if any(abs(one) > _EDGE and not _PARAGRAPH[0] <= one <= _PARAGRAPH[1] for one in moved):
        return []
    # The first line stands below the initial's head, one of the last on its foot: below it, one more may make room.
    foot = min(abs(one.base - initial.base) for one in near[-2:])
    reaches = near[0].base - 0.95 * size - top < size and foot < 0.9 * size
    return near if reaches and _column_goes_on(initial, near[-1], lines) else []


def _column_goes_on(initial: SetLine, last: SetLine, lines: Sequence[SetLine]) -> bool:
    """Say whether text of the same size stands right below, where the initial begins or as a paragraph is set in."""
    size = last.size
    for one in lines:
        if one.setting == "across" and 0.7 * size < one.base - last.base <= _BELOW * size:
            inset = (one.left - initial.left) / size
            flush = abs(inset) <= _EDGE or _PARAGRAPH[0] <= inset <= _PARAGRAPH[1]
            if flush and abs(one.size - size) <= 0.1 * size and one.right > last.left:
                return True
    return False

"""What stands between two pieces of a printed page: captions and pictures that take up room, rules that part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across, down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box

_MOST = 0.5
"""The share of a piece that a rule runs along to part it."""


class Gaps:
    """What stands between the text of one page."""

    def __init__(self, between: Sequence[Box], rules: Sequence[Box], size: float) -> None:
        """Take the captions and pictures, the rules, and the size of the page's type."""
        self._between = sorted(between, key=lambda one: -one[3])
        self._rules = list(rules)
        self._size = size

    def filled_across(self, one: Box, other: Box) -> float:
        """Return how much of the width between two boxes captions and pictures take."""
        lane = (one[2], max(one[1], other[1]), other[0], min(one[3], other[3]))
        inside = [
            box
            for box in self._between
            if box[0] >= one[2] - 1 and box[2] <= other[0] + 1 and min(box[3], lane[3]) > max(box[1], lane[1])
        ]
        if not inside:
            return 0.0
        return max(box[2] for box in inside) - min(box[0] for box in inside) + 2 * self._size

    def filled(self, upper: Box, lower: Box) -> float:
        """Return how much of the height between two boxes captions and pictures take."""
        top, bottom = upper[3], lower[1]
        taken = 0.0
        for box in self._between:
            if across(box, lower) > 0 and box[1] >= top - self._size and box[3] <= bottom + self._size:
                taken += box[3] - box[1] + 0.5 * self._size
        return taken

    def top(self, column: Box) -> float:
        """Return where a column of text begins: above the pictures and captions that stand on it."""
        top = column[1]
        for box in self._between:
            if across(box, column) > 0.2 and -0.5 * self._size <= top - box[3] <= 1.5 * self._size:  # noqa: PLR2004
                top = min(top, box[1])
        return top

    def ruled_across(self, upper: Box, lower: Box) -> bool:
        """Say whether a rule lies between a box and one below it."""
        return any(
            upper[3] - 2 <= (top + bottom) / 2 <= lower[1] + 2 and across((left, top, right, bottom), lower) > _MOST
            for left, top, right, bottom in self._rules
            if right - left > bottom - top
        )

    def ruled_upright(self, one: Box, other: Box) -> bool:
        """Say whether a rule stands between a box and one to its right."""
        return any(
            one[2] - 2 <= (left + right) / 2 <= other[0] + 2 and down((left, top, right, bottom), other) > _MOST
            for left, top, right, bottom in self._rules
            if bottom - top > right - left
        )

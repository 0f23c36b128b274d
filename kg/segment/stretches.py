"""Stretches of one text compared by what they say: each figure by sums that were made once for the whole text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

from kg.segment.pairs import pairs
from kg.segment.wording import likeness

if TYPE_CHECKING:
    from kg.segment.wording import Wording


class Stretches:
    """A text's pairs with their weights; those that stand in it again, with the place before where they stand."""

    def __init__(self, text: str, wording: Wording) -> None:
        """Weigh the pairs."""
        found = pairs(text)
        self._weights = list(map(wording.weights.get, found, repeat(0.0)))
        self._sums = [0.0, *accumulate(self._weights)]
        self._before: dict[int, int] = {}
        last: dict[int, int] = {}
        for at, pair in enumerate(found):
            if pair in last:
                self._before[at] = last[pair]
            last[pair] = at
        self._again = list(self._before)

    def alike(self, start: int, middle: int, end: int) -> float:
        """Return how alike `[start, middle)` and `[middle, end)` are."""
        return likeness(
            self._said(start, middle - 1), self._said(middle, end - 1), self._shared(start, middle, end - 1)
        )

    def _said(self, start: int, end: int) -> float:
        """Return how telling the pairs at `[start, end)` are together, each counted once."""
        again, before = self._again, self._before
        total = self._sums[end] - self._sums[start]
        for at in again[bisect_left(again, start) : bisect_left(again, end)]:
            if before[at] >= start:
                total -= self._weights[at]
        return total

    def _shared(self, start: int, middle: int, end: int) -> float:
        """Return how telling the pairs at `[middle, end)` are together that stand at `[start, middle - 1)` too."""
        again, before = self._again, self._before
        total = 0.0
        for at in again[bisect_left(again, middle) : bisect_left(again, end)]:
            place = before[at]
            if place == middle - 1:
                # It begins in the one stretch and ends in the other.
                place = before.get(place, -1)
            if start <= place < middle:
                total += self._weights[at]
        return total

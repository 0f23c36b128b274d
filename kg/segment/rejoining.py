"""Articles that are pieces of one are joined: without a headline, or under what may be a feature's subhead.

The likeliest two are joined first. Of a volume's thousands of articles only those that stand near one another are
compared, and of two only what may outweigh the doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from kg.segment.breaks import NEWS_LEAD
from kg.segment.fitting import APART
from kg.segment.portions import Portion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.segment.blocks import Shape
    from kg.segment.fitting import Fitting
    from kg.segment.pairs import Pairs

_REJOIN = 1.5
_FARTHEST = 15
_STOPPED, _UNSTOPPED = -0.8, 1.5
_BELOW, _SUBHEADED = 3.0, 1.0
_LEADS = -2.0
_NEVER = float("-inf")


def rejoin(fitting: Fitting, shape: Shape, portions: Sequence[Portion]) -> list[Portion]:
    """Return the articles, those that are pieces of one joined."""
    return _Joining(fitting, shape, portions).joined()


class _Joining:
    """Which portion goes on with which; a portion that takes another one in keeps its own number."""

    def __init__(self, fitting: Fitting, shape: Shape, portions: Sequence[Portion]) -> None:
        self._fitting = fitting
        self._blocks = shape.blocks
        self._portions: list[Portion | None] = list(portions)
        self._said: list[Pairs | None] = [None] * len(portions)
        self._left = list(range(len(portions)))

    def joined(self) -> list[Portion]:
        """Join the two that are likeliest to be one, of equals the first two, until none are."""
        left = self._left
        # What was said of a portion before it took another one in is void: its times of taking tell.
        taken = [0] * len(self._portions)
        waiting = [
            (-score, one, other, 0, 0)
            for place, one in enumerate(left)
            for other in left[place + 1 : place + 1 + _FARTHEST]
            if (score := self._score(one, other)) > 0
        ]
        heapify(waiting)
        while waiting:
            _, one, other, *then = heappop(waiting)
            if self._portions[one] is None or self._portions[other] is None or then != [taken[one], taken[other]]:
                continue
            self._join(one, other)
            taken[one] += 1
            for first, second in self._new_neighbours(one, other):
                score = self._score(first, second)
                if score > 0:
                    heappush(waiting, (-score, first, second, taken[first], taken[second]))
        return [one for one in self._portions if one is not None]

    def _new_neighbours(self, one: int, gone: int) -> Iterator[tuple[int, int]]:
        """Yield the pairs to be scored after one portion took in another, which is gone.

        These are the one with all that are near it, and those that the other stood between, too far apart till now.
        """
        left = self._left
        place = bisect_left(left, one)
        for first in left[max(0, place - _FARTHEST) : place]:
            yield first, one
        for second in left[place + 1 : place + 1 + _FARTHEST]:
            yield one, second
        gap = bisect_left(left, gone)
        for at in range(max(0, gap - _FARTHEST), gap):
            if at + _FARTHEST < len(left) and one not in (left[at], left[at + _FARTHEST]):
                yield left[at], left[at + _FARTHEST]

    def _join(self, one: int, other: int) -> None:
        self._portions[one] = _joined(self._of(one), self._of(other))
        self._said[one] = self._all_said(one) | self._all_said(other)
        self._portions[other] = self._said[other] = None
        del self._left[bisect_left(self._left, other)]

    def _of(self, number: int) -> Portion:
        portion = self._portions[number]
        assert portion is not None  # noqa: S101 - what is left was not taken in
        return portion

    def _all_said(self, number: int) -> Pairs:
        said = self._said[number]
        if said is None:
            pairs = self._fitting.pairs
            first, *more = self._of(number).blocks
            said = self._said[number] = pairs[first].union(*(pairs[at] for at in more)) if more else pairs[first]
        return said

    def _score(self, one: int, other: int) -> float:
        """Score that a portion goes on with another one; what is below 0 anyhow is not weighed further."""
        before, after = self._of(one), self._of(other)
        left, right = self._blocks[before.blocks[-1]], self._blocks[after.blocks[0]]
        if right.opens or left.closes or after.boxes:
            return _NEVER
        both_headed = bool(before.headline and after.headline)
        follows = after.blocks[0] == before.blocks[-1] + 1
        if right.apart is not None and follows:
            return _NEVER if both_headed else APART - right.apart
        score = _UNSTOPPED if left.unfinished else _STOPPED
        score += _LEADS if NEWS_LEAD.match(right.text) else 0.0
        if both_headed:
            subheaded = bool(before.boxes or before.subheads) or (follows and not left.closes)
            if not subheaded or not self._fitting.may_be_subhead(after.headline, after.blocks[0]):
                return _NEVER
            score += _BELOW if min(after.headline) - 1 in before.body else _SUBHEADED
        if score + self._fitting.at_most_together(left, right) - _REJOIN <= 0:
            return _NEVER
        return score + self._fitting.together(left, right, self._all_said(one), self._all_said(other)) - _REJOIN


def _joined(one: Portion, other: Portion) -> Portion:
    under_subhead = bool(one.headline and other.headline)
    return Portion(
        headline=one.headline + ([] if under_subhead else other.headline),
        boxes=one.boxes + other.boxes,
        blocks=one.blocks + other.blocks,
        body=one.body + other.body,
        subheads=one.subheads + (other.headline if under_subhead else []) + other.subheads,
    )

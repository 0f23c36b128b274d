"""What belongs to one article of a page, once its blocks are shared out: far headlines, and pieces that go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.segment.breaks import NEWS_LEAD
from kg.segment.fitting import APART

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Shape
    from kg.segment.fitting import Fitting, Group

_FAR_ENOUGH = 0.0
_BOX_AND_OPENS = -4.0
_REJOIN = 1.5
_FARTHEST = 16
_STOPPED, _UNSTOPPED = -0.8, 1.5
_BELOW, _SUBHEADED = 3.0, 1.0
_LEADS = -2.0


@dataclass(slots=True)
class Portion:
    """What belongs to one article, as numbers of lines; `blocks` are the numbers of its blocks."""

    headline: list[int]
    boxes: list[int]
    blocks: list[int]
    body: list[int]
    subheads: list[int]


def give_far(fitting: Fitting, portions: Sequence[Portion], pooled: Sequence[Group]) -> set[Group]:
    """Give far headings to the bodies without one that they fit best, the best first; return what found none."""
    free = [one for one in portions if not one.headline]
    pairs = [(_fit(fitting, group, one), -at, -to) for at, group in enumerate(pooled) for to, one in enumerate(free)]
    given: set[int] = set()
    for fit, at, to in sorted(pairs, reverse=True):
        group, portion = pooled[-at], free[-to]
        if -at in given or portion.headline or portion.boxes or fit <= _FAR_ENOUGH:
            continue
        given.add(-at)
        portion.headline += group.headings
        portion.boxes += group.boxes
    return {group for at, group in enumerate(pooled) if at not in given}


def _fit(fitting: Fitting, group: Group, portion: Portion) -> float:
    whole = frozenset().union(*(fitting.pairs[at] for at in portion.blocks))
    score = sum(fitting.says(line, whole, fitting.lead(portion.blocks[0])) for line in group.headings)
    return score + (_BOX_AND_OPENS if group.boxes and fitting.opens(portion.blocks[0]) else 0.0)


def rejoin(fitting: Fitting, shape: Shape, portions: list[Portion]) -> list[Portion]:
    """Join articles that are pieces of one: without a headline, or under what may be a feature's subhead."""
    joining = _Joining(fitting, shape)
    while True:
        pairs = [(one, other) for at, one in enumerate(portions) for other in portions[at + 1 : at + _FARTHEST]]
        scores = [joining.score(one, other) for one, other in pairs]
        best = max(scores, default=0.0)
        if best <= 0:
            return portions
        one, other = pairs[scores.index(best)]
        portions = [_joined(one, other) if part is one else part for part in portions if part is not other]


def _joined(one: Portion, other: Portion) -> Portion:
    under_subhead = bool(one.headline and other.headline)
    return Portion(
        headline=one.headline + ([] if under_subhead else other.headline),
        boxes=one.boxes + other.boxes,
        blocks=one.blocks + other.blocks,
        body=one.body + other.body,
        subheads=one.subheads + (other.headline if under_subhead else []) + other.subheads,
    )


class _Joining:
    """How likely it is that one portion goes on with another; found once for each two."""

    def __init__(self, fitting: Fitting, shape: Shape) -> None:
        self._fitting = fitting
        self._blocks = shape.blocks
        self._scores: dict[tuple[int, ...], float] = {}

    def score(self, one: Portion, other: Portion) -> float:
        key = (len(one.blocks), *one.blocks, *other.blocks)
        found = self._scores.get(key)
        if found is None:
            found = self._scores[key] = self._goes_on(one, other)
        return found

    def _goes_on(self, one: Portion, other: Portion) -> float:
        left, right = self._blocks[one.blocks[-1]], self._blocks[other.blocks[0]]
        if right.opens or left.closes or other.boxes:
            return float("-inf")
        if right.apart is not None and other.blocks[0] == one.blocks[-1] + 1:
            return APART - right.apart if not (one.headline and other.headline) else float("-inf")
        score = _UNSTOPPED if left.unfinished else _STOPPED
        score += _LEADS if NEWS_LEAD.match(right.text) else 0.0
        if one.headline and other.headline:
            follows = other.blocks[0] == one.blocks[-1] + 1
            subheaded = bool(one.boxes or one.subheads) or (follows and not left.closes)
            if not subheaded or not self._fitting.may_be_subhead(other.headline, other.blocks[0]):
                return float("-inf")
            score += _BELOW if min(other.headline) - 1 in one.body else _SUBHEADED
        return score + self._fitting.together(left, right, self._said(one), self._said(other)) - _REJOIN

    def _said(self, portion: Portion) -> frozenset[str]:
        pairs = self._fitting.pairs
        return pairs[portion.blocks[0]].union(*(pairs[at] for at in portion.blocks[1:]))

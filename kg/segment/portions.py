"""What belongs to one article of a page, once its blocks are shared out: far headlines, and pieces that go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Shape
    from kg.segment.fitting import Fitting, Group

_FAR_ENOUGH = 0.0
_BOX_AND_OPENS = -4.0
_REJOIN = 1.5
_STOPPED, _UNSTOPPED = -0.8, 1.5
_BELOW, _SUBHEADED = 3.0, 1.0


@dataclass(slots=True)
class Portion:
    """What belongs to one article, as numbers of lines; `blocks` are the numbers of its blocks."""

    headline: list[int]
    boxes: list[int]
    blocks: list[int]
    body: list[int]
    subheads: list[int]


def give_far(
    fitting: Fitting, portions: Sequence[Portion], pooled: Sequence[Group], *, by_lines: bool = False
) -> set[Group]:
    """Give far headings to the bodies without one that they fit best, the best first; return what found none.

    `by_lines`: a heading with a byline of its own is given to some body that is not a news body, whatever it says.
    """
    free = [one for one in portions if not one.headline]
    pairs = [(_fit(fitting, group, one), -at, -to) for at, group in enumerate(pooled) for to, one in enumerate(free)]
    given: set[int] = set()
    for fit, at, to in sorted(pairs, reverse=True):
        group, portion = pooled[-at], free[-to]
        anyhow = by_lines and bool(group.boxes) and not fitting.opens(portion.blocks[0])
        if -at in given or portion.headline or portion.boxes or not (fit > _FAR_ENOUGH or anyhow):
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
    while True:
        best: tuple[float, int, int] | None = None
        for left, one in enumerate(portions):
            for right in range(left + 1, len(portions)):
                score = _goes_on(fitting, shape, one, portions[right])
                if score > 0 and (best is None or score > best[0]):
                    best = (score, left, right)
        if best is None:
            return portions
        _, left, right = best
        portions[left] = _joined(portions[left], portions.pop(right))


def _joined(one: Portion, other: Portion) -> Portion:
    under_subhead = bool(one.headline and other.headline)
    return Portion(
        headline=one.headline + ([] if under_subhead else other.headline),
        boxes=one.boxes + other.boxes,
        blocks=one.blocks + other.blocks,
        body=one.body + other.body,
        subheads=one.subheads + (other.headline if under_subhead else []) + other.subheads,
    )


def _goes_on(fitting: Fitting, shape: Shape, one: Portion, other: Portion) -> float:
    left, right = shape.blocks[one.blocks[-1]], shape.blocks[other.blocks[0]]
    if right.opens or left.closes or other.boxes:
        return float("-inf")
    score = _UNSTOPPED if left.unfinished else _STOPPED
    if one.headline and other.headline:
        if not (one.boxes or one.subheads) or not fitting.may_be_subhead(other.headline, other.blocks[0]):
            return float("-inf")
        score += _BELOW if min(other.headline) - 1 in one.body else _SUBHEADED
    said, says = (frozenset().union(*(fitting.pairs[at] for at in part.blocks)) for part in (one, other))
    return score + fitting.together(left, right, said, says) - _REJOIN

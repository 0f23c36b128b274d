"""What belongs to one article of a page, once its blocks are shared out, and which far headlines are whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.fitting import Fitting, Group

_FAR_ENOUGH = 0.0
_BOX_AND_OPENS = -4.0


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

"""Which headline is whose, once the bodies are known: every heading line of the page is asked again.

The bodies were found together with headlines beside them; where headlines stand together, or a body has another's
beside it, the whole page knows better. Lines go to the bodies whose wording they have, stretch by stretch; a body that
several stretches want becomes dearer, until each has one at most.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.runs import best_runs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.segment.blocks import Shape
    from kg.segment.fitting import Fitting
    from kg.segment.portions import Portion
    from kg.segment.runs import Run

_NEVER = -20.0
_NEAR, _FAR, _FAR_OUTSIDE = 0.0, -2.2, -1.2
_HEADED, _HEADED_NEWS = 1.8, 2.3
_NOBODYS, _DANGLING, _CUT_WORD = -3.0, 0.5, 2.5
_CUT, _GOES_ON, _WORD_GOES_ON, _LEFT_OUT, _UNLIKE = -2.0, -1.0, 2.0, -1.0, -0.9
_BYLINE, _SECOND_BYLINE, _NO_BODYS_BYLINE, _BYLINE_ALONE = 0.5, -4.0, -8.0, -4.0
_ROUNDS = 12
_DEARER = 1.0
_MOST_PAIRS = 40_000
"""Of heading lines and bodies, far more than any page has: a volume of news keeps the headlines beside its bodies."""


class _Unit(NamedTuple):
    """A line of a gap: a heading, or a byline of its own (`boxed`); `parted`: it does not follow the one before."""

    line: int
    gap: int
    boxed: bool
    parted: bool


def match(fitting: Fitting, shape: Shape, portions: Sequence[Portion], homeless: Collection[int] = ()) -> None:
    """Give each portion the headline and the byline that are its own; `homeless` lines have none yet."""
    matching = _Matching(fitting, shape, portions, homeless)
    few = len(matching.units) * len(portions) <= _MOST_PAIRS
    if few and (homeless or len(matching.units) > 1):
        matching.settle()


class _Matching:
    def __init__(self, fitting: Fitting, shape: Shape, portions: Sequence[Portion], homeless: Collection[int]) -> None:
        self._fitting = fitting
        self._shape = shape
        self._portions = portions
        self._said = [frozenset().union(*(fitting.pairs[at] for at in one.blocks)) for one in portions]
        boxes = {line for one in portions for line in one.boxes}
        owned = boxes.union(homeless, *(one.headline for one in portions))
        self.units: list[_Unit] = []
        for gap, numbers in enumerate(shape.gaps):
            for line in numbers:
                if line in owned:
                    before = self.units[-1] if self.units else None
                    parted = before is None or before.gap != gap or before.line != line - 1 or fitting.parted(line)
                    self.units.append(_Unit(line, gap, fitting.boxed(line), parted))

    def settle(self) -> None:
        """Find the best way, dearer and dearer where two want one body, and carry it out."""
        bodies = len(self._portions)
        nobodys = self._nobodys()
        fits = [[*self._fits(unit), nobody] for unit, nobody in zip(self.units, nobodys, strict=True)]
        begins = [
            [*(self._begins(unit, at, fit[at]) for at in range(bodies)), 0.0 if unit.parted else _LEFT_OUT]
            for unit, fit in zip(self.units, fits, strict=True)
        ]
        goes_on = [self._goes_on(at) for at in range(len(self.units))]
        prices = {boxed: [0.0] * (bodies + 1) for boxed in (False, True)}
        runs: list[Run] = []
        for _ in range(_ROUNDS):
            starts = [
                [one - price for one, price in zip(row, prices[unit.boxed], strict=True)]
                for unit, row in zip(self.units, begins, strict=True)
            ]
            _, runs = best_runs(fits, starts, goes_on)
            wanted = Counter((run.about, boxed) for run in runs if run.about < bodies for boxed in self._kinds(run))
            contested = [want for want, times in wanted.items() if times > 1]
            if not contested:
                break
            for at, boxed in contested:
                prices[boxed][at] += _DEARER
        self._carry_out(runs, fits)

    def _kinds(self, run: Run) -> set[bool]:
        """Return whether a run has a byline of its own, a headline, or both: of either a body has one."""
        return {unit.boxed for unit in self.units[run.start : run.end]}

    def _carry_out(self, runs: Sequence[Run], fits: Sequence[Sequence[float]]) -> None:
        for one in self._portions:
            one.headline.clear()
            one.boxes.clear()

        def worth(run: Run) -> float:
            return sum(fit[run.about] for fit in fits[run.start : run.end])

        for run in sorted(runs, key=worth, reverse=True):
            given = self._portions[run.about] if run.about < len(self._portions) else None
            for boxed in (False, True):
                units = [unit for unit in self.units[run.start : run.end] if unit.boxed == boxed]
                own = None if given is None else given.boxes if boxed else given.headline
                if units and (own is None or own):
                    self._give_back(units)
                elif own is not None:
                    own.extend(unit.line for unit in units)

    def _fits(self, unit: _Unit) -> list[float]:
        firsts = [one.blocks[0] for one in self._portions]
        if unit.boxed:
            return [_SECOND_BYLINE if self._fitting.opens(first) else _BYLINE for first in firsts]
        says, lead = self._fitting.says, self._fitting.lead
        return [says(unit.line, said, lead(first)) for said, first in zip(self._said, firsts, strict=True)]

    def _nobodys(self) -> list[float]:
        """Score each line as none of a headline: right below an unfinished text it may well be that text's end."""
        scores: list[float] = []
        dangling: int | None = None
        for unit in self.units:
            block = self._shape.blocks[unit.gap - 1] if unit.gap else None
            ends = block is not None and not unit.boxed and unit.line in (block.lines[-1] + 1, dangling)
            dangling = None
            if block is not None and ends and self._fitting.may_end(block, unit.line):
                scores.append(_CUT_WORD if self._fitting.cuts_word(unit.line) else _DANGLING)
                dangling = unit.line + 1
            else:
                scores.append(_NO_BODYS_BYLINE if unit.boxed else _NOBODYS)
        return scores

    def _begins(self, unit: _Unit, at: int, fit: float) -> float:
        """Score that the headline of a body begins with a line: it is nearer where it stands beside the body.

        What fits no body goes on with the headline above rather than that it begins one.
        """
        one = self._portions[at]
        beside = unit.gap == one.blocks[0] or unit.gap - 1 in one.blocks
        outside = unit.gap in (0, len(self._shape.blocks))
        place = _NEAR if beside else _FAR_OUTSIDE if outside else _FAR
        if unit.boxed:
            # It belongs to the headline above it; without one, to the body right below.
            alone = not any(other.gap == unit.gap and other.line == unit.line - 1 for other in self.units)
            return place + (0.0 if unit.gap == one.blocks[0] and alone else _BYLINE_ALONE)
        headed = _HEADED_NEWS if self._fitting.opens(one.blocks[0]) else _HEADED
        unlike = _UNLIKE if fit < 0 else 0.0
        return place + headed + unlike + (0.0 if unit.parted or not self._fitting.spaced_out else _CUT)

    def _goes_on(self, at: int) -> float:
        """Score that a line goes on with the one before; nothing but more names goes on with a byline."""
        unit, before = self.units[at], self.units[at - 1]
        if not at or before.gap != unit.gap or (before.boxed and not unit.boxed):
            return _NEVER
        word = _WORD_GOES_ON if not unit.boxed and self._fitting.goes_on(unit.line) else 0.0
        return word + (_GOES_ON if unit.parted and not unit.boxed and self._fitting.spaced_out else 0.0)

    def _give_back(self, units: Sequence[_Unit]) -> None:
        """Give lines that head nothing to the body above them, or to the one below."""
        gap = units[0].gap
        above = next((one for one in self._portions if gap - 1 in one.blocks), None)
        below = next((one for one in self._portions if gap in one.blocks), None)
        lines = [unit.line for unit in units]
        if above is not None:
            above.body.extend(lines)
        elif below is not None:
            below.body[:0] = lines

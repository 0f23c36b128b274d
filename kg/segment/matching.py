"""Which headline is whose, once the bodies are known: every heading line of the page is asked again.

The bodies were found together with headlines beside them; where headlines stand together, or a body has another's
beside it, the whole page knows better. Lines go to the bodies whose wording they have, stretch by stretch; a body that
several stretches want becomes dearer, until each has one at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.segment.runs import best_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Shape
    from kg.segment.fitting import Fitting
    from kg.segment.portions import Portion

_NEAR, _FAR, _FAR_OUTSIDE = 0.0, -2.2, -1.2
_HEADED, _HEADED_NEWS = 1.8, 1.8
_NOBODYS, _DANGLING, _CUT_WORD = -3.0, 0.5, 2.5
_CUT, _GOES_ON = -2.0, -1.0
_ROUNDS = 12
_DEARER = 1.0


class _Unit(NamedTuple):
    """A heading line of a gap; `parted`: a blank line or a byline stands between it and the one before."""

    line: int
    gap: int
    parted: bool


def match(fitting: Fitting, shape: Shape, portions: Sequence[Portion]) -> None:
    """Give each portion the headline that is its own; portions whose headline has a byline below keep it."""
    matching = _Matching(fitting, shape, portions)
    if len(matching.units) > 1:
        matching.settle()


class _Matching:
    def __init__(self, fitting: Fitting, shape: Shape, portions: Sequence[Portion]) -> None:
        self._fitting = fitting
        self._shape = shape
        self._portions = [one for one in portions if not one.boxes]
        self._said = [frozenset().union(*(fitting.pairs[at] for at in one.blocks)) for one in self._portions]
        owned = {line for one in self._portions for line in one.headline}
        self.units: list[_Unit] = []
        for gap, numbers in enumerate(shape.gaps):
            for line in numbers:
                if line in owned:
                    before = self.units[-1] if self.units else None
                    parted = before is None or before.gap != gap or before.line != line - 1 or fitting.parted(line)
                    self.units.append(_Unit(line, gap, parted))

    def settle(self) -> None:
        bodies = len(self._portions)
        fits = [
            [self._fit(unit, at) for at in range(bodies)] + [nobodys]
            for unit, nobodys in zip(self.units, self._nobodys(), strict=True)
        ]
        begins = [[self._begins(unit, at) for at in range(bodies)] + [0.0] for unit in self.units]
        goes_on = [self._goes_on(at) for at in range(len(self.units))]
        prices = [0.0] * bodies + [0.0]
        for _ in range(_ROUNDS):
            starts = [[one - price for one, price in zip(row, prices, strict=True)] for row in begins]
            _, runs = best_runs(fits, starts, goes_on)
            wanted = [run.about for run in runs]
            contested = {at for at in wanted if at < bodies and wanted.count(at) > 1}
            if not contested:
                break
            for at in contested:
                prices[at] += _DEARER
        else:
            return
        for one in self._portions:
            one.headline.clear()
        for run in runs:
            lines = [unit.line for unit in self.units[run.start : run.end]]
            if run.about < bodies:
                self._portions[run.about].headline.extend(lines)
            else:
                self._give_back(self.units[run.start].gap, lines)

    def _fit(self, unit: _Unit, at: int) -> float:
        return self._fitting.says(unit.line, self._said[at], self._fitting.lead(self._portions[at].blocks[0]))

    def _nobodys(self) -> list[float]:
        """Score each line as none of a headline: right below an unfinished text it may well be that text's end."""
        scores: list[float] = []
        dangling: int | None = None
        for unit in self.units:
            block = self._shape.blocks[unit.gap - 1] if unit.gap else None
            ends = block is not None and unit.line in (block.lines[-1] + 1, dangling)
            if block is not None and ends and self._fitting.may_end(block, unit.line):
                scores.append(_CUT_WORD if self._fitting.cuts_word(unit.line) else _DANGLING)
                dangling = unit.line + 1
            else:
                scores.append(_NOBODYS)
                dangling = None
        return scores

    def _begins(self, unit: _Unit, at: int) -> float:
        """Score that the headline of a body begins with a line: it is nearer where it stands beside the body."""
        one = self._portions[at]
        beside = unit.gap == one.blocks[0] or unit.gap - 1 in one.blocks
        outside = unit.gap in (0, len(self._shape.blocks))
        place = _NEAR if beside else _FAR_OUTSIDE if outside else _FAR
        headed = _HEADED_NEWS if self._fitting.opens(one.blocks[0]) else _HEADED
        return place + headed + (0.0 if unit.parted or not self._fitting.spaced_out else _CUT)

    def _goes_on(self, at: int) -> float:
        unit = self.units[at]
        if not at or self.units[at - 1].gap != unit.gap:
            return -20.0
        return _GOES_ON if unit.parted and self._fitting.spaced_out else 0.0

    def _give_back(self, gap: int, lines: list[int]) -> None:
        """Give lines that head nothing to the body above them, or to the one below."""
        above = next((one for one in self._portions if gap - 1 in one.blocks), None)
        below = next((one for one in self._portions if gap in one.blocks), None)
        if above is not None:
            above.body.extend(lines)
        elif below is not None:
            below.body[:0] = lines

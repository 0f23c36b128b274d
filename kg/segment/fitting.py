"""How good a way to share out a page is: scores of headlines, subheads and blocks that go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.segment.breaks import NEWS_LEAD
from kg.segment.wording import Wording, bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.segment.blocks import Shape
    from kg.segment.lines import Line

NEVER = -20.0
_FAR = 0.8
_UNLIKE, _ALIKE = -0.6, 2.0
_PER_ALIKE = 12.0
_EVEN = 0.06
_SET_SO = 0.6
_TOGETHER = 1.8
_WIDEST_CHANGE = 5.0
_CLEAR_CHANGE = 2.5
_APART = -1.0
_HEADLINE_LINES = 4
_WIDEST_SUBHEAD = 11.0
_SUBHEAD_LINES = 2
_ROOM = 2.0


class Group(NamedTuple):
    """Lines of a gap that belong together: headings, and the bylines of their own below them."""

    headings: tuple[int, ...]
    boxes: tuple[int, ...]


class Fitting:
    """Scores on one page. What is likely has a higher score; the unit is about that of log-likelihood."""

    def __init__(self, shape: Shape, lines: Sequence[Line], *, spaced_out: bool) -> None:
        """Weigh the page's wording."""
        self._blocks = shape.blocks
        self._lines = lines
        self._spaced_out = spaced_out
        self._wording = Wording([block.text for block in shape.blocks])
        self._leads = [bigrams(block.lead) for block in shape.blocks]
        self.pairs = self._wording.pairs
        self._said = {line: bigrams(lines[line].text) for gap in shape.gaps for line in gap if not lines[line].boxed}
        self._runs = self._runs_of_blocks()
        self._begin: set[int] = set()
        self._line_fits: dict[tuple[int, int, int], tuple[float, float, float]] = {}
        self._far: dict[tuple[int, ...], list[float]] = {}

    def groups(self, gap: Sequence[int]) -> list[Group]:
        """Return the lines of a gap in groups; without blank lines on the page nothing tells them apart."""
        out: list[Group] = []
        for line in gap:
            if self._lines[line].boxed:
                # Without blank lines, what stands above a byline of its own is one headline.
                above = [group for group in out if not group.boxes][-1 if self._spaced_out else -_HEADLINE_LINES :]
                out = out[: len(out) - len(above)]
                out.append(Group(tuple(one for group in above for one in group.headings), (line,)))
            elif out and self._spaced_out and not self._lines[line].blank_before and not out[-1].boxes:
                out.append(Group((*out.pop().headings, line), ()))
            else:
                out.append(Group((line,), ()))
        return out

    def join(self, whole: AbstractSet[str], at: int, gap: Sequence[int]) -> float:
        """Score that block `at` goes on with the article that has said `whole` before `gap`."""
        left, right = self._blocks[at - 1], self._blocks[at]
        if right.opens or left.closes or at in self._begin or any(self._lines[line].boxed for line in gap):
            return NEVER
        alike = self._wording.alike(whole, self.pairs[at])
        change = min(_WIDEST_CHANGE, abs(left.width - right.width))
        score = (
            max(_UNLIKE, min(_ALIKE, _PER_ALIKE * (alike - _EVEN))) - (0.4 if change < _CLEAR_CHANGE else 0.7) * change
        )
        if left.unfinished:
            score += 2.0
        if gap:
            return score + self._subheads(gap, at)
        return score + (_APART if right.apart else _TOGETHER)

    def _subheads(self, gap: Sequence[int], at: int) -> float:
        """Score the lines of a gap as subheads of block `at`: short, one or two, about what follows."""
        right = self._blocks[at]
        widest = max(self._lines[line].width for line in gap)
        one_line = len(gap) == 1 and self._lines[gap[0]].parted
        most = 2 * _WIDEST_SUBHEAD if one_line else min(_WIDEST_SUBHEAD, right.width - _ROOM)
        is_set_so = widest <= most and len(gap) <= _SUBHEAD_LINES
        score = _SET_SO if is_set_so else -1.5
        if NEWS_LEAD.match(right.text):
            score -= 1.0
        return score + 3.2 * (self._fits(gap, self.pairs[at], at, at + 1) - 0.15)

    def headline(
        self, before: Sequence[Group], after: Sequence[Group], whole: AbstractSet[str], blocks: tuple[int, int]
    ) -> float:
        """Score groups as the headline of the article of `blocks` (first, end), which says `whole`."""
        first, end = blocks
        groups = (*before, *after)
        headed = [line for group in groups for line in group.headings]
        opens = self._blocks[first].opens
        # A news body that opens with its own byline has no other.
        score = -1.0 * sum(len(group.boxes) for group in groups) if opens else 0.0
        if not headed:
            return score - (0.9 if opens else 0.5)
        score += 4.0 * (self._fits(headed, whole, first, end) - 0.15)
        if any(group.headings for group in before) and any(group.headings for group in after):
            score -= 3.0
        if self._spaced_out:
            score -= 0.5 * max(0, sum(1 for group in groups if group.headings) - 1)
        return score - 0.6 * max(0, len(headed) - _HEADLINE_LINES)

    def far(self, group: Group, first: int, end: int) -> float:
        """Score a group as the headline of a body elsewhere than in blocks `[first, end)`: by the best one there is."""
        if not group.headings:
            return -5.0
        fits = self._far.get(group.headings)
        if fits is None:
            fits = [self._fits(group.headings, said, at, end) for at, (end, said) in enumerate(self._runs)]
            self._far[group.headings] = fits
        elsewhere = [fit for at, fit in enumerate(fits) if self._runs[at][0] <= first or at >= end]
        return 4.0 * (max(elsewhere, default=0.0) - 0.15) - _FAR

    def begin_article(self, group: Group) -> None:
        """Make the block whose beginning a far heading fits best the first one of an article."""
        fits = self._far.get(group.headings)
        if fits:
            self._begin.add(fits.index(max(fits)))

    def _runs_of_blocks(self) -> list[tuple[int, frozenset[str]]]:
        """Return for each block where an article that began with it would end at most, and what it would say."""
        runs: list[tuple[int, frozenset[str]]] = []
        for at in range(len(self._blocks) - 1, -1, -1):
            end, said = at + 1, self.pairs[at]
            if runs and not self._blocks[at + 1].opens and not self._blocks[at].closes:
                end, said = runs[-1][0], said | runs[-1][1]
            runs.append((end, said))
        return runs[::-1]

    def _fits(self, headed: Sequence[int], whole: AbstractSet[str], first: int, end: int) -> float:
        """Return how well heading lines fit blocks `[first, end)`, which say `whole`.

        All lines count together, in the body's beginning above all; and the worst of them by itself.
        """
        covered = lead = total = 0.0
        worst = 1.0
        for line in headed:
            in_body, in_lead, weight = self._line_fit(line, whole, first, end)
            covered += in_body
            lead += in_lead
            total += weight
            worst = min(worst, in_body / weight if weight else 0.0)
        return (0.5 * covered + 0.3 * lead) / total + 0.2 * worst if total else 0.0

    def _line_fit(self, line: int, whole: AbstractSet[str], first: int, end: int) -> tuple[float, float, float]:
        """Return the weight of a line's wording that blocks `[first, end)` say, that they begin with, and all of it."""
        key = (line, first, end)
        fit = self._line_fits.get(key)
        if fit is None:
            said = self._said[line]
            weigh = self._wording.weight
            fit = (weigh(said & whole), weigh(said & self._leads[first]), weigh(said))
            self._line_fits[key] = fit
        return fit

    def says(self, group: Group, body: AbstractSet[str]) -> float:
        """Return how much of a group's wording a body has."""
        return self._wording.covered(frozenset().union(*(self._said[line] for line in group.headings)), body)

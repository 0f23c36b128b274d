"""Which blocks and headings make an article: the best of all ways to share out a page.

A headline may stand before its body, after it, or far from it; a heading between two blocks may be a subhead. Each
way to share out the page has a score: headlines should talk of what their body talks of, news bodies should have one,
blocks under subheads should talk of the same. The best is found by dynamic programming over the gaps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.segment.fitting import NEVER, Fitting, Group
from kg.segment.matching import match
from kg.segment.portions import Portion, give_far
from kg.segment.rejoining import rejoin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Shape
    from kg.segment.lines import Line
    from kg.segment.pairs import Pairs

_SECTIONS = 12
_PARTING = 1.0
_LARGEST_PAGE = 120
_BLANK_LINES = 0.6


class _Cut(NamedTuple):
    """A place where an article ends: `taken` groups of gap `gap` are its headline."""

    gap: int
    taken: int


class _Choice(NamedTuple):
    """The best way to share out what stands before a cut: the cut before, and where the headline above begins."""

    score: float
    before: _Cut | None
    above: int


def share_out(shape: Shape, lines: Sequence[Line]) -> list[Portion]:
    """Return the articles of a page, in order of their first block."""
    return _Sharing(shape, lines).portions()


class _Sharing:
    def __init__(self, shape: Shape, lines: Sequence[Line]) -> None:
        blank = sum(line.blank_before for line in lines)
        # Where blank lines stand between all lines, they tell nothing of what belongs together.
        spaced_out = len(lines) * _BLANK_LINES < blank < len(lines) - 1
        self._shape = shape
        self._spaced_out = spaced_out
        self._fitting = Fitting(shape, lines, spaced_out=spaced_out)
        self._groups = [self._fitting.groups(gap) for gap in shape.gaps]
        self._may_pool = set(range(len(self._groups))) if len(self._groups) <= _LARGEST_PAGE else set()

    def portions(self) -> list[Portion]:
        """Return the best sharing.

        A heading that found no body far away makes the block that it fits best an article of its own, and the page is
        shared out again; what still finds none is matched with the others.
        """
        tried: set[Group] = set()
        while True:
            portions, pooled = self._search()
            homeless = give_far(self._fitting, portions, pooled)
            again = homeless - tried
            if not again:
                return self._finished(portions, {line for group in homeless for line in group.headings + group.boxes})
            for group in again:
                self._fitting.begin_article(group)
            tried |= again

    def _finished(self, portions: list[Portion], homeless: set[int]) -> list[Portion]:
        portions = rejoin(self._fitting, self._shape, portions)
        match(self._fitting, self._shape, portions, homeless)
        return rejoin(self._fitting, self._shape, portions)

    def _search(self) -> tuple[list[Portion], list[Group]]:
        best: dict[_Cut, _Choice] = {_Cut(0, 0): _Choice(0.0, None, 0)}
        for first in range(len(self._shape.blocks)):
            self._extend_from(first, best)
        last = len(self._shape.blocks)
        _, at = self._above(last, best)[-1]
        pooled = self._fitting.far_groups(self._groups[last][at.taken :], last)[::-1]
        portions = []
        while (choice := best[at]).before is not None:
            left = choice.before
            portions.append(self._portion(left.gap, choice.above, at))
            pooled += self._fitting.far_groups(self._groups[left.gap][left.taken : choice.above], left.gap)[::-1]
            at = left
        return portions[::-1], [group for group in pooled[::-1] if group.headings or group.boxes]

    def _above(self, gap: int, best: dict[_Cut, _Choice]) -> list[tuple[float, _Cut]]:
        """Return for each number of groups that stand before the headline above an article: the best way to there.

        What neither the article before takes nor this one is the headline of a body elsewhere.
        """
        groups = self._groups[gap]
        ways: list[tuple[float, _Cut]] = []
        for above in range(len(groups) + 1):
            options = []
            for taken in range(above + 1):
                cut = _Cut(gap, taken)
                if cut not in best or (taken < above and gap not in self._may_pool):
                    continue
                score = best[cut].score
                if taken < above:
                    score += self._fitting.far(groups[taken:above], gap)
                if not self._spaced_out:
                    score -= _PARTING * ((0 < taken < above) + (0 < above < len(groups)))
                options.append((score, cut))
            ways.append(max(options, default=(float("-inf"), _Cut(gap, 0))))
        return ways

    def _extend_from(self, first: int, best: dict[_Cut, _Choice]) -> None:
        """Extend every way that ends before block `first` by an article that begins with it."""
        ways = self._above(first, best)
        whole: Pairs = frozenset()
        joined = 0.0
        for end in range(first + 1, min(len(self._shape.blocks), first + _SECTIONS) + 1):
            if end > first + 1:
                score = self._fitting.join(whole, end - 1, self._shape.gaps[end - 1])
                if score <= NEVER:
                    return
                joined += score
            whole |= self._fitting.pairs[end - 1]
            self._end_at((first, end), whole, [(score + joined, cut) for score, cut in ways], best)

    def _end_at(
        self,
        blocks: tuple[int, int],
        whole: Pairs,
        ways: Sequence[tuple[float, _Cut]],
        best: dict[_Cut, _Choice],
    ) -> None:
        """Try every headline for the article of blocks `[first, end)`."""
        first, end = blocks
        before, after = self._groups[first], self._groups[end]
        fits_before, fits_after = (
            [[self._fitting.fit(line, whole, first, end) for line in group.headings] for group in groups]
            for groups in (before, after)
        )
        for taken in range(len(after) + 1):
            below = [fit for fits in fits_after[:taken] for fit in fits]
            for above, (score, left) in enumerate(ways):
                if score == float("-inf"):
                    continue
                fits = [fit for some in fits_before[above:] for fit in some] + below
                total = score + self._fitting.headline(before[above:], after[:taken], first, fits)
                right = _Cut(end, taken)
                if right not in best or total > best[right].score:
                    best[right] = _Choice(total, left, above)

    def _portion(self, first: int, above: int, right: _Cut) -> Portion:
        groups = [*self._groups[first][above:], *self._groups[right.gap][: right.taken]]
        boxes = [line for group in groups for line in group.boxes]
        headline = [line for group in groups for line in group.headings]
        # What stands between a byline of its own and the body heads the body's first section.
        below = [line for line in headline if boxes and max(boxes) < line < self._shape.blocks[first].lines[0]]
        return Portion(
            headline=[line for line in headline if line not in below],
            boxes=boxes,
            blocks=list(range(first, right.gap)),
            body=[line for block in self._shape.blocks[first : right.gap] for line in block.lines],
            subheads=below + [line for gap in self._shape.gaps[first + 1 : right.gap] for line in gap],
        )

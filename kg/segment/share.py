"""Which blocks and headings make an article: the best of all ways to share out a page.

A headline may stand before its body, after it, or far from it; a heading between two blocks may be a subhead. Each
way to share out the page has a score: headlines should talk of what their body talks of, news bodies should have one,
blocks under subheads should talk of the same. The best is found by dynamic programming over the gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.fitting import NEVER, Fitting, Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kg.segment.blocks import Shape
    from kg.segment.lines import Line

_SECTIONS = 12
_PARTING = 1.0
_LARGEST_PAGE = 120
_FAR_ENOUGH = 0.3
_BLANK_LINES = 0.6


@dataclass(slots=True)
class Portion:
    """What belongs to one article, as numbers of lines."""

    headline: list[int]
    boxes: list[int]
    body: list[int]
    subheads: list[int]


class _Cut(NamedTuple):
    """A place where one article ends and another begins: `taken` groups of gap `gap` go to the one before."""

    gap: int
    taken: int


class _Choice(NamedTuple):
    """The best way to share out what stands before a cut."""

    score: float
    before: _Cut | None
    pooled: tuple[Group, ...]


def share_out(shape: Shape, lines: Sequence[Line]) -> list[Portion]:
    """Return the articles of a page, in order of their first block."""
    return _Sharing(shape, lines).portions()


class _Sharing:
    def __init__(self, shape: Shape, lines: Sequence[Line]) -> None:
        spaced_out = sum(line.blank_before for line in lines) > len(lines) * _BLANK_LINES
        self._shape = shape
        self._spaced_out = spaced_out
        self._fitting = Fitting(shape, lines, spaced_out=spaced_out)
        self._groups = [self._fitting.groups(gap) for gap in shape.gaps]

    def portions(self) -> list[Portion]:
        """Return the best sharing.

        A heading that found no body far away makes the block that it fits best an article of its own, and the page is
        shared out again; if it still finds none, it is given back to its neighbours.
        """
        may_pool = set(range(len(self._groups))) if len(self._groups) <= _LARGEST_PAGE else set()
        tried: set[Group] = set()
        while True:
            cuts, pooled = self._search(may_pool)
            portions = [self._portion(left, right, pooled) for left, right in pairwise(cuts)]
            homeless = self._give_pooled(portions, pooled)
            if not homeless:
                return portions
            again = homeless - tried
            for group in again:
                self._fitting.begin_article(group)
            tried |= again
            if not again:
                may_pool -= {gap for gap, groups in enumerate(self._groups) if homeless & set(groups)}

    def _search(self, may_pool: set[int]) -> tuple[list[_Cut], set[Group]]:
        best: dict[_Cut, _Choice] = {_Cut(0, 0): _Choice(0.0, None, ())}
        for first in range(len(self._shape.blocks)):
            self._extend_from(first, best, may_pool)
        at: _Cut | None = _Cut(len(self._shape.blocks), len(self._groups[-1]))
        cuts: list[_Cut] = []
        pooled: set[Group] = set()
        while at is not None:
            cuts.append(at)
            pooled |= set(best[at].pooled)
            at = best[at].before
        return cuts[::-1], pooled

    def _extend_from(self, first: int, best: dict[_Cut, _Choice], may_pool: set[int]) -> None:
        """Extend every way that ends before block `first` by an article that begins with it."""
        lefts = [cut for cut in self._cuts(first) if cut in best]
        whole: set[str] = set()
        joined = -0.2
        for end in range(first + 1, min(len(self._shape.blocks), first + _SECTIONS) + 1):
            if end > first + 1:
                score = self._fitting.join(whole, end - 1, self._shape.gaps[end - 1])
                if score <= NEVER:
                    return
                joined += score
            whole |= self._fitting.pairs[end - 1]
            for right in self._cuts(end):
                for left in lefts:
                    score, pooled = self._headline(left, right, whole, may_pool)
                    score += best[left].score + joined - self._parting(right)
                    if right not in best or score > best[right].score:
                        best[right] = _Choice(score, left, pooled)

    def _parting(self, cut: _Cut) -> float:
        """Return what it costs to part the lines of a gap where no blank line parts them."""
        inside = 0 < cut.taken < len(self._groups[cut.gap])
        return 0.0 if self._spaced_out or not inside else _PARTING

    def _cuts(self, gap: int) -> Iterator[_Cut]:
        size = len(self._groups[gap])
        if gap == 0:
            yield _Cut(0, 0)
        elif gap == len(self._shape.blocks):
            yield _Cut(gap, size)
        else:
            yield from (_Cut(gap, taken) for taken in range(size + 1))

    def _headline(
        self, left: _Cut, right: _Cut, whole: AbstractSet[str], may_pool: set[int]
    ) -> tuple[float, tuple[Group, ...]]:
        """Return the best score of the groups around an article: the nearest are its headline, the others pooled."""
        before = self._groups[left.gap][left.taken :]
        after = self._groups[right.gap][: right.taken]
        most_before = range(len(before) + 1) if left.gap in may_pool else (0,)
        most_after = range(len(after) + 1) if right.gap in may_pool else (0,)
        options = []
        for dropped in most_before:
            for cut in most_after:
                kept = after[: len(after) - cut]
                pooled = (*before[:dropped], *after[len(after) - cut :])
                score = self._fitting.headline(before[dropped:], kept, whole, (left.gap, right.gap))
                score += sum(self._fitting.far(group, left.gap, right.gap) for group in pooled)
                options.append((score, -len(pooled), pooled))
        score, _, pooled = max(options)
        return score, pooled

    def _portion(self, left: _Cut, right: _Cut, pooled: set[Group]) -> Portion:
        around = [*self._groups[left.gap][left.taken :], *self._groups[right.gap][: right.taken]]
        mine = [group for group in around if group not in pooled]
        return Portion(
            headline=[line for group in mine for line in group.headings],
            boxes=[line for group in mine for line in group.boxes],
            body=[line for block in self._shape.blocks[left.gap : right.gap] for line in block.lines],
            subheads=[line for gap in self._shape.gaps[left.gap + 1 : right.gap] for line in gap],
        )

    def _give_pooled(self, portions: list[Portion], pooled: set[Group]) -> set[Group]:
        """Give far headings to the bodies without one that they fit best; return what found none."""
        homeless: set[Group] = set()
        for group in sorted(pooled):
            free = [one for one in portions if not one.headline]
            fits = [self._fitting.says(group, self._said_by(one)) for one in free]
            best = max(fits, default=0.0)
            if best < _FAR_ENOUGH:
                homeless.add(group)
                continue
            portion = free[fits.index(best)]
            portion.headline += group.headings
            portion.boxes += group.boxes
        return homeless

    def _said_by(self, portion: Portion) -> AbstractSet[str]:
        lines = set(portion.body)
        said: set[str] = set()
        for block, pairs in zip(self._shape.blocks, self._fitting.pairs, strict=True):
            if lines & set(block.lines):
                said |= pairs
        return said

"""Which blocks and headings make an article: the best of all ways to share out a page.

A headline may stand before its body, after it, or far from it; a heading between two blocks may be a subhead. Each
way to share out the page has a score: headlines should talk of what their body talks of, news bodies should have one,
blocks under subheads should talk of the same. The best is found by dynamic programming over the gaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.wording import Wording, bigrams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.segment.blocks import Shape
    from kg.segment.lines import Line

_HEADLINE_LINES = 4
_SECTIONS = 12
_FAR_ENOUGH = 0.3
_NEVER = -20.0
_WIDEST_SUBHEAD = 11.0
# How a news body begins: with a day. A section under a subhead seldom does.
_LEAD = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|近日|日前|昨[日天]|.{0,14}(?:\d{1,2}月\d{1,2}日|近日|日前)[，上下晚至]"
)


@dataclass(slots=True)
class Portion:
    """What belongs to one article, as numbers of lines."""

    headline: list[int]
    boxes: list[int]
    body: list[int]
    subheads: list[int]


class _Cut(NamedTuple):
    """A place where one article may end and another begin: `taken` lines of gap `gap` go to the one before."""

    gap: int
    taken: int


class _Choice(NamedTuple):
    score: float
    before: _Cut | None
    pooled: tuple[int, ...]


def share_out(shape: Shape, lines: Sequence[Line]) -> list[Portion]:
    """Return the articles of a page, in order of their first block."""
    return _Sharing(shape, lines).portions()


class _Sharing:
    def __init__(self, shape: Shape, lines: Sequence[Line]) -> None:
        self._shape = shape
        self._lines = lines
        self._wording = Wording([block.text for block in shape.blocks])
        self._leads = [bigrams(block.lead) for block in shape.blocks]
        self._pairs = self._wording.pairs
        self._spaced_out = sum(line.blank_before for line in lines) > len(lines) * 0.6

    # -- the search ---------------------------------------------------------------------------------------------

    def portions(self) -> list[Portion]:
        """Return the best sharing; headings that found no body far away are given back and shared out again."""
        may_pool = set(range(len(self._shape.gaps)))
        while True:
            cuts, pooled = self._search(may_pool)
            portions = [self._portion(left, right, pooled) for left, right in zip(cuts, cuts[1:], strict=False)]
            homeless = self._give_pooled(portions, pooled)
            if not homeless:
                return portions
            may_pool -= {gap for gap in may_pool if set(self._shape.gaps[gap]) & homeless}

    def _search(self, may_pool: set[int]) -> tuple[list[_Cut], set[int]]:
        last = len(self._shape.blocks)
        start = _Cut(0, 0)
        best: dict[_Cut, _Choice] = {start: _Choice(0.0, None, ())}
        for gap in range(1, last + 1):
            for cut in self._cuts(gap):
                best[cut] = max(
                    (
                        self._extend(best[left], left, cut, may_pool)
                        for first in range(max(0, gap - _SECTIONS), gap)
                        for left in self._cuts(first)
                        if left in best
                    ),
                    key=lambda choice: choice.score,
                )
        at: _Cut | None = max(self._cuts(last), key=lambda cut: best[cut].score)
        cuts: list[_Cut] = []
        pooled: set[int] = set()
        while at is not None:
            cuts.append(at)
            pooled |= set(best[at].pooled)
            at = best[at].before
        return cuts[::-1], pooled

    def _cuts(self, gap: int) -> Iterator[_Cut]:
        size = len(self._shape.gaps[gap])
        if gap == 0:
            yield _Cut(0, 0)
        elif gap == len(self._shape.blocks):
            yield _Cut(gap, size)
        else:
            numbers = self._shape.gaps[gap]
            for taken in range(size + 1):
                tight = 0 < taken < size and self._spaced_out and not self._lines[numbers[taken]].blank_before
                if not tight:
                    yield _Cut(gap, taken)

    def _extend(self, choice: _Choice, left: _Cut, right: _Cut, may_pool: set[int]) -> _Choice:
        before = self._shape.gaps[left.gap][left.taken :]
        after = self._shape.gaps[right.gap][: right.taken]
        body = self._score_body(left.gap, right.gap)
        options: list[tuple[float, tuple[int, ...]]] = [(self._score_headline(before, after, left.gap, right.gap), ())]
        if before and left.gap in may_pool:
            far = self._far_score(before, left.gap, right.gap)
            options.append((self._score_headline([], after, left.gap, right.gap) + far, tuple(before)))
        if after and right.gap in may_pool:
            far = self._far_score(after, left.gap, right.gap)
            options.append((self._score_headline(before, [], left.gap, right.gap) + far, tuple(after)))
        score, pooled = max(options, key=lambda option: option[0])
        return _Choice(choice.score + body + score, left, pooled)

    # -- the scores ---------------------------------------------------------------------------------------------

    def _score_body(self, first: int, end: int) -> float:
        """Score blocks `[first, end)` as one article: what opens an article must not stand inside."""
        score = -0.2
        for at in range(first + 1, end):
            score += self._score_join(first, at)
        return score

    def _score_join(self, first: int, at: int) -> float:
        """Score that block `at` goes on with the article that begins with block `first`."""
        left, right = self._shape.blocks[at - 1], self._shape.blocks[at]
        gap = self._shape.gaps[at]
        if right.opens or left.closes or any(self._lines[line].boxed for line in gap):
            return _NEVER
        whole = frozenset().union(*self._pairs[first:at])
        alike = self._wording.alike(whole, self._pairs[at])
        score = max(-0.4, min(1.5, 6.0 * (alike - 0.07))) - 0.4 * min(5.0, abs(left.width - right.width))
        if left.unfinished:
            score += 2.0
        return score + (self._score_subheads(gap, at) if gap else 1.8)

    def _score_subheads(self, gap: list[int], at: int) -> float:
        """Score the lines of a gap as subheads of block `at`: short, one or two, about what follows."""
        right = self._shape.blocks[at]
        widest = max(self._lines[line].width for line in gap)
        is_set_so = widest <= min(_WIDEST_SUBHEAD, right.width - 2) and len(gap) <= 2  # noqa: PLR2004
        score = 0.6 if is_set_so else -1.5
        if _LEAD.match(right.text):
            score -= 1.0
        return score + 3.2 * (self._fits(gap, at, at + 1) - 0.15)

    def _score_headline(self, before: list[int], after: list[int], first: int, end: int) -> float:
        blocks = self._shape.blocks
        headed = self._heading_lines(before) + self._heading_lines(after)
        boxes = [line for line in (*before, *after) if self._lines[line].boxed]
        score = -1.0 * len(boxes) if blocks[first].opens else 0.0
        if not headed:
            return score - (0.9 if blocks[first].opens else 0.5)
        score += 4.0 * (self._fits(headed, first, end) - 0.15)
        if self._heading_lines(before) and self._heading_lines(after):
            score -= 3.0
        return score - 0.6 * max(0, len(headed) - _HEADLINE_LINES)

    def _heading_lines(self, gap: list[int]) -> list[int]:
        return [line for line in gap if not self._lines[line].boxed]

    def _fits(self, headed: Sequence[int], first: int, end: int) -> float:
        """Return how well heading lines fit the body of blocks `[first, end)`: each line for itself and all of them."""
        whole = frozenset().union(*self._pairs[first:end])
        pairs = [bigrams(self._lines[line].text) for line in headed]
        together = frozenset().union(*pairs)
        fit = self._wording.covered(together, whole)
        lead = self._wording.covered(together, self._leads[first])
        worst = min(self._wording.covered(one, whole) for one in pairs)
        return 0.5 * fit + 0.3 * lead + 0.2 * worst

    def _far_score(self, group: list[int], first: int, end: int) -> float:
        """Score a heading as that of a body elsewhere: by the best one there is."""
        headed = self._heading_lines(group)
        if not headed:
            return -5.0
        blocks = range(len(self._shape.blocks))
        fits = [self._fits(headed, at, at + 1) for at in blocks if not first <= at < end]
        return 4.0 * (max(fits, default=0.0) - 0.15) - 1.2

    # -- what comes out -----------------------------------------------------------------------------------------

    def _portion(self, left: _Cut, right: _Cut, pooled: set[int]) -> Portion:
        gaps, blocks = self._shape.gaps, self._shape.blocks
        around = [*gaps[left.gap][left.taken :], *gaps[right.gap][: right.taken]]
        mine = [line for line in around if line not in pooled]
        inner = [line for gap in gaps[left.gap + 1 : right.gap] for line in gap]
        return Portion(
            headline=self._heading_lines(mine),
            boxes=[line for line in mine if self._lines[line].boxed],
            body=[line for block in blocks[left.gap : right.gap] for line in block.lines],
            subheads=inner,
        )

    def _give_pooled(self, portions: list[Portion], pooled: set[int]) -> set[int]:
        """Give far headings to the bodies without one that they fit best; return what found none."""
        homeless: set[int] = set()
        for group in self._groups(pooled):
            headed = frozenset().union(*(bigrams(self._lines[line].text) for line in self._heading_lines(group)))
            free = [one for one in portions if not one.headline]
            fits = [self._wording.covered(headed, bigrams(self._body_text(one))) for one in free]
            best = max(fits, default=0.0)
            if best < _FAR_ENOUGH:
                homeless |= set(group)
                continue
            portion = free[fits.index(best)]
            portion.headline += self._heading_lines(group)
            portion.boxes += [line for line in group if self._lines[line].boxed]
        return homeless

    def _groups(self, pooled: set[int]) -> Iterator[list[int]]:
        for gap in self._shape.gaps:
            group = [line for line in gap if line in pooled]
            if group:
                yield group

    def _body_text(self, portion: Portion) -> str:
        return "".join(self._lines[line].text for line in portion.body)

"""How likely one piece of a printed page goes on with another: a headline with its body, a column with the next.

A score is the better the likelier; what it is made of: where the two stand, whether the sentence and the paragraph
go on, and what they talk of.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.segment.layout_beside import before_upright, beside_inset
from kg.segment.layout_gaps import Gaps
from kg.segment.layout_joints import OPENING, Joints
from kg.segment.layout_stacks import across, down
from kg.segment.wording import Wording, bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_heads import Head
    from kg.segment.layout_stacks import Stack

NEVER = -99.0
START, HEADED = -3.0, 4.0
_OTHER_FRAME = -10.0
_FAR_BELOW = 6.0
# Shares of the narrower one of two: enough to stand over one another, and most of it.
_SHARED, _HALF = 0.2, 0.5
_NEXT_COLUMN, _GUTTER, _FOOT = 15.0, 6.0, 0.5
"""How far, in characters, the next column begins from a headline and from its column; a headline's worth there."""
_HELD, _CROSSHEAD_GAP = 5.0, 2.5
"""A headline within the text with what it stands between: the score, and how far apart."""


class Flow:
    """The scores of one page."""

    def __init__(
        self, strips: Sequence[Stack], heads: Sequence[Head], between: Sequence[Box], rules: Sequence[Box], size: float
    ) -> None:
        """Take the columns of text, the headlines, the captions and pictures between them, and the rules."""
        self._strips, self._heads, self._size = strips, heads, size
        self._gaps = Gaps(between, rules, size)
        self._joints = Joints(strips)
        self._indents, self._centred = self._joints.indents, self._joints.centred
        self._wording = Wording([one.text for one in strips])
        self._above = {id(one): self._head_above(one) for one in strips}
        self._tops = {id(one): self._gaps.top(one.box) for one in strips}
        self._carry_tops()
        self._over = self._heads_over()

    def start(self, strip: Stack) -> float:
        """Score that an article without a headline begins with a strip."""
        return START + (2.0 if strip.read[0].opens else 0.0) + (-1.5 if self._joints.begins(strip) == "flush" else 0.0)

    def headed(self, head: Head, strip: Stack) -> float:
        """Score that a headline's body begins with a strip."""
        place = max(
            self._below(head, strip), self._beside(head, strip), self._at_next_top(head, strip),
            self._before(head, strip),
        )  # fmt: skip
        if place <= NEVER:
            return NEVER
        score = HEADED + place + self._says(head, strip)
        score += 1.5 if strip.read[0].opens else 0.0
        score += -2.5 if self._joints.begins(strip) == "flush" and self._indents else 0.0
        if strip.text[:1] in OPENING:
            score -= 4
        return score + (_OTHER_FRAME if head.inside != strip.inside else 0.0)

    def _says(self, head: Head, strip: Stack) -> float:
        said = bigrams(head.text)
        return 3.0 * (self._wording.covered(said, bigrams(strip.text)) - 0.25) if said else 0.0

    def _below(self, head: Head, strip: Stack) -> float:
        size = self._size
        gap = strip.box[1] - head.box[3]
        if gap < -0.6 * size:
            return NEVER
        shared = across(head.box, strip.box)
        reach = (head.box[0] - strip.box[2]) / size
        if shared <= 0 and not (0 <= reach < 60):  # noqa: PLR2004 - a centred headline is narrower than its columns
            return NEVER
        gap -= self._gaps.filled(head.box, strip.box)
        score = 3.0 - 0.3 * max(0.0, gap / size - 1.5)
        if shared <= 0.2:  # noqa: PLR2004
            score = min(score, 2.0) - 0.03 * max(0.0, reach) if id(head) in self._over[id(strip)] else NEVER
        elif self._above[id(strip)] is not head:
            score -= 6
        left_of = [
            one
            for one in self._strips
            if id(head) in self._over[id(one)]
            and one.box[2] <= strip.box[0]
            and abs(self._tops[id(one)] - self._tops[id(strip)]) < 3 * size
        ]
        return max(score, -8.0) - 1.5 * len(left_of) if score > NEVER else NEVER

    def _beside(self, head: Head, strip: Stack) -> float:
        size = self._size
        away = (strip.box[0] - head.box[2]) / size
        top = self._tops[id(strip)]
        if not -0.5 <= away <= 40 or top > head.box[3] or strip.box[3] < head.box[1]:  # noqa: PLR2004
            return NEVER
        crossing = any(
            one is not strip and one.box[0] >= head.box[2] - size and one.box[2] <= strip.box[0] + size
            and down(one.box, strip.box) > _SHARED
            for one in self._strips
        )  # fmt: skip
        score = 2.5 - 0.25 * min(away, 3.0) - 0.04 * away - 0.25 * abs(top - head.box[1]) / size
        if self._above[id(strip)] not in (None, head):
            score -= 3
        return max(score, -6.0) - (4 if crossing else 0)

    def _before(self, head: Head, strip: Stack) -> float:
        """Score that a headline runs down at the right of its text, or is set into its middle."""
        score = before_upright(head, strip, self._strips, self._tops, self._size)
        if score is None:
            score = beside_inset(head, strip, self._strips, self._tops, self._size)
        if score is None:
            return NEVER
        return score - (3.0 if self._above[id(strip)] not in (None, head) else 0.0)

    def _at_next_top(self, head: Head, strip: Stack) -> float:
        """Score that a headline stands at the foot of a column, and its text at the top of the next."""
        away = (strip.box[0] - head.box[2]) / self._size
        column = [one for one in self._strips if across(one.box, head.box) > _HALF]
        if not 0 < away <= _NEXT_COLUMN or not column or self._above[id(strip)] is not None:
            return NEVER
        stands_last = all(one.box[3] <= head.box[1] + self._size for one in column)
        beside = max((one.box[2] for one in column), default=head.box[2])
        nearest = strip.box[0] - beside < _GUTTER * self._size and strip.box[3] < head.box[3] + self._size
        highest = all(
            one.box[1] >= strip.box[1]
            for one in self._strips
            if one is not strip and across(one.box, strip.box) > _HALF
        )
        return _FOOT if stands_last and nearest and highest else NEVER

    def follows(self, one: Stack, other: Stack) -> float:
        """Score that a strip goes on with another."""
        place = self._place(one, other)
        if place <= NEVER:
            return NEVER
        score = place + self._joints.continues(one, other)
        if id(one) in self._centred or id(other) in self._centred:
            score += self._holds(one, other)
        score += 0.5 * self._wording.odds(bigrams(one.text), bigrams(other.text))
        if abs(one.size - other.size) > 0.06 * self._size:
            score -= 5
        if one.inside != other.inside:
            score += _OTHER_FRAME
        return score

    def _holds(self, one: Stack, other: Stack) -> float:
        """Score that a headline within the text goes on from the text right above it, and with that right below it."""
        near = -0.5 * self._size <= other.box[1] - one.box[3] <= _CROSSHEAD_GAP * self._size
        near = near and across(one.box, other.box) > _HALF and one.inside == other.inside
        if near and self._joints.ends(one) != "open":
            return _HELD if self._joints.begins(other) == "indented" else 0.0
        return 0.0

    def _place(self, one: Stack, other: Stack) -> float:
        size = self._size
        left, _, _, bottom = one.box
        if other.box[1] >= bottom - 0.5 * size and across(one.box, other.box) > 0.5:  # noqa: PLR2004
            return self._in_column(one, other)
        column = self._column_of(one)
        # A headline within the text that a column begins with stands where the text below it does.
        begins = self._column_below(other)
        away = (begins.box[0] - column.box[2]) / size
        if away >= -0.5:  # noqa: PLR2004
            return self._to_the_right(column, other, begins, away)
        if other.box[0] < left - size and other.box[1] > bottom - size:
            return -4.0 - 0.05 * (other.box[1] - bottom) / size
        return NEVER

    def _column_of(self, strip: Stack) -> Stack:
        """Return the text that a headline within the text ends a column below, else the strip itself."""
        if id(strip) not in self._centred:
            return strip
        above = [
            one for one in self._strips
            if one is not strip and one.inside == strip.inside and across(one.box, strip.box) > _HALF
            and -0.5 * self._size <= strip.box[1] - one.box[3] <= _CROSSHEAD_GAP * self._size
        ]  # fmt: skip
        return max(above, key=lambda one: one.box[3], default=strip)

    def _column_below(self, strip: Stack) -> Stack:
        """Return the text that a headline within the text stands right above, else the strip itself."""
        if id(strip) not in self._centred:
            return strip
        below = [
            one for one in self._strips
            if one is not strip and one.inside == strip.inside and across(one.box, strip.box) > _HALF
            and -0.5 * self._size <= one.box[1] - strip.box[3] <= _CROSSHEAD_GAP * self._size
        ]  # fmt: skip
        return min(below, key=lambda one: one.box[1], default=strip)

    def _in_column(self, one: Stack, other: Stack) -> float:
        size = self._size
        gap = other.box[1] - one.box[3]
        crossed = [
            strip for strip in self._strips
            if strip is not one and strip is not other and strip.box[1] >= one.box[3] - size
            and strip.box[3] <= other.box[1] + size and across(strip.box, other.box) > _SHARED
        ]  # fmt: skip
        if crossed:
            return NEVER
        gap -= self._gaps.filled(one.box, other.box)
        same = abs(one.box[0] - other.box[0]) < 1.2 * size and abs(one.width - other.width) < 2.5 * size
        same = same or not self._centred.isdisjoint((id(one), id(other)))
        room = gap - _leading(one)
        score = 4.5 if room < 0.5 * size else 2.5 if room < size else 1.2 - 0.2 * gap / size
        if not same:
            score -= 2.0
        if self._above[id(other)] is not None and self._above[id(other)] is not self._above[id(one)]:
            score -= 6.0
        if self._gaps.ruled_across(one.box, other.box):
            score -= 4.0
        return max(score, -12.0)

    def _to_the_right(self, one: Stack, other: Stack, begins: Stack, away: float) -> float:
        size = self._size
        if down(one.box, other.box) <= 0 and down(one.box, begins.box) <= 0:
            return NEVER if away > 3 else -3.0  # noqa: PLR2004
        between = sum(
            strip is not one and strip is not other and strip.box[0] >= one.box[2] - size
            and strip.box[2] <= begins.box[0] + size and down(strip.box, other.box) > _SHARED
            for strip in self._strips
        )  # fmt: skip
        away -= self._gaps.filled_across(one.box, begins.box) / size
        score = 2.0 - 0.35 * max(0.0, away - 2.5) - 4.0 * between
        head = self._above[id(one)]
        begin = self._tops[id(other)]
        level = min(abs(begin - self._tops[id(one)]), abs(other.box[1] - one.box[1])) <= 0.6 * size
        if level:
            score += 1.5
        elif head is not None and abs(begin - head.box[1]) <= 1.2 * size:
            score += 1.2
        else:
            score -= 0.8
        if abs(one.width - begins.width) <= size:
            score += 0.5
        elif abs(one.width - begins.width) > 2.5 * size:
            score -= 1.5
        mine, theirs = self._over[id(one)], self._over[id(other)] | self._over[id(begins)]
        if mine and theirs:
            score += (1.5 if self._above[id(other)] is head else 0.5) if mine & theirs else -4.0
        if self._gaps.ruled_upright(one.box, other.box):
            score -= 1.0
        return max(score, -10.0)

    def _head_above(self, strip: Stack) -> Head | None:
        """Return the headline that a strip stands directly below, no other text between."""
        best: tuple[float, Head] | None = None
        for head in self._heads:
            gap = strip.box[1] - head.box[3]
            if gap < -0.6 * self._size or across(head.box, strip.box) < 0.2:  # noqa: PLR2004
                continue
            if best is None or gap < best[0]:
                best = (gap, head)
        if best is not None and best[0] - self._gaps.filled(best[1].box, strip.box) > _FAR_BELOW * self._size:
            return None
        if best is None:
            return None
        head = best[1]
        between = any(
            one is not strip and one.box[1] >= head.box[3] - self._size and one.box[3] <= strip.box[1] + self._size
            and across(one.box, strip.box) > _SHARED
            for one in self._strips
        )  # fmt: skip
        return None if between else head

    def _heads_over(self) -> dict[int, frozenset[int]]:
        """Return which headlines may stand over each strip.

        A centred headline may be narrower than the columns below it: columns that begin level with those directly
        under it may be its own.
        """
        over = {at: frozenset([id(head)]) if head else frozenset() for at, head in self._above.items()}
        bare = [one for one in self._strips if self._above[id(one)] is None]
        for order in (sorted(bare, key=lambda one: one.box[0]), sorted(bare, key=lambda one: -one.box[0])):
            for one in order:
                for other in self._strips:
                    if other is not one and self._is_level(one, other):
                        over[id(one)] |= over[id(other)]
        return over

    def _is_level(self, one: Stack, other: Stack) -> bool:
        """Say whether two strips are neighbouring columns that begin at one height."""
        size = self._size
        left, right = sorted((one.box, other.box), key=lambda box: box[0])
        apart = right[0] - left[2]
        apart -= self._gaps.filled_across(left, right) if apart > 0 else 0.0
        level = min(abs(self._tops[id(one)] - self._tops[id(other)]), abs(one.box[1] - other.box[1])) < 3 * size
        return level and one.inside == other.inside and -size < apart <= 3.5 * size and down(one.box, other.box) > 0

    def _carry_tops(self) -> None:
        """Let a column begin where its first text does, not below each headline within it."""
        for one in sorted(self._strips, key=lambda strip: strip.box[1]):
            above = [
                other for other in self._strips
                if other.box[3] <= one.box[1] + 1 and other.inside == one.inside and across(other.box, one.box) > _HALF
            ]  # fmt: skip
            nearest = max(above, key=lambda other: other.box[3], default=None)
            if nearest is None or self._centred.isdisjoint((id(one), id(nearest))):
                continue
            if one.box[1] - nearest.box[3] < _CROSSHEAD_GAP * self._size:
                self._tops[id(one)] = self._tops[id(nearest)]


def _leading(strip: Stack) -> float:
    """Return what stands between two lines of a strip."""
    bases = [one.box[3] for one in strip.printed]
    steps = sorted(lower - upper for upper, lower in pairwise(bases))
    return max(0.2 * strip.size, steps[len(steps) // 2] - strip.size) if steps else 0.75 * strip.size

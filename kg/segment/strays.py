"""Stray headlines: lines that were taken for prose and say what a text elsewhere on the page begins with.

A headline that interrupts a column, or the first line of one, may be set just as the prose around it is. News says in
its first sentences what its headline says; a line that does, and is set as no line of its column, is a heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.columns import column_width
from kg.segment.heading_words import may_head
from kg.segment.wording import Wording, bigrams, headline_pairs
from kg.segment.words_at import cuts_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.segment.lines import Line
    from kg.segment.pairs import Pairs

_LEAD = 90
_FEWEST_PAIRS = 4
_SAID = 0.35
_SHORT, _WIDE = 3.6, 1.5
_NEXT = 3


def mark_strays(lines: Sequence[Line], marks: list[bool], widest: float) -> None:
    """Mark the stray headlines among lines that are no headings so far, from the last one up."""
    if not any(marks) and not any(line.opens for line in lines):
        return
    leads: _Leads | None = None
    for at in range(len(lines) - 1, -1, -1):
        if marks[at] or lines[at].stops or not may_head(lines[at], widest) or not _is_set_apart(lines, marks, at):
            continue
        said = headline_pairs(lines[at].text)
        if len(said) < _FEWEST_PAIRS:
            continue
        leads = leads or _Leads(lines, marks)
        marks[at] = leads.said(said, at) > _SAID


def _is_set_apart(lines: Sequence[Line], marks: Sequence[bool], at: int) -> bool:
    """Say whether a line may be a heading by where it stands: above one, where a text opens, or wider and shorter."""
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    ended = above is None or above.stops or above.boxed or marks[at - 1] or above.furniture is not None
    if not ended and above is not None and cuts_word(above.text, lines[at].text):
        return False
    if below is None or below.opens or below.boxed or marks[at + 1]:
        return True
    widths = (column_width(lines, at - 1, -1, marks), column_width(lines, at + 1, 1))
    if not all(width is not None and not -_SHORT <= lines[at].width - width <= _WIDE for width in widths):
        return False
    return not cuts_word(lines[at].text, below.text)


class _Leads:
    """How the texts of a page begin."""

    def __init__(self, lines: Sequence[Line], marks: Sequence[bool]) -> None:
        self._lines, self._marks = lines, marks
        self._starts = [at for at in range(len(lines)) if self._begins(at)]
        found = [self._lead(at) for at in self._starts]
        self._wording = Wording([text for _, text in found])
        self._leads = [
            (first, end, bigrams(text[:_LEAD])) for first, (end, text) in zip(self._starts, found, strict=True)
        ]

    def said(self, said: Pairs, at: int) -> float:
        """Return which share of a line's wording the beginning of a text says that the line is no part of."""
        own = max((start for start in self._starts if start <= at), default=0)
        shares = [
            self._share(said, pairs) for first, end, pairs in self._leads if first != own and not first <= at < end
        ]
        return max([*shares, *(self._share(said, pairs) for pairs in self._right_below(at))], default=0.0)

    def _share(self, said: Pairs, pairs: Pairs) -> float:
        return self._wording.covered(said, pairs)

    def _right_below(self, at: int) -> Iterator[Pairs]:
        """Yield how a text would begin below the line, and below one or two more."""
        starts = set(self._starts)
        for first in range(at + 1, min(at + 1 + _NEXT, len(self._lines))):
            if first not in starts and not self._marks[first] and not self._lines[first].boxed:
                yield bigrams(self._lead(first)[1][:_LEAD])

    def _begins(self, at: int) -> bool:
        line = self._lines[at]
        if self._marks[at] or line.boxed or line.furniture:
            return False
        above = self._lines[at - 1] if at else None
        return line.opens or above is None or above.stops or self._marks[at - 1] or above.boxed or bool(above.furniture)

    def _lead(self, first: int) -> tuple[int, str]:
        """Return where a beginning ends, and what it says."""
        text, at = "", first
        while at < len(self._lines) and len(text) < _LEAD:
            if at > first and (self._marks[at] or self._lines[at].opens):
                break
            text += self._lines[at].text
            at += 1
        return at, text

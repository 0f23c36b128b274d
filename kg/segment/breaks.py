"""Breaks: an article that begins with no mark and no headline of its own, told by what it says and how it is set.

Three things speak for one where a paragraph ends: what follows shares no wording with what stands before, it begins
as news begins (with a day), its column has another width. The figures are log-odds, measured on woven pages.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from kg.segment.stretches import Stretches
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Block
    from kg.segment.lines import Line
    from kg.segment.wording import Wording

NEWS_LEAD = re.compile("|".join(row["pattern"] for row in read_table("news_leads")))
"""How a news body begins. A section under a subhead seldom does."""
_BEFORE, _AFTER = 400, 250
_SHORTEST = 24
_BROKEN_OFF, _IN_FULL = 2.0, 0.0
_DATED = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[上下]午|晚上?|凌晨)?，|本报讯")
_NEAR = 6
_LINES_ABOVE = 5
_INDENT = 2.0
_SHORT = 1.2
_ALIKE = ((0.004, 2.8), (0.006, 1.8), (0.008, 1.0), (0.01, 0.0))
_OTHERWISE = -1.5
_LIKELIER = 1.5
_LEADS, _NO_LEAD = 1.75, -0.8
_WIDTHS = ((1.5, 2.8), (0.5, 1.0))
_SAME_WIDTH = -0.8
_LEAST, _LEAST_OF_NEWS = 2.6, 1.0
_NEVER = float("-inf")


def find_break(block: Block, lines: Sequence[Line], wording: Wording) -> tuple[float, int] | None:
    """Return the likeliest line of a block to begin another article, if one may: the odds, its index in the block.

    Of places that differ little, the one where it begins as news begins is right.
    """
    best: tuple[float, float, int] | None = None
    stretches: Stretches | None = None
    at, last = 0, len(block.text) - _SHORTEST
    for index, number in enumerate(block.lines):
        if index and _SHORTEST <= at <= last:
            end = _end(block, lines, index)
            if end is not None:
                lead = NEWS_LEAD.match(block.text, at) is not None
                odds, least = _odds_as_set(block, lines, index, end, lead=lead)
                if odds + _ALIKE[0][1] >= least:
                    stretches = stretches or Stretches(block.text, wording)
                    odds += _odds_as_worded(stretches, at, len(block.text))
                    if odds >= least and odds:
                        best = max(best or (0.0, 0.0, 0), (odds + (_LIKELIER if lead else 0.0), odds, index))
        at += len(lines[number].text)
    return best[1:] if best else None


def _end(block: Block, lines: Sequence[Line], index: int) -> float | None:
    """Return what speaks for a body's end before a line of a block; None, if no paragraph can end there."""
    before = lines[block.lines[index - 1]]
    if lines[block.lines[index]].tabular:
        return None
    if before.stops:
        return 0.0 if before.width < block.width - _SHORT else _IN_FULL
    if before.text.endswith(("；", "：", "，", "、")):
        return None
    if before.width >= block.width - 2 * _SHORT:
        # Its last line fills the column: a sentence that goes on elsewhere, or a text without its full stop.
        return _IN_FULL if index > 1 and _DATED.match(lines[block.lines[index]].text) else None
    # Prose fills its column. A short line without a full stop is how some texts end; in lists it means nothing.
    above = [lines[one] for one in block.lines[max(0, index - _LINES_ABOVE) : index - 1]]
    if not above:
        return None
    # A paragraph's first line is shorter by its indent.
    least = 2 * _SHORT + (_INDENT if above[-1].stops or above[-1].opens else 0.0)
    return _BROKEN_OFF if before.width < max(line.width for line in above) - least else None


def _odds_as_set(block: Block, lines: Sequence[Line], index: int, end: float, *, lead: bool) -> tuple[float, float]:
    """Return the odds of a break before a line as it is set and begins, and the least with which there is one."""
    if block.continues and not lead:
        return _NEVER, 0.0  # the rest of an article: its first paragraph here may be anything
    change = _change_of_width(block, lines, index)
    odds = end + (_LEADS if lead else _NO_LEAD)
    odds += next((figure for least, figure in _WIDTHS if change >= least), _SAME_WIDTH)
    return odds, _LEAST_OF_NEWS if lead else _LEAST


def _odds_as_worded(stretches: Stretches, at: int, size: int) -> float:
    """Return the odds of a break at a place by how alike the text is before it and after it."""
    alike = stretches.alike(max(0, at - _BEFORE), at, min(at + _AFTER, size))
    return next((figure for most, figure in _ALIKE if alike < most), _OTHERWISE)


def _change_of_width(block: Block, lines: Sequence[Line], index: int) -> float:
    left = [line.width for at in block.lines[max(0, index - _NEAR) : index] if not (line := lines[at]).stops]
    right = [line.width for at in block.lines[index + 1 : index + _NEAR] if not (line := lines[at]).stops]
    return abs(median(left) - median(right)) if left and right else 0.0

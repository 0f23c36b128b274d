"""Seams: where one article's prose ends and another's begins with nothing between but the end of a paragraph.

A headline elsewhere shows them: news says in its first sentences what its headline says. If the headline below a block,
or one at the page's top, repeats the beginning of one of the block's later paragraphs and little before that, an
article begins there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.segment.wording import without_rubric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Block, Shape
    from kg.segment.lines import Line

_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")
_LEAD = 120
_SHORTEST = 50
_LIKE_LEAD = 0.5
_UNLIKE = 0.4
_CLEARER = 0.3
_FEWEST_PAIRS = 4
_SHORT = 3.6
_SAID = 0.4
_LONGEST = 6000


def headline_groups(numbers: Sequence[int], lines: Sequence[Line]) -> list[list[int]]:
    """Return the lines of a gap in groups: a blank line or a byline of its own parts them."""
    groups: list[list[int]] = []
    for at in numbers:
        if lines[at].boxed:
            continue
        if groups and groups[-1][-1] == at - 1 and not lines[at].blank_before:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def find_seam(found: Shape, lines: Sequence[Line], number: int) -> int | None:
    """Return which line of block `number` begins another article, if one does: its index in the block."""
    block = found.blocks[number]
    below = headline_groups(found.gaps[number + 1], lines)
    heads = [[at for group in below for at in group], *(below[:1] if len(below) > 1 else [])]
    top = headline_groups(found.gaps[0], lines)
    heads += top if number else top[:-1]
    seams = [seam for head in heads if (seam := _seam(block, lines, head)) is not None]
    above = headline_groups(found.gaps[number], lines)
    if not seams and above and below:
        between = _between(block, lines, above[-1], below[0])
        seams = [between] if between is not None else []
    return max(seams)[1] if seams else None


def _seam(block: Block, lines: Sequence[Line], head: Sequence[int]) -> tuple[float, int] | None:
    wanted = _said(lines, head)
    if len(wanted) < _FEWEST_PAIRS:
        return None
    text = block.text
    best: tuple[float, int] | None = None
    at = 0
    for index, line in enumerate(block.lines):
        inside = index and not lines[line].tabular and at >= _SHORTEST and len(text) - at >= _SHORTEST
        if inside and _ends(lines[block.lines[index - 1]], block.width):
            lead = _share(wanted, text[at : at + _LEAD])
            if lead >= _LIKE_LEAD:
                before = _share(wanted, text[:at])
                if before <= _UNLIKE and lead - before >= _CLEARER:
                    best = max(best or (0.0, 0), (lead - before, index))
        at += len(lines[line].text)
    return best


def _between(
    block: Block, lines: Sequence[Line], above: Sequence[int], below: Sequence[int]
) -> tuple[float, int] | None:
    """Return where a block's wording changes from that of the headline above it to that of the one below."""
    upper, lower = _said(lines, above), _said(lines, below)
    text = block.text
    if min(len(upper), len(lower)) < _FEWEST_PAIRS or len(text) > _LONGEST:
        return None
    if min(_share(upper, text), _share(lower, text)) < _SAID:
        return None
    best: tuple[float, int] | None = None
    at = 0
    for index, line in enumerate(block.lines):
        inside = index and not lines[line].tabular and at >= _SHORTEST and len(text) - at >= _SHORTEST
        if inside and _ends(lines[block.lines[index - 1]], block.width):
            left, right = text[:at], text[at:]
            gain_above = _share(upper, left) - _share(upper, right)
            gain_below = _share(lower, right) - _share(lower, left)
            if min(gain_above, gain_below) >= _CLEARER:
                best = max(best or (0.0, 0), (gain_above + gain_below, index))
        at += len(lines[line].text)
    return best


def _ends(line: Line, width: float) -> bool:
    """Say whether a paragraph may end with a line: its sentence does, or it is short and breaks off."""
    return line.stops or line.width < width - _SHORT


def _said(lines: Sequence[Line], head: Sequence[int]) -> frozenset[str]:
    return frozenset(two for at in head for two in _PAIR.findall(without_rubric(lines[at].text)))


def _share(wanted: frozenset[str], text: str) -> float:
    return sum(pair in text for pair in wanted) / len(wanted)

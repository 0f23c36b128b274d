"""Columns of prose: how wide they are, and how well lines fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.lines import Line

SHORT = 3.6
"""By how much a line without a full stop falls short of its column where the text breaks off."""
BROKEN_OFF = 3.0
"""What it costs that a text breaks off."""
INDENT = 2.0
_LOOK = 10
_FEWEST = 2
_SOMETHING_ELSE, _TOO_WIDE = 1.1, 2.5


def column_width(lines: Sequence[Line], at: int, step: int, marks: Sequence[bool] = ()) -> float | None:
    """Return how wide the full lines of prose from `at` on are, in the direction of `step`.

    `marks` says of the lines above which are headings: there another column may begin.
    """
    if step > 0:
        near: Sequence[Line] = lines[at : at + _LOOK]
    else:
        near = lines[max(0, at - _LOOK + 1) : at + 1][::-1] if at >= 0 else ()
    widths: list[float] = []
    for number, line in enumerate(near):
        if line.boxed or (number and (line.opens if step > 0 else line.closes)):
            break
        if step < 0 and marks and marks[at - number]:
            break
        if not line.furniture and not line.stops:
            widths.append(line.width)
        if line.opens and step < 0:
            break
    if not widths or (step > 0 and len(widths) < _FEWEST):
        return None
    if step < 0 and len(widths) == 1 and at > 0 and ((marks and marks[at - 1]) or lines[at - 1].closes):
        return widths[0] + INDENT  # the first line of a text
    widths.sort()
    # First lines of paragraphs are short; a stray heading may be long.
    full = widths[len(widths) // 3 :]
    middle = len(full) // 2
    return full[middle] if len(full) % 2 else (full[middle - 1] + full[middle]) / 2


def set_in_column(paragraph: Sequence[Line], width: float) -> float:
    """Score a paragraph by how it fills a column of `width`; a short line in its middle is where it breaks off."""
    score = 0.0
    broken = False
    for at, line in enumerate(paragraph):
        if line.text.endswith(("：", "；")) and line.width <= width:
            continue
        if broken:
            # What stands below is something else: a heading in all likelihood, and that has its price too.
            score -= 0.0 if line.stops else _SOMETHING_ELSE if line.width <= width + INDENT else _TOO_WIDE
        elif at and not line.stops and line.width < width - SHORT:
            score -= BROKEN_OFF
            broken = True
        else:
            score += _prose(line, width, is_first=at == 0)
    return score


def _prose(line: Line, width: float, *, is_first: bool) -> float:
    """Score a line of prose by how it fills its column."""
    short = width - line.width
    if line.stops:
        return 0.0 if short > -1.5 else -2.0  # noqa: PLR2004
    if is_first:
        # Most columns indent; some extractions keep no trace of it.
        return max(-9.0, -0.5 * (short - INDENT) ** 2, -0.7 - 0.5 * short**2)
    return max(-6.0, -0.5 * short**2)

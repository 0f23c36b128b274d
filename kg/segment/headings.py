"""Which lines are headings: headlines, sub-headlines and subheads, told from prose by how they are set and worded."""

from __future__ import annotations

import re
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.lines import Line

_WIDEST = 45
_LONGEST_RUN = 5
_LOOK = 8
# Prose may be cut after any character; a headline does not end with a particle or a comma, nor begin with a closing mark.
_CUT_END = re.compile(r"[，、；,;（“《的了在和与是对为将及把被从向以等于由其并、]$")
_CUT_START = re.compile(r"^[，。、；：！？）”》’,.;:!?)的了]")
_INNER_STOP = re.compile(r"[。；;]")
_COMMA = re.compile(r"[，,]")
_SUBTITLE = re.compile(r"^[—－-]{1,4}(?=\S)")
_BODY_START = re.compile(
    r"^(?:“|\d{1,4}年|\d{1,2}月|\d{1,2}日|近年来|近日|日前|昨日|昨天|今年|去年|连日来|为|在|据|目前|截至|当天|随后|会议|会上|"
    r"[\u4e00-\u9fff]{2,4}(?:指出|强调|要求|表示|说))"
)
_ENOUGH = 2.0


def mark_headings(lines: Sequence[Line]) -> list[bool]:
    """Return for each line whether it is a heading."""
    marks = [False] * len(lines)
    at_break = True
    at = 0
    spaced_out = sum(line.blank_before for line in lines) > len(lines) // 2
    while at < len(lines):
        line = lines[at]
        if line.opens or line.byline or line.furniture:
            at_break = line.stops or line.furniture is not None or line.boxed
            at += 1
            continue
        run = _heading_run(lines, at, spaced_out=spaced_out) if at_break or _breaks_off(lines, at) else 0
        for marked in range(at, at + run):
            marks[marked] = True
        at_break = run > 0 or line.stops
        at += max(run, 1)
    return marks


def _breaks_off(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line cannot continue the one before it, though that is unfinished."""
    line = lines[at]
    return line.doubled or _SUBTITLE.match(line.text) is not None


def _may_head(line: Line) -> bool:
    return not (
        line.opens
        or line.byline
        or line.furniture
        or line.width > _WIDEST
        or _INNER_STOP.search(line.text)
        or _CUT_START.match(line.text)
        or line.text.endswith(("，", "、", ","))
    )


def _heading_run(lines: Sequence[Line], at: int, *, spaced_out: bool) -> int:
    """Return how many lines from `at`, which follows the end of a sentence, are headings."""
    longest = 0
    while at + longest < len(lines) and longest < _LONGEST_RUN and _may_head(lines[at + longest]):
        longest += 1
    if not longest:
        return 0
    after = at + longest
    ends = after >= len(lines) or lines[after].opens or lines[after].boxed or lines[after].furniture is not None
    if ends and longest < _LONGEST_RUN:
        return longest if not _is_tail_of_prose(lines, at, longest) else 0
    run = 0
    while run < longest and _score(lines, at + run, run, spaced_out=spaced_out) >= _ENOUGH:
        run += 1
    return run


def _is_tail_of_prose(lines: Sequence[Line], at: int, run: int) -> bool:
    """Say whether lines before an article's opening are prose that breaks off: full, and cut anywhere."""
    before = column_width(lines, at - 1, -1)
    if before is None or run == 1:
        return False
    full = all(before - 2.5 <= lines[one].width <= before + 1.5 for one in range(at + 1, at + run))
    text = "".join(lines[one].text for one in range(at, at + run))
    return full and _COMMA.search(text) is not None


def column_width(lines: Sequence[Line], at: int, step: int) -> float | None:
    """Return how wide the lines of prose from `at` on are, in the direction of `step`; None if there are too few."""
    widths = []
    while 0 <= at < len(lines) and len(widths) < _LOOK:
        if lines[at].opens and step > 0 and widths:
            break
        if not lines[at].furniture and not lines[at].boxed:
            widths.append(lines[at].width)
        if lines[at].opens and step < 0:
            break
        at += step
    if len(widths) < 2:
        return widths[0] if widths else None
    return quantiles(widths, n=10, method="inclusive")[6]


def _score(lines: Sequence[Line], at: int, run: int, *, spaced_out: bool) -> float:
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    return _by_width(lines, at) + _by_wording(line) + _by_place(line, following, run, spaced_out=spaced_out)


def _by_width(lines: Sequence[Line], at: int) -> float:
    """Score a line by its width: prose that goes on fills its column."""
    line = lines[at]
    after = column_width(lines, at + 1, 1)
    if after is None:
        return 1.0
    if line.width < after - 4.5:
        return 3.0
    if line.width < after - 3.5:
        return 1.0
    if line.width > after + 3.5:
        return 2.5
    return 1.0 if line.width > after + 2.5 else -1.0


def _by_wording(line: Line) -> float:
    score = 0.0
    if line.doubled:
        score += 5
    if _SUBTITLE.match(line.text):
        score += 4
    if line.parted:
        score += 2
    if _COMMA.search(line.text):
        score -= 1.5
    if _CUT_END.search(line.text):
        score -= 2
    if _BODY_START.match(line.text):
        score -= 1.0
    if line.text.count("“") != line.text.count("”") or line.text.count("（") != line.text.count("）"):
        score -= 1.5
    return score - (1.5 if line.stops else 0)


def _by_place(line: Line, following: Line | None, run: int, *, spaced_out: bool) -> float:
    score = 0.0
    if spaced_out and following is not None and not following.blank_before and not line.stops:
        score += 1.5
    if run and spaced_out and not line.blank_before:
        score += 2.0
    if following is not None and _BODY_START.match(following.text):
        score += 0.5
    return score

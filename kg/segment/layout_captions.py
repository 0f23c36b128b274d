"""Captions that the text below a picture begins with: lines that are no larger than it and no farther from it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.segment.layout_stacks import CREDIT_REST, Stack, across

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box

_BELOW = 1.6
_MOST_LINES, _UNEVEN = 4, 0.06
_WORDED = re.compile(r"^(?:[▲▼△▽↑↓←→◀▶]|[（(]?[上下左右本小大]?图\s?(?:片?[为：:]|[①-⑩]))")
CREDITED = re.compile(
    r"(?:摄影报道|摄影|供图|摄|文/图|图/文|[（(](?:资料|效果|档案|视频)(?:图片?|照片?|截图)[）)])[）)]?$"
)


def without_captions(stacks: Sequence[Stack], pictures: Sequence[Box], size: float) -> list[Stack]:
    """Return the stacks, those that begin with a picture's caption cut into the caption and the text."""
    out: list[Stack] = []
    for stack in stacks:
        lines = _caption_lines(stack, stacks, pictures, size)
        if 0 < lines < len(stack.lines):
            caption, text = stack.cut(lines)
            caption.kind, caption.reason = "caption", "caption"
            out += [caption, text]
        else:
            out.append(stack)
    return out


def _caption_lines(stack: Stack, stacks: Sequence[Stack], pictures: Sequence[Box], size: float) -> int:  # noqa: PLR0911 - one for each sign
    """Return how many lines of a stack are the caption of the picture, or the rest of one, above it."""
    if stack.kind != "body" or stack.printed[0].setting != "across":
        return 0
    above = [one for one in stacks if one.kind == "caption" and _is_below(stack, one.box, size)]
    credited = next((at for at in range(min(_MOST_LINES, len(stack.lines))) if _is_credit(stack, at)), None)
    if credited is not None and credited + 1 < len(stack.lines) and CREDIT_REST.match(stack.written[credited + 1]):
        credited += 1
    if above:
        return 0 if credited is None else credited + 1
    if not any(_is_below(stack, picture, size) for picture in pictures):
        return 0
    if credited is not None:
        return credited + 1
    if _WORDED.match(stack.written[0]):
        return next((at + 1 for at in range(min(_MOST_LINES, len(stack.lines))) if stack.stops(at)), 0)
    apart = _set_apart(stack)
    if apart:
        return apart
    ends = next(
        (at + 1 for at in range(min(_MOST_LINES, len(stack.lines))) if stack.stops(at) and stack.is_short(at)), 0
    )
    # Without a word that tells, only a paragraph of its own before an indented one is a caption.
    told = 0 < ends < len(stack.lines) and not stack.is_indented(0) and stack.is_indented(ends)
    return ends if told and not _goes_on(stack, stacks, size) else 0


def _set_apart(stack: Stack) -> int:
    """Return how many first lines stand at another distance than those that follow, which stand alike."""
    bases = [one.box[3] for one in stack.printed]
    gaps = [lower - upper for upper, lower in pairwise(bases)]
    if len(gaps) < _MOST_LINES:
        return 0
    usual = sorted(gaps)[len(gaps) // 2]
    odd = [at + 1 for at, gap in enumerate(gaps) if abs(gap - usual) > _UNEVEN * stack.size]
    return odd[-1] if odd and odd[-1] <= _MOST_LINES else 0


def _is_credit(stack: Stack, at: int) -> bool:
    """Say whether the lines up to `at` end with who took the picture."""
    return CREDITED.search("".join(stack.written[max(0, at - 1) : at + 1])) is not None


def _is_below(stack: Stack, box: Box, size: float) -> bool:
    gap = stack.box[1] - box[3]
    inside = stack.box[0] >= box[0] - size and stack.box[2] <= box[2] + size
    return -0.5 * size <= gap <= _BELOW * size and (inside or across(stack.box, box) > 0.5)  # noqa: PLR2004


def _goes_on(stack: Stack, stacks: Sequence[Stack], size: float) -> bool:
    """Say whether the text above the picture breaks off in mid-sentence: then the line below it goes on with it."""
    above = [
        one
        for one in stacks
        if one.kind == "body" and one.box[3] <= stack.box[1] and across(one.box, stack.box) > 0.5  # noqa: PLR2004
    ]
    if not above:
        return False
    last = max(above, key=lambda one: one.box[3])
    end = len(last.lines) - 1
    return stack.box[1] - last.box[3] < 40 * size and not last.stops(end)

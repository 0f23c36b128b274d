"""Headlines whose text begins at their left: those that run down the page behind it, and those set into its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across, down

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.segment.layout_heads import Head
    from kg.segment.layout_stacks import Stack

_GAP, _LEVEL, _GUTTER = 3.0, 2.5, 4.5
_OVERLAP, _EMPTY = 0.2, 1.4
_INSET, _HIGHER, _RUNS_ON, _NEAR_BELOW = 6.0, 0.6, 3.0, 4.0
_INTO = 1.5
_PLACE, _LOWER, _NOT_FIRST = 2.6, 0.25, 3.0


def before_upright(
    head: Head, strip: Stack, strips: Sequence[Stack], tops: Mapping[int, float], size: float
) -> float | None:
    """Score that a strip is the first column of the text at the left of an upright headline; None: it is none."""
    if head.parts[0].kind != "down" or strip.box[2] > head.box[0] + 0.5 * size:
        return None
    top = tops[id(strip)]
    if abs(top - head.box[1]) > _GAP * size + head.size or down(strip.box, head.box) <= _OVERLAP:
        return None
    row = [
        one for one in strips
        if one.box[2] <= head.box[0] + 0.5 * size and one.inside == strip.inside
        and abs(tops[id(one)] - top) <= _LEVEL * size and down(one.box, head.box) > _OVERLAP
    ]  # fmt: skip
    row.sort(key=lambda one: one.box[0])
    at = next(number for number, one in enumerate(row) if one is strip)
    right = strip.box[2]
    for one in row[at + 1 :]:
        if one.box[0] - right > _GUTTER * size:
            return None
        right = max(right, one.box[2])
    # The last columns may be empty: then nothing stands between.
    empty = not any(
        one.box[0] >= right and one.box[2] <= head.box[0] + size and down(one.box, head.box) > 0 for one in strips
    )
    if head.box[0] - right > (max(_GUTTER * size, _EMPTY * strip.width) if empty else _GUTTER * size):
        return None
    adjoins = at > 0 and strip.box[0] - row[at - 1].box[2] <= _GUTTER * size
    return _PLACE - _LOWER * abs(top - head.box[1]) / size - (_NOT_FIRST if adjoins else 0.0)


def beside_inset(
    head: Head, strip: Stack, strips: Sequence[Stack], tops: Mapping[int, float], size: float
) -> float | None:
    """Score that a strip is the first column of a text that its headline is set into; None: it is not.

    The column stands right at the left of the headline, begins level with it and runs down beside the columns below
    the headline.
    """
    if head.parts[0].kind == "down" or not -size < head.box[0] - strip.box[2] <= _INSET * head.size + _GUTTER * size:
        return None
    top = tops[id(strip)]
    if not -_HIGHER * head.size - size <= top - head.box[1] <= size or strip.box[3] < head.box[3] + _RUNS_ON * size:
        return None
    below = [
        one for one in strips
        if one.inside == strip.inside and across(one.box, head.box) > 0 and down(one.box, strip.box) > _OVERLAP
        and -0.6 * size <= one.box[1] - head.box[3] <= _NEAR_BELOW * size
    ]  # fmt: skip
    if not below:
        return None
    first = min(below, key=lambda one: one.box[0])
    return _INTO if 0 <= first.box[0] - strip.box[2] <= _GUTTER * size else None

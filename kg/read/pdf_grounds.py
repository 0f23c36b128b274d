"""Shadows and grounds of single lines: drawn as boxes, they neither part nor hold what they stand behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.read.pdf_glyphs import Drawn, Glyph
    from kg.read.pdf_lines import SetLine

# In the size of the type.
_HUGS, _ENDS = 0.45, 1.0
_HIGHEST = 3.0
_EXACT = 0.1


def without_grounds(drawn: Drawn, lines: Sequence[SetLine]) -> Drawn:
    """Return what stands on a page without the boxes that are as high and as wide as one line of it."""
    highest = _HIGHEST * max((one.size for one in lines), default=0.0)
    near = [one for one in drawn.pictures if one[3] - one[1] < highest]
    if not near:
        return drawn
    across = (one for one in lines if one.setting == "across" and _may_hug(near, one.glyphs[0]))
    boxes = [(one.box, one.size) for one in across]
    grounds = [one for one in near if any(_hugs(one, box, size) for box, size in boxes)]
    if not grounds:
        return drawn
    rules = [rule for rule in drawn.rules if not any(_is_side(rule, ground) for ground in grounds)]
    return drawn._replace(rules=rules, pictures=[one for one in drawn.pictures if one not in grounds])


def _may_hug(near: Sequence[Box], first: Glyph) -> bool:
    """Say whether a line that begins with a glyph runs through one of the boxes, or close by."""
    return any(top - first.size <= first.base <= bottom + first.size for _, top, _, bottom in near)


def _hugs(ground: Box, line: Box, size: float) -> bool:
    return (
        abs(ground[1] - line[1]) < _HUGS * size and abs(ground[3] - line[3]) < _HUGS * size
        and abs(ground[0] - line[0]) < _ENDS * size and abs(ground[2] - line[2]) < _ENDS * size
    )  # fmt: skip


def _is_side(rule: Box, ground: Box) -> bool:
    """Say whether a rule is one of a box's four sides."""
    left, top, right, bottom = ground
    sides = (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    )
    return any(all(abs(one - other) < _EXACT for one, other in zip(rule, side, strict=True)) for side in sides)

"""Headlines of a printed page: kicker, headline, subtitle and byline that stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across, around, down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_stacks import Stack

_GAP, _OWN_GAP, _BYLINE_GAP = 1.3, 0.7, 2.2
_ALIKE, _ASIDE, _HALF = 0.9, 20.0, 0.5
_BESIDE = 1.2
_CLOSER = 0.6


@dataclass(eq=False)
class Head:
    """The parts of a headline, from top to bottom; `bylines` stand with it."""

    parts: list[Stack]
    bylines: list[Stack]
    box: Box
    size: float
    inside: int

    @property
    def text(self) -> str:
        """Return its words without white space."""
        return "".join(one.text for one in self.parts)


def heads_of(stacks: Sequence[Stack], rules: Sequence[Box]) -> list[Head]:
    """Return the headlines of a page; a byline that stands by none becomes text."""
    parts = [one for one in stacks if one.kind in ("heading", "down")]
    running = [one for one in stacks if one.kind in ("body", "caption")]
    groups: list[list[Stack]] = []
    for part in sorted(parts, key=lambda one: (one.box[1], one.box[0])):
        joined = [group for group in groups if any(_together(one, part, parts, rules, running) for one in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(one for group in joined for one in group), part])
    heads = [_head(group) for group in groups]
    for byline in (one for one in stacks if one.kind == "byline"):
        _give_byline(byline, heads)
    return heads


def _head(group: Sequence[Stack]) -> Head:
    parts = sorted(group, key=lambda one: (one.box[1], one.box[0]))
    largest = max(one.size for one in parts)
    return Head(parts, [], around([one.box for one in parts]), largest, parts[0].inside)


def _together(
    upper: Stack, lower: Stack, parts: Sequence[Stack], rules: Sequence[Box], running: Sequence[Stack]
) -> bool:
    """Say whether two headings are parts of one headline."""
    if upper.inside != lower.inside:
        return False
    if "down" in (upper.kind, lower.kind):
        if upper.kind != lower.kind:
            return False
        beside = max(lower.box[0] - upper.box[2], upper.box[0] - lower.box[2])
        return beside <= _BESIDE * max(upper.size, lower.size) and down(upper.box, lower.box) > _HALF
    gap = lower.box[1] - upper.box[3]
    size = max(upper.size, lower.size)
    alike = min(upper.size, lower.size) > _ALIKE * size
    close = -0.6 * size <= gap <= (_OWN_GAP if alike else _GAP) * size
    if not close or _is_kicker_of_next(upper, lower, gap, parts):
        return False
    # A kicker or subtitle may stand to one side of its headline: smaller, and close by.
    away = max(upper.box[0] - lower.box[2], lower.box[0] - upper.box[2])
    if away >= 0 and (alike or away > _ASIDE * lower.size or gap < -0.2 * size or _has_own(lower, upper, parts)):
        return False
    ruled = any(
        upper.box[3] - 2 <= (top + bottom) / 2 <= lower.box[1] + 2
        and across((left, top, right, bottom), lower.box) > _HALF
        for left, top, right, bottom in rules
        if right - left > bottom - top
    )
    whole = around([upper.box, lower.box])
    between = any(one.kind == "body" and _meets(one.box, whole) for one in running)
    return not ruled and not between


def _is_kicker_of_next(upper: Stack, lower: Stack, gap: float, parts: Sequence[Stack]) -> bool:
    """Say whether a small heading below a large one stands much closer to another large one below itself."""
    if lower.size > _ALIKE * upper.size:
        return False
    return any(
        one is not upper and lower.size < _ALIKE * one.size and across(one.box, lower.box) > 0
        and -0.6 * one.size <= one.box[1] - lower.box[3] < _CLOSER * gap
        for one in parts
    )  # fmt: skip


def _has_own(part: Stack, aside: Stack, parts: Sequence[Stack]) -> bool:
    """Say whether another heading stands right above one, or right below it."""
    return any(
        one is not part and one is not aside and across(one.box, part.box) > 0
        and -0.6 * one.size <= max(part.box[1] - one.box[3], one.box[1] - part.box[3]) <= _GAP * one.size
        for one in parts
    )  # fmt: skip


def _meets(one: Box, other: Box) -> bool:
    """Say whether two boxes overlap by more than a hair."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


def _give_byline(byline: Stack, heads: Sequence[Head]) -> None:
    """Give a byline to the headline above it, or let it be text."""
    found: list[tuple[bool, float, int]] = []
    for at, head in enumerate(heads):
        box = around([one.box for one in head.parts])
        gap = (byline.box[1] - box[3]) / byline.size
        if byline.inside == head.inside and -0.5 <= gap <= _BYLINE_GAP and across(byline.box, box) > -0.5:  # noqa: PLR2004
            found.append((across(byline.box, box) <= 0, gap, at))
    if not found:
        byline.kind = "body"
    else:
        head = heads[min(found)[2]]
        head.bylines.append(byline)
        head.box = around([head.box, byline.box])

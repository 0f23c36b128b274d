"""Headlines of a printed page: kicker, headline, subtitle and byline that stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across, around, down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_stacks import Stack

_GAP, _BYLINE_GAP = 1.3, 2.2
_BESIDE = 1.2


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

    @property
    def is_down(self) -> bool:
        """Say whether it runs down."""
        return any(one.kind == "down" for one in self.parts)


def heads_of(stacks: Sequence[Stack], rules: Sequence[Box]) -> list[Head]:
    """Return the headlines of a page; a byline that stands by none becomes text."""
    parts = [one for one in stacks if one.kind in ("heading", "down")]
    running = [one for one in stacks if one.kind in ("body", "caption")]
    groups: list[list[Stack]] = []
    for part in sorted(parts, key=lambda one: (one.box[1], one.box[0])):
        joined = [group for group in groups if any(_together(one, part, rules, running) for one in group)]
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


def _together(upper: Stack, lower: Stack, rules: Sequence[Box], running: Sequence[Stack]) -> bool:
    """Say whether two headings are parts of one headline."""
    if upper.inside != lower.inside:
        return False
    if "down" in (upper.kind, lower.kind):
        if upper.kind != lower.kind:
            return False
        beside = max(lower.box[0] - upper.box[2], upper.box[0] - lower.box[2])
        return beside <= _BESIDE * max(upper.size, lower.size) and down(upper.box, lower.box) > 0.5  # noqa: PLR2004
    gap = lower.box[1] - upper.box[3]
    size = max(upper.size, lower.size)
    if not -0.6 * size <= gap <= _GAP * size or across(upper.box, lower.box) <= 0:
        return False
    ruled = any(
        upper.box[3] - 2 <= (top + bottom) / 2 <= lower.box[1] + 2
        and across((left, top, right, bottom), lower.box) > 0.5
        for left, top, right, bottom in rules
        if right - left > bottom - top
    )
    between = any(
        one.box[1] >= upper.box[3] - 2 and one.box[3] <= lower.box[1] + 2 and across(one.box, lower.box) > 0
        for one in running
    )
    return not ruled and not between


def _give_byline(byline: Stack, heads: Sequence[Head]) -> None:
    """Give a byline to the headline above it, or let it be text."""
    best: tuple[float, int] | None = None
    for at, head in enumerate(heads):
        gap = (byline.box[1] - head.box[3]) / byline.size
        if byline.inside == head.inside and -0.5 <= gap <= _BYLINE_GAP and across(byline.box, head.box) > -0.5:  # noqa: PLR2004
            best = min(best or (gap, at), (gap, at))
    if best is None:
        byline.kind = "body"
    else:
        head = heads[best[1]]
        head.bylines.append(byline)
        head.box = around([head.box, byline.box])

"""Frames on a printed page: boxes ruled on four sides, and tinted grounds; what stands in one belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box, Layout

_NEAR = 4.0
_SMALLEST = 40.0
_MOST_RULES = 200


def frames_of(layout: Layout, texts: Sequence[Box]) -> list[Box]:
    """Return the frames that hold text, the smallest first, without those around the whole page's text."""
    found = {*_ruled(layout.rules), *layout.pictures}
    holding = [(sum(holds(one, text) for text in texts), one) for one in found]
    kept = [one for count, one in holding if 0 < count < len(texts) * 0.9]
    return sorted(kept, key=lambda one: ((one[2] - one[0]) * (one[3] - one[1]), one))


def pictures_of(layout: Layout, texts: Sequence[Box]) -> list[Box]:
    """Return the pictures: what is drawn and holds no text."""
    return [one for one in layout.pictures if not any(holds(one, text) for text in texts)]


def without_sides(rules: Sequence[Box], pictures: Sequence[Box]) -> list[Box]:
    """Return the rules that are neither the sides of pictures nor drawn within them."""
    return [
        rule for rule in rules
        if not any(
            rule[0] >= one[0] - 1 and rule[1] >= one[1] - 1 and rule[2] <= one[2] + 1 and rule[3] <= one[3] + 1
            for one in pictures
        )
    ]  # fmt: skip


def holds(frame: Box, text: Box) -> bool:
    """Say whether a text's middle stands in a frame."""
    across, down = (text[0] + text[2]) / 2, (text[1] + text[3]) / 2
    return frame[0] <= across <= frame[2] and frame[1] <= down <= frame[3]


def frame_of(frames: Sequence[Box], text: Box) -> int:
    """Return the number of the smallest frame that a text stands in; -1, if in none."""
    return next((at for at, frame in enumerate(frames) if holds(frame, text)), -1)


def _ruled(rules: Sequence[Box]) -> list[Box]:
    """Return the boxes that rules enclose."""
    longest = sorted(rules, key=lambda one: -max(one[2] - one[0], one[3] - one[1]))[:_MOST_RULES]
    flat = sorted(
        {one for one in longest if one[2] - one[0] >= max(_SMALLEST, one[3] - one[1])}, key=lambda one: one[1]
    )
    upright = [one for one in longest if one[3] - one[1] >= _SMALLEST and one[3] - one[1] > one[2] - one[0]]
    found: list[Box] = []
    for at, top in enumerate(flat):
        for bottom in flat[at + 1 :]:
            if abs(top[0] - bottom[0]) > _NEAR or abs(top[2] - bottom[2]) > _NEAR:
                continue
            sides = [any(_stands(one, edge, top[1], bottom[3]) for one in upright) for edge in (top[0], top[2])]
            if all(sides):
                found.append((top[0], top[1], top[2], bottom[3]))
                break
    return found


def _stands(one: Box, edge: float, top: float, bottom: float) -> bool:
    beside = abs(one[0] - edge) <= _NEAR or abs(one[2] - edge) <= _NEAR
    return beside and abs(one[1] - top) <= _NEAR and abs(one[3] - bottom) <= _NEAR

"""Running heads: what stands above the long rule at the top of a printed page names the paper, the day, the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layout_stacks import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_stacks import Stack

_TOP, _WIDE = 0.14, 0.85
_MOST_LINES, _LONGEST = 3, 60
_SENTENCE = frozenset("。！？；")


def name_running_heads(stacks: Sequence[Stack], rules: Sequence[Box], height: float) -> None:
    """Set the kind of what stands above a rule as wide as the text near a page's top.

    No sentence is among it, and something in it is a day, a number, an office of the paper; no headline is below that.
    """
    if not stacks:
        return
    whole = around([one.box for one in stacks])
    long = [
        rule for rule in rules
        if rule[2] - rule[0] > _WIDE * (whole[2] - whole[0]) and rule[3] - rule[1] <= rule[2] - rule[0]
        and rule[3] < _TOP * height
    ]  # fmt: skip
    for rule in sorted(long, key=lambda one: -one[1]):
        above = [one for one in stacks if one.box[3] <= rule[3] + 0.5 * one.size]
        known = [one.box[3] for one in above if one.kind == "furniture"]
        headed = [one for one in above if one.kind == "heading" and known and one.box[1] > max(known)]
        if known and not headed and all(_names(one) for one in above):
            for one in above:
                one.kind, one.reason = "furniture", one.reason or "masthead"
            return


def _names(stack: Stack) -> bool:
    return len(stack.lines) <= _MOST_LINES and all(
        len(one) <= _LONGEST and not _SENTENCE & set(one) for one in stack.written
    )

"""Tables of figures on a printed page: short pieces that stand in rows and in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.layout_stacks import Stack

_LONGEST, _MOST_LINES = 16, 40
_FEWEST = 6
_LEVEL = 0.5
_MARKS = frozenset("，。；！？")


def name_tables(stacks: Sequence[Stack]) -> None:
    """Set the kind of cells: short pieces of text without a mark, of which others stand level with them."""
    short = [one for one in stacks if one.kind == "body" and _is_cell(one)]
    short.sort(key=lambda one: one.box[1])
    cells: list[Stack] = []
    for at, one in enumerate(short):
        near = [*short[max(0, at - 1) : at], *short[at + 1 : at + 2]]
        if any(abs(other.box[1] - one.box[1]) < _LEVEL * one.size for other in near):
            cells.append(one)
    if len(cells) >= _FEWEST:
        for one in cells:
            one.kind, one.reason = "furniture", "table"


def _is_cell(stack: Stack) -> bool:
    lines = [line.text for line in stack.read]
    return len(lines) <= _MOST_LINES and all(len(one) <= _LONGEST and not _MARKS & set(one) for one in lines)

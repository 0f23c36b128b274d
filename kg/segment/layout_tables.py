"""Tables of figures on a printed page: short pieces that stand in rows and in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across, around, down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.segment.layout_stacks import Stack

_LONGEST, _MOST_LINES = 16, 40
_FEWEST = 6
_SAME = 0.04
_LEVEL, _HALF, _LOOK = 0.2, 0.5, 8
_CELLS_APART, _ROWS_APART = 5.0, 1.2
_TABLE = "table"
_MARKS = frozenset("，。；！？")


def name_tables(stacks: Sequence[Stack]) -> None:
    """Set the kind of cells: short pieces of text without a mark, of which others stand level with them."""
    short = [one for one in stacks if one.kind == "body" and _is_cell(one)]
    short.sort(key=lambda one: one.box[1])
    cells = [one for at, one in enumerate(short) if _has_level(short, at)]
    tables = [
        box for box in _around_cells([one.box for one in cells], cells[0].size if cells else 0.0)
        if sum(_is_in(one.box, box) for one in cells) >= _FEWEST
    ]  # fmt: skip
    for one in cells:
        if any(_is_in(one.box, box) for box in tables):
            one.kind, one.reason = "furniture", _TABLE
    # The row at the head may be one piece: it stands right over the cells, as wide as they or narrower.
    for one in short:
        of_cells = abs(one.size - cells[0].size) < _SAME * one.size if cells else False
        if one.kind == "body" and of_cells and any(_is_over(one.box, box, one.size) for box in tables):
            one.kind, one.reason = "furniture", _TABLE


def _has_level(short: Sequence[Stack], at: int) -> bool:
    """Say whether another piece stands level with one, beside it."""
    one = short[at]
    for other in short[max(0, at - _LOOK) : at + _LOOK + 1]:
        level = down(one.box, other.box) > _HALF and abs(one.size - other.size) < _LEVEL * one.size
        if other is not one and level and across(one.box, other.box) <= 0:
            return True
    return False


def _is_over(one: Box, table: Box, size: float) -> bool:
    """Say whether a box stands right over or under a table."""
    inside = one[0] >= table[0] - size and one[2] <= table[2] + size
    return inside and max(table[1] - one[3], one[1] - table[3]) <= _ROWS_APART * size


def tables_of(stacks: Sequence[Stack], rules: Sequence[Box], size: float) -> tuple[list[Box], list[Box]]:
    """Return the boxes around tables, and the rules that are none of theirs."""
    boxes = _around_cells([one.box for one in stacks if one.reason == _TABLE], size)
    return boxes, [rule for rule in rules if not any(_is_within(rule, box, size) for box in boxes)]


def _around_cells(cells: Sequence[Box], size: float) -> list[Box]:
    """Return the boxes around cells that stand near one another."""
    boxes: list[Box] = []
    for cell in cells:
        whole = cell
        while near := [one for one in boxes if _are_near(one, whole, size)]:
            boxes = [one for one in boxes if one not in near]
            whole = around([*near, whole])
        boxes.append(whole)
    return boxes


def _is_in(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and one[2] <= other[2] and other[1] <= one[1] and one[3] <= other[3]


def _are_near(one: Box, other: Box, size: float) -> bool:
    """Say whether two boxes are cells of one table."""
    apart = max(other[0] - one[2], one[0] - other[2]), max(other[1] - one[3], one[1] - other[3])
    return apart[0] <= _CELLS_APART * size and apart[1] <= _ROWS_APART * size


def _is_within(rule: Box, table: Box, size: float) -> bool:
    """Say whether a rule is one of a table's, around it too."""
    reach = _CELLS_APART * size
    return (
        rule[0] >= table[0] - reach and rule[2] <= table[2] + reach
        and rule[1] >= table[1] - _ROWS_APART * size and rule[3] <= table[3] + _ROWS_APART * size
    )  # fmt: skip


def _is_cell(stack: Stack) -> bool:
    lines = [line.text for line in stack.read]
    return len(lines) <= _MOST_LINES and all(len(one) <= _LONGEST and not _MARKS & set(one) for one in lines)

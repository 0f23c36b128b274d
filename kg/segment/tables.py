"""Tables of figures: rows of cells that spaces part, one below another, some of them numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST_CELLS, _FEWEST_ROWS = 3, 2
_MARKS = re.compile("[，。；？！]")
_ALONE = re.compile("0{1,2}1{2,}")
_SPACED, _LETTER_SPACED, _WITHIN = "   ", re.compile(r"(?:\S\s+)+\S"), re.compile(r"(?<=\S) (?=\S)")
_NUMBER = re.compile(r"[-+－—]?[0-9０-９][0-9０-９.．,]*[%％‰]?|[-—－/]{1,2}")


def find_rows(written: Sequence[str]) -> set[int]:
    """Return which lines, with their spaces, are rows of tables: two at least with like cells, and the head above.

    One is enough where two numbers or more end it, a word or two before. Digits set off in prose make cells too, but
    seldom the same ones in two lines that end with a number, or in three.
    """
    shapes = [_shape(line) for line in written]
    rows: set[int] = set()
    first = 0
    for at in range(1, len(shapes) + 1):
        if at < len(shapes) and shapes[at] == shapes[first]:
            continue
        least = 1 if _ALONE.fullmatch(shapes[first]) else _FEWEST_ROWS + (not shapes[first].endswith("1"))
        if "1" in shapes[first] and at - first >= least:
            rows |= set(range(first, at))
        first = at
    for at in sorted(rows):
        if at and at - 1 not in rows and _heads(shapes[at - 1], shapes[at]):
            rows.add(at - 1)
    return rows


def _shape(line: str) -> str:
    """Return for each cell whether it is a number, as 1 or 0; nothing for a line that is no row."""
    cells = (_WITHIN.sub("", line) if _SPACED in line and _LETTER_SPACED.fullmatch(line.strip()) else line).split()
    if len(cells) < _FEWEST_CELLS or _MARKS.search(line):
        return ""
    if sum(len(cell) == 1 and not cell.isdigit() for cell in cells) > 1:
        return ""
    return "".join("1" if _NUMBER.fullmatch(cell) else "0" for cell in cells)


def _heads(shape: str, below: str) -> bool:
    """Say whether a line may be the head of a table: words alone, as many as the row has cells, or one fewer."""
    return bool(shape) and "1" not in shape and len(below) - len(shape) in (0, 1)

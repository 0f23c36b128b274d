"""Lines that run down the page, as vertical headlines do: characters one below the other, numbers in them turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.read.pdf_upright import split_upright

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.read.pdf_glyphs import Glyph

# All in the size of the type (em).
_STEP, _TURNED_STEP, _ASCENT = (0.75, 2.2), (0.2, 2.2), 0.5
_ASIDE, _LIKE_SIZE, _LIKE_TURNED, _LIKE_STEP = 0.3, 0.05, 0.2, 0.25
_BESIDE = (-1.2, 2.2)
_SHORTEST = 3
_COLUMN = (0.9, 2.2)
_CELL = 8.0
# A turned character stands on a baseline that runs down: its middle is to the right of it.
_MIDDLE = 0.36


def split_down(glyphs: Sequence[Glyph]) -> tuple[list[list[Glyph]], list[Glyph], list[Glyph]]:
    """Return the lines of three characters or more that run down, the upright glyphs left, and the turned ones left."""
    down: list[list[Glyph]] = []
    rest: list[Glyph] = []
    run: list[Glyph] = []
    for one in glyphs:
        if run and _below(run[-1], one):
            run.append(one)
            continue
        _end(run, rest, down)
        run = [one]
    _end(run, rest, down)
    upright = _without_ends([one for one in rest if one.quarter == 0], down)
    columns, upright = split_upright(upright)
    down += columns
    return down, _without_last_columns(upright, down), [one for one in rest if one.quarter != 0]


def _middle(one: Glyph) -> float:
    return one.left + _MIDDLE * one.size if one.quarter == 1 else (one.left + one.right) / 2


def _below(upper: Glyph, lower: Glyph) -> bool:
    if upper.quarter not in (0, 1) or lower.quarter not in (0, 1):
        return False
    size = upper.size
    least, most = _STEP if upper.quarter == lower.quarter == 0 else _turned_step(upper, lower)
    like = _LIKE_SIZE if upper.quarter == lower.quarter else _LIKE_TURNED
    return (
        abs(_middle(upper) - _middle(lower)) < _ASIDE * size
        and least * size <= lower.base - upper.base <= most * size
        and abs(lower.size - size) < like * size
    )


def _turned_step(upper: Glyph, lower: Glyph) -> tuple[float, float]:
    """Return the least and the most step where a character is turned: it hangs below its place, others stand on it."""
    least, most = _TURNED_STEP
    if upper.quarter == lower.quarter:
        return least, most
    return (least - _ASCENT, most - _ASCENT) if lower.quarter else (least + _ASCENT, most + _ASCENT)


def _end(run: list[Glyph], rest: list[Glyph], down: list[list[Glyph]]) -> None:
    if len(run) >= _SHORTEST and any(one.quarter == 0 for one in run):
        down.append(run)
    else:
        rest += run


def _without_ends(across: list[Glyph], down: Sequence[list[Glyph]]) -> list[Glyph]:
    """Give lines that run down their first and last characters, which may have been drawn at another time."""
    if not down:
        return across
    places: dict[int, list[Glyph]] = {}
    for one in across:
        places.setdefault(int(_middle(one) // _CELL), []).append(one)
    taken: set[int] = set()
    for line in down:
        reach = _ASIDE * line[0].size
        cells = range(int((_middle(line[0]) - reach) // _CELL), int((_middle(line[0]) + reach) // _CELL) + 1)
        for one in [one for cell in cells for one in places.get(cell, ())]:
            alike = abs(one.size - line[0].size) < _LIKE_SIZE * one.size
            if alike and one.order not in taken and _extends(one, line) and _is_alone(one, across):
                line.insert(0 if one.base < line[0].base else len(line), one)
                taken.add(one.order)
    return [one for one in across if one.order not in taken] if taken else across


def _without_last_columns(across: list[Glyph], down: list[list[Glyph]]) -> list[Glyph]:
    """Let one or two characters be a line that runs down which stand at the left of one, level with its beginning."""
    taken: set[int] = set()
    for line in list(down):
        first = line[0]
        near = [one for one in across if abs(one.size - first.size) < _LIKE_SIZE * one.size and one.order not in taken]
        head = [
            one for one in near
            if abs(one.base - first.base) < _ASIDE * one.size
            and _COLUMN[0] * one.size <= first.left - one.left <= _COLUMN[1] * one.size
        ]  # fmt: skip
        if len(head) != 1 or not _is_alone(
            head[0], [*across, *(one for other in down if other is not line for one in other)]
        ):
            continue
        second = [one for one in near if _below(head[0], one)]
        column = [*head, *second[:1]]
        if len(second) > 1 or any(_below(column[-1], one) for one in near):
            continue
        down.append(column)
        taken.update(one.order for one in column)
    return [one for one in across if one.order not in taken] if taken else across


def _is_alone(one: Glyph, others: Sequence[Glyph]) -> bool:
    least, most = _BESIDE
    return not any(
        other is not one
        and abs(other.base - one.base) < _ASIDE * one.size
        and least * one.size < other.left - one.left < most * one.size
        and abs(other.size - one.size) < _LIKE_SIZE * one.size
        for other in others
    )


def _extends(one: Glyph, line: Sequence[Glyph]) -> bool:
    """Say whether a character stands one step before or behind a line."""
    step = line[1].base - line[0].base
    away = min(abs(line[0].base - one.base - step), abs(one.base - line[-1].base - step))
    return abs(_middle(one) - _middle(line[0])) <= _ASIDE * one.size and away < _LIKE_STEP * one.size

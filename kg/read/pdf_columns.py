"""Lines that run down the page, as vertical headlines do: characters one below the other, numbers in them turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.read.pdf_glyphs import Glyph

# All in the size of the type (em).
_STEP, _TURNED_STEP = (0.75, 2.2), (0.25, 2.2)
_ASIDE, _LIKE_SIZE, _LIKE_STEP = 0.3, 0.05, 0.25
_BESIDE = (-1.2, 2.2)
_SHORTEST = 3
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
    upright = [one for one in rest if one.quarter == 0]
    return down, _without_ends(upright, down), [one for one in rest if one.quarter != 0]


def _middle(one: Glyph) -> float:
    return one.left + _MIDDLE * one.size if one.quarter == 1 else (one.left + one.right) / 2


def _below(upper: Glyph, lower: Glyph) -> bool:
    if upper.quarter not in (0, 1) or lower.quarter not in (0, 1):
        return False
    size = upper.size
    least, most = _TURNED_STEP if upper.quarter or lower.quarter else _STEP
    return (
        abs(_middle(upper) - _middle(lower)) < _ASIDE * size
        and least * size <= lower.base - upper.base <= most * size
        and abs(lower.size - size) < _LIKE_SIZE * size
    )


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

"""Upright headlines that were drawn row by row: their columns are told from rows by what stands closer."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.read.pdf_glyphs import Glyph

# All in the size of the type.
_LARGE, _LIKE_SIZE, _SAME = 1.3, 0.05, 0.15
_STEP, _BESIDE = (0.9, 1.7), (0.9, 2.6)
_CLOSER = 0.97
_FEWEST_ROWS, _MOST_COLUMNS = 4, 3
_CELL = 6.0  # points, more than the edges of one column differ by


def split_upright(glyphs: Sequence[Glyph]) -> tuple[list[list[Glyph]], list[Glyph]]:
    """Return the columns of large type that stand closer down the page than across it, and the glyphs left."""
    if not glyphs:
        return [], []
    body = Counter(round(one.size, 1) for one in glyphs).most_common(1)[0][0]
    large = [one for one in glyphs if one.size > _LARGE * body]
    if not _may_stand(large):
        return [], list(glyphs)
    columns: list[list[Glyph]] = []
    for group in _near_groups(large):
        columns += _columns_of(group)
    taken = {one.order for column in columns for one in column}
    return columns, [one for one in glyphs if one.order not in taken]


def _may_stand(large: Sequence[Glyph]) -> bool:
    """Say whether as many large characters begin at one edge as an upright column has, which few pages have."""
    edges = Counter(int(one.left // _CELL) for one in large)
    return any(count + edges[cell + 1] >= _FEWEST_ROWS for cell, count in list(edges.items()))


def _near_groups(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return glyphs of one size that stand beside or below one another."""
    groups: list[list[Glyph]] = []
    for one in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        near = [group for group in groups if any(_is_near(other, one) for other in reversed(group))]
        groups = [group for group in groups if all(group is not other for other in near)]
        groups.append([*(other for group in near for other in group), one])
    return groups


def _is_near(one: Glyph, other: Glyph) -> bool:
    size = one.size
    if abs(size - other.size) > _LIKE_SIZE * size:
        return False
    across, down = abs(one.left - other.left), abs(one.base - other.base)
    if down < _SAME * size:
        return across <= _BESIDE[1] * size
    return across < _SAME * size and down <= _STEP[1] * size


def _columns_of(group: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the columns of a group of glyphs, none if it is set in rows."""
    columns: list[list[Glyph]] = []
    for one in sorted(group, key=lambda glyph: (glyph.left, glyph.base)):
        if columns and abs(one.left - columns[-1][0].left) < _SAME * one.size:
            columns[-1].append(one)
        else:
            columns.append([one])
    rows = max((len(column) for column in columns), default=0)
    if rows < _FEWEST_ROWS or not 1 < len(columns) <= _MOST_COLUMNS:
        return []
    size = group[0].size
    longest = max(columns, key=len)
    step = (longest[-1].base - longest[0].base) / (rows - 1)
    beside = min(right[0].left - left[0].left for left, right in pairwise(columns))
    level = all(abs(column[0].base - longest[0].base) < _SAME * size for column in columns)
    even = all(
        _STEP[0] * size <= lower.base - upper.base <= _STEP[1] * size
        for column in columns
        for upper, lower in pairwise(column)
    )
    closer = _STEP[0] * size <= step < _CLOSER * beside and beside >= _BESIDE[0] * size
    # The last column, at the left, may be shorter; of rows, the last would be.
    falling = all(len(left) <= len(right) for left, right in pairwise(columns))
    return columns if level and even and closer and falling else []

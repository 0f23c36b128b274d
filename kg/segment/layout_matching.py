"""The best way to let every column follow something: a maximal matching by score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def best_matching(scores: Sequence[Mapping[int, float]], alone: Sequence[float], others: int) -> list[int | None]:
    """Return for each row the column it gets, or None, so that the sum of the scores is the highest.

    `scores[row]` gives the scores of the columns that a row may have, `alone[row]` what it scores without one; a
    column is given once. Ties fall to the lower number.
    """
    size = len(scores)
    # The Hungarian method; a row's own last column stands for being alone.
    width = others + size
    lowest = min([0.0, *alone, *(score for row in scores for score in row.values())])
    forbidden = 1e6 - lowest
    cost = [[*(-row.get(column, -forbidden) for column in range(others)), *(forbidden,) * size] for row in scores]
    for row, score in enumerate(alone):
        cost[row][others + row] = -score
    owner = _assigned(cost, size, width)
    found: list[int | None] = [None] * size
    for column in range(others):
        row = owner[column + 1]
        if row and scores[row - 1].get(column) is not None:
            found[row - 1] = column
    return found


def _assigned(cost: Sequence[Sequence[float]], size: int, width: int) -> list[int]:
    """Return for each column, from 1, the row that has it, from 1; 0: none."""
    infinite = float("inf")
    of_row, of_column = [0.0] * (size + 1), [0.0] * (width + 1)
    owner, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, size + 1):
        owner[0] = row
        least = [infinite] * (width + 1)
        used = [False] * (width + 1)
        at = 0
        while owner[at]:
            used[at] = True
            mine, costs = owner[at], cost[owner[at] - 1]
            delta, following = infinite, 0
            base = of_row[mine]
            for column in range(1, width + 1):
                if used[column]:
                    continue
                now = costs[column - 1] - base - of_column[column]
                if now < least[column]:
                    least[column], way[column] = now, at
                if least[column] < delta:
                    delta, following = least[column], column
            for column in range(width + 1):
                if used[column]:
                    of_row[owner[column]] += delta
                    of_column[column] -= delta
                else:
                    least[column] -= delta
            at = following
        while at:
            before = way[at]
            owner[at] = owner[before]
            at = before
    return owner

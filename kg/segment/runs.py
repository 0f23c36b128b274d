"""Runs: a sequence cut into stretches, each about one of several things, by the best sum of fits and prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Run(NamedTuple):
    """Items `[start, end)` are about thing `about`."""

    start: int
    end: int
    about: int


def best_runs(
    fits: Sequence[Sequence[float]], begins: Sequence[Sequence[float]], goes_on: Sequence[float]
) -> tuple[float, list[Run]]:
    """Return the best score and runs: item `i` fits thing `t` by `fits[i][t]`.

    A run about `t` that begins with item `i` adds `begins[i][t]`, one that goes on with it adds `goes_on[i]`.
    """
    before, best_at = [0.0] * len(fits[0]), 0
    back: list[tuple[list[bool], int]] = []
    top = 0.0
    for item, (fit, begin, on) in enumerate(zip(fits, begins, goes_on, strict=True)):
        fresh = [not item or top + start >= way + on for start, way in zip(begin, before, strict=True)]
        ways = [
            (top + start if new else way + on) + value
            for new, start, way, value in zip(fresh, begin, before, fit, strict=True)
        ]
        back.append((fresh, best_at))
        top = max(ways)
        before, best_at = ways, ways.index(top)
    runs: list[Run] = []
    end, about = len(fits), best_at
    for item in range(len(fits) - 1, -1, -1):
        fresh, came_from = back[item]
        if fresh[about]:
            runs.append(Run(item, end, about))
            end, about = item, came_from
    return top, runs[::-1]

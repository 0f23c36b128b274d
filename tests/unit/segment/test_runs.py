"""Runs: the best way to cut a sequence is the best of all ways."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.segment.runs import Run, best_runs

SCORES = st.integers(-8, 8).map(float)


def score(labels: tuple[int, ...], cuts: tuple[bool, ...], given_: tuple[list[list[float]], ...]) -> float:
    """Return what a way scores: for each item what it is about, and whether a run begins with it."""
    fits, begins, goes_on = given_
    return sum(
        fits[at][label] + (begins[at][label] if cut else goes_on[0][at])
        for at, (label, cut) in enumerate(zip(labels, cuts, strict=True))
    )


@given(st.data())
def test_no_other_way_is_better(data: st.DataObject) -> None:
    """Over all ways to cut and to label a short sequence, none scores more; the runs cover it in order."""
    size, things = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 3))
    row = st.lists(SCORES, min_size=things, max_size=things)
    rows = st.lists(row, min_size=size, max_size=size)
    fits, begins = data.draw(rows), data.draw(rows)
    goes_on = data.draw(st.lists(SCORES, min_size=size, max_size=size))
    best, runs = best_runs(fits, begins, goes_on)
    ways = [
        score(labels, (True, *cuts), (fits, begins, [goes_on]))
        for labels in product(range(things), repeat=size)
        for cuts in product((True, False), repeat=size - 1)
        if all(cut or left == right for cut, (left, right) in zip(cuts, pairwise(labels), strict=True))
    ]
    assert best == pytest.approx(max(ways))
    assert [item for run in runs for item in range(run.start, run.end)] == list(range(size))
    labels = tuple(run.about for run in runs for _ in range(run.start, run.end))
    starts = {run.start for run in runs}
    assert score(labels, tuple(at in starts for at in range(size)), (fits, begins, [goes_on])) == pytest.approx(best)


def test_a_price_keeps_runs_long() -> None:
    """An item that fits another thing a little better stays in its run, if beginning one costs more."""
    fits = [[3.0, 0.0], [1.0, 1.5], [3.0, 0.0]]
    assert best_runs(fits, [[-1.0, -1.0]] * 3, [0.0] * 3)[1] == [Run(0, 3, 0)]
    assert best_runs(fits, [[-0.1, -0.1]] * 3, [0.0] * 3)[1] == [Run(0, 1, 0), Run(1, 2, 1), Run(2, 3, 0)]

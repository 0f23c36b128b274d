"""Offsets kept as runs: they behave as the tuple of the same numbers."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.offsets import Offsets

NUMBERS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5))).map(
    lambda runs: tuple(first + step for first, size in runs for step in range(size))
)


@given(NUMBERS, NUMBERS)
def test_offsets_are_the_numbers(left: tuple[int, ...], right: tuple[int, ...]) -> None:
    """Length, items from both ends, slices, order, sums, equality and hash are the tuple's."""
    found = Offsets.of(left)
    assert (len(found), list(found), found[1:-1]) == (len(left), list(left), left[1:-1])
    assert all(found[at] == left[at] and found[at - len(left)] == left[at] for at in range(len(left)))
    assert tuple(found + right) == tuple(found + Offsets.of(right)) == left + right
    assert right + found == right + left
    assert found == left
    assert hash(found) == hash(left)
    assert (found == right) == (left == right)
    assert pickle.loads(pickle.dumps(found)) == left  # noqa: S301 - our own bytes


@given(NUMBERS, st.integers(0, 30), st.integers(0, 30))
def test_unbroken_means_counting_on(numbers: tuple[int, ...], one: int, other: int) -> None:
    """A range is unbroken if every number follows the one before it, wherever the runs were cut."""
    start, end = sorted((min(one, len(numbers)), min(other, len(numbers))))
    part = numbers[start:end]
    counts_on = all(right == left + 1 for left, right in pairwise(part))
    assert (Offsets.of(numbers[:start]) + numbers[start:]).unbroken(start, end) == counts_on


def test_what_is_not_there() -> None:
    """An index out of range is an error; offsets are no list's equal, and their runs can be read."""
    with pytest.raises(IndexError):
        Offsets.of((3, 4))[2]
    assert Offsets.of((3, 4)) != [3, 4]
    assert repr(Offsets.of((3, 4, 9))) == "Offsets(3..4, 9..9)"

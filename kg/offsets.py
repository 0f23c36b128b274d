"""Offsets of many characters as few runs: a page has thousands of characters, and a repair breaks them seldom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import overload


class Offsets(Sequence[int]):
    """An immutable sequence of numbers in which neighbours mostly differ by one.

    Run `k` begins at index `at[k]` with the number `first[k]`; within a run each number is one more than the last.
    It equals a tuple of the same numbers, and hashes as one.
    """

    __slots__ = ("_at", "_first", "_size")

    def __init__(self, at: Sequence[int], first: Sequence[int], size: int) -> None:
        """Take the runs, in order and none of them empty, and how many numbers there are in all."""
        self._at = at
        self._first = first
        self._size = size

    @staticmethod
    def of(numbers: Sequence[int]) -> Offsets:
        """Return any numbers as runs."""
        if isinstance(numbers, Offsets):
            return numbers
        at = [here for here, number in enumerate(numbers) if not here or numbers[here - 1] != number - 1]
        return Offsets(at, [numbers[here] for here in at], len(numbers))

    def __len__(self) -> int:
        """Return how many numbers there are."""
        return self._size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        """Return one number, or a slice of them as a tuple."""
        if isinstance(index, slice):
            return tuple(self)[index]
        here = index + self._size if index < 0 else index
        if not 0 <= here < self._size:
            raise IndexError(index)
        run = bisect_right(self._at, here) - 1
        return self._first[run] + here - self._at[run]

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers, run by run at C speed."""
        ends = [*self._at[1:], self._size]
        return chain.from_iterable(
            range(first, first + end - at) for at, first, end in zip(self._at, self._first, ends, strict=False)
        )

    def __add__(self, other: Sequence[int]) -> Offsets:
        """Return these numbers and then the others."""
        more = Offsets.of(other)
        moved = [at + self._size for at in more._at]
        return Offsets([*self._at, *moved], [*self._first, *more._first], self._size + more._size)

    def __radd__(self, other: Sequence[int]) -> Offsets:
        """Return the others and then these numbers."""
        return Offsets.of(other) + self

    def __eq__(self, other: object) -> bool:
        """Say whether the numbers are the same, however they are kept."""
        if isinstance(other, Offsets | tuple):
            return self._size == len(other) and tuple(self) == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        """Return the hash of the tuple of the same numbers."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Return the runs, each as its first and last number."""
        ends = [*self._at[1:], self._size]
        runs = (f"{first}..{first + end - at - 1}" for at, first, end in zip(self._at, self._first, ends, strict=False))
        return f"Offsets({', '.join(runs)})"

    def unbroken(self, start: int, end: int) -> bool:
        """Say whether each number of `[start, end)`, which is not empty, is one more than the number before it."""
        return end <= start or (self[end - 1] - self[start] == end - 1 - start and self._one_run(start, end))

    def _one_run(self, start: int, end: int) -> bool:
        """Say whether no run that breaks the count begins in `(start, end)`; neighbouring runs may count on."""
        first, last = bisect_right(self._at, start), bisect_right(self._at, end - 1)
        return all(
            self._first[run] == self._first[run - 1] + self._at[run] - self._at[run - 1] for run in range(first, last)
        )

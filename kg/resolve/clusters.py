"""Clusters from pairwise decisions, the same in whatever order the decisions come."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

T = TypeVar("T", bound="Hashable")


class Clusters(Generic[T]):
    """Disjoint sets that refuse to join what must stay apart."""

    def __init__(self, apart: Iterable[tuple[T, T]] = ()) -> None:
        """Start with every item alone; `apart` are pairs that no join may bring together."""
        self._parent: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}
        self._apart: dict[T, set[T]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def add(self, item: T) -> None:
        """Know an item, alone if it is new."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]

    def root(self, item: T) -> T:
        """Return the item that stands for the cluster of `item`."""
        self.add(item)
        found = item
        while self._parent[found] != found:
            found = self._parent[found]
        while self._parent[item] != found:
            self._parent[item], item = found, self._parent[item]
        return found

    def join(self, one: T, other: T) -> bool:
        """Bring two clusters together; return False where they are one already or must stay apart."""
        first, second = self.root(one), self.root(other)
        if first == second or self._must_stay_apart(first, second):
            return False
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._parent[second] = first
        self._members[first] += self._members.pop(second)
        return True

    def _must_stay_apart(self, first: T, second: T) -> bool:
        if not self._apart:
            return False
        if len(self._members[first]) > len(self._members[second]):
            first, second = second, first
        return any(self.root(enemy) == second for item in self._members[first] for enemy in self._apart.get(item, ()))

    def members(self) -> list[list[T]]:
        """Return the clusters; their order, and that within each, is the caller's to settle."""
        return list(self._members.values())

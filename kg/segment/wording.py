"""How much two pieces of a page talk of the same: shared pairs of characters, rare ones counting more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING

from kg.segment.pairs import Pair, Pairs, han_pairs, pair
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_LONGER = 0.25
_ALIKE = (0.004, 0.006, 0.008, 0.01, 0.013, 0.016, 0.03)
_ALIKE_ODDS = (-2.4, -1.4, -0.8, 0.3, 0.8, 1.7, 2.4, 3.2)
MOST_ODDS = max(_ALIKE_ODDS)
_RUBRIC = re.compile("^【[^】]*】")


@lru_cache(maxsize=512)
def bigrams(text: str) -> Pairs:
    """Return the pairs of neighbouring Han characters."""
    return frozenset(han_pairs(text))


def headline_pairs(text: str) -> Pairs:
    """Return the pairs of a headline's line."""
    return bigrams(without_rubric(text))


def without_rubric(text: str) -> str:
    """Return a headline's line without its rubric (【新春走基层】…), which says nothing of the body."""
    return _RUBRIC.sub("", text) or text if text.startswith("【") else text


@cache
def _common() -> dict[Pair, float]:
    return {pair(two): float(row["weight"]) for row in read_table("common_pairs") for two in row["pairs"].split()}


class _Weights(dict[Pair, float]):
    """Weights of pairs; a pair that no block has tells nothing, but was expected."""

    unknown = 0.0

    def __missing__(self, pair: Pair) -> float:
        return self.unknown


class Wording:
    """Weights of pairs on one page: what few blocks say tells blocks apart."""

    def __init__(self, blocks: Sequence[str]) -> None:
        """Count in how many of a page's blocks each pair occurs."""
        self.pairs = [bigrams(block) for block in blocks]
        size = max(1, len(blocks))
        by_count = [log(1 + size / max(1, count)) for count in range(size + 1)]
        counts = Counter(chain.from_iterable(self.pairs))
        self.weights = _Weights(zip(counts, map(by_count.__getitem__, counts.values()), strict=True))
        self.weights.unknown = by_count[0]
        common = _common()
        for two in common.keys() & counts.keys():
            self.weights[two] *= common[two]
        self._totals: dict[Pairs, float] = {}

    def weight(self, pairs: AbstractSet[Pair]) -> float:
        """Return how telling pairs are together; `fsum`, since the order of a set must not matter."""
        return fsum(map(self.weights.__getitem__, pairs))

    def total(self, pairs: Pairs) -> float:
        """Return how telling pairs are together; the answer is kept."""
        found = self._totals.get(pairs)
        if found is None:
            found = self._totals[pairs] = self.weight(pairs)
        return found

    def covered(self, part: Pairs, whole: AbstractSet[Pair]) -> float:
        """Return which share of `part`, by weight, occurs in `whole`."""
        total = self.total(part)
        return self.weight(part & whole) / total if total else 0.0

    def alike(self, left: Pairs, right: Pairs) -> float:
        """Return how much of the smaller one's weight both have; what is kept is the weight of the right one."""
        return likeness(self.weight(left), self.total(right), self.weight(left & right))

    def odds(self, left: Pairs, right: Pairs) -> float:
        """Return the log-odds that two pieces are one article's, as measured on woven pages."""
        return _ALIKE_ODDS[bisect_right(_ALIKE, self.alike(left, right))]


def likeness(one: float, other: float, both: float) -> float:
    """Return which share of the smaller weight both have, less if the other is long: it says much."""
    if not one or not other:
        return 0.0
    return both / (min(one, other) * float(max(one, other) ** _LONGER))

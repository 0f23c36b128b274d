"""How much two pieces of a page talk of the same: shared pairs of characters, rare ones counting more."""

from __future__ import annotations

import re
from collections import Counter
from math import log

_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Han characters."""
    return frozenset(
        pair for run in _NOT_HAN.split(text) if len(run) > 1 for pair in map("".join, zip(run, run[1:], strict=False))
    )


class Wording:
    """Weights of pairs on one page: what few blocks say tells blocks apart."""

    def __init__(self, blocks: list[str]) -> None:
        """Count in how many of a page's blocks each pair occurs."""
        self.pairs = [bigrams(block) for block in blocks]
        self._counts = Counter(pair for pairs in self.pairs for pair in pairs)
        self._size = max(1, len(blocks))

    def weight(self, pair: str) -> float:
        """Return how telling a pair is; one that no block has tells nothing, but was expected."""
        return log(1 + self._size / max(1, self._counts[pair]))

    def covered(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Return which share of `part`, by weight, occurs in `whole`."""
        total = sum(map(self.weight, part))
        return sum(map(self.weight, part & whole)) / total if total else 0.0

    def alike(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return which share of the smaller one's weight both have."""
        if not left or not right:
            return 0.0
        small, large = sorted((left, right), key=len)
        return self.covered(small, large)

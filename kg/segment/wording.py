"""How much two pieces of a page talk of the same: shared pairs of characters, rare ones counting more."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_HAN_RUN = re.compile("[\u4e00-\u9fff]{2,}")


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring Han characters."""
    return frozenset([one + other for run in _HAN_RUN.findall(text) for one, other in pairwise(run)])


class Wording:
    """Weights of pairs on one page: what few blocks say tells blocks apart."""

    def __init__(self, blocks: Sequence[str]) -> None:
        """Count in how many of a page's blocks each pair occurs."""
        self.pairs = [bigrams(block) for block in blocks]
        size = max(1, len(blocks))
        by_count = [log(1 + size / max(1, count)) for count in range(size + 1)]
        counts = Counter(pair for pairs in self.pairs for pair in pairs)
        self._weights = {pair: by_count[count] for pair, count in counts.items()}
        # A pair that no block has tells nothing, but was expected.
        self._unknown = by_count[0]

    def weight(self, pairs: AbstractSet[str]) -> float:
        """Return how telling pairs are together."""
        weights = self._weights
        unknown = self._unknown
        return sum([weights.get(pair, unknown) for pair in pairs])

    def covered(self, part: AbstractSet[str], whole: AbstractSet[str]) -> float:
        """Return which share of `part`, by weight, occurs in `whole`."""
        total = self.weight(part)
        return self.weight(part & whole) / total if total else 0.0

    def alike(self, left: AbstractSet[str], right: AbstractSet[str]) -> float:
        """Return which share of the smaller one's weight both have."""
        if not left or not right:
            return 0.0
        small, large = sorted((left, right), key=len)
        return self.covered(small, large)

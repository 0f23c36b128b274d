"""Counting: pairs of gold and found facts, and what is left of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kg.evaluate.likeness import Json, show

Likeness: TypeAlias = Callable[[Json, Json], float]
Pairs: TypeAlias = list[tuple[Json, Json]]


@dataclass(slots=True)
class Tally:
    """Counts of one kind of fact, with the misses to look at."""

    hit: int = 0
    found: int = 0
    gold: int = 0
    misses: list[str] = field(default_factory=list)

    def figures(self) -> Figures:
        """Return precision, recall and F1."""
        precision = self.hit / self.found if self.found else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        both = precision + recall
        return Figures(
            precision, recall, 2 * precision * recall / both if both else 0.0, self.hit, self.found, self.gold
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out for one kind of fact."""

    precision: float
    recall: float
    f1: float
    hit: int
    found: int
    gold: int


def pair_up(gold: Sequence[Json], found: Sequence[Json], likeness: Likeness) -> Pairs:
    """Pair gold with found facts one to one, the likeliest pairs first, earlier ones before later."""
    scored = sorted(((likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: Pairs = []
    for score, i, j in scored:
        if score <= 0 or -i in used_gold or -j in used_found:
            continue
        used_gold.add(-i)
        used_found.add(-j)
        pairs.append((gold[-i], found[-j]))
    return pairs


def count(
    tally: Tally, gold: Sequence[Json], found: Sequence[Json], likeness: Likeness, label: str, *, together: bool = False
) -> Pairs:
    """Count whole facts and return the pairs; optional gold facts and what pairs with them count neither way.

    Facts that must be found are paired before those that may, unless all are paired `together`.
    """
    must = [one for one in gold if not one.get("optional")]
    may = [one for one in gold if one.get("optional")]
    if together:
        pairs = pair_up(must + may, found, likeness)
    else:
        pairs = pair_up(must, found, likeness)
        taken = {id(f) for _, f in pairs}
        pairs += pair_up(may, [f for f in found if id(f) not in taken], likeness)
    matched_gold = {id(g) for g, _ in pairs}
    matched_found = {id(f) for _, f in pairs}
    excused = sum(1 for g, _ in pairs if g.get("optional"))
    tally.gold += len(must)
    tally.found += len(found) - excused
    tally.hit += len(pairs) - excused
    tally.misses += [f"{label} missing {show(one)}" for one in must if id(one) not in matched_gold]
    tally.misses += [f"{label} wrong   {show(one)}" for one in found if id(one) not in matched_found]
    return pairs

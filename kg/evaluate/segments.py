"""How a page's lines are shared out among articles: B-cubed over its visible characters."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.evaluate.tallies import Tally


def line_owners(ranges: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Return which article owns each line, from ranges such as 105-165; the first to claim a line has it."""
    owners: dict[int, str] = {}
    for name, parts in ranges.items():
        for part in parts:
            first, _, last = part.partition("-")
            for line in range(int(first), int(last or first) + 1):
                owners.setdefault(line, name)
    return owners


def score_segments(tally: Tally, text: str, owners: Mapping[int, str], records: Sequence[Mapping[str, Any]]) -> None:
    """Score the records' spans against the owners of the lines of a page's text."""
    ours: dict[int, str] = {}
    for number, record in enumerate(records):
        for start, end in record.get("spans", []):
            for at in range(start, end):
                ours.setdefault(at, str(number))
    cells: dict[tuple[str, str], int] = defaultdict(int)
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        for offset, char in enumerate(line):
            if not char.isspace() and number in owners:
                cells[owners[number], ours.get(at + offset, f"none-{number}")] += 1
        at += len(line)
    f1, total = b_cubed(cells)
    tally.gold = tally.found = total
    tally.hit = round(total * f1)


def b_cubed(cells: Mapping[tuple[str, str], int]) -> tuple[float, int]:
    """Return B-cubed F1 and the number of characters, from how many each pair of gold and found owner has."""
    by_gold: dict[str, int] = defaultdict(int)
    by_ours: dict[str, int] = defaultdict(int)
    for (gold, found), size in cells.items():
        by_gold[gold] += size
        by_ours[found] += size
    total = sum(cells.values()) or 1
    precision = sum(size * size / by_ours[found] for (_, found), size in cells.items()) / total
    recall = sum(size * size / by_gold[gold] for (gold, _), size in cells.items()) / total
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), total

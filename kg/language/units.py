"""What units measure."""

from __future__ import annotations

from functools import cache

from ontology import read_table


@cache
def _kinds() -> dict[str, str]:
    return {row["unit"] or row["written"]: row["kind"] for row in reversed(read_table("units"))}


def unit_kind(unit: str) -> str:
    """Say what a normalised unit measures: person, count, money, ratio, length …; empty where it is unknown."""
    return _kinds().get(unit, "")

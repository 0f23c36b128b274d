"""Kinds of bodies by the last characters of their names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from ontology import read_table

_NATIONAL = ("国家", "中国", "中华", "中央", "中共", "全国", "国务院", "最高", "新华", "人民日报", "解放军")
_ARMED = ("武警", "解放军", "中国人民解放军")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body; `bare` says that many places have such a body, `length` how long the ending is that tells it."""

    name: str
    bare: bool
    length: int


def kind_of(name: str) -> Kind | None:
    """Return the kind that the longest known ending of a name tells."""
    if name.startswith(_ARMED):
        return Kind("military", bare=False, length=len(name))
    table, longest = _table()
    for length in range(min(len(name), longest), 0, -1):
        found = table.get(name[-length:])
        # A name that is nothing but a one-character ending (部, 所) is no body's.
        if found and len(name) > 1:
            return replace(found, bare=found.bare and not name.startswith(_NATIONAL))
    return None


@cache
def _table() -> tuple[dict[str, Kind], int]:
    table = {
        row["suffix"]: Kind(row["kind"], row["bare"] == "yes", len(row["suffix"])) for row in read_table("body_kinds")
    }
    return table, max(len(suffix) for suffix in table)

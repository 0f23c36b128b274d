"""Parts of bodies that are named alone beside an office of the whole: 外交部发言人、新闻司副司长; 校长A、学生处处长."""

from __future__ import annotations

import re
from functools import cache

from kg.body import kind_of
from kg.country import country_of
from ontology import read_table

_PARTY_PARTS = ("党委", "纪委", "团委", "校长办公室", "院长办公室")
"""How parts begin that an institution of its own has: 校长A、党委组织部部长B."""
_INSTITUTIONS = {"school", "company", "hospital", "institute", "bank"}
_WHOLE = re.compile("^[该本我此各]|大学|公司.{2}|(?<!分)公司$")
_SHORTEST, _LONGEST = 3, 16


@cache
def _owners() -> dict[str, frozenset[str]]:
    return {row["ending"]: frozenset(row["owners"].split(",")) for row in read_table("inner_departments")}


@cache
def is_part_of(body: str, owner: str) -> bool:
    """Say whether a body named alone may be a part of one named before it."""
    if not _SHORTEST <= len(body) <= _LONGEST or country_of(body) or _WHOLE.search(body) or country_of(owner) == owner:
        return False
    kind = kind_of(owner)
    if body.startswith(_PARTY_PARTS) and kind in _INSTITUTIONS:
        return True
    ending = next((end for end in _endings() if body.endswith(end)), None)
    return ending is not None and body != ending and kind in _owners()[ending]


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_owners(), key=lambda end: (-len(end), end)))

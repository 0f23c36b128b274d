"""How names of persons are built, as far as more than one stage must know it."""

from __future__ import annotations

import re
from functools import cache

from ontology import read_table

_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_DOT = "·"


def is_full_name(name: str) -> bool:
    """Say whether a name is built as a person's full name: a Han surname with one to three characters, or parts."""
    return _DOT in name or (_HAN_NAME.fullmatch(name) is not None and name.startswith(_surnames()))


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["surname"] for row in read_table("surnames"))

"""What stands between an office and its holder's name and is none: 市作协副主席、散文家|A, 村党支部书记、种粮大户|B."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.language.lexicon import Lexicon
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile("(?:、|兼)[\u4e00-\u9fffA-Z“”·]{2,24}")
_LONGEST = 12


@cache
def _callings() -> Lexicon[bool]:
    return Lexicon({row["calling"]: True for row in read_table("callings")})


def iter_past_callings(text: str, at: int) -> Iterator[int]:
    """Yield where a name may begin behind the callings that follow an office which ends at `at`."""
    item = _ITEM.match(text, at)
    if item is None:
        return
    for _, end, _ in _callings().find(item[0][: _LONGEST + 4]):
        if end <= _LONGEST + 1:
            yield at + end
            yield from iter_past_callings(text, at + end)

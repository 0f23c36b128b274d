"""Whether an indicator is a thing that is counted: a number in a story counts nothing that anybody could check.

他们来到了位于110米的平台 and 获得49.4%的选票 are refused, not guessed at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.measurement_words import words
from kg.language.cues import Tail
from kg.language.words import cut

if TYPE_CHECKING:
    from kg.mention import Quantity

_PRONOUN = re.compile("^(?:[他她它]们|我们?|你们?|大家|咱们|自己|这[条座个次位种辆])|[他她我]们")
_SCENE = Tail("(?:位于|来到|前往|进军|向着|走到|爬到|登上|攀爬|攀登|乘坐[^，]{0,6}|站在)[了着]?$")
_DENIED = Tail("(?:没有?|尚?未|不会|无法|不是)(?:能够?)?(?:达到?|超过)?$")
_UNFINISHED = re.compile("(?<!PM)[0-9]\\.[0-9]|[0-9][、和及与]?$")
"""回落0.2和0.4个百分点: the first of two numbers that share a unit."""
_HANDLED = Tail("(?<!处)(?:以|把|各?被)$")
_AROUND_CLOCK = 24
_PEOPLE_OF_THE_COUNTRY = {1.3e9, 1.4e9}


@lru_cache(maxsize=4096)
def is_empty(indicator: str) -> bool:
    """Say whether every word of an indicator is one that names nothing: 获得, 首次, 每年可."""
    empty = words("empty")
    return all(word in empty for word in cut(indicator))


def unsound(indicator: str, before: str, quantity: Quantity, kind: str) -> str | None:
    """Say why an indicator is none; None where it is one."""
    if _PRONOUN.search(indicator) or _SCENE.search(before):
        return "number told in a story"
    if _UNFINISHED.search(indicator) or (kind != "time" and _HANDLED.search(before)):
        return "number without a thing that it counts"
    if _DENIED.search(before):
        return "denied"
    if kind == "time" and quantity.value == _AROUND_CLOCK and not re.search("[时期缩短延]", before):
        return "duration"
    if kind == "person" and quantity.value in _PEOPLE_OF_THE_COUNTRY and "人口" not in before + indicator:
        return "the people as a whole"
    return "number without a thing that it counts" if is_empty(indicator) else None

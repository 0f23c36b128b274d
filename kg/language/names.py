"""Where a person's name ends: every length is a candidate, and the one with the most evidence must pass a threshold.

A name is read from a known start (right after a title, after 、 in a list); Chinese marks no boundary after it.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from kg.language.name_evidence import (
    Opening,
    follower_at,
    foreign_share,
    has_speech,
    surname_of,
    weigh,
    weigh_dotted,
    weigh_foreign,
)
from kg.language.name_form import NOBODY, form_of
from kg.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = re.compile("[\u4e00-\u9fff]+")
_DOTTED = re.compile("[\u4e00-\u9fff]{1,8}(?:[·•・∙‧-][\u4e00-\u9fff]{1,9})+")
_DOTS = re.compile("[·•・∙‧-]")
_PADDED = re.compile("([\u4e00-\u9fff])[ \u3000]{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,2}[ \u3000][\u4e00-\u9fff])")
_ANONYMOUS = re.compile("[某×]|^[\u4e00-\u9fff](?:某|先生|女士|姓)")
_NEVER = re.compile("[的了着们这那每某是]")
_NEVER_LAST = set("的了着们这那每某是")
_MOST = 9
_SHAPELESS = 0.5
_SHORTEST, _USUAL = 2, 3


@value
class Name:
    """A name that ends at `end`; `score` is the weight of evidence for it."""

    end: int
    name: str
    score: float


def read_name(
    text: str,
    start: int,
    titles: frozenset[int] = frozenset(),
    *,
    listed: bool = False,
    foreign: bool = False,
    least: float = -inf,
) -> Name | None:
    """Return the likeliest name that begins at `start`, or None where nothing there reads as one.

    `titles` are characters where a title begins: a name ends before it. `listed`: it stands in a list of names, where
    ordinary words are names too. `foreign`: the title before it is of another country. `least`: the caller has no use
    for a name without dots that weighs less; one that does may be returned or not.
    """
    if text.startswith("驻", start):
        return None
    padded = _PADDED.match(text, start)
    lead = follower_at(text, start)
    if padded and surname_of(padded[1]) and lead is None:
        return _padded(text, padded)
    if lead is not None and lead[1] > 1 and not surname_of(lead[0]):
        return None
    dotted = _dotted(text, start)
    opening = Opening(text, start, lead, foreign=foreign)
    best: Name | None = None
    for count, end in enumerate(_ends(opening, titles, dotted)):
        if count and dotted is None and not opening.element and text[end - 1] in _NEVER_LAST:
            break  # 王强|的提议
        floor = least if best is None else max(least, best.score)
        score = weigh_dotted(opening, end, titles) if dotted else _weigh(opening, end, titles, floor, listed=listed)
        if score is None:
            continue
        if foreign:
            score += weigh_foreign(text, start, end)
        if best is None or score > best.score:
            best = Name(end, re.sub("[•・∙‧]", "·", text[start:end]), score)
    return best if best is not None and _possible(opening, best.name, dotted) else None


def _weigh(opening: Opening, end: int, titles: frozenset[int], floor: float, *, listed: bool) -> float | None:
    """Weigh a name without dots, and its form; None where it surely weighs less than `floor`."""
    score = weigh(opening, end, titles, floor, listed=listed)
    if score is not None and form_of(opening.text[opening.start : end]) == "":
        score -= _SHAPELESS
    return score


def _padded(text: str, found: re.Match[str]) -> Name:
    """Return a name with a gap behind its surname; a second given character only where a boundary follows it."""
    end = found.end()
    more = HAN.match(text, end)
    two = more is not None and not follower_at(text, end) and (more.end() == end + 1 or follower_at(text, end + 1))
    end += bool(two)
    return Name(end, found[1] + text[found.start(2) : end], 1.0)


def _dotted(text: str, start: int) -> str | None:
    """Return the run of a foreign name with its dots, None if the dot belongs to a later name (李明致电约翰·)."""
    found = _DOTTED.match(text, start)
    return found[0] if found is not None and not has_speech(_DOTS.split(found[0])[0]) else None


def _ends(opening: Opening, titles: frozenset[int], dotted: str | None) -> Iterator[int]:
    """Yield where the name may end; behind a word that follows names only one more end is tried (买买|提出|席)."""
    start = opening.start
    run = HAN.match(opening.text, start)
    if run is None:
        return
    first = start + (max(m.end() for m in _DOTS.finditer(dotted)) + 1 if dotted else _SHORTEST)
    last = min(start + len(dotted) if dotted else run.end(), first + _MOST - _SHORTEST)
    at = first
    while at <= last:
        yield at
        if at in titles:
            return
        follower = opening.follower(at)
        if follower is not None and follower[1] > 1:
            last = min(last, at + 1)
        at += 1


def _possible(opening: Opening, name: str, dotted: str | None) -> bool:
    if _ANONYMOUS.search(name) or name in NOBODY:
        return False
    return dotted is not None or opening.element or _NEVER.search(name[1:]) is None


def is_foreign_name(name: str) -> bool:
    """Say whether a name is written as those of other countries are: with a dot or in transliteration."""
    return "·" in name or "-" in name or (foreign_share(name) == 1 and (len(name) > _USUAL or not surname_of(name)))

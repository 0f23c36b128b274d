"""Where a pattern may match at all: to look for what it cannot be without is much faster than to try it everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator


def iter_matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches at places, which are in order, without overlap."""
    last = 0
    for at in places:
        match = pattern.match(text, at) if at >= last else None
        if match is not None:
            last = match.end()
            yield match


def iter_places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def before(text: str, at: int, chars: frozenset[str]) -> range:
    """Return a place and those before it from which on only white space and some characters stand."""
    first = at
    while first and (text[first - 1] in chars or text[first - 1].isspace()):
        first -= 1
    return range(first, at + 1)

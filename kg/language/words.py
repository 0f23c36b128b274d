"""The only door to jieba and rjieba: words and their tags, as evidence for where a name or a body ends.

HMM is off, so that the result is the same whichever of the two is at hand; the dictionary is jieba's.
"""

from __future__ import annotations

import warnings
from functools import cache, lru_cache

import rjieba

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # jieba's import trips over its own escape sequences and pkg_resources
    import jieba

_LONGEST = 5
_AROUND = 8


@cache
def _dictionary() -> dict[str, str]:
    with jieba.get_dict_file() as lines:  # type: ignore[no-untyped-call]
        rows = (line.decode().split(" ") for line in lines)
        return {row[0]: row[2].strip() for row in rows}


def tag(word: str) -> str:
    """Return the part of speech that jieba's dictionary gives the word, "" for a word that it lacks."""
    return _dictionary().get(word, "")


@lru_cache(maxsize=50_000)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a short piece of text."""
    return tuple(rjieba.cut(text, hmm=False))


@cache
def _reach() -> dict[str, int]:
    """Return how long the words are, `_LONGEST` at most, that begin with two characters."""
    found: dict[str, int] = {}
    for word in _dictionary():
        if 1 < len(word) <= _LONGEST and found.get(word[:2], 0) < len(word):
            found[word[:2]] = len(word)
    return found


def longest(text: str, start: int) -> tuple[str, str]:
    """Return the longest dictionary word of two or more characters that begins at `start`, and its tag; else two ""."""
    reach = _reach().get(text[start : start + 2])
    if reach is None:
        return "", ""
    words = _dictionary()
    for length in range(reach, 1, -1):
        word = text[start : start + length]
        if word in words:
            return word, words[word]
    return "", ""


def cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether `[start, end)` begins inside a word and goes on behind it: 车工 in 汽车|工程."""
    at = max(0, start - _AROUND)
    borders = set()
    for word in cut(text[at : end + _AROUND]):
        borders.add(at)
        at += len(word)
    return start not in borders and any(start < border < end for border in borders)


def cuts(text: str, at: int) -> bool:
    """Say whether a word of the text goes on over `at`."""
    begin = max(0, at - _AROUND)
    border = begin
    for word in cut(text[begin : at + _AROUND]):
        border += len(word)
        if border >= at:
            return border > at
    return False

"""Cues: the words of which a pattern needs one, read off the pattern itself.

Most patterns that are looked for in a whole article match in few articles. That none of a pattern's cues stands in the
text is known twenty times as fast as that the pattern matches nowhere, so such a text is never scanned.
"""

from __future__ import annotations

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST, _SETS = 40, 3
"""So many cues, of so many sets, are looked for in less time than one scan takes."""


class Cued:
    """A pattern that is looked for only in texts that hold its cues; it finds what the pattern finds."""

    __slots__ = ("cues", "pattern")

    def __init__(self, pattern: str) -> None:
        """Compile the pattern and read off its cues."""
        self.pattern = re.compile(pattern)
        self.cues = cues_of(pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        return self.pattern.finditer(text) if self.may_be_in(text) else iter(())

    def may_be_in(self, text: str) -> bool:
        """Say whether one of each set of cues stands in the text."""
        for words in self.cues:
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True


class Tail:
    """A pattern that ends in `$`, looked for only where a text ends in a character that it may end in."""

    __slots__ = ("ends", "pattern", "reach")

    def __init__(self, pattern: str) -> None:
        """Compile the pattern and read off how it ends and how long it is."""
        parsed = parser.parse(pattern)
        if not len(parsed) or parsed[-1] != (sre.AT, sre.AT_END):
            raise ValueError(f"{pattern!r} may match before the end")
        self.pattern = re.compile(pattern)
        self.reach = int(parsed.getwidth()[1])
        ends, empty = _ends(parsed)
        self.ends = ends | {"\n"} | ({""} if empty else set())  # "\n": `$` matches before it, too

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return how `text[start:end]` ends, None where the pattern does not match there."""
        if end is None:
            end = len(text)
        if text[end - 1 : end] not in self.ends and "" not in self.ends:
            return None
        return self.pattern.search(text, max(start, end - self.reach - 1), end)


def _ends(items: Any) -> tuple[frozenset[str], bool]:  # noqa: ANN401 - the parser's own kinds
    """Return the characters that a sequence may end in, "" for any, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for kind, value in reversed(list(items)):
        ends, empty = _end(kind, value)
        found |= ends
        if not empty:
            return found, False
    return found, True


def _end(kind: Any, value: Any) -> tuple[frozenset[str], bool]:  # noqa: ANN401 - the parser's own kinds
    ends, empty = frozenset([""]), False
    if kind in {sre.AT, sre.ASSERT, sre.ASSERT_NOT}:
        ends, empty = frozenset(), True
    elif kind is sre.SUBPATTERN:
        ends, empty = _ends(value[3])
    elif kind in {sre.MAX_REPEAT, sre.MIN_REPEAT}:
        ends, empty = _ends(value[2])
        empty = empty or not value[0]
    elif kind is sre.BRANCH:
        branches = [_ends(branch) for branch in value[1]]
        ends, empty = frozenset[str]().union(*(own for own, _ in branches)), any(none for _, none in branches)
    elif kind is sre.LITERAL:
        ends = frozenset([chr(value)])
    elif kind is sre.IN and all(of is sre.LITERAL for of, _ in value):
        ends = frozenset(chr(char) for _, char in value)
    return ends, empty


def cues_of(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return sets of words: of each of them, every text that the pattern matches in has one. The most telling first."""
    needed = sorted(_of_all(parser.parse(pattern)), key=_tells, reverse=True)
    return tuple(tuple(sorted(words)) for words in dict.fromkeys(needed) if len(words) <= _MOST)[:_SETS]


def _of_all(items: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Return the sets of words needed by a sequence of items, all of which must match."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in items:
        if kind is sre.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset([run]))
            run = ""
        found += _of_one(kind, value)
    return [*found, frozenset([run])] if run else found


def _of_one(kind: Any, value: Any) -> list[frozenset[str]]:  # noqa: ANN401 - the parser's own kinds
    """Return the sets of words needed by one item, none where none can be told."""
    if kind is sre.SUBPATTERN:
        return _of_all(value[3])
    if kind is sre.ASSERT:
        return _of_all(value[1])
    if kind in {sre.MAX_REPEAT, sre.MIN_REPEAT}:
        return _of_all(value[2]) if value[0] else []
    if kind is sre.BRANCH:
        branches = [max(_of_all(branch), key=_tells, default=None) for branch in value[1]]
        sets = [words for words in branches if words is not None]
        return [_shortest(frozenset[str]().union(*sets))] if len(sets) == len(branches) else []
    if kind is sre.IN and all(of is sre.LITERAL for of, _ in value):
        return [frozenset(chr(char) for _, char in value)]
    return []


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Return the words without those that hold another: where 核电站 stands, 电站 does."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _tells(words: frozenset[str]) -> tuple[int, int]:
    """Rank words by how seldom one of them stands in a text: the shortest counts, then how few there are."""
    return min(map(len, words)), -len(words)

"""Lexicons: surface forms found in one pass over the text (Aho-Corasick)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Forms that lead to values; `find` gives the leftmost longest of them, without overlap."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Build the automaton over the forms of `entries`, in their order."""
        self._values = list(entries.values())
        self._automaton = AhoCorasick(
            list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of each form in the text."""
        values = self._values
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, values[index]


def find_each(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each of a few words in the text as a lexicon of them would; that takes longer to build."""
    found: list[tuple[int, int]] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append((at, -at - len(word)))
            at = text.find(word, at + 1)
    at = 0
    for start, end in sorted(found):
        if start >= at:
            at = -end
            yield start, at


class Prefixes:
    """Words that may begin at a place: a set looked up by the longest that fits."""

    def __init__(self, words: Mapping[str, int]) -> None:
        """Keep words with their weight, by first character and the longest first."""
        self._by_first: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(words, key=lambda w: (-len(w), w)):
            self._by_first.setdefault(word[0], []).append((word, words[word]))

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """Return the longest word that begins at `start` with its weight."""
        for entry in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(entry[0], start):
                return entry
        return None

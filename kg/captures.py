"""Captures: the same article, read from several files, is one article.

Equal texts have equal ids: white space, and what repair undoes, is not in them. Nearly equal texts (a capture that lost
a caption or a last paragraph, that has other quotation marks, or a byline within the text) are one article where
headline, source and day are the same, the shorter text is nearly all in the longer one, and so are its numbers. The
fullest text then stands for all, whichever was read first.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.ids import digest
from kg.repair import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.runs import SortedRuns

Line: TypeAlias = "Mapping[str, Any]"

_WIDTH = 5
"""Characters of a shingle: five in a row are seldom in two texts by chance."""
_MISSING = 0.05
"""The share of a text's shingles that the fuller text may lack: one character read wrongly takes five."""
_WORD = 6
"""So many may be lacking in any text: those of a word of two characters. Another person's name takes more."""
_LEAST = 0.3
"""The share of the fuller text that a capture has at least: less is a notice that points at it."""
_BEGINNING = 30
_NUMBER = re.compile(r"\d+")
_DROPPED = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Captured:
    """Where an article stands that was read more than once: its files, and the ids of its other captures."""

    files: tuple[str, ...]
    ids: tuple[str, ...] = ()


@dataclass(slots=True)
class Captures:
    """Articles read more than once, by id; `of` gives for the id of another capture the article it is one of."""

    articles: dict[str, Captured] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)


def capture_key(line: Line) -> str:
    """Return what captures of one article have in common: source, day, and headline, or how the text begins."""
    words = _bare(line.get("headline") or "") or _bare(line["text"][: 4 * _BEGINNING])[:_BEGINNING]
    return digest(line.get("source"), line.get("published"), words)


def same_articles(lines: Iterable[Line]) -> list[list[Line]]:
    """Return records of one key as groups of captures, the fullest of a group first; their order does not matter."""
    groups: list[list[Line]] = []
    fullest: list[_Text] = []
    texts = sorted(((_bare(line["text"]), line) for line in lines), key=_fullest_first)
    for text, line in texts:
        own = _Text.of(text)
        for at, fuller in enumerate(fullest):
            if groups[at][0]["id"] == line["id"] or own.is_capture_of(fuller):
                groups[at].append(line)
                break
        else:
            groups.append([line])
            fullest.append(own)
    return groups


@dataclass(frozen=True, slots=True)
class _Text:
    """What is compared of a text: its length, its runs of five characters, its numbers."""

    size: int
    shingles: frozenset[str]
    numbers: Counter[str]

    @staticmethod
    def of(text: str) -> _Text:
        shingles = frozenset(text[at : at + _WIDTH] for at in range(max(1, len(text) - _WIDTH + 1)))
        return _Text(len(text), shingles, Counter(_NUMBER.findall(text)))

    def is_capture_of(self, fuller: _Text) -> bool:
        # Notices made after one pattern differ in their numbers: another day, another sum.
        if self.size < _LEAST * fuller.size or not self.numbers <= fuller.numbers:
            return False
        return len(self.shingles - fuller.shingles) <= max(_WORD, _MISSING * len(self.shingles))


def _fullest_first(row: tuple[str, Line]) -> tuple[int, str, str]:
    text, line = row
    return -len(text), line["id"], line["file"]


def _bare(text: str) -> str:
    """Return the letters, digits and characters of a text, in simplified form."""
    return simplified(_DROPPED.sub("", text))


class Gathering:
    """Finds captures among records that are written one after another, holding their keys on disk and no text."""

    def __init__(self, runs: SortedRuns) -> None:
        """Keep the keys in `runs`."""
        self._runs = runs

    def add(self, line: Line, offset: int) -> None:
        """Note a record that is written at `offset` bytes."""
        self._runs.add((capture_key(line), line["id"], line["file"]), str(offset))

    def close(self, records: Path) -> Captures:
        """Return the captures among the records, which now stand in a file."""
        found = Captures()
        with records.open("rb") as file:
            for _, rows in groupby(self._runs, key=lambda row: row[0][0]):
                places = [(key[1], key[2], int(offset)) for key, offset in rows]
                if len(places) == 1:
                    continue
                if len({article for article, _, _ in places}) == 1:
                    _note(found, [{"id": article, "file": name} for article, name, _ in places])
                    continue
                lines = []
                for _, _, offset in places:
                    file.seek(offset)
                    lines.append(json.loads(file.readline()))
                for group in same_articles(lines):
                    _note(found, group)
        return found


def _note(found: Captures, group: list[Line]) -> None:
    if len(group) == 1:
        return
    article = group[0]["id"]
    others = {line["id"] for line in group} - {article}
    found.articles[article] = Captured(tuple(sorted({line["file"] for line in group})), tuple(sorted(others)))
    found.of.update(dict.fromkeys(others, article))


def iter_same(lines: Iterable[Line], keys: frozenset[str]) -> Iterator[list[Line]]:
    """Yield the groups of captures among the records that have one of the keys."""
    blocks: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        key = capture_key(line)
        if key in keys:
            blocks[key].append(line)
    for _, block in sorted(blocks.items(), key=itemgetter(0)):
        yield from same_articles(block)

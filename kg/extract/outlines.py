"""Outlines: an article's text with each mention folded to one character, so that grammar is short patterns.

市委书记齐宏远主持召开市委常委会会议 becomes P主持召开O会议, where P and O stand for single private characters: one
for a person with the titles before the name, one for a body, a place, a time, a title in 《》, a spoken quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

from kg.extract.event_people import find_bare_people
from kg.language.cues import Cued
from kg.mention import Mention, TimeMention
from kg.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mention import Annotated

PERSON, BODY, PLACE, TIME, WORK, SPEECH = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005", "\ue006"
MACROS = {
    "{P}": PERSON,
    "{O}": BODY,
    "{L}": PLACE,
    "{T}": TIME,
    "{B}": WORK,
    "{Q}": SPEECH,
    "{X}": "[^，；。：,;:\n]",
}
Item: TypeAlias = Mention | TimeMention

_WORKS = Cued(r"《[^《》\n]{1,80}(?:《[^《》\n]{1,40}》[^《》\n]{0,40})?》")
_SPEECHES = Cued(r"“[^“”\n]*[，。！？；,][^“”\n]*”")
_CREDITS = Cued(r"[（(][^（）()\n]{0,40}(?:记者|通讯员|摄影|以下简称|下称|上接|下转|编辑)[^（）()\n]{0,60}[)）]")
_CONGRESS = re.compile("第[一二三四五六七八九十百\\d]+次.*(?:党代会|代表大会|全会|大会|会议)$")
_JOINED = re.compile("[省市县区州旗][与和同]")
_JOINTS = "、兼，, \u3000"


@value
class Piece:
    """A range of the text that stands in the outline as `token` (as itself where that is empty)."""

    start: int
    end: int
    token: str
    item: Item | None = None


@value
class Outline:
    """Folded text; `items` gives the mention behind a folded character's position."""

    text: str
    positions: tuple[int, ...]
    pieces: tuple[Piece, ...]
    items: dict[int, Item]

    def _piece(self, at: int) -> tuple[Piece, int]:
        index = bisect_right(self.positions, at) - 1
        return self.pieces[index], self.positions[index]

    def start_of(self, at: int) -> int:
        """Return where the character at `at` starts in the article's text."""
        piece, position = self._piece(at)
        return piece.start if piece.token else piece.start + at - position

    def end_of(self, at: int) -> int:
        """Return where the range that ends before `at` ends in the article's text."""
        piece, position = self._piece(at - 1)
        return piece.end if piece.token else piece.start + at - position

    def iter_items(self, token: str, start: int, end: int) -> Iterator[tuple[int, Item]]:
        """Yield position and mention of each folded character of a sort in `[start, end)`."""
        at = self.text.find(token, start, end)
        while at >= 0:
            item = self.items.get(at)
            if item is not None:
                yield at, item
            at = self.text.find(token, at + 1, end)


def expand(pattern: str, extra: dict[str, str] | None = None) -> str:
    """Return `pattern` with its macros ({P} a person, {X} any character within a clause …) written out."""
    for name, written in {**(extra or {}), **MACROS}.items():
        pattern = pattern.replace(name, written)
    return pattern


def outline(annotated: Annotated) -> Outline:
    """Fold an article's full text."""
    text = annotated.article.full.text
    pieces: list[Piece] = []
    parts: list[str] = []
    positions: list[int] = []
    items: dict[int, Item] = {}
    at = length = 0
    for fold in _chosen(annotated, text):
        if fold.start > at:
            positions.append(length)
            pieces.append(Piece(at, fold.start, ""))
            parts.append(text[at : fold.start])
            length += fold.start - at
        if fold.token:
            positions.append(length)
            pieces.append(fold)
            parts.append(fold.token)
            if fold.item is not None:
                items[length] = fold.item
            length += 1
        at = fold.end
    positions.append(length)
    pieces.append(Piece(at, len(text), ""))
    parts.append(text[at:])
    return Outline("".join(parts), tuple(positions), tuple(pieces), items)


def _chosen(annotated: Annotated, text: str) -> list[Piece]:
    """Return the folds without overlap: quotations first, then persons, times, bodies, places."""
    folds = [Piece(m.start(), m.end(), SPEECH) for m in _SPEECHES.finditer(text)]
    folds += [Piece(m.start(), m.end(), WORK) for m in _WORKS.finditer(text)]
    folds += [Piece(m.start(), m.end(), "") for m in _CREDITS.finditer(text)]
    folds += _persons(annotated, text)
    folds += [Piece(m.start, m.end, PERSON, m) for m in find_bare_people(annotated)]
    for token, layer in ((TIME, annotated.times), (BODY, annotated.bodies), (PLACE, annotated.places)):
        folds += [_piece(token, m, text) for m in layer if token != BODY or not _CONGRESS.search(m.text)]
    taken = bytearray(len(text) + 1)
    chosen = []
    for fold in folds:
        if taken.find(1, fold.start, fold.end) < 0:
            taken[fold.start : fold.end] = b"\x01" * (fold.end - fold.start)
            chosen.append(fold)
    chosen.sort(key=lambda fold: fold.start)
    return chosen


def _piece(token: str, item: Item, text: str) -> Piece:
    """Return a mention's fold; a body that took in what follows or precedes it is cut (组织部|分代表, 市与|大学)."""
    if token == BODY and isinstance(item, Mention):
        if item.text.endswith("组织部") and text.startswith("分", item.end) and len(item.text) > len("市委组织部"):
            item = replace(item, end=item.end - 3, text=item.text[:-3], name=item.name.removesuffix("组织部"))
        elif (joined := _JOINED.match(item.text)) is not None:
            cut = joined.end()
            item = replace(item, start=item.start + cut, text=item.text[cut:], name=item.text[cut:])
    return Piece(item.start, item.end, token, item)


def _persons(annotated: Annotated, text: str) -> list[Piece]:
    """Return a fold per person, with the titles that lead up to the name."""
    begins: dict[int, int] = {}
    for title in annotated.titles:
        begins[title.end] = min(begins.get(title.end, title.start), title.start)
    folds = []
    floor = 0
    for person in annotated.persons:
        left = person.start
        if person.how == "byline" or left < floor:
            continue
        while True:
            if left in begins and begins[left] < left:
                left = begins[left]
            elif left - 1 > floor and text[left - 1] in _JOINTS and left - 1 in begins:
                left = begins[left - 1]
            else:
                break
        folds.append(Piece(max(left, floor), person.end, PERSON, person))
        floor = person.end
    return folds

"""From pieces of a source to `Text` with its map back."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kg.offsets import Offsets
from kg.page import Text
from kg.repair.characters import COMBINED, one_to_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Piece(NamedTuple):
    """`raw[start:end]` kept as it is, or read as `text` (one character; `start == end`: put in)."""

    start: int
    end: int
    text: str | None = None


def text_of(raw: str, pieces: Iterable[Piece]) -> Text:
    """Return the text of `pieces` of `raw`, character by character repaired, with the map back."""
    kept = [piece for piece in pieces if piece[0] < piece[1] or piece[2] is not None]
    written = "".join([raw[s:e] if put is None else put for s, e, put in kept])
    if not unicodedata.is_normalized("NFC", written):
        kept = [one for piece in kept for one in _composed(raw, piece) if one.text is not None or one.start < one.end]
        written = "".join([raw[s:e] if put is None else put for s, e, put in kept])
    if len(kept) == 1 and kept[0].text is None:
        start, end, _ = kept[0]
        return Text(one_to_one(written), Offsets((0,), (start,), end - start), Offsets((0,), (start + 1,), end - start))
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    size = 0
    for start, end, put in kept:
        at.append(size)
        starts.append(start)
        if put is None:
            ends.append(start + 1)
            size += end - start
        else:
            ends.append(end)
            size += 1
    return Text(one_to_one(written), Offsets(at, starts, size), Offsets(at, ends, size))


def _composed(raw: str, piece: Piece) -> Iterator[Piece]:
    """Split a piece at letters with combining marks that make one character."""
    at = piece.start
    if piece.text is None:
        for found in COMBINED.finditer(raw, piece.start, piece.end):
            form = unicodedata.normalize("NFC", found.group())
            if len(form) == 1:
                yield Piece(at, found.start())
                yield Piece(found.start(), found.end(), form)
                at = found.end()
    yield Piece(at, piece.end, piece.text)


def without(start: int, end: int, cuts: Iterable[Piece]) -> list[Piece]:
    """Return `[start, end)` as pieces with `cuts` taken out; a cut with a text puts it there. Cuts are in order."""
    pieces: list[Piece] = []
    at = start
    for cut in cuts:
        if cut.start > at:
            pieces.append(Piece(at, cut.start))
        if cut.text is not None:
            pieces.append(cut)
        at = cut.end
    if at < end:
        pieces.append(Piece(at, end))
    return pieces

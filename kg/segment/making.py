"""A portion of a page's lines becomes an article: its texts repaired, its bylines, its spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kg.ids import article_id
from kg.language.words import cuts
from kg.page import Article, Span, Text
from kg.repair import Piece, Setting, cuts_in_line, text_of, without
from kg.segment.blocks import prose_width
from kg.segment.bylines import FoundByline
from kg.segment.doubled import first_copies
from kg.segment.furniture import Cutout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kg.page import Byline, Page
    from kg.segment.lines import Line, Lines
    from kg.segment.portions import Portion

_NEAR = 4
_Found = TypeVar("_Found", FoundByline, Cutout)


class Making:
    """What all articles of one page are made from.

    Where the layout is known, `begins` are the numbers of the lines that begin a paragraph; else they are found by
    how wide the lines are.
    """

    def __init__(self, page: Page, found: Lines, begins: Collection[int] | None = None) -> None:
        """Look up by line what was found on the page."""
        self._page = page
        self._begins = begins
        self._lines = found.lines
        starts = [line.start for line in found.lines]
        self._bylines = _by_line(found.bylines, starts)
        self._cutouts = _by_line(found.cutouts, starts)
        out = [Piece(one.start, one.end) for one in found.bylines]
        self._left_out = sorted([*out, *(Piece(one.start, one.end) for one in found.cutouts)])

    def article(self, portion: Portion) -> Article:
        """Return the article of a portion: its texts repaired, its bylines, its spans."""
        owned = sorted({*portion.headline, *portion.boxes, *portion.body, *portion.subheads})
        headline = self._headline(portion.headline) if portion.headline else None
        body = self._body(portion)
        meta = self._page.meta
        text = f"{headline.text if headline else ''}\n{body.text}"
        return Article(
            id=article_id(text, meta.published, meta.source),
            page=self._page,
            meta=meta,
            headline=headline,
            body=body,
            spans=self._spans(owned),
            bylines=tuple(self._credited(owned)),
            rejected=tuple(self._cut_out(owned)),
        )

    def with_furniture(self, articles: list[Article], furniture: Iterable[int]) -> list[Article]:
        """Note what is furniture with the first article: it was seen and not used."""
        noted = tuple((str(self._lines[at].furniture), self._lines[at].start, self._lines[at].end) for at in furniture)
        if not articles or not noted:
            return articles
        first = replace(articles[0], rejected=articles[0].rejected + noted)
        return [first, *articles[1:]]

    def _headline(self, numbers: Sequence[int]) -> Text:
        pieces: list[Piece] = []
        before: Line | None = None
        for at in numbers:
            line = self._lines[at]
            if before is not None and line.text == before.text:
                continue
            if pieces and before is not None and not _within_word(before.text, line.text):
                pieces.append(self._between(pieces[-1].end, line.start, " "))
            pieces += self._line_pieces(line, Setting.HEADLINE)
            before = line
        return text_of(self._page.raw, pieces)

    @staticmethod
    def _between(end: int, start: int, text: str) -> Piece:
        """Return `text` for what stands between two lines; between lines of different places it is put in."""
        return Piece(end, end, text) if not 0 < start - end <= _NEAR else Piece(end, start, text)

    def _line_pieces(self, line: Line, setting: Setting) -> list[Piece]:
        if line.plain:
            return [Piece(line.start, line.end)]
        raw = self._page.raw
        kept: list[Piece] = []
        for piece in without(line.start, line.end, self._near(line)):
            kept += without(piece.start, piece.end, cuts_in_line(raw, piece.start, piece.end, setting))
        return _once(raw, kept) if line.doubled else kept

    def _near(self, line: Line) -> list[Piece]:
        if not self._left_out:
            return []
        at = max(0, bisect_left(self._left_out, (line.start,)) - 1)
        near = []
        while at < len(self._left_out) and self._left_out[at].start < line.end:
            one = self._left_out[at]
            if one.end > line.start:
                near.append(Piece(max(one.start, line.start), min(one.end, line.end)))
            at += 1
        return near

    def _body(self, portion: Portion) -> Text:
        pieces: list[Piece] = []
        width = prose_width([self._lines[at].width for at in portion.body])
        subheads = set(portion.subheads)
        before: int | None = None
        for at in _reading_order(portion):
            line = self._lines[at]
            kept = self._line_pieces(line, Setting.HEADLINE if line.tabular else Setting.COLUMN)
            if not kept:
                continue
            if pieces and before is not None:
                pieces += self._joint(before, at, pieces[-1].end, subheads, width)
            pieces += kept
            before = at
        return text_of(self._page.raw, pieces)

    def _joint(self, before: int, at: int, end: int, subheads: set[int], width: float) -> list[Piece]:
        """Return what stands between two lines of a body: nothing within a paragraph, else a line break."""
        left, right = self._lines[before], self._lines[at]
        if before in subheads and at in subheads:
            return [Piece(end, end, " ")]
        parts = _ends_paragraph(left, right, width) if self._begins is None else at in self._begins
        if before in subheads or at in subheads or parts:
            return [Piece(end, end, "\n")]
        if (
            left.text[-1:].isascii()
            and left.text[-1:].isalpha()
            and right.text[:1].isascii()
            and right.text[:1].isalpha()
        ):
            return [Piece(end, end, " ")]
        return []

    def _spans(self, owned: Sequence[int]) -> tuple[Span, ...]:
        """Return the ranges of the owned lines; neighbouring lines make one range."""
        ranges: list[list[int]] = []
        last = -2
        for at in owned:
            line = self._lines[at]
            if at == last + 1:
                ranges[-1][1] = line.end
            else:
                ranges.append([line.start, line.end])
            last = at
        return tuple(Span(start, end) for start, end in ranges)

    def _credited(self, owned: Sequence[int]) -> list[Byline]:
        return list(dict.fromkeys(name for at in owned for one in self._bylines.get(at, ()) for name in one.bylines))

    def _cut_out(self, owned: Sequence[int]) -> list[tuple[str, int, int]]:
        return [(one.reason, one.start, one.end) for at in owned for one in self._cutouts.get(at, ())]


def _by_line(found: Sequence[_Found], starts: Sequence[int]) -> dict[int, list[_Found]]:
    """Return what was found on a page by the number of the line that it begins in."""
    by_line: dict[int, list[_Found]] = {}
    for one in found:
        by_line.setdefault(bisect_right(starts, one[0]) - 1, []).append(one)
    return by_line


def _reading_order(portion: Portion) -> list[int]:
    """Return an article's lines as they are read: the page's order, but where a sentence goes on elsewhere.

    A subhead that the body's order does not place stands below the line that stands above it on the page.
    """
    place = {line: index for index, line in enumerate(portion.body)}
    in_order = sorted(portion.body)
    order = {line: (index, -1) for line, index in place.items()}
    for line in portion.subheads:
        if line in place:
            continue
        above = bisect_left(in_order, line)
        order[line] = (max((place[one] for one in in_order[max(0, above - 1) : above]), default=-1), line)
    return sorted(order, key=lambda line: order[line])


def _within_word(left: str, right: str) -> bool:
    """Say whether a headline was broken within a word or a number (经|济指标, 12|345热线), not between its lines."""
    if left[-1:].isdecimal() and right[:1].isdecimal():
        return True
    return cuts("".join(left.split()) + "".join(right.split()), len("".join(left.split())))


def _ends_paragraph(left: Line, right: Line, width: float) -> bool:
    if left.tabular or right.tabular:
        return True
    if not left.stops:
        return left.text.endswith(("；", ";", "：", ":")) and left.width < width - 4
    return left.width < width - 1.2 or right.indent > left.indent or right.width < width - 1.2


def _once(raw: str, kept: list[Piece]) -> list[Piece]:
    """Return the first copies of a doubled line's pieces."""
    places = [at for piece in kept for at in range(piece.start, piece.end) if not raw[at].isspace()]
    copies = first_copies("".join(raw[at] for at in places))
    if copies is None:
        return kept
    return [Piece(places[start], places[end - 1] + 1) for start, end in copies]

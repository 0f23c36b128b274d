"""A page from the web is its article: its headline the first line, its furniture taken away by reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.ids import article_id
from kg.page import Article, Span
from kg.repair import Piece, Setting, cuts_in_line, text_of, without
from kg.segment.bylines import find_bylines
from kg.segment.furniture import find_cutouts
from kg.segment.objects import body_text, distinct, paragraph
from kg.segment.web_tables import CELLS, table_rows

if TYPE_CHECKING:
    from kg.page import Page, Text

_LINE = re.compile(r"[^\r\n]+")


def web_articles(page: Page) -> list[Article]:
    """Return the article of a page from the web; none if it has no text."""
    raw = page.raw
    start = len(page.headline) if page.headline else 0
    headline = None
    if page.headline:
        headline = text_of(raw, without(0, start, cuts_in_line(raw, 0, start, Setting.HEADLINE)))
    bylines = find_bylines(raw, start)
    cutouts = [one for one in find_cutouts(raw, bylines) if one.start >= start]
    out = sorted([*(Piece(one.start, one.end) for one in bylines), *(Piece(one.start, one.end) for one in cutouts)])
    body = _body(raw, [piece for piece in out if piece.start >= start], start)
    if headline is None and not body.text:
        return []
    text = f"{headline.text if headline else ''}\n{body.text}"
    return [
        Article(
            id=article_id(text, page.meta.published, page.meta.source),
            page=page,
            meta=page.meta,
            headline=headline,
            body=body,
            spans=(Span(0, len(raw)),),
            bylines=tuple(distinct([*(name for one in bylines for name in one.bylines), *page.bylines])),
            rejected=tuple((one.reason, one.start, one.end) for one in cutouts),
        )
    ]


def _body(raw: str, left_out: list[Piece], start: int) -> Text:
    """Return the text's paragraphs, one a line; rows that tell of people and offices are sentences."""
    rows = table_rows(raw, start) if CELLS in raw else {}
    if not rows:
        return body_text(raw, left_out, start)
    pieces: list[Piece] = []
    for found in _LINE.finditer(raw, start):
        here = rows.get(found.start())
        if here is None:
            near = [one for one in left_out if one.end > found.start() and one.start < found.end()]
            here = paragraph(raw, found.start(), found.end(), near)
        if pieces and here:
            pieces.append(Piece(pieces[-1].end, pieces[-1].end, "\n"))
        pieces += here
    return text_of(raw, pieces)

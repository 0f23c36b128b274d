"""A page from the web is its article: its headline the first line, its furniture taken away by reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import article_id
from kg.page import Article, Span
from kg.repair import Piece, Setting, cuts_in_line, text_of, without
from kg.segment.bylines import find_bylines
from kg.segment.furniture import find_cutouts
from kg.segment.objects import body_text, distinct

if TYPE_CHECKING:
    from kg.page import Page


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
    body = body_text(raw, [piece for piece in out if piece.start >= start], start)
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

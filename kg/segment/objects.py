"""Articles that came as objects: what they are is known; their bylines and damage are not."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from kg.ids import article_id
from kg.page import Article, Span
from kg.repair import Piece, Setting, cuts_in_line, may_have_gaps, text_of, without
from kg.segment.bylines import find_bylines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.page import Byline, Page, Text

# A headline taken from a web page keeps its markup: a line break parts it, an entity stands for a character.
_MARKUP = re.compile(
    r"(?P<gap>\s*(?:<br\s*/?>|&nbsp;|&emsp;|&ensp;)(?:\s|<br\s*/?>|&nbsp;|&emsp;|&ensp;)*)"
    r"|(?P<tag></?(?:p|b|i|strong|em|span|font)\b[^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\r\n]+")


def object_article(page: Page) -> Article:
    """Return the article that an object is: its headline without markup, its body without bylines."""
    raw = page.raw
    bylines = find_bylines(raw)
    headline = headline_text(page.headline) if page.headline and page.headline.strip() else None
    body = body_text(raw, [Piece(one.start, one.end) for one in bylines])
    text = f"{headline.text if headline else ''}\n{body.text}"
    return Article(
        id=page.object_id or article_id(text, page.meta.published, page.meta.source),
        page=page,
        meta=page.meta,
        headline=headline,
        body=body,
        spans=(Span(0, len(raw)),),
        bylines=tuple(distinct(name for one in bylines for name in one.bylines)),
    )


def distinct(bylines: Iterable[Byline]) -> list[Byline]:
    """Return each byline once, in the order first named."""
    return list(dict.fromkeys(bylines))


def headline_text(raw: str) -> Text:
    """Return an object's headline as a reader would see it."""
    if "<" not in raw and "&" not in raw and not may_have_gaps(raw):
        return text_of(raw, (Piece(0, len(raw)),))
    cuts: list[Piece] = []
    at = 0
    for match in _MARKUP.finditer(raw):
        cuts += cuts_in_line(raw, at, match.start(), Setting.HEADLINE)
        cuts.append(Piece(match.start(), match.end(), _stands_for(match)))
        at = match.end()
    cuts += cuts_in_line(raw, at, len(raw), Setting.HEADLINE)
    if cuts and cuts[0].text == " " and not raw[: cuts[0].start].strip():
        cuts[0] = cuts[0]._replace(text=None)
    return text_of(raw, without(0, len(raw), cuts))


def _stands_for(match: re.Match[str]) -> str | None:
    if match.lastgroup == "tag":
        return None
    if match.lastgroup == "gap":
        return " "
    read = unescape(match.group())
    return read if len(read) == 1 else None


def body_text(raw: str, left_out: list[Piece], begin: int = 0) -> Text:
    """Return the paragraphs of `raw` from `begin` on, one a line, without damage and what is left out (in order)."""
    kept: list[Piece] = []
    first, size = 0, len(left_out)
    for match in _LINE.finditer(raw, begin):
        start, end = match.span()
        while first < size and left_out[first].end <= start:
            first += 1
        if (first == size or left_out[first].start >= end) and not may_have_gaps(match.group()):
            if kept:
                last = kept[-1].end
                kept.append(Piece(last, last, "\n"))
            kept.append(Piece(start, end))
            continue
        last = first
        while last < size and left_out[last].start < end:
            last += 1
        pieces = paragraph(raw, start, end, left_out[first:last])
        if pieces:
            if kept:
                kept.append(Piece(kept[-1].end, kept[-1].end, "\n"))
            kept += pieces
    return text_of(raw, kept)


def paragraph(raw: str, start: int, end: int, left_out: list[Piece]) -> list[Piece]:
    """Return a paragraph's pieces; what is left out may begin before it or end behind it."""
    pieces: list[Piece] = []
    for piece in without(start, end, left_out) if left_out else (Piece(start, end),):
        cuts = cuts_in_line(raw, piece.start, piece.end, Setting.PARAGRAPH)
        pieces += without(piece.start, piece.end, cuts) if cuts else (piece,)
    return pieces

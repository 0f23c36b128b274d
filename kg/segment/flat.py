"""Flat pages: text that no column broke, a paragraph a line. One article of that kind needs no sharing out.

A page is read here if nothing on it says that there may be more: headings on top only, then paragraphs alone. Every
other page, damaged or of several articles, is none of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.ids import article_id
from kg.page import Article, Span
from kg.repair import Piece, Setting, cuts_in_line, text_of, without
from kg.segment.bylines import find_bylines
from kg.segment.doubled import first_copies
from kg.segment.furniture import find_cutouts, furniture_kind
from kg.segment.jump_lines import own_label
from kg.segment.objects import body_text, distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Page, Text
    from kg.segment.bylines import FoundByline

_LINE = re.compile(r"[^\r\n]+")
_OTHER_BREAKS = re.compile("[\f\v\x1c-\x1e\x85\u2028\u2029\t]")
_WIDER_THAN_COLUMNS = 46
_MOSTLY = 0.3
_HEADINGS = 3
_STOPS = frozenset("。！？…!?；：")
_STOPPED = re.compile(r"[。！？…!?；：]”?’?[）)]?$")
_AT_TOP, _AT_END = ("head", "box"), ("tail", "photo")


class _Paragraph(NamedTuple):
    start: int
    end: int


def flat_article(page: Page) -> Article | None:
    """Return the one article that a flat page is; None, if it may be anything else."""
    lines = _flat_lines(page)
    if lines is None:
        return None
    raw = page.raw
    first = next((at for at, line in enumerate(lines) if _is_prose(raw, line)), 0)
    bylines = find_bylines(raw)
    if find_cutouts(raw, bylines, own_label(page)) or not _are_of_one(raw, lines, first, bylines):
        return None
    heads = [line for line in lines[:first] if not any(one.start <= line.start < one.end for one in bylines)]
    if len(heads) > _HEADINGS or any(_is_no_heading(raw[line.start : line.end]) for line in heads):
        return None
    headline = _headline(raw, heads) if heads else None
    body = body_text(raw, [Piece(one.start, one.end) for one in bylines], heads[-1].end if heads else 0)
    text = f"{headline.text if headline else ''}\n{body.text}"
    return Article(
        id=article_id(text, page.meta.published, page.meta.source),
        page=page,
        meta=page.meta,
        headline=headline,
        body=body,
        spans=(Span(lines[0].start, lines[-1].end),),
        bylines=tuple(distinct(name for one in bylines for name in one.bylines)),
    )


def _flat_lines(page: Page) -> list[_Paragraph] | None:
    """Return the lines that are not blank, without the white space around them, if much of the text is in wide ones."""
    raw = page.raw
    if page.rejected or _OTHER_BREAKS.search(raw):
        return None
    wide = size = end = 0
    lines: list[_Paragraph] = []
    # Without other breaks, these are the lines that line feeds and carriage returns end.
    for written in raw.splitlines(keepends=True):
        begin, end = end, end + len(written)
        stripped = written.strip()
        length = len(stripped)
        if length:
            start = begin + written.index(stripped[0])
            lines.append(_Paragraph(start, start + length))
            size += length
            wide += length if length > _WIDER_THAN_COLUMNS else 0
    return lines if lines and wide >= size * _MOSTLY else None


def _are_of_one(raw: str, lines: Sequence[_Paragraph], first: int, bylines: Sequence[FoundByline]) -> bool:
    """Say whether nothing below the headings looks like one, and no byline begins or ends another article."""
    if not all(_stops(raw, line) for line in lines[first:]):
        return False
    head, last = lines[min(first, len(lines) - 1)], lines[-1]
    return all(
        (one.kind in _AT_TOP and one.start <= head.start) or (one.kind in _AT_END and one.end >= last.end - 1)
        for one in bylines
    )


def _stops(raw: str, line: _Paragraph) -> bool:
    return raw[line.end - 1] in _STOPS or _STOPPED.search(raw, max(line.start, line.end - 4), line.end) is not None


def _is_prose(raw: str, line: _Paragraph) -> bool:
    return line.end - line.start > _WIDER_THAN_COLUMNS or _stops(raw, line)


def _is_no_heading(text: str) -> bool:
    bare = "".join(text.split())
    return furniture_kind(bare) is not None or first_copies(bare) is not None


def _headline(raw: str, heads: Sequence[_Paragraph]) -> Text:
    pieces: list[Piece] = []
    for line in heads:
        if pieces:
            pieces.append(Piece(pieces[-1].end, line.start, " "))
        pieces += without(line.start, line.end, cuts_in_line(raw, line.start, line.end, Setting.HEADLINE))
    return text_of(raw, pieces)

"""Citing: the evidence of a range is the page's own characters, in as many pieces as the page breaks it into."""

from __future__ import annotations

from kg.fact import cite
from kg.page import Article, Metadata, Page, Span, Text


def article(raw: str, starts: tuple[int, ...]) -> Article:
    """Return an article whose body is the characters of `raw` at `starts`."""
    page = Page("a", raw, "0", Metadata(), "text")
    body = Text("".join(raw[at] for at in starts), starts, tuple(at + 1 for at in starts))
    return Article("a", page, page.meta, None, body, (Span(0, len(raw)),))


def test_an_unbroken_range_is_one_verbatim_piece() -> None:
    """Neighbouring characters are cited as they stand."""
    found = cite(article("市长高晓东", tuple(range(5))), 2, 5)
    assert [(piece.start, piece.end, piece.quote) for piece in found] == [(2, 5, "高晓东")]


def test_white_space_taken_out_does_not_break_a_range() -> None:
    """A name broken over lines is one piece; its quote is without the white space that repair took out."""
    found = cite(article("高晓\n\n东到会", (0, 1, 4, 5, 6)), 0, 3)
    assert [(piece.start, piece.end, "".join(piece.quote.split())) for piece in found] == [(0, 5, "高晓东")]


def test_other_visible_characters_break_a_range() -> None:
    """A doubled run that was cut out makes two pieces."""
    found = cite(article("高晓晓东", (0, 1, 3)), 0, 3)
    assert [(piece.start, piece.end, piece.quote) for piece in found] == [(0, 2, "高晓"), (3, 4, "东")]

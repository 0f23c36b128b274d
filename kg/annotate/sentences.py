"""Sentences: spans that cover the text, cut after their mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1500
"""Characters of a sentence at most; the longest of a page's lists of names are a third of that."""
_COMMA = re.compile("[，；：,;:、]")
_SENTENCE = re.compile("[^\\s。！？!?][^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*)?|[。！？!?]+[”’」』）)]*")


def find_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences, without the white space around them; a line end ends one.

    What goes on for pages without a stop is no sentence: it is cut after a comma, so that its cost stays in bounds.
    """
    spans = tuple(Span(m.start(), m.start() + len(m[0].rstrip())) for m in _SENTENCE.finditer(text))
    if all(span.end - span.start <= LONGEST for span in spans):
        return spans
    return tuple(piece for span in spans for piece in _cut(text, span))


def _cut(text: str, span: Span) -> Iterator[Span]:
    begin = span.start
    while span.end - begin > LONGEST:
        stops = [match.end() for match in _COMMA.finditer(text, begin, begin + LONGEST)]
        finish = stops[-1] if stops else begin + LONGEST
        yield Span(begin, finish)
        begin = finish
    yield Span(begin, span.end)

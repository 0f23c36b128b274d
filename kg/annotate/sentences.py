"""Sentences and clauses: spans that cover the text, cut after their mark."""

from __future__ import annotations

import re

from kg.page import Span

_SENTENCE = re.compile("[^\\s。！？!?][^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*)?|[。！？!?]+[”’」』）)]*")
_CLAUSE = re.compile(
    "[^\\s，；：,;:。！？!?][^，；：,;:。！？!?\n]*(?:[，；：,;:]|[。！？!?]+[”’」』）)]*)?|[，；：,;:。！？!?]+[”’」』）)]*"
)


def _split(text: str, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for match in pattern.finditer(text):
        begin, finish = match.span()
        while text[finish - 1].isspace():
            finish -= 1
        spans.append(Span(begin, finish))
    return tuple(spans)


def find_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences, without the white space around them; a line end ends one."""
    return _split(text, _SENTENCE)


def find_clauses(text: str) -> tuple[Span, ...]:
    """Return the sentences cut at commas, semicolons and colons too."""
    return _split(text, _CLAUSE)

"""Sentences and clauses: spans that cover the text, cut after their mark."""

from __future__ import annotations

import re

from kg.page import Span

_SENTENCE = re.compile("[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*|\n|$)")
_CLAUSE = re.compile("[^，；：,;:。！？!?\n]*(?:[，；：,;:]|[。！？!?]+[”’」』）)]*|\n|$)")


def _split(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    for match in pattern.finditer(text, start, end):
        begin, finish = match.span()
        while begin < finish and text[begin].isspace():
            begin += 1
        while finish > begin and text[finish - 1].isspace():
            finish -= 1
        if begin < finish:
            spans.append(Span(begin, finish))
    return spans


def find_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences, without the white space around them; a line end ends one."""
    return tuple(_split(text, 0, len(text), _SENTENCE))


def find_clauses(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences cut at commas, semicolons and colons too."""
    return tuple(clause for s in sentences for clause in _split(text, s.start, s.end, _CLAUSE))

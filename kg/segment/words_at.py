"""Words over the ends of lines."""

from __future__ import annotations

from kg.language.words import cuts

_AROUND = 8


def cuts_word(above: str, text: str) -> bool:
    """Say whether a word goes on from one line to the next."""
    above = above[-_AROUND:]
    return cuts(above + text[:_AROUND], len(above))

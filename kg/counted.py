"""Saying how many there are of something."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 article, 2 articles."""
    return f"{number} {noun}{'' if number == 1 else 's'}"

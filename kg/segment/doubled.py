"""Overprinted headlines: bold made by printing twice gives 筑牢筑牢之本之本 in the text; the first copies are kept."""

from __future__ import annotations

from functools import lru_cache

_LONGEST = 60
_SHORTEST = 4
_COVERED = 0.75


@lru_cache(maxsize=256)
def first_copies(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return the ranges of `text` to read, if it is made of doubled runs; None if it is not.

    A line counts as doubled if runs that repeat at once cover nearly all of it and one of them is longer than a
    character: 处处 and 人人 are words.
    """
    if not _SHORTEST <= len(text) <= 2 * _LONGEST or not _may_double(text):
        return None
    runs = _best_runs(text)
    covered = sum(end - start for start, end, doubled in runs if doubled)
    longest = max((end - start for start, end, doubled in runs if doubled), default=0)
    if covered < len(text) * _COVERED or longest < _SHORTEST:
        return None
    return tuple((start, start + (end - start) // 2 if doubled else end) for start, end, doubled in runs)


def _may_double(text: str) -> bool:
    """Say quickly whether every second character at least occurs again: prose of distinct characters does not."""
    return len(set(text)) <= len(text) // 2 + 2


def _best_runs(text: str) -> list[tuple[int, int, bool]]:
    """Return the text as runs, doubled or single, that cover most by doubled ones with the fewest runs."""
    size = len(text)
    # best[i]: (single characters, runs) of the best reading of text[i:], and the length and kind of its first run.
    best: list[tuple[int, int, int, bool]] = [(0, 0, 0, False)] * (size + 1)
    for at in range(size - 1, -1, -1):
        singles, runs, *_ = best[at + 1]
        choice = (singles + 1, runs + 1, 1, False)
        for half in range(1, (size - at) // 2 + 1):
            if text[at : at + half] == text[at + half : at + 2 * half]:
                singles, runs, *_ = best[at + 2 * half]
                choice = min(choice, (singles, runs + 1, 2 * half, True))
        best[at] = choice
    out = []
    at = 0
    while at < size:
        length, doubled = best[at][2], best[at][3]
        out.append((at, at + length, doubled))
        at += length
    return out

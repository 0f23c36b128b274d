"""The sentence around a quote, as a reader sees it: without the page's line breaks and letter-spacing."""

from __future__ import annotations

import re

REACH = 90
"""Characters before and after a quote; headlines and lists have no full stop."""
_STOPS = "。！？!?"
_GAP = re.compile(r"\s+")
_WIDE = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=\d)|(?<=\d) (?=[^\x00-\x7f])")


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after `[start, end)` in its sentence."""
    before = text[max(0, start - REACH) : start]
    cut = max(before.rfind(stop) for stop in _STOPS) + 1
    starts_whole = cut > 0 or start <= REACH
    after = text[end : end + REACH]
    ends_already = text[start:end].rstrip().endswith(tuple(_STOPS))
    found = [at for stop in _STOPS if (at := after.find(stop)) >= 0]
    stop_at = 0 if ends_already else (min(found) + 1 if found else len(after))
    ends_whole = ends_already or bool(found) or end + REACH >= len(text)
    shown_before = ("" if starts_whole else "…") + tidy(before[cut:]).lstrip()
    return shown_before, tidy(after[:stop_at]).rstrip() + ("" if ends_whole else "…")


def tidy(text: str) -> str:
    """Return the text in one line, with no space between Chinese characters."""
    return _WIDE.sub("", _GAP.sub(" ", text))

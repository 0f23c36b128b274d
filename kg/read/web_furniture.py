"""Lines that web pages put around articles: font sizes, printing, sharing, where one is, what else there is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology import read_table

_PARTS = re.compile(r"[【】\[\]|｜\s\u3000\u00a0·]+")
_LONGEST = 400


@cache
def _pattern(*uses: str) -> re.Pattern[str]:
    rows = read_table("web_furniture")
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows if row["use"] in uses))


@lru_cache(maxsize=4096)
def is_furniture(text: str) -> bool:
    """Say whether a line is one of those that web pages put beside articles, or several of them in a row."""
    return _is(text, "drop", "end")


@lru_cache(maxsize=4096)
def ends_text(text: str) -> bool:
    """Say whether a line tells that the article's text is over."""
    if _is(text, "end"):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    return is_furniture(text) and any(_pattern("end").fullmatch(part) for part in parts)


def _is(text: str, *uses: str) -> bool:
    bare = "".join(text.split())
    if len(bare) > _LONGEST:
        return False
    pattern = _pattern(*uses)
    if pattern.fullmatch(bare):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    return bool(parts) and all(pattern.fullmatch(part) for part in parts)

"""What papers call their pages: 第三版, 03版 and 3版 are one page, A03 and A3 another."""

from __future__ import annotations

import re

_LABEL = re.compile(r"([A-Z]*)0*(\d+)")
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_TEN = "十"


def plain_label(written: str) -> str:
    """Return a page's label without leading zeros and with Arabic digits: 三 and 03 are 3, A03 is A3."""
    found = _LABEL.fullmatch(written.upper())
    if found:
        return found[1] + found[2]
    before, ten, after = written.partition(_TEN)
    if not ten:
        return str(_DIGITS[written]) if written in _DIGITS else written
    tens = _DIGITS.get(before, 1) if before in _DIGITS or not before else None
    ones = _DIGITS.get(after, 0) if after in _DIGITS or not after else None
    return written if tens is None or ones is None else str(10 * tens + ones)

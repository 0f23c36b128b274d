"""Characters read as what they stand for: radicals, full-width letters and digits, compatibility forms.

Everything here keeps the number of characters, but for combining marks, so that a map back stays easy.
"""

from __future__ import annotations

import re
import unicodedata

from ontology import read_table

# Letters and digits, and the signs that belong to numbers; not punctuation, which carries meaning in Chinese text.
_FULL_WIDTH = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)  # ０-９ Ａ-Ｚ ａ-ｚ ％
_SINGLETONS = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20), 0x2126, 0x212A, 0x212B)


def _table() -> dict[int, str]:
    table = {code: form for code in _SINGLETONS if len(form := unicodedata.normalize("NFC", chr(code))) == 1}
    table |= {code: unicodedata.normalize("NFKC", chr(code)) for code in _FULL_WIDTH}
    table |= {ord(row["radical"]): row["character"] for row in read_table("radicals")}
    return table


TABLE = _table()
"""For `str.translate`: one character for one character."""

# The point of a full-width number (１４．３); elsewhere ． is somebody's full stop.
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_DROPPED = re.compile(rf"[\s{_INVISIBLE}]+")
_TAG = re.compile(r"<br\s*/?>|</?(?:p|b|i|strong|em|span|font)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
"""A letter with combining marks, which NFC may make into one character."""


# Most text has nothing to be read; a pattern that begins with one set of characters is looked for at C speed.
_TO_READ = (
    "[\u2126-\u212b\u2e80-\u2fdf\u31d0-\u31d4\uf900-\ufaff"
    "\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f]"
)
_READ = re.compile(f"{_TO_READ}{_TO_READ}*")


def one_to_one(text: str) -> str:
    """Return `text` with every character read as what it stands for; the length is unchanged."""
    if text.isascii():
        return text
    out = _READ.sub(_read, text)
    return _POINT.sub(".", out) if "．" in out else out


def _read(found: re.Match[str]) -> str:
    return found.group().translate(TABLE)


def same_but_for_space(left: str, right: str) -> bool:
    """Say whether two pieces of source text are equal when repaired and without white space."""
    return left == right or _bare(left) == _bare(right)


def _bare(text: str) -> str:
    from html import unescape  # noqa: PLC0415 - only what came through the web has entities

    out = _TAG.sub("", text)
    if "&" in out:
        out = _ENTITY.sub(lambda found: unescape(found.group()), out)
    return one_to_one(unicodedata.normalize("NFC", _DROPPED.sub("", out)))

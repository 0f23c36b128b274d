"""Bytes of a web page to text: byte order mark, saved headers, what the page declares, and what its content proves."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kg.errors import InputError
from kg.read.decode import common_han

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A page saved with the answer's headers on top of it.
_HEADERS = re.compile(rb"HTTP/\d[.\d]* \d{3}[^\r\n]*\r?\n(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n)*\r?\n")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,20})", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,20})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,20})[\"']", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HEAD = 20_000
# What pages call gb2312 is written with GBK's characters, and GB18030 reads all of them.
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
         "euc-cn": "gb18030", "big5": "big5hkscs", "utf8": "utf-8", "big5-hkscs": "big5hkscs"}  # fmt: skip
_TRIED = ("utf-8", "gb18030", "big5hkscs")
_HAN = re.compile("[\u4e00-\u9fff]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f\u0600-\u1fff\uac00-\ud7af\U00010000-\U0010ffff]")
_SPOILT = 0.02
_RARE = 0.35
_ASCII_ONLY = re.compile(rb"[\x09\x0a\x0c\x0d\x20-\x7e]*")


class _Read(NamedTuple):
    """A page in one encoding: how much of it makes no sense there (0: nothing)."""

    wrong: float
    text: str


def web_text(data: bytes) -> str:
    """Return the text of a web page's bytes, without byte order mark and without saved HTTP headers.

    The declared encoding is right unless the content makes no sense in it and makes sense in another.

    Raises:
        InputError: the bytes are of no encoding that is read; the message has no file name.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    headers = _HEADERS.match(data)
    declared = []
    if headers:
        data = data[headers.end() :]
        if any(data.startswith(bom) for bom, _ in _BOMS):
            return web_text(data)
        declared += _CHARSET.findall(headers.group())[:1]
    if data[:2] in (b"<\x00", b"\x00<"):
        return data.decode("utf-16-le" if data[:1] == b"<" else "utf-16-be", "replace")
    if _ASCII_ONLY.fullmatch(data):
        return data.decode("ascii")
    declared += declared_charsets(data)
    return _best(data, [name for one in declared if (name := _codec(one))])


def declared_charsets(data: bytes) -> list[bytes]:
    """Return the charsets that a page declares in its head, those in comments left out."""
    head = _COMMENT.sub(b"", data[:_HEAD])
    return [found[1] for pattern in (_META, _XML) if (found := pattern.search(head))]


def _codec(name: bytes) -> str | None:
    plain = name.decode("ascii", "replace").lower()
    try:
        known: str = _SAME.get(plain) or codecs.lookup(plain).name
        b"".decode(known)
    except (LookupError, ValueError):
        return None
    return known


def _best(data: bytes, declared: list[str]) -> str:
    best: _Read | None = None
    for encoding in dict.fromkeys([*declared, *_TRIED]):
        one = _read(data, encoding)
        # The first that makes good sense is taken; a valid UTF-8 is no chance, whatever is declared.
        if encoding == "utf-8" and one.wrong == 0:
            return one.text
        if best is None or one.wrong < best.wrong:
            best = one
    if best is None or best.wrong > _SPOILT + _RARE:
        raise InputError("is in no encoding that is read (UTF-8, GB18030, Big5, UTF-16): save it as UTF-8")
    return best.text


def _read(data: bytes, encoding: str) -> _Read:
    text = data.decode(encoding, "replace")
    beyond = sum(1 for char in text if char > "\x7f") or 1
    strange = len(_STRANGE.findall(text)) / beyond
    if encoding == "utf-8":
        return _Read(0.0 if "\ufffd" not in text else strange, text)
    return _Read(strange + _rare(text), text)


def _rare(text: str) -> float:
    """Return the share of rare characters beyond what real text has: text in the wrong encoding is made of them."""
    han = _HAN.findall(text)
    if not han:
        return 1.0
    common = sum(map(common_han().__contains__, han)) / len(han)
    return max(0.0, 1 - _RARE - common)

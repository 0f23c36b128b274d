"""Bytes to text: UTF-8, else UTF-16, else GB18030, else an error that says so."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_EXPECTED = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u00b7\x00-\x7f]")
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"\xd0\xcf\x11\xe0": "an old Office file",
}  # fmt: skip
# A text in the wrong encoding decodes as GB18030 too, but to rare characters: half of a real one's are common.
_COMMON = 0.6
_FEW = 0.01


def decode(data: bytes) -> str:
    """Return the text of a file's bytes, without its byte order mark.

    Raises:
        InputError: the bytes are no text, or of an encoding that is not read; the message has no file name.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, f"begins as {encoding.upper()} but breaks off that encoding")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"is {kind}, not text: convert it to UTF-8 text first")
    if b"\x00" in data:
        return _utf16(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _gb18030(data, error)
    return _text_only(text)


def _strict(data: bytes, encoding: str, wrong: str) -> str:
    try:
        return _text_only(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise InputError(f"{wrong} at byte {error.start}: save it as UTF-8") from error


def _text_only(text: str) -> str:
    """Return `text` if it is text: control characters are rare at most, and no NUL is in it."""
    controls = len(_CONTROL.findall(text))
    if controls > len(text) * _FEW or "\x00" in text:
        raise InputError("is binary, not text: give a page as text or articles as JSON")
    return text


def _utf16(data: bytes) -> str:
    """Decode UTF-16 without a byte order mark: the byte order under which the text is Chinese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_chinese(text):
            return _text_only(text)
    raise InputError("is binary, not text: give a page as text or articles as JSON")


def _gb18030(data: bytes, why: UnicodeDecodeError) -> str:
    wrong = f"is not UTF-8 (byte {why.start}), nor GB18030 or UTF-16: save it as UTF-8"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise InputError(wrong) from error
    if not _is_chinese(text):
        raise InputError(wrong)
    return _text_only(text)


def _is_chinese(text: str) -> bool:
    """Say whether most characters are what Chinese text is made of, and most of its Han characters are common ones."""
    han = _HAN.findall(text)
    if not han or len(_EXPECTED.findall(text)) < len(text) * (1 - 5 * _FEW):
        return False
    # GB 2312 sorts its common characters first: lead bytes B0 to D7.
    common = sum(1 for char in han if (code := char.encode("gbk", "replace"))[0] in range(0xB0, 0xD8) and len(code) > 1)
    return common >= len(han) * _COMMON

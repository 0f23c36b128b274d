"""Bytes to text: by a byte order mark, else UTF-8, else whichever encoding of Chinese makes the best Chinese of them.

Several encodings may decode the same bytes. The text of the right one is made of common characters and Chinese
punctuation, that of a wrong one of rare characters: the share of what is common decides, and an encoding that comes
close is named as a doubt.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import cache

from kg.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_CODECS = {"big5": (("cp950", "BIG5"), ("big5hkscs", "BIG5-HKSCS"))}
"""Big5 as Taiwan writes it, then with the characters that Hong Kong added."""
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive", b"Rar!\x1a": "a RAR archive", b"7z\xbc\xaf\x27": "a 7z archive",
    b"BZh9": "a bzip2 archive", b"\xfd7zXZ": "an xz archive",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}  # fmt: skip

_MARKS = (*(bom for bom, _ in _BOMS), *_MAGIC)

REPLACEMENT = "\ufffd"
"""Stands for bytes that are no character of the encoding."""
BROKEN = "broken character"
"""The reason why such a character is not used."""
_SOUND = 100
"""Characters for each place where bytes are no character: such a text is read, one with more such places is not."""
_RUN = re.compile(f"{REPLACEMENT}+")
_CONTROLS = 0.01
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_SAMPLE = 64 * 1024
"""Bytes that are enough to tell encodings apart."""
_CHINESE = 0.7
"""The share of common characters that makes a text Chinese; the worst dozen characters of real text had 0.75."""
_NEAR = 0.15
"""An encoding whose share is less than this below the best one's is a doubt."""
_LONG = 200
_HAN = re.compile("[\u4e00-\u9fff]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_FREQUENT = re.compile("[的一是不在有人和中了大为為国國年上会會]")
_OFTEN = 0.005
"""Every eighth character of Chinese news is one of these; of a mere list of names, hardly one in a hundred."""
_BINARY = "is binary, not text: give a page as text or articles as JSON"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how sure its encoding is.

    `other` is an encoding that would make almost as good a text; `broken` counts what is no character of the encoding
    and stands in the text as U+FFFD, `first` is the first such byte's place.
    """

    text: str
    encoding: str = "UTF-8"
    proved: bool = True
    other: str | None = None
    broken: int = 0
    first: int = 0

    @property
    def choice(self) -> str | None:
        """Return the encoding that was chosen, with a doubt; None where nothing had to be chosen."""
        if self.proved:
            return None
        return self.encoding if self.other is None else f"{self.encoding} ({self.other} possible)"


def broken_ranges(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return where broken characters stand in a text, each run with its reason."""
    if REPLACEMENT not in text:
        return ()
    return tuple((BROKEN, *found.span()) for found in _RUN.finditer(text))


def decode(data: bytes) -> str:
    """Return the text of a file's bytes, as `decoded` reads them."""
    return decoded(data).text


def decoded(data: bytes) -> Decoded:
    """Return the text of a file's bytes without its byte order mark, and what was chosen to read it.

    Raises:
        InputError: the bytes are no text, or of an encoding that is not read; the message has no file name.
    """
    if data.startswith(_MARKS):
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                return _marked(data[len(bom) :], encoding)
        kind = next(kind for magic, kind in _MAGIC.items() if data.startswith(magic))
        raise InputError(f"is {kind}, not text: convert it to UTF-8 text first")
    if b"\x00" not in data:
        try:
            return Decoded(_text_only(data.decode("utf-8")))
        except UnicodeDecodeError as error:
            almost = _mended(data, "utf-8", error.start)
        if almost is not None:
            return almost
    return _likeliest(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_text_only(data.decode(encoding)), encoding.upper())
    except UnicodeDecodeError as error:
        found = _mended(data, encoding, error.start)
        if found is None:
            wrong = f"begins as {encoding.upper()} but breaks off that encoding at byte {error.start}"
            raise InputError(f"{wrong}: save it as UTF-8") from error
        return found


def _mended(data: bytes, encoding: str, first: int) -> Decoded | None:
    """Return a text in which few characters are broken, if they are few."""
    text = data.decode(encoding, "replace")
    if not _is_sound(text):
        return None
    return Decoded(_text_only(text), encoding.upper(), broken=text.count(REPLACEMENT), first=first)


def _is_sound(text: str) -> bool:
    """Say whether few places of a text are broken."""
    return REPLACEMENT not in text or len(_RUN.findall(text)) <= len(text) // _SOUND


def _text_only(text: str) -> str:
    """Return `text` if it is text: control characters are rare at most, and no NUL is in it."""
    controls = len(_CONTROL.findall(text))
    if controls > len(text) * _CONTROLS or "\x00" in text:
        raise InputError(_BINARY)
    return text


def _likeliest(data: bytes) -> Decoded:
    """Return the text under the encoding that makes the best Chinese of the bytes."""
    shares = {name: _share(data[:_SAMPLE], name) for name in _CANDIDATES}
    ranked = sorted((name for name in _CANDIDATES if shares[name] >= _CHINESE), key=lambda name: -shares[name])
    for place, name in enumerate(ranked):
        found = _whole(data, name)
        if found is not None:
            others = (one for one in ranked[place + 1 :] if shares[one] > shares[name] - _NEAR)
            other = next((one.upper() for one in others if _whole(data, one)), None)
            _text_only(found.text)
            return replace(found, proved=False, other=other)
    if b"\x00" in data:
        raise InputError(_BINARY)
    raise InputError("is neither UTF-8 nor GB18030, Big5 or UTF-16: save it as UTF-8")


def _whole(data: bytes, name: str) -> Decoded | None:
    """Return all the bytes decoded, if (almost) all are characters of the encoding."""
    first = 0
    for codec, label in _CODECS.get(name, ((name, name.upper()),)):
        try:
            return Decoded(data.decode(codec), label)
        except UnicodeDecodeError as error:
            first = error.start
    found = _mended(data, codec, first)
    return None if found is None else replace(found, encoding=label)


def _share(sample: bytes, name: str) -> float:
    """Return the share of a text's characters that are common in Chinese; 0, if it is none."""
    text = codecs.getincrementaldecoder("big5hkscs" if name == "big5" else name)("replace").decode(sample)
    if not text or not _is_sound(text):
        return 0.0
    han = len(_HAN.findall(text))
    if not han or (han > _LONG and len(_FREQUENT.findall(text)) < han * _OFTEN):
        return 0.0
    # Letters and digits of ASCII are the same in most encodings, and prove none.
    return len(_common().findall(text)) / len(_WIDE.findall(text))


@cache
def common_han() -> frozenset[str]:
    """Return the characters that text is made of: level 1 of GB 2312, and of Big5 for traditional text."""
    # Both sort their common characters first.
    simplified = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = (
        bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    chars = {data.decode("gb2312", "ignore") for data in simplified}
    chars |= {data.decode("big5", "ignore") for data in traditional}
    return frozenset(filter(_HAN.fullmatch, chars))


@cache
def _common() -> re.Pattern[str]:
    """Return what Chinese text is made of: its common characters and its signs."""
    return re.compile(f"[{''.join(sorted(common_han()))}\u3000-\u301f\uff00-\uff5e\u2010-\u2027\u00b7]")

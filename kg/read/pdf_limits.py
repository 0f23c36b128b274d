"""What a PDF may hold before it is opened: no stream that unpacks to more than a page of a newspaper can need."""

from __future__ import annotations

import re
import zlib

from kg.errors import InputError

MOST_BYTES = 64 << 20
"""Bytes that one stream may unpack to; pictures apart, which are not unpacked."""
_BEST_RATIO = 1032
"""How many bytes one byte of deflated data gives at most."""
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1000
_STEP = 1 << 20


def check_streams(data: bytes) -> None:
    """Look at every stream of a PDF that may unpack to too much.

    Raises:
        InputError: one does: a bomb, not a newspaper.
    """
    for found in _STREAM.finditer(data):
        start = found.end()
        about = data[max(0, start - _DICTIONARY) : found.start()].rpartition(b"obj")[2]
        layers = about.count(b"/FlateDecode") + about.count(b"/Fl ") + about.count(b"/Fl]")
        if not layers or (layers == 1 and b"/Image" in about):
            continue
        end = data.find(b"endstream", start)
        size = (end if end > 0 else len(data)) - start
        if size * _BEST_RATIO**layers > MOST_BYTES and _unpacks_to_more(memoryview(data)[start : start + size], layers):
            raise InputError(f"holds a stream that unpacks to more than {MOST_BYTES >> 20} MB: it is not opened")


def _unpacks_to_more(packed: memoryview, layers: int) -> bool:
    """Say whether a stream of so many layers of deflating gives more than is allowed, without keeping it."""
    chain = [zlib.decompressobj() for _ in range(layers)]
    total = 0
    try:
        for at in range(0, len(packed), _STEP):
            total += _through(chain, bytes(packed[at : at + _STEP]), MOST_BYTES - total)
            if total > MOST_BYTES:
                return True
    except zlib.error:
        return False
    return False


def _through(chain: list[zlib._Decompress], given: bytes, room: int) -> int:
    """Return how many bytes come out at the end of a chain, at most one step more than there is room for."""
    first, *rest = chain
    out = 0
    while given:
        made = first.decompress(given, _STEP)
        given = first.unconsumed_tail
        out += _through(rest, made, room - out) if rest and made else 0 if rest else len(made)
        if out > room:
            break
    return out

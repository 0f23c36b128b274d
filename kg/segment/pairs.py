"""Pairs of neighbouring characters as numbers: what lines and bodies say is compared by the pairs that both have.

A pair is the code of its first character and, 32 bits further up, that of its second: reading the text's UTF-32 by
eight bytes gives all of them at once, which makes no string for each.
"""

from __future__ import annotations

from itertools import compress
from typing import TypeAlias

Pair: TypeAlias = int
Pairs: TypeAlias = "frozenset[Pair]"

_FEWEST = 2
_IS_HAN = bytes(0x4E <= second <= 0x9F for second in range(256))  # noqa: PLR2004 - the block from 4E00 to 9FFF
_IS_BASIC = bytes(third == 0 for third in range(256))


def pairs(text: str) -> list[Pair]:
    """Return the pairs of neighbouring characters, whatever they are, in order."""
    return _pairs(_code(text))


def han_pairs(text: str) -> list[Pair]:
    """Return the pairs of neighbouring Han characters, in order."""
    code = _code(text)
    return list(compress(_pairs(code), _both_han(code)))


def pair(written: str) -> Pair:
    """Return two characters as a pair."""
    return ord(written[0]) | ord(written[1]) << 32


def _code(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogatepass")


def _pairs(code: bytes) -> list[Pair]:
    size = len(code) // 4
    if size < _FEWEST:
        return []
    found = [0] * (size - 1)
    view = memoryview(code)
    found[::2] = view[: size // 2 * 8].cast("Q").tolist()
    found[1::2] = view[4 : 4 + (size - 1) // 2 * 8].cast("Q").tolist()
    return found


def _both_han(code: bytes) -> bytes:
    """Return for each pair of a text's code whether both are Han characters of the basic block, as 1 or 0."""
    size = len(code) // 4
    second, third = code[1::4].translate(_IS_HAN), code[2::4].translate(_IS_BASIC)
    han = int.from_bytes(second, "little") & int.from_bytes(third, "little")
    return (han & han >> 8).to_bytes(size, "little")

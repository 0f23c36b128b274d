"""Names of files: their order, what patterns match, and what the names in an archive stand for."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DIGITS = re.compile(r"(\d+)", re.ASCII)
_LONG = 20
_MAGIC = re.compile(r"[*?[]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def in_order(names: Iterable[str]) -> list[str]:
    """Return names in order, numbers by their size: page 2 before page 10."""
    return sorted(names, key=_order)


def _order(name: str) -> tuple[list[tuple[int, str]], str]:
    # Parts alternate between text and digits, so that like is compared with like.
    return [
        (int(part) if at % 2 and len(part) < _LONG else 0, part) for at, part in enumerate(_DIGITS.split(name))
    ], name


def has_pattern(name: str) -> bool:
    """Say whether a name holds a character that stands for others: `*`, `?` or `[`."""
    return bool(_MAGIC.search(name))


def split_pattern(pattern: str) -> tuple[str, str]:
    """Return the folder that a pattern begins with, and the pattern of what is in it."""
    parts = pattern.split("/")
    first = next(at for at, part in enumerate(parts) if has_pattern(part))
    folder = "/".join(parts[:first])
    return folder or ("/" if pattern.startswith("/") else "."), "/".join(parts[first:])


def matches(pattern: Sequence[str], names: Sequence[str]) -> bool:
    """Say whether a path, given by its names, is what a pattern means, or lies in a folder that it means.

    `*`, `?` and `[...]` stand for characters of one name, `**` for any number of folders.
    """
    if not pattern:
        return True
    if not names:
        return False
    if pattern[0] == "**":
        return matches(pattern[1:], names) or matches(pattern, names[1:])
    return fnmatchcase(names[0], pattern[0]) and matches(pattern[1:], names[1:])


def member_name(name: str) -> str:
    """Return the name of a file in an archive as one to tell: it leads nowhere, and holds no control character."""
    parts = _CONTROL.sub("\ufffd", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})


def zipped_name(name: str, *, marked: bool) -> str:
    """Return a name of a zip's listing as characters; one that is not `marked` as UTF-8 was written in any encoding."""
    if marked:
        return name
    try:
        data = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name

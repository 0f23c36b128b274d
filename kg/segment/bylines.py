"""Bylines where they stand: behind 本报讯, after □, in brackets at the end, under a picture."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.credits import HAN, parse_credits, role_pattern

if TYPE_CHECKING:
    from kg.page import Byline

BOXES = "□■◎●▲△☉○◇◆※★☆"


class FoundByline(NamedTuple):
    """`[start, end)` credits `bylines` and is no part of what the article says."""

    start: int
    end: int
    bylines: tuple[Byline, ...]
    kind: str
    """head: opens the body; box: a line of its own before the body; tail: in brackets; photo: under a picture."""


# 本报讯, 本网讯, 吕梁日报讯, 本报北京4月8日讯: the words that open a news body.
HEAD = rf"(?:本\s*[报网刊台]|[{HAN}]{{2,6}}(?:日报|晚报|晨报|时报|新报|新闻网))[{HAN}0-9０-９\s]{{0,14}}?讯"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    role = role_pattern()
    credit = rf"[^（）()。，；\n]*?(?:{role}|摄|文/图|图/文)[^（）()。；]{{0,80}}?"
    return {
        "head": re.compile(
            rf"^[^\S\n]*(?:{HEAD}|[{HAN}]{{2,10}}讯)\s*[（(]\s*(?P<who>{credit})[）)][:：]?", re.MULTILINE
        ),
        "comment": re.compile(
            rf"^[^\S\n]*[{BOXES}]?[^\S\n]*本[报刊][^\S\n]*(?:特约)?评论员(?:文章)?[^\n。，；]{{0,12}}$(?P<who>)",
            re.MULTILINE,
        ),
        "told": re.compile(
            rf"^[^\S\n]*{HEAD}\s*(?P<who>(?:{role})[^。，；（）()\n]{{1,30}}?报道)\s*[:：]", re.MULTILINE
        ),
        "bare": re.compile(rf"^[^\S\n]*(?:{HEAD})[:：]?(?=[\s{HAN}0-9０-９“《])(?P<who>)", re.MULTILINE),
        "wire": re.compile(rf"(?<=[讯电])\s*[（(]\s*(?P<who>{credit})[）)]"),
        "tail": re.compile(rf"[（(]\s*(?P<who>{credit})[）)]"),
        "box": re.compile(rf"^[^\S\n]*[{BOXES}][^\S\n]*(?P<who>[^\n。，；]{{2,60}}?)[^\S\n]*$", re.MULTILINE),
        "line": re.compile(rf"^[^\S\n]*(?P<who>(?:{role})[^\n。，；（）]{{2,60}}?)[^\S\n]*$", re.MULTILINE),
        "photo": re.compile(
            rf"(?:^|(?<=[。！？”\s）]))(?P<who>(?:(?:{role})[^\S\n]*)?[{HAN}·]{{1,8}}(?:[^\S\n]+[{HAN}·]{{1,8}}){{0,5}}"
            rf"(?:[^\S\n]+|(?<=[{HAN}]))(?:摄影报道|摄影|摄|文/图|图/文))[^\S\n]*$",
            re.MULTILINE,
        ),
    }


_KINDS = {
    "head": "head", "told": "head", "wire": "head", "bare": "head",
    "comment": "box", "box": "box", "line": "box", "tail": "tail", "photo": "photo",
}  # fmt: skip
# What a kind of byline cannot be without: looked for first, since most texts have few kinds.
_NEEDS = {
    "head": re.compile("讯"), "told": re.compile(r"讯[^\n]{1,40}报\s*道"), "bare": re.compile("讯"),
    "wire": re.compile(r"[讯电]\s*[（(]"), "comment": re.compile("评论员"), "box": re.compile(f"[{BOXES}]"),
    "photo": re.compile("[摄图]"),
}  # fmt: skip
_HINT = re.compile(r"记\s*者|通讯员|摄|文/图|图/文|编辑|责编|讯|评论员")


def find_bylines(raw: str, start: int = 0, end: int | None = None) -> list[FoundByline]:
    """Return the bylines in `raw[start:end]`, in order and without overlap."""
    stop = len(raw) if end is None else end
    if not _HINT.search(raw, start, stop):
        return []
    # A line may end with a carriage return, alone or before a line feed; lengths stay.
    text = raw[start:stop]
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    found: list[FoundByline] = []
    for name, pattern in _patterns().items():
        if name in _NEEDS and not _NEEDS[name].search(text):
            continue
        for match in pattern.finditer(text):
            begin = start + match.end() - len(match.group().lstrip())
            close = start + match.end()
            at = bisect_left(found, (begin,))
            if (at and found[at - 1].end > begin) or (at < len(found) and found[at].start < close):
                continue
            bylines = parse_credits(match.group("who")) if match.group("who") else ()
            if bylines is not None:
                found.insert(at, FoundByline(begin, close, bylines, _KINDS[name]))
    return found

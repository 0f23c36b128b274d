"""Page furniture: masthead, imprint, folio and jump lines, captions. It is no article's text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.credits import HAN
from kg.segment.jump_lines import find_jumps
from kg.segment.places import iter_matches
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.segment.bylines import FoundByline

# A caption opens a line or follows the end of a sentence; it ends with its own sentence, before a credit, or with its
# line. The next article's opening is never part of it.
_CAPTION_START = (
    r"(?:(?<=[。！？”）)】\]\s])|^)(?:[▲▼△↑↓←→]\s*[^\n。]|[（(]?[上下左右本小大]?图\s?(?:片?[为：:]|[①-⑩]))"
)
_CAPTION = re.compile(
    _CAPTION_START
    + r"(?:(?:(?!本报|[（(]记者|□)[^。！？]){2,90}?(?:[。！？][）)]?|(?=\s+(?:本报)?(?:记者|通讯员|摄影)))"
    + r"|[^。！？\n]{2,60}$)",
    re.MULTILINE,
)
_CAPTION_MARK = re.compile("[图▲▼△↑↓←→]")
_LONGEST_LINE = 90
# What may stand between the parts of a masthead; and characters of which every line of furniture has one.
_BETWEEN = r"[|｜丨/／·•,、:：;；—－\-（）()【】\[\]]"
_PAPER = re.compile(rf"[{HAN}]{{1,8}}报")
_HINT = re.compile("[版期号日编责校总社报刊星农零邮电网址价址导看提广告图www今月腊寒]")
_NEAR = 3


class Cutout(NamedTuple):
    """`[start, end)` stands among an article's lines and is none of its text."""

    start: int
    end: int
    reason: str
    side: str = ""
    """Of a jump: whether the article goes on elsewhere ("on") or began there ("back")."""


def find_cutouts(raw: str, bylines: Sequence[FoundByline], page: str | None = None) -> list[Cutout]:
    """Return jumps, captions and picture credits that stand within a page's text, in order, without overlap.

    `page` is what the paper calls the page, if that is known.
    """
    photos = [one for one in bylines if one.kind == "photo"]
    if "\r" in raw:
        raw = raw.replace("\r\n", " \n").replace("\r", "\n")
    found = [Cutout(jump.start, jump.end, "jump", jump.side) for jump in find_jumps(raw, page)]
    for match in iter_matches(_CAPTION, raw, _caption_places(raw)):
        credit = next((one for one in photos if 0 <= one.start - match.end() <= _NEAR), None)
        found.append(Cutout(match.start(), credit.end if credit else match.end(), "caption"))
    found += [Cutout(one.start, one.end, "photo credit") for one in photos]
    return _apart(sorted(found, key=lambda one: (one.start, -one.end)))


def _caption_places(raw: str) -> Iterator[int]:
    """Yield where a caption may begin: with an arrow, or at most two characters before 图 (（上图：)."""
    for mark in _CAPTION_MARK.finditer(raw):
        at = mark.start()
        yield from range(max(0, at - 2), at + 1) if raw[at] == "图" else (at,)


def _apart(cutouts: list[Cutout]) -> list[Cutout]:
    out: list[Cutout] = []
    for one in cutouts:
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["kind"], re.compile(row["pattern"])) for row in read_table("furniture")]


@cache
def _any_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _patterns()))


@cache
def _parts() -> list[tuple[str, bool, re.Pattern[str]]]:
    return [
        (row["kind"], row["stands"] == "alone", re.compile(row["pattern"].replace("{HAN}", HAN)))
        for row in read_table("furniture_parts")
    ]


@cache
def _made_of_parts() -> re.Pattern[str]:
    part = "|".join(pattern.pattern for _, _, pattern in _parts())
    return re.compile(rf"{_BETWEEN}*(?:(?:{part}){_BETWEEN}*){{1,14}}")


def furniture_kind(text: str) -> str | None:
    """Return which furniture a line without spaces is, or None."""
    if len(text) > _LONGEST_LINE or not _HINT.search(text):
        return None
    if _any_pattern().fullmatch(text):
        return next((kind for kind, pattern in _patterns() if pattern.fullmatch(text)), None)
    return _kind_of_parts(text) if _made_of_parts().fullmatch(text) else None


def is_paper(text: str) -> bool:
    """Say whether a text may be a paper's name."""
    return _PAPER.fullmatch(text) is not None


def _kind_of_parts(text: str) -> str | None:
    """Return what a line made of parts is: the kind of the first that may stand alone; None, if it may not."""
    found: list[tuple[int, str]] = []
    count = 0
    for kind, alone, pattern in _parts():
        match = pattern.search(text)
        if match is not None:
            count += 1
            if alone:
                found.append((match.start(), kind))
    return min(found)[1] if found else None

"""A page as lines: how wide each is, how it ends, what opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.repair import Piece, one_to_one, without
from kg.segment.bylines import HEAD, FoundByline, find_bylines
from kg.segment.doubled import first_copies
from kg.segment.furniture import Cutout, find_cutouts, furniture_kind, is_paper
from kg.segment.jump_lines import own_label
from kg.segment.tables import find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Page

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_STOPS = frozenset("。！？!?…")
_CLOSING = "”’」』）)"
_DATELINE = re.compile(
    rf"(?:{HEAD}|(?:据|又据|另据)?(?:新华社|中新社|中新网|人民网|新华网)[^，。（(]{{0,14}}?(?:电|讯))(?=[（(\s\u4e00-\u9fff\d“《]|$)"
)


class Line(NamedTuple):
    """One line that is not blank: `raw[start:end]` without the white space around it."""

    start: int
    end: int
    text: str
    """Repaired, without white space, doubled runs once."""
    width: float
    """In full-width characters."""
    indent: int
    """How much white space stands before it."""
    blank_before: bool
    stops: bool
    """A sentence ends with the line."""
    opens: bool
    """It opens a news body: 本报讯, 新华社…电, or where one goes on that began on another page: 上接1版."""
    byline: FoundByline | None
    """A byline that is the whole line (□ 本报记者 …) or ends the article here (in brackets at its end)."""
    boxed: bool
    """It is a byline and nothing else."""
    closes: bool
    """An article ends with it, as far as this page goes: a byline in brackets at its end, 下转3版."""
    doubled: bool
    parted: bool
    """A single space parts it, as it parts a headline."""
    furniture: str | None
    """What it is if it is no article's text: masthead, imprint, jump, folio."""
    plain: bool
    """Nothing stands between its characters and nothing in it is left out: no space, byline, caption or jump."""
    continues: bool = False
    """An article goes on with it that began on another page: 上接1版 stands at its start."""
    tabular: bool = False
    """It is a row of a table of figures."""


MASTHEAD = "masthead"
_TOP = 3
_SPACED = re.compile(r"\S[^\S\n]+\S[^\S\n]+\S(?:[^\S\n]|$)")
_PART = re.compile(r"(?<=[\u4e00-\u9fff”！？%）])[ \u3000]{1,4}(?=[\u4e00-\u9fff“《])")


class Lines(NamedTuple):
    """A page's lines that are not blank, and what was found on it beside them."""

    lines: list[Line]
    bylines: list[FoundByline]
    cutouts: list[Cutout]


def page_lines(page: Page) -> Lines:
    """Return the lines of a page that are not blank, its bylines, and what is cut out of its text.

    Whole lines that reading saw to be a masthead's are furniture, whatever they look like.
    """
    raw = page.raw
    bylines = find_bylines(raw)
    cutouts = find_cutouts(raw, bylines, own_label(page))
    lines = list(_iter_lines(raw, bylines, cutouts))
    if sum(not line.plain for line in lines) > 1:
        for at in find_rows(_written(raw, lines, cutouts)):
            lines[at] = lines[at]._replace(tabular=True, stops=True)
    for at, line in enumerate(lines[1:]):
        if line.closes and not line.text:
            # What breaks off before 下转3版 is text, however short.
            lines[at] = lines[at]._replace(stops=True)
    for at, line in enumerate(lines[:_TOP]):
        # The paper's name on top has a masthead below it.
        if at + 1 < len(lines) and lines[at + 1].furniture == MASTHEAD and is_paper(line.text):
            lines[at] = line._replace(furniture=MASTHEAD)
    mastheads = {(start, end) for reason, start, end in page.rejected if reason == MASTHEAD}
    if mastheads:
        lines = [
            line._replace(furniture=line.furniture or MASTHEAD) if (line.start, line.end) in mastheads else line
            for line in lines
        ]
    return Lines(lines, bylines, cutouts)


def _written(raw: str, lines: list[Line], cutouts: list[Cutout]) -> list[str]:
    """Return what may be rows with their spaces, without the jumps and captions glued to them."""
    left = Near([one[:2] for one in cutouts])
    out: list[str] = []
    for line in lines:
        cuts = _as_pieces([cutouts[at] for at in left.within(line.start, line.end)])
        kept = "".join([raw[one.start : one.end] for one in without(line.start, line.end, cuts)]) if cuts else None
        out.append(kept if kept is not None else "" if line.plain else raw[line.start : line.end])
    return out


def _iter_lines(raw: str, bylines: list[FoundByline], cutouts: list[Cutout]) -> Iterator[Line]:
    credits_left, cuts_left = Near([(one.start, one.end) for one in bylines]), Near([one[:2] for one in cutouts])
    clean = one_to_one(raw)
    blank = True
    for match in _LINE.finditer(raw):
        written = match.group()
        stripped = written.strip()
        if not stripped:
            blank = True
            continue
        begin, stop = match.span()
        indent = len(written) - len(written.lstrip())
        start = begin + indent
        end = start + len(stripped)
        near = [bylines[at] for at in found] if (found := credits_left.within(start, end)) else []
        cuts = [cutouts[at] for at in found] if (found := cuts_left.within(start, end)) else []
        yield _line(clean, (start, end, indent), near, cuts, blank=blank)
        # A gap of more than one line break is a blank line.
        after = raw[stop : stop + 4]
        blank = after.count("\n") > 1 or after.count("\r") > 1


class Near:
    """Ranges in order, asked for those within one growing window after another."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        """Start at the first range."""
        self._ranges = ranges
        self._at = 0

    def within(self, start: int, end: int) -> list[int]:
        """Return the numbers of the ranges that overlap `[start, end)`; `start` never falls."""
        ranges, size = self._ranges, len(self._ranges)
        while self._at < size and ranges[self._at][1] <= start:
            self._at += 1
        last = self._at
        while last < size and ranges[last][0] < end:
            last += 1
        return list(range(self._at, last))


def _line(clean: str, place: tuple[int, int, int], near: list[FoundByline], cuts: list[Cutout], *, blank: bool) -> Line:
    start, end, indent = place
    written = clean[start:end]
    kept = "".join([clean[one.start : one.end] for one in without(start, end, _as_pieces(cuts))]) if cuts else written
    text = "".join(kept.split())
    copies = first_copies(text) if len(set(text)) <= len(text) // 2 + 2 else None
    once = text if copies is None else "".join(text[a:b] for a, b in copies)
    spaced = len(written) != len(text)
    continues = bool(cuts and cuts[0].side == "back" and cuts[0].start == start)
    byline = next((one for one in reversed(near) if one.kind in _WHOLE), None) if near else None
    return Line(
        start=start,
        end=end,
        text=once,
        width=_width(once),
        indent=indent,
        blank_before=blank,
        stops=not once or len(cuts) > continues or once.rstrip(_CLOSING)[-1:] in _STOPS,
        opens=_opens(once)
        or bool(near and any(one.kind == "head" and one.start == start for one in near))
        or continues,
        byline=byline,
        boxed=byline is not None and byline.kind == "box",
        closes=(byline is not None and byline.kind == "tail" and start < byline.end <= end <= byline.end + 1)
        or bool(cuts and cuts[-1].side == "on" and cuts[-1].end >= end),
        doubled=copies is not None,
        parted=spaced and _PART.search(written) is not None and _SPACED.search(written) is None,
        furniture=furniture_kind(once) if once else cuts[0].reason,
        plain=not (spaced or near or copies),
        continues=continues,
    )


_WHOLE = frozenset({"box", "tail"})


def _opens(text: str) -> bool:
    return ("讯" in text or "电" in text) and _DATELINE.match(text) is not None


def _as_pieces(cuts: list[Cutout]) -> list[Piece]:
    return [Piece(cut.start, cut.end) for cut in cuts]


def _width(text: str) -> float:
    """Return the width in full-width characters; ASCII counts half. UTF-8 has three bytes for a Han character."""
    return len(text) - (3 * len(text) - len(text.encode("utf-8", "replace"))) / 4

"""What a page says of itself and nobody said of it: paper, day of issue, seat, running number, number of the page.

Lines of a masthead, a folio or an imprint that stand together make one statement. A day counts only where such a
statement holds more than the day (a weekday, a page's number, the paper …), since notices end with a day too; a weekday
that contradicts it makes it void. A month and a day without a year stay unknown. A file's name proves nothing; the
folders of an e-paper's address do.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.language.imprints import Imprint, parse_imprint
from kg.language.page_labels import plain_label
from kg.page import Metadata
from kg.read.inference_dates import find_dateline, find_in_address, parse_day, parse_number, weekday_of
from kg.read.inference_places import find_place, find_seat
from kg.repair import one_to_one, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kg.page import Page

_FIELDS = ("source", "published", "place")
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
_GAP = 2
"""So many lines further on, a line still belongs to the same masthead: one with the paper's name in Latin letters."""
_FIRST_LINES = 3
_DATED = frozenset({"weekday", "lunar", "issue", "label", "paper", "number", "organ", "pages", "editor"})
_NAMED = (_DATED - {"paper", "editor"}) | {"date", "year_month", "month_day"}
_MARKED = re.compile(r"[A-Z]\d|0\d")

CONTRADICTED = "day of the week contradicts the date"
SEVERAL_DAYS = "several days of issue"
SEVERAL_PAPERS = "several papers"


class _Line(NamedTuple):
    number: int
    """Its place among the lines that are not blank."""
    start: int
    end: int
    said: Imprint


class _Said(NamedTuple):
    """What one masthead, folio or imprint says; the range is that of its lines."""

    start: int
    end: int
    papers: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    month: str | None = None
    contradicted: bool = False
    sure: bool = False
    """It registers the paper or numbers the issue: it is a masthead, and no advertisement of another paper."""
    seat: str | None = None
    region: str | None = None
    issue: str | None = None
    label: str | None = None


def infer_all(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield each page with what it says of itself, and what the pages before it in its volume said of the paper."""
    before: Page | None = None
    for page in pages:
        known = infer(page)
        if before is not None and page.volume is not None and page.volume == before.volume:
            known = _inherited(known, before)
        before = known
        yield known


def infer(page: Page) -> Page:
    """Return the page with the metadata that nobody gave and it proves; `inferred` says which these are."""
    if page.kind == "object":
        return page
    said = _sayings(readable(page.raw))
    rejected = [(CONTRADICTED, one.start, one.end) for one in said if one.contradicted]
    source = page.meta.source or _agreed([(one, one.papers) for one in said], SEVERAL_PAPERS, rejected)
    published = page.meta.published or _published(page, said, rejected)
    place = page.meta.place or _place(source, published, said)
    return _with(page, Metadata(source, published, place, *_printed(page, said)), rejected)


def _with(page: Page, meta: Metadata, rejected: Sequence[tuple[str, int, int]]) -> Page:
    if meta == page.meta and not rejected:
        return page
    found = {name for name in _FIELDS if getattr(meta, name) is not None and getattr(page.meta, name) is None}
    inferred = tuple(name for name in _FIELDS if name in found or name in page.inferred)
    return replace(page, meta=meta, inferred=inferred, rejected=(*page.rejected, *rejected))


def _inherited(page: Page, before: Page) -> Page:
    """Return a page of the same volume with the paper and the day of the page before it, where it says no other."""
    own, other = page.meta, before.meta
    if own.source not in (None, other.source) or own.published not in (None, other.published):
        return page
    issue = own.issue or other.issue
    meta = Metadata(other.source, other.published, own.place or other.place, issue, own.page_label)
    return _with(page, meta, ())


def _published(page: Page, said: Sequence[_Said], rejected: list[tuple[str, int, int]]) -> str | None:
    """Return the day of issue: what mastheads and imprints agree on, else an e-paper's address, else the datelines."""
    doubts = len(rejected)
    printed = _agreed([(one, frozenset(map(str, one.days))) for one in said], SEVERAL_DAYS, rejected)
    address = find_in_address(page.file)
    if len(rejected) > doubts:
        return None
    if printed is not None and address is not None and printed != str(address):
        rejected += [(SEVERAL_DAYS, one.start, one.end) for one in said if one.days]
        return None
    if printed is not None or address is not None:
        return printed or str(address)
    months = {one.month for one in said if one.month is not None and one.sure}
    if len(months) == 1:
        return months.pop()
    day = find_dateline(one_to_one(readable(page.raw))) if not said else None
    return str(day) if day else None


def _agreed(
    told: Sequence[tuple[_Said, frozenset[str]]], doubt: str, rejected: list[tuple[str, int, int]]
) -> str | None:
    """Return what all agree on, or all that are mastheads for sure; where they do not, note the doubt."""
    for some in (told, [one for one in told if one[0].sure]):
        values = {value for _, several in some for value in several}
        if len(values) == 1:
            return values.pop()
        if not values:
            break
    rejected += [(doubt, one.start, one.end) for one, values in told if values]
    return None


def _place(source: str | None, published: str | None, said: Sequence[_Said]) -> str | None:
    region = next((one.region for one in said if one.region is not None), None)
    year = int(published[:4]) if published else None
    seats = {find_place(one.seat, region, year) for one in said if one.seat is not None}
    if len(seats) == 1:
        return seats.pop()
    return find_seat(source, region, year) if source and not seats else None


def _printed(page: Page, said: Sequence[_Said]) -> tuple[str | None, str | None]:
    """Return the running number and the page's own number: the ones that most say."""
    issues = Counter(one.issue for one in said if one.issue is not None)
    labels = Counter(one.label for one in said if one.label is not None)
    issue = page.meta.issue or (issues.most_common(1)[0][0] if len(issues) == 1 else None)
    label = page.meta.page_label or (labels.most_common(1)[0][0] if len(labels) == 1 else None)
    return issue, label


def _sayings(raw: str) -> list[_Said]:
    said = [_said(group) for group in _groups(raw)]
    return [one for one in said if one != _Said(one.start, one.end)]


def _groups(raw: str) -> Iterator[list[_Line]]:
    """Yield the lines of each masthead, folio or imprint: those that stand together."""
    group: list[_Line] = []
    for line in _imprints(raw):
        if group and line.number - group[-1].number > _GAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _imprints(raw: str) -> Iterator[_Line]:
    number = 0
    for match in _LINE.finditer(one_to_one(raw)):
        text = "".join(match.group().split())
        if not text:
            continue
        said = parse_imprint(text)
        if said is not None:
            yield _Line(number, match.start(), match.end(), said)
        number += 1


def _said(group: Sequence[_Line]) -> _Said:
    kinds = frozenset(kind for line in group for kind in line.said.kinds)
    values: dict[str, str] = {}
    for line in group:
        for name, value in line.said.values.items():
            values.setdefault(name, value)
    days = _days(group, values) if kinds & _DATED else frozenset()
    weekdays = {weekday_of(line.said.values["weekday"]) for line in group if "weekday" in line.said.values}
    contradicted = bool(weekdays) and any({day.weekday()} != weekdays for day in days)
    named = bool(kinds & _NAMED) or group[0].number < _FIRST_LINES
    month = parse_number(values.get("month", "?"))
    return _Said(
        start=group[0].start,
        end=group[-1].end,
        papers=frozenset(_papers(group)) if named else frozenset(),
        days=frozenset() if contradicted else days,
        month=_month(values, month) if not days and "year_month" in kinds else None,
        contradicted=contradicted,
        sure=bool(kinds & {"number", "issue", "organ"}),
        seat=values.get("seat"),
        region=values.get("region"),
        issue=_issue(values),
        label=_label(group, dated=bool(days) and not contradicted),
    )


def _days(group: Sequence[_Line], values: dict[str, str]) -> frozenset[date]:
    """Return the days that a masthead names, each in one line or its parts in several."""
    whole = {parse_day(line.said.values) for line in group if "date" in line.said.kinds} - {None}
    if not whole and "weekday" in values:
        # Large type sets the day apart from year and month: only with the weekday is it certain to be one.
        apart = {parse_day({**values, **({"day": values["figure"]} if "figure" in values else {})})} - {None}
        whole = apart
    return frozenset(day for day in whole if day is not None)


def _month(values: dict[str, str], month: int | None) -> str | None:
    year = parse_number(values.get("year", "?"))
    return f"{year:04}-{month:02}" if year and month and 1 <= month <= 12 else None  # noqa: PLR2004


def _papers(group: Sequence[_Line]) -> set[str]:
    return {line.said.values["paper"] for line in group if "paper" in line.said.values}


def _issue(values: dict[str, str]) -> str | None:
    found = values.get("total") or values.get("issue")
    return (found.lstrip("0") or None) if found and found.isascii() else None


def _label(group: Sequence[_Line], *, dated: bool) -> str | None:
    """Return the page's number: beside a day or a page's name any, alone only one written as a page's (第3版, A03)."""
    labels: set[str] = set()
    for line in group:
        values = line.said.values
        label = values.get("label") or (values.get("figure") if line.said.kinds & {"name", "date", "weekday"} else None)
        if label is not None and (dated or line.said.kinds - {"label", "latin"} or _is_marked(label)):
            labels.add(plain_label(label))
    return labels.pop() if len(labels) == 1 else None


def _is_marked(label: str) -> bool:
    return _MARKED.match(label) is not None or not label.isascii()

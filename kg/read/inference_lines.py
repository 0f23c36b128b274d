"""The lines in which a page says what it is of, put together: one saying for each masthead, folio or imprint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.language.imprints import ENDS, Imprint, parse_imprint
from kg.language.page_labels import plain_label
from kg.page import Span
from kg.read.inference_dates import parse_day, parse_number, weekday_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
_GAP = 2
"""So many lines further on, a line still belongs to the same masthead: one may stand between that is none of it."""
_FIRST_LINES = 3
_DATED = frozenset({"weekday", "lunar", "issue", "label", "paper", "number", "organ", "pages", "editor"})
"""What stands beside a day of issue in its line."""
_DATED_BY_OTHERS = _DATED - {"label", "editor"}
"""What makes a day of issue of a day alone in its line: the day below a notice may have a page's number after it."""
_NAMED = (_DATED - {"paper", "editor"}) | {"date", "year_month", "month_day"}
_NOTHING = frozenset({"latin", "figure", "year", "name"})
"""What says nothing by itself."""
_MARKED = re.compile(r"[A-Z]\d|0\d")


class Line(NamedTuple):
    """A line of a masthead, folio or imprint: where it stands, without white space around it, and what it says."""

    number: int
    """Its place among the lines that are not blank."""
    start: int
    end: int
    said: Imprint


class Said(NamedTuple):
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
    lines: tuple[Span, ...] = ()
    """Its lines, if it is a masthead or folio beyond doubt: they are no article's text."""


def find_sayings(text: str) -> list[Said]:
    """Return what the mastheads, folios and imprints of a page's text say, in order."""
    return [_said(group) for group in _groups(text)]


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield the lines of each masthead, folio or imprint: those that stand together."""
    group: list[Line] = []
    for line in _imprints(text):
        if group and line.number - group[-1].number > _GAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _imprints(text: str) -> Iterator[Line]:
    number = 0
    for match in _LINE.finditer(text):
        if text[match.end() - 1] in ENDS:
            number += 1
            continue
        written = match.group().strip()
        if not written:
            continue
        said = parse_imprint(written)
        if said is not None:
            start = match.end() - len(match.group().lstrip())
            yield Line(number, start, start + len(written), said)
        number += 1


def _said(group: Sequence[Line]) -> Said:
    kinds = frozenset(kind for line in group for kind in line.said.kinds)
    values: dict[str, str] = {}
    for line in group:
        for name, value in line.said.values.items():
            values.setdefault(name, value)
    days = _days(group, kinds, values)
    weekdays = {weekday_of(line.said.values["weekday"]) for line in group if "weekday" in line.said.values}
    contradicted = bool(weekdays) and any({day.weekday()} != weekdays for day in days)
    named = bool(kinds & _NAMED) or group[0].number < _FIRST_LINES
    month = parse_number(values.get("month", "?"))
    return Said(
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
        lines=tuple(Span(line.start, line.end) for line in group) if _is_sure(group, kinds) else (),
    )


def _is_sure(group: Sequence[Line], kinds: frozenset[str]) -> bool:
    """Say whether lines are a masthead or a folio beyond doubt: two sorts of pieces, or the paper's name on top."""
    return len(kinds - _NOTHING) > 1 or ("paper" in kinds and group[0].number < _FIRST_LINES)


def _days(group: Sequence[Line], kinds: frozenset[str], values: dict[str, str]) -> frozenset[date]:
    """Return the days of issue that lines name: beside a weekday or a page's number, else in a masthead's parts."""
    dated = [line.said for line in group if "date" in line.said.kinds]
    beside = [said for said in dated if said.kinds & _DATED]
    if not beside and not kinds & _DATED_BY_OTHERS:
        return frozenset()
    days = {parse_day(said.values) for said in beside or dated}
    if not dated and "weekday" in values:
        # Large type sets the day apart from year and month: only with the weekday is it certain to be one.
        days = {parse_day({**values, **({"day": values["figure"]} if "figure" in values else {})})}
    return frozenset(day for day in days if day is not None)


def _month(values: dict[str, str], month: int | None) -> str | None:
    year = parse_number(values.get("year", "?"))
    return f"{year:04}-{month:02}" if year and month and 1 <= month <= 12 else None  # noqa: PLR2004


def _papers(group: Sequence[Line]) -> set[str]:
    return {line.said.values["paper"] for line in group if "paper" in line.said.values}


def _issue(values: dict[str, str]) -> str | None:
    found = values.get("total") or values.get("issue")
    return (found.lstrip("0") or None) if found and found.isascii() else None


def _label(group: Sequence[Line], *, dated: bool) -> str | None:
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

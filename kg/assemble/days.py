"""Dates of facts as rows hold them: first and last possible day, the text's own prefix, its precision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.dates import PartialDate, bounds
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.entity import Value
    from kg.vocabulary import Precision


def span(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """Return the first day that `start` admits and the last that `end` admits, as ISO days."""
    return (days(start)[0] if start else None), (days(end)[1] if end else None)


def days(text: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that an ISO prefix admits; nothing, if there is no such date."""
    if not text:
        return None, None
    try:
        first, last = bounds(text)
    except KgError:
        return None, None
    return first.isoformat(), last.isoformat()


def exact(text: str | None) -> str | None:
    """Return the day, if the text gives a day and no less."""
    first, last = days(text)
    return first if first == last else None


def dated(start: str | None, end: str | None = None) -> dict[str, Value]:
    """Return the properties that date a fact: an open end is bounded only by the precision of the start."""
    first, last = days(start)
    until = days(end)[1]
    return {
        "earliest": first or days(end)[0],
        "latest": until or last,
        "date_text": start,
        "end_text": end,
        "precision": _precision(start or end),
    }


def _precision(text: str | None) -> Precision | None:
    return PartialDate.parse(text).precision if text and days(text)[0] else None

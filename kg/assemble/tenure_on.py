"""Whether a person held an office on a day, and what the answer rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Answer(StrEnum):
    """What can be said."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What it rests on: a passage of that day, passages before and after it, or bounds that follow from passages."""

    ATTESTED = "attested"
    BETWEEN = "between"
    BOUNDED = "bounded"


def status_on(tenure: Mapping[str, object], day: str) -> tuple[Answer, Basis | None]:
    """Return yes, no or unknown for an ISO day, from the properties of a Tenure node, with the basis of the answer."""
    begun, ended = _day(tenure, "latest_begin"), _day(tenure, "earliest_end")
    if begun and ended and begun <= day <= ended:
        return Answer.YES, _basis(tenure, day)
    not_before, not_after = _day(tenure, "earliest_begin"), _day(tenure, "latest_end")
    if (not_before and day < not_before) or (not_after and day > not_after):
        return Answer.NO, Basis.BOUNDED
    return Answer.UNKNOWN, None


def _basis(tenure: Mapping[str, object], day: str) -> Basis:
    first, last = _day(tenure, "first_seen"), _day(tenure, "last_seen")
    if day in {first, last}:
        return Basis.ATTESTED
    return Basis.BETWEEN if first and last and first < day < last else Basis.BOUNDED


def _day(tenure: Mapping[str, object], name: str) -> str | None:
    value = tenure.get(name)
    return None if value is None else str(value)

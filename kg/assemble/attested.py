"""Attested tenure: what passages prove about the time that a person held an office, and no more.

Each passage says something about one day, known to the day, the month or the year. From all of them follow bounds: the
earliest and the latest day on which the tenure can have begun and can have ended. Where passages contradict one
another the bounds cross (`earliest_begin` after `latest_begin`), which is how the contradiction stays visible.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.vocabulary import Status

HOLDING = frozenset({Status.HOLDS, Status.ACTING, Status.APPOINTED, Status.ELECTED})
NEVER, EVER = "0001-01-01", "9999-12-31"
"""Between these lies the day that an article without a date speaks of."""
_STARTS = frozenset({Status.APPOINTED, Status.ELECTED, Status.ACTING})
_ENDS = frozenset({Status.REMOVED, Status.RESIGNED})


@dataclass(frozen=True, slots=True, order=True)
class Attestation:
    """What one article says of a tenure.

    `first` and `last` are the days between which the day lies that it speaks of; `dated` says that the text gives the
    day of a change, else it is the day of publication.
    """

    first: str
    last: str
    status: Status
    dated: bool = False

    @property
    def begins(self) -> bool:
        """Say whether it gives the day on which somebody came into the office."""
        return self.dated and self.status in _STARTS

    @property
    def ends(self) -> bool:
        """Say whether it gives the day on which somebody left the office."""
        return self.dated and self.status in _ENDS

    @property
    def holds(self) -> bool:
        """Say whether it proves that the office was held on that day."""
        return self.status in HOLDING and (self.dated or self.status in {Status.HOLDS, Status.ACTING})


@dataclass(frozen=True, slots=True)
class Bounds:
    """ISO days, or None where nothing is known."""

    first_seen: str | None = None
    last_seen: str | None = None
    earliest_begin: str | None = None
    latest_begin: str | None = None
    earliest_end: str | None = None
    latest_end: str | None = None

    @property
    def consistent(self) -> bool:
        """Say whether there is any interval that satisfies all bounds."""
        return _ordered(self.earliest_begin, self.latest_begin) and _ordered(self.earliest_end, self.latest_end)


def _ordered(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one <= other


def stints(attestations: list[Attestation]) -> list[list[Attestation]]:
    """Cut what is said of a person and an office where the person, having left, comes into the office again."""
    out: list[list[Attestation]] = []
    left = False
    for one in sorted(attestations):
        if not out or (left and one.begins):
            out.append([])
            left = False
        out[-1].append(one)
        left = left or one.ends
    return out


def bound(attestations: list[Attestation]) -> Bounds:
    """Return what follows from the attestations of one stint."""
    held = [one for one in attestations if one.holds]
    seen = [one.first for one in held if one.first == one.last]
    begins = _begins(attestations, held)
    ends = [one for one in attestations if one.ends]
    over = [one.last for one in attestations if one.status in _ENDS | {Status.FORMER}]
    # A person who leaves on a day held the office until then; one who came into it at an unknown day has it by the
    # day of the paper that says so.
    begun = [one.last for one in attestations if one.status in HOLDING or one.ends]
    return Bounds(
        first_seen=min(seen, default=None),
        last_seen=max(seen, default=None),
        earliest_begin=min((one.first for one in begins), default=None),
        latest_begin=_known(min(begun, default=None)),
        earliest_end=_known(max((one.first for one in ends or held), default=None)),
        latest_end=_known(min(over, default=None)),
    )


def _known(day: str | None) -> str | None:
    return None if day in {NEVER, EVER} else day


def _begins(attestations: list[Attestation], held: list[Attestation]) -> list[Attestation]:
    # Who is elected having been named with the office before is elected again: that begins nothing.
    return [
        one
        for one in attestations
        if one.begins
        and not (one.status is Status.ELECTED and any(other.last < one.first for other in held if other != one))
    ]


def succeed(before: Bounds, after: Bounds) -> tuple[Bounds, Bounds]:
    """Bound two holders of a seat that only one can have at a time, the second of whom followed the first.

    Nothing is bounded where what is known of the two overlaps: then something is wrong, and it shows.
    """
    if not (before.earliest_end and after.latest_begin and before.latest_begin and before.earliest_end):
        return before, after
    if before.earliest_end > after.latest_begin or before.latest_begin > after.latest_begin:
        return before, after
    ended = min(filter(None, (before.latest_end, after.latest_begin)))
    begun = max(filter(None, (after.earliest_begin, before.earliest_end)))
    bounded = replace(before, latest_end=ended), replace(after, earliest_begin=begun)
    return bounded if all(one.consistent for one in bounded) else (before, after)

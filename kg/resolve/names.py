"""Which names of an article are persons, which bodies, which places: facts say it by the slot that a name stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.fact import Event, Measurement, Programme, Tenure, Tie
from kg.naming import is_full_name
from kg.repair import simplified
from kg.resolve.kinds import kind_of

if TYPE_CHECKING:
    from kg.record import Record

_SHORT = 3
_LIVES = "resident_of"


@dataclass(slots=True)
class Names:
    """The names in the slots of one article's facts.

    `persons` gives each person the first character that names it; `sites` the area that a venue lies in, where
    the article says one; `mixed` names stand where a person, a body or a place may stand.
    """

    persons: dict[str, int] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    sites: dict[str, str | None] = field(default_factory=dict)
    runners: set[str] = field(default_factory=set)
    mixed: dict[str, int] = field(default_factory=dict)
    about: set[str] = field(default_factory=set)
    programmes: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    workplaces: set[str] = field(default_factory=set)


def find_names(record: Record) -> Names:
    """Return the names of an article by what they can denote."""
    names = Names()
    for fact in record.facts:
        at = min((one.start for one in fact.evidence), default=0)
        match fact:
            case Tenure():
                _person(names, fact.person, at)
                names.bodies.add(fact.organization)
            case Event():
                _event(names, fact, at)
            case Programme():
                names.programmes.add(fact.name)
                names.runners.update(fact.organizers)
                names.places.update(fact.places)
            case Measurement():
                if fact.about:
                    names.about.add(fact.about)
            case Tie():
                _person(names, fact.subject, at)
                (names.homes if fact.relation == _LIVES else names.workplaces).add(fact.object)
    return names


def _person(names: Names, name: str, at: int) -> None:
    names.persons[name] = min(at, names.persons.get(name, at))


def _event(names: Names, fact: Event, at: int) -> None:
    names.places.update(fact.places)
    area = fact.places[0] if len(fact.places) == 1 else None
    for site in fact.sites:
        names.sites[site] = names.sites.get(site) or area
    for one in fact.participants:
        names.mixed[one.name] = min(at, names.mixed.get(one.name, at))
    group = fact.delegation
    if group:
        for name in filter(None, (group.led_by, *group.members)):
            _person(names, name, at)
        if group.sent_by:
            names.runners.add(group.sent_by)


def is_person(name: str) -> bool:
    """Say whether a name among participants, of which nothing else is known, is built as a person's."""
    plain = simplified(name)
    if not is_full_name(plain):
        return False
    ending = kind_of(plain)
    # 刘海军 is a person though 海军 is a force; 安监局 is a body though 安 is a surname.
    return ending is None or (len(name) == _SHORT and 1 < ending.length < _SHORT and not ending.bare)


def is_body(name: str) -> bool:
    """Say whether a name ends as bodies do."""
    return kind_of(name) is not None and not is_person(name)

"""Mentions of persons with the traits that tell them apart: what one article says of one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.fact import Tenure, Tie
from kg.repair import simplified
from kg.resolve.names import is_person
from kg.resolve.persons import Mention, Trait
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.record import Record
    from kg.resolution import Denoted, Entity
    from kg.resolve.bodies import Bodies
    from kg.resolve.places import Places

_LEADING = frozenset({"party_committee", "congress", "government", "conference", "discipline"})
_STATE = frozenset({*_LEADING, "state", "department", "court", "procuratorate"})
_OFFICIAL = frozenset({*_LEADING, "department"})
_CLOSE = frozenset({"prefecture", "county"})
_COMMON = 2
_ASSEMBLIES = frozenset({"congress", "conference"})
_MEMBER = "委员"
_CENTRE = "中央"
_CHINA = "中国"
_WIDE = frozenset({"country", "province", "prefecture"})


@dataclass(slots=True)
class Lore:
    """What is known of bodies and places when persons are told apart."""

    bodies: Bodies
    places: Places
    _parents: dict[str, str] = field(default_factory=dict)
    _homes: dict[str, str] = field(default_factory=dict)
    _around: dict[str, str] = field(default_factory=dict)

    def settle(self) -> None:
        """Read the bonds, once all bodies and places are known."""
        for bond in self.bodies.bonds:
            (self._parents if bond.type == "PART_OF" else self._homes)[bond.source] = bond.target
        for bond in sorted(self.places.bonds):
            if bond.type == "PART_OF":
                self._around[bond.source] = bond.target

    def lead(self, body: str) -> str:
        """Return the committee or government that a department of its own belongs to, else the body itself."""
        parent = self._parents.get(body)
        return parent if parent and self.bodies.read[parent].kind in _LEADING else body

    def areas(self, body: str) -> Iterator[str]:
        """Yield the divisions around a body, the innermost first."""
        place = self._homes.get(body)
        while place:
            yield place
            place = self._around.get(place)

    def country(self, body: str) -> str | None:
        """Return the foreign country that a body belongs to."""
        found = (place for place in self.areas(body) if self.places.entities[place].props["level"] == "country")
        return next((place for place in found if self.places.entities[place].name != _CHINA), None)

    def close(self, place: str) -> bool:
        """Say whether a place is small enough for its officials to be known by name."""
        return self.places.entities[place].props["level"] in _CLOSE

    def wide(self, place: str) -> bool:
        """Say whether so many live in a place that it tells nobody apart."""
        entity = self.places.entities.get(place)
        return entity is not None and entity.props["level"] in _WIDE


def mentions_of(record: Record, denoted: Denoted, offsets: Mapping[str, int], lore: Lore) -> Iterator[Mention]:
    """Yield a mention for each person that an article names."""
    scope = denoted.seat or record.meta.source or record.id
    traits: dict[str, set[Trait]] = defaultdict(set)
    lands: dict[str, set[str]] = defaultdict(set)
    areas: dict[str, set[str]] = defaultdict(set)
    for fact in record.facts:
        if isinstance(fact, Tenure) and fact.person in offsets:
            body = denoted.bodies[fact.organization]
            traits[fact.person].update(_office_traits(fact, body, scope, lore))
            areas[fact.person].update(lore.areas(body))
            lands[fact.person].update(filter(None, (lore.country(body),)))
        elif isinstance(fact, Tie) and fact.subject in offsets:
            target = denoted.places.get(fact.object) or denoted.bodies.get(fact.object)
            if target and not lore.wide(target):
                traits[fact.subject].add(Trait(fact.relation, fact.object, target, 0.85))
                areas[fact.subject].update(lore.areas(target))
    for name, offset in offsets.items():
        yield Mention(
            name,
            record.id,
            offset,
            # Offices of two countries under one name are two people of whom the article says too little.
            frozenset(traits[name])
            if len(lands[name]) <= 1
            else frozenset({Trait("article", record.id, record.id, 0)}),
            frozenset(areas[name]),
            frozenset(simplified(other) for other in offsets if other != name),
            denoted.seat,
            record.meta.source,
        )


def _office_traits(fact: Tenure, body: str, scope: str, lore: Lore) -> Iterator[Trait]:
    entity: Entity = lore.bodies.entities[body]
    office = f"{entity.name}{fact.post}"
    if fact.post in _common_posts() or (fact.post == _MEMBER and entity.props["kind"] in _ASSEMBLIES):
        # A congress has thousands of 代表: two of one name are one only for the same paper's readers.
        yield Trait("office", office, f"{body} {fact.post} {scope}", 0.7)
        return
    yield Trait("office", office, f"{body} {fact.post}", 0.95)
    lead = lore.lead(body)
    leader = lore.bodies.read[lead]
    yield Trait("body", leader.name, lead, 0.9)
    yield from _jurisdiction(fact, lead, lore)


def _jurisdiction(fact: Tenure, body: str, lore: Lore) -> Iterator[Trait]:
    """Yield what a place's leadership tells: two of one name in it are one."""
    read = lore.bodies.read[body]
    country = lore.country(body)
    if read.kind in _STATE and not read.place and not read.scope and is_person(fact.person):
        yield Trait("place", _CENTRE, _CENTRE, 0.8)
    if country and read.kind in _STATE and simplified(fact.person) not in _given_names():
        yield Trait("country", lore.places.entities[country].name, country, 0.8)
    elif read.kind in _LEADING and read.place:
        yield Trait("place", lore.places.entities[read.place].name, read.place, 0.85)
    if read.place and read.kind in _OFFICIAL and len(fact.person) > _COMMON and lore.close(read.place):
        # Heads of offices of one city or county are few hundred: a full name of three characters tells them apart.
        yield Trait("place", lore.places.entities[read.place].name, f"{read.place} offices", 0.75)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("given_names"))


@cache
def _common_posts() -> frozenset[str]:
    return frozenset(row["post"] for row in read_table("common_posts"))

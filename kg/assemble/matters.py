"""Programmes with the groups that they serve, measurements, and ties of ordinary people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble.captions import measurement_name
from kg.assemble.days import dated, span
from kg.fact import Measurement, Programme, Tie
from kg.ids import entity_id
from kg.repair import simplified

if TYPE_CHECKING:
    from kg.assemble.ledger import Ledger
    from kg.fact import Group
    from kg.record import Record
    from kg.resolution import Denoted

_TRAINS = "trains"


def programme_id(denoted: Denoted, record: Record, fact: Programme, place_of: dict[str, str]) -> str:
    """Return the id of a programme: its name and the place that runs it, or the paper that tells of it."""
    bodies = (place_of.get(denoted.bodies.get(name, "")) for name in fact.organizers)
    places = (denoted.places.get(name) for name in (*fact.organizers, *fact.places))
    scope = next((one for one in (*bodies, *places, denoted.seat) if one), None)
    return entity_id("Programme", simplified(fact.name), scope or record.meta.source or record.id)


class Matters:
    """Writes programmes, measurements and ties into a ledger."""

    def __init__(self, ledger: Ledger, events: dict[tuple[str, str], str]) -> None:
        """Write into a ledger; `events` are event ids by article and topic."""
        self._ledger = ledger
        self._events = events
        self._place_of = {bond.source: bond.target for bond in ledger.resolution.bonds if bond.type == "IN_PLACE"}

    def add_programme(self, record: Record, fact: Programme) -> str:
        """Add a programme, whom it serves, who runs it and where."""
        rows, denoted = self._ledger.rows, self._ledger.denoted(record)
        node = rows.node(
            "Programme",
            programme_id(denoted, record, fact, self._place_of),
            fact.name,
            fact.name,
            kind=fact.kind,
            **dated(fact.start, fact.end),
        )
        self._ledger.attest(node, record, fact)
        for name in fact.organizers:
            runner = denoted.places.get(name) or denoted.bodies.get(name)
            if runner:
                rows.link("RUN_BY", node, runner)
        for name in fact.places:
            if name in denoted.places:
                rows.link("SET_IN", node, denoted.places[name])
        for group in fact.groups:
            self._serve(node, fact, group)
        return node

    def _serve(self, programme: str, fact: Programme, group: Group) -> None:
        rows = self._ledger.rows
        node = rows.node("Group", entity_id("Group", group.name), group.name)
        key = (group.relation, group.value, group.unit, group.date)
        rows.link(
            "SERVES",
            programme,
            node,
            *key,
            relation=group.relation,
            value=group.value,
            unit=group.unit,
            date_text=group.date,
        )
        if group.relation == _TRAINS:
            earliest, latest = span(group.date, group.date)
            rows.link(
                "TRAINED",
                programme,
                node,
                *key,
                derived=True,
                fact_id=programme,
                earliest=earliest,
                latest=latest,
                confidence=fact.confidence,
                value=group.value,
            )

    def add_measurement(self, record: Record, fact: Measurement) -> str:
        """Add a number, and link it to what it is about where that is known."""
        rows = self._ledger.rows
        about = self._about(record, fact.about) if fact.about else None
        what = about or (record.id, fact.about)
        shape = (fact.indicator, fact.value, fact.unit, fact.comparator, fact.change)
        period = (fact.date, fact.start, fact.end, fact.base)
        node = rows.node(
            "Measurement",
            entity_id("Measurement", what, *shape, *period),
            measurement_name(fact),
            value=fact.value,
            unit=fact.unit,
            indicator=fact.indicator,
            comparator=fact.comparator,
            change=fact.change,
            base=fact.base,
            about_text=fact.about,
            **(dated(fact.start, fact.end) if fact.start else dated(fact.date, fact.date)),
        )
        if about:
            rows.link("ABOUT", node, about)
        self._ledger.attest(node, record, fact)
        return node

    def _about(self, record: Record, name: str) -> str | None:
        denoted = self._ledger.denoted(record)
        programmes = (one for one in record.facts if isinstance(one, Programme) and one.name == name)
        ids = (programme_id(denoted, record, one, self._place_of) for one in programmes)
        found = next((one for one in ids if one in self._ledger.rows.nodes), None)
        return (
            found
            or denoted.places.get(name)
            or denoted.bodies.get(name)
            or self._events.get((record.id, name))
            or denoted.persons.get(name)
        )

    def add_tie(self, record: Record, fact: Tie) -> None:
        """Add where an ordinary person belongs; a place that is only pointed at (当地) is none."""
        rows, denoted = self._ledger.rows, self._ledger.denoted(record)
        person = denoted.persons[fact.subject]
        # Where somebody works is a body first, where somebody lives is a place first.
        sides = (denoted.places, denoted.bodies) if fact.relation == "resident_of" else (denoted.bodies, denoted.places)
        target = sides[0].get(fact.object) or sides[1].get(fact.object)
        if target is None:
            self._ledger.reject(record, fact, "tie to no named place")
            return
        name = f"{fact.subject} {rows.nodes[target].props['name']}"
        node = rows.node("Tie", entity_id("Tie", person, fact.relation, target), name, relation=fact.relation)
        rows.link("SUBJECT_OF", person, node)
        rows.link("TIED_TO", node, target)
        self._ledger.attest(node, record, fact)

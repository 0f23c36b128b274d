"""Events with who took part and where; delegations; who visited a place and who met whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble.captions import event_name
from kg.assemble.days import dated
from kg.assemble.happenings import Told, happenings
from kg.ids import entity_id
from kg.vocabulary import EventKind, PlaceUse, Role

if TYPE_CHECKING:
    from kg.assemble.ledger import Ledger
    from kg.assemble.whereabouts import Whereabouts
    from kg.fact import Delegation, Event
    from kg.record import Record
    from kg.resolution import Denoted

_TEAM = "代表团"
_TRAVELS = frozenset({EventKind.VISIT, EventKind.INSPECTION, EventKind.CONDOLENCE})
_TRAVELLERS = frozenset({Role.LEADER, Role.PARTICIPANT, Role.SPEAKER})


class Events:
    """Gathers the events of all articles; `close` makes the rows."""

    def __init__(self, ledger: Ledger, whereabouts: Whereabouts) -> None:
        """Gather into a ledger; `whereabouts` says where persons and bodies belong."""
        self._ledger = ledger
        self._whereabouts = whereabouts
        self._told: dict[str, Told] = {}
        self.ids: dict[tuple[str, str], str] = {}
        """Event ids by article and topic, for numbers about an event."""

    def add(self, record: Record, fact: Event) -> None:
        """Take one fact."""
        denoted = self._ledger.denoted(record)
        first = fact.evidence[0]
        key = entity_id("Event", record.id, fact.kind, fact.start, fact.topic, first.start, first.end, first.part)
        actors = (actor(denoted, one.name) for one in fact.participants)
        self._told[key] = Told(
            key,
            record,
            fact,
            tuple(one for one in actors if one),
            frozenset(denoted.places[name] for name in fact.places if name in denoted.places),
            frozenset(denoted.places[name] for name in fact.sites if name in denoted.places),
        )

    def close(self) -> None:
        """Add the events, each happening once."""
        for group in happenings(list(self._told.values())):
            self._write(group)

    def _write(self, group: list[Told]) -> None:
        # The surest account names the event and dates it; the others add participants, places and passages.
        best = min(group, key=lambda one: (-one.fact.confidence, -len(one.fact.participants), one.key))
        rows, fact = self._ledger.rows, best.fact
        denoted = self._ledger.denoted(best.record)
        people = [one.name for one in fact.participants if one.name in denoted.persons]
        where = [rows.nodes[denoted.places[one]] for one in (*fact.places, *fact.sites) if one in denoted.places]
        node = rows.node(
            "Event",
            group[0].key,
            event_name(fact, people[0] if people else None, str(where[0].props["name"]) if where else None),
            kind=fact.kind,
            topic=fact.topic,
            modality=fact.modality or "actual",
            **dated(fact.start, fact.end or next((one.fact.end for one in group if one.fact.end), None)),
        )
        taken: set[str] = set()
        for one in [best, *(other for other in group if other is not best)]:
            self.ids[one.record.id, one.fact.topic] = node
            self._ledger.attest(node, one.record, one.fact)
            self._take_part(node, one, taken)
            self._place(node, one)
        self._derive(node, group)

    def _take_part(self, node: str, told: Told, taken: set[str]) -> None:
        rows, denoted = self._ledger.rows, self._ledger.denoted(told.record)
        for one in told.fact.participants:
            who = actor(denoted, one.name)
            if who and who not in taken:
                taken.add(who)
                rows.link("PARTICIPATED", who, node, one.role, role=one.role, position=len(taken), as_written=one.name)
        if told.fact.delegation and "delegation" not in taken:
            taken.add("delegation")
            team = self._delegation(node, told.record, told.fact.delegation)
            name = str(rows.nodes[team].props["name"])
            position = len(taken)
            rows.link(
                "PARTICIPATED", team, node, Role.PARTICIPANT, role="participant", position=position, as_written=name
            )

    def _delegation(self, node: str, record: Record, group: Delegation) -> str:
        rows, denoted = self._ledger.rows, self._ledger.denoted(record)
        leader = group.led_by or next(iter(group.members), None)
        sender = denoted.bodies.get(group.sent_by or "")
        written = group.name or (f"{leader}一行" if leader else _TEAM)
        # 考察团 alone names none: it is the one of the body that sent it.
        name = f"{rows.nodes[sender].props['name']}{written}" if sender and len(written) <= len(_TEAM) else written
        team = rows.node("Delegation", entity_id("Delegation", node), name, written)
        people = list(dict.fromkeys(filter(None, (group.led_by, *group.members))))
        for position, person in enumerate(people, 1):
            if person in denoted.persons:
                role = "leader" if person == group.led_by else "member"
                rows.link("MEMBER_OF", denoted.persons[person], team, role=role, position=position)
        if sender:
            rows.link("SENT_BY", team, sender)
        return team

    def _place(self, node: str, told: Told) -> None:
        for use, places in ((PlaceUse.AREA, told.areas), (PlaceUse.SITE, told.sites)):
            for place in sorted(places):
                self._ledger.rows.link("HAPPENED_AT", node, place, use, **{"as": use.value})

    def _derive(self, node: str, group: list[Told]) -> None:
        event = self._ledger.rows.nodes[node]
        if event.props["modality"] != "actual":
            return
        if event.props["kind"] in _TRAVELS:
            for who, place in sorted({pair for told in group for pair in self._visits(told)}):
                self._short(node, "VISITED", who, place)
            team = entity_id("Delegation", node)
            if team in self._ledger.rows.nodes:
                for place in sorted({place for told in group for place in self._targets(told)}):
                    self._short(node, "VISITED", team, place)
        if event.props["kind"] == EventKind.TALKS:
            for one, other in sorted({pair for told in group for pair in self._met(told)}):
                self._short(node, "MET", one, other)

    def _short(self, event: str, kind: str, source: str, target: str) -> None:
        rows = self._ledger.rows
        props = rows.nodes[event].props
        rows.link(
            kind,
            source,
            target,
            event,
            derived=True,
            fact_id=event,
            earliest=props["earliest"],
            latest=props["latest"],
            confidence=self._ledger.confidence(event),
        )

    def _targets(self, told: Told) -> set[str]:
        home = self._ledger.denoted(told.record).seat
        areas = set(told.areas)
        if told.fact.kind == EventKind.VISIT and home in areas and len(areas) > 1:
            areas.discard(home)
        return areas or set(told.sites)

    def _visits(self, told: Told) -> set[tuple[str, str]]:
        denoted = self._ledger.denoted(told.record)
        travellers = {
            denoted.persons[one.name]
            for one in told.fact.participants
            if one.role in _TRAVELLERS and one.name in denoted.persons
        }
        local = told.fact.kind == EventKind.VISIT
        return {
            (who, place)
            for who in travellers
            for place in self._targets(told)
            # Who accompanies a visitor through his own city visits nobody.
            if not (local and self._whereabouts.belongs(who, told.record.id, place))
        }

    def _met(self, told: Told) -> set[tuple[str, str]]:
        denoted, at = self._ledger.denoted(told.record), told.record.id
        people = [(denoted.persons[p.name], p.role) for p in told.fact.participants if p.name in denoted.persons]
        hosts = {who for who, role in people if role == Role.HOST}
        guests = [who for who, _ in people if who not in hosts]
        # Where nobody is said to receive, the two sides can only be told by the offices.
        across = [(a, b) for a in hosts or guests for b in guests if a != b]
        alone = len(guests) == (1 if hosts else 2)
        return {_pair(a, b) for a, b in across if self._apart(a, b, at, alone=alone)}

    def _apart(self, one: str, other: str, at: str, *, alone: bool) -> bool:
        same = self._whereabouts.same_side(one, other, at)
        return alone if same is None else not same


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def actor(denoted: Denoted, name: str) -> str | None:
    """Return the person or body that a name among the participants denotes."""
    return denoted.persons.get(name) or denoted.bodies.get(name)

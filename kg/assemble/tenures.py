"""Offices and tenures: one tenure per person, office and stint, with the bounds that all articles together give."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.assemble.attested import EVER, HOLDING, NEVER, Attestation, Bounds, bound, stints, succeed
from kg.assemble.captions import office_name
from kg.assemble.days import days, exact
from kg.ids import entity_id
from kg.naming import is_full_name
from kg.vocabulary import Status
from ontology import read_table

if TYPE_CHECKING:
    from kg.assemble.ledger import Ledger
    from kg.entity import Node
    from kg.fact import Tenure
    from kg.record import Record

_SURE = 0.85
_PARTS = re.compile("[·・\\-－]")
_SECRETARIAT = "书记处"  # has several 书记
_CHANGES = frozenset({Status.APPOINTED, Status.ELECTED, Status.ACTING, Status.REMOVED, Status.RESIGNED})


@dataclass(frozen=True, slots=True)
class _Said:
    """One fact about a person and an office, with what it attests."""

    attestation: Attestation
    record: Record
    fact: Tenure


@dataclass(slots=True)
class _Stint:
    person: str
    office: str
    said: list[_Said]
    bounds: Bounds
    key: str
    """What tells it from the person's other stints in the office."""

    @property
    def id(self) -> str:
        return entity_id("Tenure", self.person, self.office, self.key)


class Tenures:
    """Gathers what articles say of persons and offices; `close` makes the rows."""

    def __init__(self, ledger: Ledger) -> None:
        """Gather into a ledger."""
        self._ledger = ledger
        self._said: dict[tuple[str, str], list[_Said]] = defaultdict(list)

    def add(self, record: Record, fact: Tenure) -> None:
        """Take one fact."""
        denoted = self._ledger.denoted(record)
        person, body = denoted.persons[fact.person], denoted.bodies[fact.organization]
        self._said[person, self._office(body, fact.post)].append(_Said(_attested(record, fact), record, fact))

    def _office(self, body: str, post: str) -> str:
        rows = self._ledger.rows
        props = rows.nodes[body].props
        plain = f"{props['name']}{post}"
        many = str(props["name"]).endswith(_SECRETARIAT)
        single = not many and str(props["kind"]) not in _single_seats().get(post, frozenset({str(props["kind"])}))
        office = rows.node(
            "Office",
            entity_id("Office", body, post),
            office_name(str(props["name"]), post),
            plain,
            post=post,
            single_seat=single,
        )
        rows.link("POST_IN", office, body)
        return office

    def close(self) -> None:
        """Add the tenures and the offices that persons hold."""
        made = [stint for key in sorted(self._said) for stint in _cut(*key, self._said[key])]
        self._bound_by_successors(made)
        for stint in made:
            self._write(stint)

    def _bound_by_successors(self, made: list[_Stint]) -> None:
        seats: dict[str, list[_Stint]] = defaultdict(list)
        for stint in made:
            if self._ledger.rows.nodes[stint.office].props["single_seat"] and self._bounds_others(stint):
                seats[stint.office].append(stint)
        for holders in seats.values():
            holders.sort(key=lambda stint: (stint.bounds.latest_begin or "", stint.id))
            for before, after in itertools.pairwise(holders):
                if before.person != after.person and not self._variants(before.person, after.person):
                    before.bounds, after.bounds = succeed(before.bounds, after.bounds)

    def _bounds_others(self, stint: _Stint) -> bool:
        """Say whether a holder is known well enough to bound another: a misread name must not end a tenure."""
        if stint.bounds.latest_begin is None:
            return False
        name = str(self._ledger.rows.nodes[stint.person].props["name"])
        articles = {one.record.id for one in stint.said}
        sure = max(one.fact.confidence for one in stint.said) >= _SURE
        return sure and (len(articles) > 1 or is_full_name(name))

    def _variants(self, one: str, other: str) -> bool:
        """Say whether two persons may be one under a longer and a shorter name."""
        first, second = (str(self._ledger.rows.nodes[person].props["name"]) for person in (one, other))
        return first in second or second in first or bool(set(_PARTS.split(first)) & set(_PARTS.split(second)))

    def _write(self, stint: _Stint) -> None:
        rows = self._ledger.rows
        person, office = rows.nodes[stint.person], rows.nodes[stint.office]
        statuses = sorted({one.attestation.status.value for one in stint.said})
        rows.node(
            "Tenure",
            stint.id,
            f"{person.props['name']} {office.props['name']}",
            statuses=list(statuses),
            former_ids=sorted(entity_id("Tenure", old, stint.office, stint.key) for old in _former(person)),
            **asdict(stint.bounds),
        )
        rows.link("HAS_TENURE", stint.person, stint.id)
        rows.link("IN_OFFICE", stint.id, stint.office)
        for one in stint.said:
            self._attest(stint.id, one)
        if any(one.attestation.status in HOLDING for one in stint.said):
            rows.link(
                "HOLDS",
                stint.person,
                stint.office,
                stint.id,
                derived=True,
                fact_id=stint.id,
                earliest=stint.bounds.latest_begin,
                latest=stint.bounds.earliest_end,
                confidence=max(one.fact.confidence for one in stint.said if one.attestation.status in HOLDING),
            )

    def _attest(self, fact_id: str, one: _Said) -> None:
        on_text = one.fact.date if one.attestation.dated else one.record.meta.published
        status = one.attestation.status.value
        self._ledger.attest(fact_id, one.record, one.fact, status=status, on=exact(on_text), on_text=on_text)


def _attested(record: Record, fact: Tenure) -> Attestation:
    status = Status(fact.status)
    dated = status in _CHANGES and days(fact.date)[0] is not None
    first, last = days(fact.date if dated else record.meta.published)
    return Attestation(first or NEVER, last or EVER, status, dated)


def _cut(person: str, office: str, said: list[_Said]) -> list[_Stint]:
    out = []
    for number, attestations in enumerate(stints([one.attestation for one in said])):
        # The first stint is known by person and office alone, so that it keeps its id as articles come in.
        key = attestations[0].first if number else ""
        inside = set(attestations)
        mine = [one for one in said if one.attestation in inside]
        out.append(_Stint(person, office, mine, bound(attestations), key))
    return out


def _former(person: Node) -> list[str]:
    held = person.props["former_ids"]
    return held if isinstance(held, list) else []


@cache
def _single_seats() -> dict[str, frozenset[str]]:
    return {row["post"]: frozenset(row["not_in"].split()) for row in read_table("single_seats")}

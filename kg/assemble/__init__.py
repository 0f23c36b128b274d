"""Stage: assemble. Records and who is who become the rows of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble.events import Events
from kg.assemble.ledger import Ledger
from kg.assemble.matters import Matters
from kg.assemble.tenures import Tenures
from kg.assemble.whereabouts import Whereabouts
from kg.captures import Captured
from kg.fact import Event, Measurement, Programme, Tenure, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.entity import Link, Node
    from kg.record import Record
    from kg.resolution import Resolution

_NO_CAPTURES: Mapping[str, Captured] = {}


def assemble(
    records: Iterable[Record], resolution: Resolution, captures: Mapping[str, Captured] = _NO_CAPTURES
) -> Iterator[Node | Link]:
    """Yield the graph's nodes by label and id, then its links by type and id.

    `records` are those that were resolved, in order of id, so that the same records always give the same rows;
    `captures` gives by article id all files in which an article stands, where these are more than the record's own.
    """
    ledger = Ledger(resolution)
    _add_entities(ledger)
    whereabouts = Whereabouts(resolution)
    tenures, events = Tenures(ledger), Events(ledger, whereabouts)
    later: list[tuple[Record, Measurement | Tie]] = []
    matters = Matters(ledger, events.ids)
    for record in records:
        ledger.open_article(record, captures.get(record.id) or Captured((record.file,)))
        for fact in record.facts:
            if not ledger.keeps(record, fact):
                continue
            match fact:
                case Tenure():
                    whereabouts.add(record, fact)
                    tenures.add(record, fact)
                case Event():
                    events.add(record, fact)
                case Programme():
                    matters.add_programme(record, fact)
                case Measurement() | Tie():
                    later.append((record, fact))
    tenures.close()
    events.close()
    # What a number is about may be an event or a programme: it comes when these are known.
    for record, rest in later:
        if isinstance(rest, Tie):
            matters.add_tie(record, rest)
        else:
            matters.add_measurement(record, rest)
    ledger.weigh()
    yield from ledger.rows


def _add_entities(ledger: Ledger) -> None:
    for entity in sorted(ledger.resolution.entities.values(), key=lambda one: one.id):
        ledger.rows.node(
            entity.label,
            entity.id,
            entity.name,
            *entity.names,
            former_ids=sorted(entity.former_ids),
            **entity.props,
        )
    for bond in sorted(ledger.resolution.bonds):
        ledger.rows.link(bond.type, bond.source, bond.target)

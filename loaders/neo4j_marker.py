"""Whose graph a Neo4j database holds, so that two graphs are never mixed.

The mark is the name of an index on a label that nothing bears: `guanbao|FORMAT|BASE|GENERATION`, to be seen with SHOW
INDEXES. A marked node would be counted, drawn and found among the graph's own; an index is none of them.

A graph grows and shrinks from load to load, so it is known by its articles: where the database has articles of which
fewer than half are in the rows that come, those rows are another graph.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.folder import FORMAT
from kg.ids import digest, id_start
from kg.manifest import find_manifest
from kg.schema import get_schema
from loaders.mapping import check_base
from loaders.neo4j_bolt import as_query
from ontology import default_base

if TYPE_CHECKING:
    from pathlib import Path

    import neo4j

    from loaders.neo4j_bolt import Database
    from loaders.rows import Rows

_FIRST = "guanbao"
_BETWEEN = "|"
_FIELDS = 4
_FIND = "SHOW INDEXES YIELD name WHERE name STARTS WITH $first RETURN name"
_ARTICLES = "MATCH (a:Article) WHERE a.id STARTS WITH 'article/' RETURN a.id"
_IS_OURS = "any(label IN labels(n) WHERE n.id STARTS WITH $ids[label])"
_OURS = f"MATCH (n) WHERE {_IS_OURS} RETURN 1 LIMIT 1"
_STRANGERS = f"MATCH (n) WHERE NOT coalesce({_IS_OURS}, false) RETURN labels(n) AS labels LIMIT 1000"
_WAY_OUT = "load into an empty database, or give --replace to empty this one first"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """What is known of the graph in a database: its format, its base IRI, and the generation last loaded."""

    format: str
    base: str
    generation: str

    @property
    def name(self) -> str:
        """Return the name of the index that says so; a base IRI holds neither a bar nor a backtick."""
        return _BETWEEN.join((_FIRST, self.format, check_base(self.base), self.generation))


def marker_of(generation: Path) -> Marker:
    """Return the marker of a generation's folder; rows without a manifest are of the ontology's own base."""
    manifest = find_manifest(generation)
    if manifest is None:
        return Marker(str(FORMAT), default_base(), digest(generation.name))
    return Marker(str(manifest.format), manifest.base, digest(*map(json.dumps, manifest.truth)))


def find_marker(database: Database) -> Marker | None:
    """Return the marker of a database, or None where nothing was loaded."""
    found = database.run(_FIND, first=f"{_FIRST}{_BETWEEN}").records
    parts = [str(record.value()).split(_BETWEEN) for record in found]
    known = [Marker(*fields[1:]) for fields in parts if len(fields) == _FIELDS]
    return known[0] if known else None


def mark_statement(marker: Marker) -> str:
    """Return the statement that marks a database that bears no mark."""
    return f"CREATE INDEX {_quoted(marker.name)} IF NOT EXISTS FOR (n:Guanbao) ON (n.graph)"


def set_marker(database: Database, marker: Marker) -> None:
    """Mark a database, in place of the mark that it bore."""
    if find_marker(database) == marker:
        return  # a change of indexes would make the server plan every statement anew

    def mark(transaction: neo4j.ManagedTransaction) -> None:
        for record in list(transaction.run(_FIND, first=f"{_FIRST}{_BETWEEN}")):
            transaction.run(as_query(f"DROP INDEX {_quoted(record.value())} IF EXISTS"))
        transaction.run(as_query(mark_statement(marker)))

    database.write(mark)


def clear_marker(database: Database) -> None:
    """Take the mark off a database."""
    for record in database.run(_FIND, first=f"{_FIRST}{_BETWEEN}").records:
        database.run(f"DROP INDEX {_quoted(record.value())} IF EXISTS")


def check_ours(database: Database, marker: Marker, rows: Rows) -> None:
    """Refuse a database that holds anything but an earlier state of this very graph.

    Nodes that somebody put beside a graph of ours stay, and do not stand in its way.

    Raises:
        StoreError: the database holds something else; nothing in it was changed.
    """
    if not database.run("MATCH (n) RETURN 1 LIMIT 1").records:
        return
    # An index outlives the nodes: where none of ours is left, the mark speaks of a graph that is gone.
    known = find_marker(database) if database.run(_OURS, ids=_prefixes()).records else None
    if known is None:
        _check_strangers(database)
    elif (known.format, known.base) != (marker.format, marker.base):
        raise StoreError(f"{database.uri} holds a graph with the base {known.base} (format {known.format}), not "
                         f"{marker.base} (format {marker.format}): {_WAY_OUT}")  # fmt: skip
    there = {record.value() for record in database.run(_ARTICLES).records}
    kept = sum(node.id in there for node in rows.nodes("Article"))
    if (there or known is None) and 2 * kept < max(1, len(there)):
        raise StoreError(
            f"{database.uri} holds another graph: of its {len(there)} articles {kept} are in this one: {_WAY_OUT}"
        )


def _check_strangers(database: Database) -> None:
    strangers = database.run(_STRANGERS, ids=_prefixes()).records
    if strangers:
        names = sorted({":".join(record.value()) or "without a label" for record in strangers})[:_SHOWN]
        raise StoreError(f"{database.uri} holds nodes that kg did not load ({', '.join(names)}): {_WAY_OUT}")


def _prefixes() -> dict[str, str]:
    return {label: id_start(label) for label in get_schema().nodes}


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"

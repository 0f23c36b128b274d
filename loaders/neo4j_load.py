"""Loading a graph into Neo4j: a load may be killed, cut off or run twice, and ends in the same database."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.schema import get_schema
from loaders.batches import link_batches, node_batches
from loaders.fulltext import NEO4J_ANALYSER, neo4j_statements
from loaders.neo4j_bolt import Database, as_query, connect, explained
from loaders.neo4j_marker import check_ours, clear_marker, marker_of, set_marker
from loaders.neo4j_stale import count_ours, counts, empty, remove_stale
from loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import neo4j

    from loaders.port import Row

BATCH = 5000
FULLTEXT = "names_zh"
FULLTEXT_PROPERTIES = ("name", "names", "headline", "quote")
_SETTLE_SECONDS = 300
_NAMED = ("Person", "Organization", "Office", "Place", "Programme")
# What stands as it is stays untouched: a second load writes nothing.
_UPDATE = (
    "WITH x, r, properties(x) <> r.props AS stale "
    "FOREACH (once IN CASE WHEN stale THEN [1] ELSE [] END | SET x = r.props) "
    "RETURN count(*) AS seen, sum(CASE WHEN stale THEN 1 ELSE 0 END) AS written"
)
_CREATE = "SET x = r.props RETURN count(*) AS seen, sum(0) AS written"
"""Where nothing of a label or type is there yet, nothing needs to be compared; a sum has a row even of no rows."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load sent and what it changed on the server."""

    nodes: int
    links: int
    created: int
    """Nodes and links that were not there before."""
    changed: int
    """Nodes and links that were there with other properties."""
    removed: int
    """Nodes and links of an earlier load that the graph no longer has."""
    cut: int = 0
    """Links of others that led to a node that was removed."""

    def __str__(self) -> str:
        """Say it in one line."""
        told = (
            f"{self.nodes} nodes, {self.links} links: {self.created} new, {self.changed} changed, {self.removed} gone"
        )
        return told + (f"; {self.cut} links of others led to nodes that are gone" if self.cut else "")


def load(
    rows_folder: Path, uri: str, user: str, password: str, database: str = "neo4j", *, replace: bool = False
) -> LoadReport:
    """Bring a Neo4j database to what a generation's rows say; loading the same rows again changes nothing.

    What an earlier load put there and the rows no longer have is removed. `replace` empties the database first.

    Raises:
        UsageError: `uri` is no Bolt address.
        StoreError: the server is down, refuses the login or lacks the database; the database holds another graph, or in
            the end not exactly the rows that were sent.
    """
    rows, marker = Rows(rows_folder), marker_of(rows_folder)
    with connect(uri, user, password) as driver, explained(uri, user, database):
        driver.verify_connectivity()
        target = Database(driver, database, uri)
        if replace:
            clear_marker(target)
            empty(target)
        else:
            check_ours(target, marker, rows)
        set_marker(target, marker)
        _declare(target)
        sent, done = _fill(target, rows)
        done += _retract(target, rows, sent)
    schema = get_schema()
    nodes, links = (sum(sent[name] for name in names) for names in (schema.nodes, schema.links))
    return LoadReport(nodes, links, done["created"], done["changed"], done["removed"], done["cut"])


def schema_statements() -> dict[str, str]:
    """Return the statements that make constraints and indexes by their names; running them again changes nothing."""
    schema = get_schema()
    statements = {
        f"{label.lower()}_id": f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS "
        f"FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for label in schema.nodes
    }
    statements |= {
        f"{label.lower()}_name": f"CREATE INDEX {label.lower()}_name IF NOT EXISTS FOR (n:`{label}`) ON (n.name)"
        for label in _NAMED
    }
    labels = "|".join(f"`{label}`" for label in schema.nodes)
    texts = ", ".join(f"n.{name}" for name in FULLTEXT_PROPERTIES)
    statements[FULLTEXT] = (
        f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:{labels}) "
        f"ON EACH [{texts}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{NEO4J_ANALYSER}'}}}}"
    )
    return statements | neo4j_statements()


def _declare(database: Database) -> None:
    there = {record.value() for record in database.run("SHOW INDEXES YIELD name").records}
    outdated = _outdated(database)
    missing = [
        text for name, text in schema_statements().items() if name not in there or (outdated and name == FULLTEXT)
    ]
    if not missing:
        return

    def declare(transaction: neo4j.ManagedTransaction) -> None:
        for statement in outdated + missing:
            transaction.run(as_query(statement))

    database.write(declare)
    database.run("CALL db.awaitIndexes($seconds)", seconds=_SETTLE_SECONDS)


def _outdated(database: Database) -> list[str]:
    """Return what drops the full-text index where an older ontology had other labels than this one."""
    query = "SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes, properties WHERE name = $name RETURN *"
    wanted = (set(get_schema().nodes), set(FULLTEXT_PROPERTIES))
    found = database.run(query, name=FULLTEXT).records
    stale = any((set(one["labelsOrTypes"]), set(one["properties"])) != wanted for one in found)
    return [f"DROP INDEX {FULLTEXT}"] if stale else []


def _fill(database: Database, rows: Rows) -> tuple[Counter[str], Counter[str]]:
    """Return how many rows were sent by label and type, and how many were created and changed."""
    sent: Counter[str] = Counter()
    done: Counter[str] = Counter()
    # One batch is on its way while the next is read; one after the other, so that ends are there before their links.
    with ThreadPoolExecutor(max_workers=1) as sender:
        on_its_way: Future[Counter[str]] | None = None
        for name, statement, batch in _statements(database, rows):
            if on_its_way is not None:
                done += on_its_way.result()
            on_its_way = sender.submit(_send, database, statement, batch)
            sent[name] += len(batch)
        if on_its_way is not None:
            done += on_its_way.result()
    return sent, done


def _statements(database: Database, rows: Rows) -> Iterator[tuple[str, str, list[Row]]]:
    """Stream (label or type, statement, its rows), nodes first; labels and types are the ontology's."""
    there = counts(database)
    write = {name: _UPDATE if n else _CREATE for name, n in there.items()}
    for label, batch in node_batches(rows.nodes(), BATCH):
        yield label, f"UNWIND $rows AS r MERGE (x:`{label}` {{id: r.id}}) {write[label]}", batch
    for (kind, source, target), batch in link_batches(rows.links(), BATCH):
        statement = (
            f"UNWIND $rows AS r MATCH (a:`{source}` {{id: r.source}}) MATCH (b:`{target}` {{id: r.target}}) "
            f"MERGE (a)-[x:`{kind}` {{id: r.id}}]->(b) {write[kind]}"
        )
        yield kind, statement, batch


def _send(database: Database, statement: str, batch: list[Row]) -> Counter[str]:
    result = database.run(statement, rows=batch)
    seen, written = result.records[0].values()
    if seen != len(batch):
        raise StoreError(f"Neo4j took {seen} of {len(batch)} rows: an end of a link is missing: run kg build again")
    counters = result.summary.counters
    created = counters.nodes_created + counters.relationships_created
    return Counter(created=created, changed=max(0, written - created))


def _retract(database: Database, rows: Rows, sent: Counter[str]) -> Counter[str]:
    """Remove what the graph no longer has, links before nodes, and compare the counts of all there is."""
    schema = get_schema()
    done: Counter[str] = Counter()
    there = counts(database)
    for name in (*schema.links, *schema.nodes):
        found = there[name]
        if found > sent[name]:
            gone, cut = remove_stale(database, name, rows)
            done += Counter(removed=gone, cut=cut)
            found = count_ours(database, name)
        if found != sent[name]:
            raise StoreError(f"{database.uri} holds {found} {name} of {sent[name]} sent: load again")
    return done

"""Neo4j over Bolt: a loader that may run twice, and the port that asks."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions, graph, time

from kg.errors import StoreError, UsageError
from kg.schema import get_schema
from loaders.batches import link_batches, node_batches
from loaders.port import one_line
from loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

    from loaders.port import Row

BATCH = 5000
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10
RETRY_SECONDS = 30
FULLTEXT = "names_zh"
_SETTLE_SECONDS = 300
_LONGEST = 300
_NAMED = ("Person", "Organization", "Office", "Place", "Programme")
# What stands as it is stays untouched: a second load writes nothing.
_WRITE = (
    "WITH x, r, properties(x) <> r.props AS stale "
    "FOREACH (once IN CASE WHEN stale THEN [1] ELSE [] END | SET x = r.props) "
    "RETURN count(*) AS seen, sum(CASE WHEN stale THEN 1 ELSE 0 END) AS written"
)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load sent and what it changed on the server."""

    nodes: int
    links: int
    created: int
    """Nodes and links that were not there before."""
    changed: int
    """Nodes and links that were there with other properties."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.nodes} nodes, {self.links} links: {self.created} new, {self.changed} changed"


def load(rows_folder: Path, uri: str, user: str, password: str, database: str = "neo4j") -> LoadReport:
    """Load a generation's rows into a Neo4j database; loading the same rows again changes nothing.

    Raises:
        UsageError: `uri` is no Bolt address.
        StoreError: the server is down, refuses the login, lacks the database, or holds fewer rows than were sent.
    """
    rows = Rows(rows_folder)
    sent: Counter[str] = Counter()
    done: Counter[str] = Counter()
    with _driver(uri, user, password) as driver, explained(uri, user, database):
        driver.verify_connectivity()
        _declare(driver, database)
        for label, batch in node_batches(rows.nodes(), BATCH):
            done += _send(driver, database, _node_statement(label), batch)
            sent[label] += len(batch)
        for (kind, source, target), batch in link_batches(rows.links(), BATCH):
            done += _send(driver, database, _link_statement(kind, source, target), batch)
            sent[kind] += len(batch)
        nodes, links = _verify(driver, database, sent, uri)
    return LoadReport(nodes, links, done["created"], done["changed"])


def _declare(driver: neo4j.Driver, database: str) -> None:
    schema = get_schema()
    statements = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for label in schema.nodes
    ]
    statements += [f"CREATE INDEX {label.lower()}_name IF NOT EXISTS FOR (n:`{label}`) ON (n.name)" for label in _NAMED]
    labels = "|".join(f"`{label}`" for label in schema.nodes)
    statements.append(
        f"CREATE FULLTEXT INDEX {FULLTEXT} IF NOT EXISTS FOR (n:{labels}) "
        "ON EACH [n.name, n.names, n.headline, n.quote] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )
    with driver.session(database=database) as session:
        session.execute_write(_run_all, statements)
    driver.execute_query(f"CALL db.awaitIndexes({_SETTLE_SECONDS})", database_=database)


def _run_all(transaction: neo4j.ManagedTransaction, statements: list[str]) -> None:
    for statement in statements:
        transaction.run(_as_query(statement))


def _node_statement(label: str) -> str:
    return f"UNWIND $rows AS r MERGE (x:`{label}` {{id: r.id}}) {_WRITE}"


def _link_statement(kind: str, source: str, target: str) -> str:
    return (
        f"UNWIND $rows AS r MATCH (a:`{source}` {{id: r.source}}) MATCH (b:`{target}` {{id: r.target}}) "
        f"MERGE (a)-[x:`{kind}` {{id: r.id}}]->(b) {_WRITE}"
    )


def _send(driver: neo4j.Driver, database: str, statement: str, batch: list[Row]) -> Counter[str]:
    result = driver.execute_query(statement, rows=batch, database_=database)
    seen, written = result.records[0].values()
    if seen != len(batch):
        raise StoreError(f"Neo4j took {seen} of {len(batch)} rows: an end of a link is missing: run kg build again")
    counters = result.summary.counters
    created = counters.nodes_created + counters.relationships_created
    return Counter(created=created, changed=written - created)


def _verify(driver: neo4j.Driver, database: str, sent: Counter[str], uri: str) -> tuple[int, int]:
    schema = get_schema()
    for name, wanted in sent.items():
        pattern = f"(x:`{name}`)" if name in schema.nodes else f"()-[x:`{name}`]->()"
        found = driver.execute_query(f"MATCH {pattern} RETURN count(x)", database_=database).records[0].value()
        if found < wanted:
            raise StoreError(f"{uri} holds {found} {name} of {wanted} sent: load again")
    return sum(sent[name] for name in schema.nodes), sum(sent[name] for name in schema.links)


class BoltStore:
    """A Neo4j database opened to be read."""

    def __init__(self, uri: str, user: str, password: str, database: str = "neo4j") -> None:
        """Connect.

        Raises:
            UsageError: `uri` is no Bolt address.
            StoreError: the server is down, refuses the login, or lacks the database.
        """
        self._where = (uri, user, database)
        self._driver = _driver(uri, user, password)
        try:
            with explained(*self._where):
                self._driver.verify_connectivity()
                self._driver.execute_query("RETURN 1", database_=database, routing_=neo4j.RoutingControl.READ)
        except StoreError:
            self._driver.close()
            raise

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Disconnect."""
        self.close()

    def close(self) -> None:
        """Disconnect."""
        self._driver.close()

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement as plain values.

        Raises:
            StoreError: the statement is wrong or would change the graph, or the server does not answer.
        """
        with explained(*self._where):
            result = self._driver.execute_query(
                _as_query(cypher), dict(params or {}), database_=self._where[2], routing_=neo4j.RoutingControl.READ
            )
        return [{name: _to_plain(record[name]) for name in result.keys} for record in result.records]


def _as_query(text: str) -> Any:  # noqa: ANN401  # the driver wants a literal, which a text of the user's is not
    return text


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    parts = urlsplit(uri)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise UsageError(f"not a Bolt address: {uri!r}: write one like bolt://localhost:7687 or neo4j+s://host")
    try:
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
        )
    except (exceptions.ConfigurationError, ValueError) as error:
        raise UsageError(f"not a Bolt address: {uri!r}: {one_line(error)}") from error


@contextmanager
def explained(uri: str, user: str, database: str) -> Iterator[None]:
    """Turn what the driver raises into a StoreError of one line."""
    try:
        yield
    except exceptions.AuthError as error:
        raise StoreError(f"{uri} refuses user {user!r}: check the user and the password (NEO4J_PASSWORD)") from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, OSError) as error:
        raise StoreError(
            f"no Neo4j answers at {uri}: start the server, or check host and port ({_shorten(error)})"
        ) from error
    except exceptions.ClientError as error:
        raise StoreError(_client(error, uri, database)) from error
    except (exceptions.Neo4jError, exceptions.DriverError) as error:
        raise StoreError(f"Neo4j at {uri}: {_shorten(error)}") from error


def _client(error: exceptions.ClientError, uri: str, database: str) -> str:
    code = error.code or ""
    if code.endswith("DatabaseNotFound"):
        return f"{uri} has no database {database!r}: name one of its own with --database"
    if code.endswith("AccessMode"):
        return "Cypher: this statement would change the graph, which kg load alone does: ask with MATCH … RETURN"
    if code.endswith("ParameterMissing"):
        missing = re.search(r"Expected parameter\(s\): (\S+)", error.message or "")
        name = missing.group(1) if missing else "?"
        return f"Cypher: no value for parameter ${name}: give it as --param {name}=…"
    return f"Cypher: {_shorten(error)}"


def _shorten(error: BaseException) -> str:
    message = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    return one_line(message or error)[:_LONGEST]


def _to_plain(value: object) -> object:
    match value:
        case time.Date() | time.DateTime():
            return value.to_native()
        case time.Time() | time.Duration():
            return str(value)
        case graph.Node() | graph.Relationship() | graph.Path():
            return _plain_graph(value)
        case list() | tuple():
            return [_to_plain(part) for part in value]
        case dict():
            return {key: _to_plain(part) for key, part in value.items()}
        case _:
            return value


def _plain_graph(value: graph.Node | graph.Relationship | graph.Path) -> object:
    if isinstance(value, graph.Path):
        nodes, links = value.nodes, value.relationships
        steps = [part for step in zip(nodes, links, strict=False) for part in step]
        return [_to_plain(part) for part in (*steps, *nodes[len(links) :])]
    props = {key: _to_plain(value[key]) for key in sorted(value)}
    if isinstance(value, graph.Node):
        return {"labels": sorted(value.labels), **props}
    return {"type": value.type, **props}

"""A server that speaks Bolt, as Neo4j 5 and later do: how it is reached, what it says, and the port that asks it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions

from kg.errors import StoreError, UsageError
from loaders.bolt_values import to_plain
from loaders.port import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from loaders.port import Row

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10
RETRY_SECONDS = 30
CHANGES = "Cypher: this statement would change the graph, which kg load alone does: ask with MATCH … RETURN"
_READS = "r"
_LONGEST = 300
_LOGIN_ERRORS = (exceptions.AuthError, exceptions.TokenExpired)


class BoltStore:
    """A database of a server that speaks Bolt, opened to be read."""

    def __init__(self, uri: str, user: str, password: str, database: str = "neo4j") -> None:
        """Connect.

        Raises:
            UsageError: `uri` is no Bolt address.
            StoreError: the server is down, refuses the login, or lacks the database.
        """
        self._where = (uri, user, database)
        self._driver = connect(uri, user, password)
        try:
            with explained(*self._where):
                self._driver.verify_connectivity()
                self._driver.execute_query("RETURN 1", database_=database, routing_=neo4j.RoutingControl.READ)
        except BaseException:
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
        with explained(*self._where), self._driver.session(database=self._where[2]) as session:
            return session.execute_read(_ask, as_query(cypher), dict(params or {}))


def _ask(transaction: neo4j.ManagedTransaction, query: Any, params: dict[str, object]) -> list[Row]:  # noqa: ANN401
    result = transaction.run(query, params)
    rows = [{name: to_plain(record[name]) for name in result.keys()} for record in result]  # noqa: SIM118  # a method
    # Not every server keeps to the access mode: what it did is looked at before the transaction can end well.
    summary = result.consume()
    if summary.query_type != _READS or summary.counters.contains_updates:
        raise StoreError(CHANGES)
    return rows


@dataclass(frozen=True, slots=True)
class Database:
    """A database of a server, for whoever changes it; a statement is tried again where the connection breaks."""

    driver: neo4j.Driver
    name: str
    uri: str

    def run(self, statement: str, **params: object) -> neo4j.EagerResult:
        """Run a statement in a transaction of its own; values enter as parameters."""
        return self.driver.execute_query(as_query(statement), params, database_=self.name)

    def write(self, work: Callable[[neo4j.ManagedTransaction], None]) -> None:
        """Run several statements in one transaction."""
        with self.driver.session(database=self.name) as session:
            session.execute_write(work)


def as_query(text: str) -> Any:  # noqa: ANN401  # the driver wants a literal, which a text of the user's is not
    """Return a text as the driver takes it."""
    return text


def connect(uri: str, user: str, password: str) -> neo4j.Driver:
    """Return a driver for an address; it connects when it is first used.

    Raises:
        UsageError: `uri` is no Bolt address, or holds a password.
    """
    _check_address(uri)
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


def _check_address(uri: str) -> None:
    example = "write one like bolt://localhost:7687 or neo4j+s://host"
    try:
        parts = urlsplit(uri)
        known = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket that does not close
        raise UsageError(f"not a Bolt address: {example}") from None
    if "@" in parts.netloc:
        # What is in an address ends up in messages and in the shell's history.
        raise UsageError("an address holds no user or password: give --user NAME, and the password in NEO4J_PASSWORD")
    if not known or not uri.isprintable() or " " in uri:
        raise UsageError(f"not a Bolt address: {uri!r}: {example}")


@contextmanager
def explained(uri: str, user: str, database: str) -> Iterator[None]:
    """Turn what the driver raises into a StoreError of one line."""
    try:
        yield
    except _LOGIN_ERRORS as error:
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
        return CHANGES
    if code.endswith("Forbidden"):
        return f"Cypher: {uri} does not allow this: a question reads, with MATCH … RETURN ({_shorten(error)})"
    if code.endswith("ParameterMissing"):
        missing = re.search(r"Expected parameter\(s\): (\S+)", error.message or "")
        name = missing.group(1) if missing else "?"
        return f"Cypher: no value for parameter ${name}: give it as --param {name}=…"
    return f"Cypher: {_shorten(error)}"


def _shorten(error: BaseException) -> str:
    message = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    return one_line(message or error)[:_LONGEST]

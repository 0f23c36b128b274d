"""Every named question on ArcadeDB, Neo4j and pyoxigraph: one answer, and an answer that has rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import neo4j
import pytest

import queries
from loaders.arcadedb import ArcadeStore
from loaders.arcadedb import load as load_arcadedb
from loaders.neo4j_bolt import BoltStore
from loaders.neo4j_load import load
from loaders.rdf import QuadStore, load_quads
from tests.unit.queries.stories import CASES, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.servers import Server

pytestmark = pytest.mark.integration


def wipe(server: Server) -> None:
    """Empty the server's database."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture(scope="module")
def engines(neo4j_server: Server, rows_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the whole story in three stores; the server holds the fixture graph again afterwards."""
    rows = write_rows(tmp_path_factory.mktemp("whole_story"))
    login = (neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    wipe(neo4j_server)
    load(rows, *login)
    load_arcadedb(rows, rows / "arcadedb")
    load_quads(rows, rows / "quads")
    with ArcadeStore(rows / "arcadedb") as arcadedb, BoltStore(*login) as bolt, QuadStore(rows / "quads") as quads:
        yield {"arcadedb": arcadedb, "neo4j": bolt, "pyoxigraph": quads}
    wipe(neo4j_server)
    load(rows_folder, *login)


@pytest.mark.parametrize(("name", "params"), CASES)
def test_three_engines_give_the_same_rows(engines: dict[str, Any], name: str, params: dict[str, str]) -> None:
    """A question is one question, together with the passages that answer it."""
    answers = {engine: queries.run(name, store, params, evidence=True) for engine, store in engines.items()}
    assert answers["arcadedb"] == answers["neo4j"] == answers["pyoxigraph"]
    assert answers["neo4j"].rows


@pytest.mark.parametrize("question", queries.catalogue(), ids=lambda question: question.name)
def test_within_a_span_three_engines_give_the_same_rows(engines: dict[str, Any], question: queries.Question) -> None:
    """A span of days, a least confidence and a limit mean the same everywhere."""
    taken = {parameter.name for parameter in question.parameters}
    for params in ({"from": "2021-05", "to": "2023-02-19"}, {"min_confidence": "0.85", "limit": "3"}, {"limit": ""}):
        given = {name: value for name, value in params.items() if name in taken}
        answers = {engine: queries.run(question, store, given) for engine, store in engines.items()}
        assert answers["arcadedb"] == answers["neo4j"] == answers["pyoxigraph"]

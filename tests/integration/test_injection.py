"""Whatever a page or a user writes is a value: on three engines no text changes what a question does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import queries
from kg.errors import StoreError, UsageError
from loaders.neo4j_bolt import BoltStore
from queries import candidates
from tests.integration.conftest import opened
from tests.unit.hostile import TEXTS, write_hostile_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.servers import Server

pytestmark = pytest.mark.integration

BENIGN = "无人叫这个名字"
_OF_CYPHER = "'}) DETACH DELETE n // \"}) MATCH (m) DETACH DELETE m // `}) $name {{name}} \n' OR true //\\ " + BENIGN
_OF_SPARQL = '" } UNION { ?s ?p ?o } # > . } ; DROP ALL # """ \'\'\' ?name \n" \\ ' + BENIGN
HOSTILE = {"arcadedb": _OF_CYPHER, "neo4j": _OF_CYPHER, "pyoxigraph": _OF_SPARQL}
"""What breaks out of every quote and comment of the language that an engine is asked in."""
ADDRESSES = (
    "bolt://127.0.0.1:1/?policy='}) DETACH DELETE n",
    "bolt://127.0.0.1:1;DROP",
    "bolt://127.0.0.1:99999",
    "bolt://[::1",
    "bolt://a b",
    "bolt://\n127.0.0.1:1",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "bolt://user:秘密@127.0.0.1:1",
    "",
    "\x00",
)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generation folder with a person for each hostile text."""
    return write_hostile_rows(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile_stores(
    hostile_folder: Path, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """Return the hostile rows in three stores."""
    with opened(hostile_folder, neo4j_server, tmp_path_factory.mktemp("stores")) as stores:
        yield stores


@pytest.fixture
def hostile(hostile_stores: dict[str, Any], neo4j_server: Server, hostile_folder: Path) -> dict[str, Any]:
    """Return the hostile rows in three stores, also where another test had the server meanwhile."""
    neo4j_server.hold(hostile_folder)
    return hostile_stores


def size(engines: dict[str, Any]) -> list[object]:
    """Return how much there is in each store."""
    cypher = "MATCH (n) WITH count(n) AS nodes MATCH ()-[l]->() RETURN nodes, count(l) AS links"
    quads = engines["pyoxigraph"].run("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    return [engines["arcadedb"].run(cypher), engines["neo4j"].run(cypher), quads]


def outcome(question: queries.Question, store: Any, name: str, value: str) -> object:
    """Return what a question answers to a value: rows, or the kind of error and how it begins."""
    try:
        return queries.run(question, store, {name: value}).rows
    except UsageError as error:
        return type(error), str(error).count("\n"), str(error).split(repr(value))[0]


@pytest.mark.parametrize("question", queries.catalogue(), ids=lambda question: question.name)
def test_no_parameter_changes_what_a_question_does(stores: dict[str, Any], question: queries.Question) -> None:
    """A text that breaks out of every quote is answered as one that merely is not there, and nothing is changed."""
    before = size(stores)
    for parameter in question.parameters:
        for engine, store in stores.items():
            expected = outcome(question, store, parameter.name, BENIGN)
            assert outcome(question, store, parameter.name, HOSTILE[engine]) == expected, (engine, parameter.name)
    assert size(stores) == before


@pytest.mark.parametrize("text", [text for text in TEXTS if text.strip()])
def test_a_name_of_any_characters_is_found(hostile: dict[str, Any], text: str) -> None:
    """Somebody whose name looks like code is found by it, alone, and by all engines alike."""
    found = {engine: candidates(store, text, ("Person",)) for engine, store in hostile.items()}
    assert found["arcadedb"] == found["neo4j"] == found["pyoxigraph"]
    assert text in [one.name for one in found["neo4j"]]
    answers = {engine: outcome(queries.get("evidence"), store, "about", text) for engine, store in hostile.items()}
    assert answers["arcadedb"] == answers["neo4j"] == answers["pyoxigraph"]


@pytest.mark.parametrize("text", TEXTS)
def test_parameters_of_cypher_and_sparql_are_values(hostile: dict[str, Any], text: str) -> None:
    """A parameter comes back as it went in: alone, in a list, in a map, and as the value of a variable."""
    for engine in ("arcadedb", "neo4j"):
        rows = hostile[engine].run("RETURN $x AS x, $y AS y, $z AS z", {"x": text, "y": [text], "z": {"k": text}})
        assert rows == [{"x": text, "y": [text], "z": {"k": text}}]
        found = hostile[engine].run("MATCH (p:Person {name: $x})-[:HOLDS]->(o) RETURN o.post AS post", {"x": text})
        assert found == [{"post": text}]
    asked = "SELECT ?name ?post WHERE { ?p a kg:Person ; rdfs:label ?name . ?p kg:holds/kg:post ?post }"
    assert [row["post"] for row in hostile["pyoxigraph"].run(asked, {"name": text})] == [text]


@cache
def readers() -> tuple[str, ...]:
    """Return statements that would change a graph or reach beyond it."""
    return (
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x'",
        "CREATE (n:Person)",
        "CREATE INDEX FOR (n:Person) ON (n.x)",
        "DROP CONSTRAINT person_id",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
        "UNWIND [1] AS x MERGE (n:X {id: x})",
        "LOAD CSV FROM 'http://127.0.0.1:1/x' AS line CREATE (n {x: line})",
    )


@pytest.mark.parametrize("statement", readers())
def test_statements_that_write_are_refused(hostile: dict[str, Any], statement: str) -> None:
    """The port reads: on either store a statement that writes fails in one line and changes nothing."""
    before = size(hostile)
    for engine in ("arcadedb", "neo4j"):
        with pytest.raises(StoreError) as error:
            hostile[engine].run(statement)
        assert "\n" not in str(error.value)
    assert size(hostile) == before


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_an_address_or_refused(address: str) -> None:
    """What is no address, or leads nowhere, is one line, and a password in it is not repeated."""
    with pytest.raises((UsageError, StoreError)) as error:
        BoltStore(address, "neo4j", "wrong password")
    assert "\n" not in str(error.value)
    assert "秘密" not in str(error.value)


@pytest.mark.parametrize("name", ["neo4j`; DROP DATABASE neo4j", "'", "no such", "../neo4j"])
def test_a_database_is_a_name(neo4j_server: Server, name: str) -> None:
    """A database that is not there is not there, whatever its name looks like."""
    with pytest.raises(StoreError, match=r"has no database|Neo4j at|Cypher") as error:
        BoltStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password, name)
    assert "\n" not in str(error.value)

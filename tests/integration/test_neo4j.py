"""The rows in a real Neo4j: loading twice, refusing, and answering as the other stores do."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

import queries
from kg.errors import StoreError, UsageError
from kg.graph import open as open_graph
from kg.schema import get_schema
from loaders.fulltext import FULLTEXT
from loaders.neo4j_bolt import BoltStore
from loaders.neo4j_load import load
from tests.unit.fixture_rows import HE, LINKS, MAYOR_TENURE, NODES, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.graph import Graph
    from tests.integration.servers import Server

pytestmark = pytest.mark.integration


def counts(store: BoltStore) -> tuple[int, int]:
    """Return how many nodes and links there are."""
    nodes = store.run("MATCH (n) RETURN count(n) AS n")[0]["n"]
    links = store.run("MATCH ()-[l]->() RETURN count(l) AS n")[0]["n"]
    assert isinstance(nodes, int)
    assert isinstance(links, int)
    return nodes, links


def test_a_second_load_changes_nothing(neo4j_server: Server, rows_folder: Path) -> None:
    """The first load makes every row, the second finds all of them as they are."""
    neo4j_server.wipe()
    login = neo4j_server.login
    first, second = load(rows_folder, *login), load(rows_folder, *login)
    assert (first.created, first.changed) == (len(NODES) + len(LINKS), 0)
    assert (second.nodes, second.links, second.created, second.changed) == (len(NODES), len(LINKS), 0, 0)
    with BoltStore(*login) as store:
        assert counts(store) == (len(NODES), len(LINKS))


def test_a_changed_row_is_written_and_a_property_that_is_gone_goes(
    neo4j_server: Server, rows_folder: Path, tmp_path: Path
) -> None:
    """A load brings the database to what the rows say, for exactly the rows that differ."""
    neo4j_server.hold(rows_folder)
    login = neo4j_server.login
    rows = write_rows(tmp_path)
    path = rows / "nodes.jsonl"
    text = path.read_text(encoding="utf-8")
    assert '"latest_end": "2023-02-18"' in text
    path.write_text(text.replace('"latest_end": "2023-02-18"', '"latest_end": null'), encoding="utf-8")
    assert load(rows, *login).changed == 1
    with BoltStore(*login) as store:
        ended = store.run("MATCH (t:Tenure {id: $id}) RETURN t.latest_end AS day", {"id": MAYOR_TENURE})
    assert ended == [{"day": None}]
    assert load(rows_folder, *login).changed == 1


def test_an_end_that_is_missing_is_an_error(neo4j_server: Server, tmp_path: Path) -> None:
    """A link whose end is not there is never dropped in silence."""
    neo4j_server.wipe()
    rows = write_rows(tmp_path)
    path = rows / "links.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:-1], lines[-1].replace('"target": "', '"target": "gone-')]), encoding="utf-8")
    with pytest.raises(StoreError, match="an end of a link is missing"):
        load(rows, *neo4j_server.login)
    neo4j_server.wipe()


def test_keys_are_unique_and_chinese_is_found_by_two_characters(stores: dict[str, Any]) -> None:
    """Every label has its constraint, and full text cuts Chinese into pairs (analyser cjk)."""
    bolt = stores["neo4j"]
    keyed = {row["label"] for row in bolt.run("SHOW CONSTRAINTS YIELD labelsOrTypes RETURN labelsOrTypes[0] AS label")}
    assert keyed == set(get_schema().nodes)
    ask = "CALL db.index.fulltext.queryNodes('names_zh', $text) YIELD node RETURN DISTINCT labels(node)[0] AS label"
    assert {row["label"] for row in bolt.run(ask, {"text": "护工"})} >= {"Programme", "Group"}
    assert bolt.run(ask, {"text": "工护"}) == []


def test_either_store_finds_chinese_by_the_same_statement(stores: dict[str, Any]) -> None:
    """Names, headlines and passages are sought by pairs of characters, in indexes of the same names."""
    ask = "CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id ORDER BY id"
    for index, (label, key) in FULLTEXT.items():
        found = f"MATCH (n:{label}) WHERE n.{key} CONTAINS $text RETURN n.id AS id ORDER BY id"
        for text in ("青峦", "护工", "会议", "贺清", "峦青"):
            asked = {"index": index, "text": text}
            expected = stores["neo4j"].run(found, asked)
            assert stores["neo4j"].run(ask, asked) == stores["arcadedb"].run(ask, asked) == expected, (index, text)
    for engine in ("neo4j", "arcadedb"):
        for asked in ({"index": "no such", "text": "青峦"}, {"index": "passage_text", "text": "("}):
            with pytest.raises(StoreError, match="Cypher: ") as error:
                stores[engine].run(ask, asked)
            assert "\n" not in str(error.value)


def test_values_come_back_as_from_the_embedded_store(stores: dict[str, Any]) -> None:
    """One port: nodes, links, dates, lists and nothing are the same plain values."""
    for statement in (
        "MATCH (n) RETURN n ORDER BY n.id",
        "MATCH ()-[l]->() RETURN l ORDER BY l.id",
        "MATCH p = (:Person {id: $id})-[:HOLDS]->(:Office) RETURN p",
        "RETURN date('2021-04-08') AS d, [1, 2.5, 'x', null, true] AS l, {a: {b: 1}} AS m",
    ):
        params = {"id": HE}
        assert stores["neo4j"].run(statement, params) == stores["arcadedb"].run(statement, params)
    day = stores["neo4j"].run("MATCH (t:Tenure {id: $id}) RETURN t.latest_begin AS day", {"id": MAYOR_TENURE})
    assert day == [{"day": dt.date(2021, 4, 8)}]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE (n:Person)", "would change the graph"),
        ("MATCH (n:Person RETURN n", "Invalid input"),
        ("MATCH (n) RETURN m", "not defined"),
        ("RETURN $x", "parameter .x"),
    ],
)
def test_what_it_refuses_is_said_in_one_line(stores: dict[str, Any], statement: str, said: str) -> None:
    """A statement that is wrong or writes tells why."""
    with pytest.raises(StoreError, match=said) as error:
        stores["neo4j"].run(statement)
    assert "\n" not in str(error.value)


def test_what_goes_wrong_with_a_server_is_one_line_each(neo4j_server: Server) -> None:
    """A server that is down, a wrong password, a missing database and no Bolt address are told apart."""
    good = neo4j_server
    with pytest.raises(StoreError, match="no Neo4j answers at bolt://127"):
        BoltStore("bolt://127.0.0.1:1", good.user, good.password)
    with pytest.raises(StoreError, match="check the user and the password"):
        BoltStore(good.uri, good.user, "not the password")
    with pytest.raises(StoreError, match="no database 'elsewhere'"):
        BoltStore(good.uri, good.user, good.password, "elsewhere")
    for uri in ("http://localhost:7474", "localhost:7687", "bolt://", ""):
        with pytest.raises(UsageError, match="not a Bolt address"):
            BoltStore(uri, good.user, good.password)


@pytest.fixture(scope="module")
def examples(examples_graph: Path) -> Iterator[Graph]:
    """Return the graph built from the examples."""
    with open_graph(examples_graph) as graph:
        yield graph


EXAMPLE_PARAMS: dict[str, dict[str, str]] = {
    "holder": {"place": "晋中市", "post": "市长", "on": "2022-06-01"},
    "roster": {"body": "晋中市政府", "on": "2022-05-18"},
}


SILENT_ON_EXAMPLES = {
    "moves": "nobody there works in two places",
    "renamings": "no body or place of theirs is renamed",
    "repeat_visits": "nobody goes to one place twice",
    "abroad": "nobody travels to another country",
    "foreign_guests": "no guest comes from another country",
    "unnamed": "no meeting leaves out a member who is proven to be in office on that day",
    "revisions": "no number is given twice with two values",
    "growth_check": "no growth has both of its values told",
    "two_holders": "no seat has two holders at once",
    "crossed_bounds": "no tenure is seen outside its bounds",
    "inferred_metadata": "every example says its paper and day",
}
"""Questions that have no rows there, and why; the story of the unit tests has rows for each."""


def test_the_examples_give_the_same_rows_everywhere(examples: Graph, neo4j_server: Server) -> None:
    """On the graph that `make demo` builds a question has one answer on three engines, and rows where there can be."""
    neo4j_server.wipe()
    login = neo4j_server.login
    load(examples.folder, *login)
    silent: set[str] = set()
    with BoltStore(*login) as bolt:
        for question in queries.catalogue():
            known = {parameter.name for parameter in question.parameters}
            found = 0
            spans = [{"limit": ""}, EXAMPLE_PARAMS.get(question.name, {"from": "2022", "to": "2023-06"})]
            for params in [given for given in spans if set(given) <= known]:
                answer = queries.ask(examples, question, params, evidence=True)
                assert answer == queries.ask(examples, question, params, engine="sparql", evidence=True)
                assert answer == queries.run(question, bolt, params, evidence=True)
                found += len(answer.rows)
            silent |= set() if found else {question.name}
    assert silent == set(SILENT_ON_EXAMPLES)

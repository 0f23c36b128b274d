"""The store answers SPARQL with plain values, to many readers, and does nothing else."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import StoreError
from loaders.quadstore import to_plain
from loaders.rdf import QuadStore, load_quads
from loaders.sparql import refuse_harm
from ontology import default_base
from tests.unit.fixture_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a loaded store."""
    rows = write_rows(tmp_path_factory.mktemp("rows"))
    load_quads(rows, rows / "quads")
    return rows / "quads"


@pytest.fixture
def store(folder: Path) -> Iterator[QuadStore]:
    """Return an opened store."""
    with QuadStore(folder) as opened:
        yield opened


def test_columns_keep_their_order_and_absent_values_are_none(store: QuadStore) -> None:
    """A row has every selected column, in the order of SELECT."""
    rows = store.run("SELECT ?b ?a (1 AS ?c) { VALUES (?a ?b) { ('x' UNDEF) } }")
    assert rows == [{"b": None, "a": "x", "c": 1}]
    assert list(rows[0]) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'市长'", "市长"),
        ("'市长'@zh", "市长"),
        ("42", 42),
        ("1.5", 1.5),
        ("2.5e2", 250.0),
        ("true", True),
        ("false", False),
        ("'2021-04-08'^^xsd:date", dt.date(2021, 4, 8)),
        ("'2021-02-30'^^xsd:date", "2021-02-30"),
        ("'many'^^xsd:integer", "many"),
        ("kg:Person", f"{default_base()}ns#Person"),
        ("1/0", None),
    ],
)
def test_values_are_plain(store: QuadStore, expression: str, value: object) -> None:
    """Each term becomes the plain value that it says; what is no value of its type stays text."""
    found = store.run(f"SELECT ?v {{ BIND({expression} AS ?v) }}")[0]["v"]
    assert found == value
    assert type(found) is type(value)


def test_terms_that_our_quads_do_not_have_are_text() -> None:
    """CONSTRUCT may make a blank node: it is text like any other."""
    assert to_plain(BlankNode("b")) == "_:b"
    assert to_plain(NamedNode("urn:x")) == "urn:x"
    assert to_plain(Literal("x")) == "x"


def test_ask_construct_and_describe(store: QuadStore) -> None:
    """Every form of query gives rows."""
    assert store.run("ASK { ?p a kg:Person }") == [{"answer": True}]
    assert store.run("ASK { ?p a kg:Ghost }") == [{"answer": False}]
    made = store.run("CONSTRUCT { ?p foaf:name ?name } WHERE { ?p a kg:Source ; rdfs:label ?name }")
    assert sorted(str(row["object"]) for row in made) == ["沧宁晚报", "青峦日报"]
    place = "id/place/990100-2003"
    described = store.run(f"DESCRIBE <{place}>")
    assert {row["subject"] for row in described} == {default_base() + place}


def test_prefixes_and_base_are_known_but_may_be_given(store: QuadStore) -> None:
    """A query pasted with its own prefixes works as well as one without."""
    bare = store.run("SELECT (COUNT(*) AS ?n) { ?p a kg:Person }")
    own = store.run(f"PREFIX k: <{default_base()}ns#> SELECT (COUNT(*) AS ?n) {{ ?p a k:Person }}")
    assert bare == own == store.run("PREFIX kg: <ns#> SELECT (COUNT(*) AS ?n) { ?p a kg:Person }")


def test_a_store_knows_its_base(tmp_path: Path) -> None:
    """A graph built under another base answers the same queries."""
    load_quads(write_rows(tmp_path), tmp_path / "quads", "https://news.example/kg/")
    with QuadStore(tmp_path / "quads") as store:
        assert store.base == "https://news.example/kg/"
        person = store.run("SELECT ?p { ?p a kg:Person ; rdfs:label '白若溪' }")
        assert str(person[0]["p"]).startswith("https://news.example/kg/id/person/")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { kg:a kg:b 1 }",
        "PREFIX x: <urn:x> # a comment: SELECT\n delete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/x.ttl>",
        "DROP ALL",
        "WITH kg:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused(store: QuadStore, query: str) -> None:
    """Quads are made by kg build: an update gets one line that says so, and nothing changes."""
    before = store.run("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    with pytest.raises(StoreError, match="changes data"):
        store.run(query)
    assert store.run("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "select * { service silent<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { ?s ?p 'SERVICE' . { SERVICE ?where { ?a ?b ?c } } }",
        "SELECT * {SERVICE\n#x\n<http://127.0.0.1:9/>{}}",
        "ASK { ?s ?p '''it's \\''' } # ''' . SERVICE ?x { } }",
    ],
)
def test_a_query_does_not_reach_another_server(query: str) -> None:
    """SERVICE is refused before the engine sees it."""
    with pytest.raises(StoreError, match="SERVICE asks another server"):
        refuse_harm(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service kg:service \'SERVICE\', """a SERVICE " here""" }',
        "SELECT $load { $load a <http://x/INSERT> } # SERVICE <x>",
        "PREFIX load: <urn:load> SELECT * { ?s load:service ?o ; a load:DROP }",
        "ASK { ?s ?p 'don\\'t SERVICE me'@en }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_words_that_only_look_like_keywords_pass(query: str) -> None:
    """Variables, names, strings and comments may hold any word."""
    refuse_harm(query)


@pytest.mark.parametrize("query", ["", "SELECT", "SELECT * { ?s ?p }", "COUNT (n)", "SELECT ?x { ?x nope:y 1 }"])
def test_a_wrong_query_gets_one_line(store: QuadStore, query: str) -> None:
    """A syntax error says so in one line."""
    with pytest.raises(StoreError, match="SPARQL") as caught:
        store.run(query)
    assert "\n" not in str(caught.value)


def test_a_wrong_query_is_told_where_and_what(store: QuadStore) -> None:
    """The words where reading stopped, the place, what would have been right: no table of characters."""
    said = {}
    for query in ("ASK { ?x nope:y 1 }", "ASK { ?x a kg:Person", "ASK {\n ?x rdfs:label 市长\n}", "match (n) RETURN n"):
        with pytest.raises(StoreError) as caught:
            store.run(query)
        said[query] = str(caught.value)
    assert "the prefix is not known; those that are: dcterms, foaf, kg" in said["ASK { ?x nope:y 1 }"]
    assert said["ASK { ?x a kg:Person"].startswith("SPARQL does not parse at its end (line 1, column 21)")
    assert "before '}' (line 2" in said["ASK {\n ?x rdfs:label 市长\n}"]
    assert said["match (n) RETURN n"] == "MATCH begins a question in Cypher: ask it with kg cypher"
    assert not any("u{" in text or len(text) > 200 for text in said.values())


def test_many_processes_read_at_once(store: QuadStore, folder: Path) -> None:
    """A reader does not shut out another one."""
    script = (
        "import sys; from pathlib import Path; from loaders.rdf import QuadStore; "
        "sys.stdout.write(str(QuadStore(Path(sys.argv[1])).run('ASK {?s ?p ?o}')))"
    )
    done = [
        subprocess.run(
            [sys.executable, "-c", script, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]
    assert [run.stdout for run in done] == ["[{'answer': True}]"] * 2
    assert store.run("ASK { ?s ?p ?o }") == [{"answer": True}]


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    """Opening nothing says what to do, and makes no folder."""
    with pytest.raises(StoreError, match="run kg build again"):
        QuadStore(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_damaged_store(tmp_path: Path) -> None:
    """A store whose files are gone is an error of one line."""
    load_quads(write_rows(tmp_path), tmp_path / "quads")
    (tmp_path / "quads" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot open") as caught:
        QuadStore(tmp_path / "quads")
    assert "\n" not in str(caught.value)


def test_quads_are_loaded_into_a_fresh_folder(tmp_path: Path) -> None:
    """A folder with something in it is not loaded into."""
    write_rows(tmp_path)
    with pytest.raises(StoreError, match="not empty"):
        load_quads(tmp_path, tmp_path)


def test_a_store_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    """A file in the way is one line, not a traceback."""
    write_rows(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot write quads"):
        load_quads(tmp_path, tmp_path / "file" / "quads")

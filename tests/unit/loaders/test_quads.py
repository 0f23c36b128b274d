"""Everything that the property graph says can be asked in SPARQL, by the patterns that the reference prints."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.entity import Link, Node
from kg.errors import GraphFolderError, StoreError, UsageError
from kg.ids import iri
from loaders.mapping import check_base, get_mapping
from loaders.quads import iter_quads, quads_of
from loaders.rdf import QuadStore, load_quads
from ontology import default_base
from ontology.generate import get_mapping as read_mapping
from ontology.page import SPECIAL, link_pattern, pattern, property_pattern
from tests.unit.fixture_rows import BRAND_STORY, HALL, LINKS, MEETING, NODES, VISIT, VISIT_STORY, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAPPING = read_mapping()
TYPES = {(label, key): said["type"] for label, part in MAPPING["labels"].items() for key, said in part["keys"].items()}
KEYS = [(label, key) for label, key in TYPES]
LINK_KEYS = [
    (at, key) for at, link in enumerate(MAPPING["links"]) for key in link["keys"] if key != "id" or link["node"]
]


class FewRows:
    """Rows in memory."""

    def __init__(self, nodes: list[Node], links: list[Link]) -> None:
        """Hold rows."""
        self._nodes, self._links = nodes, links

    def nodes(self) -> Iterator[Node]:
        """Stream the nodes."""
        return iter(self._nodes)

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links."""
        return (link for link in self._links if not types or link.type in types)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QuadStore]:
    """Return a store of the small graph."""
    folder = write_rows(tmp_path_factory.mktemp("rows"))
    load_quads(folder, folder / "quads")
    with QuadStore(folder / "quads") as opened:
        yield opened


def _values(value: object, kind: str) -> list[object]:
    if value is None:
        return []
    if kind == "DATE":
        return [dt.date.fromisoformat(str(value))]
    return list(value) if isinstance(value, list) else [value]


@pytest.mark.parametrize(("label", "key"), KEYS)
def test_a_property_of_a_node_is_reached_by_its_pattern(store: QuadStore, label: str, key: str) -> None:
    """The pattern in the reference gives the values of the rows, with their types, and no others."""
    said = MAPPING["labels"][label]
    where = SPECIAL.get((label, key), pattern("?n", key, said["keys"][key]))
    rows = store.run(f"SELECT ?node ?{key} {{ ?n a {said['class']} ; kg:id ?node . {where} }}")
    expected = [(n.id, v) for n in NODES if n.label == label for v in _values(n.props.get(key), TYPES[label, key])]
    assert Counter((row["node"], row[key]) for row in rows) == Counter(expected)
    assert {type(row[key]) for row in rows} <= {type(value) for _, value in expected}


def _links(link: dict[str, Any]) -> list[Link]:
    return [row for row in LINKS if row.type == link["type"] and row.source_label in link["from"]]


@pytest.mark.parametrize("at", range(len(MAPPING["links"])), ids=lambda at: MAPPING["links"][at]["predicate"])
def test_a_link_is_reached_by_its_pattern(store: QuadStore, at: int) -> None:
    """The pattern of a link gives its ends, as often as there are links of the type."""
    link = MAPPING["links"][at]
    starts = " ".join(MAPPING["labels"][label]["class"] for label in link["from"])
    rows = store.run(
        f"SELECT ?from ?to {{ VALUES ?c {{ {starts} }} {link_pattern(link)} . ?a kg:id ?from ; a ?c . ?b kg:id ?to }}"
    )
    expected = [(row.source, row.target) for row in _links(link)]
    if not link["node"]:
        # Links without properties are one triple, however many say so.
        expected = sorted(set(expected))
    assert Counter((row["from"], row["to"]) for row in rows) == Counter(expected)


@pytest.mark.parametrize(("at", "key"), LINK_KEYS)
def test_a_property_of_a_link_is_reached_by_its_pattern(store: QuadStore, at: int, key: str) -> None:
    """The pattern of a link's property gives the values of the rows."""
    link = MAPPING["links"][at]
    expected = Counter(
        (row.source, row.target, value)
        for row in _links(link)
        for value in _values(row.props.get(key), link["keys"][key]["type"])
    )
    if key == "as":
        rows = [
            {**row, "as": use}
            for use in ("area", "site")
            for row in store.run(f"SELECT ?from ?to {{ ?a kg:{use} ?b . ?a kg:id ?from . ?b kg:id ?to }}")
        ]
    else:
        where = f"{link_pattern(link)} . ?a kg:id ?from . ?b kg:id ?to . {property_pattern(key, link['keys'][key])}"
        rows = store.run(f"SELECT ?from ?to ?{key} {{ {where} }}")
    assert Counter((row["from"], row["to"], row[key]) for row in rows) == expected


def test_there_are_no_blank_nodes_and_one_base(tmp_path: Path) -> None:
    """Every subject is an IRI under the base, and so is the name of every graph."""
    base = "https://news.example/kg/"
    quads = list(iter_quads(write_rows(tmp_path), base))
    assert quads
    for quad in quads:
        assert str(quad.subject.value).startswith(base)
        assert str(quad.graph_name.value).startswith(base)
        assert not isinstance(quad.object, BlankNode)
        assert not str(quad.object).startswith(f"<{default_base()}")


def test_the_same_rows_give_the_same_quads(tmp_path: Path) -> None:
    """Twice the same, in the same order."""
    folder = write_rows(tmp_path)
    assert list(iter_quads(folder)) == list(iter_quads(folder))


def test_what_an_article_attests_stands_in_its_graph(store: QuadStore) -> None:
    """Passages and attestations are in the article's graph, things and facts in one, short links in another."""
    graphs = store.run(
        """SELECT DISTINCT ?class ?g { GRAPH ?g { ?n a ?class } FILTER(STRSTARTS(STR(?class), STR(kg:))) }"""
    )
    by_class: dict[str, set[str]] = {}
    for row in graphs:
        by_class.setdefault(str(row["class"]).rsplit("#", 1)[1], set()).add(str(row["g"]).removeprefix(store.base))
    articles = {node.id for node in NODES if node.label == "Article"}
    assert by_class["Attestation"] == by_class["Passage"] == by_class["Article"] == articles
    assert by_class["Rejection"] < articles
    assert by_class["DerivedLink"] == {"graph/derived"}
    assert by_class["Tenure"] == by_class["Person"] == by_class["Fact"] == {"graph/entities"}
    assert iri(store.base, VISIT_STORY) != store.base + VISIT_STORY


def test_a_passage_of_two_articles_stands_in_both() -> None:
    """Two objects with the same text share their passages: each attests what it says."""
    passages = [link for link in LINKS if link.type == "IN" and link.target == VISIT_STORY]
    again = Link("IN", "again", passages[0].source, BRAND_STORY, passages[0].source_label, "Article", {"id": "again"})
    quads = list(quads_of(FewRows(NODES, [*LINKS, again]), get_mapping()))
    graphs = {str(q.graph_name.value) for q in quads if q.subject == get_mapping().thing(passages[0].source)}
    assert graphs == {default_base() + VISIT_STORY, default_base() + BRAND_STORY}


def test_dates_of_events_keep_to_what_is_known(store: QuadStore) -> None:
    """A month bounds a beginning, says nothing of the end and is no interval; two days are an OWL-Time interval."""
    stamps = """SELECT ?eb ?lb ?ee ?le ?begin ?finish { ?e kg:id "%s"
        OPTIONAL { ?e sem:hasEarliestBeginTimeStamp ?eb } OPTIONAL { ?e sem:hasLatestBeginTimeStamp ?lb }
        OPTIONAL { ?e sem:hasEarliestEndTimeStamp ?ee } OPTIONAL { ?e sem:hasLatestEndTimeStamp ?le }
        OPTIONAL { ?e time:hasTime ?t .
            ?t time:hasBeginning/time:inXSDDate ?begin ; time:hasEnd/time:inXSDDate ?finish } }"""
    month = store.run(stamps % MEETING)[0]
    assert (month["eb"], month["lb"]) == (dt.date(2021, 4, 1), dt.date(2021, 4, 30))
    assert month["ee"] is month["le"] is month["begin"] is None
    days = store.run(stamps % VISIT)[0]
    assert (days["begin"], days["finish"]) == (dt.date(2021, 4, 8), dt.date(2021, 4, 10))


def test_other_vocabularies_find_what_they_expect(store: QuadStore) -> None:
    """org:Membership has member, organisation and post; a delegation has foaf:member; an event sem:hasActor."""
    assert store.run(
        "ASK { ?m a org:Membership ; org:member/rdfs:label '白若溪' ; org:organization/rdfs:label '青峦市商务局' }"
    )[0]["answer"]
    assert store.run("ASK { ?d a foaf:Group ; foaf:member/rdfs:label '白若溪' }")[0]["answer"]
    assert store.run("ASK { ?e a sem:Event ; sem:hasActor [ a sem:Role ; rdf:value [ rdfs:label '白若溪' ] ] }")[0][
        "answer"
    ]
    assert store.run("ASK { ?p oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact '市长贺清禾' ] }")[0]["answer"]
    assert store.run("ASK { ?e kg:eventKind/skos:prefLabel '考察访问'@zh }")[0]["answer"]


def test_a_value_that_its_scheme_lacks_is_not_lost() -> None:
    """A kind that no scheme has is said with its notation, in no scheme: kg check finds it there."""
    odd = Node("Place", HALL, {"id": HALL, "name": "沧宁会展中心", "level": "星 级"})
    quads = list(quads_of(FewRows([odd, odd], []), get_mapping()))
    concept = NamedNode(f"{default_base()}scheme/place-level/{'%E6%98%9F%20%E7%BA%A7'}")
    notation = get_mapping().term("skos:notation")
    assert [q.object for q in quads if q.subject == concept and q.predicate == notation] == [Literal("星 级")]
    assert not [q for q in quads if q.subject == concept and q.predicate == get_mapping().term("skos:inScheme")]


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Node("Ghost", "ghost/1", {}), "no label Ghost"),
        (Node("Person", "person/1", {"age": 3}), "no property age"),
        (Node("Article", "article/1", {"earliest": "2021-02-30"}), "no day"),
        (Node("Event", "event/1", {"date_text": "2021-13"}), "date_text"),
        (Node("Office", "office/1", {"single_seat": "yes"}), "not of type BOOLEAN"),
        (Node("Place", "place/1", {"valid_from": "old"}), "not of type INTEGER"),
    ],
)
def test_rows_that_the_ontology_does_not_know_are_refused(node: Node, words: str) -> None:
    """One line says which node and what is wrong."""
    with pytest.raises(StoreError, match=words) as caught:
        list(quads_of(FewRows([node], []), get_mapping()))
    assert "\n" not in str(caught.value)


def test_an_unknown_link_is_refused() -> None:
    """A link type that the ontology lacks, or from where it may not start, is an error that names it."""
    with pytest.raises(StoreError, match="no LIKES from Person"):
        list(quads_of(FewRows([], [Link("LIKES", "1", "person/1", "person/2", "Person", "Person")]), get_mapping()))


@pytest.mark.parametrize("base", ["", "news", "https://news.example/a b/", "https://news.example/kg", "http://x/<>/"])
def test_a_base_that_is_none_is_a_usage_error(base: str) -> None:
    """The message quotes what was given and shows a good one."""
    with pytest.raises(UsageError, match="not a base IRI"):
        check_base(base)


@pytest.mark.parametrize(
    "base", ["https://news.example/kg/", "http://localhost/", "urn:news:", "https://news.example/kg#"]
)
def test_a_base_ends_in_a_separator(base: str) -> None:
    """Absolute IRIs that end in a separator are taken as they are."""
    assert check_base(base) == base


def test_a_damaged_row_names_file_and_line(tmp_path: Path) -> None:
    """Rows that break off are reported with the way out."""
    write_rows(tmp_path)
    with (tmp_path / "nodes.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"label": "Person", "id"')
    with pytest.raises(GraphFolderError, match=rf"nodes.jsonl, line {len(NODES) + 1}: not a row"):
        list(iter_quads(tmp_path))
    (tmp_path / "nodes.jsonl").unlink()
    with pytest.raises(GraphFolderError, match="cannot read"):
        list(iter_quads(tmp_path))

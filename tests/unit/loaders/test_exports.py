"""Exports say all that the rows say, in the same bytes every time, and are written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import random
import resource
import zipfile
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset

from kg.errors import GraphFolderError, KgError, UsageError
from kg.schema import get_schema
from loaders.exports import WRITERS, export
from loaders.quads import iter_quads
from loaders.sorted_quads import sorted_lines, sorted_quads, sorted_triples
from ontology import default_base
from tests.unit.fixture_rows import LINKS, NODES, write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from kg.entity import Link, Node

RDF = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
DOUBLE = "http://www.w3.org/2001/XMLSchema#double"
HOSTILE = '=HYPERLINK("http://x")\n+1,\'"<script>&]]>\x00\x0b\ufffe\U0001f600'


def _write(folder: Path, nodes: list[Node], links: list[Link]) -> Path:
    for name, rows in (("nodes", nodes), ("links", links)):
        text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def _meaning(quads: object) -> set[tuple[str, ...]]:
    """Return quads with numbers by value: JSON-LD writes them in another form."""
    return {
        (
            str(quad.subject),
            str(quad.predicate),
            repr(float(o.value)) if isinstance(o := quad.object, Literal) and o.datatype.value == DOUBLE else str(o),
            str(quad.graph_name),
        )
        for quad in quads  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("how", WRITERS)
def test_an_export_is_the_same_bytes_every_time(tmp_path: Path, how: str) -> None:
    """Nothing but the rows decides the bytes."""
    write_rows(tmp_path)
    for name in ("one", "two"):
        export(tmp_path, None, how, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["links.jsonl", "nodes.jsonl", "one", "two"]


@pytest.mark.parametrize("how", ["nquads", "turtle", "trig", "jsonld"])
def test_the_order_of_rows_does_not_matter_to_rdf(tmp_path: Path, how: str) -> None:
    """Rows in another order are the same graph, and the same bytes."""
    export(write_rows(tmp_path), None, how, tmp_path / "one")
    nodes, links = list(NODES), list(LINKS)
    random.Random(7).shuffle(nodes)  # noqa: S311
    random.Random(7).shuffle(links)  # noqa: S311
    _write(tmp_path, nodes, links)
    export(tmp_path, None, how, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("base", [None, "https://news.example/kg/"])
@pytest.mark.parametrize("how", RDF)
def test_every_quad_is_in_the_export(tmp_path: Path, how: str, base: str | None) -> None:
    """Read back, an export says what the rows say, under any base."""
    write_rows(tmp_path)
    export(tmp_path, base, how, tmp_path / "out")
    assert _meaning(parse(path=tmp_path / "out", format=RDF[how])) == _meaning(iter_quads(tmp_path, base))


@pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset):DeprecationWarning")
def test_rdflib_reads_the_exports(tmp_path: Path) -> None:
    """A second implementation finds as much in N-Quads, TriG and JSON-LD."""
    write_rows(tmp_path)
    expected = len(set(iter_quads(tmp_path)))
    for how, name in (("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")):
        export(tmp_path, None, how, tmp_path / "out")
        dataset = Dataset()
        dataset.parse(data=(tmp_path / "out").read_bytes(), format=name)
        assert len([quad for quad in dataset.quads() if quad[3] is not None]) == expected, how


def test_turtle_has_the_triples_of_all_graphs(tmp_path: Path) -> None:
    """Turtle has no graphs: all triples stand together, each once, with our prefixes."""
    export(write_rows(tmp_path), None, "turtle", tmp_path / "out")
    found = {quad.triple for quad in parse(path=tmp_path / "out", format=RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in iter_quads(tmp_path)}
    assert f"@prefix kg: <{default_base()}ns#> ." in (tmp_path / "out").read_text(encoding="utf-8")


def test_nquads_are_sorted_lines(tmp_path: Path) -> None:
    """The canonical artefact: sorted lines, each once."""
    export(write_rows(tmp_path), None, "nquads", tmp_path / "out")
    lines = (tmp_path / "out").read_bytes().splitlines()
    assert lines == sorted(set(lines))


TERMS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
NAMES = st.sampled_from(["urn:a", "urn:b", "urn:c"])


@given(st.lists(st.tuples(NAMES, NAMES, TERMS, NAMES), max_size=30), st.integers(1, 9))
def test_sorting_in_runs_is_sorting(parts: list[tuple[str, str, str, str]], run: int) -> None:
    """However few lines fit into memory, the result is the sorted set of all."""
    quads = [Quad(NamedNode(s), NamedNode(p), Literal(o), NamedNode(g)) for s, p, o, g in parts]
    lines = list(sorted_lines(quads, run))
    assert lines == sorted(set(lines))
    assert set(parse(b"".join(lines), RdfFormat.N_QUADS)) == set(quads)
    by_graph = list(sorted_quads(quads, run))
    assert len(by_graph) == len(set(quads)) == len(set(by_graph) & set(quads))
    graphs = [quad.graph_name.value for quad in by_graph]  # type: ignore[union-attr]
    assert graphs == sorted(graphs)
    triples = list(sorted_triples(quads, run))
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in quads}


def test_graphml_is_read_by_networkx(tmp_path: Path) -> None:
    """All nodes and links are there with typed values; lists are joined, what has no value is left out."""
    export(write_rows(tmp_path), None, "graphml", tmp_path / "out")
    graph = nx.read_graphml(tmp_path / "out", force_multigraph=True)
    assert set(graph.nodes) == {node.id for node in NODES}
    assert {key for _, _, key in graph.edges(keys=True)} == {link.id for link in LINKS}
    for node in NODES:
        said = graph.nodes[node.id]
        assert said["label"] == node.label
        for key, value in node.props.items():
            assert said.get(key) == (";".join(value) if isinstance(value, list) else value), (node.id, key)
    kinds = nx.get_edge_attributes(graph, "type")
    assert {kinds[link.source, link.target, link.id] for link in LINKS} == {link.type for link in LINKS}


def test_graphml_survives_what_xml_does_not_allow(tmp_path: Path) -> None:
    """Markup and control characters in names and ids make no broken file."""
    node = replace(NODES[0], props={**NODES[0].props, "headline": HOSTILE})
    export(_write(tmp_path, [node, *NODES[1:]], LINKS), None, "graphml", tmp_path / "out")
    found = nx.read_graphml(tmp_path / "out", force_multigraph=True).nodes[node.id]["headline"]
    assert found == HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")


def _tables(path: Path) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline="")))
            for name in archive.namelist()
        }


def test_csv_has_a_table_for_each_label_and_link_type(tmp_path: Path) -> None:
    """Tables hold every row, and their columns are those of the schema."""
    export(write_rows(tmp_path), None, "csv", tmp_path / "out.zip")
    tables, schema = _tables(tmp_path / "out.zip"), get_schema()
    assert set(tables) == {f"nodes_{n}.csv" for n in schema.nodes} | {f"links_{n}.csv" for n in schema.links}
    for label, types in schema.nodes.items():
        rows = tables[f"nodes_{label}.csv"]
        assert {row["id"] for row in rows} == {node.id for node in NODES if node.label == label}
        assert list(rows[0]) == list(types)
    for kind, link in schema.links.items():
        rows = tables[f"links_{kind}.csv"]
        assert _ends(rows) == sorted((x.source, x.target) for x in LINKS if x.type == kind)
        assert list(rows[0]) == ["source_label", "source", "target_label", "target", *link.props]


def _ends(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    return sorted((row["source"], row["target"]) for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_csv_cells_are_no_formulas(tmp_path: Path, start: str) -> None:
    """Text that a spreadsheet would run gets an apostrophe; numbers stay numbers, negative ones too."""
    at = next(i for i, node in enumerate(NODES) if node.label == "Measurement")
    props = {**NODES[at].props, "name": f"{start}1+1", "names": [f"{start}cmd", "x"], "value": -12.5}
    nodes = [*NODES[:at], replace(NODES[at], props=props), *NODES[at + 1 :]]
    export(_write(tmp_path, nodes, LINKS), None, "csv", tmp_path / "out.zip")
    row = next(row for row in _tables(tmp_path / "out.zip")["nodes_Measurement.csv"] if row["id"] == NODES[at].id)
    assert row["name"] == f"'{start}1+1"
    assert row["names"] == f"'{start}cmd;x"
    assert float(row["value"]) == -12.5


def test_csv_of_unsorted_rows_is_refused(tmp_path: Path) -> None:
    """A table is streamed once: rows out of order are an error, not two half tables."""
    _write(tmp_path, [*NODES, replace(NODES[0], id="article/again")], LINKS)
    with pytest.raises(GraphFolderError, match="not sorted"):
        export(tmp_path, None, "csv", tmp_path / "out.zip")
    assert not (tmp_path / "out.zip").exists()


def test_an_unknown_format_lists_those_that_are(tmp_path: Path) -> None:
    """A usage error, before anything is written."""
    with pytest.raises(UsageError, match="choose one of nquads, turtle, trig"):
        export(write_rows(tmp_path), None, "xlsx", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("how", WRITERS)
def test_a_failed_export_leaves_what_was_there(tmp_path: Path, how: str) -> None:
    """Rows that break off in the middle: the old file stands, and no temporary one is left."""
    _write(tmp_path, NODES, LINKS)
    with (tmp_path / "links.jsonl").open("a", encoding="utf-8") as file:
        file.write("{")
    (tmp_path / "out").write_text("old")
    with pytest.raises(KgError) as caught:
        export(tmp_path, None, how, tmp_path / "out")
    assert "\n" not in str(caught.value)
    assert (tmp_path / "out").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["links.jsonl", "nodes.jsonl", "out"]


@pytest.mark.parametrize("how", WRITERS)
def test_a_full_disk_is_one_line(tmp_path: Path, how: str) -> None:
    """Where a file may not grow, the error says which file, and the old one stands."""
    write_rows(tmp_path)
    (tmp_path / "out").write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(KgError, match=r"cannot write .*out") as caught:
            export(tmp_path, None, how, tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "\n" not in str(caught.value)
    assert (tmp_path / "out").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["links.jsonl", "nodes.jsonl", "out"]


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """Nothing is made on the way."""
    with pytest.raises(KgError, match="cannot write"):
        export(write_rows(tmp_path), None, "nquads", tmp_path / "none" / "out")

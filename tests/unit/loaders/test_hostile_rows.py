"""Rows with hostile texts, labels and properties, on their way into every file and store that needs no server."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.cells import FORMULA_STARTS
from kg.errors import KgError, UsageError
from loaders.arcadedb import load
from loaders.exports import FOLDERS, WRITERS, export
from loaders.mapping import check_base
from loaders.quadstore import load_quads
from tests.unit.fixture_rows import write_rows
from tests.unit.hostile import TEXTS, hostile_rows, write_hostile_rows

if TYPE_CHECKING:
    from pathlib import Path

LABEL = "Person`) DETACH DELETE (n:`X"
FORMATS = {"nquads": RdfFormat.N_QUADS, "turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
TABLES = {"csv", *FOLDERS}
VALUES = {"label": {"graphml"}, "type": {"graphml"}, "end": {"graphml", *TABLES}}
"""Where a label, a type, the label of an end are values like any other."""
LABELS = "http://www.w3.org/2000/01/rdf-schema#label"


@pytest.mark.parametrize("how", FORMATS)
def test_rdf_literals_hold_every_text(tmp_path: Path, how: str) -> None:
    """What parses the file finds each name as it was, and no triple that a text smuggled in."""
    export(write_hostile_rows(tmp_path), None, how, tmp_path / "out")
    quads = list(parse((tmp_path / "out").read_bytes(), format=FORMATS[how]))
    names = {quad.object.value for quad in quads if quad.predicate.value == LABELS}
    assert names >= set(TEXTS)
    assert not [quad for quad in quads if str(quad.predicate) in {"<urn:b>", "<http://urn:b>"}]


def test_graphml_holds_every_text(tmp_path: Path) -> None:
    """A reader of GraphML finds as many nodes and links as there are, and each name, where XML has its characters."""
    nodes, links = hostile_rows()
    export(write_hostile_rows(tmp_path), None, "graphml", tmp_path / "out")
    graph = nx.read_graphml(tmp_path / "out")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(nodes), len(links))
    names = {str(data["name"]) for _, data in graph.nodes(data=True)}
    assert names >= {text for text in TEXTS if text == "".join(text.splitlines()) and "\x1f" not in text}


def test_csv_runs_nothing_and_loses_nothing(tmp_path: Path) -> None:
    """No cell is a formula to a spreadsheet, and each name is there, behind an apostrophe if it looked like one."""
    export(write_hostile_rows(tmp_path), None, "csv", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert all("/" not in name and "\\" not in name for name in archive.namelist())
        tables = [
            list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline=""))) for name in archive.namelist()
        ]
    cells = [cell for table in tables for row in table for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    people = {row["name"].removeprefix("'") for table in tables for row in table if row.get("id", "").startswith("per")}
    assert people >= {text for text in TEXTS if not text.startswith("'")}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (change, where)
        for where in (*WRITERS, *FOLDERS, "arcadedb", "quads")
        for change in ("label", "type", "end")
        if where not in VALUES[change]
    ],
)
def test_a_label_that_the_ontology_lacks_is_refused(tmp_path: Path, change: str, where: str) -> None:
    """Labels and types become part of statements and file names: one that is not the ontology's is an error."""
    write_rows(tmp_path)
    name = "nodes" if change == "label" else "links"
    key = {"label": "label", "type": "type", "end": "source_label"}[change]
    path = tmp_path / f"{name}.jsonl"
    first, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = json.dumps(json.loads(first) | {key: LABEL}, ensure_ascii=False) + "\n"
    path.write_text("".join([*rest, changed]), encoding="utf-8")
    with pytest.raises(KgError) as error:
        take(tmp_path, where)
    assert "\n" not in str(error.value)


def take(rows: Path, where: str) -> None:
    """Take rows to a store or a file."""
    if where == "arcadedb":
        load(rows, rows / "store")
    elif where == "quads":
        load_quads(rows, rows / "store")
    else:
        export(rows, None, where, rows / "out")


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org/'}) DETACH DELETE n/",
        "https://example.org/> <urn:x> <urn:y> ./",
        'https://example.org/"/',
        "https://example.org/`/",
        "https://example.org/|/",
        "https://example.org/\n/",
        "https://example.org/{x}/",
        "https://example.org",
        "example.org/",
        "",
        "/etc/",
    ],
)
def test_a_base_that_could_leave_its_brackets_is_refused(base: str) -> None:
    """A base IRI stands in files, in queries and in the mark of a database: it has no character that ends it."""
    with pytest.raises(UsageError, match="not a base IRI"):
        check_base(base)

"""Parquet tables: typed, whole, the same bytes for the same rows."""

from __future__ import annotations

import datetime as dt
import errno
import io
from typing import TYPE_CHECKING

import pandas as pd
import polars as pl
import pytest

from kg.errors import GraphFolderError, KgError, StoreError
from kg.frames import Frame, to_frame, write_parquet
from kg.schema import get_schema
from loaders.exports import export
from loaders.port import store_props
from loaders.rows import Rows
from tests.unit.fixture_rows import LINKS, NODES, write_rows
from tests.unit.hostile import hostile_rows, write_hostile_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.entity import Link, Node

POLARS = {
    "STRING": pl.String,
    "STRING[]": pl.List(pl.String),
    "INTEGER": pl.Int64,
    "FLOAT": pl.Float64,
    "BOOLEAN": pl.Boolean,
    "DATE": pl.Date,
}


def read_nodes(folder: Path) -> dict[str, tuple[str, dict[str, object]]]:
    """Return label and properties of every node in a folder of tables, by id; what has no value is left out."""
    found: dict[str, tuple[str, dict[str, object]]] = {}
    for path in folder.glob("nodes_*.parquet"):
        for row in pl.read_parquet(path).iter_rows(named=True):
            props = {key: value for key, value in row.items() if value is not None}
            found[row["id"]] = (path.stem.removeprefix("nodes_"), props)
    return found


def read_links(folder: Path) -> dict[str, tuple[str, dict[str, object]]]:
    """Return type, ends and properties of every link in a folder of tables, by id."""
    found: dict[str, tuple[str, dict[str, object]]] = {}
    for path in folder.glob("links_*.parquet"):
        for row in pl.read_parquet(path).iter_rows(named=True):
            props = {key: value for key, value in row.items() if value is not None}
            found[row["id"]] = (path.stem.removeprefix("links_"), props)
    return found


@pytest.mark.parametrize("graph", ["fixture", "hostile"])
def test_every_value_comes_back(tmp_path: Path, graph: str) -> None:
    """What is read from the tables is what the rows say, whatever characters it has; days are days, lists are lists."""
    (tmp_path / "rows").mkdir()
    write = write_rows if graph == "fixture" else write_hostile_rows
    nodes, links = (NODES, LINKS) if graph == "fixture" else hostile_rows()
    assert export(write(tmp_path / "rows"), None, "parquet", tmp_path / "out") is None
    schema = get_schema()
    kept_nodes = {n.id: (n.label, store_props(n.props, schema.nodes[n.label], n.id)) for n in nodes}
    assert read_nodes(tmp_path / "out") == kept_nodes
    assert read_links(tmp_path / "out") == {link.id: (link.type, expected(link)) for link in links}


def expected(link: Link) -> dict[str, object]:
    """Return a link's ends and properties as a table has them."""
    ends = {
        "source_label": link.source_label,
        "source": link.source,
        "target_label": link.target_label,
        "target": link.target,
    }
    return ends | store_props(link.props, get_schema().links[link.type].props, link.id)


def test_columns_are_those_of_the_ontology_whatever_is_filled(tmp_path: Path) -> None:
    """A table has every property of its label with its type, also where no row has a value."""
    export(write_rows(tmp_path), None, "parquet", tmp_path / "out")
    for label, types in get_schema().nodes.items():
        schema = pl.read_parquet_schema(tmp_path / "out" / f"nodes_{label}.parquet")
        assert schema == {name: POLARS[kind] for name, kind in types.items()}


def test_pandas_reads_days_as_days(tmp_path: Path) -> None:
    """The tables are ordinary Parquet, which other libraries read with their types."""
    export(write_rows(tmp_path), None, "parquet", tmp_path / "out")
    articles = pd.read_parquet(tmp_path / "out" / "nodes_Article.parquet")
    assert set(articles["earliest"]) >= {dt.date(2021, 4, 12)}


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    """Two exports of a graph are the same files, and the second takes the place of the first."""
    write_rows(tmp_path)
    for name in ("one", "two", "two"):
        export(tmp_path, None, "parquet", tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two", "nodes.jsonl", "links.jsonl"}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    """An export replaces its own files, and never a folder that holds others, nor a file."""
    write_rows(tmp_path)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(KgError, match=r"it holds thesis\.docx"):
        export(tmp_path, None, "parquet", mine)
    with pytest.raises(KgError, match="it is a file"):
        export(tmp_path, None, "parquet", mine / "thesis.docx")
    with pytest.raises(KgError, match="No such file"):
        export(tmp_path, None, "parquet", tmp_path / "nowhere" / "out")
    assert (mine / "thesis.docx").read_text(encoding="utf-8") == "years of work"


def test_what_fails_leaves_the_earlier_export(tmp_path: Path) -> None:
    """A row that cannot be written is an error, and what stood there stands."""
    write_rows(tmp_path)
    export(tmp_path, None, "parquet", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    nodes = tmp_path / "nodes.jsonl"
    nodes.write_text(nodes.read_text(encoding="utf-8").replace('"2021-04-12"', '"2021-04-99"'), encoding="utf-8")
    with pytest.raises(StoreError, match="is no day"):
        export(tmp_path, None, "parquet", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_rows_of_some_labels_are_read_apart(tmp_path: Path) -> None:
    """Asking for a label gives its nodes, and no other whose text names it."""
    nodes: list[Node] = list(Rows(write_rows(tmp_path)).nodes("Article", "Source"))
    assert {node.label for node in nodes} == {"Article", "Source"}
    assert len(nodes) == sum(node.label in {"Article", "Source"} for node in NODES)


class Full(io.BytesIO):
    """A file on a disk without room."""

    def write(self, _data: object, /) -> int:
        """Take nothing."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_goes_wrong_while_writing_is_told_as_it_is() -> None:
    """A full disk is an error of the file; a damaged row stays the error that it is."""

    def damaged() -> Iterator[Frame]:
        raise GraphFolderError("a damaged row")
        yield

    types = {"a": "STRING"}
    with pytest.raises(OSError, match="not all of it was taken"):
        write_parquet(types, lambda: iter([to_frame(types, [("x",)])]), Full())
    with pytest.raises(GraphFolderError, match="a damaged row"):
        write_parquet(types, damaged, io.BytesIO())

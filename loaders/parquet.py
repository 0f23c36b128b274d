"""Parquet: a file for each label and each type of link, with typed columns, for DuckDB, polars, pandas and Spark."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from kg.errors import GraphFolderError
from kg.frames import to_frame, write_parquet
from kg.schema import check_names, get_schema
from loaders.port import link_types, node_types, store_props

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.entity import Link, Node
    from kg.frames import Frame
    from loaders.rows import Rows

ENDS = {"source_label": "STRING", "source": "STRING", "target_label": "STRING", "target": "STRING"}
BATCH = 20_000


def write_tables(rows: Rows, folder: Path) -> None:
    """Write `nodes_LABEL.parquet` and `links_TYPE.parquet` into a folder; rows come sorted by label or type.

    A column has the type that the ontology gives the property: text, list of texts, integer, number, boolean, day. A
    link has its ends in `source` and `target`, which are ids of nodes.
    """
    for label, nodes in groupby(rows.nodes(), key=lambda node: node.label):
        types = node_types(label)
        _write(folder / f"nodes_{label}.parquet", types, node_rows(nodes, types))
    for kind, links in groupby(rows.links(), key=lambda link: link.type):
        types = link_types(kind)
        _write(folder / f"links_{kind}.parquet", ENDS | types, link_rows(links, types))


def to_table(rows: Rows, name: str) -> Frame:
    """Return the nodes of a label, or the links of a type, as a frame with the columns of their file.

    Raises:
        UsageError: there is no such label or type.
    """
    schema = get_schema()
    if name in schema.links:
        types = schema.links[name].props
        return to_frame(ENDS | types, link_rows(rows.links(name), types))
    check_names([name])
    return to_frame(schema.nodes[name], node_rows(rows.nodes(name), schema.nodes[name]))


def node_rows(nodes: Iterable[Node], types: dict[str, str]) -> Iterator[list[object]]:
    """Stream the values of nodes of one label in the order of its properties, days as days.

    Raises:
        StoreError: a property that the schema types as DATE holds no day.
    """
    for node in nodes:
        props = store_props(node.props, types, node.id)
        yield [props.get(name) for name in types]


def link_rows(links: Iterable[Link], types: dict[str, str]) -> Iterator[list[object]]:
    """Stream the values of links of one type: both ends, then its properties, days as days.

    Raises:
        StoreError: a property that the schema types as DATE holds no day.
    """
    for link in links:
        props = store_props(link.props, types, link.id)
        yield [link.source_label, link.source, link.target_label, link.target, *map(props.get, types)]


def _write(path: Path, types: dict[str, str], rows: Iterator[list[object]]) -> None:
    if path.exists():
        raise GraphFolderError(f"{path.name}: rows are not sorted: run kg build again")

    def batches() -> Iterator[Frame]:
        while batch := list(islice(rows, BATCH)):
            yield to_frame(types, batch)

    with path.open("wb") as file:
        write_parquet(types, batches, file)

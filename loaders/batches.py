"""Rows in batches of one kind, as a Cypher store takes them."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from loaders.port import check_ends, link_types, node_types, store_props

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.entity import Link, Node
    from loaders.port import Row


def node_batches(nodes: Iterable[Node], size: int) -> Iterator[tuple[str, list[Row]]]:
    """Stream (label, rows) where a row is `{id, props}`; nodes come sorted by label, so a label is one run."""
    for label, run in groupby(nodes, key=lambda node: node.label):
        types = node_types(label)
        rows = (_node_row(node, types) for node in run)
        for batch in _cut(rows, size):
            yield label, batch


def _node_row(node: Node, types: dict[str, str]) -> Row:
    return {"id": node.id, "props": store_props(node.props, types, node.id) | {"id": node.id}}


def link_batches(links: Iterable[Link], size: int) -> Iterator[tuple[tuple[str, str, str], list[Row]]]:
    """Stream ((type, source label, target label), rows) where a row is `{id, source, target, props}`.

    Links come sorted by type; within a type the pairs of labels are mixed, so each pair has a batch of its own.
    """
    for kind, run in groupby(links, key=lambda link: link.type):
        types = link_types(kind)
        open_batches: dict[tuple[str, str, str], list[Row]] = {}
        for link in run:
            key = (kind, link.source_label, link.target_label)
            if key not in open_batches:
                check_ends(link)
            batch = open_batches.setdefault(key, [])
            props = store_props(link.props, types, link.id) | {"id": link.id}
            batch.append({"id": link.id, "source": link.source, "target": link.target, "props": props})
            if len(batch) == size:
                yield key, open_batches.pop(key)
        yield from open_batches.items()


def _cut(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while batch := list(islice(rows, size)):
        yield batch

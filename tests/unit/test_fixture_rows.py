"""The shared rows hold to the schema and leave none of it out."""

from __future__ import annotations

import datetime as dt

from kg.schema import get_schema
from tests.unit.fixture_rows import LINKS, NODES

SCHEMA = get_schema()


def _fits(value: object, kind: str) -> bool:
    if value is None:
        return True
    if kind == "DATE":
        return isinstance(value, str) and bool(dt.date.fromisoformat(value))
    types = {"STRING": str, "STRING[]": list, "INTEGER": int, "FLOAT": float, "BOOLEAN": bool}
    return isinstance(value, types[kind])


def test_every_label_and_property_is_used() -> None:
    """Each label of the schema has a node, and each of its properties a value somewhere."""
    for label, props in SCHEMA.nodes.items():
        used = {key for node in NODES if node.label == label for key, value in node.props.items() if value is not None}
        assert used == set(props), label


def test_every_link_type_and_property_is_used() -> None:
    """Each link type joins each of the labels it may, where the story has one, and each property has a value."""
    for name, kind in SCHEMA.links.items():
        links = [link for link in LINKS if link.type == name]
        used = {key for link in links for key, value in link.props.items() if value is not None}
        assert used == set(kind.props), name
        assert {link.source_label for link in links} <= set(kind.sources)
        assert {link.target_label for link in links} <= set(kind.targets)


def test_values_have_the_types_of_the_schema() -> None:
    """A value is of its property's type, and a date is a real day."""
    for node in NODES:
        assert all(_fits(value, SCHEMA.nodes[node.label][key]) for key, value in node.props.items()), node
    for link in LINKS:
        assert all(_fits(value, SCHEMA.links[link.type].props[key]) for key, value in link.props.items()), link


def test_ids_are_unique_and_links_end_somewhere() -> None:
    """No id twice, and both ends of every link are nodes."""
    ids = {node.id for node in NODES}
    assert len(ids) == len(NODES)
    assert len({link.id for link in LINKS}) == len(LINKS)
    assert all(link.source in ids and link.target in ids for link in LINKS)

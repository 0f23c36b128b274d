"""The one port through which Cypher is asked, whatever store answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kg.errors import StoreError
from kg.schema import get_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.entity import Link, Value

Row: TypeAlias = dict[str, object]
"""Column to plain Python value: text, number, boolean, `datetime.date`, list, dict (a node or link), None."""


class Store(Protocol):
    """Answers Cypher that reads. Two stores with the same graph give the same rows."""

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement; values enter as parameters, never as text of the statement.

        Raises:
            StoreError: the statement is wrong, would change the graph, or the store does not answer.
        """
        ...


def store_props(props: Mapping[str, Value], types: Mapping[str, str], where: str) -> Row:
    """Return properties as a Cypher store keeps them: DATE as real dates, what is absent left out.

    Raises:
        StoreError: a property that the schema types as DATE holds no day.
    """
    kept: Row = {}
    for key, value in props.items():
        if value is None:
            continue
        kept[key] = _day(value, f"{where}.{key}") if types.get(key) == "DATE" else value
    return kept


def node_types(label: str) -> dict[str, str]:
    """Return the types of a label's properties.

    Raises:
        StoreError: the ontology has no such label.
    """
    types = get_schema().nodes.get(label)
    if types is None:
        raise StoreError(f"the ontology has no label {label!r}: run kg build again to make the rows anew")
    return types


def link_types(kind: str) -> dict[str, str]:
    """Return the types of a link type's properties.

    Raises:
        StoreError: the ontology has no such link.
    """
    link = get_schema().links.get(kind)
    if link is None:
        raise StoreError(f"the ontology has no link {kind!r}: run kg build again to make the rows anew")
    return link.props


def check_ends(link: Link) -> None:
    """Refuse a link between labels that the ontology does not link so: labels become part of statements.

    Raises:
        StoreError: a label at one of its ends is none of those allowed.
    """
    known = get_schema().links[link.type]
    if link.source_label not in known.sources or link.target_label not in known.targets:
        ends = f"{link.source_label!r} and {link.target_label!r}"
        raise StoreError(
            f"the ontology has no link {link.type} between {ends}: run kg build again to make the rows anew"
        )


def one_line(text: object) -> str:
    """Return a message of somebody else's on one line."""
    return " ".join(str(text).split())


def _day(value: Value, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError as error:
        raise StoreError(f"{where} is {value!r}, which is no day: run kg build again to make the rows anew") from error

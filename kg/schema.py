"""The shape of the graph as the ontology defines it: labels, links, properties and their types.

`ontology/schema.json` is generated from the Turtle files (a test holds them equal), so that no command has to parse
RDF to start.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import UsageError
from ontology import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class LinkType:
    """A type of link: labels at its ends, properties with types, and whether it is derived from facts."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    props: dict[str, str]
    derived: bool


@dataclass(frozen=True, slots=True)
class Schema:
    """Node labels with their properties, and link types. Types: STRING, STRING[], INTEGER, FLOAT, BOOLEAN, DATE."""

    nodes: dict[str, dict[str, str]]
    links: dict[str, LinkType]


@cache
def get_schema() -> Schema:
    """Return the schema of the graph."""
    raw = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))
    links = {
        name: LinkType(tuple(link["sources"]), tuple(link["targets"]), link["props"], link["derived"])
        for name, link in raw["links"].items()
    }
    return Schema(raw["nodes"], links)


PROOF = frozenset({"Passage", "Article", "Source", "Rejection"})
"""Labels that prove the world and are not of it."""


def check_names(labels: Iterable[str] = (), types: Iterable[str] = ()) -> None:
    """Refuse what is no label or no type of link.

    Raises:
        UsageError: there is none of that name; the nearest is told.
    """
    schema = get_schema()
    for what, known, names in (("label", schema.nodes, labels), ("link", schema.links, types)):
        for name in names:
            if name not in known:
                near = get_close_matches(name.lower(), {one.lower(): one for one in known}, n=1)
                wanted = next((one for one in known if one.lower() in near), None)
                hint = f"did you mean {wanted}?" if wanted else f"there are {', '.join(known)}"
                raise UsageError(f"no {what} {name!r}: {hint}")

"""The shape of the graph as the ontology defines it: labels, links, properties and their types.

`ontology/schema.json` is generated from the Turtle files (a test holds them equal), so that no command has to parse
RDF to start.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from ontology import HERE


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

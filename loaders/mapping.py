"""How each label, property and link of the property graph is said in RDF, under one base IRI.

The content is `ontology/mapping.json`, generated from the Turtle files.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.ids import iri
from ontology import HERE, default_base

_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]")


@dataclass(frozen=True, slots=True)
class Said:
    """A property: its predicate, its type in the property graph, and the scheme its values come from."""

    predicate: NamedNode
    type: str
    scheme: str | None


@dataclass(frozen=True, slots=True)
class LabelSaid:
    """A node label: the classes its nodes are instances of, the own one first."""

    classes: tuple[NamedNode, ...]
    keys: dict[str, Said]


@dataclass(frozen=True, slots=True)
class LinkNode:
    """The node that a link with properties becomes: its class and the predicates to both ends."""

    cls: NamedNode
    start: NamedNode
    end: NamedNode


@dataclass(frozen=True, slots=True)
class LinkSaid:
    """A link type between given labels: its plain predicate, and its node where it has properties."""

    predicate: NamedNode
    derived: bool
    keys: dict[str, Said]
    node: LinkNode | None


@dataclass(frozen=True)
class Mapping:
    """The whole mapping with every IRI written out; `links` is by type and label of the start."""

    base: str
    prefixes: dict[str, str]
    labels: dict[str, LabelSaid]
    links: dict[tuple[str, str], LinkSaid]
    schemes: dict[str, dict[str, Any]]

    def term(self, curie: str) -> NamedNode:
        """Return the IRI of a CURIE."""
        prefix, _, local = curie.partition(":")
        return NamedNode(self.prefixes[prefix] + local)

    def thing(self, node_id: str) -> NamedNode:
        """Return the IRI of a node."""
        return NamedNode(iri(self.base, node_id))

    def link(self, link_id: str) -> NamedNode:
        """Return the IRI of a link that is a node in RDF."""
        return NamedNode(iri(self.base, link_id if "/" in link_id else f"link/{link_id}"))

    def graph(self, name: str) -> NamedNode:
        """Return the name of a graph: `graph/entities`, `article/…`."""
        return NamedNode(self.base + name)

    def concept(self, scheme: str, notation: str) -> NamedNode:
        """Return the concept of a notation; one that its scheme lacks gets an IRI all the same."""
        known = self.schemes[scheme]["concepts"].get(notation)
        slug = known["slug"] if known else quote(notation, safe="")
        return NamedNode(f"{self.base}scheme/{scheme}/{slug}")


def check_base(base: str) -> str:
    """Return `base` if IRIs can be built on it.

    Raises:
        UsageError: it is no absolute IRI that ends in a separator.
    """
    if not _BASE.fullmatch(base):
        raise UsageError(
            f"not a base IRI: {base!r}; write an absolute one that ends in '/', such as https://example.org/kg/"
        )
    return base


@cache
def get_mapping(base: str | None = None) -> Mapping:
    """Return the mapping under `base`, or under the ontology's own base IRI."""
    raw = json.loads((HERE / "mapping.json").read_text(encoding="utf-8"))
    root = check_base(default_base() if base is None else base)
    prefixes = {name: space if ":" in space else root + space for name, space in raw["prefixes"].items()}

    def term(curie: str) -> NamedNode:
        prefix, _, local = curie.partition(":")
        return NamedNode(prefixes[prefix] + local)

    def keys(part: dict[str, Any]) -> dict[str, Said]:
        return {key: Said(term(said["predicate"]), said["type"], said["scheme"]) for key, said in part["keys"].items()}

    labels = {
        name: LabelSaid((term(part["class"]), *map(term, part["types"])), keys(part))
        for name, part in raw["labels"].items()
    }
    links: dict[tuple[str, str], LinkSaid] = {}
    for part in raw["links"]:
        node = LinkNode(*(term(part["node"][name]) for name in ("class", "start", "end"))) if part["node"] else None
        said = LinkSaid(term(part["predicate"]), part["derived"], keys(part), node)
        links |= {(part["type"], label): said for label in part["from"]}
    return Mapping(root, prefixes, labels, links, raw["schemes"])

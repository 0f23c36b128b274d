"""JSON-LD: graph by graph, thing by thing, in the terms of `ontology/context.jsonld`."""

from __future__ import annotations

import json
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from loaders.sorted_quads import sorted_quads
from ontology import HERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.mapping import Mapping

NATIVE: dict[str, Callable[[str], object]] = {
    "http://www.w3.org/2001/XMLSchema#integer": int,
    "http://www.w3.org/2001/XMLSchema#double": float,
    "http://www.w3.org/2001/XMLSchema#boolean": "true".__eq__,
}
"""Literals that JSON can say itself; the context gives them their type back."""


def get_context(mapping: Mapping) -> dict[str, Any]:
    """Return the context under the mapping's base."""
    context: dict[str, Any] = json.loads((HERE / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return {**context, **mapping.prefixes, "@base": mapping.base}


def write_jsonld(quads: Iterable[Quad], mapping: Mapping, out: IO[bytes]) -> None:
    """Write quads as one JSON-LD document, a line for each thing."""
    writer = _Writer(mapping, get_context(mapping))
    out.write(b'{"@context": ' + _dump(writer.context) + b',\n"@graph": [')
    between = b"\n"
    for graph, inside in groupby(sorted_quads(quads), key=lambda quad: quad.graph_name):
        out.write(between + b'{"@id": ' + _dump(writer.relative(graph)) + b', "@graph": [')
        out.writelines(_joined(_dump(thing) for thing in writer.things(inside)))
        out.write(b"\n]}")
        between = b",\n"
    out.write(b"\n]}\n")


class _Writer:
    """Compacts terms under a context."""

    def __init__(self, mapping: Mapping, context: dict[str, Any]) -> None:
        self.base = mapping.base
        self.context = context
        # The longest namespace first: our own lies below the base IRI.
        self.spaces = sorted(mapping.prefixes.items(), key=lambda item: (-len(item[1]), item))
        self.curies: dict[str, str] = {}

    def things(self, quads: Iterable[Quad]) -> Iterator[dict[str, Any]]:
        """Yield one object for each subject."""
        for subject, about in groupby(quads, key=lambda quad: quad.subject):
            thing: dict[str, Any] = {"@id": self.relative(subject)}
            for predicate, said in groupby(about, key=lambda quad: quad.predicate.value):
                name = self.curie(predicate)
                if name == "rdf:type":
                    thing["@type"] = [
                        self.curie(quad.object.value) for quad in said if isinstance(quad.object, NamedNode)
                    ]
                    continue
                values = [self.value(name, quad.object) for quad in said]
                thing[name] = values[0] if len(values) == 1 else values
            yield thing

    def curie(self, iri: str) -> str:
        """Return the CURIE of a class or predicate."""
        if iri not in self.curies:
            found = (f"{prefix}:{iri[len(space) :]}" for prefix, space in self.spaces if iri.startswith(space))
            self.curies[iri] = next(found, iri)
        return self.curies[iri]

    def relative(self, term: object) -> str:
        """Return a thing's IRI relative to the base."""
        return str(term.value).removeprefix(self.base) if isinstance(term, NamedNode) else str(term)

    def value(self, name: str, term: object) -> object:
        """Return a value, bare where the context gives its type back."""
        coerced = self.context.get(name, {}).get("@type")
        if not isinstance(term, Literal):
            return self.relative(term) if coerced == "@id" else {"@id": self.relative(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        kind = term.datatype.value
        if kind == "http://www.w3.org/2001/XMLSchema#string":
            return {"@value": term.value} if coerced else term.value
        if coerced == self.curie(kind):
            return NATIVE.get(kind, str)(term.value)
        return {"@value": term.value, "@type": self.curie(kind)}


def _joined(lines: Iterator[bytes]) -> Iterator[bytes]:
    between = b"\n"
    for line in lines:
        yield between + line
        between = b",\n"


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()

"""Write what code reads from what the Turtle files say: `python -m ontology.generate`.

`schema.json` is the shape of the property graph, `mapping.json` how each label, property and link is said in RDF,
`context.jsonld` the terms of JSON-LD. All three are checked in; a test holds them equal to the Turtle files.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection

from ontology import HERE, default_base
from ontology.page import write_page
from ontology.terms import read_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node as Term

Json: TypeAlias = dict[str, Any]

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "kg": "ns#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of every export and of `kg sparql`; one without a scheme is relative to the base IRI."""

DATATYPES = {"INTEGER": "xsd:integer", "FLOAT": "xsd:double", "BOOLEAN": "xsd:boolean", "DATE": "xsd:date"}


class _Reader:
    """Questions to the ontology's graph, answered in CURIEs."""

    def __init__(self, graph: Graph, base: str) -> None:
        self.graph = graph
        self.base = base
        self.kg = Namespace(f"{base}ns#")
        self.ontology = URIRef(f"{base}ns")

    def curie(self, iri: Term) -> str:
        """Return a CURIE, so that another base leaves the file as it is."""
        for prefix, namespace in PREFIXES.items():
            whole = namespace if ":" in namespace else self.base + namespace
            if str(iri).startswith(whole):
                return f"{prefix}:{str(iri)[len(whole) :]}"
        raise ValueError(f"no prefix for {iri}: add one to ontology/generate.py")

    def members(self, subject: Term, name: str) -> list[Term]:
        """Return the items of the list that `subject` has under `kg:name`."""
        head = self.graph.value(subject, self.kg[name])
        return [] if head is None else list(Collection(self.graph, head))

    def one(self, subject: Term, name: str) -> Term:
        """Return the value that `subject` must have under `kg:name`."""
        found = self.graph.value(subject, self.kg[name])
        if found is None:
            raise ValueError(f"{subject} has no kg:{name}")
        return found

    def labels(self, classes: list[Term]) -> list[str]:
        """Return the node labels of classes."""
        return [str(self.one(item, "label")) for item in classes]

    def keys(self, subject: Term) -> Json:
        """Return the keys of a class or link in order, each with predicate, type and scheme."""
        found: Json = {}
        for predicate in self.members(subject, "keys"):
            scheme = self.graph.value(predicate, self.kg.codedBy)
            found[str(self.one(predicate, "key"))] = {
                "predicate": self.curie(predicate),
                "type": str(self.one(predicate, "propertyType")),
                "scheme": str(scheme).rsplit("/", 1)[1] if scheme else None,
            }
        return found

    def node_label(self, subject: Term) -> Json:
        """Return how nodes of a class are said in RDF."""
        parents = sorted(self.curie(parent) for parent in self.graph.objects(subject, RDFS.subClassOf))
        return {"class": self.curie(subject), "types": parents, "keys": self.keys(subject)}

    def link(self, subject: Term) -> Json:
        """Return how links of a type are said in RDF: by a triple, and by a node where they have properties."""
        node = self.graph.value(subject, self.kg.asNode)
        return {
            "type": str(self.one(subject, "linkType")),
            "predicate": self.curie(subject),
            "from": self.labels(self.members(subject, "from")),
            "to": self.labels(self.members(subject, "to")),
            "derived": self.graph.value(subject, self.kg.isDerived) is not None,
            "keys": self.keys(subject),
            "node": None
            if node is None
            else {
                "class": self.curie(node),
                "start": self.curie(self.one(subject, "startBy")),
                "end": self.curie(self.one(subject, "endBy")),
            },
        }

    def schemes(self) -> Iterator[tuple[str, Json]]:
        """Yield the SKOS schemes by slug, their concepts by notation."""
        for scheme in sorted(self.graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
            concepts = {
                str(self.graph.value(concept, SKOS.notation)): {
                    "slug": str(concept).rsplit("/", 1)[1],
                    "labels": self.names(concept),
                }
                for concept in sorted(self.graph.subjects(SKOS.inScheme, scheme), key=str)
            }
            cls = self.curie(self.one(scheme, "conceptClass"))
            yield str(scheme).rsplit("/", 1)[1], {"class": cls, "labels": self.names(scheme), "concepts": concepts}

    def names(self, subject: Term) -> dict[str, str]:
        """Return the preferred labels by language."""
        found = self.graph.objects(subject, SKOS.prefLabel)
        return {str(getattr(name, "language", "")): str(name) for name in sorted(found, key=str)}


@cache
def get_mapping() -> Json:
    """Return how the property graph is said in RDF."""
    base = default_base()
    reader = _Reader(read_terms(), base)
    labels = reader.members(reader.ontology, "labels")
    return {
        "prefixes": PREFIXES,
        "labels": {str(reader.one(label, "label")): reader.node_label(label) for label in labels},
        "links": [reader.link(link) for link in reader.members(reader.ontology, "links")],
        "schemes": dict(reader.schemes()),
    }


def get_schema(mapping: Json) -> Json:
    """Return the shape of the property graph; links of one type are one entry."""
    links: Json = {}
    for link in mapping["links"]:
        entry = links.setdefault(link["type"], {"sources": [], "targets": [], "props": {}, "derived": link["derived"]})
        entry["sources"] += [label for label in link["from"] if label not in entry["sources"]]
        entry["targets"] += [label for label in link["to"] if label not in entry["targets"]]
        entry["props"] |= _types(link["keys"])
    return {"nodes": {name: _types(label["keys"]) for name, label in mapping["labels"].items()}, "links": links}


def _types(keys: Json) -> dict[str, str]:
    return {key: said["type"] for key, said in keys.items()}


def get_context(mapping: Json) -> Json:
    """Return the JSON-LD context: prefixes, and for each predicate whether it leads to a thing or to which datatype."""
    context: Json = {"@base": default_base(), **_whole_prefixes(mapping)}
    for part in [*mapping["labels"].values(), *mapping["links"]]:
        for said in part["keys"].values():
            kind = "@id" if said["scheme"] else DATATYPES.get(said["type"])
            if kind:
                context[said["predicate"]] = {"@type": kind}
    for link in mapping["links"]:
        context[link["predicate"]] = {"@type": "@id"}
        for end in ("start", "end") if link["node"] else ():
            context[link["node"][end]] = {"@type": "@id"}
    for predicate in ("org:member", "org:organization", "foaf:member", "sem:hasActor", "kg:area", "kg:site", "kg:fact"):
        context[predicate] = {"@type": "@id"}
    for predicate in ("oa:hasSource", "oa:hasSelector", "dcterms:conformsTo"):
        context[predicate] = {"@type": "@id"}
    for predicate in ("skos:inScheme", "rdf:predicate", "time:hasTime"):
        context[predicate] = {"@type": "@id"}
    return {"@context": dict(sorted(context.items()))}


def _whole_prefixes(mapping: Json) -> dict[str, str]:
    return {name: space if ":" in space else default_base() + space for name, space in mapping["prefixes"].items()}


def get_page() -> str:
    """Return the page of the reference."""
    return write_page(get_mapping(), get_context(get_mapping())["@context"])


def get_files() -> dict[str, str]:
    """Return the text of each generated file by name."""
    mapping = get_mapping()
    made = {"schema.json": get_schema(mapping), "mapping.json": mapping, "context.jsonld": get_context(mapping)}
    return {name: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for name, value in made.items()}


def main() -> None:
    """Write the generated files beside the Turtle files, and the page of the reference that explains them."""
    for name, text in get_files().items():
        (HERE / name).write_text(text, encoding="utf-8")
    (HERE.parent / "docs" / "reference" / "rdf.md").write_text(get_page(), encoding="utf-8")


if __name__ == "__main__":
    main()

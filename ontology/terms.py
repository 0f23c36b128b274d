"""The Turtle files as one graph under a base IRI, which `core.ttl` alone names."""

from __future__ import annotations

from rdflib import Graph

from ontology import BASE_LINE, HERE, default_base

FILES = ("core", "events", "evidence", "kinds")


def turtle(name: str, base: str) -> str:
    """Return the text of `NAME.ttl` with `base` at its head."""
    text = (HERE / f"{name}.ttl").read_text(encoding="utf-8")
    return f"@base <{base}> .\n{BASE_LINE.sub('# @base', text)}"


def read_terms(base: str | None = None, files: tuple[str, ...] = FILES) -> Graph:
    """Return the ontology as a graph; `base` puts another base IRI in place of the default one."""
    graph = Graph()
    for name in files:
        graph.parse(data=turtle(name, base or default_base()), format="turtle")
    return graph

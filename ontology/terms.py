"""The Turtle files as one graph under a base IRI, which `core.ttl` alone names."""

from __future__ import annotations

import re
from functools import cache

from rdflib import Graph

from ontology import HERE

FILES = ("core", "events", "evidence", "kinds")
_BASE = re.compile(r"^@base <([^>]*)>", re.MULTILINE)


@cache
def default_base() -> str:
    """Return the base IRI that `core.ttl` names."""
    found = _BASE.search((HERE / "core.ttl").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("ontology/core.ttl names no @base")
    return found[1]


def turtle(name: str, base: str) -> str:
    """Return the text of `NAME.ttl` with `base` at its head."""
    text = (HERE / f"{name}.ttl").read_text(encoding="utf-8")
    return f"@base <{base}> .\n{_BASE.sub('# @base', text)}"


def read_terms(base: str | None = None, files: tuple[str, ...] = FILES) -> Graph:
    """Return the ontology as a graph; `base` puts another base IRI in place of the default one."""
    graph = Graph()
    for name in files:
        graph.parse(data=turtle(name, base or default_base()), format="turtle")
    return graph

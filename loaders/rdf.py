"""The RDF of a graph: its rows as quads, and the store that answers SPARQL about them."""

from __future__ import annotations

from loaders.quads import iter_quads
from loaders.quadstore import QuadStore, load_quads

__all__ = ["QuadStore", "iter_quads", "load_quads"]

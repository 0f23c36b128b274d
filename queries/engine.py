"""The engine behind a store: asks a text in the store's own language with typed parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from loaders.port import Row, Store
from loaders.rdf import QuadStore
from queries.sparql_text import fill

if TYPE_CHECKING:
    from queries.question import Kind

AnyStore: TypeAlias = Store | QuadStore
Texts: TypeAlias = Mapping[str, str]
"""A question's text by language: cypher, sparql."""


def ask_store(store: AnyStore, texts: Texts, values: Mapping[str, Any], kinds: Mapping[str, Kind]) -> list[Row]:
    """Return the rows of a text with the given values for its parameters."""
    if isinstance(store, QuadStore):
        return [dict(row) for row in store.run(fill(texts["sparql"], values, kinds))]
    return store.run(texts["cypher"], values)

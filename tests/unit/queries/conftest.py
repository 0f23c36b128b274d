"""The fixture graph in the two stores that need no server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.arcadedb import ArcadeStore, load
from loaders.rdf import QuadStore, load_quads
from tests.unit.fixture_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.engine import AnyStore


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, AnyStore]]:
    """Return the graph in the embedded Cypher store and in the quads."""
    folder = tmp_path_factory.mktemp("queries")
    load(write_rows(folder), folder / "arcadedb")
    load_quads(folder, folder / "quads")
    with ArcadeStore(folder / "arcadedb") as cypher, QuadStore(folder / "quads") as quads:
        yield {"cypher": cypher, "sparql": quads}


@pytest.fixture(params=["cypher", "sparql"])
def store(request: pytest.FixtureRequest, both: dict[str, AnyStore]) -> AnyStore:
    """Return each of the stores in turn."""
    return both[request.param]

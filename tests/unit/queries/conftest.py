"""The fixture graph, and the whole story told on from it, in the two stores that need no server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from loaders.arcadedb import ArcadeStore, load
from loaders.rdf import QuadStore, load_quads
from tests.unit import fixture_rows
from tests.unit.queries import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.engine import AnyStore


@contextmanager
def opened(folder: Path) -> Iterator[dict[str, AnyStore]]:
    """Load the rows of a folder into both stores and open these."""
    load(folder, folder / "arcadedb")
    load_quads(folder, folder / "quads")
    with ArcadeStore(folder / "arcadedb") as cypher, QuadStore(folder / "quads") as quads:
        yield {"cypher": cypher, "sparql": quads}


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, AnyStore]]:
    """Return the fixture graph in the embedded Cypher store and in the quads."""
    with opened(fixture_rows.write_rows(tmp_path_factory.mktemp("queries"))) as stores:
        yield stores


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, AnyStore]]:
    """Return the whole story in the embedded Cypher store and in the quads."""
    with opened(stories.write_rows(tmp_path_factory.mktemp("stories"))) as stores:
        yield stores


@pytest.fixture(params=["cypher", "sparql"])
def store(request: pytest.FixtureRequest, both: dict[str, AnyStore]) -> AnyStore:
    """Return each of the stores of the fixture graph in turn."""
    return both[request.param]


@pytest.fixture(params=["cypher", "sparql"])
def told(request: pytest.FixtureRequest, wide: dict[str, AnyStore]) -> AnyStore:
    """Return each of the stores of the whole story in turn."""
    return wide[request.param]

"""What the tests on real servers share: one Neo4j for the session, and the fixture graph in three stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from loaders.arcadedb import ArcadeStore
from loaders.arcadedb import load as load_arcadedb
from loaders.neo4j_bolt import BoltStore, Database, connect
from loaders.neo4j_load import load as load_neo4j
from loaders.neo4j_stale import empty
from loaders.rdf import QuadStore, load_quads
from tests.integration.servers import MissingServerError, Server, find_server, is_empty
from tests.unit.fixture_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a real server; started once, stopped by its process id."""
    try:
        server = find_server(tmp_path_factory.mktemp("neo4j"))
    except MissingServerError as error:
        pytest.skip(str(error))
    if server.process is None and not is_empty(server):
        pytest.fail(f"the database at {server.uri} holds a graph: the tests want an empty one, which they may wipe")
    yield server
    if server.process is None:
        # It was empty when it was lent.
        with connect(server.uri, server.user, server.password) as driver:
            empty(Database(driver, "neo4j", server.uri))
    server.stop()


@pytest.fixture(scope="session")
def rows_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generation folder with the rows of the fixture."""
    return write_rows(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="session")
def stores(
    rows_folder: Path, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """Return the fixture graph in ArcadeDB, Neo4j and pyoxigraph, each opened to be read."""
    folder = tmp_path_factory.mktemp("stores")
    load_arcadedb(rows_folder, folder / "arcadedb")
    load_neo4j(rows_folder, neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    load_quads(rows_folder, folder / "quads")
    with (
        ArcadeStore(folder / "arcadedb") as arcadedb,
        BoltStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as bolt,
        QuadStore(folder / "quads") as quads,
    ):
        yield {"arcadedb": arcadedb, "neo4j": bolt, "pyoxigraph": quads}

"""What the tests on real components share: a Neo4j, a browser, and the whole story in three stores."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from loaders.arcadedb import ArcadeStore
from loaders.arcadedb import load as load_arcadedb
from loaders.neo4j_bolt import BoltStore, Database, connect
from loaders.neo4j_stale import empty
from loaders.rdf import QuadStore, load_quads
from tests.integration.servers import MissingServerError, Server, find_server, is_empty
from tests.unit.fixture_rows import write_rows
from tests.unit.queries import stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


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
        with connect(*server.login) as driver:
            empty(Database(driver, "neo4j", server.uri))
    server.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the browser of the system, without a window."""
    sync_api = pytest.importorskip("playwright.sync_api")
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium on PATH: install the package chromium")
    # Chromium's sandbox does not start as root.
    flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=flags)
        yield started
        started.close()


@pytest.fixture(scope="session")
def rows_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generation folder with the rows of the fixture."""
    return write_rows(tmp_path_factory.mktemp("rows"))


@pytest.fixture(scope="session")
def story_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generation folder with the rows of the whole story, in which every question has answers."""
    return stories.write_rows(tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="session")
def story_stores(
    story_folder: Path, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """Return the whole story in ArcadeDB, Neo4j and pyoxigraph, each opened to be read."""
    with opened(story_folder, neo4j_server, tmp_path_factory.mktemp("stores")) as stores:
        yield stores


@pytest.fixture
def stores(story_stores: dict[str, Any], neo4j_server: Server, story_folder: Path) -> dict[str, Any]:
    """Return the whole story in three stores, also where another test had the server meanwhile."""
    neo4j_server.hold(story_folder)
    return story_stores


@contextmanager
def opened(rows: Path, server: Server, folder: Path) -> Iterator[dict[str, Any]]:
    """Load rows into three stores and open them to be read."""
    load_arcadedb(rows, folder / "arcadedb")
    server.hold(rows)
    load_quads(rows, folder / "quads")
    with (
        ArcadeStore(folder / "arcadedb") as arcadedb,
        BoltStore(*server.login) as bolt,
        QuadStore(folder / "quads") as quads,
    ):
        yield {"arcadedb": arcadedb, "neo4j": bolt, "pyoxigraph": quads}

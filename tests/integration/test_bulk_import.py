"""The folder for neo4j-admin, imported with the server's own program into a database that did not exist."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import neo4j
import pytest

import queries
from loaders.arcadedb import ArcadeStore
from loaders.arcadedb import load as load_arcadedb
from loaders.exports import export
from loaders.neo4j_bolt import BoltStore
from loaders.neo4j_load import load
from tests.integration.servers import MissingServerError, Server, java, start_from_maven
from tests.unit.fixture_rows import LINKS, NODES, write_rows
from tests.unit.hostile import hostile_rows, write_hostile_rows, write_together

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.integration

EVERYTHING = ("MATCH (n) RETURN n ORDER BY n.id", "MATCH (a)-[l]->(b) RETURN a.id AS a, l, b.id AS b ORDER BY l.id")


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generation folder that has every label, every type, and every hostile text."""
    parts = [write(tmp_path_factory.mktemp("part")) for write in (write_rows, write_hostile_rows)]
    return write_together(tmp_path_factory.mktemp("both"), *parts)


@pytest.fixture(scope="module")
def imported(rows: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server whose database was imported in bulk by the script of the export."""
    if not (shutil.which("mvn") and shutil.which("java")):
        pytest.skip("a bulk import needs the server's program: install Java 17 or 21 and Maven")
    folder = tmp_path_factory.mktemp("bulk")
    out = folder / "用 户's import"
    command = export(rows, None, "neo4j-admin", out)
    assert command is not None
    assert command.startswith("neo4j-admin database import full ")

    def prepare(lib: Any, environment: dict[str, str]) -> None:
        program = folder / "neo4j-admin"
        line = shlex.join(java(lib, "org.neo4j.cli.AdminTool"))
        program.write_text(f'#!/bin/sh\nexec {line} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        told = subprocess.run(
            ["sh", str(out / "import.sh"), "neo4j", "--overwrite-destination=true"],
            env={**environment, "NEO4J_ADMIN": str(program), "PATH": "/usr/bin:/bin"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert told.returncode == 0, told.stdout + told.stderr

    try:
        server = start_from_maven(folder, prepare)
    except MissingServerError as error:
        pytest.skip(str(error))
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        for statement in (out / "schema.cypher").read_text(encoding="utf-8").split(";\n"):
            if statement:
                session.run(statement).consume()  # type: ignore[arg-type]
    yield server
    server.stop()


def test_what_is_imported_is_what_the_embedded_store_holds(imported: Server, rows: Path, tmp_path: Path) -> None:
    """Counts, every node, every link and a question's rows agree: quotes, commas, line ends and lists survive."""
    load_arcadedb(rows, tmp_path / "arcadedb")
    login = (imported.uri, imported.user, imported.password)
    hostile = hostile_rows()
    with ArcadeStore(tmp_path / "arcadedb") as embedded, BoltStore(*login) as bolt:
        assert bolt.run("MATCH (n) RETURN count(n) AS n") == [{"n": len(NODES) + len(hostile[0])}]
        assert bolt.run("MATCH ()-[l]->() RETURN count(l) AS n") == [{"n": len(LINKS) + len(hostile[1])}]
        for statement in EVERYTHING:
            pairs = list(zip(bolt.run(statement), embedded.run(statement), strict=True))
            assert [pair for pair in pairs if pair[0] != pair[1]] == []
        for question in ("career", "doubts", "visits"):
            # In any order: Neo4j sorts by UTF-16, which puts 𠮷 before ＝; the embedded store goes by characters.
            answers = [queries.run(question, store, {"limit": ""}, evidence=True) for store in (bolt, embedded)]
            assert sorted(map(repr, answers[0].rows)) == sorted(map(repr, answers[1].rows))


def test_a_load_after_it_finds_everything_in_its_place(imported: Server, rows: Path) -> None:
    """A database imported in bulk is known as the graph's own, and loading writes nothing."""
    report = load(rows, imported.uri, imported.user, imported.password)
    assert (report.created, report.changed, report.removed) == (0, 0, 0)

"""`kg serve`: the real driver of Neo4j asks a graph, changes nothing, and leaves nothing behind."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest
from neo4j.exceptions import AuthError, ClientError

import queries
from kg.graph import open as open_graph
from loaders.neo4j_bolt import BoltStore
from tests.integration.servers import ROOT, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph import Graph

pytestmark = pytest.mark.integration

PASSWORD = "秘密 \"and' long"  # noqa: S105  # made up for the tests
WRITES = (
    "CREATE (n:Person {id: 'person/x'}) RETURN n",
    "CREATE (n:Stranger)",
    "MERGE (n:Person {id: 'person/x'}) RETURN n",
    "MATCH (n:Person) SET n.name = '改'",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) DETACH DELETE n",
    "MATCH ()-[l:HOLDS]->() DELETE l",
    "MATCH (a:Person), (b:Person) WITH a, b LIMIT 1 CREATE (a)-[:MET]->(b)",
    "CREATE INDEX FOR (n:Person) ON (n.x)",
    "CREATE CONSTRAINT FOR (n:Person) REQUIRE n.x IS UNIQUE",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
)


@dataclass
class Served:
    """A `kg serve` at work."""

    process: subprocess.Popen[str]
    uri: str
    said: str


@pytest.fixture(scope="module")
def graph(examples_graph: Path) -> Path:
    """Return the folder of the graph built from the examples."""
    return examples_graph


def kg(*arguments: str, temporary: Path, password: str | None = PASSWORD) -> subprocess.Popen[str]:
    """Start `kg` with a folder of its own for temporary files."""
    environment = {**os.environ, "TMPDIR": str(temporary)}
    environment.pop("KG_PASSWORD", None)
    if password is not None:
        environment["KG_PASSWORD"] = password
    command = [sys.executable, "-m", "kg", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=temporary, env={**environment, "PYTHONPATH": str(ROOT)}, **pipes)


@contextmanager
def serving(graph: Path, temporary: Path, password: str | None = PASSWORD) -> Iterator[Served]:
    """Serve a graph on a free port."""
    port = free_port()
    process = kg("serve", "--graph", str(graph), "--bolt", str(port), temporary=temporary, password=password)
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        assert said, process.communicate()[1]
        yield Served(process, f"bolt://127.0.0.1:{port}", said)
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate()


@pytest.fixture(scope="module")
def served(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return a server of the examples' graph."""
    with serving(graph, tmp_path_factory.mktemp("temporary")) as one:
        yield one


@pytest.fixture(scope="module")
def opened(graph: Path) -> Iterator[Graph]:
    """Return the same graph opened here: serving it holds nothing."""
    with open_graph(graph) as one:
        yield one


def ports_of(process: int) -> set[int]:
    """Return the ports that a process listens on."""
    links = [str(path.readlink()) for path in Path(f"/proc/{process}/fd").iterdir() if path.is_symlink()]
    sockets = {link[8:-1] for link in links if link.startswith("socket:[")}
    lines = [
        line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    return {int(line[1].rsplit(":", 1)[1], 16) for line in lines if line[3] == "0A" and line[9] in sockets}


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of every file in a folder."""
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_every_question_has_the_same_rows_over_bolt(served: Served, opened: Graph) -> None:
    """Whatever can be asked of the embedded store can be asked by a client, with the same answer."""
    with BoltStore(served.uri, "neo4j", PASSWORD) as bolt:
        for question in queries.catalogue():
            answer = queries.run(question, bolt, evidence=True)
            assert answer == queries.ask(opened, question, evidence=True), question.name


def test_nodes_and_links_come_whole(served: Served, opened: Graph) -> None:
    """A client gets every node and link with all properties, dates as dates."""
    with BoltStore(served.uri, "neo4j", PASSWORD) as bolt:
        for statement in ("MATCH (n) RETURN n ORDER BY n.id", "MATCH ()-[l]->() RETURN l ORDER BY l.id"):
            assert bolt.run(statement) == opened.cypher(statement)


def test_writes_are_refused(served: Served, graph: Path) -> None:
    """No statement changes the graph, also in a session for writing, and no file of the generation is touched."""
    before = hashes(graph)
    with neo4j.GraphDatabase.driver(served.uri, auth=("neo4j", PASSWORD)) as driver:
        count = driver.execute_query("MATCH (n) RETURN count(n)").records
        for statement in WRITES:
            with pytest.raises(ClientError) as error:
                driver.execute_query(statement)  # type: ignore[arg-type]
            assert error.value.code == "Neo.ClientError.Security.Forbidden", statement
        assert driver.execute_query("MATCH (n) RETURN count(n)").records == count
        assert driver.execute_query("MATCH (n:Person {name: '改'}) RETURN n").records == []
    assert hashes(graph) == before


@pytest.mark.parametrize("login", [("neo4j", "wrong password"), ("neo4j", ""), ("root", PASSWORD), None])
def test_who_does_not_know_the_password_is_refused(served: Served, login: tuple[str, str] | None) -> None:
    """There is one user, and nobody comes in without the password."""
    with (
        neo4j.GraphDatabase.driver(served.uri, auth=login) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_nothing_but_bolt_listens_and_only_here(served: Served) -> None:
    """There is no HTTP server, and another machine finds no port."""
    port = int(served.uri.rsplit(":", 1)[1])
    assert ports_of(served.process.pid) == {port}
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_the_password_is_not_told_where_it_was_given(served: Served) -> None:
    """What is in the environment is not printed."""
    assert PASSWORD not in served.said
    assert "KG_PASSWORD" in served.said


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_clean_when_told(graph: Path, tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl-C and a request to end leave no file, no process and no port; a made-up password opens the door."""
    before = hashes(graph)
    with serving(graph, tmp_path, password=None) as one:
        password = one.said.split("password ")[1].split(";")[0]
        with BoltStore(one.uri, "neo4j", password) as bolt:
            assert bolt.run("MATCH (n:Person) RETURN count(n) > 0 AS some") == [{"some": True}]
        one.process.send_signal(how)
        out, err = one.process.communicate(timeout=30)
        assert (one.process.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
    assert hashes(graph) == before


def test_what_cannot_be_served_is_one_line(served: Served, graph: Path, tmp_path: Path) -> None:
    """A taken port, a short password, a folder without a graph: each says what to do."""
    port = served.uri.rsplit(":", 1)[1]
    for arguments, password, code, said in (
        ((str(graph), port), PASSWORD, 1, f"cannot listen on port {port}"),
        ((str(graph), str(free_port())), "short", 2, "shorter than 8 characters"),
        ((str(tmp_path / "none"), port), PASSWORD, 1, "there is no folder"),
        ((str(graph), "70000"), PASSWORD, 2, "PORT"),
    ):
        process = kg("serve", "--graph", *arguments, temporary=tmp_path, password=password)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err.count("\n")) == (code, "", 1), err
        assert said in err
    assert list(tmp_path.iterdir()) == []

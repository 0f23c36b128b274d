"""A real Neo4j server for a session of tests: the user's own, one provisioned through Maven, or the compose service."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j

from loaders.neo4j_load import load

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
POM = ROOT / "tests" / "neo4j" / "pom.xml"
VERSION = "5.26.20"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "guanbao" / f"neo4j-{VERSION}"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
START_SECONDS = 120


class MissingServerError(Exception):
    """No server can be had; the text says why."""


@dataclass
class Server:
    """A server that answers, what it holds, and the process that has to be stopped, if it is ours."""

    uri: str
    user: str
    password: str
    process: subprocess.Popen[bytes] | None = None
    holds: Path | None = None
    """The rows that were loaded last by `hold`, where nothing was changed since."""

    @property
    def login(self) -> tuple[str, str, str]:
        """Return the address, the user and the password."""
        return self.uri, self.user, self.password

    def hold(self, rows: Path) -> None:
        """Let the database hold these rows and nothing else; where it does already, nothing is done."""
        if self.holds != rows:
            self.wipe()
            load(rows, *self.login)
            self.holds = rows

    def wipe(self) -> None:
        """Empty the database; whoever changes it otherwise calls this first."""
        self.holds = None
        self.change("MATCH (n) DETACH DELETE n")

    def change(self, statement: str) -> None:
        """Change the database as its owner might."""
        self.holds = None
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            driver.execute_query(statement)  # type: ignore[arg-type]

    def stop(self) -> None:
        """Stop the process, if it is ours, by its id."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def find_server(folder: Path) -> Server:
    """Return a running server: NEO4J_URI, else Maven's, else compose's.

    Raises:
        MissingServerError: none of the three can be had.
    """
    uri = os.environ.get("NEO4J_URI")
    if uri:
        return Server(uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    if shutil.which("mvn") and shutil.which("java"):
        return start_from_maven(folder)
    if shutil.which("docker") and run("docker", "info").returncode == 0:
        return start_from_compose()
    raise MissingServerError("no Neo4j: set NEO4J_URI, or install Java 17 or 21 and Maven, or start Docker")


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command and return what came of it."""
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}, cwd=ROOT
    )


def fetch_jars() -> Path:
    """Return the folder with the server's jars, fetched once into the cache."""
    done, lib = CACHE / ".complete", CACHE / "lib"
    if not done.is_file():
        got = run(
            "mvn", "-B", "-q", "-f", str(POM), "dependency:copy-dependencies",
            f"-DoutputDirectory={lib}", "-DincludeScope=runtime",
        )  # fmt: skip
        if got.returncode:
            raise MissingServerError(f"Maven could not fetch Neo4j: {(got.stdout + got.stderr).strip()[-300:]}")
        done.touch()
    return lib


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def java(lib: Path, main: str, *arguments: str) -> list[str]:
    """Return the command that runs one of the server's programs."""
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    return ["java", "-Xmx512m", "-XX:-UsePerfData", *opened, "-cp", f"{lib}/*", main, *arguments]


def make_home(folder: Path, port: int) -> dict[str, str]:
    """Make the home of a server that will listen on a port, and return what its programs want in their environment."""
    home = folder / "neo4j"
    (home / "conf").mkdir(parents=True)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "64m",
        # Loads of a few hundred rows would otherwise make it plan every statement anew.
        "dbms.cypher.min_replan_interval": "1h",
    }
    (home / "conf" / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in settings.items()), encoding="ascii")
    return {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def start_from_maven(folder: Path, prepare: Callable[[Path, dict[str, str]], None] | None = None) -> Server:
    """Start a server with jars from Maven Central on a fresh folder and a free port.

    `prepare` is called before the start, with the folder of the jars and the environment of the server's programs.
    """
    lib, port = fetch_jars(), free_port()
    environment = make_home(folder, port)
    password = secrets.token_hex(8)
    command = java(lib, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password)
    told = run(*command, **environment)
    if told.returncode:
        raise MissingServerError(f"Neo4j does not start: {(told.stdout + told.stderr).strip()[-300:]}")
    if prepare is not None:
        prepare(lib, environment)
    home, conf = environment["NEO4J_HOME"], environment["NEO4J_CONF"]
    command = java(lib, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={conf}")
    log = (folder / "neo4j.log").open("wb")
    with log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **environment})
    server = Server(f"bolt://127.0.0.1:{port}", "neo4j", password, process)
    try:
        await_answer(server)
    except MissingServerError:
        server.stop()
        raise
    return server


def start_from_compose() -> Server:
    """Start the compose service and leave it to the user to stop."""
    password = os.environ.get("NEO4J_PASSWORD") or secrets.token_hex(8)
    compose = ("docker-compose",) if shutil.which("docker-compose") else ("docker", "compose")
    told = run(*compose, "up", "-d", NEO4J_PASSWORD=password)
    if told.returncode:
        raise MissingServerError(f"docker compose up failed: {told.stderr.strip()[-300:]}")
    server = Server("bolt://127.0.0.1:7687", "neo4j", password)
    await_answer(server)
    return server


def is_empty(server: Server) -> bool:
    """Say whether the server's database holds nothing."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return not driver.execute_query("MATCH (n) RETURN n LIMIT 1").records


def await_answer(server: Server) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + START_SECONDS
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        while time.monotonic() < deadline:
            if server.process is not None and server.process.poll() is not None:
                break
            with suppress(neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired):
                driver.verify_connectivity()
                return
            time.sleep(0.2)
    raise MissingServerError(f"Neo4j did not answer at {server.uri} within {START_SECONDS} s")

"""A Bolt server over the embedded store: any Neo4j client on this machine may ask a graph, and none may change it.

The server works on a copy in a temporary folder, which it removes: the store of a generation is never touched. Clients
log in as `neo4j` to a database `neo4j`, as they do by default; their group may read records and nothing else.
"""

from __future__ import annotations

import json
import secrets
import shutil
import socket
import tempfile
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError, UsageError
from loaders.arcadedb import check_readable
from loaders.java_errors import explained
from loaders.jvm import get_arcadedb, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"
USER = DATABASE = "neo4j"
SHORTEST_PASSWORD = 8
_READERS = "readers"
_GROUPS = {
    "databases": {
        "*": {"groups": {"admin": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {}}}},
        DATABASE: {
            "groups": {
                _READERS: {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": [],
                    "types": {"*": {"access": ["readRecord"]}},
                }
            }
        },
    },
    "version": 1,
}


@contextmanager
def serving(store: Path, port: int, password: str) -> Iterator[str]:
    """Serve the store at `store` on a port of the loopback while the block runs; yield the address.

    Raises:
        UsageError: the password is too short, or the port none.
        StoreError: the port is taken, there is no store, or no room for a copy of it.
    """
    _check(port, password)
    check_readable(store)
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-serve-", ignore_cleanup_errors=True)))
        _prepare(home, store)
        server = _start(home, port, password)
        stack.callback(_stop, server)
        yield f"bolt://{HOST}:{port}"


def _check(port: int, password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(f"the password is shorter than {SHORTEST_PASSWORD} characters: choose a longer one")
    try:
        with socket.socket() as probe:
            # A server that ended a moment ago does not hold its port any more, though the system remembers it.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
    except OverflowError:
        raise UsageError(f"{port} is no port: choose one from 1024 to 65535") from None
    except OSError as error:
        raise StoreError(
            f"cannot listen on port {port} ({error.strerror}): give another, such as {port + 1}"
        ) from error


def _prepare(home: Path, store: Path) -> None:
    try:
        (home / "config").mkdir()
        (home / "config" / "server-groups.json").write_text(json.dumps(_GROUPS), encoding="ascii")
        shutil.copytree(store, home / "databases" / DATABASE)
    except (OSError, shutil.Error) as error:
        raise StoreError(
            f"cannot copy {store} to {home}: {error}: make room, or set TMPDIR to another place"
        ) from error


def _start(home: Path, port: int, password: str) -> Any:  # noqa: ANN401  # the package has no types
    package = get_arcadedb()
    settings = {
        "mode": "development",
        "host": HOST,
        "http_port": "0",
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": port,
        "bolt_defaultDatabase": DATABASE,
        "server_logsDirectory": str(home / "log"),
        "serverMetrics": False,
    }
    with explained(package, f"cannot serve on port {port}"), quiet():
        # Nobody is told the root's password: it is for the life of this process.
        server = package.ArcadeDBServer(str(home), secrets.token_urlsafe(24), settings)
        server.start()
        java = server._java_server  # noqa: SLF001  # the package has no way to stop HTTP alone
        java.getHttpServer().stopService()
        _add_reader(java.getSecurity(), password)
    return server


def _add_reader(security: Any, password: str) -> None:  # noqa: ANN401  # the package has no types
    user = {
        "name": USER,
        "password": str(security.encodePassword(password)),
        "databases": {DATABASE: [_READERS]},
    }
    security.createUser(import_module("jpype").JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user)))


def _stop(server: Any) -> None:  # noqa: ANN401  # the package has no types
    with quiet():
        server.stop()

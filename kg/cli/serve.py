"""The command that opens a graph to other programs on this machine."""

from __future__ import annotations

import os
import secrets
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import GraphDir, app

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD_VARIABLE = "KG_PASSWORD"  # noqa: S105  # the name of a variable, not a password
BOLT_PORT = 7687


@app.command(epilog="Example: KG_PASSWORD=… kg serve --graph shanxi --bolt 7687")
def serve(
    graph: GraphDir,
    port: Annotated[int, typer.Argument(metavar="PORT", min=1, max=65535, help="The port.")] = BOLT_PORT,
    _bolt: Annotated[bool, typer.Option("--bolt", help="Speak Bolt, the language of Neo4j's clients.")] = True,
) -> None:
    """Open a graph to Neo4j's clients on this machine, until Ctrl-C.

    They can ask in Cypher and change nothing. The user and the database are neo4j; the password comes from KG_PASSWORD,
    or is made up and printed. Only this machine is listened to, and HTTP is off. The graph may be built anew meanwhile:
    what is served stays as it was.
    """
    from kg.folder import CYPHER_STORE
    from kg.graph import open as open_graph
    from loaders.bolt_server import serving
    from loaders.jvm import get_arcadedb

    given = os.environ.get(PASSWORD_VARIABLE)
    password = secrets.token_urlsafe(12) if given is None else given
    with open_graph(graph) as opened:
        store: Path = opened.folder / CYPHER_STORE
        get_arcadedb()
        # Java takes the signals for itself when it starts; from here on they are ours again.
        with _until_told() as told, serving(store, port, password) as uri:
            known = f"the password in {PASSWORD_VARIABLE}" if given is not None else f"password {password}"
            typer.echo(f"serving {graph} at {uri}: user neo4j, {known}; Ctrl-C ends it")
            told.wait()


@contextmanager
def _until_told() -> Iterator[threading.Event]:
    """Yield an event that Ctrl-C and a request to terminate set, instead of ending the process where it stands."""
    told = threading.Event()
    before = {
        number: signal.signal(number, lambda _number, _frame: told.set()) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

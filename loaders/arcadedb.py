"""The embedded store: ArcadeDB inside this process, loaded once into a fresh folder and then only read."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg.errors import StoreError
from kg.files import as_readable_as_any
from kg.schema import get_schema
from loaders.batches import link_batches, node_batches
from loaders.fulltext import embedded_statements
from loaders.java_errors import explained
from loaders.java_values import to_plain
from loaders.jvm import get_arcadedb, open_to_read
from loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from loaders.port import Row

BATCH = 2000
_SCHEMA = "schema.json"
_TYPES = {
    "STRING": "STRING",
    "STRING[]": "LIST OF STRING",
    "INTEGER": "LONG",
    "FLOAT": "DOUBLE",
    "BOOLEAN": "BOOLEAN",
    "DATE": "DATE",
}
_open: dict[Path, tuple[Any, int]] = {}
"""Databases open in this process with how many hold them: Java opens one only once."""


def load(rows_folder: Path, store_folder: Path) -> tuple[int, int]:
    """Load a generation's rows into a new store and return how many nodes and links it holds.

    The folder is complete only when this returns: load beside the place where readers look, and rename.

    Raises:
        StoreError: the folder is in use or not empty, a row does not fit the schema, or counts differ at the end.
    """
    folder = Path(store_folder).absolute()
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder} is not empty: the embedded store is loaded into a fresh folder")
    package = get_arcadedb()
    rows = Rows(rows_folder)
    with explained(package, f"cannot load into {folder}"):
        database = package.create_database(str(folder))
        try:
            _declare(database)
            wanted = _fill(database, rows)
            _verify(database, wanted, folder)
            for statement in embedded_statements():
                database.command("sql", statement)
        finally:
            database.close()
    # Java keeps some of its files to the owner: a graph is as readable as any folder that the user makes.
    for path in folder.iterdir():
        as_readable_as_any(path)
    return wanted["nodes"], wanted["links"]


def _declare(database: Any) -> None:  # noqa: ANN401  # the package has no types
    schema = get_schema()
    tables = [("VERTEX", name, props) for name, props in schema.nodes.items()]
    tables += [("EDGE", name, link.props) for name, link in schema.links.items()]
    for kind, name, props in tables:
        # One bucket: the default of one for each core makes an edge lookup visit all of them.
        database.command("sql", f"CREATE {kind} TYPE `{name}` BUCKETS 1")
        for key, type_name in props.items():
            database.command("sql", f"CREATE PROPERTY `{name}`.`{key}` {_TYPES[type_name]}")
        if kind == "VERTEX":
            database.command("sql", f"CREATE INDEX ON `{name}` (`id`) UNIQUE")


def _fill(database: Any, rows: Rows) -> Counter[str]:  # noqa: ANN401
    wanted: Counter[str] = Counter()
    for label, batch in node_batches(rows.nodes(), BATCH):
        _write(database, f"UNWIND $rows AS r CREATE (n:`{label}`) SET n = r.props", batch)
        wanted["nodes"] += len(batch)
        wanted[label] += len(batch)
    for (kind, source, target), batch in link_batches(rows.links(), BATCH):
        statement = (
            f"UNWIND $rows AS r MATCH (a:`{source}` {{id: r.source}}), (b:`{target}` {{id: r.target}}) "
            f"CREATE (a)-[l:`{kind}`]->(b) SET l = r.props"
        )
        _write(database, statement, batch)
        wanted["links"] += len(batch)
        wanted[kind] += len(batch)
    return wanted


def _write(database: Any, statement: str, batch: list[Row]) -> None:  # noqa: ANN401
    with database.transaction():
        database.command("opencypher", statement, {"rows": batch})


def _verify(database: Any, wanted: Counter[str], folder: Path) -> None:  # noqa: ANN401
    schema = get_schema()
    for name in (*schema.nodes, *schema.links):
        found = database.count_type(name)
        if found != wanted[name]:
            raise StoreError(f"{folder} holds {found} {name} of {wanted[name]}: an end is missing or an id is double")


def check_readable(folder: Path) -> None:
    """Look before the store does: what it cannot read of its schema it takes for empty, and answers with no rows."""
    schema = folder / _SCHEMA
    if not schema.is_file():
        raise StoreError(f"no embedded store at {folder}: run kg build to make it")
    shut = next((path for path in sorted(folder.iterdir()) if not os.access(path, os.R_OK)), None)
    if shut is not None:
        raise StoreError(f"cannot open {folder}: {shut.name} may not be read: have its owner run chmod -R a+rX on it")
    try:
        json.loads(schema.read_bytes())
    except (OSError, ValueError) as error:
        raise StoreError(f"cannot open {folder}: its {_SCHEMA} is damaged: run kg build again") from error


class ArcadeStore:
    """A loaded store opened to be read; several processes may do so, but not a fork of one that opened it."""

    def __init__(self, path: Path) -> None:
        """Open the store at `path`.

        Raises:
            StoreError: there is none, another process holds it, or this platform has no build of it.
        """
        self.path = Path(path).resolve()
        check_readable(self.path)
        self._package = get_arcadedb()
        self._process = os.getpid()
        self._database = self._acquire()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the store."""
        self.close()

    def close(self) -> None:
        """Let go of the store; the last holder in this process closes it."""
        if self._database is None or self._process != os.getpid():
            return
        database, holders = _open[self.path]
        self._database = None
        if holders > 1:
            _open[self.path] = (database, holders - 1)
            return
        del _open[self.path]
        database.close()

    def run(self, cypher: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """Return the rows of a statement as plain values.

        Raises:
            StoreError: the statement is wrong or would change the graph, or the store is closed or was forked.
        """
        if self._database is None:
            raise StoreError(f"{self.path} is closed: open it again")
        if self._process != os.getpid():
            raise StoreError(f"{self.path} was opened before a fork: open it in the process that asks")
        given = (dict(params),) if params else ()
        with explained(self._package, "Cypher"):
            rows = self._database.query("opencypher", cypher, *given)
            return [{str(name): to_plain(row.get_raw(name)) for name in row.property_names} for row in rows]

    def _acquire(self) -> Any:  # noqa: ANN401  # the package has no types
        database, holders = _open.get(self.path, (None, 0))
        if database is None:
            with explained(self._package, f"cannot open {self.path}"):
                database = open_to_read(self._package, self.path)
        _open[self.path] = (database, holders + 1)
        return database

"""Exports of a graph: the same rows give the same bytes, and a file is written whole or not at all."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from kg.errors import UsageError
from kg.files import whole_file, whole_folder
from loaders.csv_tables import write_csv
from loaders.graphml import write_graphml
from loaders.json_ld import write_jsonld
from loaders.mapping import Mapping, get_mapping
from loaders.quads import quads_of
from loaders.rows import Rows
from loaders.sorted_quads import sorted_lines, write_trig, write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def export(rows_folder: Path, base: str | None, how: str, path: Path) -> str | None:
    """Write a graph's rows to `path`: a file, or for parquet and neo4j-admin a folder of files.

    Returns the command to run next, where the format has one.

    Raises:
        UsageError: there is no such format.
        KgError: the rows cannot be read, or the file cannot be written.
    """
    rows, mapping = Rows(rows_folder), get_mapping(base)
    if how in FOLDERS:
        with whole_folder(path, _FILES) as folder:
            return FOLDERS[how](rows, folder)
    write = WRITERS.get(how)
    if write is None:
        raise UsageError(f"no export format {how!r}: choose one of {', '.join((*WRITERS, *FOLDERS))}")
    with whole_file(path) as file:
        # Formats differ in how they want their bytes; all of them end up in the same temporary file.
        write(rows, mapping, file.buffer)  # type: ignore[attr-defined]
    return None


def _nquads(rows: Rows, mapping: Mapping, out: IO[bytes]) -> None:
    out.writelines(sorted_lines(quads_of(rows, mapping)))


def _turtle(rows: Rows, mapping: Mapping, out: IO[bytes]) -> None:
    write_turtle(quads_of(rows, mapping), mapping.prefixes, out)


def _trig(rows: Rows, mapping: Mapping, out: IO[bytes]) -> None:
    write_trig(quads_of(rows, mapping), mapping.prefixes, out)


def _jsonld(rows: Rows, mapping: Mapping, out: IO[bytes]) -> None:
    write_jsonld(quads_of(rows, mapping), mapping, out)


def _graphml(rows: Rows, _mapping: Mapping, out: IO[bytes]) -> None:
    write_graphml(rows, out)


def _csv(rows: Rows, _mapping: Mapping, out: IO[bytes]) -> None:
    write_csv(rows, out)


def _parquet(rows: Rows, folder: Path) -> None:
    # It brings polars, which no other format needs.
    from loaders.parquet import write_tables  # noqa: PLC0415

    write_tables(rows, folder)


def _neo4j_admin(rows: Rows, folder: Path) -> str:
    from loaders.neo4j_admin import write_neo4j_admin  # noqa: PLC0415  # it brings the driver

    return write_neo4j_admin(rows, folder)


FOLDERS: dict[str, Callable[[Rows, Path], str | None]] = {"parquet": _parquet, "neo4j-admin": _neo4j_admin}
_FILES = re.compile(r"(nodes|links)_\w+\.(csv|parquet)|import\.(sh|report)|schema\.cypher")
WRITERS: dict[str, Callable[[Rows, Mapping, IO[bytes]], None]] = {
    "nquads": _nquads,
    "turtle": _turtle,
    "trig": _trig,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "csv": _csv,
}

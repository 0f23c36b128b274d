"""Exports of a graph: the same rows give the same bytes, and a file is written whole or not at all."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from kg.errors import UsageError
from kg.files import whole_file
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


def export(rows_folder: Path, base: str | None, how: str, path: Path) -> None:
    """Write a graph's rows to `path` as nquads, turtle, trig, jsonld, graphml or csv (a zip of tables).

    Raises:
        UsageError: there is no such format.
        KgError: the rows cannot be read, or the file cannot be written.
    """
    write = WRITERS.get(how)
    if write is None:
        raise UsageError(f"no export format {how!r}: choose one of {', '.join(WRITERS)}")
    rows, mapping = Rows(rows_folder), get_mapping(base)
    with whole_file(path) as file:
        # Formats differ in how they want their bytes; all of them end up in the same temporary file.
        write(rows, mapping, file.buffer)  # type: ignore[attr-defined]


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


WRITERS: dict[str, Callable[[Rows, Mapping, IO[bytes]], None]] = {
    "nquads": _nquads,
    "turtle": _turtle,
    "trig": _trig,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "csv": _csv,
}

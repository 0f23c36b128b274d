"""Rows as text: a table to read, CSV, JSON and JSON lines to work with."""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cells import as_cell, inert
from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a terminal would act on; a page's text must never move the cursor or set a title.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
WIDE = 100_000
GAP = 3
NARROWEST = 10
"""Characters that a column needs on a terminal to be read at all."""


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


def write_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], how: Format, out: IO[str] | None = None) -> None:
    """Write rows as text, in the order given, on standard output unless `out` is another.

    Raises:
        UsageError: Parquet was asked for, which is no text.
    """
    out = out or sys.stdout
    match how:
        case Format.JSON:
            records = [dict(zip(columns, map(_valid, row), strict=True)) for row in rows]
            out.write(json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n")
        case Format.JSONL:
            records = [dict(zip(columns, map(_valid, row), strict=True)) for row in rows]
            out.writelines(json.dumps(record, ensure_ascii=False, default=str) + "\n" for record in records)
        case Format.CSV:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([[inert(_cell(value)) for value in row] for row in rows])
        case Format.PARQUET:
            raise UsageError("Parquet is no text: it can be had where there is an option -o FILE")
        case Format.TABLE if _fits(columns, rows, out):
            _write_table(columns, rows, out)
        case Format.TABLE:
            _write_records(columns, rows, out)


def _fits(columns: Sequence[str], rows: Sequence[Sequence[Any]], out: IO[str]) -> bool:
    """Say whether a table can be read on this terminal; a pipe takes any width."""
    if not out.isatty():
        return True
    width = Console(file=out).width
    widths = [max(map(cell_len, (name, *map(_line, cells)))) + GAP for name, *cells in zip(columns, *rows, strict=True)]
    return sum(widths) <= width + GAP or width >= len(columns) * NARROWEST


def _write_records(columns: Sequence[str], rows: Sequence[Sequence[Any]], out: IO[str]) -> None:
    """Print a row after the other, a line for each value that there is."""
    longest = max(map(len, columns))
    for row in rows:
        told = [(name, _line(value)) for name, value in zip(columns, row, strict=True)]
        out.writelines(f"{name:<{longest}}   {value}\n" for name, value in told if value)
        out.write("\n")


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], out: IO[str]) -> None:
    # Into a pipe a table keeps its lines whole; on a terminal long cells wrap.
    terminal = out.isatty()
    console = Console(file=out, width=None if terminal else WIDE, highlight=False)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(Text(name), no_wrap=not terminal)
    for row in rows:
        table.add_row(*(Text(_line(value)) for value in row))
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        out.write(line.rstrip() + "\n")


def _line(value: object) -> str:
    """Return a cell as one line: a quote may run over several lines of its page."""
    return CONTROL.sub("\ufffd", " ".join(str(_cell(value)).splitlines()))


def _valid(value: object) -> object:
    """Return a value as JSON has it: what is no number there, such as NaN, is text."""
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case list() | tuple():
            return [_valid(part) for part in value]
        case dict():
            return {key: _valid(part) for key, part in value.items()}
    return value


def _cell(value: object) -> str | int | float:
    return int(value) if isinstance(value, float) and value.is_integer() else as_cell(value)

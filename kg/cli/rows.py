"""Printing rows: a table to read, CSV and JSON to work with."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cells import inert

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


def write_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], how: Format) -> None:
    """Print rows on standard output, in the order given."""
    if how is Format.JSON:
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n")
    elif how is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([[inert(_cell(value)) for value in row] for row in rows])
    elif _fits(columns, rows):
        _write_table(columns, rows)
    else:
        _write_records(columns, rows)


def _fits(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    """Say whether a table can be read on this terminal; a pipe takes any width."""
    if not sys.stdout.isatty():
        return True
    width = Console(file=sys.stdout).width
    widths = [max(map(cell_len, (name, *map(_line, cells)))) + GAP for name, *cells in zip(columns, *rows, strict=True)]
    return sum(widths) <= width + GAP or width >= len(columns) * NARROWEST


def _write_records(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a row after the other, a line for each value that there is."""
    longest = max(map(len, columns))
    for row in rows:
        told = [(name, _line(value)) for name, value in zip(columns, row, strict=True)]
        sys.stdout.writelines(f"{name:<{longest}}   {value}\n" for name, value in told if value)
        sys.stdout.write("\n")


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    # Into a pipe a table keeps its lines whole; on a terminal long cells wrap.
    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else WIDE, highlight=False)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(Text(name), no_wrap=not terminal)
    for row in rows:
        table.add_row(*(Text(_line(value)) for value in row))
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        sys.stdout.write(line.rstrip() + "\n")


def _line(value: object) -> str:
    """Return a cell as one line: a quote may run over several lines of its page."""
    return CONTROL.sub("\ufffd", " ".join(str(_cell(value)).splitlines()))


def _cell(value: object) -> str | int | float:
    match value:
        case None:
            cell: str | int | float = ""
        case bool():
            cell = "true" if value else "false"
        case float() if value.is_integer():
            cell = int(value)
        case int() | float() | str():
            cell = value
        case dt.date():
            cell = value.isoformat()
        case list() | tuple() if all(isinstance(part, str) for part in value):
            cell = "、".join(value)
        case _:
            cell = json.dumps(value, ensure_ascii=False, default=str)
    return cell

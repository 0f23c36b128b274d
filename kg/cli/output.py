"""Where rows go and in which form: to a file or standard output, to be read or to be worked with."""

from __future__ import annotations

import io
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.rows import Format, write_rows
from kg.errors import UsageError
from kg.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RowOutput = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; default: standard output.")
]
RowForm = Annotated[
    Format | None, typer.Option("--format", help="How to write the answer; default: as FILE is named, else a table.")
]


def give_rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    how: Format | None,
    output: Path | None,
    types: Mapping[str, str] | None = None,
) -> None:
    """Write rows in the order given; `types` are words of the schema by column, for Parquet.

    Raises:
        UsageError: Parquet was asked for, and no file to put it in.
        KgError: the file cannot be written.
    """
    form = how or _form_of(output)
    if form is not Format.PARQUET:
        with nullcontext(sys.stdout) if output is None else whole_file(output) as file:
            write_rows(columns, rows, form, file)
        return
    if output is None:
        raise UsageError("Parquet is no text: name a file for it with -o FILE")
    from kg.frames import find_types, to_frame, write_parquet

    typed = dict(types or find_types(columns, rows))
    with whole_file(output) as file:
        if not isinstance(file, io.TextIOWrapper):
            raise UsageError(f"{output} takes text alone: name a file for Parquet")
        write_parquet(typed, lambda: iter([to_frame(typed, rows)]), file.buffer)


def _form_of(output: Path | None) -> Format:
    suffix = "" if output is None else output.suffix.removeprefix(".").lower()
    return Format(suffix) if suffix in set(Format) else Format.TABLE

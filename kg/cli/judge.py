"""The command that measures: evaluate."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app


@app.command(epilog="Example: kg evaluate gold/press.json records.jsonl --misses")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Gold records: a JSON array, or a page file with articles.")
    ],
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="Extracted records, one JSON object a line.")],
    root: Annotated[Path | None, typer.Option(metavar="DIR", help="Where a page file's paths start.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Name each miss on standard error.")] = False,
) -> None:
    """Evaluate records against gold.

    Prints precision, recall and F1 by kind of fact.
    """
    from kg.evaluate import evaluate as score

    report = score(gold, records, root=root)
    typer.echo(report.table())
    if misses:
        for line in report.misses():
            sys.stderr.write(line + "\n")

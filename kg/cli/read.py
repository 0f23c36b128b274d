"""The command that shows what is read before anything is made of it: read."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Annotated

import typer

from kg.cli.app import Inputs, Place, Published, Source, app
from kg.cli.make import Output, destination
from kg.cli.progress import Problems, progress
from kg.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.reading import Reading
    from kg.show.totals import Totals


class ReadFormat(StrEnum):
    """How `kg read` shows what it read."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@app.command(epilog="Example: kg read pages/ --format html -o pages.html")
def read(
    inputs: Inputs,
    output: Output = None,
    source: Source = None,
    published: Published = None,
    place: Place = None,
    how: Annotated[ReadFormat, typer.Option("--format", help="What to write.")] = ReadFormat.TEXT,
) -> None:
    """Show what is read of pages: their articles, and what is not used.

    Headlines, bylines, datelines, places in the text, and every rejection with its reason. JSON has one object a line
    for each page; HTML shows the pages with each article in its own colour.
    """
    from kg.reading import iter_readings
    from kg.show.totals import Totals

    problems = Problems()
    totals = Totals()
    with destination(output) as file, progress("reading") as move:

        def counting(readings: Iterable[Reading]) -> Iterable[Reading]:
            for reading in readings:
                totals.add(reading)
                move("pages", totals.pages, None)
                yield reading

        found = iter_readings(inputs, source=source, published=published, place=place, on_problem=problems)
        _write(file, counting(found), totals, how)
    if output is not None or problems.count:
        told = (counted(totals.pages, "page"), counted(totals.articles, "article"), counted(problems.count, "note"))
        sys.stderr.write(f"kg: {', '.join(told)}\n")


def _write(file: IO[str], readings: Iterable[Reading], totals: Totals, how: ReadFormat) -> None:
    match how:
        case ReadFormat.JSON:
            from kg.show.objects import to_object

            for reading in readings:
                file.write(json.dumps(to_object(reading), ensure_ascii=False) + "\n")
        case ReadFormat.TEXT:
            from kg.show.texts import to_lines

            for reading in readings:
                file.writelines(f"{line}\n" for line in to_lines(reading))
            file.writelines(f"{line}\n" for line in totals.lines())
        case ReadFormat.HTML:
            from kg.show.sheets import to_page

            file.writelines(to_page(list(readings), totals))

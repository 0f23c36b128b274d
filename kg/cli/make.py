"""Commands that make a graph: extract, build, remove."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from kg.cli.app import GraphDir, Inputs, Place, Published, Source, app
from kg.cli.progress import Problems, progress
from kg.counted import counted

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; default: standard output.")
]


@app.command(
    epilog="Example: kg extract pages/ --source 吕梁日报 --published 2021-04-12 --place 吕梁市 -o records.jsonl"
)
def extract(
    inputs: Inputs,
    output: Output = None,
    source: Source = None,
    published: Published = None,
    place: Place = None,
) -> None:
    """Extract page records from pages.

    One JSON object a line for each article: its facts with evidence, its bylines, what was seen and not used.
    """
    from kg.extraction import iter_records

    problems = Problems()
    count = 0
    with destination(output) as file, progress("reading") as move:
        for record in iter_records(inputs, source=source, published=published, place=place, on_problem=problems):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
            move("articles", count, None)
    if output is not None or problems.count:
        sys.stderr.write(f"kg: {counted(count, 'article')}, {counted(problems.count, 'note')}\n")


def destination(output: Path | None) -> AbstractContextManager[IO[str]]:
    """Return what to write to: a file that appears whole or not at all, or standard output."""
    from kg.files import whole_file

    return nullcontext(sys.stdout) if output is None else whole_file(output)


@app.command(epilog="Example: kg build pages/ --graph shanxi --source 吕梁日报 --published 2021-04-12 --place 吕梁市")
def build(
    inputs: Inputs,
    graph: GraphDir,
    source: Source = None,
    published: Published = None,
    place: Place = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="The base of the graph's IRIs.")] = None,
) -> None:
    """Build a graph from pages, or add to one.

    The same pages again change nothing; changed pages replace what they said before.
    """
    from kg.build import build as build_graph

    problems = Problems()
    with progress("reading") as move:
        report = build_graph(
            inputs,
            graph,
            source=source,
            published=published,
            place=place,
            base=base,
            on_progress=move,
            on_problem=problems,
        )
    typer.echo(str(report))
    if problems.count:
        sys.stderr.write(f"kg: {counted(problems.count, 'note')} above on what was passed over\n")


@app.command(epilog="Example: kg remove page1.txt --graph shanxi")
def remove(
    names: Annotated[list[str], typer.Argument(metavar="ID|FILE", help="Articles by id or headline, or files.")],
    graph: GraphDir,
) -> None:
    """Remove articles from a graph.

    By id, by headline, or all articles of a file.
    """
    from kg.build import remove as remove_articles

    with progress("rebuilding") as move:
        report = remove_articles(graph, names, on_progress=move)
    typer.echo(str(report))

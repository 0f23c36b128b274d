"""Commands that take a graph elsewhere: load, export, draw, check."""

from __future__ import annotations

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import GraphDir, app
from kg.cli.login import Database, User, ask_password
from kg.cli.progress import progress
from kg.counted import counted


class ExportFormat(StrEnum):
    """What `kg export` writes."""

    NQUADS = "nquads"
    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    CSV = "csv"
    PARQUET = "parquet"
    NEO4J_ADMIN = "neo4j-admin"


Out = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write.")]


@app.command(epilog="Example: NEO4J_PASSWORD=… kg load bolt://localhost:7687 --graph shanxi")
def load(
    uri: Annotated[str, typer.Argument(metavar="URI", help="The server: bolt://… or neo4j://…")],
    graph: GraphDir,
    user: User = "neo4j",
    database: Database = "neo4j",
    replace: Annotated[
        bool, typer.Option("--replace", help="Empty the database first, whatever it holds; else another graph stays.")
    ] = False,
) -> None:
    """Load a graph into Neo4j.

    Loading again changes nothing but what changed in the graph: what left it leaves the database. The password comes
    from NEO4J_PASSWORD or a prompt.
    """
    from kg.graph import open as open_graph
    from loaders.neo4j_load import load as load_rows

    with open_graph(graph) as opened, progress("loading"):
        report = load_rows(opened.folder, uri, user, ask_password(), database, replace=replace)
    typer.echo(str(report))


@app.command(epilog="Example: kg export --graph shanxi --format turtle -o shanxi.ttl")
def export(
    graph: GraphDir,
    output: Out,
    how: Annotated[ExportFormat, typer.Option("--format", help="What to write.")] = ExportFormat.NQUADS,
) -> None:
    """Export a graph as RDF, GraphML, tables, or for bulk import into Neo4j.

    The same graph gives the same bytes every time. CSV is a zip of tables, safe to open in a spreadsheet. Parquet and
    neo4j-admin write a folder; the latter holds import.sh, which imports it.
    """
    from kg.graph import open as open_graph
    from loaders.exports import export as export_rows

    with open_graph(graph) as opened:
        command = export_rows(opened.folder, opened.base, how.value, output)
    typer.echo(f"wrote {output}")
    if command:
        typer.echo(f"import it with: cd {shlex.quote(str(output))} && {command}")


@app.command(epilog="Example: kg draw --graph shanxi --about 吕梁市 -o shanxi.html")
def draw(
    graph: GraphDir,
    output: Out,
    about: Annotated[str | None, typer.Option(metavar="NAME|ID", help="Draw what surrounds this.")] = None,
) -> None:
    """Draw a graph as a page that works from disk.

    Everything in it is a click away from the sentence that says it.
    """
    from kg.draw import draw as draw_graph
    from kg.files import whole_file
    from kg.graph import open as open_graph

    with open_graph(graph) as opened:
        page = draw_graph(opened, about)
    with whole_file(output) as file:
        file.write(page)
    typer.echo(f"wrote {output}")


@app.command(epilog="Example: kg check --graph shanxi")
def check(graph: GraphDir) -> int:
    """Check a graph against its SHACL shapes.

    One line a finding; exit code 1 if one of them is a violation (papers that contradict one another are a warning).
    """
    from kg.graph import open as open_graph
    from loaders.shacl import check as check_rows

    with open_graph(graph) as opened:
        findings = check_rows(opened.folder, opened.base)
    for finding in findings:
        typer.echo(str(finding))
    sys.stderr.write(f"kg: {counted(len(findings), 'finding') if findings else 'no findings'}\n")
    return int(any(finding.severity == "violation" for finding in findings))

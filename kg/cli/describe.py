"""Commands that describe a graph: info, schema."""

from __future__ import annotations

from kg.cli.app import GraphDir, app
from kg.cli.output import RowForm, RowOutput, give_rows


@app.command(epilog="Example: kg info --graph shanxi")
def info(graph: GraphDir, how: RowForm = None, output: RowOutput = None) -> None:
    """Show what is in a graph.

    Counts, sources, span of dates, versions, rejections by reason.
    """
    from kg.graph import open as open_graph

    with open_graph(graph) as opened:
        give_rows(("what", "which", "value"), opened.info(), how, output)


@app.command(epilog="Example: kg schema --graph shanxi")
def schema(graph: GraphDir, how: RowForm = None, output: RowOutput = None) -> None:
    """Show the labels and links of a graph.

    Their properties with types and counts, and an example of each.
    """
    from kg.graph import open as open_graph

    with open_graph(graph) as opened:
        columns = ("kind", "name", "count", "property", "type", "filled", "example")
        give_rows(columns, opened.schema(), how, output)

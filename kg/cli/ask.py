"""Commands that ask: query, cypher, sparql."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import GraphDir, Params, app
from kg.cli.explain import explain
from kg.cli.login import Database, User, get_password
from kg.cli.output import RowForm, RowOutput, give_rows
from kg.cli.params import parse_params, typed
from kg.cli.rows import Format
from kg.cli.signals import end_while_waiting
from kg.errors import UsageError


class Engine(StrEnum):
    """Which store answers a named question; both give the same rows."""

    CYPHER = "cypher"
    SPARQL = "sparql"


@app.command(
    epilog="Example: kg query holder --graph shanxi --param place=吕梁市 --param post=市长 --param on=2021-04-12"
)
def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The question; without it the questions are listed.")
    ] = None,
    graph: Annotated[Path | None, typer.Option("--graph", metavar="DIR", help="The graph's folder.")] = None,
    param: Params = None,
    show: Annotated[bool, typer.Option("--show", help="Explain the question instead of asking it.")] = False,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="List the questions of one topic.")] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Add the quote, its source and its date.")] = False,
    engine: Annotated[Engine, typer.Option(help="The store that answers.")] = Engine.CYPHER,
    how: RowForm = None,
    output: RowOutput = None,
) -> None:
    """Answer a named question, explain it, or list the questions by topic."""
    from kg.graph import open as open_graph
    from queries import get

    if name is None:
        columns, listed = _listed(topic)
        give_rows(columns, listed, how, output)
        return
    question = get(name)
    if show:
        explain(question, how)
        return
    if graph is None:
        raise UsageError(f"which graph? kg query {name} --graph DIR")
    end_while_waiting()
    with open_graph(graph) as opened:
        answer = opened.query(name, parse_params(param), engine=engine.value, evidence=evidence)
    give_rows(answer.columns, answer.rows, how, output, answer.types)
    if not answer.rows:
        sys.stderr.write(f"kg: no rows: kg query {name} --show explains what can be asked\n")


def _listed(topic: str | None) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the questions by topic, as columns and rows.

    Raises:
        UsageError: there is no such topic.
    """
    from queries import catalogue, topics

    known = [one.name for one in topics()]
    if topic is not None and topic not in known:
        raise UsageError(f"no topic {topic!r}: there are {', '.join(known)}")
    rows: list[tuple[str, ...]] = [
        (q.topic.name, q.name, q.title_zh, q.question_en, " ".join(p.name for p in q.parameters))
        for q in catalogue()
        if topic in {None, q.topic.name}
    ]
    return ("topic", "name", "title", "question", "parameters"), rows


@app.command(
    epilog="Example: kg cypher 'MATCH (p:Person)-[:HOLDS]->(o:Office) RETURN p.name, o.name LIMIT 5' --graph shanxi"
)
def cypher(
    statement: Annotated[str, typer.Argument(metavar="CYPHER", help="A Cypher statement that reads.")],
    graph: Annotated[Path | None, typer.Option("--graph", metavar="DIR", help="The graph's folder.")] = None,
    uri: Annotated[str | None, typer.Option(metavar="URI", help="Or a server: bolt://… or neo4j://…")] = None,
    user: User = "neo4j",
    database: Database = "neo4j",
    param: Params = None,
    how: RowForm = None,
    output: RowOutput = None,
) -> None:
    """Ask the embedded store in Cypher, or a server that speaks Bolt.

    Parameters are $NAME in the statement; a value like 2021-04-12 is a date. Nothing can be written. The password of a
    server comes from NEO4J_PASSWORD.
    """
    params = typed(parse_params(param))
    if (graph is None) == (uri is None):
        raise UsageError("which graph? give either --graph DIR or --uri bolt://…")
    end_while_waiting()
    if graph is not None:
        from kg.graph import open as open_graph

        with open_graph(graph) as opened:
            rows: list[dict[str, object]] = opened.cypher(statement, params)
    else:
        from loaders.neo4j_bolt import BoltStore

        with BoltStore(str(uri), user, get_password(), database) as store:
            rows = store.run(statement, params)
    _give_dicts(rows, how, output)


@app.command(epilog="Example: kg sparql 'SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 5' --graph shanxi")
def sparql(
    statement: Annotated[str, typer.Argument(metavar="SPARQL", help="A SPARQL query.")],
    graph: GraphDir,
    param: Params = None,
    how: RowForm = None,
    output: RowOutput = None,
) -> None:
    """Ask the quads in SPARQL.

    Parameters are ?NAME in the query, and must stand in its SELECT.
    """
    from kg.graph import open as open_graph

    params = typed(parse_params(param))
    end_while_waiting()
    with open_graph(graph) as opened:
        rows = opened.sparql(statement, params)
    _give_dicts(rows, how, output)


def _give_dicts(rows: list[dict[str, object]], how: Format | None, output: Path | None) -> None:
    if not rows and how is not Format.JSON and output is None:
        sys.stderr.write("kg: no rows\n")
        return
    columns = list(rows[0]) if rows else []
    give_rows(columns, [[row.get(name) for name in columns] for row in rows], how, output)

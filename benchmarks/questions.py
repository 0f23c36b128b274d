"""How long every named question takes on a graph: in Cypher on the embedded store, in SPARQL on the quads, both warm.

Usage: python benchmarks/questions.py GRAPH [QUESTION …] [--engine cypher] [--processor] [--equal]
Each question is asked without parameters and with each of its parameters alone, of values that the graph has much of;
every call twice, the second counts. "all" is the time without parameters, "one" the longest with one. A question is in
time that takes less than a second, or five where it weighs the whole graph. `--processor` counts the time of the
processor, all threads together, where the machine has other work. `--equal` asks both engines and compares the rows.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import queries
from kg.graph import open as open_graph
from queries import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.graph import Graph
    from queries import Answer, Parameter, Question

Params: TypeAlias = dict[str, str]
Clock: TypeAlias = "Callable[[], float]"
SECOND, WHOLE = 1.0, 5.0
COMMON = {"from", "to", "min_confidence", "limit"}
MUCH = {
    "Person": "MATCH (n:Person)-[:HAS_TENURE|PARTICIPATED]->(f) RETURN n.id AS id, count(f) AS n",
    "Organization": "MATCH (n:Organization)<-[:POST_IN]-(f) RETURN n.id AS id, count(f) AS n",
    "Office": "MATCH (n:Office)<-[:IN_OFFICE]-(f) RETURN n.id AS id, count(f) AS n",
    "Place": "MATCH (n:Place)<-[:HAPPENED_AT|IN_PLACE]-(f) RETURN n.id AS id, count(f) AS n",
    "Programme": "MATCH (n:Programme)<-[:ABOUT]-(f) RETURN n.id AS id, count(f) AS n",
    "Group": "MATCH (n:Group)<-[:SERVES]-(f) RETURN n.id AS id, count(f) AS n",
    "Source": "MATCH (n:Source)<-[:PUBLISHED_BY]-(f) RETURN n.id AS id, count(f) AS n",
    "Tenure": "MATCH (n:Tenure)-[:EVIDENCED_BY]->(f) RETURN n.id AS id, count(f) AS n",
    "post": "MATCH (n:Office)<-[:IN_OFFICE]-(f) RETURN n.post AS id, count(f) AS n",
    "on": "MATCH (n:Article) RETURN n.date_text AS id, count(n) AS n",
    "indicator": "MATCH (n:Measurement) RETURN n.indicator AS id, count(n) AS n",
    "reporter": "MATCH (n:Article) UNWIND n.bylines AS byline RETURN byline AS id, count(n) AS n",
    "name": "MATCH (n:Person) RETURN n.name AS id, count(n) AS n",
    "reason": "MATCH (n:Rejection) RETURN n.reason AS id, count(n) AS n",
}
"""What there is most of: the value of a parameter is that with the highest count, the next for a second one."""
SECOND_ONES = {"other", "other_place", "other_body", "companion"}


def values(graph: Graph) -> dict[str, list[str]]:
    """Return the two values of each sort that the graph has most of."""
    tail = " ORDER BY n DESC, id LIMIT 2"
    return {sort: [str(row["id"]) for row in graph.cypher(text + tail)] for sort, text in MUCH.items()}


def calls(question: Question, known: dict[str, list[str]]) -> Iterator[Params]:
    """Yield ways to ask a question: with nothing, then with each of its own parameters."""
    yield {}
    for parameter in question.parameters:
        if parameter.name not in COMMON and (value := value_of(parameter, known)):
            yield {parameter.name: value}


def value_of(parameter: Parameter, known: dict[str, list[str]]) -> str:
    """Return a value for a parameter, empty if the graph has none."""
    if parameter.kind is Kind.THING:
        found = next((known[label] for label in parameter.labels if label in known), [])
    elif parameter.name in known:
        found = known[parameter.name]
    else:
        return parameter.example
    return found[-1 if parameter.name in SECOND_ONES else 0] if found else ""


def timed(graph: Graph, question: Question, params: Params, engine: str, clock: Clock) -> tuple[float, Answer]:
    """Return how long the second asking takes, in seconds, and the answer."""
    queries.ask(graph, question, params, engine=engine)
    start = clock()
    answer = queries.ask(graph, question, params, engine=engine)
    return clock() - start, answer


def measure(graph: Graph, question: Question, known: dict[str, list[str]], args: argparse.Namespace) -> dict[str, Any]:
    """Return a question's times by engine and how many rows it has, asked for nothing and at most."""
    clock = time.process_time if args.processor else time.perf_counter
    out: dict[str, Any] = {"most": 0, "equal": True}
    answers: dict[str, Answer] = {}
    for engine in args.engine:
        seconds = []
        for params in calls(question, known):
            took, answer = timed(graph, question, params, engine, clock)
            seconds.append(took)
            out["most"] = max(out["most"], len(answer.rows))
            if args.equal and answers.setdefault(str(params), answer) != answer:
                out["equal"] = False
        out[engine] = (seconds[0], max(seconds[1:], default=0.0))
    return out


def report(question: Question, found: dict[str, Any], engines: list[str]) -> bool:
    """Print a line for a question and return whether it is in time in Cypher."""
    allowed = WHOLE if question.whole else SECOND
    times = "  ".join(f"{found[engine][0]:7.2f} {found[engine][1]:7.2f}" for engine in engines)
    late = ("cypher" in engines and found["cypher"][0] >= allowed) or max(found.get("cypher", (0, 0))[1:]) >= allowed
    marks = ("  whole" if question.whole else "") + ("  LATE" if late else "") + ("" if found["equal"] else "  DIFFERS")
    print(f"{question.topic.name:<12}{question.name:<20}{found['most']:>5}  {times}{marks}", flush=True)
    return not late


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("question", nargs="*")
    parser.add_argument("--engine", nargs="+", choices=("cypher", "sparql"), default=["cypher", "sparql"])
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--equal", action="store_true")
    args = parser.parse_args()
    asked = [queries.get(name) for name in args.question] or list(queries.catalogue())
    with open_graph(args.graph) as graph:
        known = values(graph)
        heads = "  ".join(f"{engine + ' all':>7} {'one':>7}" for engine in args.engine)
        print(f"{'topic':<12}{'question':<20}{'rows':>5}  {heads}")
        in_time = [report(question, measure(graph, question, known, args), args.engine) for question in asked]
    print(f"in time, in Cypher: {sum(in_time)} of {len(in_time)}")


if __name__ == "__main__":
    main()

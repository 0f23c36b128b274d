"""Loading into Neo4j: our loader against a bare UNWIND … MERGE loop of the same rows on the same server.

    .venv/bin/python benchmarks/load_neo4j.py [ARTICLES]

Prints rows a second of both and their ratio; the server is the one that the tests use. Rounds alternate, the best of
each counts.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.entity import Link, Node  # noqa: E402  # the tree comes first
from kg.ids import digest, entity_id  # noqa: E402
from loaders.batches import link_batches, node_batches  # noqa: E402
from loaders.neo4j_load import BATCH, load  # noqa: E402
from loaders.rows import Rows  # noqa: E402
from tests.integration.servers import Server, find_server, is_empty  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = 2000
ROUNDS = 3
SOURCES = 20


def rows_of(articles: int) -> Iterator[Node | Link]:
    """Yield the rows of an invented corpus: each article has a source, five passages and three events with persons."""
    for number in range(articles):
        article, source = f"article/{number:06d}", entity_id("Source", number % SOURCES)
        if number < SOURCES:
            yield Node("Source", source, {"name": f"某报{number}", "names": [], "former_ids": []})
        yield Node(
            "Article", article, {"name": f"标题{number}", "names": [], "former_ids": [], "earliest": "2021-04-08"}
        )
        yield link("PUBLISHED_BY", article, source, "Article", "Source")
        for place in range(3):
            event = entity_id("Event", number, place)
            props = {"name": f"调研{number}-{place}", "names": [], "former_ids": [], "kind": "inspection"}
            yield Node("Event", event, {**props, "confidence": 0.9, "articles": 1, "earliest": "2021-04-08"})
            passage = f"text/{digest(number)}#char={place},{place + 9}"
            yield Node("Passage", passage, {"name": "县长调研", "names": [], "former_ids": [], "quote": "县长调研"})
            yield link("EVIDENCED_BY", event, passage, "Event", "Passage", confidence=0.9, on="2021-04-08")
            yield link("IN", passage, article, "Passage", "Article")
            for position in range(3):
                person = entity_id("Person", (number * 7 + position * 13) % max(1, articles // 4))
                yield link("PARTICIPATED", person, event, "Person", "Event", role="participant", position=position)
    for number in range(max(1, articles // 4)):
        person = entity_id("Person", number)
        yield Node("Person", person, {"name": f"人{number}", "names": [f"人{number}"], "former_ids": []})


def link(kind: str, source: str, target: str, source_label: str, target_label: str, **props: str | float) -> Link:
    """Return a link with the id that its parts give it."""
    return Link(kind, digest(kind, source, target), source, target, source_label, target_label, dict(props))


def write(folder: Path, articles: int) -> Rows:
    """Write the rows as a generation folder holds them."""
    rows = list(rows_of(articles))
    nodes = {row.id: row for row in rows if isinstance(row, Node)}
    links = {row.id: row for row in rows if isinstance(row, Link)}
    for name, kept in (
        ("nodes", sorted(nodes.values(), key=lambda row: (row.label, row.id))),
        ("links", sorted(links.values(), key=lambda row: (row.type, row.id))),
    ):
        text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in kept)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return Rows(folder)


def load_bare(rows: Rows, server: Server) -> None:
    """Load as anybody would first write it: UNWIND and MERGE, no retry, no check, no comparison."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for label, batch in node_batches(rows.nodes(), BATCH):
            driver.execute_query(f"UNWIND $rows AS r MERGE (n:`{label}` {{id: r.id}}) SET n += r.props", rows=batch)
        for (kind, source, target), batch in link_batches(rows.links(), BATCH):
            driver.execute_query(
                f"UNWIND $rows AS r MATCH (a:`{source}` {{id: r.source}}) MATCH (b:`{target}` {{id: r.target}}) "
                f"MERGE (a)-[l:`{kind}` {{id: r.id}}]->(b) SET l += r.props",
                rows=batch,
            )


def wipe(server: Server) -> None:
    """Empty the database; constraints and indexes stay, so that both loads meet the same."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver, driver.session() as one:
        one.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def clock(work: object, *arguments: object) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    work(*arguments)  # type: ignore[operator]
    return time.perf_counter() - start


def main(articles: int = ARTICLES) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = write(folder, articles)
        count = sum(len(list(run)) for _, run in groupby([*rows.nodes(), *rows.links()], key=type))
        server = find_server(folder)
        try:
            if not is_empty(server):
                sys.exit(f"the database at {server.uri} holds a graph: the benchmark wants an empty one")
            login = (server.uri, server.user, server.password)
            load(folder, *login)  # makes the indexes and warms the server
            ours, bare = [], []
            for _ in range(ROUNDS):
                wipe(server)
                bare.append(clock(load_bare, rows, server))
                wipe(server)
                ours.append(clock(load, folder, *login))
            again = load(folder, *login)
            wipe(server)
        finally:
            server.stop()
    print(f"rows (nodes and links)        {count:>10}")
    print(f"bare UNWIND … MERGE           {count / min(bare):>10.0f} rows/s")
    print(f"loaders.neo4j_load.load       {count / min(ours):>10.0f} rows/s")
    print(f"ratio (at least 0.9)          {min(bare) / min(ours):>10.2f}")
    print(f"second load                   {again.created} new, {again.changed} changed")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

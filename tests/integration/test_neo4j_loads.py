"""Loads into a real Neo4j that go wrong half-way, meet another graph, or find what was withdrawn."""

from __future__ import annotations

import json
import multiprocessing
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

import loaders.neo4j_load
from kg.errors import StoreError
from kg.folder import MANIFEST
from loaders.neo4j_bolt import BoltStore
from loaders.neo4j_load import load
from tests.integration.cutting import CuttingProxy
from tests.integration.servers import Server
from tests.unit.fixture_rows import BRAND_STORY, LINKS, NODES, write_rows
from tests.unit.hostile import TEXTS, hostile_rows, write_hostile_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.integration

KILLS = 20
EVERYTHING = ("MATCH (n) RETURN n ORDER BY n.id", "MATCH (a)-[l]->(b) RETURN a.id AS a, l, b.id AS b ORDER BY l.id")
Login = tuple[str, str, str]


def dump(login: Login) -> list[object]:
    """Return everything in the database: nodes and links with all they have."""
    with BoltStore(*login) as store:
        return [store.run(statement) for statement in EVERYTHING]


@pytest.fixture
def login(neo4j_server: Server) -> Iterator[Login]:
    """Return the login to a database that is empty before and after the test."""
    neo4j_server.wipe()
    yield neo4j_server.login
    neo4j_server.wipe()


def without(rows: Path, folder: Path, article: str) -> Path:
    """Write a generation from which an article was withdrawn, with the passages in it and what only they say."""
    nodes = [json.loads(line) for line in (rows / "nodes.jsonl").read_text(encoding="utf-8").splitlines()]
    links = [json.loads(line) for line in (rows / "links.jsonl").read_text(encoding="utf-8").splitlines()]
    gone = {article} | {link["source"] for link in links if link["target"] == article}
    kept_nodes = [node for node in nodes if node["id"] not in gone]
    kept_links = [link for link in links if not gone & {link["source"], link["target"]}]
    for name, kept in (("nodes", kept_nodes), ("links", kept_links)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_what_left_the_graph_leaves_the_database(login: Login, rows_folder: Path, tmp_path: Path) -> None:
    """A load of a graph without an article removes it, and all else of ours that is gone, and nothing more."""
    less = without(rows_folder, tmp_path, BRAND_STORY)
    load(less, *login)
    expected = dump(login)
    first, second = load(rows_folder, *login), load(less, *login)
    assert (first.removed, second.created, second.changed) == (0, 0, 0)
    assert second.removed == first.created > 2
    assert dump(login) == expected


def test_what_others_put_there_stays(login: Login, neo4j_server: Server, rows_folder: Path, tmp_path: Path) -> None:
    """Notes, people and links of the user's own, with or without our labels, outlive a load that removes."""
    load(rows_folder, *login)
    neo4j_server.change(
        "MATCH (a:Person) WITH a ORDER BY a.id LIMIT 1 MATCH (b:Article {id: '" + BRAND_STORY + "'}) "
        "CREATE (n:Note {id: 'person/not-ours', text: '旧识'})-[:SAYS]->(a), (n)-[:SAYS]->(b), "
        "(:Person {name: '无号人'})-[:MET {since: 1999}]->(a), (:Person {id: 'x1', name: '别处人'})",
    )
    report = load(without(rows_folder, tmp_path, BRAND_STORY), *login)
    assert report.removed > 0
    assert report.cut == 1
    with BoltStore(*login) as store:
        assert store.run("MATCH (n:Note)-[:SAYS]->(a) RETURN n.text AS text, labels(a) AS on") == [
            {"text": "旧识", "on": ["Person"]}
        ]
        assert store.run("MATCH (p:Person)-[m:MET]->() WHERE m.since = 1999 RETURN p.name AS who") == [
            {"who": "无号人"}
        ]
        assert store.run("MATCH (p:Person {id: 'x1'}) RETURN p.name AS who") == [{"who": "别处人"}]
    assert load(rows_folder, *login).changed == 0


def test_a_database_with_something_else_is_refused(login: Login, neo4j_server: Server, rows_folder: Path) -> None:
    """Nodes that kg did not load are named, and nothing at all is changed; --replace empties and loads."""
    neo4j_server.change("CREATE (:Movie {title: '归来'})-[:SHOWN_IN]->(:City {name: '青峦'})")
    before = dump(login)
    with pytest.raises(StoreError, match=r"did not load \(City, Movie\).*--replace") as error:
        load(rows_folder, *login)
    assert "\n" not in str(error.value)
    assert dump(login) == before
    report = load(rows_folder, *login, replace=True)
    assert (report.created, report.changed) == (len(NODES) + len(LINKS), 0)
    with BoltStore(*login) as store:
        assert store.run("MATCH (n) RETURN count(n) AS n") == [{"n": len(NODES)}]


def test_two_graphs_are_never_mixed(login: Login, rows_folder: Path, tmp_path: Path) -> None:
    """A graph of other articles is refused, and so is the same one under another base IRI."""
    load(rows_folder, *login)
    before = dump(login)
    with pytest.raises(StoreError, match=r"holds another graph: of its 4 articles 0 are in this one.*--replace"):
        load(write_hostile_rows(tmp_path), *login)
    based = tmp_path / "based"
    based.mkdir()
    manifest = {"format": 1, "version": "0", "base": "https://example.org/else/", "records": "r", "judgements": None,
                "texts": "t", "articles": 4, "lines": 4, "nodes": {}, "links": {}}  # fmt: skip
    (write_rows(based) / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(StoreError, match=r"not https://example\.org/else/"):
        load(based, *login)
    assert dump(login) == before
    assert load(based, *login, replace=True).created == len(NODES) + len(LINKS)
    with pytest.raises(StoreError, match=r"the base https://example\.org/else/"):
        load(rows_folder, *login)


def test_hostile_texts_are_texts(login: Login, tmp_path: Path) -> None:
    """Names that look like Cypher are stored, found and loaded again as the characters that they are."""
    nodes, links = hostile_rows()
    assert load(write_hostile_rows(tmp_path), *login).created == len(nodes) + len(links)
    assert load(tmp_path, *login).changed == 0
    with BoltStore(*login) as store:
        for text in TEXTS:
            found = store.run("MATCH (p:Person {name: $name})-[:HOLDS]->(o) RETURN o.post AS post", {"name": text})
            assert found == [{"post": text}]


def test_a_connection_that_breaks_is_taken_up_again(login: Login, rows_folder: Path) -> None:
    """Cut off three times in the middle, the load goes on by itself, and nothing is there twice."""
    load(rows_folder, *login)
    expected = dump(login)
    with CuttingProxy(login[0], 15_000, 40_000, 60_000) as proxy:
        load(rows_folder, proxy.uri, *login[1:], replace=True)
        assert proxy.broken == 3
    assert dump(login) == expected


def load_in_small_batches(rows: Path, login: Login) -> None:
    """Load with more moments between which it can be killed."""
    loaders.neo4j_load.BATCH = 10
    load(rows, *login)


def test_a_loader_that_is_killed_anywhere_ends_right_when_run_again(login: Login, rows_folder: Path) -> None:
    """Twenty loads are killed (kill -9), each later than the one before; the next always ends in the same database."""
    load(rows_folder, *login)
    expected = dump(login)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    server = Server(*login)

    def start() -> multiprocessing.process.BaseProcess:
        server.wipe()
        process = context.Process(target=load_in_small_batches, args=(rows_folder, login))
        process.start()
        return process

    start().join()  # the first has to start what later ones are forked from
    begun = time.monotonic()
    whole = start()
    whole.join()
    lasts = time.monotonic() - begun
    assert whole.exitcode == 0
    moments = random.Random(20210412)  # noqa: S311  # the same moments every time
    killed = 0
    for number in range(KILLS):
        process = start()
        time.sleep(lasts * (number + moments.random()) / KILLS)
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        load(rows_folder, *login)
        assert dump(login) == expected, f"kill {number}"
    assert killed >= KILLS // 2

"""What a database holds of a graph beyond its rows: articles that were withdrawn, and all that hung on them alone.

Ours is what bears a label or type of the ontology and an id as the graph gives them; whatever else somebody put into
the database is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.ids import id_start
from kg.schema import get_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    import neo4j

    from loaders.neo4j_bolt import Database
    from loaders.rows import Rows

BATCH = 5000
_LINK_ID = "([a-z]+/)?[0-9a-f]{16}"


def counts(database: Database) -> dict[str, int]:
    """Return how many nodes and links of each label and type there are; the server keeps these counts at hand."""
    schema = get_schema()
    names = (*schema.nodes, *schema.links)
    parts = [f"MATCH {_pattern(name)} WITH count(x) AS n RETURN '{name}' AS name, n" for name in names]
    return {one["name"]: int(one["n"]) for one in database.run(" UNION ALL ".join(parts)).records}


def count_ours(database: Database, name: str) -> int:
    """Return how many nodes or links of a label or type have an id as the graph gives them."""
    query = f"MATCH {_pattern(name)} WHERE {_ours(name)} RETURN count(x)"
    return int(database.run(query, **_ids(name)).records[0].value())


def remove_stale(database: Database, name: str, rows: Rows) -> tuple[int, int]:
    """Remove what rows no longer have of a label or type, and what is there twice.

    Returns how many nodes or links of ours went, and how many links of others went because they led to them.
    """
    wanted = {node.id for node in rows.nodes(name)} if _is_node(name) else {link.id for link in rows.links(name)}
    with database.driver.session(database=database.name) as session:
        stale = session.execute_read(_find_stale, name, wanted)
    gone = others = 0
    query = f"MATCH {_pattern(name)} WHERE elementId(x) IN $batch {'DETACH ' * _is_node(name)}DELETE x"
    for start in range(0, len(stale), BATCH):
        done = database.run(query, batch=stale[start : start + BATCH]).summary.counters
        gone += done.nodes_deleted if _is_node(name) else done.relationships_deleted
        others += done.relationships_deleted if _is_node(name) else 0
    return gone, others


def empty(database: Database) -> None:
    """Remove every link and every node, in batches, whoever put them there."""
    for query in ("MATCH ()-[x]->() WITH x LIMIT $most DELETE x", "MATCH (x) WITH x LIMIT $most DETACH DELETE x"):
        while True:
            done = database.run(query, most=BATCH).summary.counters
            if not done.contains_updates:
                break


def _find_stale(transaction: neo4j.ManagedTransaction, name: str, wanted: Iterable[str]) -> list[str]:
    left = set(wanted)
    stale: list[str] = []
    query = f"MATCH {_pattern(name)} WHERE {_ours(name)} RETURN x.id, elementId(x) ORDER BY elementId(x)"
    for record in transaction.run(query, **_ids(name)):
        known, place = record.values()
        if known in left:
            left.remove(known)
        else:
            stale.append(place)
    return stale


def _is_node(name: str) -> bool:
    return name in get_schema().nodes


def _pattern(name: str) -> str:
    """Return the pattern of a label or type, which come from the ontology and never from a user."""
    return f"(x:`{name}`)" if _is_node(name) else f"()-[x:`{name}`]->()"


def _ours(name: str) -> str:
    return "x.id STARTS WITH $ids" if _is_node(name) else "x.id =~ $ids"


def _ids(name: str) -> dict[str, Any]:
    return {"ids": id_start(name) if _is_node(name) else _LINK_ID}

"""Values that the Neo4j driver answers with, as plain Python values."""

from __future__ import annotations

from neo4j import graph, time


def to_plain(value: object) -> object:
    """Return a value as text, number, boolean, date, list, dict or None; nodes and links are dicts, paths lists."""
    match value:
        case time.Date() | time.DateTime():
            plain: object = value.to_native()
        case time.Time() | time.Duration():
            plain = str(value)
        case graph.Path():
            nodes, links = value.nodes, value.relationships
            steps = [part for step in zip(nodes, links, strict=False) for part in step]
            plain = [to_plain(part) for part in (*steps, *nodes[len(links) :])]
        case graph.Node():
            plain = {"labels": sorted(value.labels), **_props(value)}
        case graph.Relationship():
            plain = {"type": value.type, **_props(value)}
        case list() | tuple():
            plain = [to_plain(part) for part in value]
        case dict():
            plain = {key: to_plain(part) for key, part in value.items()}
        case _:
            plain = value
    return plain


def _props(value: graph.Entity) -> dict[str, object]:
    return {key: to_plain(value[key]) for key in sorted(value)}

"""What is in a graph, counted: for `kg info` and `kg schema`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kg.schema import get_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.entity import Link, Node, Value
    from kg.manifest import Manifest

InfoRow: TypeAlias = "tuple[str, str, object]"
SchemaRow: TypeAlias = "tuple[str, str, int, str, str, int, object]"


class RowSource(Protocol):
    """What yields nodes and links."""

    def nodes(self) -> Iterable[Node]:
        """Stream the nodes."""

    def links(self, *types: str) -> Iterable[Link]:
        """Stream the links."""


def info_rows(manifest: Manifest, rows: RowSource) -> list[InfoRow]:
    """Return counts, sources, span of dates, rejections by reason, versions."""
    sources: dict[str, str] = {}
    reasons: Counter[str] = Counter()
    days: list[str] = []
    for node in rows.nodes():
        if node.label == "Source":
            sources[node.id] = str(node.props["name"])
        elif node.label == "Rejection":
            reasons[str(node.props["reason"])] += 1
        elif node.label == "Article" and node.props["date_text"]:
            day = str(node.props["date_text"])
            days = [min([day, *days[:1]]), max([day, *days[1:]])]
    published = Counter(sources[link.target] for link in rows.links("PUBLISHED_BY"))
    out: list[InfoRow] = [("articles", "all", manifest.articles)]
    out += [("articles", name, count) for name, count in _by_count(published)]
    out += [("published", which, day) for which, day in zip(("first", "last"), days, strict=False)]
    out += [("nodes", label, count) for label, count in manifest.nodes.items()]
    out += [("links", kind, count) for kind, count in manifest.links.items()]
    out += [("rejections", reason, count) for reason, count in _by_count(reasons)]
    out += [("version", "guanbao", manifest.version), ("version", "graph format", manifest.format)]
    return [*out, ("base", "IRI", manifest.base)]


def _by_count(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(slots=True)
class _Filled:
    """How many things of a label or type there are, and of each property how many have it, with an example."""

    count: int = 0
    props: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Value] = field(default_factory=dict)

    def see(self, props: Mapping[str, Value]) -> None:
        """Count one thing."""
        self.count += 1
        for name, value in props.items():
            if value is not None and value != []:
                self.props[name] += 1
                self.examples.setdefault(name, value)


def schema_rows(rows: RowSource) -> list[SchemaRow]:
    """Return labels and link types with counts, and their properties with types, how often filled, an example."""
    nodes: dict[str, _Filled] = {}
    links: dict[str, _Filled] = {}
    for node in rows.nodes():
        nodes.setdefault(node.label, _Filled()).see(node.props)
    for link in rows.links():
        links.setdefault(link.type, _Filled()).see(link.props)
    schema = get_schema()
    out: list[SchemaRow] = []
    for label, types in schema.nodes.items():
        out += _schema_rows("node", label, types, nodes.get(label, _Filled()))
    for kind, shape in schema.links.items():
        ends = f"{kind} ({'|'.join(shape.sources)} → {'|'.join(shape.targets)})"
        out += _schema_rows("link", ends, shape.props, links.get(kind, _Filled()))
    return out


def _schema_rows(kind: str, name: str, types: Mapping[str, str], seen: _Filled) -> Iterator[SchemaRow]:
    for prop, of_type in types.items():
        yield kind, name, seen.count, prop, of_type, seen.props[prop], seen.examples.get(prop)

"""Collecting rows: every node and link once, with what all its mentions add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.entity import Link, Node, Value
from kg.ids import digest
from kg.schema import get_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

CAPTION = 80


class Rows:
    """Nodes by id and links by id; adding the same thing again adds its names and nothing else."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._schema = get_schema()
        self.nodes: dict[str, Node] = {}
        self.links: dict[str, Link] = {}

    def node(self, label: str, node_id: str, name: str, *names: str, **props: Value) -> str:
        """Add a node with every property of its label, null where nothing is known; return its id."""
        known = self.nodes.get(node_id)
        if known is None:
            given: dict[str, Value] = dict.fromkeys(self._schema.nodes[label])
            given.update(props, id=node_id, name=name, names=sorted({name, *names}))
            given.setdefault("former_ids", [])
            if given["former_ids"] is None:
                given["former_ids"] = []
            self.nodes[node_id] = Node(label, node_id, given)
        elif names:
            held = known.props["names"]
            known.props["names"] = sorted({*(held if isinstance(held, list) else ()), *names})
        return node_id

    def link(self, kind: str, source: str, target: str, *key: object, **props: Value) -> str:
        """Add a link between known nodes; `key` is what else distinguishes it from others between the two."""
        link_id = digest(kind, source, target, *key)
        if link_id not in self.links:
            given: dict[str, Value] = dict.fromkeys(self._schema.links[kind].props)
            given.update(props, id=link_id)
            labels = self.nodes[source].label, self.nodes[target].label
            self.links[link_id] = Link(kind, link_id, source, target, *labels, given)
        return link_id

    def __iter__(self) -> Iterator[Node | Link]:
        """Yield nodes by label and id, then links by type and id."""
        yield from sorted(self.nodes.values(), key=lambda node: (node.label, node.id))
        yield from sorted(self.links.values(), key=lambda link: (link.type, link.id))


def caption(text: str) -> str:
    """Return a text on one line, short enough to read at a glance."""
    line = " ".join(text.split())
    return line if len(line) <= CAPTION else line[: CAPTION - 1] + "…"

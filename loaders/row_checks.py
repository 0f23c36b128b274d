"""What is wrong with rows, before RDF is made of them: types, real dates and their order, ends that exist.

A SHACL engine stops or stays silent on ill-typed dates, so they are found here; what is wrong is left out of the rows
that go on, and so is reported once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.dates import PartialDate
from kg.errors import KgError
from kg.schema import Schema, get_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.entity import Link, Node, Value
    from loaders.rows import Rows

ORDER = (
    ("earliest", "latest"),
    ("first_seen", "last_seen"),
)
BOUNDS = (("earliest_begin", "latest_begin"), ("earliest_end", "latest_end"), ("earliest_begin", "latest_end"))
"""Where passages contradict one another, the bounds of a tenure cross: the graph says so, and is not wrong."""
PARTIAL = ("date_text", "end_text", "on_text")
TYPES: dict[str, type | tuple[type, ...]] = {
    "STRING": str,
    "STRING[]": list,
    "INTEGER": int,
    "FLOAT": (int, float),
    "BOOLEAN": bool,
    "DATE": str,
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that a graph does not hold to; `focus` is a node's or link's id, `path` the property."""

    severity: str
    focus: str
    path: str
    message: str

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{self.severity}: {self.focus}{f' {self.path}' if self.path else ''}: {self.message}"


@dataclass
class CheckedRows:
    """Rows without what is wrong in them; `findings` fills while the nodes, and then the links, are streamed."""

    rows: Rows
    schema: Schema = field(default_factory=get_schema)
    findings: set[Finding] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    complete: bool = False
    """Whether all nodes have been streamed, so that the ends of links can be looked up."""

    def nodes(self) -> Iterator[Node]:
        """Stream the nodes that can be said in RDF."""
        self.labels.clear()
        for node in self.rows.nodes():
            types = self.schema.nodes.get(node.label)
            if types is None:
                self.find(node.id, "", f"the ontology has no label {node.label}")
            elif node.id in self.labels:
                self.find(node.id, "id", "another node has the same id")
            else:
                self.labels[node.id] = node.label
                yield replace(node, props=self.clean(node.id, node.props, types))
        self.complete = True

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links that can be said in RDF; the ends are looked at once the nodes have been streamed."""
        for link in self.rows.links(*types):
            problem = self.problem(link) if self.complete else None
            if problem:
                self.find(link.id, link.type, problem)
            elif link.type in self.schema.links:
                props = self.clean(link.id, link.props, self.schema.links[link.type].props)
                yield replace(link, props=props)

    def problem(self, link: Link) -> str | None:
        """Say what is wrong with a link as a whole."""
        kind = self.schema.links.get(link.type)
        if kind is None:
            return "the ontology has no such link"
        for end, label, allowed in (
            (link.source, link.source_label, kind.sources),
            (link.target, link.target_label, kind.targets),
        ):
            if end not in self.labels:
                return f"leads to {end}, which is no node"
            if label not in allowed or self.labels[end] != label:
                return f"leads to {end}, a {self.labels[end]}, where it may not"
        return None

    def clean(self, focus: str, props: dict[str, Value], types: dict[str, str]) -> dict[str, Value]:
        """Return the properties that are as the schema says."""
        kept: dict[str, Value] = {}
        for key, value in props.items():
            problem = None if value is None else self.wrong(key, value, types)
            if problem:
                self.find(focus, key, problem)
            else:
                kept[key] = value
        for first, last in (*ORDER, *BOUNDS):
            early, late = kept.get(first), kept.get(last)
            if isinstance(early, str) and isinstance(late, str) and early > late:
                crossed = (first, last) in BOUNDS
                why = ": passages contradict one another" if crossed else ""
                self.find(focus, first, f"{early} is after {last} {late}{why}", "warning" if crossed else "violation")
                kept[first] = kept[last] = None
        return kept

    @staticmethod
    def wrong(key: str, value: Value, types: dict[str, str]) -> str | None:
        """Say what is wrong with a value."""
        if key not in types:
            return "the ontology has no such property here"
        kind = types[key]
        if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "BOOLEAN"):
            return f"{value!r} is not of type {kind}"
        try:
            if kind == "DATE":
                dt.date.fromisoformat(str(value))
            elif key in PARTIAL:
                PartialDate.parse(str(value))
        except (ValueError, KgError):
            return f"{value!r} is no date"
        return None

    def find(self, focus: str, path: str, message: str, severity: str = "violation") -> None:
        """Keep a finding."""
        self.findings.add(Finding(severity, focus, path, message))

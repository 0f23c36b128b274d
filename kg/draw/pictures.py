"""What stands on the page: vertices and edges, with tenures, ties and offices drawn as edges so that it reads well."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.draw.rows import FACTS
from kg.draw.words import (
    GROUP_WORDS,
    LINK_WORDS,
    NODE_WORDS,
    PLACE_USE_WORDS,
    ROLE_WORDS,
    TIE_WORDS,
    word,
)
from kg.schema import get_schema

if TYPE_CHECKING:
    from kg.draw.rows import Rows
    from kg.entity import Link, Node


@dataclass(slots=True)
class Edge:
    """All links of one kind between two vertices, in one stroke."""

    kind: str
    source: str
    target: str
    derived: bool
    labels: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Return an id that the page can use."""
        return f"{self.kind}|{self.source}|{self.target}"

    @property
    def label(self) -> str:
        """Return what is written on the edge."""
        return "、".join(self.labels)

    def say(self, label: str, *facts: str) -> None:
        """Add a label and the facts behind it, once each."""
        if label and label not in self.labels:
            self.labels.append(label)
        self.facts += [fact for fact in facts if fact not in self.facts]


@dataclass(frozen=True, slots=True)
class Picture:
    """Vertices and edges; `drawn_as` leads from an office, a tenure or a tie to the vertices that stand for it."""

    vertices: dict[str, Node]
    edges: dict[str, Edge]
    around: dict[str, list[Edge]]
    drawn_as: dict[str, list[str]]


_SKIPPED = frozenset({"HAS_TENURE", "IN_OFFICE", "POST_IN", "SUBJECT_OF", "TIED_TO", "HOLDS"})


class _Drawing:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.edges: dict[str, Edge] = {}
        self.drawn_as: dict[str, list[str]] = defaultdict(list)
        self.next: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.before: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in rows.links:
            self.next[link.type, link.source].append(link.target)
            self.before[link.type, link.target].append(link.source)
        self.offices = {
            node.id: (self.next["POST_IN", node.id] or [node.id])[0]
            for node in rows.nodes.values()
            if node.label == "Office"
        }

    def edge(self, kind: str, source: str, target: str) -> Edge:
        derived = kind in get_schema().links and get_schema().links[kind].derived
        made = Edge(kind, source, target, derived)
        return self.edges.setdefault(made.id, made)

    def tenure(self, tenure: Node) -> None:
        for office in self.next["IN_OFFICE", tenure.id]:
            body = self.offices.get(office, office)
            post = self.rows.nodes[office].props.get("post") if office in self.rows.nodes else None
            for person in self.before["HAS_TENURE", tenure.id]:
                self.edge("HAS_TENURE", person, body).say(str(post or LINK_WORDS["HAS_TENURE"]), tenure.id)
                self.drawn_as[tenure.id] += [person, body]
                self.drawn_as[office] += [body, person]

    def tie(self, tie: Node) -> None:
        for target in self.next["TIED_TO", tie.id]:
            for person in self.before["SUBJECT_OF", tie.id]:
                self.edge("TIED_TO", person, target).say(word(TIE_WORDS, tie.props.get("relation")), tie.id)
                self.drawn_as[tie.id] += [person, target]

    def link(self, link: Link) -> None:
        edge = self.edge(link.type, link.source, link.target)
        edge.say(_label(link), *_facts(link, self))


def _label(link: Link) -> str:
    match link.type:
        case "PARTICIPATED" | "MEMBER_OF":
            return word(ROLE_WORDS, link.props.get("role") or "member")
        case "HAPPENED_AT":
            return word(PLACE_USE_WORDS, link.props.get("as") or "area")
        case "SERVES":
            return word(GROUP_WORDS, link.props.get("relation") or "serves")
        case _:
            return word(LINK_WORDS, link.type)


def _facts(link: Link, drawing: _Drawing) -> list[str]:
    derived_from = link.props.get("fact_id")
    if isinstance(derived_from, str):
        return [derived_from]
    ends = [(link.source_label, link.source), (link.target_label, link.target)]
    facts = [end for label, end in ends if label in FACTS]
    if facts:
        return facts
    # A delegation is no fact of its own: what says it is the event that it takes part in.
    teams = [end for label, end in ends if label == "Delegation"]
    return [event for team in teams for event in drawing.next["PARTICIPATED", team]]


def make_picture(rows: Rows) -> Picture:
    """Return everything drawable; a selection comes after."""
    drawing = _Drawing(rows)
    for node in rows.nodes.values():
        if node.label == "Tenure":
            drawing.tenure(node)
        elif node.label == "Tie":
            drawing.tie(node)
    for link in rows.links:
        if link.type not in _SKIPPED:
            drawing.link(link)
    homeless = {office for office, body in drawing.offices.items() if office == body}
    for office, body in drawing.offices.items():
        drawing.drawn_as[office] = list(dict.fromkeys(drawing.drawn_as[office] or [body]))
    vertices = {
        node.id: node
        for node in rows.nodes.values()
        if node.label in NODE_WORDS and (node.label != "Office" or node.id in homeless)
    }
    edges = {key: edge for key, edge in sorted(drawing.edges.items()) if {edge.source, edge.target} <= vertices.keys()}
    around: dict[str, list[Edge]] = {vertex: [] for vertex in vertices}
    for edge in edges.values():
        for end in dict.fromkeys((edge.source, edge.target)):
            around[end].append(edge)
    return Picture(vertices, edges, around, dict(drawing.drawn_as))

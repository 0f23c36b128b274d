"""What is written under a vertex: a person with office and place, numbers, days."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.draw.words import CHANGE_WORDS, COMPARATOR_WORDS, ENDED, TIE_WORDS, number, span_of, word

if TYPE_CHECKING:
    from kg.draw.rows import Rows
    from kg.entity import Node

LINE = 13
"""Characters on a line of a caption: CJK characters are wide, and a page is read at a glance."""
LINES = 3
TELLING = 4
"""A shorter topic (考察) says less than the event's whole name."""


class Captions:
    """Captions of a graph's vertices; persons take theirs from tenures and ties."""

    def __init__(self, rows: Rows) -> None:
        """Index who holds what, so that a caption is found at once."""
        self._nodes = rows.nodes
        self._tenures: dict[str, list[Node]] = defaultdict(list)
        self._ties: dict[str, list[Node]] = defaultdict(list)
        self._offices: dict[str, str] = {}
        self._homes: dict[str, str] = {}
        owned = {"HAS_TENURE": self._tenures, "SUBJECT_OF": self._ties}
        named = {"IN_OFFICE": self._offices, "TIED_TO": self._homes}
        for link in rows.links:
            if link.type in owned and link.target in rows.nodes:
                owned[link.type][link.source].append(rows.nodes[link.target])
            elif link.type in named and link.target in rows.nodes:
                named[link.type][link.source] = str(rows.nodes[link.target].props.get("name"))

    def office(self, person: str) -> str:
        """Return the office that a person was last seen in, 原 before one that only ended, or where they belong."""
        tenures = sorted(self._tenures.get(person, ()), key=_recency, reverse=True)
        for tenure in tenures:
            office = self._offices.get(tenure.id)
            if office:
                return f"{'原' if _only_ended(tenure) else ''}{office}"
        for tie in sorted(self._ties.get(person, ()), key=lambda node: node.id):
            home = self._homes.get(tie.id)
            if home:
                return f"{home}{_as_noun(tie.props.get('relation'))}"
        return ""

    def lines(self, node: Node) -> list[str]:
        """Return the caption, wrapped."""
        first, second = self._two(node)
        return [*wrap(first), *wrap(second, LINES - 1)] if second else wrap(first)

    def _two(self, node: Node) -> tuple[str, str]:
        props = node.props
        name = str(props.get("name") or node.id)
        match node.label:
            case "Person":
                return name, self.office(node.id)
            case "Measurement":
                return amount(node), str(props.get("indicator") or "")
            case "Event":
                # Who and where is drawn around it: the topic alone says what it was.
                topic = str(props.get("topic") or "")
                told = topic if len(topic) >= TELLING else name
                return told, span_of(props.get("date_text"), props.get("end_text"))
            case "Programme":
                return name, span_of(props.get("date_text"), props.get("end_text"))
            case _:
                return name, ""


def amount(node: Node) -> str:
    """Return a measurement's number as a reader says it: 增长12.5%, ≥30%, 580人."""
    props = node.props
    change = word(CHANGE_WORDS, props.get("change"))
    bound = word(COMPARATOR_WORDS, props.get("comparator"))
    return f"{change}{bound}{number(props.get('value'))}{props.get('unit') or ''}"


def wrap(text: str, lines: int = LINES, width: int = LINE) -> list[str]:
    """Return the text in lines of equal length, the last with … if there is more."""
    text = " ".join(text.split())
    if len(text) <= width:
        return [text]
    count = min(lines, -(-len(text) // width))
    size = min(width, -(-len(text) // count))
    parts = [text[at : at + size] for at in range(0, count * size, size)]
    return parts if len(text) <= count * size else [*parts[:-1], f"{parts[-1][:-1]}…"]


def _as_noun(relation: object) -> str:
    return "" if relation == "works_at" else word(TIE_WORDS, relation)


def _only_ended(tenure: Node) -> bool:
    statuses = tenure.props.get("statuses")
    return isinstance(statuses, list) and bool(statuses) and set(statuses) <= ENDED


def _recency(tenure: Node) -> tuple[bool, str, int, str]:
    articles = tenure.props.get("articles")
    seen = str(tenure.props.get("last_seen") or "")
    return (not _only_ended(tenure), seen, articles if isinstance(articles, int) else 0, tenure.id)

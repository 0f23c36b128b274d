"""What the side panel says of a vertex or an edge: the facts, the sentences that say them, and where these stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.draw.captions import amount
from kg.draw.rows import read_proofs
from kg.draw.sentences import context
from kg.draw.words import (
    EVENT_WORDS,
    FACT_WORDS,
    LEVEL_WORDS,
    LINK_WORDS,
    MODALITY_WORDS,
    NODE_WORDS,
    PROGRAMME_WORDS,
    STATUS_WORDS,
    span_of,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.draw.captions import Captions
    from kg.draw.pictures import Edge, Picture
    from kg.draw.rows import GraphLike, Proof, Rows
    from kg.draw.views import View
    from kg.entity import Node

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

FACTS_SHOWN = 40
PROOFS_SHOWN = 6
"""What a panel lists of one fact; the rest is counted."""


class Panels:
    """The panels of a view, as data for the page."""

    def __init__(self, graph: GraphLike, rows: Rows, picture: Picture, captions: Captions, view: View) -> None:
        """Read the attestations of the facts that the view's panels list."""
        self._graph, self._rows, self._picture, self._captions, self._view = graph, rows, picture, captions, view
        self._own = {vertex: self._facts_of(vertex) for vertex in view.shown}
        self._behind = {
            edge.id: edge.facts or self._facts_of(edge.source) or self._facts_of(edge.target) for edge in view.edges
        }
        wanted = {fact for facts in (*self._own.values(), *self._behind.values()) for fact in facts[:FACTS_SHOWN]}
        self._wanted = {fact for fact in wanted if fact in rows.nodes}
        self._proofs = read_proofs(graph, self._wanted)
        self._texts: dict[str, str | None] = {}

    def data(self) -> dict[str, Json]:
        """Return nodes, edges and facts by id."""
        return {
            "nodes": {vertex: self._node(self._picture.vertices[vertex]) for vertex in self._view.shown},
            "edges": {edge.id: self._edge(edge) for edge in self._view.edges},
            "facts": {fact: self._fact(self._rows.nodes[fact]) for fact in sorted(self._wanted)},
        }

    def _facts_of(self, vertex: str) -> list[str]:
        """Return the facts that say something of a vertex: itself if it is one, then those behind its edges."""
        own = [vertex] if self._picture.vertices[vertex].label in FACT_WORDS else []
        around = self._picture.around[vertex]
        told = [fact for derived in (False, True) for edge in around if edge.derived is derived for fact in edge.facts]
        return list(dict.fromkeys(own + told))

    def _node(self, node: Node) -> dict[str, Json]:
        facts = [fact for fact in self._own[node.id] if fact in self._rows.nodes]
        names = node.props.get("names")
        name = str(node.props.get("name") or node.id)
        other = [str(one) for one in names if one != name] if isinstance(names, list) else []
        return {
            "kind": NODE_WORDS[node.label],
            "name": name,
            "subtitle": self._captions.office(node.id) if node.label == "Person" else "",
            "names": list[Json](dict.fromkeys(other))[:12],
            "details": details(node),
            "facts": list(facts[:FACTS_SHOWN]),
            "more": max(0, len(facts) - FACTS_SHOWN),
        }

    def _edge(self, edge: Edge) -> dict[str, Json]:
        facts = [fact for fact in self._behind[edge.id] if fact in self._rows.nodes]
        return {
            "label": edge.label,
            "kind": word(LINK_WORDS, edge.kind),
            "source": edge.source,
            "target": edge.target,
            "derived": edge.derived,
            "structural": not edge.facts,
            "facts": list(facts[:FACTS_SHOWN]),
            "more": max(0, len(facts) - FACTS_SHOWN),
        }

    def _fact(self, node: Node) -> dict[str, Json]:
        proofs = self._proofs.get(node.id, [])
        modality = node.props.get("modality")
        return {
            "kind": FACT_WORDS[node.label],
            "name": str(node.props.get("name") or node.id),
            "date": _when(node),
            "confidence": _percent(node.props.get("confidence")),
            "modality": "" if modality in {None, "actual"} else word(MODALITY_WORDS, modality),
            "proofs": [self._proof(proof) for proof in proofs[:PROOFS_SHOWN]],
            "more": max(0, len(proofs) - PROOFS_SHOWN),
        }

    def _proof(self, proof: Proof) -> Json:
        props = proof.passage.props
        before, after = self._around(props.get("text_sha256"), props.get("char_start"), props.get("char_end"))
        article = proof.article.props if proof.article else {}
        status = proof.attested.props.get("status")
        return {
            "before": before,
            "quote": " ".join(str(props.get("quote") or "").split()),
            "after": after,
            "headline": str(article.get("headline") or ""),
            "source": proof.source,
            "date": str(article.get("date_text") or ""),
            "confidence": _percent(proof.attested.props.get("confidence")),
            "status": word(STATUS_WORDS, status),
            "part": "标题" if props.get("part") == "headline" else _page_of(props),
        }

    def _around(self, sha256: object, start: object, end: object) -> tuple[str, str]:
        if not (isinstance(sha256, str) and isinstance(start, int) and isinstance(end, int)):
            return "", ""
        if sha256 not in self._texts:
            self._texts[sha256] = self._graph.text(sha256)
        text = self._texts[sha256]
        return context(text, start, end) if text is not None else ("", "")


def details(node: Node) -> list[Json]:
    """Return what is known of a vertex beside its links, as pairs of word and value."""
    props = node.props
    match node.label:
        case "Event":
            found = [("类别", word(EVENT_WORDS, props.get("kind"))), ("事由", props.get("topic"))]
        case "Programme":
            found = [("类别", word(PROGRAMME_WORDS, props.get("kind")))]
        case "Measurement":
            found = [
                ("指标", props.get("indicator")),
                ("数值", amount(node)),
                ("对象", props.get("about_text")),
                ("基期", props.get("base")),
            ]
        case "Place":
            valid = span_of(props.get("valid_from"), props.get("valid_to"))
            found = [
                ("级别", word(LEVEL_WORDS, props.get("level"))),
                ("区划代码", props.get("code")),
                ("区划有效", f"{valid} 起" if valid and not props.get("valid_to") else valid),
            ]
        case _:
            found = []
    dated = [*found, ("日期", _when(node))] if node.label in FACT_WORDS else found
    return [[key, str(value)] for key, value in dated if value not in {None, ""}]


def _when(node: Node) -> str:
    props = node.props
    if node.label == "Tenure":
        seen = span_of(props.get("first_seen"), props.get("last_seen"))
        return f"见于 {seen}" if seen else ""
    return span_of(props.get("date_text") or props.get("earliest"), props.get("end_text"))


def _page_of(props: Mapping[str, object]) -> str:
    """Return which page of its file a printed passage stands on."""
    number = props.get("page_number")
    return f"第 {number} 页" if isinstance(number, int) else ""


def _percent(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, (int, float)) else ""

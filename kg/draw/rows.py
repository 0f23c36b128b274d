"""What drawing reads of a graph: its rows in several passes, so that passages of the corpus are never all in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.entity import Link, Node


class GraphLike(Protocol):
    """The part of a graph that drawing needs."""

    def nodes(self) -> Iterable[Node]:
        """Stream the node rows."""

    def links(self, *types: str) -> Iterable[Link]:
        """Stream the link rows, of the given types where some are given."""

    def text(self, sha256: str) -> str | None:
        """Return the page's text that offsets count in."""


FACTS = frozenset({"Tenure", "Event", "Programme", "Measurement", "Tie"})
_PROOF_LABELS = frozenset({"Passage", "Article", "Source", "Rejection"})
_PROOF_LINKS = frozenset({"EVIDENCED_BY", "IN", "PUBLISHED_BY"})


@dataclass(frozen=True, slots=True)
class Rows:
    """Nodes and links of the world, and what the foot of the page says of the whole corpus."""

    nodes: dict[str, Node]
    links: list[Link]
    sources: list[tuple[str, int]]
    first: str | None
    last: str | None
    articles: int
    rejections: list[tuple[str, int]]


@dataclass(slots=True)
class _Corpus:
    articles: int = 0
    days: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    published: Counter[str] = field(default_factory=Counter)
    rejections: Counter[str] = field(default_factory=Counter)

    def see(self, node: Node) -> None:
        """Count a node that is proof, not world."""
        if node.label == "Article":
            self.articles += 1
            day = node.props.get("date_text")
            if isinstance(day, str) and day:
                self.days = [min([day, *self.days]), max([day, *self.days])]
        elif node.label == "Source":
            self.sources[node.id] = str(node.props.get("name"))
        elif node.label == "Rejection":
            self.rejections[str(node.props.get("reason"))] += 1


def read_rows(graph: GraphLike) -> Rows:
    """Return what of the graph can be drawn."""
    corpus = _Corpus()
    nodes: dict[str, Node] = {}
    for node in graph.nodes():
        if node.label in _PROOF_LABELS:
            corpus.see(node)
        else:
            nodes[node.id] = node
    links: list[Link] = []
    for link in graph.links():
        if link.type == "PUBLISHED_BY":
            corpus.published[corpus.sources.get(link.target, link.target)] += 1
        elif link.type not in _PROOF_LINKS:
            links.append(link)
    by_count = sorted(corpus.published.items(), key=lambda item: (-item[1], item[0]))
    rejections = sorted(corpus.rejections.items(), key=lambda item: (-item[1], item[0]))
    first, last = (corpus.days[0], corpus.days[-1]) if corpus.days else (None, None)
    # Rows come in order; a picture should not hang on it.
    nodes = dict(sorted(nodes.items()))
    links.sort(key=lambda link: (link.type, link.source, link.target, link.id))
    return Rows(nodes, links, by_count, first, last, corpus.articles, rejections)


@dataclass(frozen=True, slots=True)
class Proof:
    """One attestation of a fact: the passage, its article and paper, and what the passage says of it."""

    passage: Node
    article: Node | None
    source: str
    attested: Link


def read_proofs(graph: GraphLike, facts: set[str]) -> dict[str, list[Proof]]:
    """Return the attestations of the given facts, oldest article first."""
    attested = [link for link in graph.links("EVIDENCED_BY") if link.source in facts]
    passages = {link.target for link in attested}
    inside: dict[str, str] = {}
    published: dict[str, str] = {}
    for link in graph.links("IN", "PUBLISHED_BY"):
        if link.type == "IN" and link.source in passages:
            inside.setdefault(link.source, link.target)
        elif link.type == "PUBLISHED_BY":
            published.setdefault(link.source, link.target)
    articles = set(inside.values())
    wanted = passages | articles | {published[article] for article in articles if article in published}
    found = {node.id: node for node in graph.nodes() if node.id in wanted}
    proofs: dict[str, list[Proof]] = defaultdict(list)
    for link in attested:
        if link.target in found:
            article = found.get(inside.get(link.target, ""))
            source = found.get(published.get(article.id, "")) if article else None
            proof = Proof(found[link.target], article, str(source.props["name"]) if source else "", link)
            proofs[link.source].append(proof)
    return {fact: sorted(some, key=_reading_order) for fact, some in proofs.items()}


def _reading_order(proof: Proof) -> tuple[str, str, int, str]:
    day = str(proof.article.props.get("date_text") or "") if proof.article else ""
    start = proof.passage.props.get("char_start")
    return (day, proof.article.id if proof.article else "", start if isinstance(start, int) else 0, proof.attested.id)


def iter_named(rows: Rows) -> Iterator[tuple[Node, list[str]]]:
    """Yield each node with all the names it is found by."""
    for node in rows.nodes.values():
        names = node.props.get("names")
        yield node, [str(node.props.get("name")), *(names if isinstance(names, list) else [])]

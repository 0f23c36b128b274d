"""The ledger of what each article attests: articles, sources, passages, rejections, and the weight behind each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble.days import dated
from kg.assemble.rows import Rows, caption
from kg.ids import article_node_id, entity_id, passage_id
from kg.record import TEXT_OF_PART
from kg.repair import simplified

if TYPE_CHECKING:
    from kg.captures import Captured
    from kg.entity import Value
    from kg.fact import Evidence, Fact, Rejection
    from kg.record import Record
    from kg.resolution import Denoted, Resolution

THRESHOLD = 0.5
LOW_CONFIDENCE = "low confidence"


class Ledger:
    """Rows, and for each fact how sure the surest passage is and in how many articles it stands."""

    def __init__(self, resolution: Resolution) -> None:
        """Start with the entities, before any article is read."""
        self.rows = Rows()
        self.resolution = resolution
        self._confidence: dict[str, float] = {}
        self._articles: dict[str, set[str]] = {}
        self._article_nodes: dict[str, str] = {}

    def denoted(self, record: Record) -> Denoted:
        """Return what the names of an article denote."""
        return self.resolution.denoted[record.id]

    def open_article(self, record: Record, captured: Captured) -> None:
        """Add an article, its source, and what was seen in it and not used."""
        headline = " ".join(record.headline.split()) if record.headline else None
        name = headline or caption(record.text) or record.id
        node = self.rows.node(
            "Article",
            article_node_id(record.id),
            name,
            headline=headline,
            bylines=[f"{one.role} {one.name}" for one in record.bylines],
            captures=list(captured.files),
            former_ids=[article_node_id(one) for one in captured.ids],
            issue=record.meta.issue,
            page_label=record.meta.page_label,
            inferred=list(record.inferred),
            **{key: value for key, value in dated(record.meta.published).items() if key != "end_text"},
        )
        self._article_nodes[record.id] = node
        if record.meta.source:
            source = self.rows.node("Source", _source_id(record.meta.source), *(record.meta.source,) * 2)
            self.rows.link("PUBLISHED_BY", node, source)
        for one in record.rejections:
            self._reject(record, one.reason, one)

    def keeps(self, record: Record, fact: Fact) -> bool:
        """Say whether a fact is sure enough for the graph; one that is not becomes a rejection."""
        if fact.confidence >= THRESHOLD:
            return True
        self.reject(record, fact, f"{LOW_CONFIDENCE}: {type(fact).__name__.lower()}")
        return False

    def reject(self, record: Record, fact: Fact, reason: str) -> None:
        """Keep a fact out of the graph, and say why."""
        for one in fact.evidence[:1]:
            self._reject(record, reason, one)

    def _reject(self, record: Record, reason: str, one: Evidence | Rejection) -> None:
        node = self.rows.node(
            "Rejection",
            entity_id("Rejection", record.id, reason, one.start, one.end, one.part),
            caption(f"{reason}: {one.quote}"),
            reason=reason,
            quote=one.quote,
            char_start=one.start,
            char_end=one.end,
            part=one.part,
            **_on_page(one),
        )
        self.rows.link("IN", node, self._article_nodes[record.id])

    def attest(
        self,
        fact_id: str,
        record: Record,
        fact: Fact,
        *,
        status: str | None = None,
        on: str | None = None,
        on_text: str | None = None,
    ) -> None:
        """Add the passages in which an article states a fact."""
        self._confidence[fact_id] = max(fact.confidence, self._confidence.get(fact_id, 0.0))
        self._articles.setdefault(fact_id, set()).add(record.id)
        for one in fact.evidence:
            passage = self._passage(record, one)
            key = (record.id, status, on_text)
            self.rows.link(
                "EVIDENCED_BY",
                fact_id,
                passage,
                *key,
                status=status,
                on=on,
                on_text=on_text,
                confidence=fact.confidence,
            )

    def _passage(self, record: Record, one: Evidence) -> str:
        sha256 = getattr(record, TEXT_OF_PART[one.part]) or record.page
        node = self.rows.node(
            "Passage",
            passage_id(sha256, one.start, one.end),
            one.quote,
            quote=one.quote,
            char_start=one.start,
            char_end=one.end,
            text_sha256=sha256,
            part=one.part,
            **_on_page(one),
        )
        self.rows.link("IN", node, self._article_nodes[record.id])
        return node

    def confidence(self, fact_id: str) -> float:
        """Return how sure the surest attestation of a fact is."""
        return self._confidence[fact_id]

    def weigh(self) -> None:
        """Give every fact its confidence and the number of its articles, once all articles are read."""
        for fact_id, confidence in self._confidence.items():
            props = self.rows.nodes[fact_id].props
            props["confidence"] = confidence
            props["articles"] = len(self._articles[fact_id])
            props["modality"] = props.get("modality") or "actual"


def _source_id(name: str) -> str:
    return entity_id("Source", simplified(name))


def _on_page(one: Evidence | Rejection) -> dict[str, Value]:
    """Return where on a printed page something stands: its number, a box a line as left,top,right,bottom."""
    if one.number is None:
        return {}
    return {"page_number": one.number, "boxes": [",".join(f"{edge:g}" for edge in box) for box in one.boxes]}

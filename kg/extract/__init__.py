"""Stage: extract. From an annotated article to its facts: complete names, then one reader for each kind of fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.context import complete
from kg.extract.events import find_events
from kg.extract.measurements import find_measurements
from kg.extract.programmes import find_programmes
from kg.extract.tenures import find_tenures
from kg.extract.ties import find_ties
from kg.fact import Extraction, Rejection, cite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.fact import Fact
    from kg.mention import Annotated
    from kg.page import Article


def extract(raw: Annotated) -> Extraction:
    """Return all that the article says, with evidence, and what was seen and not used."""
    annotated = complete(raw)
    article = annotated.article
    facts: list[Fact] = []
    rejected: list[tuple[str, int, int]] = []
    tenures, refused = find_tenures(annotated)
    facts += tenures
    rejected += refused
    programmes, refused = find_programmes(annotated)
    facts += programmes
    rejected += refused
    ties, lonely = find_ties(annotated)
    measurements, refused = find_measurements(annotated, programmes, dict.fromkeys(tie.subject for tie in ties))
    facts += measurements
    rejected += refused
    facts += ties
    rejected += lonely
    events, refused = find_events(annotated)
    facts += events
    rejected += refused
    return Extraction(tuple(facts), tuple(_rejections(article, rejected)))


def _rejections(article: Article, rejected: list[tuple[str, int, int]]) -> Iterator[Rejection]:
    for reason, start, end in rejected:
        for piece in cite(article, start, end)[:1]:
            yield Rejection(reason, piece.start, piece.end, piece.quote, piece.part)

"""A page and its articles as one JSON object: the form is documented in docs/how-to/read.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.show.reasons import seen, seen_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.page import Article, Page, Span
    from kg.reading import Reading
    from kg.show.reasons import Seen


def to_object(reading: Reading) -> dict[str, Any]:
    """Return what was read of a page as JSON values; keys that say nothing of this page are left out."""
    page = reading.page
    told = {
        **_whereabouts(page),
        "kind": page.kind,
        "page": page.sha256,
        "characters": len(page.raw),
        "encoding": page.encoding,
        "source": page.meta.source,
        "published": page.meta.published,
        "place": page.meta.place,
        "issue": page.meta.issue,
        "inferred": list(page.inferred) or None,
    }
    return {
        **{key: value for key, value in told.items() if value is not None},
        **({"continued": [_continued(one) for one in reading.continued]} if reading.continued else {}),
        "articles": [_article(*one) for one in zip(reading.articles, reading.datelines, strict=True)],
        "rejections": [_rejection(one) for one in seen(page, reading.rejected)],
    }


def _whereabouts(page: Page) -> dict[str, Any]:
    volume = page.volume if page.volume != page.file else None
    told = {"file": page.file, "volume": volume, "number": page.number, "page_label": page.meta.page_label}
    return {key: value for key, value in told.items() if value is not None}


def _article(article: Article, dateline: str | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": article.id,
        "headline": article.headline.text if article.headline else None,
        "bylines": [{"name": one.name, "role": one.role} for one in article.bylines],
        "dateline": dateline,
        "text": article.body.text,
        "spans": _spans(article.spans),
    }
    rest = article.continuation
    if rest is not None:
        told["continued"] = {**_whereabouts(rest.page), "page": rest.page.sha256, "spans": _spans(rest.spans)}
    told["rejections"] = [_rejection(one) for one in seen_of(article)]
    return told


def _continued(article: Article) -> dict[str, Any]:
    rest = article.continuation
    headline = article.headline.text if article.headline else None
    return {"id": article.id, "headline": headline, "spans": _spans(rest.spans if rest is not None else ())}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _rejection(one: Seen) -> dict[str, Any]:
    return {"reason": one.reason, "gloss": one.gloss, "start": one.start, "end": one.end, "quote": one.quote}

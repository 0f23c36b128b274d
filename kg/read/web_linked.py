"""What a web page says of its article in linked data (JSON-LD): headline, day, author, publisher."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

_LARGEST = 200_000
_MOST_SCRIPTS = 20
_DEEPEST = 6
_MOST_ITEMS = 200
_CONTEXT = ("ziyuan.baidu.com", "zhanzhang.baidu.com")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Report", "BlogPosting")
_NAMED = ("name", "@id", "url")


@cache
def _keys() -> list[tuple[str, str]]:
    return [(row["field"], row["name"]) for row in read_table("web_linked")]


def linked_data(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the fields and values that a page's linked data says of articles, the best first; broken data is none."""
    scripts = [
        one
        for one in root.iterdescendants("script")
        if (one.get("type") or "").strip().lower() == "application/ld+json"
    ]
    for script in scripts[:_MOST_SCRIPTS]:
        text = (script.text or "").strip()
        if len(text) > _LARGEST:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for article in _articles(data, _DEEPEST):
            for field, name in _keys():
                yield from ((field, value) for value in _values(article.get(name), field))


def _articles(data: object, deep: int) -> Iterator[Mapping[str, object]]:
    """Yield the objects that describe an article: of such a type, or in the search engine's vocabulary."""
    if isinstance(data, list):
        for one in data[:_MOST_ITEMS] if deep else ():
            yield from _articles(one, deep - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        context = str(data.get("@context") or "")
        if any(kind in _ARTICLES for kind in named) or any(one in context for one in _CONTEXT):
            yield data
        for name in ("@graph", "mainEntity") if deep else ():
            yield from _articles(data.get(name), deep - 1)


def _values(value: object, field: str) -> Iterator[str]:
    """Yield a value's texts: itself, or the names (for `url`: the addresses) of the objects that it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:_MOST_ITEMS]:
            if not isinstance(one, list):
                yield from _values(one, field)
    elif isinstance(value, dict):
        names = _NAMED[1:] if field == "url" else _NAMED[:1]
        yield from (text for name in names if isinstance(text := value.get(name), str))

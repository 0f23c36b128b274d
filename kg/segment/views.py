"""A page in traditional characters is segmented in its simplified view; its articles keep the page's characters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.repair import is_traditional, simplified, written, written_names

if TYPE_CHECKING:
    from kg.page import Article, Page


def simplified_page(page: Page) -> Page:
    """Return the page in simplified characters, at the same offsets; the page itself, if it is not traditional."""
    if not is_traditional(page.raw):
        return page
    headline = None if page.headline is None else simplified(page.headline)
    bylines = tuple(replace(one, role=simplified(one.role)) for one in page.bylines)
    return replace(page, raw=simplified(page.raw), headline=headline, bylines=bylines)


def as_printed(article: Article, view: Page, page: Page) -> Article:
    """Return an article of a page's simplified view as an article of the page itself, in its characters."""
    headline = article.headline
    if headline is not None:
        # An object's headline is a text of its own.
        first = page.kind == "object"
        headline = written(
            headline, (view.headline if first else view.raw) or "", (page.headline if first else page.raw) or ""
        )
    return replace(
        article,
        page=page,
        headline=headline,
        body=written(article.body, view.raw, page.raw),
        bylines=written_names(article.bylines, view.raw, page.raw),
    )

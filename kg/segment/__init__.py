"""Stage: segment. A page becomes its articles: columns, headlines, bylines, captions, jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layouts import layout_articles
from kg.segment.objects import object_article
from kg.segment.pages import page_articles
from kg.segment.web import web_articles

if TYPE_CHECKING:
    from kg.page import Article, Page

__all__ = ["segment"]


def segment(page: Page) -> list[Article]:
    """Return the articles of a page in reading order; an object is one article."""
    match page.kind:
        case "object":
            return [object_article(page)]
        case "web":
            return web_articles(page)
        case "print":
            return layout_articles(page)
        case _:
            return page_articles(page)

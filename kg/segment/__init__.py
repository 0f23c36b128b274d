"""Stage: segment. A page becomes its articles: columns, headlines, bylines, captions, jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.layouts import layout_articles
from kg.segment.objects import object_article
from kg.segment.pages import page_articles
from kg.segment.views import as_printed, simplified_page
from kg.segment.web import web_articles

if TYPE_CHECKING:
    from kg.page import Article, Page

__all__ = ["segment"]


def segment(page: Page) -> list[Article]:
    """Return the articles of a page in reading order; an object is one article."""
    view = simplified_page(page)
    articles = _articles(view)
    return articles if view is page else [as_printed(one, view, page) for one in articles]


def _articles(page: Page) -> list[Article]:
    match page.kind:
        case "object":
            return [object_article(page)]
        case "web":
            return web_articles(page)
        case "print":
            return layout_articles(page)
        case _:
            return page_articles(page)

"""A page as text becomes its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.blocks import shape
from kg.segment.flat import flat_article
from kg.segment.lines import page_lines
from kg.segment.making import Making
from kg.segment.portions import Portion
from kg.segment.share import share_out

if TYPE_CHECKING:
    from kg.page import Article, Page


def page_articles(page: Page) -> list[Article]:
    """Return the articles of a page, in order of their bodies."""
    flat = flat_article(page)
    if flat is not None:
        return [flat]
    found = page_lines(page)
    if not found.lines:
        return []
    shaped = shape(found.lines)
    if shaped.blocks:
        portions = share_out(shaped, found.lines)
    else:
        portions = [Portion([], [], [], [at for at in range(len(found.lines)) if at not in shaped.furniture], [])]
    making = Making(page, found)
    articles = [making.article(portion) for portion in portions if portion.body]
    return making.with_furniture(articles, shaped.furniture)

"""Web pages: the article of one, without what the site puts around it, and what the page says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ids import text_sha256
from kg.page import Page
from kg.read.metadata import FIELDS, first_known, metadata
from kg.read.web_archive import saved_page
from kg.read.web_articles import WebArticle, web_articles
from kg.read.web_charset import web_text
from kg.read.web_tree import parse_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.page import Metadata
    from kg.read.problems import InputProblem


def html_pages(data: bytes, file: str, known: Metadata, on_problem: Callable[[InputProblem], None]) -> Iterator[Page]:
    """Yield the articles of a web page, each as a page: nearly always one.

    A page's `raw` is its headline, if it has one, on the first line, then the text's paragraphs, one a line; the
    cells of a table's row are parted by tabs. What is `known` outranks what the page says.

    Raises:
        InputError: the bytes are no web page, or one without an article; the message has no file name.
    """
    del on_problem  # a web page is read whole or not at all
    saved = saved_page(data)
    text = saved.text if saved is not None else web_text(data)
    addresses = [saved.url] if saved is not None and saved.url else []
    found = web_articles(parse_tree(text), [*addresses, file])
    several = len(found) > 1
    for number, one in enumerate(found, start=1):
        yield _page(one, file, known, number if several else None)


def _page(article: WebArticle, file: str, known: Metadata, number: int | None) -> Page:
    raw = "\n".join([*([article.headline] if article.headline else []), *article.lines])
    if not raw.strip():
        raise InputError("holds no article: save the page of one")
    told = metadata({"source": article.source, "published": article.published})
    meta = first_known(known, told)
    return Page(
        file=file,
        raw=raw,
        sha256=text_sha256(raw),
        meta=meta,
        kind="web",
        headline=article.headline,
        volume=file if number is not None else None,
        number=number,
        inferred=tuple(name for name in FIELDS if getattr(known, name) is None and getattr(meta, name) is not None),
        bylines=article.bylines,
    )

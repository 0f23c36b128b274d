"""From inputs to page records, one article at a time: the first half of the flow as one stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.annotate import annotate
from kg.extract import extract as extract_facts
from kg.read import read_pages
from kg.record import to_record
from kg.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.fact import Extraction
    from kg.page import Article, Page
    from kg.read import InputProblem


def extract(article: Article) -> Extraction:
    """Return all that an article says, with evidence, and what was seen and not used."""
    return extract_facts(annotate(article))


def page_records(page: Page) -> list[dict[str, Any]]:
    """Return the records of one page's articles, in order of the page; a pure function of the page."""
    return [to_record(article, extract(article)) for article in segment(page)]


def iter_records(
    inputs: Sequence[str | Path],
    *,
    source: str | None = None,
    published: str | None = None,
    place: str | None = None,
    on_problem: Callable[[InputProblem], None],
) -> Iterator[dict[str, Any]]:
    """Yield the page records of all inputs, in order of the inputs.

    Raises:
        InputError: nothing could be read at all.
    """
    for page in read_pages(inputs, source=source, published=published, place=place, on_problem=on_problem):
        yield from page_records(page)

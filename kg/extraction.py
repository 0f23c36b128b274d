"""From inputs to page records, one article at a time: the first half of the flow as one stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.annotate import annotate
from kg.extract import extract as extract_facts
from kg.read import read_pages
from kg.reading import page_articles
from kg.record import to_record
from kg.segment.jump_pairs import Part
from kg.segment.jumps import join
from kg.soundness import sound
from kg.written import as_article_writes, simplified_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.fact import Extraction
    from kg.page import Article, Page
    from kg.read import InputProblem


def extract(article: Article) -> Extraction:
    """Return all that an article says, with evidence, and what was seen and not used."""
    view = simplified_article(article)
    annotated = annotate(view)
    found = sound(extract_facts(annotated), article)
    return found if view is article else as_article_writes(found, annotated, article)


def record_of(article: Article) -> dict[str, Any]:
    """Return the record of one article."""
    return to_record(article, extract(article))


def page_records(page: Page) -> list[dict[str, Any] | Part]:
    """Return the records of one page's articles, but for the parts of articles; a pure function of the page."""
    return [one if isinstance(one, Part) else record_of(one) for one in page_articles(page)]


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
    pages = read_pages(inputs, source=source, published=published, place=place, on_problem=on_problem)
    for _, records in join(((page, page_records(page)) for page in pages), record_of):
        yield from records

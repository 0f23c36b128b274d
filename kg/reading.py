"""From inputs to articles, one page at a time: what `kg read` shows and what extraction goes on from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.read import read_pages
from kg.segment import segment
from kg.segment.datelines import find_dateline
from kg.segment.jumps import find_parts, join
from kg.segment.lines import MASTHEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.page import Article, Page
    from kg.read import InputProblem
    from kg.segment.jump_pairs import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a page: the articles that begin on it, each with its dateline, in order.

    `continued` are those that go on here and began on a page before.
    """

    page: Page
    articles: tuple[Article, ...]
    datelines: tuple[str | None, ...]
    continued: tuple[Article, ...] = ()

    @property
    def rejected(self) -> tuple[tuple[str, int, int], ...]:
        """Return what was seen and not used and is noted with none of the page's articles."""
        return _fresh(self.page, self.articles)


def page_articles(page: Page) -> list[Article | Part]:
    """Return one page's articles in order, those with a jump as parts; the first is told what reading rejected."""
    articles = segment(page)
    if page.rejected and articles:
        articles[0] = replace(articles[0], rejected=(*articles[0].rejected, *_fresh(page, articles)))
    return find_parts(page, articles)


def _fresh(page: Page, articles: Sequence[Article]) -> tuple[tuple[str, int, int], ...]:
    """Return what reading rejected and segmenting has not noted; of a masthead's line it may know more."""
    noted = {one for article in articles for one in article.rejected}
    places = {(start, end) for _, start, end in noted}
    return tuple(one for one in page.rejected if one not in noted and (one[0] != MASTHEAD or one[1:] not in places))


def iter_readings(
    inputs: Sequence[str | Path],
    *,
    source: str | None = None,
    published: str | None = None,
    place: str | None = None,
    on_problem: Callable[[InputProblem], None],
) -> Iterator[Reading]:
    """Yield what was read of each page, in order of the inputs; an article that goes on elsewhere comes where it began.

    Raises:
        InputError: nothing could be read at all.
    """
    pages = read_pages(inputs, source=source, published=published, place=place, on_problem=on_problem)
    coming: dict[tuple[str | None, str, int | None], list[Article]] = {}
    for page, articles in join(((page, page_articles(page)) for page in pages), lambda whole: whole):
        if coming and all(volume != page.volume for volume, _, _ in coming):
            coming.clear()
        begun = coming.pop((page.volume, page.file, page.number), [])
        yield Reading(page, tuple(articles), tuple(map(find_dateline, articles)), tuple(begun))
        for article in articles:
            if article.continuation is not None:
                rest = article.continuation.page
                coming.setdefault((rest.volume, rest.file, rest.number), []).append(article)

"""A page and its articles as lines of text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.counted import counted
from kg.page import Byline
from kg.show.reasons import one_line, seen, seen_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.page import Article, Page, Span
    from kg.reading import Reading
    from kg.show.reasons import Seen

_OPENING = 48
_QUOTE = 40
_SPANS = 6


def to_lines(reading: Reading) -> Iterator[str]:
    """Yield what was read of a page, line by line."""
    yield heading(reading.page)
    yield f"   {'; '.join(facts(reading.page))}"
    for article in reading.continued:
        rest = article.continuation
        if rest is not None:
            yield f"   {_headline(article)}: goes on here from {heading(article.page)} at {_spans(rest.spans)}"
    for number, (article, dateline) in enumerate(zip(reading.articles, reading.datelines, strict=True), 1):
        yield from _article(number, article, dateline)
    if not reading.articles:
        yield "   no article"
    yield from _rejections(seen(reading.page, reading.rejected), "   ")
    yield ""


def heading(page: Page) -> str:
    """Return how a page is called: its file, and which page of it where it has several."""
    name = one_line(page.file)
    if page.volume is not None and not page.file.startswith(page.volume):
        name = f"{name} of {one_line(page.volume)}"
    return name if page.number is None or page.volume != page.file else f"{name}, page {page.number}"


def facts(page: Page) -> list[str]:
    """Return what is known of a page, in words; what nobody gave and the page proves is marked."""
    meta = page.meta
    told = []
    for name, word in (("source", "source"), ("published", "published"), ("place", "place")):
        value = getattr(meta, name)
        mark = " (inferred)" if name in page.inferred else ""
        told.append(f"{word} {one_line(value)}{mark}" if value is not None else f"{word} unknown")
    if meta.issue is not None:
        told.append(f"issue {one_line(meta.issue)}")
    if meta.page_label is not None:
        told.append(f"page {one_line(meta.page_label)} of the paper")
    told.append(counted(len(page.raw), "character"))
    if page.encoding is not None:
        told.append(f"read as {page.encoding}")
    return told


def _article(number: int, article: Article, dateline: str | None) -> Iterator[str]:
    yield f"{number:>4}  {_headline(article)}"
    if article.bylines:
        yield f"      by {', '.join(f'{one.role} {one.name}' for one in map(_plain, article.bylines))}"
    if dateline is not None:
        yield f"      dateline {one_line(dateline)}"
    opening = one_line(article.body.text[: _OPENING + 1])
    size = counted(len(article.body.text), "character")
    yield f"      {size} at {_spans(article.spans)}: {_short(opening, _OPENING)}"
    rest = article.continuation
    if rest is not None:
        words = counted(len(article.body.text) - rest.at, "character")
        yield f"      goes on in {heading(rest.page)}: {words} at {_spans(rest.spans)}"
    yield from _rejections(seen_of(article), "      ")


def _headline(article: Article) -> str:
    return one_line(article.headline.text) if article.headline is not None else "(no headline)"


def _plain(byline: Byline) -> Byline:
    return Byline(one_line(byline.name), one_line(byline.role))


def _spans(spans: Sequence[Span]) -> str:
    shown = [f"{span.start}-{span.end}" for span in spans[:_SPANS]]
    more = [f"and {len(spans) - _SPANS} more"] if len(spans) > _SPANS else []
    return " ".join((*shown, *more))


def _rejections(found: Iterable[Seen], indent: str) -> Iterator[str]:
    for one in found:
        why = one.reason if one.gloss == one.reason else f"{one.reason} ({one.gloss})"
        yield f"{indent}not used: {why} at {one.start}-{one.end}: {_short(one_line(one.quote), _QUOTE)}"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"

"""Which article each character of a page belongs to, and what it is there: the page as runs of one colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.page import Article, Page, Span, Text

NOBODY = 0


class Shown(NamedTuple):
    """An article as it stands on one page: `key` names it in the whole picture, `number` is its colour, from 1."""

    key: str
    number: int
    article: Article
    continued: bool
    """It began on another page; here it goes on."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return its characters on this page."""
        rest = self.article.continuation
        return rest.spans if self.continued and rest is not None else self.article.spans

    @property
    def rejected(self) -> tuple[tuple[str, int, int], ...]:
        """Return what was not used of it on this page."""
        rest = self.article.continuation
        return rest.rejected if self.continued and rest is not None else self.article.rejected


class Run(NamedTuple):
    """`raw[start:end]` of one page: whose it is (None: nobody's), and what."""

    start: int
    end: int
    shown: Shown | None
    headline: bool
    reason: str | None


def runs_of(page: Page, articles: Sequence[Shown], rejected: Iterable[tuple[str, int, int]]) -> Iterator[Run]:
    """Yield the runs of a page's text, in order and without gap."""
    size = len(page.raw)
    owners, heads, reasons = [NOBODY] * size, bytearray(size), [NOBODY] * size
    names: list[str] = [""]
    for at, shown in enumerate(articles, 1):
        for span in shown.spans:
            owners[span.start : span.end] = [at] * (span.end - span.start)
        if shown.article.headline is not None and not shown.continued and page.kind != "object":
            _mark(heads, shown.article.headline)
    for reason, start, end in (*rejected, *(one for shown in articles for one in shown.rejected)):
        names.append(reason)
        reasons[start:end] = [len(names) - 1] * (min(end, size) - start)
    start = 0
    for at in range(1, size + 1):
        if at < size and (owners[at], heads[at], reasons[at]) == (owners[start], heads[start], reasons[start]):
            continue
        owner = articles[owners[start] - 1] if owners[start] else None
        yield Run(start, at, owner, bool(heads[start]), names[reasons[start]] or None)
        start = at


def _mark(heads: bytearray, text: Text) -> None:
    for start, end in zip(text.starts, text.ends, strict=True):
        heads[start:end] = b"\1" * (end - start)

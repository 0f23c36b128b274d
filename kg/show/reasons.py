"""What was seen and not used: the reason, the word for it, and the characters."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.page import Article, Page

# What a terminal or a browser would act on: a page's text must never move the cursor or turn the line around.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Seen(NamedTuple):
    """Characters `[start, end)` of a page that were not used, and why; `gloss` says it in Chinese."""

    reason: str
    gloss: str
    start: int
    end: int
    quote: str


def inert(text: str) -> str:
    """Return a text without what a terminal or a browser would act on; its length is unchanged."""
    return _CONTROL.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a text on one line, without what a terminal would act on."""
    return inert(" ".join(text.split()))


def seen(page: Page, rejected: Iterable[tuple[str, int, int]]) -> Iterator[Seen]:
    """Yield what was not used of a page, in order."""
    for reason, start, end in sorted(rejected, key=lambda one: one[1:]):
        yield Seen(reason, gloss(reason), start, end, page.raw[start:end])


def seen_of(article: Article) -> list[Seen]:
    """Return what was not used among an article's characters, on all its pages."""
    rest = article.continuation
    more = seen(rest.page, rest.rejected) if rest is not None else ()
    return [*seen(article.page, article.rejected), *more]


def gloss(reason: str) -> str:
    """Return what a reason is called in Chinese; the reason itself, where the table does not know it."""
    return _glosses().get(reason, reason)


@cache
def _glosses() -> dict[str, str]:
    return {row["reason"]: row["zh"] for row in read_table("rejection_reasons")}

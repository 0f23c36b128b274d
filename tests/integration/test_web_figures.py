"""Real articles wrapped in pages of twenty systems: what comes out of the page is what went in."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from webpages import templates, wrap

from kg.page import Metadata
from kg.read.html import html_pages

if TYPE_CHECKING:
    from pathlib import Path

SETS = ("press", "provincial")
MOST = 40


@pytest.mark.shared
def test_articles_come_out_of_web_pages_as_they_went_in(shared: Path) -> None:
    """Text (but for spaces), headline and day are right in 99 of 100, the source wherever it names anybody."""
    articles = [one for name in SETS for one in json.loads((shared / "data" / f"{name}.json").read_text("utf-8"))][
        :MOST
    ]
    right: Counter[str] = Counter()
    pages = named = 0
    for at, template in enumerate(templates()):
        for number, one in enumerate(articles):
            headline, source = one["headline"].split("_")[0], one["source"] or "青峦日报"
            page = wrap(template, headline, one["text"], one["published"], source, seed=31 * number + at)
            (found,) = html_pages(page.data, "page.html", Metadata(), lambda _: None)
            head = found.headline or ""
            pages += 1
            right["text"] += bare(found.raw.removeprefix(head)) == bare(one["text"])
            right["headline"] += bare(head) == bare(headline)
            right["published"] += found.meta.published == one["published"]
            if source != "本网":  # this site: it names nobody
                named += 1
                right["source"] += found.meta.source == source
    assert min(right["text"], right["headline"], right["published"]) >= 0.99 * pages
    assert right["source"] >= 0.99 * named


def bare(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())

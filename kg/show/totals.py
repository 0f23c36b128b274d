"""What a run read in all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.counted import counted
from kg.show.reasons import gloss, seen, seen_of

if TYPE_CHECKING:
    from kg.reading import Reading


class Totals:
    """Counts of pages, articles and what was not used, by reason; they take no more room the more is read."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.pages = 0
        self.articles = 0
        self.headed = 0
        self.credited = 0
        self.joined = 0
        self.reasons: Counter[str] = Counter()

    def add(self, reading: Reading) -> None:
        """Take one page."""
        self.pages += 1
        self.articles += len(reading.articles)
        for article in reading.articles:
            self.headed += article.headline is not None
            self.credited += bool(article.bylines)
            self.joined += article.continuation is not None
            self.reasons.update(one.reason for one in seen_of(article))
        self.reasons.update(one.reason for one in seen(reading.page, reading.rejected))

    def lines(self) -> list[str]:
        """Return them in words: one line of what was read, then one for each reason, the most frequent first."""
        told = [
            counted(self.pages, "page"),
            counted(self.articles, "article"),
            f"{self.headed} with headline",
            f"{self.credited} with byline",
        ]
        if self.joined:
            told.append(f"{self.joined} joined across pages")
        told.append(f"{counted(self.reasons.total(), 'piece')} of text not used")
        ranked = sorted(self.reasons.items(), key=lambda one: (-one[1], one[0]))
        return [", ".join(told), *(f"  {count:>5}  {reason} ({gloss(reason)})" for reason, count in ranked)]

"""How well woven pages come apart: B-cubed over characters, headlines with their bodies, bylines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.segments import b_cubed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weaving import Woven

    from kg.page import Article


@dataclass
class Scores:
    """Sums over pages; the properties are the figures."""

    b_cubed: float = 0.0
    pages: int = 0
    right: int = 0
    headlines: int = 0
    credited: int = 0
    named: int = 0
    claimed: int = 0

    def add(self, woven: Woven, articles: Sequence[Article]) -> None:
        """Count one page."""
        score, best = shared_out(woven, articles)
        self.b_cubed += score
        self.pages += 1
        for owner, headline in woven.headlines.items():
            if headline is not None:
                self.headlines += 1
                self.right += headline_of(articles, best.get(owner)) == headline
        names = Counter(name for article in articles for name in {one.name for one in article.bylines})
        expected = Counter(name for some in woven.bylines.values() for name in set(some))
        self.credited += (names & expected).total()
        self.named += expected.total()
        self.claimed += names.total()

    def __str__(self) -> str:
        """Return the figures as one line."""
        return (
            f"B-cubed F1 {self.b_cubed / self.pages:.3f}, headlines {self.right / self.headlines:.3f}, bylines found"
            f" {self.credited / max(1, self.named):.3f} and right {self.credited / max(1, self.claimed):.3f},"
            f" {self.pages} pages"
        )


def headline_of(articles: Sequence[Article], number: int | None) -> str | None:
    """Return the headline of an article without spaces."""
    found = articles[number].headline if number is not None else None
    return re.sub(r"\s", "", found.text) if found is not None else None


def shared_out(woven: Woven, articles: Sequence[Article]) -> tuple[float, dict[str, int]]:
    """Return B-cubed F1, and for each article of the page which found one has most of it."""
    ours = {
        at: str(number)
        for number, one in enumerate(articles)
        for span in one.spans
        for at in range(span.start, span.end)
    }
    cells = Counter(
        (owner, ours.get(at, f"none-{at}"))
        for at, owner in enumerate(woven.owners)
        if owner is not None and not woven.raw[at].isspace()
    )
    best: dict[str, int] = {}
    for (owner, found), _ in sorted(cells.items(), key=lambda item: item[1]):
        if not found.startswith("none"):
            best[owner] = int(found)
    return b_cubed(cells)[0], best

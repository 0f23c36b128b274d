"""Facts beside characters that could not be read: what they would have said is not guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.fact import Extraction, Rejection, source_of

if TYPE_CHECKING:
    from kg.fact import Evidence
    from kg.page import Article

BROKEN = "\ufffd"
REASON = "beside a broken character"


def sound(extraction: Extraction, article: Article) -> Extraction:
    """Return what is said in sound characters; a fact whose evidence holds or touches a broken one is rejected."""
    if BROKEN not in article.full.text:
        return extraction
    kept = []
    rejected = list(extraction.rejections)
    for fact in extraction.facts:
        touched = [one for one in fact.evidence if _touches(one, article)]
        if touched:
            rejected.append(Rejection(REASON, touched[0].start, touched[0].end, touched[0].quote, touched[0].part))
        else:
            kept.append(fact)
    return Extraction(tuple(kept), tuple(rejected))


def _touches(one: Evidence, article: Article) -> bool:
    source = source_of(article, one.part)
    return BROKEN in source[max(0, one.start - 1) : one.end + 1]

"""Articles read by the real recognisers, for the rules about programmes, numbers and ties. All names are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate import annotate
from kg.extract.context import complete
from kg.extract.measurements import find_measurements
from kg.extract.programmes import find_programmes
from kg.extract.ties import find_ties
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page, Span, Text

if TYPE_CHECKING:
    from kg.fact import Measurement, Programme, Tie
    from kg.mention import Annotated


def annotated(text: str, headline: str | None = None, place: str | None = "沁源县") -> Annotated:
    """Read a text as if it stood in a county's paper of 15 June 2022."""
    meta = Metadata("某某日报", "2022-06-15", place)
    page = Page("page.txt", text, text_sha256(text), meta, "object", "a", headline)
    head = Text.of(headline) if headline else None
    return complete(annotate(Article("a", page, meta, head, Text.of(text), (Span(0, len(text)),))))


def programmes(text: str, headline: str | None = None, place: str | None = "沁源县") -> list[Programme]:
    """Return the programmes of a text."""
    return find_programmes(annotated(text, headline, place))[0]


def measurements(text: str, headline: str | None = None, place: str | None = "沁源县") -> list[Measurement]:
    """Return the measurements of a text."""
    read = annotated(text, headline, place)
    people = [tie.subject for tie in find_ties(read)[0]]
    return find_measurements(read, find_programmes(read)[0], people)[0]


def refusals(text: str, headline: str | None = None) -> list[str]:
    """Return why numbers of a text were not used."""
    read = annotated(text, headline)
    return [reason for reason, _, _ in find_measurements(read, find_programmes(read)[0])[1]]


def ties(text: str) -> list[Tie]:
    """Return the ties of a text."""
    return find_ties(annotated(text))[0]

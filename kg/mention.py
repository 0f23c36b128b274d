"""Mentions: spans of an article's full text that denote something, not yet identified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.values import value

if TYPE_CHECKING:
    from kg.page import Article, Span


@value
class Mention:
    """`article.full.text[start:end]` denotes `name`: the text itself, or its completed form once context is known.

    `kind` says what: person, body, place, site. For a person `how` tells what the reading rests on (title, byline,
    honorific, list, again, villager …).
    """

    kind: str
    start: int
    end: int
    text: str
    name: str
    how: str = ""
    confidence: float = 1.0


@value
class Title:
    """An office as written: 市委常委、组织部部长 gives two titles.

    `body` is the completed body (吕梁市委组织部), `post` the function alone (部长). `persons` are the persons who
    share it, in the order named. `status` and `date` as in `kg.fact.Tenure`. The span covers body and post as
    written.
    """

    start: int
    end: int
    body: str
    post: str
    persons: tuple[Mention, ...]
    status: str = "holds"
    date: str | None = None
    confidence: float = 1.0


@value
class TimeMention:
    """A time as written, resolved against dateline and publication.

    `begin` and `finish` are ISO prefixes; `finish` is None where only a start is said. Both None: vague (近年来).
    `kind`: day, days, month, year, period, since, vague.
    """

    start: int
    end: int
    text: str
    kind: str
    begin: str | None
    finish: str | None


@value
class Quantity:
    """A number with its unit as written, normalised: 254.68万人 is 2546800 人."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    comparator: str | None = None


@value
class Annotated:
    """An article with everything found in it, each layer in order of start.

    `sentences` are spans of `article.full.text` (the headline is the first).
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    places: tuple[Mention, ...] = ()
    bodies: tuple[Mention, ...] = ()
    titles: tuple[Title, ...] = ()
    persons: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    rejected: tuple[tuple[str, int, int], ...] = ()
    """Reason and range of `article.full`: seen in annotating and not used."""

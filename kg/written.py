"""Articles in traditional characters: rules read their simplified view, names stay as the article writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from kg.fact import Event, Extraction, Measurement, Programme, Tenure, Tie
from kg.repair import as_written, is_traditional, simplified

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.fact import Delegation, Fact
    from kg.mention import Annotated
    from kg.page import Article, Text

Written: TypeAlias = "Callable[[str], str]"


def simplified_article(article: Article) -> Article:
    """Return the article in simplified characters, with the same offsets; itself, if it is not traditional.

    Its page stays as it is: what is cited is verbatim.
    """
    if not is_traditional(article.full.text):
        return article
    bylines = tuple(replace(one, name=simplified(one.name)) for one in article.bylines)
    place = article.meta.place
    meta = article.meta if place is None else replace(article.meta, place=simplified(place))
    headline = None if article.headline is None else _text(article.headline)
    return replace(article, meta=meta, headline=headline, body=_text(article.body), bylines=bylines)


def _text(text: Text) -> Text:
    return replace(text, text=simplified(text.text))


def as_article_writes(extraction: Extraction, annotated: Annotated, article: Article) -> Extraction:
    """Return what the simplified view says, with persons, programmes and topics as the article writes them.

    `annotated` is the simplified view. Posts, bodies and places stay in the lexicon's form.
    """
    view, text = annotated.article.full.text, article.full.text
    persons: dict[str, str] = {}
    for one in annotated.persons:
        if view[one.start : one.end] == one.text:
            persons.setdefault(one.text, text[one.start : one.end])

    def person(name: str) -> str:
        return persons.get(name, name)

    def name(name: str) -> str:
        return as_written(name, view, text)

    return replace(extraction, facts=tuple(_fact(fact, person, name) for fact in extraction.facts))


def _fact(fact: Fact, person: Written, name: Written) -> Fact:
    match fact:
        case Tenure():
            return replace(fact, person=person(fact.person))
        case Tie():
            return replace(fact, subject=person(fact.subject))
        case Programme():
            return replace(fact, name=name(fact.name))
        case Measurement():
            return fact
        case Event():
            participants = tuple(replace(one, name=person(one.name)) for one in fact.participants)
            return replace(
                fact, participants=participants, topic=name(fact.topic), delegation=_delegation(fact.delegation, person)
            )


def _delegation(group: Delegation | None, person: Written) -> Delegation | None:
    if group is None:
        return None
    led_by = None if group.led_by is None else person(group.led_by)
    return replace(group, led_by=led_by, members=tuple(map(person, group.members)))

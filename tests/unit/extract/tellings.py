"""Annotated articles built by hand from marked-up text, so that events are tested without the recognisers.

`[市长|P张三]` is a person with a title, `{O某局}` a body, `{L某县}` a place, `{T3月2日=2021-03-02}` a time;
`{O市某局=甲市某局}` gives the completed name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.events import find_events
from kg.mention import Annotated, Mention, TimeMention, Title
from kg.page import Article, Metadata, Page, Span, Text

if TYPE_CHECKING:
    from kg.fact import Event

_MARK = re.compile(r"\{([OLT])([^{}=]+)(?:=([^{}]+))?\}|\[([^|\[\]]*)\|P([^\[\]=]+)(?:=([^\[\]]+))?\]")


def annotated(body: str, *, headline: str = "", place: str | None = "甲市", status: str = "holds") -> Annotated:
    """Return the marked-up article as annotated layers."""
    marked = f"{headline}\n{body}" if headline else body
    text, layers = _unmark(marked, status)
    head = text.split("\n", 1)[0] if headline else None
    rest = text[len(head) + 1 :] if head is not None else text
    meta = Metadata("甲市日报", "2021-03-05", place)
    page = Page("a", rest, "0", meta, "object", "a", head)
    article = Article(
        "a", page, meta, Text.of(head) if head is not None else None, Text.of(rest), (Span(0, len(rest)),)
    )
    return Annotated(article, **layers)


def _unmark(marked: str, status: str) -> tuple[str, dict[str, tuple]]:
    out: list[str] = []
    persons, titles, bodies, places, times = [], [], [], [], []
    at = length = 0
    for mark in _MARK.finditer(marked):
        out.append(marked[at : mark.start()])
        length += len(out[-1])
        sort, word, name, title, person, full = mark.groups()
        written = word or title + person
        end = length + len(written)
        if person:
            mention = Mention("person", end - len(person), end, person, full or person)
            persons.append(mention)
            if title:
                titles.append(Title(length, length + len(title), "", title, (mention,), status))
        elif sort == "T":
            days = (name or "").split("/")
            times.append(TimeMention(length, end, word, "days" if len(days) > 1 else "day", days[0], days[-1]))
        else:
            (bodies if sort == "O" else places).append(Mention(sort, length, end, word, name or word))
        out.append(written)
        length = end
        at = mark.end()
    out.append(marked[at:])
    layers = {"persons": persons, "titles": titles, "bodies": bodies, "places": places, "times": times}
    return "".join(out), {name: tuple(found) for name, found in layers.items()}


def events(body: str, *, headline: str = "", place: str | None = "甲市", status: str = "holds") -> list[Event]:
    """Return the events of the marked-up article."""
    return find_events(annotated(body, headline=headline, place=place, status=status))[0]


def roles(event: Event) -> dict[str, str]:
    """Return who has which part."""
    return {p.name: p.role for p in event.participants}

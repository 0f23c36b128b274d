"""Records of invented people, made in a line each, and an extraction that reads them from pages without any rule.

A page of text holds one article a line: facts separated by `;`, the slots of a fact by spaces. `贺清禾 青峦市政府 市长`
is a tenure, with status and date where they follow; a fact that starts with `@` is an event of a kind with its day,
place and participants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.fact import Delegation, Event, Evidence, Fact, Participant, Tenure
from kg.ids import article_id, text_sha256
from kg.page import Byline, Metadata, Span
from kg.record import Record, fact_to_json

if TYPE_CHECKING:
    from kg.page import Page

SURE = 0.9


def evidence(at: int = 0, quote: str = "引文") -> tuple[Evidence, ...]:
    """Return one piece of evidence."""
    return (Evidence(at, at + len(quote), quote),)


def tenure(
    person: str, organization: str, post: str, status: str = "holds", date: str | None = None, **more: Any
) -> Tenure:
    """Return a tenure."""
    given: dict[str, Any] = {"evidence": evidence(), "confidence": SURE, **more}
    return Tenure(person=person, organization=organization, post=post, status=status, date=date, **given)


def event(kind: str, start: str | None = None, *people: str, **more: Any) -> Event:
    """Return an event; people are `name` or `name:role`."""
    named = (one.partition(":") for one in people)
    given: dict[str, Any] = {"topic": "考察", "evidence": evidence(), "confidence": SURE, **more}
    participants = tuple(Participant(name, role or "participant") for name, _, role in named)
    return Event(kind=kind, start=start, participants=participants, **given)


def record(article: str, *facts: Fact, **meta: Any) -> Record:
    """Return a record; `published`, `source`, `place` and `headline` may be given."""
    given = {"source": "青峦日报", "published": "2021-04-12", "place": None, **meta}
    return Record(
        id=article,
        meta=Metadata(given["source"], given["published"], given["place"]),
        headline=given.get("headline"),
        bylines=(Byline("纪小满", "记者"),),
        facts=facts,
        file=f"{article}.txt",
        text="正文",
        spans=(Span(0, 2),),
        rejections=given.get("rejections", ()),
        page=text_sha256(given.get("page", article)),
    )


def page_records(page: Page) -> list[dict[str, Any]]:
    """Return the records of a page that is written as this module reads them."""
    at, out = 0, []
    for line in page.raw.splitlines(keepends=True):
        text = line.strip()
        if text:
            out.append(_record(page, text, at))
        at += len(line)
    return out


def _record(page: Page, text: str, at: int) -> dict[str, Any]:
    meta = page.meta
    facts = [_fact(part.split(), (Evidence(at, at + len(text), text),)) for part in text.split(";")]
    found: dict[str, Any] = {
        "id": page.object_id or article_id(text, meta.published, meta.source),
        "source": meta.source,
        "published": meta.published,
        "place": meta.place,
        "headline": page.headline,
        "bylines": [],
        "facts": [fact_to_json(fact) for fact in facts],
        "file": page.file,
        "text": text,
        "spans": [[at, at + len(text)]],
        "rejections": [],
        "page": page.sha256,
    }
    if page.headline is not None:
        found["headline_page"] = text_sha256(page.headline)
    return found


def _fact(slots: list[str], cited: tuple[Evidence, ...]) -> Fact:
    if slots[0].startswith("@"):
        kind, day, place, *people = slots
        group = Delegation(led_by=people[0], members=tuple(people)) if kind == "@visit" else None
        return event(kind[1:], day, *people, places=(place,), delegation=group, evidence=cited)
    return tenure(*slots, evidence=cited)

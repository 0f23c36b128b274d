"""Tenures: one fact for each person and office that an article names together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.fact import Tenure, cite

if TYPE_CHECKING:
    from kg.mention import Annotated, Mention, Title

Rejections = list[tuple[str, int, int]]

_LONG_FORMS = (("人民代表大会常务委员会", "人大常委会"), ("人民政府", "政府"))
_BEGUN = {"appointed", "elected", "acting"}


def find_tenures(annotated: Annotated) -> tuple[list[Tenure], Rejections]:
    """Return the tenures of the article, each once with its best evidence, and what could not be read."""
    best: dict[tuple[str, str, str, str], Tenure] = {}
    in_headline: set[tuple[str, str, str, str]] = set()
    full = _full_names(annotated)
    for title in annotated.titles:
        for person in title.persons:
            tenure = _tenure(annotated, title, person, full.get(person.name, person.name))
            key = (tenure.person, tenure.organization, tenure.post, tenure.status)
            if key not in best:
                in_headline |= {key} if title.start < annotated.article.body_start else set()
            elif title.start >= annotated.article.body_start:
                in_headline.discard(key)
            if key not in best or _rank(tenure) > _rank(best[key]):
                best[key] = tenure
    begun = {key[:3] for key in best if key[3] in _BEGUN}
    # A headline that says 任副市长 tells the appointment of the text below, not a second tenure.
    told_below = {key for key in in_headline if key[3] == "holds" and key[:3] in begun}
    return [tenure for key, tenure in best.items() if key not in told_below], list(annotated.rejected)


def _rank(tenure: Tenure) -> tuple[bool, float]:
    return tenure.date is not None, tenure.confidence


def _full_names(annotated: Annotated) -> dict[str, str]:
    """Return the full name of each person also named by a part of it (马科斯: 费迪南德·马科斯)."""
    names = {person.name for title in annotated.titles for person in title.persons}
    full: dict[str, str] = {}
    for name in sorted(names):
        for part in name.split("·"):
            if part != name and part in names:
                full[part] = name
    return full


def _tenure(annotated: Annotated, title: Title, person: Mention, name: str) -> Tenure:
    start, end = min(title.start, person.start), max(title.end, person.end)
    organization = title.body
    for long, short in _LONG_FORMS:
        organization = organization.replace(long, short)
    return Tenure(
        person=name,
        organization=organization,
        post=title.post,
        status=title.status,
        date=title.date,
        evidence=cite(annotated.article, start, end),
        confidence=round(min(title.confidence, person.confidence), 3),
    )

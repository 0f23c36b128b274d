"""Tenures: one fact for each person and office that an article names together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.fact import Tenure, cite

if TYPE_CHECKING:
    from kg.mention import Annotated, Mention, Title

Rejections = list[tuple[str, int, int]]


def find_tenures(annotated: Annotated) -> tuple[list[Tenure], Rejections]:
    """Return the tenures of the article, each once with its best evidence, and what could not be read."""
    best: dict[tuple[str, str, str, str], Tenure] = {}
    full = _full_names(annotated)
    for title in annotated.titles:
        for person in title.persons:
            tenure = _tenure(annotated, title, person, full.get(person.name, person.name))
            key = (tenure.person, tenure.organization, tenure.post, tenure.status)
            if key not in best or tenure.confidence > best[key].confidence:
                best[key] = tenure
    return list(best.values()), list(annotated.rejected)


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
    return Tenure(
        person=name,
        organization=title.body,
        post=title.post,
        status=title.status,
        date=title.date,
        evidence=cite(annotated.article, start, end),
        confidence=round(min(title.confidence, person.confidence), 3),
    )

"""From a draft to a fact: who counts as a participant, which passages say it, who travels as a group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.delegations import find_delegation, without_group
from kg.extract.event_abroad import lies_elsewhere
from kg.extract.event_sites import place_of_name
from kg.fact import Event, Participant, cite
from kg.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extract.event_drafts import Draft
    from kg.extract.event_places import Placer
    from kg.mention import Annotated

_PASSAGES = 12
_LOOKS = re.compile("考察|学习")
_CHECKS = re.compile("调研|检查|督导|督查|视察|巡查|巡视|暗访|指导")


def to_event(draft: Draft, annotated: Annotated, placer: Placer, drafts: Sequence[Draft]) -> Event | None:
    """Return the draft as a fact."""
    if not draft.topic or not draft.spans or _is_of_nobody(draft, annotated):
        return None
    bodies = {p.name: t.body.removesuffix("党组") for t in reversed(annotated.titles) for p in t.persons}
    if draft.kind == "inspection" and _is_guest(draft, bodies, annotated):
        draft.kind = "visit"
    left_out = set(draft.sites) | (draft.lesser_bodies() if draft.kind == "investigation" else set())
    participants = tuple(Participant(name, role) for name, role in draft.roles.items() if name not in left_out)
    evidence = [piece for start, end in _widest(draft.spans) for piece in cite(annotated.article, start, end)]
    event = Event(
        kind=draft.kind,
        start=draft.when.begin,
        end=None if draft.kind == "campaign" and draft.when.finish == draft.when.begin else draft.when.finish,
        participants=participants,
        places=tuple(placer.places_of(draft, drafts)),
        sites=tuple(draft.sites),
        topic=draft.topic,
        modality=draft.modality,
        evidence=tuple(evidence),
        confidence=round(draft.confidence, 3),
    )
    group = find_delegation(draft, annotated.article.full.text, bodies, annotated.article.meta.place)
    if group is None:
        return event
    return replace(event, delegation=group, participants=without_group(participants, group))


def _is_guest(draft: Draft, bodies: dict[str, str], annotated: Annotated) -> bool:
    """Say whether those who look around (考察) are from another place than the one they came to."""
    leader = next((name for name in draft.roles if name in bodies and draft.roles[name] == "leader"), "")
    told = annotated.article.full.text[slice(*draft.spans[0])]
    looks = _LOOKS.search(told) is not None and _CHECKS.search(told) is None
    return looks and lies_elsewhere(draft.places, place_of_name(bodies.get(leader, "")))


def _is_of_nobody(draft: Draft, annotated: Annotated) -> bool:
    """Say whether an inspection is that of ordinary people (a doctor's 检查)."""
    if draft.kind != "inspection" or draft.bodies or not draft.persons():
        return False
    titled = {person.name for title in annotated.titles for person in title.persons}
    plain = {m.name for m in annotated.persons if m.how in {"villager", "role"}} - titled
    return draft.persons() <= plain


def _widest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that no other holds, in order, and no more than a reader will look at."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept[:_PASSAGES]

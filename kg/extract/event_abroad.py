"""Travels abroad: whoever is called on there receives, and what goes on there takes place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.country import countries
from kg.division import named
from kg.extract.event_drafts import same_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.division import Division
    from kg.extract.event_drafts import Draft

_HOME = {"中国", "中华人民共和国", "香港特别行政区", "澳门特别行政区", "香港", "澳门", "台湾"}
_THERE = {"talks", "meeting", "ceremony", "signing", "inspection", "activity", "lecture"}


def settle_abroad(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Take a draft told after a visit abroad, by the people who went, as a part of that visit."""
    visit = next((d for d in reversed(drafts) if d.kind == "visit" and _is_abroad(d)), None)
    if visit is None or draft is visit or draft.kind not in _THERE:
        return
    guests = same_names(draft.persons(), visit.persons())
    if not guests:
        return
    if not draft.places and len(visit.places) == 1:
        draft.places = list(visit.places)
    if draft.kind == "talks" and draft.persons() - guests:
        for name in draft.roles:
            draft.roles[name] = "participant" if name in guests else "host"


def lies_elsewhere(places: Sequence[str], own: str | None) -> bool:
    """Say whether all places are known divisions and none is, or lies in, `own`: who looks around there is a guest."""
    if not own or not places or not named(own):
        return False
    return all(named(place) and not any(_within(one, own) for one in named(place)) for place in places)


def _within(division: Division, own: str) -> bool:
    return own in {division.name, division.prefecture, division.province}


def _is_abroad(draft: Draft) -> bool:
    return bool(draft.places) and all(place in countries() and place not in _HOME for place in draft.places)

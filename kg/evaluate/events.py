"""Events: aligned by what they share, counted slot by slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kg.evaluate.likeness import ALIKE, Json, bare, overlap, plain, same, same_site, spellings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluate.tallies import Tally

_SLOT_LISTS = {"participant": "participants", "place": "places", "site": "sites"}


class Slot(NamedTuple):
    """One thing that an event says."""

    name: str
    value: Any
    role: Any
    optional: bool


def event_slots(fact: Json) -> list[Slot]:
    """List an event's slots: its kind, dates, participants with roles, places and sites."""
    skip = set(fact.get("optional_slots", []))
    slots = [Slot("kind", fact.get("kind"), None, "kind" in skip)]
    slots += [Slot(key, fact[key], None, key in skip) for key in ("start", "end") if fact.get(key)]
    slots += [
        Slot("participant", one["name"], one.get("role"), bool(one.get("optional")) or "participants" in skip)
        for one in fact.get("participants", [])
    ]
    for key in ("places", "sites"):
        for value in fact.get(key, []):
            loose = isinstance(value, dict)
            optional = key in skip or (loose and bool(value.get("optional")))
            slots.append(Slot(key[:-1], value["name"] if loose else value, None, optional))
    return slots


def same_slot(gold: Slot, found: Slot) -> bool:
    """Say whether two slots say the same."""
    if gold.name != found.name:
        return False
    if gold.name == "site":
        return same_site(gold.value, found.value)
    return same(gold.value, found.value) and (gold.role is None or same(gold.role, found.role))


def event_likeness(gold: Json, found: Json) -> float:
    """Score two events by the slots they share, people in any role, the wording of the topic and the kind."""
    theirs, ours = event_slots(gold), event_slots(found)
    shared = sum(any(same_slot(one, other) for other in ours) for one in theirs if one.name != "kind")
    loose = sum(
        any(one.name == other.name and same(one.value, other.value) for other in ours)
        for one in theirs
        if one.name == "participant"
    )
    topics = gold["topic"] if isinstance(gold.get("topic"), list) else [gold.get("topic") or ""]
    about = max((overlap(one, found["topic"]) for one in topics), default=0.0) if _have_topics(topics, found) else 0.0
    kind = same(gold["kind"], found.get("kind"))
    if not shared and not loose and not (kind and about >= ALIKE):
        return 0.0
    return (shared + 0.5 * loose + 0.4 * about) * (1.5 if kind else 1.0)


def _have_topics(topics: list[Any], found: Json) -> bool:
    return bool(found.get("topic")) and any(topics)


def _excused_place(slot: Slot, gold: Json, seat: object) -> bool:
    """Say whether an unlisted place is the paper's own seat, or the area that one of the event's venues lies in."""
    if slot.name != "place":
        return False
    venues = [
        plain(one)
        for site in gold.get("sites", [])
        for one in spellings(site["name"] if isinstance(site, dict) else site)
    ]
    return same(seat, slot.value) or any(bare(plain(slot.value)) in venue for venue in venues)


def count_slots(
    tally: Tally,
    pairs: Sequence[tuple[Json, Json]],
    gold: Sequence[Json],
    found: Sequence[Json],
    label: str,
    *,
    seat: object,
) -> None:
    """Count slots over aligned events; unaligned events count with all their slots."""
    partner = {id(g): f for g, f in pairs}
    for one in gold:
        if one.get("optional"):
            continue
        left = event_slots(partner[id(one)]) if id(one) in partner else []
        _count_wanted(tally, one, left, label)
        excused = set(one.get("optional_slots", []))
        for slot in left:
            key = _SLOT_LISTS.get(slot.name, slot.name)
            if key not in excused and not _excused_place(slot, one, seat):
                tally.found += 1
                tally.misses.append(f"{label} wrong slot {tuple(slot)[:3]} of {one['kind']} {one.get('topic', '')}")
    taken = {id(f) for _, f in pairs}
    tally.found += sum(len(event_slots(one)) for one in found if id(one) not in taken)


def _count_wanted(tally: Tally, gold: Json, left: list[Slot], label: str) -> None:
    """Count gold's slots and take what matches them out of `left`."""
    for slot in event_slots(gold):
        match = next((one for one in left if same_slot(slot, one)), None)
        if match:
            left.remove(match)
        if slot.optional:
            continue
        tally.gold += 1
        tally.hit += match is not None
        tally.found += match is not None
        if match is None:
            tally.misses.append(f"{label} missing slot {tuple(slot)[:3]} of {gold['kind']} {gold.get('topic', '')}")

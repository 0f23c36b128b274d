"""The attributes of paired facts that gold decides: status, dates, comparator, change, about, kind, organizers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.likeness import ALIKE, Json, as_list, overlap, same, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.evaluate.tallies import Tally


def count_details(tally: Tally, pairs: Sequence[tuple[Json, Json]], label: str) -> None:
    """Count the right attributes of all pairs that are not optional."""
    for gold, found in pairs:
        if gold.get("optional"):
            continue
        for key, right in _detail_slots(gold, found):
            tally.gold += 1
            tally.found += 1
            tally.hit += right
            if not right:
                tally.misses.append(f"{label} {key} should be {gold.get(key)} in {show(found)}")


def _detail_slots(gold: Json, found: Json) -> list[tuple[str, bool]]:
    match gold["type"]:
        case "tenure":
            slots = [("status", same(gold.get("status", "holds"), found.get("status", "holds"))), *_date(gold, found)]
        case "measurement":
            slots = _measurement_slots(gold, found)
        case "programme":
            slots = _programme_slots(gold, found)
        case "event":
            slots = [("modality", (found.get("modality") or None) == (gold.get("modality") or None))]
        case _:
            slots = []
    skip = set(gold.get("optional_slots", []))
    return [(key, right) for key, right in slots if key not in skip]


def _date(gold: Json, found: Json) -> list[tuple[str, bool]]:
    return [("date", same(gold["date"], found.get("date")))] if gold.get("date") else []


def _measurement_slots(gold: Json, found: Json) -> list[tuple[str, bool]]:
    slots = []
    for key in ("comparator", "change"):
        wanted = [one or None for one in as_list(gold.get(key))]
        slots.append((key, (found.get(key) or None) in wanted))
    slots += _date(gold, found)
    if gold.get("about"):
        about = found.get("about") or ""
        alike = any(overlap(one, about) >= ALIKE for one in as_list(gold["about"]) if isinstance(one, str))
        slots.append(("about", alike))
    return slots


def _programme_slots(gold: Json, found: Json) -> list[tuple[str, bool]]:
    slots = [("kind", same(gold.get("kind"), found.get("kind")))]
    if gold.get("start"):
        slots.append(("start", same(gold["start"], found.get("start"))))
    if gold.get("organizers"):
        theirs = as_list(found.get("organizers"))
        wanted = [one["name"] if isinstance(one, dict) else one for one in gold["organizers"]]
        slots.append(("organizers", any(same(one, other) for one in wanted for other in theirs)))
    return slots

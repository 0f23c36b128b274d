"""Which events of different articles are one happening: only where kind, day, people and matter agree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from kg.assemble.days import exact
from kg.dates import PartialDate
from kg.repair import simplified
from kg.vocabulary import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.fact import Event
    from kg.record import Record

# In these kinds the same people on the same day may well meet twice over: the matter must agree too.
_REPEATABLE = frozenset({"meeting", "activity", "ceremony", "lecture", "training", "recognition", "publication"})
_ALIKE = 0.6
_COMPANY = 2
_TELLING = 6


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one article tells it, with what its names denote."""

    key: str
    record: Record
    fact: Event
    actors: tuple[str, ...]
    areas: frozenset[str]
    sites: frozenset[str]


def happenings(told: Sequence[Told]) -> list[list[Told]]:
    """Return the events grouped by happening, each group and all of them in order of key."""
    groups = {one.key: [one] for one in told}
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in told:
        day = exact(one.fact.start)
        if day:
            blocks[one.fact.kind, day, one.fact.modality or ""].append(one)
    for block in blocks.values():
        block.sort(key=lambda one: one.key)
        for one, other in combinations(block, 2):
            if _same(one, other):
                _join(groups, one, other)
    unique = {id(group): group for group in groups.values()}
    return sorted((sorted(group, key=lambda one: one.key) for group in unique.values()), key=lambda group: group[0].key)


def _join(groups: dict[str, list[Told]], one: Told, other: Told) -> None:
    first, second = groups[one.key], groups[other.key]
    # What one article tells apart stays apart.
    if first is second or {x.record.id for x in first} & {x.record.id for x in second}:
        return
    first += second
    for moved in second:
        groups[moved.key] = first


def _same(one: Told, other: Told) -> bool:
    if one.record.id == other.record.id or not _ends_agree(one.fact, other.fact) or _places_differ(one, other):
        return False
    first, second = set(one.actors), set(other.actors)
    if one.fact.kind == EventKind.TALKS:
        # A host receives many in a day: both sides must agree, and nobody be there who is not in the longer account.
        return min(len(first), len(second)) >= _COMPANY and (first <= second or second <= first)
    alike = alikeness(_matter(one), _matter(other)) >= _ALIKE
    if one.fact.kind in _REPEATABLE:
        # 欢迎仪式 alone says nothing of which: then more than one of those who were there must be the same.
        telling = min(len(_matter(one)), len(_matter(other))) >= _TELLING
        return alike and len(first & second) >= (1 if telling else _COMPANY)
    certain = len(first & second) >= _COMPANY or bool(one.areas & other.areas or one.sites & other.sites)
    return certain and bool(first & second) and (alike or first == second)


def _matter(told: Told) -> str:
    """Return the topic without the names of who was there, which say nothing of what it was about."""
    topic = simplified(told.fact.topic)
    for one in told.fact.participants:
        topic = topic.replace(simplified(one.name), "")
    return topic


def _ends_agree(one: Event, other: Event) -> bool:
    return one.end is None or other.end is None or PartialDate.parse(one.end) == PartialDate.parse(other.end)


def _places_differ(one: Told, other: Told) -> bool:
    return bool(one.areas and other.areas and not one.areas & other.areas)


def alikeness(one: str, other: str) -> float:
    """Return the share of pairs of neighbouring characters that the shorter text has in common with the other."""
    first, second = _pairs(one), _pairs(other)
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else float(one == other)


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in _neighbours(text)}


def _neighbours(text: str) -> Iterable[tuple[str, str]]:
    return pairwise(text)

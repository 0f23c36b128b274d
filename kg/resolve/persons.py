"""Persons: the mentions of one name fall into as many persons as offices, bodies, places and company demand.

Never by the name alone; 陳 and 陈 are one name. Within an article one name is one person. Across articles two mentions
are one person where they share an office, a body, the leadership of one place, or a home or workplace; a mention that
has nothing of the kind joins the one person of that name who fits its paper's place or its company, if there is
exactly one. What people have judged comes first. Decisions are taken in an order that depends on nothing but what
they are about.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from kg.ids import entity_id
from kg.judgement import Judgement, Verdict
from kg.repair import simplified
from kg.resolution import Entity, Key
from kg.resolve.clusters import Clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FEW = 200
_COMPANY = 2


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that tells a person from others of the same name."""

    kind: str
    what: str
    id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one article, with what the article says of the person."""

    name: str
    article: str
    offset: int
    traits: frozenset[Trait]
    areas: frozenset[str]
    """Codes of the divisions of the person's offices, and of what lies above these."""
    company: frozenset[str]
    seat: str | None
    source: str | None

    @property
    def key(self) -> Key:
        """Return what identifies the mention; the smallest of a cluster gives a person's id."""
        return self.article, self.offset, self.name


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons by id, the mentions each rests on, and how it was decided."""

    entities: dict[str, Entity]
    mentions: dict[str, tuple[Key, ...]]
    decisions: tuple[Judgement, ...]

    def of(self) -> dict[tuple[str, str], str]:
        """Return person ids by article and name."""
        return {(key[0], key[2]): person for person, keys in self.mentions.items() for key in keys}


@dataclass(slots=True)
class _Group:
    """The mentions of one person so far."""

    mentions: list[Mention]
    areas: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    sources: set[str | None] = field(default_factory=set)

    @staticmethod
    def of(mentions: list[Mention]) -> _Group:
        group = _Group(sorted(mentions, key=lambda one: one.key))
        for one in mentions:
            group.areas |= one.areas
            group.company |= one.company
            group.sources.add(one.source)
        return group


def own_id(key: Key) -> str:
    """Return the id of the person whose smallest mention this is: a hash of the name and of where it stands."""
    return entity_id("Person", key[2], key[0], key[1])


def resolve_persons(
    mentions: Sequence[Mention],
    judgements: Iterable[Judgement] = (),
    before: Mapping[str, tuple[Key, ...]] | None = None,
) -> Persons:
    """Return who is who; `before` are the persons of the last build, whose ids are kept as former ones."""
    by_key = {one.key: one for one in mentions}
    judged = [one for one in judgements if one.first.startswith("person/") and one.second.startswith("person/")]
    pairs = _judged_pairs(judged, by_key, before or {})
    clusters: Clusters[Key] = Clusters(pair for pair, verdict in pairs if verdict is Verdict.DIFFERENT)
    for key in sorted(by_key):
        clusters.add(key)
    for (one, other), verdict in pairs:
        if verdict is Verdict.SAME:
            clusters.join(one, other)
    decisions: list[Judgement] = []
    for _, block in sorted(_blocks(mentions).items()):
        decisions += _resolve_name(block, clusters)
    return _persons(clusters, by_key, before or {}, decisions)


def _blocks(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        blocks[simplified(one.name)].append(one)
    return blocks


def _judged_pairs(
    judged: Sequence[Judgement], by_key: Mapping[Key, Mention], before: Mapping[str, tuple[Key, ...]]
) -> list[tuple[tuple[Key, Key], Verdict]]:
    if not judged:
        return []
    known = {own_id(key): key for key in by_key}
    for person, keys in before.items():
        left = next((key for key in keys if key in by_key), None)
        if left and person not in known:
            known[person] = left
    return [
        ((known[one.first], known[one.second]), one.verdict)
        for one in judged
        if one.first in known and one.second in known
    ]


def _resolve_name(block: list[Mention], clusters: Clusters[Key]) -> list[Judgement]:
    block.sort(key=lambda one: one.key)
    decisions = []
    for trait, one, other in _shared_traits(block):
        if clusters.join(one.key, other.key):
            reason = f"same {trait.kind}: {trait.what}"
            decisions.append(_same(one, other, reason, trait.confidence))
    decisions += _join_by_company(block, clusters)
    return decisions + _unsure(block, clusters)


def _shared_traits(block: Sequence[Mention]) -> list[tuple[Trait, Mention, Mention]]:
    bearers: dict[Trait, list[Mention]] = defaultdict(list)
    for one in block:
        for trait in one.traits:
            bearers[trait].append(one)
    shared = [
        (trait, one, other)
        for trait, those in bearers.items()
        for one, other in (combinations(those, 2) if len(those) <= _COMPANY + 1 else pairwise(those))
    ]
    return sorted(shared, key=lambda row: (-row[0].confidence, row[1].key, row[2].key, row[0].kind, row[0].id))


def _same(one: Mention, other: Mention, reason: str, confidence: float) -> Judgement:
    return Judgement.about(
        own_id(one.key), own_id(other.key), Verdict.SAME, (f"name {one.name}", reason), confidence=confidence
    )


def _groups(block: Sequence[Mention], clusters: Clusters[Key]) -> list[_Group]:
    found: dict[Key, list[Mention]] = defaultdict(list)
    for one in block:
        found[clusters.root(one.key)].append(one)
    return sorted((_Group.of(those) for those in found.values()), key=lambda group: group.mentions[0].key)


def _join_by_company(block: Sequence[Mention], clusters: Clusters[Key]) -> list[Judgement]:
    groups = _groups(block, clusters)
    known = [group for group in groups if any(one.traits for one in group.mentions)]
    weak = [group for group in groups if not any(one.traits for one in group.mentions)]
    decisions = []
    left = []
    for group in weak:
        fits = [(other, reason) for other in known if (reason := _fits(group, other))]
        if len(fits) == 1:
            one, other = group.mentions[0], fits[0][0].mentions[0]
            if clusters.join(one.key, other.key):
                decisions.append(_same(one, other, fits[0][1], 0.75))
                continue
        left.append(group)
    if len(left) <= _FEW:
        for first, second in combinations(left, 2):
            if len(first.company & second.company) >= _COMPANY and first.sources == second.sources:
                one, other = first.mentions[0], second.mentions[0]
                if clusters.join(one.key, other.key):
                    decisions.append(_same(one, other, "same company in the same paper", 0.7))
    return decisions


def _fits(weak: _Group, known: _Group) -> str | None:
    """Return why a mention without office or home may be the known person, if it may."""
    shared = sorted(weak.company & known.company)
    if len(shared) >= _COMPANY:
        return f"same company: {'、'.join(shared[:3])}"
    seats = {one.seat for one in weak.mentions}
    if None not in seats and seats <= known.areas:
        return "an office in the paper's place"
    if seats == {None} and not known.areas and weak.sources <= known.sources:
        return "an office of the whole country, in the same national source"
    return None


def _unsure(block: Sequence[Mention], clusters: Clusters[Key]) -> list[Judgement]:
    groups = _groups(block, clusters)
    return [
        Judgement.about(
            own_id(one.mentions[0].key),
            own_id(other.mentions[0].key),
            Verdict.UNSURE,
            (f"name {one.mentions[0].name}", "no office, body, place or company in common"),
            confidence=0.5,
        )
        for one, other in pairwise(groups)
    ]


def _persons(
    clusters: Clusters[Key],
    by_key: Mapping[Key, Mention],
    before: Mapping[str, tuple[Key, ...]],
    decisions: list[Judgement],
) -> Persons:
    mentions = {}
    entities = {}
    for members in clusters.members():
        keys = tuple(sorted(key for key in members if key in by_key))
        if keys:
            mentions[own_id(keys[0])] = keys
    former = _former(mentions, before)
    for person, keys in sorted(mentions.items()):
        names = sorted({key[2] for key in keys})
        entities[person] = Entity("Person", person, keys[0][2], tuple(names), tuple(sorted(former.get(person, ()))))
    return Persons(entities, dict(sorted(mentions.items())), tuple(sorted(decisions)))


def _former(now: Mapping[str, tuple[Key, ...]], before: Mapping[str, tuple[Key, ...]]) -> dict[str, set[str]]:
    holder = {key: person for person, keys in now.items() for key in keys}
    out: dict[str, set[str]] = defaultdict(set)
    for person, keys in before.items():
        heirs = [holder[key] for key in keys if key in holder]
        if person not in now and heirs:
            out[heirs[0]].add(person)
    return out

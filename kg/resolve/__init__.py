"""Stage: resolve. Names in records become entities: places valid on the day, bodies, persons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from kg.judgement import Judgement, Verdict
from kg.resolution import Bond, Denoted, Entity, Key, Resolution
from kg.resolve.bodies import Bodies
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Lore, mentions_of
from kg.resolve.names import Names, find_names, is_body, is_person
from kg.resolve.persons import Mention, resolve_persons
from kg.resolve.places import Ground, Places, countries, find_division, points

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.record import Record

_SHORTEST = 2
Before: TypeAlias = "Mapping[str, tuple[Key, ...]]"


def resolve(
    records: Iterable[Record], judgements: Iterable[Judgement] = (), before: Before | None = None
) -> Resolution:
    """Return what the names of all records denote.

    `judgements` are people's, which outrank the rules'; `before` are the persons of the last build with their
    mentions, whose ids live on as former ids.
    """
    judgements = tuple(judgements)
    places = Places()
    bodies = Bodies(places)
    denoted: dict[str, Denoted] = {}
    offsets: dict[str, dict[str, int]] = {}
    records = tuple(records) if isinstance(records, Iterator) else records
    for record in records:
        denoted[record.id], offsets[record.id] = _denote(record, find_names(record), places, bodies)
    lore = Lore(bodies, places)
    lore.settle()
    mentions: list[Mention] = []
    for record in records:
        mentions += mentions_of(record, denoted[record.id], offsets[record.id], lore)
    persons = resolve_persons(mentions, judgements, before)
    for (article, name), person in persons.of().items():
        denoted[article].persons[name] = person
    entities = {one.id: one for one in (*places.close(), *bodies.close(), *persons.entities.values())}
    bonds = {*places.bonds, *bodies.bonds, *bodies.departments()}
    resolution = Resolution(entities, tuple(sorted(bonds)), denoted, persons.decisions, persons.mentions)
    return _judged(resolution, judgements)


def _denote(record: Record, names: Names, places: Places, bodies: Bodies) -> tuple[Denoted, dict[str, int]]:
    known = {*names.places, *names.runners, *names.homes, *names.about, *names.sites}
    ground = places.ground(record.id, record.meta.published, record.meta.place, known)
    out = Denoted(seat=places.division(ground.seat, ground) if ground.seat else None)
    persons = dict(names.persons)
    for name in sorted(name for name in names.places | names.homes if not points(name)):
        out.places[name] = places.denote(_in_full(name, known), ground)
    for site, area in sorted((site, area) for site, area in names.sites.items() if not points(site)):
        out.places[site] = places.denote(_in_full(site, known), ground, out.places.get(area) if area else None)
    for name in sorted(names.bodies):
        out.bodies[name] = bodies.denote(name, ground)
    for name in sorted({*names.runners, *names.workplaces, *names.about}):
        _denote_mixed(name, ground, names, (places, bodies), out)
    for name, at in sorted(names.mixed.items()):
        if name in persons or (name not in names.bodies and not _is_place(name, ground) and is_person(name)):
            persons[name] = min(at, persons.get(name, at))
        elif name not in names.programmes:
            out.bodies[name] = bodies.denote(name, ground)
    return out, persons


def _denote_mixed(name: str, ground: Ground, names: Names, known: tuple[Places, Bodies], out: Denoted) -> None:
    """Settle a name that may be a division or a body; what is neither is left to what else an article knows."""
    places, bodies = known
    stands_for_a_body = name in names.runners or name in names.workplaces
    if name in out.bodies or (not stands_for_a_body and (name in names.persons or name in names.programmes)):
        return
    if _is_place(name, ground):
        out.places[name] = places.denote(name, ground)
    elif stands_for_a_body or is_body(name):
        out.bodies[name] = bodies.denote(name, ground)


def _in_full(name: str, known: set[str]) -> str:
    """Return the one longer name that an article uses for the same place: 汉滨区香溪路社区 for 香溪路社区."""
    longer = [other for other in known if other != name and other.endswith(name)]
    return longer[0] if len(longer) == 1 and len(name) > _SHORTEST else name


def _is_place(name: str, ground: Ground) -> bool:
    return find_division(name, ground) is not None or name in countries()


def _judged(resolution: Resolution, judgements: tuple[Judgement, ...]) -> Resolution:
    """Make one of bodies or places that people have judged to be the same; persons are judged before."""
    clusters: Clusters[str] = Clusters()
    for one in judgements:
        pair = one.first, one.second
        if one.verdict is Verdict.SAME and all(node in resolution.entities for node in pair):
            clusters.join(*pair)
    alias = {node: min(those) for those in clusters.members() for node in those if node != min(those)}
    if not alias:
        return resolution
    entities = {node: one for node, one in resolution.entities.items() if node not in alias}
    for gone, kept in sorted(alias.items()):
        entities[kept] = _merged(entities[kept], resolution.entities[gone])
    bonds = {Bond(b.type, alias.get(b.source, b.source), alias.get(b.target, b.target)) for b in resolution.bonds}
    denoted = {
        article: Denoted(
            one.persons,
            {name: alias.get(node, node) for name, node in one.bodies.items()},
            {name: alias.get(node, node) for name, node in one.places.items()},
            alias.get(one.seat or "", one.seat),
        )
        for article, one in resolution.denoted.items()
    }
    sound = tuple(sorted(bond for bond in bonds if bond.source != bond.target))
    return Resolution(entities, sound, denoted, resolution.decisions, resolution.mentions)


def _merged(kept: Entity, gone: Entity) -> Entity:
    names = tuple(sorted({*kept.names, *gone.names, gone.name}))
    former = tuple(sorted({*kept.former_ids, *gone.former_ids, gone.id}))
    return Entity(kept.label, kept.id, kept.name, names, former, kept.props)

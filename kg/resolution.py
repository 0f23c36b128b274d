"""Who is who: the entities that names denote, article by article, and the decisions that led there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kg.entity import Value
    from kg.judgement import Judgement

Key: TypeAlias = tuple[str, int, str]
"""A mention of a person: article, offset, name. Its own id is the id of a person who rests on it alone or first."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something in the world with an id: a person, a body or a place; `props` are those of its label alone."""

    label: str
    id: str
    name: str
    names: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    props: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """A standing relation of two entities: PART_OF, IN_PLACE, SUCCEEDED_BY."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Denoted:
    """What the names of one article denote: name to entity id, apart for persons, bodies and places.

    `seat` is the place of the paper.
    """

    persons: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """All entities by id, their bonds, what each article's names denote, the rules' decisions.

    `mentions` gives for each person the mentions it rests on, the smallest first.
    """

    entities: dict[str, Entity]
    bonds: tuple[Bond, ...]
    denoted: dict[str, Denoted]
    decisions: tuple[Judgement, ...] = ()
    mentions: dict[str, tuple[Key, ...]] = field(default_factory=dict)

"""Where persons belong by their offices: what tells the two sides of talks apart, and guests from locals."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.fact import Tenure
    from kg.record import Record
    from kg.resolution import Resolution


class Whereabouts:
    """The places of persons' offices, article by article: a person may serve elsewhere next year."""

    def __init__(self, resolution: Resolution) -> None:
        """Read the bonds between bodies and places."""
        self._resolution = resolution
        self._around: dict[str, str] = {}
        self._place_of: dict[str, str] = {}
        for bond in resolution.bonds:
            if bond.type == "IN_PLACE":
                self._place_of[bond.source] = bond.target
            elif bond.type == "PART_OF" and bond.source.startswith("place/"):
                self._around[bond.source] = bond.target
        self._bodies: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, record: Record, fact: Tenure) -> None:
        """Take note of an office."""
        denoted = self._resolution.denoted[record.id]
        self._bodies[denoted.persons[fact.person], record.id].add(denoted.bodies[fact.organization])

    def chain(self, place: str) -> list[str]:
        """Return a place and the divisions around it, the innermost first."""
        out = [place]
        while (outer := self._around.get(out[-1])) and outer not in out:
            out.append(outer)
        return out

    def belongs(self, person: str, article: str, place: str) -> bool:
        """Say whether an office of the person lies in the place, by what the article says."""
        homes = (self._place_of.get(body) for body in self._bodies.get((person, article), ()))
        return any(place in self.chain(home) for home in homes if home)

    def sides(self, person: str, article: str) -> set[str]:
        """Return on whose side a person stands by an article: the bodies held office in, and the places of these."""
        bodies = self._bodies.get((person, article), set())
        return bodies | {place for body in bodies if (place := self._place_of.get(body))}

    def same_side(self, one: str, other: str, article: str) -> bool:
        """Say whether an article gives two persons offices in one body or place."""
        return bool(self.sides(one, article) & self.sides(other, article))

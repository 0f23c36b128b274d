"""Where persons belong by their offices: what tells the two sides of talks apart, and guests from locals."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.fact import Tenure
    from kg.record import Record
    from kg.resolution import Resolution

_OF_THEIR_OWN = frozenset({"enterprise", "school", "hospital", "institute", "association", "media", "international"})
_CHINA = "中国"
_CENTRE = "centre"


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
        self._ever: dict[str, set[str]] = defaultdict(set)

    def add(self, record: Record, fact: Tenure) -> None:
        """Take note of an office."""
        denoted = self._resolution.denoted[record.id]
        person, body = denoted.persons[fact.person], denoted.bodies[fact.organization]
        self._bodies[person, record.id].add(body)
        self._ever[person].add(body)

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

    def same_side(self, one: str, other: str, article: str) -> bool | None:
        """Say whether two persons stand on one side by their offices; None where an office is not known."""
        first, second = self._homes(one, article), self._homes(other, article)
        if not first or not second:
            return None
        # A city's mayor who comes along with his governor stands on the governor's side.
        return bool(first & self._around_all(second) or second & self._around_all(first))

    def _homes(self, person: str, article: str) -> set[str]:
        """Return whom a person stands for: a country, a division, an enterprise or the like, or the centre."""
        bodies = self._bodies.get((person, article)) or self._ever.get(person, set())
        return {self._home(body) for body in bodies}

    def _home(self, body: str) -> str:
        if self._resolution.entities[body].props.get("kind") in _OF_THEIR_OWN:
            return body
        home = self._place_of.get(body)
        return _CENTRE if home is None or self._resolution.entities[home].name == _CHINA else home

    def _around_all(self, homes: set[str]) -> set[str]:
        return {place for home in homes for place in self.chain(home)}

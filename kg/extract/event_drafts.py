"""Drafts: events while they are still being put together from several sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

# A stronger part is not lost when the same person is named again in a weaker one.
_STRENGTH = {
    "": -1,
    "participant": 0,
    "organizer": 1,
    "leader": 2,
    "speaker": 3,
    "recipient": 4,
    "subject": 5,
    "host": 6,
}


def same_names(left: set[str], right: set[str]) -> set[str]:
    """Return the names of `left` that `right` has too, whole or as a part of a longer one (卢卡申科)."""
    parts = {part for name in right if "·" in name for part in _parts(name)}
    return {name for name in left if name in right or name in parts or ("·" in name and _parts(name) & right)}


def _parts(name: str) -> set[str]:
    return set(name.split("·"))


@dataclass(slots=True)
class When:
    """The time of a draft as ISO prefixes; `told`: its own sentence names it; `open`: it goes on from `begin`."""

    begin: str | None = None
    finish: str | None = None
    told: bool = False
    open: bool = False


def _is_nearer(when: When, known: When) -> bool:
    """Say whether `when` tells the day of a time known by its month."""
    begin, month = when.begin or "", known.begin or ""
    return len(begin) > len(month) > len("2021") and begin.startswith(month)


@dataclass(slots=True)
class Draft:
    """An event in the making; ranges count in the article's full text."""

    kind: str
    topic: str
    when: When
    confidence: float
    weak: bool = False
    modality: str | None = None
    roles: dict[str, str] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    outside: set[str] = field(default_factory=set)
    """Those who take part but did not come with the group: local hosts who 陪同 or 汇报."""
    sentence: int = -1

    def give(self, name: str, role: str) -> None:
        """Let `name` take part as `role`, unless it already has a stronger part."""
        if role and _STRENGTH[role] > _STRENGTH[self.roles.get(name, "")]:
            self.roles[name] = role

    def persons(self) -> set[str]:
        """Return the named people in it."""
        return self.roles.keys() - self.bodies

    def acting(self) -> set[str]:
        """Return the people who make it happen."""
        return {n for n, role in self.roles.items() if role in {"leader", "host", "speaker"} and n not in self.bodies}

    def lesser_bodies(self) -> set[str]:
        """Return the bodies that stand within the name of another one here (国家监委 in 中央纪委国家监委)."""
        return {name for name in self.bodies if any(name != other and name in other for other in self.bodies)}

    def absorb(self, other: Draft, *, headline: bool = False) -> None:
        """Take in what `other` tells of the same happening; a headline lends its evidence and nothing else."""
        self.spans += [span for span in other.spans if span not in self.spans]
        if headline:
            return
        for name, role in other.roles.items():
            known = next((mine for mine in self.roles if "·" in mine and name in _parts(mine)), name)
            if not (other.weak and self.roles.get(known) in {"leader", "speaker", "recipient"}):
                self.give(known, role)
        self.bodies |= other.bodies
        self.places += [place for place in other.places if place not in self.places]
        self.sites += [site for site in other.sites if site not in self.sites]
        if other.when.told and (not self.when.told or _is_nearer(other.when, self.when)):
            self.when = other.when
        if len(other.topic) > len(self.topic) and self.weak:
            self.topic = other.topic
        self.weak = self.weak and other.weak
        self.outside |= other.outside
        self.confidence = max(self.confidence, other.confidence)

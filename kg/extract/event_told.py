"""What a sentence told, and what it is read with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.values import value

if TYPE_CHECKING:
    import re

    from kg.extract.event_drafts import Draft, When
    from kg.extract.event_grammar import Trigger
    from kg.extract.outlines import Outline


@value
class Found:
    """A trigger found: where its verb and its whole form stand in the outline."""

    start: int
    end: int
    whole: int
    trigger: Trigger
    match: re.Match[str]

    @property
    def base(self) -> int:
        """Return where the sentence that was matched starts."""
        return self.whole - self.match.end()


@dataclass(slots=True)
class Told:
    """What a sentence told: drafts in order, and parts for an earlier happening (kind None: the last one)."""

    drafts: list[Draft] = field(default_factory=list)
    parts: list[tuple[str | None, str, str, str]] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    sites: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    group: bool = False
    speech: bool = False
    rejected: list[tuple[str, int, int]] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    organizers: list[str] = field(default_factory=list)
    receiving: list[str] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    when: When | None = None


@value
class Telling:
    """The sentence `[start, end)` of an outline with the triggers found in it and the draft of each."""

    outline: Outline
    full: str
    start: int
    end: int
    found: list[Found]
    told: Told

    @property
    def text(self) -> str:
        """Return the outline's text."""
        return self.outline.text

"""The fixture graph told on, topic by topic, until every question has an answer; and ways to ask each that give rows.

A topic's module has `tell(story)`, which adds rows in the order of `TOPICS`, and `CASES`: (question, parameters).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import LINKS, NODES, TEXTS
from tests.unit.queries.stories import (
    bodies,
    careers,
    delegations,
    meetings,
    numbers,
    places,
    programmes,
    quality,
    sources,
)
from tests.unit.storyteller import Story

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = (careers, bodies, delegations, meetings, programmes, numbers, places, sources, quality)
CASES: tuple[tuple[str, dict[str, str]], ...] = tuple(case for topic in TOPICS for case in topic.CASES)


def whole_story() -> Story:
    """Return the fixture graph with what every topic tells."""
    story = Story(NODES, LINKS)
    story.texts |= TEXTS
    for topic in TOPICS:
        topic.tell(story)
    return story


def write_rows(folder: Path) -> Path:
    """Write the rows of the whole story as a generation folder holds them."""
    return whole_story().write(folder)

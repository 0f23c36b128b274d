"""The questions by topic: what each asks, takes and answers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from queries.topics import bodies, careers, delegations, meetings, numbers, places, programmes, quality, sources

if TYPE_CHECKING:
    from queries.question import Question, Topic

_TOPICS = (careers, bodies, delegations, meetings, programmes, numbers, places, sources, quality)


@cache
def catalogue() -> tuple[Question, ...]:
    """Return the questions in the order in which they are listed: by topic."""
    return tuple(question for topic in _TOPICS for question in topic.QUESTIONS)


def topics() -> tuple[Topic, ...]:
    """Return the topics in the order in which they are listed."""
    return tuple(topic.TOPIC for topic in _TOPICS if topic.QUESTIONS)

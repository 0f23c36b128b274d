"""Named questions and what answers them: one text in Cypher and one in SPARQL each, with the same rows."""

from __future__ import annotations

from queries.catalogue import catalogue, topics
from queries.names import AmbiguousNameError, Candidate, candidates, find_one
from queries.question import Answer, Column, Kind, Parameter, Question, Topic
from queries.runner import ask, get, run

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Candidate",
    "Column",
    "Kind",
    "Parameter",
    "Question",
    "Topic",
    "ask",
    "candidates",
    "catalogue",
    "find_one",
    "get",
    "run",
    "topics",
]

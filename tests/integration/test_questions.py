"""Every named question on ArcadeDB, Neo4j and pyoxigraph: one answer, and an answer that has rows."""

from __future__ import annotations

from typing import Any

import pytest

import queries
from tests.unit.queries.stories import CASES

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(("name", "params"), CASES)
def test_three_engines_give_the_same_rows(stores: dict[str, Any], name: str, params: dict[str, str]) -> None:
    """A question is one question, together with the passages that answer it."""
    answers = {engine: queries.run(name, store, params, evidence=True) for engine, store in stores.items()}
    assert answers["arcadedb"] == answers["neo4j"] == answers["pyoxigraph"]
    assert answers["neo4j"].rows


@pytest.mark.parametrize("question", queries.catalogue(), ids=lambda question: question.name)
def test_within_a_span_three_engines_give_the_same_rows(stores: dict[str, Any], question: queries.Question) -> None:
    """A span of days, a least confidence and a limit mean the same everywhere."""
    taken = {parameter.name for parameter in question.parameters}
    for params in ({"from": "2021-05", "to": "2023-02-19", "limit": ""}, {"min_confidence": "0.85", "limit": "3"}):
        given = {name: value for name, value in params.items() if name in taken}
        answers = {engine: queries.run(question, store, given) for engine, store in stores.items()}
        assert answers["arcadedb"] == answers["neo4j"] == answers["pyoxigraph"]

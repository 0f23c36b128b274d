"""Every question of the catalogue on the whole story: it has an answer, and one answer in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import queries
from tests.unit.queries.stories import CASES

if TYPE_CHECKING:
    from queries.engine import AnyStore

QUESTIONS = pytest.mark.parametrize("question", queries.catalogue(), ids=lambda question: question.name)


@QUESTIONS
def test_every_question_has_a_way_to_ask_it(question: queries.Question) -> None:
    """Where this fails: add a case, and what it answers, to the story of the question's topic."""
    assert question.name in {name for name, _ in CASES}


@pytest.mark.parametrize("evidence", [False, True])
@pytest.mark.parametrize(("name", "params"), CASES)
def test_both_languages_give_the_same_rows(
    wide: dict[str, AnyStore], name: str, params: dict[str, str], *, evidence: bool
) -> None:
    """Columns, rows, their order and their types do not depend on the engine, and there are rows."""
    cypher = queries.run(name, wide["cypher"], params, evidence=evidence)
    assert cypher == queries.run(name, wide["sparql"], params, evidence=evidence)
    assert cypher.rows


@QUESTIONS
def test_nothing_asked_is_answered_alike(wide: dict[str, AnyStore], question: queries.Question) -> None:
    """Without parameters, and within a span or above a confidence, a question is one question too."""
    taken = {parameter.name for parameter in question.parameters}
    for params in ({}, {"from": "2021-05", "to": "2023-02-19"}, {"min_confidence": "0.85", "limit": "3"}):
        given = {name: value for name, value in params.items() if name in taken}
        assert queries.run(question, wide["cypher"], given) == queries.run(question, wide["sparql"], given)

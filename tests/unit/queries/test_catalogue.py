"""The catalogue: its words are whole, and its texts take and give what it says."""

from __future__ import annotations

import re

import pytest

from kg.errors import UsageError
from kg.schema import get_schema
from queries import Kind, Question, catalogue, get
from queries.runner import FACTS
from queries.sparql_text import parameters_of

EVERY = pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)


def returned_by_cypher(text: str) -> list[str]:
    """Return the names of the columns of the last RETURN."""
    last = text.rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
    return re.findall(r"\bAS (\w+)(?=,|\s*$)", last)


def selected_by_sparql(text: str) -> list[str]:
    """Return the names of the variables of the outer SELECT."""
    head = text.partition("SELECT")[2].partition("WHERE")[0]
    return re.findall(r"\?(\w+)(?![^()]*;)", re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*AS (\?\w+)\)", r"\1", head))


def test_the_eight_questions_are_there() -> None:
    """The questions of the field, in the order in which they are listed."""
    names = [question.name for question in catalogue()]
    assert names == ["holder", "roster", "career", "visits", "together", "outcomes", "evidence", "doubts"]


@EVERY
def test_a_question_is_explained_in_both_languages(question: Question) -> None:
    """A reader of either language learns what is asked, what to give and what comes back."""
    words = [question.title_zh, question.title_en, question.question_zh, question.question_en]
    words += [word for one in (*question.parameters, *question.columns) for word in (one.title_zh, one.title_en)]
    assert all(words)
    assert all(parameter.example for parameter in question.parameters)


@EVERY
def test_every_question_takes_the_common_parameters(question: Question) -> None:
    """A span of days, a least confidence and a limit work everywhere."""
    assert [one.name for one in question.parameters][-4:] == ["from", "to", "min_confidence", "limit"]


@EVERY
def test_columns_end_with_confidence_and_articles(question: Question) -> None:
    """How sure and how often said stand at the same place in every answer."""
    assert [column.name for column in question.columns][-2:] == ["confidence", "articles"]


@EVERY
def test_both_texts_take_the_parameters_of_the_catalogue(question: Question) -> None:
    """No parameter is missing from a text, and no text takes another."""
    declared = {parameter.name for parameter in question.parameters}
    code = re.sub(r"//.*", "", question.cypher)
    assert set(re.findall(r"\$(\w+)", code)) == declared
    assert parameters_of(question.sparql) == declared


@EVERY
def test_both_texts_give_the_columns_of_the_catalogue(question: Question) -> None:
    """The columns stand in the same order in both texts, then the ids of the facts."""
    wanted = [*(column.name for column in question.columns), FACTS]
    assert returned_by_cypher(question.cypher)[: len(wanted)] == wanted
    assert selected_by_sparql(question.sparql)[: len(wanted)] == wanted


@EVERY
def test_a_thing_is_of_labels_that_exist(question: Question) -> None:
    """A name is looked for among labels of the ontology."""
    things = [parameter for parameter in question.parameters if parameter.kind is Kind.THING]
    assert all(set(thing.labels) <= set(get_schema().nodes) and thing.labels for thing in things)


def test_a_misspelt_question_is_told_its_neighbour() -> None:
    """A near miss is corrected, a far one gets the list."""
    with pytest.raises(UsageError, match="did you mean holder"):
        get("holders")
    with pytest.raises(UsageError, match="roster, career"):
        get("qqq")

"""The catalogue: its words are whole, and its texts take and give what it says."""

from __future__ import annotations

import re

import pytest

from kg.errors import UsageError
from kg.schema import get_schema
from queries import Kind, Question, catalogue, get, topics
from queries.columns import TAIL
from queries.parameters import COMMON, LIMIT
from queries.question import HERE
from queries.runner import FACTS
from queries.sparql_text import parameters_of

EVERY = pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)


def returned_by_cypher(text: str) -> list[str]:
    """Return the names of the columns of the last RETURN."""
    last = text.rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
    return re.findall(r"\bAS (\w+)(?=,|\s*$)", last)


def selected_by_sparql(text: str) -> list[str]:
    """Return the names of the variables of the outer SELECT; of an expression, what it is called."""
    head = text.partition("SELECT")[2].partition("WHERE")[0]
    names, depth = [], 0
    for part in re.findall(r"[()]|AS \?\w+|\?\w+", head):
        if part in "()":
            depth += 1 if part == "(" else -1
        elif (part[0] == "?" and not depth) or (part[0] == "A" and depth == 1):
            names.append(part.rpartition("?")[2])
    return names


def test_the_first_eight_questions_stay() -> None:
    """Whoever asked one of the first questions may go on; no name is given twice."""
    names = [question.name for question in catalogue()]
    first = {"holder", "roster", "career", "visits", "together", "outcomes", "evidence", "doubts"}
    assert first <= set(names)
    assert len(set(names)) == len(names)


def test_questions_are_listed_by_topic() -> None:
    """Questions of one topic stand together, and every topic is known in both languages."""
    assert tuple(dict.fromkeys(question.topic for question in catalogue())) == topics()
    assert all(topic.title_zh and topic.title_en for topic in topics())


def test_every_text_belongs_to_a_question() -> None:
    """No text lies about that nothing asks; one stands behind --evidence."""
    texts = {str(path.relative_to(HERE)) for path in HERE.rglob("*") if path.suffix in {".cypher", ".rq"}}
    asked = {f"{q.topic.name}/{q.name}{suffix}" for q in catalogue() for suffix in (".cypher", ".rq")}
    assert texts - asked == {"sources/passages.cypher", "sources/passages.rq"}


@EVERY
def test_a_question_is_explained_in_both_languages(question: Question) -> None:
    """A reader of either language learns what is asked, what to give and what comes back."""
    words = [question.title_zh, question.title_en, question.question_zh, question.question_en]
    words += [word for one in (*question.parameters, *question.columns) for word in (one.title_zh, one.title_en)]
    assert all(words)
    assert all(parameter.example for parameter in question.parameters)


@EVERY
def test_common_parameters_stand_at_the_end(question: Question) -> None:
    """A limit works everywhere; a span of days and a least confidence where facts are asked about, always alike."""
    common = [one for one in question.parameters if one.name in {p.name for p in COMMON}]
    assert list(question.parameters[-len(common) :]) == common
    assert common == [one for one in COMMON if one in common]
    assert common[-1] == LIMIT


@EVERY
def test_confidence_and_articles_stand_at_the_end(question: Question) -> None:
    """How sure and how often said stand at the same place in every answer about facts."""
    tail = [column.name for column in question.columns if column.name in {"confidence", "articles"}]
    assert [column.name for column in question.columns[len(question.columns) - len(tail) :]] == tail
    assert tail == [column.name for column in TAIL if column.name in tail]


@EVERY
def test_names_are_words_and_given_once(question: Question) -> None:
    """A name can be typed, and no parameter or column has two meanings."""
    for names in ([p.name for p in question.parameters], [c.name for c in question.columns]):
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in (question.name, *names))


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
    """A near miss is corrected, words of a title in either language lead to it, a far one is told where the list is."""
    with pytest.raises(UsageError, match="did you mean holder"):
        get("holders")
    with pytest.raises(UsageError, match="did you mean turnover"):
        get("更替")
    with pytest.raises(UsageError, match="did you mean two_holders"):
        get("one seat")
    with pytest.raises(UsageError, match="kg query lists all"):
        get("qqq")

"""Values as typed, and SPARQL texts with values in them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.errors import UsageError
from queries import Kind, get
from queries.sparql_text import fill
from queries.values import NO_LIMIT, parse_params


def test_what_is_left_out_means_all() -> None:
    """Without parameters nothing is filtered; only the number of rows is bounded."""
    assert parse_params(get("holder"), {}) == {
        "place": [],
        "body": [],
        "post": None,
        "on": None,
        "from": None,
        "to": None,
        "min_confidence": 0.0,
        "limit": 100,
    }


def test_an_empty_value_means_all() -> None:
    """An empty limit is none, an empty confidence is the least."""
    values = parse_params(get("visits"), {"limit": "", "min_confidence": " ", "person": "", "from": ""})
    assert (values["limit"], values["min_confidence"], values["person"], values["from"]) == (NO_LIMIT, 0.0, [], None)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("from", "2021", "2021-01-01"),
        ("to", "2021-02", "2021-02-28"),
        ("from", "2021年4月8日", "2021-04-08"),
        ("limit", "7", 7),
        ("min_confidence", "0.75", 0.75),
        ("kinds", "talks, visit、talks", ["talks", "visit"]),
    ],
)
def test_a_value_is_read_as_its_parameter_wants_it(name: str, value: str, expected: object) -> None:
    """A month or a year stands for its first day, or for its last where a span ends."""
    assert parse_params(get("together"), {name: value})[name] == expected


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("holder", "on", "2021-13-01"),
        ("holder", "on", "2021-04"),
        ("holder", "from", "yesterday"),
        ("visits", "limit", "0"),
        ("visits", "limit", "many"),
        ("visits", "min_confidence", "1.5"),
        ("visits", "min_confidence", "nan"),
        ("together", "min_times", "2.5"),
    ],
)
def test_a_value_of_another_type_is_named_with_an_example(question: str, name: str, value: str) -> None:
    """The message says which parameter, what it was given, and how to write it."""
    with pytest.raises(UsageError, match=rf"{name} is .*write it like {name}="):
        parse_params(get(question), {name: value})


def test_an_unknown_parameter_is_told_its_neighbour() -> None:
    """A near miss is corrected, a far one gets the list."""
    with pytest.raises(UsageError, match="did you mean place"):
        parse_params(get("holder"), {"plce": "x"})
    with pytest.raises(UsageError, match="it takes person"):
        parse_params(get("career"), {"qqqq": "x"})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_reaches_sparql_as_itself(text: str) -> None:
    """Quotes, backslashes, line ends and marks of parameters in a value are data."""
    query = "SELECT ?x WHERE {\n VALUES ?x { UNDEF } # $x\n}\nLIMIT 100 # $limit"
    found: Any = Store().query(fill(query, {"x": text, "limit": 5}, {"x": Kind.TEXT}))
    assert [row["x"].value for row in found] == [text]


def test_several_values_and_none() -> None:
    """Several values are alternatives; none leaves the variable open, and no line."""
    query = "VALUES ?d { UNDEF }   # $d"
    assert fill(query, {"d": ["a", "b"]}, {"d": Kind.LIST}) == 'VALUES ?d { "a" "b" }'
    assert fill(query, {"d": []}, {"d": Kind.THING}) == ""
    assert "#date>" in fill(query, {"d": "2021-04-08"}, {"d": Kind.DATE})


def test_a_kind_may_be_given_by_its_name_in_either_language() -> None:
    """会见会谈 and Talks mean the kind talks; what is no kind is told its neighbours."""
    given = parse_params(get("together"), {"kinds": "会见会谈,Visit"})
    assert given["kinds"] == parse_params(get("together"), {"kinds": ["Talks", "visit"]})["kinds"] == ["talks", "visit"]
    with pytest.raises(UsageError, match="kinds is 'vist', which is none of its kinds: did you mean visit"):
        parse_params(get("together"), {"kinds": "vist"})
    with pytest.raises(UsageError, match="there are activity, "):
        parse_params(get("together"), {"kinds": "qqqq"})


def test_a_parameter_in_chinese_is_told_its_name() -> None:
    """Whoever writes 地方 is told that the parameter is called place."""
    with pytest.raises(UsageError, match="did you mean place"):
        parse_params(get("holder"), {"地方": "青峦市"})


def test_a_line_on_condition_stands_where_the_parameter_has_a_value() -> None:
    """What only a value needs is left out without one."""
    query = "SELECT ?x WHERE {\n  ?x ?p ?q .   # if $q\n  VALUES ?q { UNDEF }   # $q\n}\nLIMIT 100 # $limit"
    asked = fill(query, {"q": ["a"], "limit": 5}, {"q": Kind.LIST})
    assert "?x ?p ?q ." in asked
    assert 'VALUES ?q { "a" }' in asked
    assert "?x ?p ?q ." not in fill(query, {"q": [], "limit": 5}, {"q": Kind.LIST})


@pytest.mark.parametrize(
    ("question", "name", "value", "near"),
    [
        ("programmes", "kind", "labor_brand", "labour_brand"),
        ("groups", "relation", "train", "trains"),
        ("flows", "level", "provinces", "province"),
        ("largest_changes", "change", "grow", "growth"),
    ],
)
def test_a_value_of_a_closed_list_is_told_its_neighbour(question: str, name: str, value: str, near: str) -> None:
    """A slip in a value that can only be one of a few is an error, not an answer without rows."""
    with pytest.raises(UsageError, match=f"did you mean {near}"):
        parse_params(get(question), {name: value})

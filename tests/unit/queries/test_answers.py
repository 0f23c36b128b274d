"""What the eight questions answer about the fixture graph, in both languages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

import queries
from kg.errors import StoreError, UsageError
from loaders.arcadedb import ArcadeStore
from tests.unit.fixture_rows import FANG, HE, HE_TEACHER, MAYOR_TENURE, NODES
from tests.unit.queries.cases import CASES

if TYPE_CHECKING:
    from queries.engine import AnyStore


@pytest.mark.parametrize("evidence", [False, True])
@pytest.mark.parametrize(("name", "params", "count"), CASES)
def test_both_languages_give_the_same_rows(
    both: dict[str, AnyStore], name: str, params: dict[str, str], count: int, *, evidence: bool
) -> None:
    """A question is one question: columns, rows, their order and their types do not depend on the engine."""
    cypher = queries.run(name, both["cypher"], params, evidence=evidence)
    assert cypher == queries.run(name, both["sparql"], params, evidence=evidence)
    assert len(cypher.rows) >= count if evidence else len(cypher.rows) == count


def first(store: AnyStore, name: str, **params: Any) -> dict[str, Any]:
    """Return the first row of an answer."""
    return queries.run(name, store, params).to_dicts()[0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-04-12", ("贺清禾", "yes", "attested")),
        ("2022-01-01", ("贺清禾", "yes", "between")),
        ("2020-12-31", ("贺清禾", "no", "bounded")),
        ("2021-02-01", ("贺清禾", "unknown", None)),
    ],
)
def test_holder_says_yes_no_or_unknown_and_on_what_basis(
    store: AnyStore, day: str, expected: tuple[str, str, str | None]
) -> None:
    """A page proves one day; what lies between proven days, outside bounds, or nowhere is told apart."""
    answer = queries.run("holder", store, {"place": "青峦市", "post": "市长", "on": day}).to_dicts()
    row = next(row for row in answer if row["person_id"] == HE)
    assert (row["person"], row["answer"], row["basis"]) == expected


def test_roster_leaves_out_who_has_gone(store: AnyStore) -> None:
    """A member whose end is known is none afterwards; who may still be there is listed as unknown."""
    rows = queries.run("roster", store, {"body": "青峦市政府", "on": "2023-03-01"}).to_dicts()
    assert {(row["person_id"], row["answer"]) for row in rows} == {(FANG, "unknown")}


def test_visits_name_companions_in_the_order_of_the_text(store: AnyStore) -> None:
    """Rank is news: the position of each traveller is kept."""
    rows = queries.run("visits", store, {"place": "沧宁市"}).to_dicts()
    assert [(row["traveller"], row["position"]) for row in rows] == [("贺清禾", 1), ("白若溪", 2), ("青峦市考察团", 3)]
    assert rows[1]["companions"] == ["贺清禾", "青峦市考察团"]


def test_together_puts_first_who_is_named_first(store: AnyStore) -> None:
    """The host of the talks is named before the guest, whatever their ids are."""
    row = first(store, "together", person="陶景行")
    assert (row["first"], row["second"], row["times"], row["in_order"]) == ("陶景行", "贺清禾", 1, 1)


def test_doubts_show_numbers_that_differ_and_a_mayor_after_his_removal(store: AnyStore) -> None:
    """Contradictions are shown with both sides, not resolved in silence."""
    rows = queries.run("doubts", store, {"reason": "contradictory"}).to_dicts()
    assert {row["reason"] for row in rows} == {"different numbers", "seen outside its time"}
    assert {row["about_id"] for row in rows} >= {MAYOR_TENURE}


def test_evidence_gives_a_row_for_each_passage(store: AnyStore) -> None:
    """With evidence a row is repeated for each passage, whose quote, paper and day stand at its end."""
    answer = queries.run("holder", store, {"place": "青峦市", "post": "市长", "on": "2021-04-12"}, evidence=True)
    assert answer.columns[-3:] == ("quote", "source", "published")
    assert ("市长贺清禾", "青峦日报", "2021-04-12") in [row[-3:] for row in answer.rows]


def test_values_have_the_types_of_their_columns(store: AnyStore) -> None:
    """Dates are dates, counts are whole numbers, lists are sorted lists of texts."""
    row = first(store, "career", person=HE)
    assert row["first_seen"] == dt.date(2021, 4, 8)
    assert isinstance(row["articles"], int)
    assert row["statuses"] == ["holds", "removed"]


def test_a_name_that_several_share_lists_them_with_office_and_place(store: AnyStore) -> None:
    """Nobody is picked in silence: the mayor and the teacher of one name are told apart, and either id works."""
    with pytest.raises(queries.AmbiguousNameError) as error:
        queries.run("career", store, {"person": "贺清禾"})
    assert {one.id for one in error.value.candidates} == {HE, HE_TEACHER}
    assert "青峦市政府市长" in str(error.value)
    assert "白石县实验小学" in str(error.value)
    assert "\n" not in str(error.value)
    assert len(queries.run("career", store, {"person": HE}).rows) == 1


def test_an_id_that_was_merged_away_still_finds_its_person(store: AnyStore) -> None:
    """A superseded id stays a name of the person."""
    former = next(node.props["former_ids"] for node in NODES if node.id == HE)
    assert isinstance(former, list)
    assert queries.find_one(store, former[0], ["Person"]) == [HE]


def test_a_name_that_nobody_bears_tells_what_is_near(store: AnyStore) -> None:
    """A short name is not guessed, but the full one is told."""
    with pytest.raises(UsageError, match="青峦市"):
        queries.run("holder", store, {"place": "青峦"})


HOSTILE = ['" } INSERT DATA { }', "' OR 1=1 //", "\\", '\\" ?x', "\n} #", "$limit", "?x", "{0}", "\x00", "𠀀" * 3]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_changes_what_a_query_does(store: AnyStore, value: str) -> None:
    """A value is data in both languages, whatever characters it holds."""
    assert queries.run("holder", store, {"post": f"市长{value}"}).rows == ()
    assert queries.candidates(store, value, ["Person"]) == []


def test_a_question_cannot_be_asked_of_a_closed_store(both: dict[str, AnyStore]) -> None:
    """A store that is gone says so in one line, and the other holder of it in this process goes on."""
    cypher = both["cypher"]
    assert isinstance(cypher, ArcadeStore)
    again = ArcadeStore(cypher.path)
    again.close()
    with pytest.raises(StoreError, match="is closed"):
        queries.run("career", again)
    assert queries.run("career", cypher).rows


def test_a_slip_of_the_pen_is_told_the_name(store: AnyStore) -> None:
    """A name with one wrong character is not guessed, but the right one is told."""
    with pytest.raises(UsageError, match="near it: 陶景行"):
        queries.run("career", store, {"person": "陶景形"})

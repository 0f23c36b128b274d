"""Tables of rows: readable in a terminal, safe in Jupyter, typed for polars and pandas."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import polars as pl
import pytest

from kg.errors import UsageError
from kg.frames import find_types
from kg.tables import Records, as_html, as_text
from queries import Answer, Kind
from tests.unit.hostile import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = dt.date(2021, 4, 8)
ANSWER = Answer(
    ("person", "since", "statuses", "articles", "confidence"),
    (("贺清禾", DAY, ["elected", "holds"], 3, 0.9), ("林知远", None, [], None, 1)),
    (Kind.TEXT, Kind.DATE, Kind.LIST, Kind.INTEGER, Kind.NUMBER),
)


def test_an_answer_is_iterated_as_dicts() -> None:
    """An answer has as many rows as it says, and each is known by its columns."""
    assert len(ANSWER) == 2
    assert [row["person"] for row in ANSWER] == ["贺清禾", "林知远"]
    assert ANSWER.to_dicts()[0]["statuses"] == ["elected", "holds"]


def test_an_answer_goes_to_polars_and_pandas_with_its_types() -> None:
    """Days are days, lists lists, numbers numbers, also where nothing is known; an empty answer keeps its types."""
    expected = {
        "person": pl.String,
        "since": pl.Date,
        "statuses": pl.List(pl.String),
        "articles": pl.Int64,
        "confidence": pl.Float64,
    }
    assert ANSWER.to_polars().schema == expected
    assert ANSWER.to_polars().rows()[1] == ("林知远", None, [], None, 1.0)
    assert Answer(ANSWER.columns, (), ANSWER.kinds).to_polars().schema == expected
    pandas = ANSWER.to_pandas()
    assert pandas["since"][0] == DAY
    assert int(pandas["articles"].isna().sum()) == 1


def test_without_pandas_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pandas is an extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'guanbao\[pandas\]'"):
        ANSWER.to_pandas()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["a", None], "STRING"),
        ([None], "STRING"),
        ([DAY, None], "DATE"),
        ([dt.datetime(2021, 4, 8, 9)], "DATETIME"),  # noqa: DTZ001  # Cypher's local datetime
        ([1, 2.5], "FLOAT"),
        ([1, None], "INTEGER"),
        ([True], "BOOLEAN"),
        ([1, True], "STRING"),
        ([1, "1"], "STRING"),
        ([["a"], []], "STRING[]"),
        ([[1]], "STRING"),
        ([{"labels": ["Person"]}], "STRING"),
        ([2**63], "STRING"),
    ],
)
def test_rows_of_cypher_find_their_types(values: list[object], kind: str) -> None:
    """A column has the type of its values, and is text where no one type fits, which then keeps them all."""
    rows = Records({"x": value} for value in values)
    assert rows.types == {"x": kind}
    frame = rows.to_polars()
    assert frame.height == len(values)
    assert frame["x"].null_count() == values.count(None)


def test_rows_are_still_a_list() -> None:
    """What is asked in Cypher compares with, and is, a list of dicts."""
    assert Records([{"x": 1}]) == [{"x": 1}]
    assert Records().columns == ()
    assert Records().to_polars().height == 0
    assert find_types((), []) == {}


def test_a_repr_is_read_at_a_glance() -> None:
    """Columns are aligned although a Chinese character takes two cells; long cells and long tables are cut."""
    assert repr(ANSWER).splitlines()[1] == "贺清禾  2021-04-08  elected、holds  3         0.9"
    assert repr(ANSWER).splitlines()[-1] == "2 rows"
    long = as_text(["x"], [["很" * 100]] * 30)
    assert long.splitlines()[-1] == "30 rows (the first 10 are shown)"
    assert len(long.splitlines()) == 12
    assert max(map(len, long.splitlines()[:-1])) < 30
    assert as_text(["x"], [["a\nb\x1b[31m"]]).splitlines()[1] == "a b [31m"
    assert as_text([], []) == "0 rows"


@pytest.mark.parametrize("show", [as_html, as_text])
def test_no_text_of_a_page_is_markup(show: Callable[..., str]) -> None:
    """A name with tags in it is shown, and builds no element; nothing moves a cursor or turns the line."""
    shown = show(TEXTS, [list(TEXTS)])
    assert not set("\x1b\x1f\u202e\u2066\x00") & set(shown)
    if show is as_html:
        assert "<script" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
        assert shown.count("<td>") == shown.count("<th>") == len(TEXTS)

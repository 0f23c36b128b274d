"""Dates hold as much as the text determines, and never more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import Interval, PartialDate, bounds, parse_user_date, shift_days
from kg.errors import KgError
from kg.vocabulary import Precision

PREFIXES = st.dates(date(1900, 1, 1)).flatmap(lambda day: st.sampled_from([str(day), str(day)[:7], str(day)[:4]]))


@given(PREFIXES)
def test_a_prefix_survives_parsing(text: str) -> None:
    """What is parsed is written again character by character."""
    assert str(PartialDate.parse(text)) == text


@given(PREFIXES)
def test_bounds_hold_the_days_of_a_prefix_and_no_other(text: str) -> None:
    """The days before the first and after the last do not begin with the prefix; the two themselves do."""
    first, last = bounds(text)
    assert first <= last
    assert str(first).startswith(text)
    assert str(last).startswith(text)
    assert not shift_days(str(first), -1).startswith(text)


@pytest.mark.parametrize(("text", "days"), [("2020-02", 29), ("2021-02", 28), ("2021", 365), ("2021-04-08", 1)])
def test_bounds_know_the_calendar(text: str, days: int) -> None:
    """A month has its own length, a leap February 29 days."""
    first, last = bounds(text)
    assert (last - first).days + 1 == days


@pytest.mark.parametrize(
    ("text", "precision"), [("2021", Precision.YEAR), ("2021-04", Precision.MONTH), ("2021-04-08", Precision.DAY)]
)
def test_precision_is_what_was_said(text: str, precision: Precision) -> None:
    """A month is not made into a day."""
    assert PartialDate.parse(text).precision is precision


@pytest.mark.parametrize("text", ["2021-4-8", "2021/04/08", "2021.4.8", "20210408", "2021年4月8日", " 2021-04-08 "])
def test_users_write_dates_in_many_ways(text: str) -> None:
    """Every usual spelling of a day gives its ISO form."""
    assert parse_user_date(text) == "2021-04-08"


@pytest.mark.parametrize("text", ["", "昨天", "2021-13", "2021-02-30", "21-4-8", "2021-04-08x", "0000"])
def test_what_is_no_date_is_refused_in_one_line(text: str) -> None:
    """The message names the text and the form to write."""
    with pytest.raises(KgError, match="YYYY-MM-DD") as caught:
        parse_user_date(text)
    assert "\n" not in str(caught.value)


def test_an_interval_is_open_where_an_end_is_unknown() -> None:
    """Bounds of an unknown end are unknown."""
    assert Interval(PartialDate(2021, 4), None).bounds == (date(2021, 4, 1), None)

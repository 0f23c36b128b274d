"""Printing rows: what a terminal shows can be read, and cannot act on it."""

from __future__ import annotations

import json
import sys

import pytest

from kg.cli.params import typed
from kg.cli.rows import Format, write_rows

COLUMNS = ("person", "office", "body", "first_seen", "last_seen", "latest_end", "person_id", "confidence", "articles")
ROWS = [("林知远", "青峦市市长", "青峦市政府", "2021-02-08", None, None, "person/1", 0.9, 2)]


def be_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output be a terminal of eighty columns without colours."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("TERM", "dumb")


def test_a_table_that_is_too_wide_becomes_a_line_for_each_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nine columns on eighty characters would be dots: values that are there stand below one another."""
    be_a_terminal(monkeypatch)
    write_rows(COLUMNS, ROWS, Format.TABLE)
    assert capsys.readouterr().out.splitlines() == [
        "person       林知远",
        "office       青峦市市长",
        "body         青峦市政府",
        "first_seen   2021-02-08",
        "person_id    person/1",
        "confidence   0.9",
        "articles     2",
        "",
    ]


def test_a_narrow_table_stays_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What fits is a table, on a terminal as in a pipe; nothing found is a line of names."""
    be_a_terminal(monkeypatch)
    write_rows(COLUMNS[:2], [ROWS[0][:2]], Format.TABLE)
    assert [line.split() for line in capsys.readouterr().out.splitlines()][::2] == [
        ["person", "office"],
        ["林知远", "青峦市市长"],
    ]
    write_rows(COLUMNS[:2], [], Format.TABLE)
    assert capsys.readouterr().out.split()[:2] == ["person", "office"]


def test_no_text_of_a_page_acts_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Escapes and marks that turn the direction of reading are shown as what they are: nothing."""
    write_rows(("name",), [["市\x1b[31m长\x07\u202e"]], Format.TABLE)
    assert capsys.readouterr().out.splitlines()[-1] == "市\ufffd[31m长\ufffd\ufffd"


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
def test_what_is_no_number_in_json_is_text(form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    """NaN and infinity, which other readers of JSON refuse, are texts wherever they stand."""

    def refuse(name: str) -> None:
        raise AssertionError(name)

    write_rows(("a", "b"), [(float("nan"), {"c": [float("inf"), 1.5]})], form)
    told = json.loads(capsys.readouterr().out, parse_constant=refuse)
    row = told[0] if form is Format.JSON else told
    assert row == {"a": "nan", "b": {"c": ["inf", 1.5]}}


def test_a_parameter_that_json_does_not_know_is_text() -> None:
    """NaN is a name like any other."""
    assert typed({"a": "NaN", "b": "[Infinity]", "c": "[1, null]"}) == {"a": "NaN", "b": "[Infinity]", "c": [1, None]}

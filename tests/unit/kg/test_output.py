"""Rows into files and onto standard output: every form, and `kg query` that lists, explains and answers."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from kg.cli import run
from kg.cli.output import give_rows
from kg.cli.rows import Format, write_rows
from kg.errors import KgError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("person", "first_seen", "statuses", "articles", "confidence")
ROWS = [("林知远", dt.date(2021, 2, 8), ["acting", "holds"], 2, 0.9), ("陶景行", None, [], 1, 1.0)]
TYPES = {"person": "STRING", "first_seen": "DATE", "statuses": "STRING[]", "articles": "INTEGER", "confidence": "FLOAT"}


def test_parquet_keeps_the_types_of_the_columns(tmp_path: Path) -> None:
    """Days are days, lists lists, and a column without a value still has its type."""
    give_rows(COLUMNS, ROWS, None, tmp_path / "rows.parquet", TYPES)
    frame = pl.read_parquet(tmp_path / "rows.parquet")
    assert dict(frame.schema) == {
        "person": pl.String,
        "first_seen": pl.Date,
        "statuses": pl.List(pl.String),
        "articles": pl.Int64,
        "confidence": pl.Float64,
    }
    assert frame.rows() == ROWS
    give_rows(COLUMNS, [], Format.PARQUET, tmp_path / "none", TYPES)
    assert dict(pl.read_parquet(tmp_path / "none").schema) == dict(frame.schema)


def test_the_name_of_the_file_tells_the_form(tmp_path: Path) -> None:
    """A suffix is enough; what is said outright counts more."""
    for name in ("a.csv", "a.json", "a.jsonl"):
        give_rows(COLUMNS, ROWS, None, tmp_path / name)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["statuses"] == "acting、holds"
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))[1]["first_seen"] is None
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["articles"] for line in lines] == [2, 1]
    give_rows(COLUMNS, ROWS, Format.JSONL, tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8").splitlines() == lines


def test_parquet_goes_into_a_file_alone(tmp_path: Path) -> None:
    """Bytes are never written over a terminal, nor to a folder that is not there."""
    with pytest.raises(UsageError, match="name a file for it with -o"):
        give_rows(COLUMNS, ROWS, Format.PARQUET, None)
    with pytest.raises(UsageError, match="no text"):
        write_rows(COLUMNS, ROWS, Format.PARQUET, io.StringIO())
    with pytest.raises(KgError, match="cannot write"):
        give_rows(COLUMNS, ROWS, None, tmp_path / "gone" / "rows.parquet")


def test_questions_are_listed_by_topic(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name all questions are listed, or those of one topic."""
    assert run(["query", "--format", "json"]) == 0
    every = json.loads(capsys.readouterr().out)
    assert len(every) >= 40
    assert run(["query", "--topic", "places", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [row for row in every if row["topic"] == "places"]
    assert run(["query", "--topic", "place"]) == 2
    assert "no topic 'place': there are careers, bodies" in capsys.readouterr().err


def test_show_explains_a_question_without_a_graph(capsys: pytest.CaptureFixture[str]) -> None:
    """Words of both languages, types, defaults, examples, columns and both texts."""
    assert run(["query", "holder", "--show"]) == 0
    text = capsys.readouterr().out
    for told in ("某日谁担任某一职务？", "Who held an office on a day?", "min_confidence", "2021-04-12", "最低置信度"):
        assert told in text
    assert "MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)" in text
    assert "org:hasMembership" in text
    assert run(["query", "holder", "--show", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told["parameters"]][:2] == ["place", "body"]
    assert told["columns"][0] == {"name": "person", "type": "text", "meaning": {"zh": "人物", "en": "The person."}}


def test_a_near_miss_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A question that is not there is told its neighbour, with exit code 2."""
    assert run(["query", "hodler", "--show"]) == 2
    assert capsys.readouterr().err == "kg: no question 'hodler': did you mean holder or co_holders?\n"

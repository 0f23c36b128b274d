"""The figures that the project promises, measured on data that lies beside it with the scorer that lies beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from kg.extraction import iter_records

if TYPE_CHECKING:
    from pathlib import Path

SEED = "lvliang-daily-2021-04-12-page1"
ARTICLES = ("press", "provincial", "broadcast")

SEED_AT_LEAST = {
    "segments": 0.98,
    "tenure": 0.95,
    "event slots": 0.85,
    "programme": 0.85,
    "measurement": 0.85,
    "details": 0.80,
}


def fail(problem: object) -> None:
    """Every input must be readable."""
    raise AssertionError(problem)


@pytest.fixture(scope="module")
def records(shared: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the extracted records of every set, by name."""
    out = {name: list(iter_records([shared / "data" / f"{name}.json"], on_problem=fail)) for name in ARTICLES}
    seed = shared / "data" / "seed" / f"{SEED}.txt"
    out[SEED] = list(iter_records([seed], source="吕梁日报", published="2021-04-12", place="吕梁市", on_problem=fail))
    return out


def score(shared: Path, name: str, records: list[dict[str, Any]], folder: Path) -> dict[str, dict[str, float]]:
    """Return the scorer's figures by kind of fact."""
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    call = [sys.executable, shared / "score" / "score.py", shared / "gold" / "dev" / f"{name}.json", path, "--json"]
    figures: dict[str, dict[str, float]] = json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
    return figures


@pytest.mark.shared
def test_the_front_page_reads_as_promised(
    shared: Path, records: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    """Segments, headlines, bylines and facts of the page that this project starts from."""
    figures = score(shared, SEED, records[SEED], tmp_path)
    assert figures["headline"]["hit"] == 5
    assert figures["byline"]["f1"] == 1
    assert {k: figures[k]["f1"] for k, least in SEED_AT_LEAST.items() if figures[k]["f1"] < least} == {}


@pytest.mark.shared
@pytest.mark.parametrize("name", ARTICLES)
def test_articles_of_every_kind_read_as_promised(
    name: str, shared: Path, records: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    """The local press, the provincial press and the national broadcast."""
    assert score(shared, name, records[name], tmp_path)["overall"]["f1"] >= 0.60


def bare(text: str) -> str:
    """Return text as the check of evidence compares it: repaired, without white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.shared
def test_every_fact_stands_on_the_characters_it_cites(shared: Path, records: dict[str, list[dict[str, Any]]]) -> None:
    """`source[start:end]` without white space is the quote without white space, for every fact and rejection."""
    page = (shared / "data" / "seed" / f"{SEED}.txt").read_bytes().decode("utf-8-sig")
    sources: dict[str, tuple[str, str]] = {}
    for name in ARTICLES:
        for article in json.loads((shared / "data" / f"{name}.json").read_text(encoding="utf-8")):
            sources[article["id"]] = (article["text"], article.get("headline") or "")
    wrong = []
    for record in [r for several in records.values() for r in several]:
        body, headline = sources.get(record["id"], (page, ""))
        cited = [e for f in record["facts"] for e in f["evidence"]] + record["rejections"]
        wrong += [
            (record["id"], e)
            for e in cited
            if bare((headline if e.get("in") == "headline" else body)[e["start"] : e["end"]]) != bare(e["quote"])
        ]
        assert all(f["evidence"] for f in record["facts"])
    assert wrong == []

"""Articles and pages of our own, read as gold says: compared by meaning, never letter by letter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import evaluate
from kg.extraction import iter_records

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# Input, gold, and the least F1 of all facts and of the articles' limits, where the input is a page.
CASES = [
    (ROOT / "examples/articles.jsonl", "examples/articles.json", 0.93, None),
    (ROOT / "examples/pages/jinzhong-2022-05-18-page1.txt", "examples/jinzhong-2022-05-18-page1.json", 0.93, 0.99),
    (ROOT / "examples/pages/quzhou-2023-04-20-page1.txt", "examples/quzhou-2023-04-20-page1.json", 0.90, 0.99),
    (HERE / "unseen/articles.json", "unseen/gold.json", 0.90, None),
    (HERE / "fresh/articles.json", "fresh/gold.json", 0.97, None),
    (HERE / "local_a/articles.json", "local_a/gold.json", 0.92, None),
    (HERE / "local_b/articles.json", "local_b/gold.json", 0.88, None),
    (HERE / "local_c/articles.json", "local_c/gold.json", 0.89, None),
    (HERE / "unseen/pages/hanzhong-2021-09-13-page1.txt", "unseen/pages/hanzhong-2021-09-13-page1.json", 0.85, 0.95),
    (
        HERE / "unseen/pages/qiandongnan-2019-08-26-page1.txt",
        "unseen/pages/qiandongnan-2019-08-26-page1.json",
        0.85,
        0.95,
    ),
]


def extracted(source: Path, folder: Path) -> Path:
    """Write the records of an input and return their file."""

    def fail(problem: object) -> None:
        raise AssertionError(problem)

    records: list[dict[str, Any]] = list(iter_records([source], on_problem=fail))
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(("source", "gold", "facts", "segments"), CASES)
def test_an_example_reads_as_gold_says(
    source: Path, gold: str, facts: float, segments: float | None, tmp_path: Path
) -> None:
    """The facts of articles in our own words, on names and papers that no rule was written for."""
    report = evaluate(HERE / gold, extracted(source, tmp_path), root=ROOT)
    figures = report.figures()
    assert figures["overall"].f1 >= facts, "\n".join(report.misses())
    if segments is not None:
        assert figures["segments"].f1 >= segments
        assert figures["headline"].recall == 1

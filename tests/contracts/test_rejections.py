"""Every reason for not using something has its word in the picture."""

from __future__ import annotations

import re
from pathlib import Path

from kg.extraction import iter_records
from kg.record import FACT_TYPES
from ontology import read_table

ROOT = Path(__file__).resolve().parents[2]
INPUTS = [ROOT / "examples", ROOT / "tests" / "golden" / "unseen"]


def test_reasons_met_in_articles_are_in_the_table() -> None:
    """What the examples and the unseen articles reject is told in words a reader knows."""
    known = {row["reason"] for row in read_table("rejection_reasons")}
    met = {x["reason"] for record in iter_records(INPUTS, on_problem=lambda _: None) for x in record["rejections"]}
    assert met - known == set()
    assert met


def test_a_fact_of_low_confidence_has_its_word() -> None:
    """Assembling rejects facts of any type below the threshold."""
    known = {row["reason"] for row in read_table("rejection_reasons")}
    assert {f"low confidence: {name}" for name in FACT_TYPES} <= known


def test_every_word_is_chinese() -> None:
    """The page is in Chinese."""
    assert all(re.search(r"[\u4e00-\u9fff]", row["zh"]) for row in read_table("rejection_reasons"))

"""Every row of `office_cases.tsv` through the whole extraction: what offices it reads, and what it leaves alone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate.likeness import tenure_likeness
from kg.evaluate.tallies import Tally, count
from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page

Json = dict[str, Any]
_LINES = (Path(__file__).parent / "office_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader([one for one in _LINES if not one.startswith("#")], delimiter="\t", quoting=csv.QUOTE_NONE))
_WITH_STATUS = 2.0


def wanted(cell: str) -> list[Json]:
    """Return a cell of tenures as gold: `A/B` is a choice of spellings, `?` before a tenure makes it optional."""
    facts = []
    for one in filter(None, cell.split(";")):
        person, organization, post, status, date = [*one.removeprefix("?").split("|"), "", ""][:5]
        facts.append(
            {
                "person": person,
                "organization": organization.split("/"),
                "post": post.split("/"),
                "status": (status or "holds").split("/"),
                "date": date.split("/"),
                "optional": one.startswith("?"),
            }
        )
    return facts


def likeness(gold: Json, found: Json) -> float:
    """Score a tenure right in person, body, post, status and date."""
    return float(tenure_likeness(gold, found) == _WITH_STATUS and (found.get("date") or "") in gold["date"])


def read(case: dict[str, str]) -> list[Json]:
    """Return the tenures of a case, read as an article of a paper of that seat and day."""
    meta = Metadata("某某日报", case["published"], case["seat"] or None)
    text, headline = case["text"], case["headline"] or None
    page = Page("case.txt", text, text_sha256(text), meta, "object", "case", headline)
    return [fact for record in page_records(page) for fact in record["facts"] if fact["type"] == "tenure"]


def marked(number: int, case: dict[str, str]) -> Any:
    """Return a case as a parameter; one that is open must fail, so that its mark goes when it no longer does."""
    marks = [pytest.mark.xfail(reason=case["open"], strict=True)] if case["open"] else []
    return pytest.param(case, marks=marks, id=f"{case['construction']} {number}")


@pytest.mark.parametrize("case", [marked(*one) for one in enumerate(CASES)])
def test_a_case_gives_its_tenures_and_no_others(case: dict[str, str]) -> None:
    """A text says exactly these offices; an open case that passes wants its mark taken out of the table."""
    tally = Tally()
    count(tally, wanted(case["expected"]), read(case), likeness, "case")
    assert not tally.misses, "\n".join([case["text"], *tally.misses])


def test_the_table_covers_much_and_says_each_thing_once() -> None:
    """No text stands twice; there are cases of tenures and of none; every row has all its cells."""
    texts = [(case["text"], case["headline"]) for case in CASES]
    assert len(texts) == len(set(texts)) >= 120
    assert sum(not case["expected"] for case in CASES) >= 20
    assert all(None not in case.values() and case["construction"] and case["published"] for case in CASES)

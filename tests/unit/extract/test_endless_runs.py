"""Runs without end, as damaged files hold them, cost time in proportion to their length."""

from __future__ import annotations

import time

import pytest

from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page

LENGTH = 30_000
SECONDS = 5


@pytest.mark.parametrize(
    "run", ["9", "十", "（", "记者", "市委书记", "张三、", "2021年", "1.", "任命", "\n", "·", "局长"]
)
def test_a_run_without_end_is_read_in_time(run: str) -> None:
    """What stands around it is read; the run is no number, no name and no list that anybody could mean."""
    page_records(_page(run * 10))  # what is loaded once is loaded
    started = time.perf_counter()
    records = page_records(_page(run * (LENGTH // len(run))))
    assert time.perf_counter() - started < SECONDS
    persons = {fact.get("person") for record in records for fact in record["facts"]}
    assert "陈志明" in persons


def _page(run: str) -> Page:
    text = f"市委书记陈志明到乡镇调研\n　　本报讯 5月16日，吕梁市委书记陈志明到临县调研。{run}。会议作出决定。\n"
    return Page("a.txt", text, text_sha256(text), Metadata("吕梁日报", "2021-05-17", "吕梁市"), "text")

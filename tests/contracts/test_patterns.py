"""The patterns in the tables for web pages never hang: a hostile line costs no more than a long one."""

from __future__ import annotations

import re
import time

import pytest

from ontology import read_table

TABLES = ("web_furniture", "web_sites", "web_classes", "web_columns")
LENGTH = 20_000
SEEDS = (
    "A-",
    "A+",
    "打印",
    "上一页|",
    "大",
    "首页>",
    "a-",
    "第1页",
    "新闻",
    "1",
    "图",
    "：",
    "任职",
    "下载客户端",
    "委员会",
    "报",
    "【",
    " ",
    "微信|",
)


@pytest.mark.parametrize("table", TABLES)
def test_patterns_do_not_backtrack_badly(table: str) -> None:
    """Every pattern answers hostile repeated strings of 20,000 characters within a second."""
    for row in read_table(table):
        pattern = re.compile(row["pattern"], re.IGNORECASE)  # as the widest of their uses
        began = time.process_time()
        for seed in SEEDS:
            text = (seed * LENGTH)[:LENGTH]
            pattern.fullmatch(text)
            pattern.fullmatch(text + "\n！")
        spent = time.process_time() - began
        assert spent < 1, f"{table}: {row['pattern']!r} took {spent:.1f} s"

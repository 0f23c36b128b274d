"""Articles that go on on another page, in the graph and in its truth."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.assemble import assemble
from kg.entity import Node
from kg.ids import passage_id, text_sha256
from kg.page import Metadata, Page
from kg.pool import extract_all
from kg.read.inference import infer_all
from kg.record import from_record
from kg.resolve import resolve
from kg.runs import SortedRuns
from kg.truth import Changes, write_truth

if TYPE_CHECKING:
    from pathlib import Path

FRONT = """晋中日报
2022年9月12日 星期一 第4321期 第1版
谭志坚在高新区调研
本报讯（记者 白露）9月11日，市长谭志坚到高新区调研，察看
生产线，询问订单，为企业解决用工和用电的
（下转2版）
"""
BACK = "第2版 综合 2022年9月12日 星期一\n谭志坚在高新区调研\n（上接1版）\n困难。市工信局局长李国平参加调研。\n"


def pages() -> list[Page]:
    """Return two pages of one file."""
    made = [
        Page("v.txt", raw, text_sha256(raw), Metadata(), "text", volume="v.txt", number=number)
        for number, raw in enumerate((FRONT, BACK), 1)
    ]
    return list(infer_all(made))


def test_a_passage_names_the_page_that_it_stands_on() -> None:
    """What the second page says is cited there; the article says what was inferred of it and which page it is."""
    records = [from_record(record) for _, some in extract_all(pages(), workers=1) for record in some]
    rows = [row for row in assemble(records, resolve(records, [])) if isinstance(row, Node)]
    (article,) = (row for row in rows if row.label == "Article")
    assert article.props["inferred"] == ["source", "published", "place"]
    assert (article.props["issue"], article.props["page_label"]) == ("4321", "1")
    passages = {row.props["quote"]: row for row in rows if row.label == "Passage"}
    there = passages["市工信局局长李国平"]
    assert (there.props["part"], there.props["text_sha256"]) == ("continued", text_sha256(BACK))
    start, end = there.props["char_start"], there.props["char_end"]
    assert there.id == passage_id(text_sha256(BACK), start, end)  # type: ignore[arg-type]
    assert BACK[start:end] == "市工信局局长李国平"  # type: ignore[misc]
    assert {row.props["part"] for row in rows if row.label == "Rejection"} >= {"body", "continued"}


def test_the_truth_keeps_both_texts(tmp_path: Path) -> None:
    """The second page begins no article, yet its text is kept: offsets count in it."""
    (tmp_path / "texts").mkdir()
    with SortedRuns(tmp_path) as runs:
        changes = Changes(runs, tmp_path / "texts")
        for page, records in extract_all(pages(), workers=1):
            changes.add(page, records)
        written = write_truth(tmp_path, None, changes.merged(iter(())), lambda _: None)
    assert written.articles == 1
    assert set(written.texts) == {text_sha256(FRONT), text_sha256(BACK)}
    assert {path.stem for path in (tmp_path / "texts").iterdir()} == set(written.texts)
    (line,) = (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["continued_page"] == text_sha256(BACK)

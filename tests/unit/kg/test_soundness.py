"""Nothing is guessed beside characters that could not be read."""

from __future__ import annotations

from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.read.decode import broken_ranges

TEXT = (
    "市长到临县调研\n本报讯 5月16日，吕梁市市长刘建国到临县调研。吕梁市教育局局长叶国强、吕梁市商务局局长柳成林参加。\n"
)
META = Metadata("吕梁日报", "2021-05-17", "吕梁市")


def persons(text: str) -> tuple[set[str], set[str]]:
    """Return the persons in tenures, and the reasons of rejections."""
    page = Page("a.txt", text, text_sha256(text), META, "text", rejected=broken_ranges(text))
    records = page_records(page)
    facts = [fact for record in records for fact in record["facts"] if fact["type"] == "tenure"]
    return {fact["person"] for fact in facts}, {one["reason"] for record in records for one in record["rejections"]}


def test_a_name_that_breaks_off_is_no_name() -> None:
    """叶国� is not 叶国; the others are read."""
    whole, _ = persons(TEXT)
    assert whole == {"刘建国", "叶国强", "柳成林"}
    left, reasons = persons(TEXT.replace("叶国强", "叶国\ufffd"))
    assert left == {"刘建国", "柳成林"}
    assert "broken character" in reasons


def test_what_stands_beside_it_is_rejected() -> None:
    """A body whose beginning is lost would be another body."""
    left, reasons = persons(TEXT.replace("、吕梁市商务局", "、\ufffd商务局"))
    assert left == {"刘建国", "叶国强"}
    assert "broken character" in reasons

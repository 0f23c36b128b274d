"""From inputs to records across pages: the same articles, whatever they came in and however many processes work."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from news import invented_news
from volumes import issue

from kg.extraction import iter_records
from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.pool import extract_all
from kg.reading import iter_readings
from kg.record import check_evidence, from_record

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from kg.record import Record


def pages(count: int) -> list[Page]:
    """Return the pages of so many issues, each a file of its own."""
    return [
        Page(f"{seed}.txt", raw, text_sha256(raw), Metadata(), "text", volume=f"{seed}.txt", number=number)
        for seed in range(count)
        for number, raw in enumerate(issue(invented_news(), seed).pages, 1)
    ]


def test_evidence_of_a_joined_article_holds_on_both_pages() -> None:
    """Every quote stands where its record says, on the page that it says; a record read back is the same."""
    given = pages(6)
    texts = {page.sha256: page.raw for page in given}
    records = [record for _, some in extract_all(given, workers=1) for record in some]
    joined = [record for record in records if "continued_page" in record]
    assert joined
    assert [wrong for record in records for wrong in check_evidence(record, texts)] == []
    assert any(piece.get("in") == "continued" for one in joined for fact in one["facts"] for piece in fact["evidence"])
    for record in joined:
        read: Record = from_record(record)
        assert (read.continued_page, len(read.continued_spans)) == (
            record["continued_page"],
            len(record["continued_spans"]),
        )
    broken = json.loads(json.dumps(joined[0]))
    broken["continued_spans"][0][1] = 10_000_000
    assert check_evidence(broken, texts) != []


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes give the same records in the same order as none."""
    monkeypatch.setattr("kg.pool.SMALL", 1_000)
    monkeypatch.setattr("kg.pool.BATCH", 900)
    given = pages(1)
    alone = [(page.file, page.number, json.dumps(some)) for page, some in extract_all(given, workers=1)]
    together = [(page.file, page.number, json.dumps(some)) for page, some in extract_all(given, workers=2)]
    assert together == alone


def test_a_file_and_an_archive_of_its_pages_say_the_same(tmp_path: Path) -> None:
    """Pages parted by form feeds and the same pages in a zip give the same texts."""
    made = issue(invented_news(), 2)
    (tmp_path / "v.txt").write_text("\f".join(made.pages), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "v.zip", "w") as archive:
        for number, raw in enumerate(made.pages, 1):
            archive.writestr(f"{number}.txt", raw)
    found = [
        [(record["headline"], record["text"]) for record in iter_records([tmp_path / name], on_problem=lambda _: None)]
        for name in ("v.txt", "v.zip")
    ]
    assert found[0] == found[1]
    assert any("continued_page" in one for one in iter_records([tmp_path / "v.txt"], on_problem=lambda _: None))


def test_a_reading_says_what_goes_on_on_its_page(tmp_path: Path) -> None:
    """An article comes with the page where it began; the other page names it."""
    front = "甲县举办荔枝节\n本报讯（记者 白露）甲县荔枝节日前举办，来自各地的\n（下转2版）\n"
    back = "甲县举办荔枝节\n（上接1版）\n客商签下了订单。\n"
    (tmp_path / "v.txt").write_text(f"{front}\f{back}", encoding="utf-8")
    first, second = iter_readings([tmp_path / "v.txt"], on_problem=lambda _: None)
    assert [len(one.articles) for one in (first, second)] == [1, 0]
    assert first.datelines == ("本报讯",)
    assert second.continued == first.articles

"""Form feeds part the pages of a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.ids import text_sha256
from kg.read import read_pages

if TYPE_CHECKING:
    from pathlib import Path

    from kg.page import Page

ONE, TWO = "甲县举办荔枝节\n客商云集。\n", "乙县修通环湖路\n沿线通车。\n"


def pages_of(path: Path, data: bytes) -> list[Page]:
    """Return the pages of a file with these bytes."""
    path.write_bytes(data)
    return list(read_pages([path], on_problem=lambda _: None))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_form_feed_parts_pages(tmp_path: Path, encoding: str) -> None:
    """Each part is a page with its number, its own hash, and offsets of its own, in any encoding."""
    found = pages_of(tmp_path / "a.txt", f"{ONE}\f{TWO}\f".encode(encoding))
    assert [(one.raw, one.number, one.volume, one.file) for one in found] == [
        (ONE, 1, "a.txt", "a.txt"),
        (TWO, 2, "a.txt", "a.txt"),
    ]
    assert [one.sha256 for one in found] == [text_sha256(ONE), text_sha256(TWO)]


def test_a_blank_page_keeps_its_number(tmp_path: Path) -> None:
    """The page after it is still the third."""
    found = pages_of(tmp_path / "a.txt", f"{ONE}\f \n\f{TWO}".encode())
    assert [one.number for one in found] == [1, 3]


def test_a_form_feed_at_the_end_parts_nothing(tmp_path: Path) -> None:
    """One page is the file: offsets count in all of it."""
    (found,) = pages_of(tmp_path / "a.txt", f"{ONE}\f".encode())
    assert (found.raw, found.volume, found.number) == (f"{ONE}\f", None, None)


def test_each_page_has_its_own_masthead(tmp_path: Path) -> None:
    """Two issues in one file are two days."""
    days = "\f".join(
        f"{day} 第1版\n{text}" for day, text in (("2022年9月12日 星期一", ONE), ("2022年9月13日 星期二", TWO))
    )
    found = pages_of(tmp_path / "a.txt", days.encode())
    assert [one.meta.published for one in found] == ["2022-09-12", "2022-09-13"]

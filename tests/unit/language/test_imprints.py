"""Mastheads, folios and imprints: lines in which a page says what it is of, told from lines of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.imprints import parse_imprint
from kg.language.page_labels import plain_label


@pytest.mark.parametrize(
    ("line", "kinds", "values"),
    [
        ("汶江日报", {"paper"}, {"paper": "汶江日报"}),
        ("汶江日报社出版", {"organ"}, {"paper": "汶江日报"}),
        ("WENJIANGRIBAO", {"latin"}, {}),
        ("中共汶江市委机关报", {"organ"}, {"seat": "汶江市"}),
        ("国内统一连续出版物号CN62-0031", {"number"}, {"region": "62"}),
        ("邮发代号:53-18", {"number"}, {}),
        ("2022年9月12日星期一", {"date", "weekday"}, {"year": "2022", "month": "9", "day": "12", "weekday": "一"}),
        ("二〇二二年九月十二日", {"date"}, {"year": "二〇二二", "month": "九", "day": "十二"}),
        ("2022.9.12", {"date"}, {"year": "2022", "month": "9", "day": "12"}),
        ("农历壬寅年八月十七", {"lunar"}, {}),
        ("第4321期今日8版", {"issue", "pages"}, {"issue": "4321"}),
        ("第12期（总第4321期）", {"issue"}, {"issue": "12", "total": "4321"}),
        ("第三版要闻责编:白露", {"label", "name", "editor"}, {"label": "三"}),
        ("A03综合", {"label", "name"}, {"label": "A03"}),
        ("责任编辑：白露校对：田野电话：0937-8801234", {"editor", "contact"}, {}),
    ],
)
def test_a_line_of_an_imprint_is_read(line: str, kinds: set[str], values: dict[str, str]) -> None:
    """Each sort of piece is known, in any line, with its value."""
    found = parse_imprint(line)
    assert found is not None
    assert found.kinds == kinds
    assert values.items() <= found.values.items()


@pytest.mark.parametrize(
    "line",
    [
        "2022年9月12日，汶江市召开会议",
        "据《汶江日报》2022年9月12日第1版报道",
        "来源：汶江日报",
        "（2022年9月12日）",
        "汶江日报评论员",
        "9月12日上午，市长谭志坚",
        "详见第3版",
        "下转第3版",
        "全市经济工作会议召开",
        "新闻发布会在汶江举行",
    ],
)
def test_a_line_with_anything_else_in_it_is_text(line: str) -> None:
    """Dates, papers and pages are spoken of in text too."""
    assert parse_imprint(line) is None


@given(st.text(alphabet="汶江日报年月日第版期星一二十0123456789A.：:《》 社编辑", max_size=60))
def test_any_line_is_an_imprint_or_none(line: str) -> None:
    """Whatever is printed, reading ends, and what it finds stands in the line.

    White space may stand within a piece (`2 0 2 2 年` is letter-spaced print), so the line is compared without it.
    """
    found = parse_imprint(line)
    printed = "".join(line.split()).upper()
    assert found is None or all(value in printed for value in found.values.values())


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("03", "3"),
        ("三", "3"),
        ("A03", "A3"),
        ("a3", "A3"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("B12", "B12"),
    ],
)
def test_a_page_has_one_label(written: str, plain: str) -> None:
    """第三版, 03版 and 3版 are one page."""
    assert plain_label(written) == plain

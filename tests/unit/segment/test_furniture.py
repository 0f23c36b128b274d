"""Furniture and tables: lines of a page that are no article's text, and rows that are no headings."""

from __future__ import annotations

import pytest

from kg.segment.furniture import furniture_kind, is_paper
from kg.segment.tables import find_rows


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2022年9月6日星期二壬寅年八月十一第5127期今日8版", "masthead"),
        ("国内统一连续出版物号：CN00-0099邮发代号：21-99", "masthead"),
        ("中共滨海市委机关报滨海日报社出版", "masthead"),
        ("社址：迎宾大道18号邮编：000000电话：0000-8230000零售每份1.00元", "masthead"),
        ("第8版要闻2022年4月19日星期二编辑：石清扬", "folio"),
        ("责任编辑：石清扬版式：孟一鸣", "imprint"),
        ("（下转第3版）", "jump"),
        ("在2021年4月8日上午", None),
        ("会议于2023年9月4日召开。", None),
        ("星期二上午九时开始", None),
        ("电话销售", None),
        ("地址位于城南", None),
        ("今年第3期培训班", None),
        ("汾阳新报", None),
        ("县区新闻", None),
        ("就业", None),
    ],
)
def test_what_a_line_is(line: str, kind: str | None) -> None:
    """A line made of a masthead's or an imprint's parts alone is one; prose that has such words is not."""
    assert furniture_kind(line) == kind


def test_a_papers_name() -> None:
    """A paper's name is one only beside its masthead: as a line it may be anything."""
    assert is_paper("汾阳新报")
    assert not is_paper("汾阳新报今日出版")


TABLE = ["指标 单位 数值 增长", "粮食产量 万吨 231 2.9%", "城镇新增就业 人 5492 10.4%"]


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        (["据统计，今年增长较快。", *TABLE, "全年目标有望完成。"], {1, 2, 3}),
        (["甲乡 231 万吨", "乙镇 92 万吨", "丙镇 415 万吨"], {0, 1, 2}),
        (TABLE[1:2], {0}),
        (["甲乡 粮食 231"], set()),
        (["粮 食 产 量   万 吨   2 3 1   2 . 9 %", "城镇新增就业 人 5492 10.4%"], {0, 1}),
        ([], set()),
        (["了 2020 年 3 月 初", "通 2021 年 4 月 底"], set()),
        (["组织 120 人的队伍深入", "清理 32 处"], set()),
        (["呈 祥 路 南 延 已 完 成", "桥 梁 桩 基 浇 筑"], set()),
        (["王磊 李敏 张青", "赵文 周雨 吴思"], set()),
    ],
)
def test_rows_of_tables(written: list[str], rows: set[int]) -> None:
    """Like rows with numbers are a table, and so is the head above.

    Digits set off in prose, names, letter-spaced lines and one row with one number are none.
    """
    assert find_rows(written) == rows

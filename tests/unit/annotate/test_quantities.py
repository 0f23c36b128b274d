"""Numbers come with their unit, their bound and their value; what counts nothing is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.numerals import parse_number
from kg.annotate.quantities import find_quantities
from kg.annotate.times import find_times
from kg.language.units import unit_kind

Found = list[tuple[float, str, str | None]]


def found(text: str) -> Found:
    """Return value, unit and comparator of each quantity, times masked."""
    return [(q.value, q.unit, q.comparator) for q in find_quantities(text, find_times(text, "2022-09-14"))]


CASES: list[tuple[str, Found]] = [
    ("劳动力254.68万人", [(2_546_800, "人", None)]),
    ("新建桥梁１４座", [(14, "座", None)]),
    ("412名选手", [(412, "人", None)]),
    ("总投资3亿5千万元", [(350_000_000, "元", None)]),
    ("损失1360余万元", [(13_600_000, "元", ">=")]),
    ("1.6万人以上", [(16_000, "人", ">=")]),
    ("逾20亿元", [(2_000_000_000, "元", ">=")]),
    ("不足50户", [(50, "户", "<=")]),
    ("近3万人", [(30_000, "人", "~")]),
    ("4200元左右", [(4200, "元", "~")]),
    ("上百名工人", [(100, "人", ">=")]),
    ("四十万元", [(400_000, "元", None)]),
    ("完工三成", [(30, "%", None)]),
    ("八成以上", [(80, "%", ">=")]),
    ("四分之一", [(25, "%", None)]),
    ("百分之九十五", [(95, "%", None)]),
    ("提高9个百分点", [(9, "个百分点", None)]),
    ("用时1分50秒", [(110, "秒", None)]),
    ("年产值过亿元", [(100_000_000, "元", ">=")]),
    ("首次突破万亿元", [(10**12, "元", ">=")]),
    ("上万名旅客", [(10_000, "人", ">=")]),
    ("新一轮千亿斤粮食行动", []),
    ("万亩良田", []),
    ("数万名旅客", []),
    ("慢了0.48秒", [(0.48, "秒", None)]),
    ("以9秒87撞线", [(9.87, "秒", None)]),
    ("游出2分7秒35", [(127.35, "秒", None)]),
    ("收茶320千克", [(320, "千克", None)]),
    ("深14千米", [(14, "公里", None)]),
    ("扩容30千瓦", [(30, "千瓦", None)]),
    ("女子3000米障碍", []),
    ("千万吨级油田", []),
    ("20至30万元", [(200_000, "元", ">="), (300_000, "元", "<=")]),
    ("六七十块", [(60, "元", ">="), (70, "元", "<=")]),
    ("发生4.9级地震", [(4.9, "级", None)]),
    ("三公里", [(3, "公里", None)]),
    ("每月三千多", [(3000, "", ">=")]),
    ("节约3000万元", [(30_000_000, "元", None)]),
    ("播种进度过九成八", [(98, "%", ">=")]),
    ("收割完成九成半", [(95, "%", None)]),
    ("收获过半，", [(50, "%", ">=")]),
    ("降至零下53℃", [(-53, "℃", None)]),
    ("气温-12℃", [(-12, "℃", None)]),
    ("冒着零下30多摄氏度", [(-30, "℃", "<=")]),
    ("零下8至10℃", [(-8, "℃", "<="), (-10, "℃", ">=")]),
    ("产酒13.1万千升", [(131_000, "千升", None)]),
    ("造船2409万载重吨", [(24_090_000, "载重吨", None)]),
    ("转移3000多群众", [(3000, "人", ">=")]),
    ("近千群众", [(1000, "人", "~")]),
    ("亿万妇女", []),
    ("14亿多中国人民", [(1.4e9, "", ">=")]),
    ("订单5万多单", [(50_000, "单", ">=")]),
    ("女篮四分之一决赛", []),
    ("每斤6.2元/斤", [(6.2, "元/斤", None)]),
]


@pytest.mark.parametrize(("text", "quantities"), CASES)
def test_a_quantity_is_normalised(text: str, quantities: Found) -> None:
    """Each form gives its value, unit and bound."""
    assert found(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "“三个必须”", "两个维护", "第63场", "一次会议", "12345热线", "F-16战机", "3比2", "20:30", "35岁",
        "《十条措施》", "9月12日", "近三年来", "一是抓落实", "数百人", "一个村",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    """Slogans, ordinals, ages, scores, telephone numbers, titles and dates are none."""
    assert found(text) == []


def test_a_unit_is_not_cut_out_of_a_longer_word() -> None:
    """人均 is no 人, 家庭 no 家."""
    assert found("2019人均") == []
    assert found("300家庭") == []


def test_kinds_of_units_are_known_by_their_normal_form() -> None:
    """名 counts people as 人 does; what no lexicon knows has no kind."""
    assert unit_kind("人") == "person"
    assert unit_kind("元") == "money"
    assert unit_kind("嗬") == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", 1234), ("三千六百", 3600), ("十二", 12), ("二〇二一", 2021), ("一百零五", 105), ("两万五千", 25_000)],
)
def test_numerals_are_read_exactly(text: str, value: int) -> None:
    """Grouped, Chinese and mixed numerals give their number."""
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "多少", "1.2.3", "十个"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    """No number is made up."""
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_every_integer_is_read_back(number: int) -> None:
    """Digits are taken at their word."""
    assert parse_number(str(number)) == number


@given(st.text(alphabet="0123.,万亿千百十一二三多余约近人元户个%成至—分之第“”《》名", max_size=30))
def test_quantities_are_in_order_and_cite_their_characters(text: str) -> None:
    """Whatever the text, spans begin in order and hold what they cite."""
    start = 0
    for quantity in find_quantities(text):
        assert start <= quantity.start < quantity.end
        assert text[quantity.start : quantity.end] == quantity.text
        start = quantity.start

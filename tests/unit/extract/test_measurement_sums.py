"""A change that a text states beside the two numbers is done again; what does not add up is told."""

from __future__ import annotations

import pytest
from numbers_of_articles import measurements, refusals

from kg.extract.measurement_sums import REASON


def told(text: str) -> bool:
    """Say whether the text is told to hold a sum that does not add up."""
    return REASON in refusals(text)


RIGHT_AND_WRONG = [
    ("今年培训护工580人，去年同期为500人，同比增长16%。", "今年培训护工580人，去年同期为500人，同比增长26%。"),
    ("就业人数由上年的400人增加到500人，增长25%。", "就业人数由上年的400人增加到500人，增长20%。"),
    ("全县接待游客90万人次，比去年的120万人次下降25%。", "全县接待游客90万人次，比去年的120万人次下降35%。"),
    ("企业从30家增至75家，增长1.5倍。", "企业从30家增至75家，增长2.5倍。"),
    ("绿化率由32.5%提高到36.1%，提高3.6个百分点。", "绿化率由32.5%提高到36.1%，提高4.6个百分点。"),
    ("学校上年有教师210人，今年有教师236人，增加26人。", "学校上年210人，今年有教师236人，增加36人。"),
    ("今年有学员580人，比去年的500名学员增长16%。", "今年有学员580名，比去年的500名学员增长26%。"),
    ("今年培训护工580人，同比增长16%。去年同期为500人。", "今年培训护工580人，同比增长26%。去年同期为500人。"),
    ("产值5.3亿元，上年为4.9亿元，增长8.2%。", "产值5.3亿元，上年为4.9亿元，增长18.2%。"),
]


@pytest.mark.parametrize(("right", "wrong"), RIGHT_AND_WRONG)
def test_a_change_that_the_two_numbers_do_not_give_is_told(right: str, wrong: str) -> None:
    """A sum is right within its digits; the facts stay as they are written in either case."""
    assert not told(right)
    assert told(wrong)
    assert len(measurements(wrong)) == len(measurements(right))


@pytest.mark.parametrize(
    "text",
    [
        "今年培训护工580人，同比增长26%。",  # what it was is not said
        "今年培训护工580人，同比增长26%，去年同期就业500人。",  # of something else
        "今年培训护工约580人，去年同期为500人，同比增长26%。",  # about
        "产值5.3亿元，上年为4.9亿元，按可比价计算增长4.2%。",  # at other prices
        "用电量580万千瓦时，环比增长26%，去年同期为500万千瓦时。",  # of other times
        "培训护工580人、月嫂90人，去年同期为500人，同比增长26%。",  # which of the two
        "车间面积扩大了20%，日产量由原来的6.9吨提升到7.4吨。",  # of something else before it
        "全市产值同比增长8.7%，工业占比也从47.7%提高到50.5%。",  # the like
        "培训护工580人，月薪5000元，增长26%，去年同期为500人。",  # of what stands between
        "培训护工580人，去年同期为500人；外出务工增长26%。",  # another sentence's
        "今年培训护工580人，同比增长26%。\n去年同期为500人。",  # another paragraph's
        "培训护工580人，去年同期为五百人，同比增长26%。",  # not in digits
    ],
)
def test_where_the_text_does_not_state_the_whole_sum_nothing_is_told(text: str) -> None:
    """A number is never recomputed from what the text leaves out, leaves open or tells of something else."""
    assert not told(text)


def test_the_digits_that_are_given_bound_the_sum() -> None:
    """5.3 and 4.9 leave room for 6 to 11 per cent; 5.300 and 4.900 do not."""
    assert not told("产值5.3亿元，上年为4.9亿元，增长10%。")
    assert told("产值5.300亿元，上年为4.900亿元，增长10%。")

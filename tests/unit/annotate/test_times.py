"""Times are resolved as a reader of the paper would, and lie in the future only where the text plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.times import find_times

Found = list[tuple[str, str | None, str | None]]


def found(text: str, published: str | None = "2022-09-14") -> Found:
    """Return text, begin and finish of each time."""
    return [(time.text, time.begin, time.finish) for time in find_times(text, published)]


CASES: list[tuple[str, Found]] = [
    ("9月12日上午，", [("9月12日上午", "2022-09-12", "2022-09-12")]),
    ("９月１２日，", [("９月１２日", "2022-09-12", "2022-09-12")]),
    ("9月8日至10日，", [("9月8日至10日", "2022-09-08", "2022-09-10")]),
    ("8月30日至9月2日，", [("8月30日至9月2日", "2022-08-30", "2022-09-02")]),
    ("2021年12月30日至2022年1月2日，", [("2021年12月30日至2022年1月2日", "2021-12-30", "2022-01-02")]),
    ("9月8—10日，", [("9月8—10日", "2022-09-08", "2022-09-10")]),
    ("二〇一九年五月四日", [("二〇一九年五月四日", "2019-05-04", "2019-05-04")]),
    ("1至8月，", [("1至8月", "2022-01", "2022-08")]),
    ("2019年至2021年，", [("2019年至2021年", "2019", "2021")]),
    ("截至8月底，", [("8月底", "2022-08", "2022-08")]),
    ("去年底，", [("去年底", "2021-12", "2021-12")]),
    ("上半年，", [("上半年", "2022-01", "2022-06")]),
    ("前三季度，", [("前三季度", "2022-01", "2022-09")]),
    ("今年以来，", [("今年以来", "2022", None)]),
    ("“十三五”期间，", [("“十三五”期间", "2016", "2020")]),
    ("“十四五”期间，", [("“十四五”期间", "2021", None)]),
    ("昨日，", [("昨日", "2022-09-13", "2022-09-13")]),
    ("上周五，", [("上周五", "2022-09-09", "2022-09-09")]),
    ("周一下午，", [("周一下午", "2022-09-12", "2022-09-12")]),
    ("上月，", [("上月", "2022-08", "2022-08")]),
    ("近日，", [("近日", None, None)]),
    ("近三年来，", [("近三年来", None, None)]),
]


@pytest.mark.parametrize(("text", "times"), CASES)
def test_a_time_is_resolved(text: str, times: Found) -> None:
    """Each form gives the days it means, from the day of publication."""
    assert found(text) == times


def test_a_bare_day_has_the_month_of_the_day_before_it() -> None:
    """10日, 次日 and 当天 lean on what was named before."""
    days = [begin for _, begin, _ in found("8月30日，全会开幕。31日分组讨论。次日闭幕。当天下午散会。")]
    assert days == ["2022-08-30", "2022-08-31", "2022-09-01", "2022-09-01"]


def test_a_sentence_that_opens_with_that_day_means_the_day_of_the_news() -> None:
    """Behind a look back to years ago, 当天 at the head of a sentence is the day that the paper reports of."""
    back = [begin for _, begin, _ in found("8月28日，记者来到工地。项目2019年4月25日开工。当天，市长到场调研。")]
    assert back == ["2022-08-28", "2019-04-25", "2022-08-28"]
    within = [begin for _, begin, _ in found("8月28日，记者来到工地。2019年4月25日下雨，当天停了工。")]
    assert within[-1] == "2019-04-25"


def test_a_bare_day_without_any_before_is_the_latest_that_has_passed() -> None:
    """20日 in a paper of the 14th is last month's."""
    assert found("20日，")[0][1] == "2022-08-20"


def test_a_month_after_publication_was_last_years_unless_the_text_plans() -> None:
    """12月 of a paper in September has passed, but not behind 将."""
    assert found("12月6日，大桥合龙。")[0][1] == "2021-12-06"
    assert found("大桥将于12月6日合龙。")[0][1] == "2022-12-06"


def test_what_goes_on_since_a_day_has_begun_whatever_the_sentence_foresees() -> None:
    """以来 is never planned: early in January, 12月30日以来 is last year's even beside 预计."""
    assert found("12月30日以来，全市预计日均发送旅客3万人次。", "2023-01-02") == [("12月30日以来", "2022-12-30", None)]


def test_a_month_said_with_its_year_lends_it_to_the_day_that_follows() -> None:
    """从2020年3月初开始……7月21日完成 is one year."""
    assert found("从2020年3月初开始，并于7月21日全面完成。")[1][1] == "2020-07-21"


def test_so_many_years_ago_is_a_year_of_its_own() -> None:
    """八年前的3月2日 lies eight years back, and lends nothing to what follows."""
    assert found("八年前的3月2日，站房开门。5日，") == [
        ("八年前的3月2日", "2014-03-02", "2014-03-02"),
        ("5日", "2022-09-05", "2022-09-05"),
    ]


def test_as_of_this_year_is_no_until_now() -> None:
    """截至今年3月5日 holds no 至今."""
    assert found("截至今年3月5日，") == [("今年3月5日", "2022-03-05", "2022-03-05")]


@pytest.mark.parametrize("text", ["3日内办结", "一日游", "第3日", "2.5日", "12345热线", "3号楼", "从前年纪小"])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Durations, ordinals and telephone numbers are no dates."""
    assert all(begin is None for _, begin, _ in found(text))


@pytest.mark.parametrize("text", ["2月30日", "13月1日", "6月31日"])
def test_a_day_that_does_not_exist_is_not_made_up(text: str) -> None:
    """No such day has a date."""
    assert all(begin is None or len(begin) < len("2022-02-02") for _, begin, _ in found(text))


def test_without_a_day_of_publication_only_what_is_said_is_known() -> None:
    """昨日 means nothing then; a full date still does."""
    assert found("昨日，", None) == [("昨日", None, None)]
    assert found("2021年4月8日", None) == [("2021年4月8日", "2021-04-08", "2021-04-08")]


@given(st.text(alphabet="0129年月日至到，。上中下旬今去昨当次周一二十百季度前后底以来第”“ 年", max_size=40))
def test_times_never_overlap_and_never_run_backwards(text: str) -> None:
    """Whatever the text, mentions are in order, apart, and cite their own characters."""
    end = 0
    for time in find_times(text, "2022-09-14"):
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.text
        end = time.end

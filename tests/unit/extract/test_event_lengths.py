"""How long a happening goes on: 为期5天, 展期至, 将持续到, a span of days told in two times."""

from __future__ import annotations

import pytest

from tests.unit.extract.tellings import events

DAY = "{T3月2日=2021-03-02}"


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (f"为期三天的甲市书展{DAY}在望江公园开幕。", ("2021-03-02", "2021-03-04")),
        (f"为期三天的甲市书展{DAY}在望江公园落下帷幕。", ("2021-02-28", "2021-03-02")),
        (f"{DAY}，甲市焊工技能培训班在{{L丁县}}开班。培训为期10天。", ("2021-03-02", "2021-03-11")),
        (f"{DAY}，甲市焊工技能培训班在{{L丁县}}开班。培训班为期两个月。", ("2021-03-02", None)),
        (f"{DAY}，甲市书展在望江公园举行。展览将持续到{{T3月20日=2020-03-20}}。", ("2021-03-02", "2021-03-20")),
        ("甲市书展将于{T3月8日=2021-03-08}至{T3月12日=2021-03-12}在望江公园举行。", ("2021-03-08", "2021-03-12")),
        (f"{DAY}，甲市书展在望江公园举行。", ("2021-03-02", "2021-03-02")),
    ],
)
def test_a_happening_lasts_as_long_as_the_text_says(body: str, days: tuple[str, str | None]) -> None:
    """The days are counted from an opening on and back from a closing; weeks and months leave the end open."""
    (found,) = events(body)
    assert (found.start, found.end) == days


def test_what_is_told_in_the_same_breath_is_of_the_one_day() -> None:
    """博览会为期四天 lasts; the report that came out there came out on the day that was named."""
    found = events(f"{DAY}，为期四天的甲市博览会在望江公园开幕。{{O甲市商务局}}发布《年度报告》。")
    assert [(event.kind, event.end) for event in found] == [("activity", "2021-03-05"), ("publication", "2021-03-02")]

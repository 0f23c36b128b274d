"""Careers: 顾长汀 heads a bureau in 沧宁市, then is one of two deputy mayors of 青峦市; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import DEPUTY, EVENING, OTHER_CITY, OTHER_GOVERNMENT

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("holder", {}),
    ("holder", {"place": "青峦市", "post": "副市长", "on": "2023-02-18"}),
    ("career", {}),
    ("career", {"person": "顾长汀"}),
    ("appointments", {}),
    ("appointments", {"person": "方既白"}),
    ("appointments", {"place": "青峦市", "from": "2023-02-01", "to": "2023-02-28"}),
    ("appointments", {"body": "青峦市政府", "statuses": "removed,appointed"}),
    ("succession", {}),
    ("succession", {"office": "青峦市政府市长"}),
    ("succession", {"place": "青峦市", "post": "市长"}),
    ("succession", {"body": "沧宁市财政局", "from": "2021"}),
    ("overlaps", {}),
    ("overlaps", {"person": "方既白"}),
    ("overlaps", {"person": "顾长汀", "other": "方既白"}),
    ("overlaps", {"body": "青峦市政府", "to": "2023-02-18"}),
    ("co_holders", {}),
    ("co_holders", {"office": "青峦市政府副市长"}),
    ("co_holders", {"body": "青峦市政府", "post": "副市长", "from": "2023"}),
    ("concurrent", {}),
    ("concurrent", {"person": "方既白", "post": "市长"}),
    ("time_in_office", {}),
    ("time_in_office", {"person": "顾长汀"}),
    ("time_in_office", {"body": "青峦市政府", "post": "市长"}),
    ("turnover", {}),
    ("turnover", {"place": "沧宁市"}),
    ("turnover", {"body": "青峦市政府", "post": "市长", "min_holders": "2"}),
    ("moves", {}),
    ("moves", {"person": "顾长汀"}),
    ("moves", {"place": "青峦市"}),
    ("moves", {"place": "青峦市", "other_place": "沧宁市"}),
)


def tell(story: Story) -> None:
    """Add two heads of a bureau, of whom one goes on to another city."""
    first = story.article(
        "e5a1", "沧宁市财政工作会议", "2020-01-15", EVENING, text="市财政局局长顾长汀作报告。副局长叶疏影主持。"
    )
    second = story.article("e5a2", "财政局换帅", "2021-06-03", EVENING, text="市财政局局长叶疏影6月3日到任。")
    third = story.article(
        "e5a3", "沧宁一周", "2023-05-06", EVENING, text="青峦市副市长顾长汀来访。他自2022年3月1日起任青峦市副市长。"
    )
    bureau = story.body("沧宁市财政局", "department", OTHER_CITY)
    story.link("PART_OF", bureau, OTHER_GOVERNMENT)
    director = story.office(bureau, "局长", single_seat=True)
    deputy_director = story.office(bureau, "副局长", single_seat=False)
    gu, ye = story.node("Person", "顾长汀"), story.node("Person", "叶疏影")

    def hold(person: str, office: str, article: str, quote: str, first_day: str, last_day: str, **more: str) -> None:
        found = story.tenure(
            person,
            office,
            ["holds"],
            first_seen=first_day,
            last_seen=last_day,
            latest_begin=first_day,
            earliest_end=last_day,
            **more,
        )
        story.cite(found, article, quote, status="holds", on=last_day, on_text=last_day)
        story.derive("HOLDS", person, office, found, earliest=first_day, latest=last_day)

    hold(gu, director, first, "市财政局局长顾长汀", "2020-01-15", "2020-01-15", latest_end="2021-06-03")
    hold(ye, deputy_director, first, "副局长叶疏影", "2020-01-15", "2020-01-15")
    hold(ye, director, second, "市财政局局长叶疏影", "2021-06-03", "2021-06-03", earliest_begin="2020-01-16")
    hold(gu, DEPUTY, third, "青峦市副市长顾长汀", "2022-03-01", "2023-05-06")

"""Meetings: who is named first changes, one member is not named, two bodies hold one together; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import (
    BAI,
    BUREAU,
    COMMITTEE,
    DAILY,
    FANG,
    GOVERNMENT,
    HE,
    LIN,
    OTHER_CITY,
    OTHER_GOVERNMENT,
    TAO,
)

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("together", {}),
    ("strongest_ties", {}),
    ("strongest_ties", {"person": "白若溪", "kinds": "meeting", "min_times": "2"}),
    ("naming_order", {}),
    ("naming_order", {"person": "白若溪", "other": "林知远"}),
    ("naming_order", {"kinds": "meeting", "from": "2022-11"}),
    ("order_changes", {}),
    ("order_changes", {"person": "林知远", "kinds": "meeting"}),
    ("chairs", {}),
    ("chairs", {"person": "林知远", "body": "青峦市委"}),
    ("chairs", {"place": "青峦市"}),
    ("meetings", {}),
    ("meetings", {"body": "青峦市政府"}),
    ("meetings", {"place": "青峦市", "to": "2021"}),
    ("attendance", {}),
    ("attendance", {"person": "林知远", "by": "year"}),
    ("attendance", {"kinds": "meeting", "by": "month"}),
    ("signings", {}),
    ("signings", {"person": "陶景行", "topic": "冷链"}),
    ("signings", {"body": "青峦市商务局", "place": "沧宁市", "from": "2022"}),
    ("unnamed", {}),
    ("unnamed", {"body": "青峦市政府", "person": "方既白"}),
    ("bodies_together", {}),
    ("bodies_together", {"body": "青峦市委", "kinds": "meeting"}),
)

_TEXT = (
    "11月2日，市委、市政府召开经济工作会议，林知远主持，白若溪、贺清禾讲话。11月9日，市政府常务会议召开，贺清禾主持，"
    "白若溪、林知远出席。副市长方既白分管商务。陶景行见证市商务局与沧宁市签订冷链物流合作协议。"
)


def tell(story: Story) -> None:
    """Add two meetings of a November: the secretary is named first at one and last at the other."""
    article = story.article("h8d3", "十一月的两个会", "2022-11-10", DAILY, text=_TEXT)
    large = story.event("经济工作会议", "meeting", "2022-11-02", None, "经济、商务工作")
    story.take_part(
        large,
        (COMMITTEE, "organizer", "市委"),
        (GOVERNMENT, "organizer", "市政府"),
        (LIN, "host", "林知远"),
        (BAI, "speaker", "白若溪"),
        (HE, "speaker", "贺清禾"),
    )
    story.cite(large, article, "市委、市政府召开经济工作会议，林知远主持")
    small = story.event("市政府常务会议", "meeting", "2022-11-09", None, "常务会议")
    story.take_part(
        small,
        (GOVERNMENT, "organizer", "市政府"),
        (HE, "host", "贺清禾"),
        (BAI, "participant", "白若溪"),
        (LIN, "participant", "林知远"),
        (BUREAU, "participant", "市商务局"),
    )
    story.cite(small, article, "市政府常务会议召开，贺清禾主持")
    deputy = next(
        node.id for node in story.nodes if node.label == "Office" and node.props["name"] == "青峦市政府副市长"
    )
    signed = story.event("青沧冷链签约", "signing", "2022-11-09", None, "冷链物流合作协议")
    story.take_part(
        signed,
        (BUREAU, "participant", "市商务局"),
        (OTHER_GOVERNMENT, "participant", "沧宁市"),
        (TAO, "participant", "陶景行"),
    )
    story.link("HAPPENED_AT", signed, OTHER_CITY, **{"as": "area"})
    story.cite(signed, article, "市商务局与沧宁市签订冷链物流合作协议")
    found = story.tenure(
        FANG,
        deputy,
        ["holds"],
        first_seen="2022-11-01",
        last_seen="2022-11-10",
        latest_begin="2022-11-01",
        key="earlier",
    )
    story.cite(found, article, "副市长方既白", status="holds", on="2022-11-10", on_text="2022-11-10")

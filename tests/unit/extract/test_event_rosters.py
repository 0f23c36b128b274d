"""Who was there by a roster, a plenum told with a comma, courts, bodies founded, and who came to an opening."""

from __future__ import annotations

import pytest

from tests.unit.extract.tellings import events, roles

DAY = "{T3月2日=2021-03-02}"


@pytest.mark.parametrize("lead", ["出席座谈会的有：", "参加座谈会的还有", "出席座谈会的领导还有："])
def test_a_roster_goes_on_over_commas_to_the_end_of_its_sentence(lead: str) -> None:
    """出席座谈会的有：A，B、C，D are all at the meeting told before."""
    found = events(
        f"{DAY}，{{O甲市政府}}举行军政座谈会。{lead}[市人大常委会主任|P高晓东]，[市政协主席|P田野]、"
        "[副市长|P马长河]，[市应急局局长|P柳依依]。"
    )
    assert len(found) == 1
    assert {"高晓东", "田野", "马长河", "柳依依"} <= roles(found[0]).keys()


def test_a_count_of_those_present_names_nobody() -> None:
    """参加会议的有100余人 ends with its sentence: who speaks in the next one was not of the roster."""
    found = events(f"{DAY}，{{O甲市政府}}召开现场会。参加会议的有100余人。[县长|P马长河]说，渠道已经修好。")
    assert "马长河" not in roles(found[0])


def test_a_plenum_is_told_with_a_comma_before_its_day() -> None:
    """…第三次全体会议，于3月2日在…举行; who explains a paper to it speaks, and the standing committee holds it."""
    found = events(
        f"中共甲市五届委员会第三次全体会议，于{DAY}在{{L丁县}}举行。全会由{{O甲市委常委会}}主持。"
        "[市长|P高晓东]就《决定（讨论稿）》向全会作了说明。"
    )
    assert [(event.kind, event.start) for event in found] == [("meeting", "2021-03-02")]
    assert roles(found[0]).items() >= {("甲市委常委会", "organizer"), ("高晓东", "speaker")}


@pytest.mark.parametrize(
    ("body", "kind", "topic"),
    [
        (f"{DAY}，{{O丁县人民法院}}依法公开开庭审理一起涉恶案件，并当庭宣判。", "investigation", "涉恶案件"),
        (f"{DAY}，受冷涡影响，甲市普降暴雨。", "incident", "暴雨"),
        (f"{DAY}，青石水库工程在{{L丁县}}开工动员。", "ceremony", "青石水库工程"),
        (f"{DAY}，{{O甲市政府}}成立由[市应急局局长|P柳依依]任组长的事故调查组。", "establishment", "事故调查组"),
        (f"{{O丁县总医院}}成立于{DAY}，下设三个院区。", "establishment", "丁县总医院"),
    ],
)
def test_more_happenings_of_public_life(body: str, kind: str, topic: str) -> None:
    """Courts in session, storms, starts of work and bodies founded are happenings."""
    found = events(body)
    assert [(event.kind, event.start) for event in found] == [(kind, "2021-03-02")]
    assert topic in found[0].topic


@pytest.mark.parametrize(
    "body",
    [
        f"{DAY}，{{O丁县人民法院}}开庭的前一天，材料已经备好。",
        f"预计{DAY}受冷空气影响，沿海将出现大风。",
        "成立于上世纪的老厂如今换了新颜。",
    ],
)
def test_what_only_mentions_them_is_none(body: str) -> None:
    """开庭的前一天, a forecast, and an age that no day tells."""
    assert events(body) == []


def test_the_meeting_that_starts_work_is_the_start_of_work() -> None:
    """工程开工动员。市长主持开工动员会 is told once."""
    found = events(f"{DAY}，青石水库工程在{{L丁县}}开工动员。[市长|P高晓东]主持开工动员会。")
    assert len(found) == 1
    assert roles(found[0]) == {"高晓东": "host"}


def test_who_attends_and_then_teaches_did_both() -> None:
    """P出席，并讲授第一课: of the opening of term, and of the lesson."""
    found = events(f"{DAY}，春季学期开学典礼举行。[县长|P马长河]出席，并以《信念》为题讲授“开学第一课”。")
    assert {event.kind: roles(event) for event in found} == {
        "ceremony": {"马长河": "participant"},
        "lecture": {"马长河": "speaker"},
    }


def test_those_who_come_to_a_farewell_are_there() -> None:
    """A、B等到殡仪馆为C送别: C is not one of the company."""
    found = events(f"{DAY}，遗体送别仪式在青石殡仪馆举行。[省长|P高晓东]，[市长|P马长河]等到殡仪馆送别。")
    assert roles(found[0]) == {"高晓东": "participant", "马长河": "participant"}

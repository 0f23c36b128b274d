"""Events: what happened, when, where, and who was there in which part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.event_grammar import grammar
from kg.extract.events import find_events
from tests.unit.extract.tellings import annotated, events, roles


def test_trip_gathers_company_stops_and_days() -> None:
    """A trip told in three sentences is one visit with its leader, company, stops, range of days and destination."""
    found = events(
        "{T3月1日至2日=2021-03-01/2021-03-02}，[市长|P高晓东]率市考察团赴{L乙市}，考察学习蔬菜冷链工作。"
        "[副市长|P马长河]随团考察。"
        "考察团一行先后走进青石冷链物流园和{L丙区}红叶批发市场，实地了解情况。",
        headline="[|P高晓东]赴{L乙市}考察",
    )
    assert len(found) == 1
    trip = found[0]
    assert (trip.kind, trip.start, trip.end, trip.places) == ("visit", "2021-03-01", "2021-03-02", ("乙市",))
    assert roles(trip) == {"高晓东": "leader", "马长河": "participant"}
    assert trip.sites == ("青石冷链物流园", "丙区红叶批发市场")
    assert trip.delegation is not None
    assert trip.delegation.led_by == "高晓东"
    assert trip.delegation.members == ("马长河",)


def test_parts_in_a_meeting_follow_the_verbs() -> None:
    """主持 makes a host, 讲话 a speaker, 出席 and 列席 participants; the seat is the place."""
    found = events(
        "{T3月2日=2021-03-02}，{O市政府=甲市政府}召开城建工作推进会。[市长|P高晓东]讲话，[副市长|P马长河]主持，"
        "[局长|P沈秋]、[局长|P白露]出席，[主任|P方正]列席会议。"
    )
    assert len(found) == 1
    assert (found[0].kind, found[0].start, found[0].places) == ("meeting", "2021-03-02", ("甲市",))
    assert roles(found[0]) == {
        "甲市政府": "organizer",
        "高晓东": "speaker",
        "马长河": "host",
        "沈秋": "participant",
        "白露": "participant",
        "方正": "participant",
    }


def test_receiving_is_hosting() -> None:
    """Who receives in 会见 is host; who is received, and who joins, participates."""
    found = events(
        "{T3月2日=2021-03-02}，[市委书记|P高晓东]在{L甲市}会见了[董事长|P田野]一行。[副市长|P马长河]参加会见。"
    )
    assert [e.kind for e in found] == ["talks"]
    assert roles(found[0]) == {"高晓东": "host", "田野": "participant", "马长河": "participant"}


def test_condolence_has_those_visited_as_recipients() -> None:
    """Who is called on is the recipient; who accompanies participates."""
    found = events(
        "{T3月2日=2021-03-02}，[市委书记|P高晓东]来到{L丁县}新桥社区，看望慰问[老党员|P石青山]，[县委书记|P马长河]陪同。"
    )
    assert [e.kind for e in found] == ["condolence"]
    assert roles(found[0]) == {"高晓东": "leader", "石青山": "recipient", "马长河": "participant"}
    assert found[0].sites == ("丁县新桥社区",)


@pytest.mark.parametrize(
    "told",
    [
        "[市长|P高晓东]强调，要召开专题会议，深入基层调研，慰问困难群众。",
        "各级各部门要举办培训班。",
        "{T去年以来}，干部们每年都会参加义务植树活动。",
        "深入学习贯彻[|P高晓东]总书记重要讲话精神和全会精神。",
        "双方同意举行高级别对话会议。",
    ],
)
def test_exhortation_habit_and_spoken_words_are_no_events(told: str) -> None:
    """What is demanded, habitual or merely said makes no event."""
    assert events(told) == []


def test_two_lectures_on_one_day_stay_two() -> None:
    """A second talk at another place, told with its own time, is an event of its own; the hearers do not speak."""
    found = events(
        "{T3月2日=2021-03-02}，[教授|P高晓东]来到{L丁县}，为干部作形势宣讲报告。"
        "{T当天下午=2021-03-02}，[|P高晓东]还走进{L柳湾村}，与[理事长|P田野]、[村民|P石青山]围坐一起开展互动式宣讲。"
    )
    assert [e.kind for e in found] == ["lecture", "lecture"]
    assert roles(found[1]) == {"高晓东": "speaker", "田野": "participant", "石青山": "participant"}


def test_an_investigation_is_one_event_a_person() -> None:
    """Expulsion and hand-over of one person in one text are one investigation; its body is the organizer."""
    found = events(
        "{T3月2日=2021-03-02}，[原局长|P高晓东]涉嫌严重违纪违法，正接受{O丁县纪委监委}审查调查。[|P高晓东]被开除党籍。",
    )
    assert [e.kind for e in found] == ["investigation"]
    assert roles(found[0]) == {"高晓东": "subject", "丁县纪委监委": "organizer"}


def test_appointment_comes_with_its_tenures() -> None:
    """People appointed and removed by one body are the subjects of one appointment."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市人大常委会}会议通过：\n任命[副市长|P高晓东]为秘书长；\n任命[局长|P马长河]为主任。",
        status="appointed",
    )
    appointment = next(e for e in found if e.kind == "appointment")
    assert roles(appointment) == {"高晓东": "subject", "马长河": "subject", "甲市人大常委会": "organizer"}
    assert appointment.start == "2021-03-02"


def test_signing_has_both_sides() -> None:
    """The bodies that sign take part, and so do those who look on."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市政府}与{O青石公司}签署合作协议。[市长|P高晓东]，[董事长|P田野]见证签约。"
    )
    assert [e.kind for e in found] == ["signing"]
    assert roles(found[0]) == {
        "甲市政府": "participant",
        "青石公司": "participant",
        "高晓东": "participant",
        "田野": "participant",
    }


def test_a_stated_future_day_is_planned() -> None:
    """A completion announced for a stated day is planned; it takes nobody who speaks at today's ceremony."""
    found = events("{T3月2日=2021-03-02}，新桥学校项目动工建设，预计{T6月1日=2021-06-01}投入使用。[院长|P蓝山]致辞。")
    kinds = {e.modality: e for e in found}
    assert kinds[None].start == "2021-03-02"
    assert roles(kinds[None]) == {"蓝山": "speaker"}
    assert kinds["planned"].start == "2021-06-01"


def test_an_earthquake_has_its_place() -> None:
    """An incident takes the place where it broke out."""
    found = events("{T3月2日3时=2021-03-02}，{L丁县}发生4.1级地震。", place=None)
    assert [(e.kind, e.places, e.end) for e in found] == [("incident", ("丁县",), "2021-03-02")]


def test_headline_adds_no_second_event() -> None:
    """What the headline repeats is evidence of the event that the body tells."""
    found = events(
        "{T3月2日=2021-03-02}，[市长|P高晓东]主持召开市政府常务会议。", headline="[|P高晓东]主持召开市政府常务会议"
    )
    assert [e.kind for e in found] == ["meeting"]
    assert {piece.part for piece in found[0].evidence} == {"headline", "body"}


def test_every_quote_is_the_pages_own_text() -> None:
    """Evidence cites the page verbatim."""
    told = annotated("{T3月2日=2021-03-02}，[市长|P高晓东]到{L丁县}调研春耕生产，走进青石农场。")
    for event in find_events(told)[0]:
        for piece in event.evidence:
            assert told.article.page.raw[piece.start : piece.end] == piece.quote


@given(st.text(alphabet="市县会议调研赴召开举行、，。；“”《》（）在到3月2日 \n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """No arrangement of words and marks breaks the reader, and the same text gives the same events."""
    told = annotated(text or "。")
    assert find_events(told) == find_events(told)


def test_grammar_names_only_known_kinds_and_roles(event_kinds: set[str], event_roles: set[str]) -> None:
    """The tables use the kinds and roles of the fact inventory and no others."""
    rules = grammar()
    assert {t.kind for t in rules.triggers} | set(rules.nouns.values()) <= event_kinds
    used = {r for pair in rules.roles.values() for r in pair} | {t.before for t in rules.triggers}
    assert used - {""} <= event_roles


@pytest.fixture
def event_kinds() -> set[str]:
    """Return the kinds of event."""
    words = (
        "visit inspection condolence meeting talks lecture training signing ceremony recognition campaign appointment "
        "investigation establishment publication incident activity"
    )
    return set(words.split())


@pytest.fixture
def event_roles() -> set[str]:
    """Return the roles in an event."""
    return {"leader", "host", "speaker", "participant", "organizer", "recipient", "subject"}


def test_a_delegation_is_those_who_travel_together() -> None:
    """A group has its leader, the members who came along and its sender; local hosts are not of it."""
    found = events(
        "{T3月2日=2021-03-02}，[副省长|P高晓东]率考察组到{L丁县}调研。[厅长|P沈秋]随团调研，[县委书记|P马长河]陪同。"
    )
    group = found[0].delegation
    assert group is not None
    assert (group.name, group.led_by, group.members) == ("考察组", "高晓东", ("沈秋",))
    assert roles(found[0]) == {"高晓东": "leader", "沈秋": "participant", "马长河": "participant"}


def test_guests_named_only_as_a_party_are_those_who_came() -> None:
    """会见了代表团一行 lets the leader of the delegation take part in the talks; the host leads no delegation."""
    found = events(
        "{T3月2日=2021-03-02}，以[主席|P田野]为团长的商会代表团到{L甲市}访问。[市委书记|P高晓东]会见了代表团一行。"
    )
    assert [e.kind for e in found] == ["visit", "talks"]
    assert roles(found[1]) == {"高晓东": "host", "田野": "participant"}
    assert found[1].delegation is not None
    assert found[1].delegation.led_by == "田野" or found[1].delegation.led_by is None

"""Kinds of telling in the local press and on the air, each with the events that it must give, and those it must not."""

from __future__ import annotations

import pytest

from kg.extract.event_abroad import lies_elsewhere
from tests.unit.extract.tellings import events, roles

DAY = "{T3月2日=2021-03-02}"


def told(body: str, **options: str | None) -> list[tuple[str, dict[str, str]]]:
    """Return kind and parts of each event."""
    return [(event.kind, roles(event)) for event in events(body, **options)]


@pytest.mark.parametrize(
    ("body", "kind", "topic"),
    [
        (f"{DAY}，{{L丁县}}普降暴雨，多个村庄受灾。", "incident", "暴雨"),
        (f"{DAY}，一列货运列车在{{L丁县}}脱轨，造成2人受伤。", "incident", "一列货运列车在丁县脱轨"),
        (f"{DAY}，[副市长|P马长河]到青石大桥工地现场办公。", "inspection", "到青石大桥工地现场办公"),
        (f"{DAY}，[局长|P沈秋]受到党内严重警告处分。", "investigation", "沈秋受到党内严重警告处分"),
        (f"{DAY}，[教授|P白露]在全省茶叶大赛中获得银奖。", "recognition", "在全省茶叶大赛中获得银奖"),
        (f"{DAY}，{{O甲市统计局}}发布的数据显示，产量增长。", "publication", "数据"),
        (f"{DAY}，{{O甲市茶叶协会}}在{{L丁县}}揭牌成立。", "establishment", "甲市茶叶协会"),
        (f"{DAY}，冬季冰雪嘉年华在望江公园启幕。", "activity", "冬季冰雪嘉年华"),
        (f"{DAY}，甲市半程马拉松鸣枪开跑。", "activity", "甲市半程马拉松"),
        (f"{DAY}，[董事长|P田野]一行到访{{L丁县}}。", "visit", "到访丁县"),
        (f"{DAY}，[教授|P白露]为学生讲授法治课。", "lecture", "法治课"),
        (f"{DAY}，[市长|P高晓东]出席工商界早餐会并致辞。", "meeting", "工商界早餐会"),
        (f"{DAY}，“山河岁月——考古成就展”在望江博物馆开展。", "activity", "考古成就展"),
        (f"{DAY}，{{O甲市消防救援支队}}组织开展高层建筑灭火演练。", "activity", "高层建筑灭火演练"),
        (f"{DAY}，青石气田一期项目成功投产。", "ceremony", "青石气田一期项目"),
        (f"{DAY}，{{L丁县}}发生5级强震。", "incident", "5级强震"),
        (f"{DAY}，{{O乙国海军}}炮击了港口油库。", "incident", "炮击了港口油库"),
        (f"{DAY}，双方在{{L丁县}}附近交火。", "incident", "交火"),
        (f"{DAY}，当地民众在{{L丁县}}举行抗议集会。", "activity", "抗议集会"),
    ],
)
def test_each_kind_is_evoked_by_the_words_of_the_genre(body: str, kind: str, topic: str) -> None:
    """A happening is found by its own verbs, not only by the usual nouns."""
    found = events(body)
    assert [event.kind for event in found] == [kind]
    assert topic in found[0].topic
    assert found[0].start == "2021-03-02"


@pytest.mark.parametrize(
    "body",
    [
        f"{DAY}，[主席|P高晓东]对[总统|P田野]访华表示欢迎。",
        f"{DAY}，[市长|P高晓东]说，我看望了[教授|P白露]。",
        f"{DAY}，会议听取了[副主任|P马长河]作的关于检查节水条例实施情况的报告。",
        f"{DAY}，人们纪念[作家|P田野]发表《江边》50周年。",
        "[村民|P沈秋]说，三次座谈会都开得好。",
        f"{DAY}，{{O乙国外交部}}对袭击事件尚未作出回应。",
        f"{DAY}，[市长|P高晓东]祝贺大会成功举办。",
        f"{DAY}，有关部门下一步将组织座谈，这是[部长|P高晓东]首次访问{{L乙国}}。",
    ],
)
def test_what_is_only_mentioned_evokes_nothing(body: str) -> None:
    """Welcomes, what somebody says of himself, names of reports, anniversaries and remarks are no events."""
    assert events(body) == []


def test_who_gives_an_honour_holds_it_and_the_people_receive_it() -> None:
    """被O认定为 names the giver; 授予某厂焊工P honours the person, not the works; 获此殊荣 tells of the same honour."""
    assert told(f"{DAY}，{{O青石公司}}被{{O甲省农业厅}}认定为龙头企业。") == [
        ("recognition", {"青石公司": "recipient", "甲省农业厅": "organizer"})
    ]
    assert told(f"{DAY}，{{O甲市总工会}}授予{{O青石厂}}焊工[|P沈秋]“工匠”称号。") == [
        ("recognition", {"甲市总工会": "organizer", "沈秋": "recipient"})
    ]
    first = f"{DAY}，[教授|P白露]在全省大赛上获得金奖。[教授|P沈秋]获此殊荣。"
    assert told(first) == [("recognition", {"白露": "recipient", "沈秋": "recipient"})]


def test_a_group_that_nobody_leads_by_name_goes_itself() -> None:
    """Where no person is named, the delegation is who took part in the visit."""
    (found,) = events(f"青石学者代表团于{DAY}在{{L丁县}}参观访问。")
    assert (found.kind, found.places, roles(found)) == ("visit", ("丁县",), {"青石学者代表团": "participant"})


def test_hosts_abroad_are_those_who_are_called_on() -> None:
    """On a visit to another country whoever is met there receives, and it takes place there."""
    found = events(
        f"[省长|P高晓东]率代表团对{{L赞比亚}}进行友好访问。{DAY}，[|P高晓东]会见[总统|P田野]、[议长|P沈秋]。",
    )
    assert [event.kind for event in found] == ["visit", "talks"]
    assert roles(found[1]) == {"高晓东": "participant", "田野": "host", "沈秋": "host"}
    assert found[1].places == ("赞比亚",)


def test_a_caller_told_in_passing_is_a_visit_of_its_own() -> None:
    """同来华访问的P会谈 tells of talks with both and of a visit by the one who came."""
    found = told(f"{DAY}，[部长|P高晓东]同来华进行正式访问的[外长|P田野]举行会谈。")
    assert found == [("visit", {"田野": "leader"}), ("talks", {"高晓东": "participant", "田野": "participant"})]


def test_a_group_goes_by_its_full_name_and_stands_once() -> None:
    """率党政代表团 takes the place of its leader, and its leader stands for it among the participants."""
    found = events(
        f"{DAY}，[市长|P高晓东]率{{O党政代表团}}来{{L甲市}}考察。",
    )
    assert roles(found[0]) == {"高晓东": "leader"}
    alone = events(f"{DAY}，{{O乙市党政代表团}}来{{L甲市}}考察。")
    assert roles(alone[0]) == {"乙市党政代表团": "participant"}


def test_a_meeting_and_a_signing_of_one_day_keep_their_own_people() -> None:
    """两地举行座谈会，并签署协议: who chairs the one does not sign the other."""
    found = told(
        f"{DAY}，两地举行座谈会，并签署文旅合作协议。[市长|P高晓东]主持座谈会。[局长|P沈秋]与[局长|P白露]代表两地签署协议。"
    )
    assert found == [
        ("meeting", {"高晓东": "host"}),
        ("signing", {"沈秋": "participant", "白露": "participant"}),
    ]


def test_a_committee_sends_its_members_to_look() -> None:
    """组织代表视察 is an inspection led by the body; the stops that follow are its sites."""
    found = events(f"{DAY}，{{O甲市人大常委会}}组织部分代表视察养老工作。视察组先后察看了青石敬老院、白水康养中心。")
    assert [(event.kind, roles(event)) for event in found] == [("inspection", {"甲市人大常委会": "leader"})]
    assert found[0].sites == ("青石敬老院", "白水康养中心")


def test_those_talked_with_on_the_way_are_of_the_company() -> None:
    """与县委书记P、县长P交流 and 同行的还有P make participants."""
    found = told(
        f"{DAY}，[省长|P高晓东]到{{L丁县}}调研，与[县委书记|P沈秋]、[县长|P白露]深入交流。同行的还有[厅长|P方正]。"
    )
    assert found == [
        (
            "inspection",
            {"高晓东": "leader", "沈秋": "participant", "白露": "participant", "方正": "participant"},
        )
    ]


def test_the_closing_line_names_people_without_titles() -> None:
    """何晓明、方文杰等参加会见 closes the article; 高校、企业参加 names nobody."""
    body = f"{DAY}，[市长|P高晓东]会见[董事长|P田野]。\n"
    assert told(f"{body}何晓明、方文杰等参加会见。")[0][1] == {
        "高晓东": "host",
        "田野": "participant",
        "何晓明": "participant",
        "方文杰": "participant",
    }
    assert told(f"{body}高校、企业代表参加会见。")[0][1] == {"高晓东": "host", "田野": "participant"}


def test_talks_with_several_are_not_mixed() -> None:
    """会见A时，P表示 and 会见B时，P表示 are two talks; after 分别会见A、B they are parts of the one."""
    apart = told(
        f"{DAY}，[市长|P高晓东]作了准备。在会见[董事长|P田野]时，[|P高晓东]表示欢迎。在会见[院长|P白露]时，[|P高晓东]表示感谢。"
    )
    assert [parts for _, parts in apart] == [
        {"高晓东": "host", "田野": "participant"},
        {"高晓东": "host", "白露": "participant"},
    ]
    one = told(f"{DAY}，[市长|P高晓东]分别会见[董事长|P田野]、[院长|P白露]。会见[|P田野]时，[|P高晓东]表示欢迎。")
    assert one == [("talks", {"高晓东": "host", "田野": "participant", "白露": "participant"})]


def test_sittings_belong_to_their_meeting() -> None:
    """主持第一次全体会议 chairs the meeting that was told to last three days."""
    days = "{T3月1日至3日=2021-03-01/2021-03-03}"
    found = told(f"甲市人大一次会议{days}举行。[主任|P方正]主持第一次全体会议。")
    assert found == [("meeting", {"方正": "host"})]


def test_a_plan_reaches_over_clauses() -> None:
    """将会见A，同B会谈，会见C plans all three."""
    found = events("{T3月9日=2021-03-09}，[市长|P高晓东]将会见[董事长|P田野]，会见[院长|P白露]。")
    assert {event.modality for event in found} <= {"planned"}


def test_a_guest_is_from_elsewhere() -> None:
    """Another city is elsewhere; a district of one's own city, or its province, is not; an unknown place is neither."""
    assert lies_elsewhere(["苏州市"], "宁波市")
    assert not lies_elsewhere(["海曙区"], "宁波市")
    assert not lies_elsewhere(["宁波市"], "浙江省")
    assert not lies_elsewhere(["青石县"], "宁波市")
    assert not lies_elsewhere(["苏州市"], None)


def test_rites_are_called_by_what_they_open() -> None:
    """某铁路举行通车仪式 is the rite of that railway; 项目日前开工 does not keep its 日前."""
    assert events(f"{DAY}，青石至白水铁路举行通车仪式。")[0].topic == "青石至白水铁路举行通车仪式"
    assert events("城南公园项目日前开工建设。")[0].topic == "城南公园项目"


def test_an_exhibition_goes_on_to_its_last_day() -> None:
    """展期至 ends what is held, in the year in which it began."""
    found = events(f"{DAY}，甲市书展在望江公园举行，展期至{{T3月20日=2020-03-20}}。")
    assert [(event.kind, event.start, event.end) for event in found] == [("activity", "2021-03-02", "2021-03-20")]


@pytest.mark.parametrize(
    "body",
    [
        f"{DAY}，[主席|P高晓东]热情欢迎[总统|P田野]访问{{L乙国}}。",
        f"{DAY}，[副市长|P马长河]在{{L丁县}}转达市委的亲切慰问。",
    ],
)
def test_a_welcome_is_no_visit(body: str) -> None:
    """Who welcomes a guest has not travelled, and who passes greetings on has called on nobody."""
    assert events(body) == []


@pytest.mark.parametrize("closing", ["参加座谈", "参加"])
def test_those_who_came_came_to_the_meeting(closing: str) -> None:
    """会上，两市签署协议。P、P参加: the list is of the meeting, not of what was signed there."""
    found = told(
        f"{DAY}，两地举行座谈会。[市长|P高晓东]主持会议。会上，两市签署了合作协议。[局长|P沈秋]、[局长|P白露]{closing}。"
    )
    assert found[0] == ("meeting", {"高晓东": "host", "沈秋": "participant", "白露": "participant"})
    assert [kind for kind, _ in found] == ["meeting", "signing"]
    assert found[1][1] == {}

"""Phrases that tell who did what around the main happening: before talks, beside an award, in passing."""

from __future__ import annotations

import pytest

from tests.unit.extract.tellings import events, roles


def test_two_honours_given_in_one_breath_are_one_giving() -> None:
    """授予甲A称号，授予乙B称号 is one recognition with both as recipients."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市总工会}举行大会，授予[焊工|P石青山]“首席工匠”称号，授予{O白水供电公司}“工人先锋号”称号。"
    )
    given = [e for e in found if e.kind == "recognition"]
    assert len(given) == 1
    assert roles(given[0]).items() >= {("石青山", "recipient"), ("白水供电公司", "recipient")}


def test_honours_told_in_two_sentences_stay_two() -> None:
    """Another giver on another day is another recognition."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市总工会}授予[焊工|P石青山]“首席工匠”称号。"
        "{T3月4日=2021-03-04}，{O乙省妇联}授予[护士长|P田野]“巾帼标兵”称号。"
    )
    assert [e.kind for e in found] == ["recognition", "recognition"]


def test_a_pronoun_is_honoured_for_whom_the_text_named_last() -> None:
    """追授他…称号 gives the honour to the person of the sentence before; the way it was told is no hindrance."""
    found = events(
        "{O中央宣传部}{T2日=2021-03-02}以云发布的方式，追授[|P石青山]“时代楷模”称号。此前，{O水利部}追授他“先进工作者”称号。"
    )
    assert [roles(e) for e in found] == [
        {"石青山": "recipient", "中央宣传部": "organizer"},
        {"水利部": "organizer", "石青山": "recipient"},
    ]


def test_the_honoured_need_no_title() -> None:
    """授予王某等20名同志 names its recipient; 授予优秀等级 names nobody."""
    (found,) = events("{T3月2日=2021-03-02}，{O甲市委}授予王秀兰等20名同志“优秀共产党员”称号。")
    assert roles(found) == {"甲市委": "organizer", "王秀兰": "recipient"}
    (other,) = events("{T3月2日=2021-03-02}，{O甲市委}授予先进典型等20名个人“优秀共产党员”称号。")
    assert roles(other) == {"甲市委": "organizer"}


def test_a_second_decision_on_one_person_is_no_second_case() -> None:
    """由市监委给予其开除公职处分 belongs to the investigation told before."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市纪委监委}对[局长|P石青山]严重违纪违法问题立案审查调查。"
        "决定给予[|P石青山]开除党籍处分；由{O甲市监委}给予其开除公职处分。"
    )
    assert [e.kind for e in found] == ["investigation"]


def test_talks_before_a_signing_are_where_it_was() -> None:
    """签约前，A与B会谈: the place of the signing; who sign for the sides take part in the signing."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市政府}与{O青石集团}在{L乙市}签署战略合作框架协议。"
        "签约前，[市长|P高晓东]与[董事长|P田野]举行会谈。[副市长|P马长河]与[总裁|P沈秋]分别代表双方签约。"
    )
    signing = next(e for e in found if e.kind == "signing")
    talks = next(e for e in found if e.kind == "talks")
    assert talks.places == ("乙市",)
    assert roles(signing).items() >= {("马长河", "participant"), ("沈秋", "participant")}
    assert set(roles(talks)) == {"高晓东", "田野"}


def test_what_follows_talks_is_of_their_day() -> None:
    """会谈后 and 会谈前 are dated by the talks, though a visit without a day was told in the same sentence."""
    found = events(
        "[国家副主席|P高晓东]{T2日=2021-03-02}在{L北京市}同来华进行国事访问的[总统|P田野]举行会谈。\n会谈后，双方签署经贸、农业等领域6份合作文件。",
        place=None,
    )
    signing = next(e for e in found if e.kind == "signing")
    assert signing.start == "2021-03-02"


def test_teachers_who_are_asked_to_come_teach() -> None:
    """邀请A、B授课 makes speakers; 应A邀请 makes A no part of it."""
    (found,) = events("{T3月2日=2021-03-02}，{O甲市妇联}举办绣娘技能培训班，邀请[副教授|P石青山]、[传承人|P田野]授课。")
    assert roles(found).items() >= {("石青山", "speaker"), ("田野", "speaker")}
    (other,) = events("{T3月2日=2021-03-02}，应[|P田野]邀请，[市长|P高晓东]率团赴{L乙市}考察学习。")
    assert "田野" not in roles(other)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("{T3月2日=2021-03-02}，位于{L乙省}{L丙市}的青石二号隧道主体工程完工。", "ceremony"),
        ("{T2018年=2018}，[村党支部书记|P石青山]带头成立{O青石蔬菜合作社}，流转土地600亩。", "establishment"),
        (
            "{T3月2日=2021-03-02}清晨，一艘客轮在{L丙市}附近与货船相撞后倾覆，{T截至目前=2021-03-05}已造成至少3人遇难。",
            "incident",
        ),
    ],
)
def test_more_words_that_tell(told: str, kind: str) -> None:
    """完工, 带头成立, 相撞后倾覆."""
    assert [e.kind for e in events(told)] == [kind]


@pytest.mark.parametrize(
    "told",
    [
        "[农艺师|P石青山]每周到村里指导。",
        "[农艺师|P石青山]定期到{L丙县}检查指导。",
        "{O青石学校}计划带头成立{O青石蔬菜合作社}。",
        "青石隧道完工后，群众出行更方便。",
    ],
)
def test_habits_plans_and_conditions_tell_nothing(told: str) -> None:
    """每周, 定期, 计划, …后."""
    assert events(told) == []


def test_another_piece_of_news_has_its_own_appointment() -> None:
    """A paragraph that begins with 另据 tells a decision of its own, by its own body."""
    found = events(
        "{O国务院}任命[副部长|P石青山]为副部长。\n另据{O中央组织部}消息，{O中共中央}批准：[|P田野]同志任[省委书记|P田野]。",
        place=None,
        status="appointed",
    )
    assert [set(roles(e)) for e in found if e.kind == "appointment"] == [{"石青山", "国务院"}, {"田野", "中共中央"}]


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        ("[市长|P高晓东]抽查了青石国家级自然保护区值班值守情况，", ("青石国家级自然保护区",)),
        ("[市长|P高晓东]察看了青石水库工程施工现场，", ("青石水库工程",)),
        ("[市长|P高晓东]察看了新型文旅项目建设情况，", ()),
    ],
)
def test_a_venue_may_be_told_by_its_condition(told: str, venue: tuple[str, ...]) -> None:
    """…值班值守情况 leaves the venue; what no venue's word ends is none."""
    (found,) = events(f"{{T3月2日=2021-03-02}}，{told}检查防火工作。")
    assert found.sites == venue

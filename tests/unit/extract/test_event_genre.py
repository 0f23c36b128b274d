"""Turns of the local press around a happening: who came to it, where it was, and what is only said beside it."""

from __future__ import annotations

import pytest

from tests.unit.extract.tellings import events, roles

DAY = "{T3月2日=2021-03-02}"


@pytest.mark.parametrize(
    ("body", "kind", "topic"),
    [
        (f"{DAY}，一辆客车在{{L丁县}}发生侧翻，造成2人受伤。", "incident", "侧翻"),
        (f"{DAY}，{{L丁县}}遭遇强降雨，部分道路积水。", "incident", "强降雨"),
        (f"{DAY}，[县长|P马长河]赶到现场组织救援。", "inspection", "救援"),
        (f"{DAY}，青石学院举行毕业生双选会。", "activity", "毕业生双选会"),
        (f"{DAY}，迎新春文艺晚会在望江公园上演。", "activity", "迎新春文艺晚会"),
        (f"{DAY}，{{O甲市歌舞团}}为村民送上一场文艺演出。", "activity", "文艺演出"),
        (f"{DAY}，青石茶产业园揭牌仪式暨采茶节在{{L丁县}}举行。", "ceremony", "揭牌仪式"),
        (f"{DAY}，甲市五届人大二次会议圆满完成各项议程，胜利闭幕。", "meeting", "二次会议"),
        (f"{DAY}，[县委书记|P马长河]赶到{{L丁县}}，召开现场会部署防汛工作。", "meeting", "现场会"),
    ],
)
def test_more_words_of_the_genre(body: str, kind: str, topic: str) -> None:
    """Each is told by words of its own."""
    found = events(body)
    assert (found[-1].kind, found[-1].start) == (kind, "2021-03-02")
    assert topic in found[-1].topic


@pytest.mark.parametrize(
    "body",
    [
        "[市委书记|P高晓东]考察过的村庄变了样。",
        f"{DAY}，事故发生的原因仍在调查中。",
        f"{DAY}，{{O乙国军方}}增强了空袭力度。",
        "大型文化节目《青石记》今晚播出。",
        f"{DAY}起，{{O甲市商务局}}将举办书展、诗会等活动。",
    ],
)
def test_what_the_words_only_touch_is_no_event(body: str) -> None:
    """考察过的, 发生的原因, 空袭力度, 文化节目, and a plan of 书展、诗会等活动."""
    assert events(body) == []


def test_what_it_amounts_to_is_not_told_again() -> None:
    """至此全线贯通 says of the tunnel that was driven through what it means."""
    assert len(events(f"{DAY}，青石隧道顺利贯通，至此全线19座隧道全部贯通。")) == 1


def test_those_who_watch_a_signing_together_are_both_there() -> None:
    """A会见B，并共同见证签约 has both at the signing."""
    found = events(
        f"{DAY}，{{O甲市政府}}与{{O青石集团}}签署合作协议。[市长|P高晓东]会见[董事长|P田野]一行，并共同见证签约。"
    )
    signing = next(event for event in found if event.kind == "signing")
    assert roles(signing).items() >= {("高晓东", "participant"), ("田野", "participant")}


def test_a_signing_is_where_the_talks_were() -> None:
    """在乙市同P会谈，并签署…: one place."""
    found = events(f"{DAY}，[市长|P高晓东]在{{L乙市}}同[董事长|P田野]举行会谈，并签署合作协议。")
    assert [(event.kind, event.places) for event in found] == [("talks", ("乙市",)), ("signing", ("乙市",))]


def test_nobody_attends_an_accident() -> None:
    """Who gives a talk or leads people in a later sentence is no part of an accident or a meeting told before."""
    fire = events(f"{DAY}，{{L丁县}}一仓库发生火灾。[教授|P白露]发表讲话。")
    assert [roles(event) for event in fire] == [{}]
    meeting = events(f"{DAY}，甲市茶产业大会在{{L丁县}}召开。[村支书|P石青山]带领大家种茶。")
    assert [roles(event) for event in meeting] == [{}]


def test_talks_with_one_of_several_are_of_their_day() -> None:
    """会见B时 is of the day on which A and B were met, though another day was named in between."""
    found = events(
        f"{DAY}，[市长|P高晓东]分别会见[董事长|P田野]、[院长|P白露]。"
        f"[|P田野]{{T3月1日=2021-03-01}}参观博物馆。\n会见[|P白露]时，[|P高晓东]表示欢迎。\n[秘书长|P沈秋]参加上述会见。"
    )
    (talks,) = [event for event in found if event.kind == "talks"]
    assert talks.start == "2021-03-02"
    assert roles(talks)["沈秋"] == "participant"


def test_where_the_news_comes_from_does_not_try() -> None:
    """据甲市纪委监委消息 names who told; 据某法院消息，该院 is the court itself."""
    (case,) = events("据{O甲市纪委监委}消息：[局长|P沈秋]接受{O丁县纪委监委}审查调查。")
    assert roles(case) == {"沈秋": "subject", "丁县纪委监委": "organizer"}
    (trial,) = events(f"据{{O丁县人民法院}}消息，{DAY}，该院对[局长|P沈秋]受贿案作出一审判决。")
    assert roles(trial)["丁县人民法院"] == "organizer"


def test_a_prosecution_told_without_the_name_goes_on_with_the_case() -> None:
    """某检察院已提起公诉 tells more of the case before; alone it is a case of nobody."""
    before = f"{DAY}，[局长|P沈秋]被{{O丁县监委}}移送检察机关审查起诉。"
    (case,) = events(before + "日前，{O丁县人民检察院}已提起公诉。")
    assert roles(case)["丁县人民检察院"] == "organizer"
    assert events("{O丁县人民检察院}已提起公诉。") == []


def test_prizewinners_in_a_list_need_no_title() -> None:
    """甲、乙等10人获奖 names two who are honoured."""
    (found,) = events(f"{DAY}，{{O甲市林业局}}举行护林员颁奖仪式，王秀兰、李长青等10人获奖。")
    assert roles(found).items() >= {("王秀兰", "recipient"), ("李长青", "recipient")}


def test_stops_that_name_only_a_sort_are_none() -> None:
    """污水处理厂 is any; 青石污水处理厂 is one."""
    told = f"{DAY}，[副市长|P马长河]到{{L丁县}}检查。[|P马长河]先后来到污水处理厂、农贸市场、青石污水处理厂。"
    assert events(told)[0].sites == ("青石污水处理厂",)


def test_a_trip_goes_where_its_stops_are() -> None:
    """Where only the paper's own area was named, the counties of the next sentence are the trip's."""
    (found,) = events(
        f"{DAY}，[副主任|P方正]带领检查组对我市供水工作进行检查。检查组先后深入{{L丁县}}、{{L戊县}}的水厂。"
    )
    assert found.places == ("丁县", "戊县")


def test_a_project_is_not_where_its_giver_is() -> None:
    """江苏省第十批援建项目 lies elsewhere."""
    (found,) = events(f"{DAY}，{{L江苏省}}第十批援建项目青石中学竣工。")
    assert "江苏省" not in found.places


def test_a_speech_at_a_named_rite_makes_the_rite() -> None:
    """揭牌仪式上，P致辞 tells of the rite where nothing did before; 会上 does not."""
    (found,) = events(f"{DAY}，天气晴好。在青石茶产业园揭牌仪式上，[县长|P马长河]致辞。")
    assert (found.kind, roles(found)) == ("ceremony", {"马长河": "speaker"})
    assert events("[县长|P马长河]说，会上，[县长|P马长河]致辞。") == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"{DAY}，{{L丁县}}人民广场彩旗飘扬，迎新春文艺晚会在此举行。", ("丁县",)),
        (f"{DAY}，大家欢聚一堂，迎新春文艺晚会在此举行。", ("甲市",)),
    ],
)
def test_here_is_what_the_clause_before_showed(body: str, place: tuple[str, ...]) -> None:
    """某县广场彩旗飘扬，晚会在此举行 is in that county."""
    assert [event.places for event in events(body)] == [place]


def test_who_came_did_not_come_to_how_it_came_about() -> None:
    """某路通车；项目于2021年开工。P宣布通车: P was at the opening, not at the start of work years ago."""
    found = events(f"{DAY}，青石大桥建成通车。项目于{{T2019年3月=2019-03}}开工。[市长|P高晓东]宣布通车。")
    assert [(event.start, roles(event)) for event in found] == [
        ("2021-03-02", {"高晓东": "participant"}),
        ("2019-03", {}),
    ]


def test_since_an_opening_dates_nothing_else() -> None:
    """自3月1日开幕以来 is no day on which a later sentence's people came."""
    found = events(
        f"{DAY}，甲市戏剧节闭幕式在望江剧院举行。本届戏剧节自{{T2月20日=2021-02-20}}开幕以来，演出18台剧目。[市长|P高晓东]出席闭幕式。"
    )
    assert [(event.start, roles(event)) for event in found] == [("2021-03-02", {"高晓东": "participant"})]


def test_a_letter_of_congratulation_holds_nothing() -> None:
    """致信祝贺大会开幕 is a letter; 大会开幕 is the opening."""
    assert events(f"{DAY}，[市长|P高晓东]致信祝贺甲市技能大赛开幕。") == []
    assert len(events(f"{DAY}，甲市技能大赛开幕。")) == 1


def test_a_firm_that_is_honoured_alone() -> None:
    """授予某公司等5个单位奖状 honours the firm; 被授予某协会终身成就奖 names the giver."""
    (given,) = events(f"{DAY}，会议作出决定，授予{{O青石公司}}等5个单位“劳动奖状”。")
    assert roles(given) == {"青石公司": "recipient"}
    (got,) = events(f"{DAY}，[作家|P田野]被授予{{O甲省作家协会}}终身成就奖。")
    assert roles(got) == {"田野": "recipient"}


def test_two_who_hold_a_signing_sign() -> None:
    """A与B举行签约仪式 has both as signers; a town that holds one organizes it."""
    (both,) = events(f"{DAY}，{{O丁县政府}}与{{O青石公司}}举行合作签约仪式。")
    assert roles(both) == {"丁县政府": "participant", "青石公司": "participant"}
    (one,) = events(f"{DAY}，{{O丁县政府}}举行项目签约仪式。")
    assert roles(one) == {"丁县政府": "organizer"}


def test_who_is_punished_needs_no_title() -> None:
    """某某受到党内警告处分 names whom it befell; a word of the language is nobody."""
    (found,) = events("{T2020年9月=2020-09}，沈振东因收受礼金，受到党内严重警告处分。")
    assert roles(found) == {"沈振东": "subject"}
    assert events("{T2020年9月=2020-09}，有关人员受到党内严重警告处分。") == []


def test_a_school_keeps_its_number() -> None:
    """来到青石一中 is a school; 来到青石校园中 is not 青石校园中."""
    (found,) = events(f"{DAY}，[副市长|P马长河]先后来到青石一中、白水县第一中学考点检查。")
    assert found.sites == ("青石一中", "白水县第一中学考点")


def test_a_meeting_that_a_meeting_calls_is_ahead() -> None:
    """决定…会议于3月20日召开 plans; who chairs the one that decided does not chair it."""
    found = events(
        f"甲市主任会议{DAY}举行，决定甲市人大常委会第九次会议{{T3月20日=2021-03-20}}召开。[主任|P方正]主持会议。"
    )
    assert [(event.start, event.modality, roles(event)) for event in found] == [
        ("2021-03-02", None, {"方正": "host"}),
        ("2021-03-20", "planned", {}),
    ]


def test_what_is_heard_of_is_no_trip() -> None:
    """听取督查情况汇报 and 汇报了检查的情况 send nobody anywhere; 听取汇报，并实地检查 does."""
    assert [event.kind for event in events(f"{DAY}，[市长|P高晓东]听取全市安全生产督查情况汇报。")] == []
    found = events(f"{DAY}，[市长|P高晓东]听取汇报，并在{{L丁县}}检查安全生产。")
    assert [event.kind for event in found] == ["inspection"]


def test_all_who_invite_stay_at_home() -> None:
    """应A、B、C的邀请，P访问…: P alone goes."""
    (found,) = events(f"应[议长|P田野]、[议长|P石青山]、[议长|P沈秋]的邀请，[主任|P方正]于{DAY}访问{{L乙国}}。")
    assert roles(found) == {"方正": "leader"}


def test_a_letter_tells_its_reader_what_happened() -> None:
    """前不久，甲市举行了纪念活动，你发表了致辞 stands in a letter, though another sentence names people between."""
    found = events(
        f"{DAY}，[市长|P高晓东]给[教授|P白露]复信。[|P高晓东]指出，感谢你的来信。[将军|P田野]是我们的老朋友。"
        f"前不久，甲市举行了将军纪念活动，你发表了视频致辞。"
    )
    assert found == []


@pytest.mark.parametrize(
    ("body", "sites"),
    [
        (f"{DAY}，{{O青石煤矿}}一办公楼发生火灾。", ("青石煤矿",)),
        (f"{DAY}，{{O乙国地震研究所}}将该国南部发生的地震定为6级。", None),
        (f"{DAY}，{{O乙国军队}}同反对派在首都发生冲突。", ()),
    ],
)
def test_an_accident_is_where_it_befell(body: str, sites: tuple[str, ...] | None) -> None:
    """The body right before the verb is the venue; who measures it and whose side fights is none."""
    assert [event.sites for event in events(body)] == ([] if sites is None else [sites])


def test_works_abroad_are_in_their_country() -> None:
    """柬埔寨青石高速公路开工 is in 柬埔寨; 甲省青石高速公路 is in its province."""
    (found,) = events(f"{DAY}，由中方承建的{{L柬埔寨}}青石高速公路开工。", place=None)
    assert found.places == ("柬埔寨",)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"{DAY}，{{O丁县妇联}}在{{L丁县}}开展“学雷锋”主题活动。", 1),
        (f"{DAY}，各地开展形式多样的活动。", 0),
        (f"{DAY}，{{O丁县妇联}}印发通知，要求各地开展主题活动。", 0),
        (f"{DAY}，{{O丁县妇联}}开展讲座、展览等活动。", 0),
    ],
)
def test_an_activity_is_carried_out_by_somebody_on_a_day(body: str, told: int) -> None:
    """某妇联开展…活动 is one; 形式多样的活动, what a notice asks for and 等活动 are none."""
    assert len([event for event in events(body) if event.kind == "activity"]) == told


@pytest.mark.parametrize(
    ("body", "kind", "parts"),
    [
        (
            f"{{O甲市委}}{DAY}就加强基础研究进行第三次集体学习。[市委书记|P高晓东]主持学习。",
            "meeting",
            {"甲市委": "organizer", "高晓东": "host"},
        ),
        (
            f"{DAY}，{{O丁县人大常委会}}就养老工作开展专题询问。[主任|P方正]主持。",
            "meeting",
            {"丁县人大常委会": "organizer", "方正": "host"},
        ),
        (
            f"{DAY}，[组长|P方正]一行到{{L丁县}}开展现场复审。",
            "inspection",
            {"方正": "leader"},
        ),
        (f"{DAY}，宣传片首发式举行。[县长|P马长河]出席。", "ceremony", {"马长河": "participant"}),
        (f"{DAY}，校服捐赠仪式由[校长|P白露]主持。", "ceremony", {"白露": "host"}),
        (f"{DAY}，[董事长|P田野]向{{O青石中学}}捐资100万元。", "activity", {"田野": "participant"}),
        (
            f"{DAY}，{{O丁县}}召开述职会议。[县委书记|P马长河]主持。[副县长|P沈秋]、[副主席|P白露]等8人作述职报告。",
            "meeting",
            {"马长河": "host", "沈秋": "speaker", "白露": "speaker"},
        ),
    ],
)
def test_who_does_what_at_more_kinds_of_sittings(body: str, kind: str, parts: dict[str, str]) -> None:
    """集体学习, 专题询问, 复审, 首发式, a rite told by who chairs it, a gift, reports on one's own work."""
    (found,) = events(body)
    assert found.kind == kind
    assert roles(found).items() >= parts.items()


def test_whom_a_rite_is_for_does_not_attend_it() -> None:
    """林某同志遗体告别仪式 is held for him; those who attend are named behind."""
    (found,) = events(f"{DAY}，[所长|P石青山]同志遗体告别仪式在{{L丁县}}举行，[副市长|P马长河]参加。")
    assert roles(found) == {"马长河": "participant"}


def test_a_rite_called_by_its_last_word_is_the_one_told_before() -> None:
    """科技周启动式…。启动式在… is one."""
    found = events(f"{DAY}，甲市科技周启动式举行。启动式在{{L丁县}}青石公园举行。")
    assert [event.kind for event in found] == ["ceremony"]


def test_a_venue_tells_more_than_the_name_of_a_happening() -> None:
    """甲省运动会活动在丁县体育馆举行 is in that county."""
    (found,) = events(f"{DAY}，{{L甲省}}第五届运动会火炬传递活动在{{O丁县体育馆}}举行。")
    assert found.places == ("丁县",)

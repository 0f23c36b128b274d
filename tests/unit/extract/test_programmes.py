"""A programme is what the text names, under one name, with who runs it and for whom."""

from __future__ import annotations

import pytest
from numbers_of_articles import programmes

CASES = [
    ("我县深入实施“雁归沁河”行动。", "雁归沁河", "campaign"),
    ("我县大力实施全民技能提升工程。", "全民技能提升工程", "training"),
    ("县政府印发《沁源县支持油用牡丹产业八条措施》。", "沁源县支持油用牡丹产业八条措施", "policy"),
    ("县城至灵空山公路改建工程竣工通车。", "县城至灵空山公路改建工程", "construction_project"),
    ("“沁源月嫂”是我县打造的劳务品牌。", "沁源月嫂", "labour_brand"),
    ("全县启动扶贫车间提升行动。", "扶贫车间提升行动", "campaign"),
    ("全县启动“春风行动”。", "春风行动", "campaign"),
    ("全县实施“雨露计划+”就业促进行动。", "“雨露计划+”就业促进行动", "campaign"),
    ("全县启动库布其沙漠光伏先导工程。", "库布其沙漠光伏先导工程", "construction_project"),
    ("“哈密—重庆”特高压直流输电工程投运。", "“哈密—重庆”特高压直流输电工程", "construction_project"),
    ("灵空江利泽航运枢纽工程竣工。", "灵空江利泽航运枢纽工程", "construction_project"),
    ("全县制定向海经济三年行动计划。", "向海经济三年行动计划", "plan"),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_a_named_undertaking_is_a_programme(text: str, name: str, kind: str) -> None:
    """Quotation marks, a verb of undertaking or a proper name make a name."""
    assert [(p.name, p.kind) for p in programmes(text)] == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "要加快推进重点项目建设。",
        "全县开展党史学习教育。",
        "扎实开展“我为群众办实事”实践活动。",
        "一批民生工程陆续开工。",
        "以军展开军事行动。",
        "我县计划在29日举行比赛。",
        "他是一名工程师。",
        "依据《中国共产党纪律处分条例》给予处分。",
        "“太岳苹果”品牌价值19亿元。",
        "窗口实行“专人对接”“上门服务”。",
        "其中改扩建工程已完成路基18公里。",
        "推动300多个货运枢纽项目建设。",
        "俄罗斯项目运营方发布声明。",
        "陕西推出“税务管家”服务确保留抵退税政策落实。",
    ],
)
def test_what_has_no_name_of_its_own_is_no_programme(text: str) -> None:
    """Generic undertakings, party-wide campaigns, verbs and laws merely cited are none."""
    assert programmes(text) == []


def test_brands_listed_together_are_each_one() -> None:
    """A list of quoted names before 等多个劳务品牌 gives one programme a name."""
    text = "2020年，我县新认定“沁河厨工”“灵空的哥”“太岳焊工”等多个县级劳务品牌。"
    assert [(p.name, p.start, p.organizers) for p in programmes(text)] == [
        ("沁河厨工", "2020", ("沁源县",)),
        ("灵空的哥", "2020", ("沁源县",)),
        ("太岳焊工", "2020", ("沁源县",)),
    ]


def test_the_short_and_the_long_form_are_one() -> None:
    """太岳公园 later in the text is the 太岳生态主题公园项目二期 named before."""
    listed = "县住建局加快太岳路南延、太岳生态主题公园项目二期、汽车站站前广场提升等工程项目的进度。"
    text = f"{listed}\n太岳公园已完成总投资的80%。"
    names = [p.name for p in programmes(text)]
    assert len(names) == len(set(names)) == 3
    assert "太岳生态主题公园项目二期" in names


def test_a_plan_holds_the_years_of_its_title() -> None:
    """（2021—2023年） gives start and end."""
    (plan,) = programmes("县政府印发《沁源县造林三年行动计划（2021—2023年）》。")
    assert (plan.kind, plan.start, plan.end) == ("plan", "2021", "2023")


def test_a_programmes_groups_carry_the_numbers_of_its_people() -> None:
    """Those trained and those in work are counted apart."""
    text = "“沁源月嫂”是我县2015年打造的劳务品牌，累计培训学员580人，带动312人外出务工。"
    (brand,) = programmes(text)
    assert brand.start == "2015"
    assert {(group.relation, group.value) for group in brand.groups} == {("trains", 580), ("employs", 312)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("甲丙铁路是两国合作的重点项目。", "甲丙铁路", "construction_project"),
        ("灵空山抽水蓄能电站总投资60亿元。", "灵空山抽水蓄能电站", "construction_project"),
        ("平水运河建设加快。", "平水运河", "construction_project"),
        ("白城千万千瓦级风电基地加快建设。", "白城千万千瓦级风电基地", "base"),
        ("12月6日，全省整治扬尘冬季专项行动启动。", "整治扬尘冬季专项行动", "campaign"),
        ("公安机关开展“秋冬攻势”，破案30起。", "秋冬攻势", "campaign"),
        ("“太岳绣娘”是县妇联于2018年5月推出的培训工程。", "太岳绣娘", "training"),
    ],
)
def test_works_and_drives_have_names_of_their_own(text: str, name: str, kind: str) -> None:
    """Railways, canals, stations and drives are named without 项目 or 行动."""
    assert [(p.name, p.kind) for p in programmes(text)] == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "推广“合作社+农户+车间”模式。",
        "全国铁路建设加快。",
        "更多惠民工程落地。",
        "提升建设工程品质。",
        "中国铁路累计发送旅客1亿人次。",
    ],
)
def test_models_and_things_in_general_are_no_programmes(text: str) -> None:
    """A model is a way of doing, and railways in general are nobody's project."""
    assert programmes(text) == []


def test_who_brought_a_programme_out_runs_it() -> None:
    """是县妇联推出的 and 由县妇联发起的 tell the organiser."""
    (one,) = programmes("“太岳绣娘”是县妇联于2018年5月推出的培训工程。")
    (other,) = programmes("由县妇联发起的“巧手致富”行动启动。")
    assert one.organizers == other.organizers == ("沁源县妇联",)


def test_an_undertaking_that_bears_a_brands_name_is_the_brand() -> None:
    """“甲乙人家”家政服务提升工程 is the labour brand named before."""
    text = "“太岳人家”劳务品牌叫响全国。去年，县里实施“太岳人家”家政服务提升工程。"
    assert [(p.name, p.kind) for p in programmes(text)] == [("太岳人家", "labour_brand")]


def test_a_group_is_called_by_its_people_alone() -> None:
    """累计培训农村妇女 are 农村妇女."""
    (one,) = programmes("“太岳月嫂”培训工程累计培训农村妇女3000人。")
    assert [(g.name, g.value) for g in one.groups if g.value] == [("农村妇女", 3000)]


def test_brands_that_share_a_sentence_are_each_one() -> None:
    """“甲”“乙”是某县的劳务品牌 names two."""
    found = programmes("“沁河焊工”“太岳茶师”是沁源县打造的两大劳务品牌。")
    assert [(p.name, p.kind) for p in found] == [("沁河焊工", "labour_brand"), ("太岳茶师", "labour_brand")]

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

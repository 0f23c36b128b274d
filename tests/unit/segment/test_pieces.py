"""Pages whose articles are in pieces: features around other news, sentences cut by a column's end, no full stop."""

from __future__ import annotations

import pytest

from kg.ids import text_sha256
from kg.page import Article, Metadata, Page
from kg.segment import segment
from kg.segment.wording import Wording, bigrams

HEADING = "雁归故里天地宽\n——汶江市推进返乡创业工作纪实\n\n□ 本报记者 白 露 通讯员 田 野\n"
COMMENTARY = """
实干是最响亮的语言。今年以来，全市上下掀起大
抓项目、抓大项目的热潮，一批打基础、利长远的工程
落地生根，靠的就是一个“干”字。
实干要有真本领。要到一线去，到群众中去，在解
决难题中长本事，在摸爬滚打中见真章。空喊口号、坐
而论道，误的是发展，伤的是民心。
"""
FEATURE = """
一大早，青川镇的茶园里就热闹起来。
在外打工十年的何翠莲去年回到家乡，成
了茶叶合作社的一名技术员，每月收入四
千多元。
近年来，汶江市把返乡创业作为稳就
业的重要抓手，全市返乡人员创办企业21
40家，带动就业3.6万人。
筑巢引凤搭平台
“汶水雁归”归故里
在市返乡创业园，一排排标准化厂房
整齐排列。返乡人员在这里创办企业，前
三年免收房租，贷款还有贴息，手续有人
帮办。
2019年，汶江市推出“汶水雁归”行
动，组织干部到广东走访在外乡贤，宣传
"""
SECOND_PIECE = """
家乡政策，当年就有63人返乡创业。截至
目前，“汶水雁归”行动累计引回项目21
8个。
技术培训到田头
家门口端稳饭碗
缺技术是返乡人员最头疼的事。市人
社局把课堂搬到田间地头，开设茶叶加工、
养老护理等专业，返乡创业培训全年办了
96期，带动就业9600人次。（下转3版）
图为学员实训。 通讯员 田 野 摄
"""
VISIT = """
本报讯（记者 白 露）9月11日，
市长谭志坚到高新区调研工业经济运行
情况。
谭志坚走进宏达服饰、瑞丰制药，
察看生产线，询问订单和用工，强调要
当好企业的“店小二”，推动工业稳增
长。
谭志坚调研工业经济运行情况
"""
DYKE = (
    """
本报讯（记者 高 山 实习生 叶
青）记者从市水利局获悉，汶江防洪提
升工程日前完工，新建堤防14.2公里，
""",
    """
受益群众8.3万人。
工程总投资3.1亿元，去年3月开工。
完工后，城区防洪标准由二十年一遇提
高到五十年一遇。
汶江防洪提升工程完工
""",
)


def articles_of(raw: str) -> list[Article]:
    """Return the articles of a page of text."""
    return segment(Page("page.txt", raw, text_sha256(raw), Metadata("汶江日报", "2022-09-12", "汶江市"), "text"))


def found(raw: str) -> dict[str | None, str]:
    """Return the bodies by their headlines."""
    return {one.headline.text if one.headline else None: one.body.text for one in articles_of(raw)}


FEATURE_HEADLINE = "雁归故里天地宽 ——汶江市推进返乡创业工作纪实"


@pytest.mark.parametrize(
    "pieces",
    [
        (HEADING, COMMENTARY, VISIT, FEATURE, SECOND_PIECE),
        (HEADING, COMMENTARY, FEATURE, VISIT, SECOND_PIECE),
        (HEADING, VISIT, COMMENTARY, FEATURE, *DYKE, SECOND_PIECE),
    ],
)
def test_a_feature_is_one_article_whatever_stands_between(pieces: tuple[str, ...]) -> None:
    """Its heading and byline stand on top, a commentary follows, its body comes in pieces with subheads."""
    articles = articles_of("".join(pieces))
    (feature,) = (one for one in articles if one.headline is not None and one.headline.text == FEATURE_HEADLINE)
    assert feature.body.text.startswith("一大早，青川镇的茶园里就热闹起来。")
    assert "走访在外乡贤，宣传家乡政策" in feature.body.text
    assert "\n筑巢引凤搭平台 “汶水雁归”归故里\n" in feature.body.text
    assert "\n技术培训到田头 家门口端稳饭碗\n" in feature.body.text
    assert [(one.name, one.role) for one in feature.bylines] == [
        ("白露", "记者"),
        ("田野", "通讯员"),
        ("田野", "摄影"),
    ]
    (commentary,) = (one for one in articles if one.headline is None)
    assert commentary.body.text.startswith("实干是最响亮的语言。")
    assert commentary.bylines == ()


def test_a_sentence_cut_by_another_article_goes_on_behind_it() -> None:
    """The other article opens with its own byline; each keeps its headline, whichever side that is on."""
    first, second = DYKE
    bodies = found(first + VISIT + second)
    assert set(bodies) == {"谭志坚调研工业经济运行情况", "汶江防洪提升工程完工"}
    assert "汶江防洪提升工程日前完工" in bodies["汶江防洪提升工程完工"]


def test_bodies_may_end_without_a_full_stop() -> None:
    """Leads from the web break off; the headline below is no part of their last line."""
    raw = (
        "3月18日，副市长邢远到沙洲港调\n研港口建设，强调要抢抓晴好天气，加快\n沙洲港三号泊位建设，确保年底前建成\n投用\n"
        "邢远调研沙洲港建设\n"
        "3月20日，全市春季植树活动在南湖\n公园举行，三百名志愿者栽下香樟、银杏\n等苗木一千二百株，为南湖公园增添新绿\n意\n"
        "全市春季植树活动在南湖公园举行\n"
    )
    bodies = found(raw)
    assert set(bodies) == {"邢远调研沙洲港建设", "全市春季植树活动在南湖公园举行"}
    assert bodies["邢远调研沙洲港建设"].endswith("建成投用")


def test_labels_of_a_list_are_no_headlines() -> None:
    """What is counted in brackets names a list's part, and its members are no headings either."""
    raw = (
        "全市隆重表彰劳动模范\n本报讯（记者 高 山）4月28日，全市\n劳动模范表彰大会举行，表彰劳动模范和\n先进集体。\n"
        "劳动模范（2名）\n石大勇沙洲港务公司吊车司机\n花小蕊南湖小学教师\n先进集体（1个）\n汶江供电公司检修班\n"
    )
    (article,) = articles_of(raw)
    assert article.headline is not None
    assert article.headline.text == "全市隆重表彰劳动模范"
    assert "劳动模范（2名）" in article.body.text


def test_rare_pairs_tell_and_common_ones_do_not() -> None:
    """What every news says does not make two texts alike; the name of a place both speak of does."""
    texts = ["要推进工作发展建设", "全面推进工作发展", "沙洲港三号泊位", "走进沙洲港三号泊位看变化", "南湖公园植树忙"]
    wording = Wording(texts)
    one, other, port, visit, park = map(bigrams, texts)
    assert wording.alike(port, visit) > wording.alike(one, other)
    assert wording.alike(port, park) == 0.0
    assert wording.odds(port, visit) > 0 > wording.odds(port, park)
    assert wording.covered(port, bigrams("".join(texts))) == pytest.approx(1.0)

"""The grammar of offices: who holds what, as an insider reads it. All people are invented."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract.context import complete
from kg.extract.tenures import find_tenures
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page, Span, Text

Office = tuple[str, str, str, str]


def offices(text: str, place: str | None, headline: str | None = None) -> set[Office]:
    """Read the offices of a text as if it stood in a paper of `place`."""
    meta = Metadata("某某日报", "2022-06-15", place)
    page = Page("page.txt", text, text_sha256(text), meta, "object", "a", headline)
    head = Text.of(headline) if headline else None
    article = Article("a", page, meta, head, Text.of(text), (Span(0, len(text)),))
    tenures, _ = find_tenures(complete(annotate(article)))
    return {(t.person, t.organization, t.post, t.status) for t in tenures}


def holds(person: str, *bodies_and_posts: tuple[str, str]) -> set[Office]:
    """Return the offices that a person plainly holds."""
    return {(person, body, post, "holds") for body, post in bodies_and_posts}


CHAINS = [
    ("市委书记陶立行主持会议。", "临汾市", holds("陶立行", ("临汾市委", "书记"))),
    ("市委副书记、市长丁望舒出席并讲话。", "临汾市", holds("丁望舒", ("临汾市委", "副书记"), ("临汾市政府", "市长"))),
    (
        "县委常委、组织部部长姚志坚宣读决定。",
        "沁源县",
        holds("姚志坚", ("沁源县委", "常委"), ("沁源县委组织部", "部长")),
    ),
    ("市委常委、宣传部长邹晓棠参加。", "临汾市", holds("邹晓棠", ("临汾市委", "常委"), ("临汾市委宣传部", "部长"))),
    (
        "市委常委、政法委书记纪长河带队检查。",
        "临汾市",
        holds("纪长河", ("临汾市委", "常委"), ("临汾市委政法委", "书记")),
    ),
    ("市委常委、秘书长龚明礼陪同。", "临汾市", holds("龚明礼", ("临汾市委", "常委"), ("临汾市委", "秘书长"))),
    ("副市长、市公安局局长雷震主持。", "临汾市", holds("雷震", ("临汾市政府", "副市长"), ("临汾市公安局", "局长"))),
    ("副市长、公安局长雷震东主持。", "临汾市", holds("雷震东", ("临汾市政府", "副市长"), ("临汾市公安局", "局长"))),
    ("省委常委、市委书记范思远来到车间。", "太原市", holds("范思远", ("山西省委", "常委"), ("太原市委", "书记"))),
    (
        "区住建局党组书记、局长温如春介绍。",
        "尧都区",
        holds("温如春", ("尧都区住建局党组", "书记"), ("尧都区住建局", "局长")),
    ),
    (
        "市发改委党组成员、副主任祁连山说。",
        "临汾市",
        holds("祁连山", ("临汾市发改委党组", "成员"), ("临汾市发改委", "副主任")),
    ),
    (
        "县税务局党委书记、局长谷雨生说。",
        "沁源县",
        holds("谷雨生", ("沁源县税务局党委", "书记"), ("沁源县税务局", "局长")),
    ),
    ("市委党校常务副校长乔木授课。", "临汾市", holds("乔木", ("临汾市委党校", "常务副校长"))),
    (
        "市纪委副书记、监委副主任祝永宁通报。",
        "临汾市",
        holds("祝永宁", ("临汾市纪委", "副书记"), ("临汾市监委", "副主任")),
    ),
    (
        "经开区党工委书记、管委会主任侯建业致辞。",
        "临汾市",
        holds("侯建业", ("临汾经开区党工委", "书记"), ("临汾经开区管委会", "主任")),
    ),
    (
        "浙江省杭州市西湖区副区长水清浅一行来访。",
        "临汾市",
        holds("水清浅", ("浙江省杭州市西湖区政府", "副区长")),
    ),
    (
        "市人大常委会副主任程一鸣、马千里，秘书长高歌参加视察。",
        "临汾市",
        holds("程一鸣", ("临汾市人大常委会", "副主任"))
        | holds("马千里", ("临汾市人大常委会", "副主任"))
        | holds("高歌", ("临汾市人大常委会", "秘书长")),
    ),
    (
        "团省委书记梅子青、副书记冯驰到校。",
        "临汾市",
        holds("梅子青", ("共青团山西省委", "书记")) | holds("冯驰", ("共青团山西省委", "副书记")),
    ),
    ("省委郭怀远书记要求抓好落实。", "临汾市", holds("郭怀远", ("山西省委", "书记"))),
    (
        "市政协主席江 涛，市委常委史 铭出席。",
        "临汾市",
        holds("江涛", ("临汾市政协", "主席")) | holds("史铭", ("临汾市委", "常委")),
    ),
    (
        "副县长向阳、常乐到会。",
        "沁源县",
        holds("向阳", ("沁源县政府", "副县长")) | holds("常乐", ("沁源县政府", "副县长")),
    ),
    ("县委书记柳依依（女，蒙古族）讲话。", "沁源县", holds("柳依依", ("沁源县委", "书记"))),
    ("副市长聂海聆听了汇报。", "临汾市", holds("聂海", ("临汾市政府", "副市长"))),
    ("副市长欧阳若兰一行走访企业。", "临汾市", holds("欧阳若兰", ("临汾市政府", "副市长"))),
    ("市长助理骆宾同志参加。", "临汾市", holds("骆宾", ("临汾市政府", "市长助理"))),
]

PLACES = [
    ("昭觉县委书记沙马木呷说。", "凉山彝族自治州", holds("沙马木呷", ("昭觉县委", "书记"))),
    (
        "慰问组来到昭觉县。县委书记石磊、县长阿苏尔布陪同。",
        "凉山彝族自治州",
        holds("石磊", ("昭觉县委", "书记")) | holds("阿苏尔布", ("昭觉县政府", "县长")),
    ),
    ("州长洛桑才让主持。", "玉树藏族自治州", holds("洛桑才让", ("玉树州政府", "州长"))),
    ("镇党委书记田野在走马镇说，走马镇要加快恢复。", "鹤峰县", holds("田野", ("走马镇党委", "书记"))),
    ("杨庄村党支部书记杨怀德介绍。", "鄄城县", holds("杨怀德", ("杨庄村党支部", "书记"))),
    (
        "俄罗斯总统安德烈耶夫会见了法国外长勒克莱尔。",
        None,
        holds("安德烈耶夫", ("俄罗斯", "总统")) | holds("勒克莱尔", ("法国", "外长")),
    ),
    (
        "国务院副总理韦国梁会见世界卫生组织总干事贝尔纳。",
        None,
        holds("韦国梁", ("国务院", "副总理")) | holds("贝尔纳", ("世界卫生组织", "总干事")),
    ),
    (
        "自治区党委书记刘长风和自治区政府主席白音那陪同。",
        "呼和浩特市",
        holds("刘长风", ("内蒙古自治区党委", "书记")) | holds("白音那", ("内蒙古自治区政府", "主席")),
    ),
]

BODIES = [
    (
        "市第一人民医院党委书记、院长舒静波接受采访。",
        "临汾市",
        holds("舒静波", ("临汾市第一人民医院党委", "书记"), ("临汾市第一人民医院", "院长")),
    ),
    (
        "山西同舟新材料有限公司董事长兼总经理柯达观说。",
        "临汾市",
        holds("柯达观", ("山西同舟新材料有限公司", "董事长"), ("山西同舟新材料有限公司", "总经理")),
    ),
    ("县公安局城关派出所所长石勇赶到现场。", "沁源县", holds("石勇", ("沁源县公安局城关派出所", "所长"))),
    ("记者来到县中医院。院长白芷介绍了情况。", "沁源县", holds("白芷", ("沁源县中医院", "院长"))),
    ("清华大学教授穆清风作报告。", "临汾市", holds("穆清风", ("清华大学", "教授"))),
    (
        "区人民法院院长伍德胜、区人民检察院检察长狄青云列席。",
        "尧都区",
        holds("伍德胜", ("尧都区人民法院", "院长")) | holds("狄青云", ("尧都区人民检察院", "检察长")),
    ),
    (
        "临汾军分区司令员贺兰山、政委岳麓出席。",
        "临汾市",
        holds("贺兰山", ("临汾军分区", "司令员")) | holds("岳麓", ("临汾军分区", "政委")),
    ),
    ("金穗农民专业合作社理事长麦香莲告诉记者。", "沁源县", holds("麦香莲", ("金穗农民专业合作社", "理事长"))),
]

CHANGES = [
    (
        "会议决定任命：\n吕梦飞为临汾市人民政府副市长。\n免去：\n郝大方的临汾市财政局局长职务。",
        "临汾市",
        {("吕梦飞", "临汾市人民政府", "副市长", "appointed"), ("郝大方", "临汾市财政局", "局长", "removed")},
    ),
    (
        "会议接受霍启明因年龄原因辞去临汾市人民政府市长职务的请求。",
        "临汾市",
        {("霍启明", "临汾市人民政府", "市长", "resigned")},
    ),
    ("会议补选车行健为临汾市人大常委会主任。", "临汾市", {("车行健", "临汾市人大常委会", "主任", "elected")}),
    ("大会选举产生新一届领导班子，苗青当选县长。", "沁源县", {("苗青", "沁源县政府", "县长", "elected")}),
    (
        "决定任命米良为副市长、代理市长。",
        "临汾市",
        {("米良", "临汾市政府", "副市长", "appointed"), ("米良", "临汾市政府", "市长", "acting")},
    ),
    (
        "县委副书记、代县长耿直主持。",
        "沁源县",
        holds("耿直", ("沁源县委", "副书记")) | {("耿直", "沁源县政府", "县长", "acting")},
    ),
    (
        "县水务局原党组书记、局长字正方被查。",
        "沁源县",
        {("字正方", "沁源县水务局党组", "书记", "former"), ("字正方", "沁源县水务局", "局长", "former")},
    ),
    ("由市长盛夏担任防汛指挥部指挥长。", "临汾市", holds("盛夏", ("临汾市政府", "市长"), ("防汛指挥部", "指挥长"))),
    ("罢免单小虎的临汾市人大代表职务。", "临汾市", {("单小虎", "临汾市人大", "代表", "removed")}),
    ("时任副县长管仲平介绍。", "沁源县", {("管仲平", "沁源县政府", "副县长", "former")}),
    ("盛大海不再担任市教育局局长职务。", "临汾市", {("盛大海", "临汾市教育局", "局长", "removed")}),
]

NOBODY = [
    ("市民政局有关负责人表示，将尽快整改。", "临汾市"),
    ("副县长李某某被立案。", "沁源县"),
    ("省领导程一鸣、马千里出席。", "太原市"),
    ("市长热线受理来电三千件。", "临汾市"),
    ("县委书记、县长要带头落实。", "沁源县"),
    ("各级党委书记要履行第一责任人职责。", "临汾市"),
    ("市委书记高度重视这项工作。", "临汾市"),
    ("主任会议研究了有关事项。", "临汾市"),
    ("人大代表联络站建设情况良好。", "临汾市"),
    ("要选好村党支部书记，建强基层组织。", "临汾市"),
    ("部长通道开启后，记者提问踊跃。", None),
    ("习近平总书记重要讲话精神催人奋进。", None),
]


@pytest.mark.parametrize(("text", "place", "expected"), CHAINS + PLACES + BODIES + CHANGES)
def test_offices_are_read(text: str, place: str | None, expected: set[Office]) -> None:
    """Every office of the phrase is found with its body in full and its status, and nothing else."""
    assert offices(text, place) == expected


@pytest.mark.parametrize(("text", "place"), NOBODY)
def test_nobody_holds_an_office(text: str, place: str | None) -> None:
    """A post without a named holder, an anonymous one, or a word that only looks like a name makes no tenure."""
    assert offices(text, place) == set()


def test_a_correction_withdraws_the_office_it_corrects() -> None:
    """Where the paper says that one title should read as another, only the other counts."""
    text = "更正：文中“县农业农村局局长莫言欢”应为“县农业农村局副局长莫言欢”。"
    assert offices(text, "沁源县") == holds("莫言欢", ("沁源县农业农村局", "副局长"))


def test_the_seat_may_lack_its_suffix() -> None:
    """A paper's seat given as 成都 completes 市委 to 成都市委."""
    assert offices("市委书记闻人语出席。", "成都") == holds("闻人语", ("成都市委", "书记"))

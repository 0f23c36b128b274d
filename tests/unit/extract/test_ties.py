"""Ordinary people belong where the text says that they live, work or learn."""

from __future__ import annotations

import pytest
from numbers_of_articles import ties

CASES = [
    ("灵空山镇柏子村村民陶德顺说，日子好了。", "陶德顺", "resident_of", "柏子村"),
    ("家住灵空山镇柏子村的贫困户吴秀兰说，日子好了。", "吴秀兰", "resident_of", "柏子村"),
    ("县第二中学教师范晓梅说，学生进步很大。", "范晓梅", "works_at", "第二中学"),
    ("县农机修造厂焊工吴德胜说，订单多了。", "吴德胜", "works_at", "农机修造厂"),
    ("家住灵空山镇柏子村的退休教师范晓梅说，路好走了。", "范晓梅", "resident_of", "柏子村"),
    ("饶河县赫哲族渔民吴德胜说，鱼多了。", "吴德胜", "resident_of", "饶河县"),
    ("灵空山镇柏子村村民吴德胜老人八十大寿。", "吴德胜", "resident_of", "柏子村"),
    ("在灵空山镇中心小学，县领导看望了教师范晓梅。", "范晓梅", "works_at", "中心小学"),
    ("在柏子村扶贫车间，村民吴秀兰一边踩机器一边说。", "吴秀兰", "works_at", "扶贫车间"),
    ("山西队选手吴德胜摘得金牌。", "吴德胜", "member_of", "山西队"),
    ("安泽县沁河街道春光社区居民孙玉珍也有同感。", "孙玉珍", "resident_of", "安泽县沁河街道春光社区"),
    ("安泽县府城镇高壁村的刘凤芝老人健在。", "刘凤芝", "resident_of", "高壁村"),
    ("安泽县府城镇高壁村的徐俊鹏今年67岁。", "徐俊鹏", "resident_of", "高壁村"),
    ("府城镇高壁村返乡青年杨柳月开起直播间。", "杨柳月", "resident_of", "高壁村"),
    ("太原大学博士生刘一帆报名。", "刘一帆", "member_of", "太原大学"),
]


@pytest.mark.parametrize(("text", "subject", "relation", "end"), CASES)
def test_a_person_is_tied_to_a_place_or_body(text: str, subject: str, relation: str, end: str) -> None:
    """村民, 家住 and 教师 tell where somebody belongs."""
    found = [(tie.subject, tie.relation) for tie in ties(text) if tie.object.endswith(end)]
    assert found == [(subject, relation)]


def test_one_who_was_taken_on_works_there() -> None:
    """被某公司录用 is a workplace."""
    found = ties("灵空山镇柏子村村民陶秀莲去年结业后，被太原暖心家政公司录用。")
    assert ("陶秀莲", "works_at", "太原暖心家政公司") in [(t.subject, t.relation, t.object) for t in found]


def test_a_village_has_its_county_where_the_text_named_it() -> None:
    """The chain of places is joined, the county before it added."""
    (tie,) = ties("县委书记来到安泽县。在府城镇高壁村，他看望村民陶德顺。")
    assert tie.object == "安泽县府城镇高壁村"


@pytest.mark.parametrize(
    "text",
    [
        "村民们载歌载舞。",
        "广大农民增收致富。",
        "群众满意度提高。",
        "高壁村300名村民无一伤亡。",
        "坚持群众路线。",
        "高壁村居民楼一层改造。",
        "灵空山镇中心小学教师食堂建成。",
    ],
)
def test_people_in_general_have_no_ties(text: str) -> None:
    """Villagers without a name are nobody."""
    assert ties(text) == []


def test_an_aged_worker_named_twice_is_known_by_that() -> None:
    """Nobody gives 35岁的某某 an office; the workshop and the village are hers all the same."""
    text = "在府城镇高壁村扶贫车间里，35岁的陶秀芝一边缝衣一边说。陶秀芝是村里的贫困户，家里三口人。"
    assert {(t.subject, t.relation) for t in ties(text)} >= {("陶秀芝", "resident_of"), ("陶秀芝", "works_at")}


def test_a_list_of_villagers_shares_the_village() -> None:
    """Names joined by 、 and 和 behind one calling all live there."""
    found = ties("灵空山镇柏子村村民陶德顺、吴秀兰和李满仓说，日子好了。")
    assert {(tie.subject, tie.relation) for tie in found} == {
        ("陶德顺", "resident_of"), ("吴秀兰", "resident_of"), ("李满仓", "resident_of"),
    }  # fmt: skip
    assert {tie.object for tie in found} == {"灵空山镇柏子村"}


def test_a_team_has_the_members_it_is_made_of() -> None:
    """由甲、乙和丙组成的某队 is three members."""
    found = ties("由陶德顺、吴大勇和李满仓组成的山西男队夺冠。")
    assert [(tie.subject, tie.relation, tie.object) for tie in found] == [
        (name, "member_of", "山西男队") for name in ("陶德顺", "吴大勇", "李满仓")
    ]


def test_where_an_official_works_his_office_tells() -> None:
    """A secretary who is in a factory does not work in it."""
    assert ties("在太岳服装公司，县委书记陶德顺正在调研。") == []


def test_who_works_at_an_institute_of_an_academy_works_at_the_institute() -> None:
    """The words between a body and a calling that end like a body belong to it."""
    (tie,) = ties("山西大学昆虫所研究员陶德顺说，虫害轻了。")
    assert tie.object == "山西大学昆虫所"


def test_a_community_that_no_table_knows_is_no_reason_for_another_place() -> None:
    """Whoever is of a community named right before lives there, not in the town of the sentence before."""
    found = ties("府城镇居民霍志强说，河水清了。丛林小区居民孙玉珍也有同感。")
    assert [(tie.subject, tie.object) for tie in found if tie.subject == "孙玉珍"] == []


def test_a_list_goes_on_with_names_of_other_peoples() -> None:
    """村民泽仁卓玛、扎西顿珠 are two, though no comma follows; 苗族 behind a name is none."""
    found = ties("江达县岗托镇岗托村村民泽仁卓玛、扎西顿珠在镇上务工。")
    assert {tie.subject for tie in found if tie.relation == "resident_of"} == {"泽仁卓玛", "扎西顿珠"}
    assert "苗族" not in {tie.subject for tie in ties("高壁村村民邓金妹、苗族村民杨正光靠养蚕增收。")}


def test_a_word_that_goes_on_is_no_part_of_a_name() -> None:
    """务工人员孙长林 is 孙长林; who works in a zone is the one named behind it."""
    found = ties("务工人员孙长林、在太原经济技术开发区打工的胡玉兰领到了工资。")
    assert {tie.subject for tie in found} <= {"胡玉兰"}

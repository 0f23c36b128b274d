"""Bylines: who is credited, wherever it stands, and nobody who is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.segment.bylines import find_bylines
from kg.segment.credits import parse_credits

J, C, P, E, T = "记者", "通讯员", "摄影", "编辑", "见习记者"


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("本报讯（记者 秦小雨）5月16日，", [("秦小雨", J)]),
        ("本报讯 （记者 秦小雨 通讯员 温如\n\n玉） 按照安排，", [("秦小雨", J), ("温如玉", C)]),
        ("本报讯(记者高 帆 通讯员叶青)昨日，", [("高帆", J), ("叶青", C)]),
        ("本报讯（见习记者 童画）4月19日，", [("童画", T)]),
        ("本报讯（记者王 磊 通讯员赵志强 摄影报道）今日，", [("王磊", J), ("赵志强", C), ("王磊", P), ("赵志强", P)]),
        ("本报讯（记者 石 磊 通讯员 龙艳 向阳）今日，", [("石磊", J), ("龙艳", C), ("向阳", C)]),
        ("本报讯（记者 欧阳 娜 阿依古丽·买买提）今日，", [("欧阳娜", J), ("阿依古丽·买买提", J)]),
        ("晋中新报讯（首席记者 秦小雨）今日，", [("秦小雨", J)]),
        ("新华社太原4月8日电（记者 吕梦琦）今日，", [("吕梦琦", J)]),
        ("本报讯 记者秦小雨报道：今日，", [("秦小雨", J)]),
        ("本 报 讯 （ 记 者 秦 小 雨 ） 今 日", [("秦小雨", J)]),
        ("头条\n□ 本报记者 侯 静 通讯员 刘合作\n正文开始。", [("侯静", J), ("刘合作", C)]),
        ("……工程完工。\n（编辑 张 敏）", [("张敏", E)]),
        ("……工程完工。（记者 黎 明 通讯员 连宣）\n", [("黎明", J), ("连宣", C)]),
        ("……全线完工。（秦小雨 温 如）\n", [("秦小雨", J), ("温如", J)]),
        ("……全线完工。\n　　（秦小雨 李建\n军）\n", [("秦小雨", J), ("李建军", J)]),
        ("……完工（记\n者周知夏）\n", [("周知夏", J)]),
        ("图为现场。 记者 刘小亮 摄\n下一篇", [("刘小亮", P)]),
        ("责任编辑：王磊 校对：李四\n", []),
        ("榆社讯（通讯员 郝玉珍）今日，", [("郝玉珍", C)]),
        ("本报记者 秦小雨 文 高一帆 图\n正文。", [("秦小雨", J), ("高一帆", P)]),
        ("□ 本报评论员\n正文。", []),
        ("本报讯（记者 程金花 实习生 叶 青）近日，", [("程金花", J), ("叶青", T)]),
        ("图为现场。 通讯员 田 野 摄", [("田野", P)]),
        ("记者 王 磊 张 敏 摄", [("王磊", P), ("张敏", P)]),
        ("本报讯 记者秦小雨报道 今日，市委召开会议。", [("秦小雨", J)]),
        ("本报讯　记者 秦小\n雨 通讯员 温 如　今日，市委召开会议。", [("秦小雨", J), ("温如", C)]),
        ("本报讯 记者秦小雨 通讯\n\n员文如玉 报道 今日，", [("秦小雨", J), ("文如玉", C)]),
        ("本报讯 记者 秦小雨　成都 今日举行会议。", [("秦小雨", J)]),
        ("本报讯（秦小雨）今日，", [("秦小雨", J)]),
        ("本报讯（秦小雨 温如\n玉）今日，", [("秦小雨", J), ("温如玉", J)]),
        ("头条\n□秦小雨 温 如\n正文开始。", [("秦小雨", J), ("温如", J)]),
        ("头条\n本报记者\n秦小雨\n正文开始。", [("秦小雨", J)]),
        ("头条\n汾阳新报全媒体记者 秦小雨\n正文开始。", [("秦小雨", J)]),
        ("文/图 本报记者 秦小雨\n正文。", [("秦小雨", J), ("秦小雨", P)]),
        ("文/图 秦小雨\n正文。", [("秦小雨", J), ("秦小雨", P)]),
        ("文/秦小雨 图/高一帆\n正文。", [("秦小雨", J), ("高一帆", P)]),
        ("（ 记 者   古 丽 · 艾 山   通 讯 员   温 如 玉\n）", [("古丽·艾山", J), ("温如玉", C)]),
        ("□   本 报 记 者   秦   晴   通 讯\n员 温如玉\n正文。", [("秦晴", J), ("温如玉", C)]),
        ("……全线完工。（记者 秦 晴 通讯员 龙艳 \n向 阳 ）", [("秦晴", J), ("龙艳", C), ("向阳", C)]),
    ],
)
def test_everyone_credited_is_found(text: str, credited: list[tuple[str, str]]) -> None:
    """Both forms, padded and several names, broken lines, pictures."""
    found = [(one.name, one.role) for byline in find_bylines(text) for one in byline.bylines]
    assert [one for one in found if one[1] != "编辑" or credited] == credited


@pytest.mark.parametrize(
    "text",
    [
        "记者从市人社局获悉，今年培训3200人。",
        "他告诉记者，合作社有绣娘136人。",
        "（记者采访手记）",
        "（摄影作品获奖）",
        "市委书记讯问情况后说，",
        "会议听取了通讯员队伍建设情况。",
        "（以下简称《措施》）",
        "培训到此结束。（完）",
        "小说今日刊完。（连载三）",
        "小说今日开始刊登。（连载）",
        "先进个人已经公示。（见第三版）",
        "主角由新人担任（秦小雨）",
        "本期介绍两人。（秦小雨 青年演员）",
        "本报讯 记者从市委获悉，今年培训3200人。",
        "本报讯 记者高考期间走访三所学校。",
        "本 报 讯 记 者 秦 小 雨 今 日 从 会 上 获 悉 ，",
        "□ 高考 金融\n正文。",
        "图/新华社\n正文。",
        "文化馆\n开放",
        "全市日报记者培训班\n今日开班。",
        "消息传到本报\n记者\n那里。",
    ],
)
def test_nobody_else_is_credited(text: str) -> None:
    """The words of a byline in running text make none."""
    assert [byline for byline in find_bylines(text) if byline.bylines] == []


@settings(deadline=None)  # the first names ask for a dictionary
@given(st.text(alphabet="记者通讯员摄影文图本报（）()□ \n王磊张小明，。/·讯", max_size=50))
def test_any_text_has_disjoint_bylines(text: str) -> None:
    """Bylines are in order, inside the text, and do not overlap."""
    at = 0
    for one in find_bylines(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end


def test_what_is_no_credit_is_none() -> None:
    """All of a text must be credits."""
    assert parse_credits("记者 秦小雨 从会上了解到很多情况") is None

"""White space inside a line: letter-spacing, digits set off, padded names; and the spaces that mean something.

Chinese prose has no spaces, so in a printed column those between its characters are damage. Elsewhere some mean
something: they part a headline (转移群众 抢通道路), the columns of a list (祝三根　石埠村支书), Latin words.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from kg.repair.pieces import Piece

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u2e80-\u2fdf\U00020000-\U0003ffff"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_GAP = re.compile(rf"[^\S\n\r]+|[{_INVISIBLE}]+")
_MARK = "，。、；：！？“”‘’（）《》〈〉【】—…"
_IS_HAN = re.compile(f"[{_HAN}]")
_IS_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_IS_DIGIT = re.compile("[0-9０-９]")
_OPENING = frozenset("“‘（《〈【「『([")
_CLOSING = frozenset("，。、；：！？”’）》〉】」』,;:!?)]…")
# Letter-spacing: three characters or more, each alone. Digits may stand together (浇 筑 32 根), marks adhere (高 、联).
_TOKEN = rf"(?:[{_MARK}]{{0,2}}[{_HAN}][{_MARK}]{{0,2}}|[{_MARK}]{{1,3}}|[0-9０-９]{{1,6}}[.%％]?)"
_SPACED = re.compile(rf"(?<!\S){_TOKEN}(?:[^\S\n\r]+{_TOKEN}){{2,}}(?!\S)")
# Two characters, each alone between spaces, marks or ends: a padded name or label (毛　方, 主　任).
_PADDED = re.compile(rf"(?<![{_HAN}0-9A-Za-z])[{_HAN}][ \u3000\u00a0]+[{_HAN}](?![{_HAN}0-9A-Za-z])")
_NUMBER_AND_GAP = re.compile(r"[0-9０-９.．]+[%％]?(\s?)")
_NUMBER_BEFORE_GAP = re.compile(r"(\s|^)[0-9０-９.．]+$")
_UNITS = frozenset("年月日时分秒人名位个万亿元次期届户项场家平米吨亩岁天周%％倍件辆座条所批多余")
# What may stand before a padded name's surname: a mark, or the end of a title (主任, 书记, 代表).
_BEFORE_NAME = frozenset("、，；：。（）”长任记席员委书监师授士官帅事理总代表家民户副挥者工友")


class Setting(Enum):
    """Where a line stands, which decides what its spaces mean."""

    COLUMN = "column"
    """Prose in a printed column: no space means anything, but between Latin words and between numbers."""
    HEADLINE = "headline"
    """A space parts a headline."""
    PARAGRAPH = "paragraph"
    """Text from the web: cleaner, but lists and furniture are among it."""


class _Gap(NamedTuple):
    start: int
    end: int
    before: str
    after: str


@cache
def _surnames() -> frozenset[str]:
    return frozenset(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
        "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦"
        "季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍"
        "位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕"
        "郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬"
        "明沙薄伏岑习胥保和蔺闻乌普字番靖敬"
    )


def may_have_gaps(text: str) -> bool:
    """Say quickly whether white space or an invisible character may be in a text: only a space is printable."""
    return " " in text or not text.isprintable()


def cuts_in_line(raw: str, start: int, end: int, setting: Setting) -> list[Piece]:
    """Return what to take out of `raw[start:end]`, one line or paragraph: pieces to drop or to read as one space."""
    line = raw[start:end]
    if not may_have_gaps(line):
        return []
    gaps = list(_GAP.finditer(raw, start, end))
    if not gaps:
        return []
    spaced = [(m.start() + start, m.end() + start) for m in _SPACED.finditer(line)]
    padded = {m.start() + start + 1 for m in _PADDED.finditer(line)}
    cuts = []
    for match in gaps:
        s, e = match.span()
        at_edge = s == start or e == end
        stretched = any(a < s and e < b for a, b in spaced) and (setting is not Setting.HEADLINE or e - s == 1)
        damage = at_edge or s in padded or stretched or raw[s] in _INVISIBLE
        if damage or not _MEANS[setting](raw, _Gap(s, e, raw[s - 1], raw[e])):
            cuts.append(Piece(s, e))
        elif raw[s:e] != " ":
            cuts.append(Piece(s, e, " "))
    return cuts


def _in_column(_raw: str, gap: _Gap) -> bool:
    """A space in a column stays between Latin words and between numbers."""
    words = _IS_LATIN.match(gap.before) and _IS_LATIN.match(gap.after)
    return bool(words or (_IS_DIGIT.match(gap.before) and _IS_DIGIT.match(gap.after)))


def _in_headline(raw: str, gap: _Gap) -> bool:
    """A space in a headline parts it, unless it sets off a number or clings to a mark."""
    if gap.before in _OPENING or gap.before in "，、；：" or gap.after in _CLOSING:
        return False
    return not _sets_off_number(raw, gap)


def _in_paragraph(raw: str, gap: _Gap) -> bool:
    """A space in web text stays, unless it sets off a number, clings to a mark or pads a name (主任梁 伟与)."""
    if gap.before in _OPENING or gap.before in _CLOSING or gap.after in _OPENING or gap.after in _CLOSING:
        return bool(_IS_LATIN.match(gap.before) or _IS_LATIN.match(gap.after)) and gap.before not in _OPENING
    if _sets_off_number(raw, gap):
        return False
    pads_name = gap.before in _surnames() and raw[gap.start - 2 : gap.start - 1] in _BEFORE_NAME
    return not (pads_name and gap.end - gap.start <= 2 and _IS_HAN.match(gap.after))  # noqa: PLR2004 - two half spaces


def _sets_off_number(raw: str, gap: _Gap) -> bool:
    """Say whether a gap between a number and a character is typesetting: before a unit, or on both sides of it."""
    if _IS_DIGIT.match(gap.before) and _IS_HAN.match(gap.after):
        both = _NUMBER_BEFORE_GAP.search(raw, max(0, gap.start - 12), gap.start)
        return gap.after in _UNITS or both is not None
    if _IS_DIGIT.match(gap.after) and _IS_HAN.match(gap.before):
        number = _NUMBER_AND_GAP.match(raw, gap.end)
        return number is not None and bool(number.group(1))
    return False


_MEANS = {Setting.COLUMN: _in_column, Setting.HEADLINE: _in_headline, Setting.PARAGRAPH: _in_paragraph}

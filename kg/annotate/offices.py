"""Offices as written, one by one: a body, what stands between, and a post (县水务局 原 党组 书记).

A unit whose title names no body keeps `body` "": the chain that it stands in, or context, gives it one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.bodies import iter_weak_ends
from kg.annotate.envoys import ENVOYS, SENT, EnvoyReader
from kg.annotate.office_units import Found, Unit
from kg.annotate.posts import REGION, Post, post_lexicon, posts, status_of
from kg.body import is_national, kind_of
from kg.country import HOME, countries
from kg.language.cues import Tail
from kg.language.name_evidence import surname_of
from kg.language.words import cut, tag
from kg.values import replace

if TYPE_CHECKING:
    from kg.annotate.bodies import BodyFinder
    from kg.mention import Mention

_QUALIFIER = re.compile("[\u4e00-\u9fff]{1,6}")
_SEVERAL = re.compile("[一二两三四五六七八九十几多全各]+[位名个]|所有|全体|各")
_STATUS = Tail("(原任|曾任|时任|前任|已故|现任|新任|首任|挂职|拟任|候任|原|前|时)$")
_FORMER_INNER = re.compile("^(.{2,}?)(原|前)(党组|党委|党支部|党总支|党工委|机关党委)$")
_COMMON_STOCK = re.compile("企业|单位|行业|国企|民企|集体|工厂|项目|分管|记者|本届|老板|外资|部门|领导")
_INNER = {"党组", "党委", "党支部", "党总支", "分党组", "机关党委", "临时党委", "党工委", "工会", "团委", "纪检监察组"}
_JOINED: tuple[str, ...] = (
    "部长",
    "局长",
    "厅长",
    "司长",
    "处长",
    "科长",
    "院长",
    "校长",
    "所长",
    "站长",
    "行长",
    "社长",
    "馆长",
    "台长",
    "会长",
)
_JOINED += ("队长", "署长", "庭长", "关长")
_LONG_PLACES = {
    "长江",
    "长篇",
    "长春",
    "长沙",
    "长治",
    "长安",
    "长城",
    "长征",
    "长白",
    "长期",
    "长三",
    "长效",
    "长远",
    "长途",
    "长达",
}
_BELOW = set("市县区旗乡镇")
_LONG_WORDS = {
    "长期",
    "长远",
    "长效",
    "长久",
    "长足",
    "长途",
    "长征",
    "长假",
    "长跑",
    "长篇",
    "长三",
    "长短",
    "长寿",
}
_RIVER = re.compile(
    "长江(?:大桥|隧道|[流航水]域|[上中下]游|[南北两沿江]?岸|经济|干[流线]|支流|航[道运]|保护|生态|之|口|禁捕|十年|三[峡角]|以|沿线|主题|文[化明]"
    "|国家|索道|日报|水[利务文系]|[，。、；]|$)"
)
_DEPARTMENT_ENDS = ("委", "部", "局", "处", "办", "队", "所", "院", "组", "中心", "司", "厅", "公司", "集团", "部室")
_DAILY = re.compile("(?:分管|负责|主持)(?:日常|常务)?工作的$")
_STATE = ("总统", "副总统", "总理", "副总理", "首相", "副首相", "国王", "女王", "王储", "议长", "副议长", "议员")
_OF_PLACES = {*_STATE, "大使", "总领事", "代表", "特使", "发言人"}
_FOREIGN = (
    "大臣",
    "部长",
    "国务卿",
    "总统",
    "总理",
    "主席",
    "议长",
    "大使",
    "外长",
    "司令",
    "秘书长",
    "特使",
    "顾问",
    "发言人",
)
_FOREIGN_BODIES = ("党", "阵线", "联盟", "运动", "议会", "法院", "委员会", "杜马", "银行", "集团")
_HAN_RUN = re.compile("[\u4e00-\u9fff]+$")
_LONGEST_TOWN = 8
_NAME_LENGTHS = {2, 3}
_SHORTEST_OWN, _PLACED_BRAND = 2, 5
_GAP = 7


def find_units(text: str, finder: BodyFinder, bodies: list[Mention], places: list[Mention]) -> list[Unit]:
    """Return every office of the text in order, whether anybody stands beside it or not."""
    reader = _Reader(text, finder, bodies, [p for p in places if p.how != "pronoun"])
    units: list[Unit] = []
    for start, end, post in post_lexicon().find(text):
        if post is None or reader.is_part(start, end):
            continue
        units.append(reader.read(start, end, post, units[-1].end if units else 0))
    return units


class _Reader:
    """Reads a post's body leftwards, the surest reading first."""

    def __init__(self, text: str, finder: BodyFinder, bodies: list[Mention], places: list[Mention]) -> None:
        self.text, self.finder = text, finder
        self.bodies = {body.end: body for body in bodies}
        self.inside = {at: body.end for body in bodies for at in range(body.start, body.end)}
        self.places = {place.end: place for place in places}
        self.envoys = EnvoyReader(text, finder, self.bodies, self.places)
        self.opening = {place.start: place.end for place in places}
        self.runs: dict[int, int] = {}
        """Where the run of places begins that ends at a character."""
        for place in places:
            self.runs[place.end] = self.runs.get(place.start, place.start)

    def is_part(self, start: int, end: int) -> bool:
        """Say whether a post is part of something longer: 人大|常务委员|会, 浙江|省长|兴县, 水利|部长|江水利委员会."""
        if self.inside.get(start, 0) >= end or self.opening.get(end - 1, 0) > end:
            return True
        if self.text[end - 1 : end + 1] in _LONG_WORDS:  # 社会|长远发展, 市场|长期稳定
            return True
        if _RIVER.match(self.text, end - 1):  # 社长江大桥, but not 校长|江文川
            return True
        joined = end - 1 in self.opening or start + 1 in self.bodies or start + 1 in self.places
        return joined and self.text[end - 1 : end + 1] in _LONG_PLACES

    def read(self, start: int, end: int, post: Post, bound: int) -> Unit:
        """Read leftwards from a post: a word of status, then the body."""
        if self.text[start] == "代" and tag(self.text[start - 1 : start + 1]) and self.text[start + 1 : end] in posts():
            start, post = start + 1, posts()[self.text[start + 1 : end]]  # 宁德时代|董事长
        shorter = posts().get(self.text[self.inside[start] : end]) if start in self.inside else None
        if shorter is not None:  # 欧洲理事会|主席, though 理事会主席 is a post as well
            start, post = self.inside[start], shorter
        found = Found(start, start, end, post, post.status, bound)
        word = _STATUS.search(self.text, max(0, start - 2), start)
        if word and word.start() >= bound and not self._in_place(word.start()):
            said = status_of(word[1]) if post.status == "holds" else post.status
            found = replace(found, at=word.start(), status=said)
        unit = self._beside(found) or self._of_place(found) or self._apart(found)
        if unit is not None:
            return unit
        begun = self._reach(found)
        return Unit(begun, end, "", post.text, found.status, post, "none" if begun == found.at else "unread")

    def _reach(self, found: Found) -> int:
        """Return where a title without a body begins: in a chain, what names its body unreadably is part of it."""
        begun = self.finder.left(found.at, found.bound) if found.bound else None
        calling = found.post.silent and begun is not None and found.at - begun[0] <= _GAP  # 、一级|检察官
        listed = begun is not None and (begun[1] != "own" or calling) and self.text[begun[0] - 1] == "、"
        return begun[0] if begun is not None and listed else found.at

    def _in_place(self, at: int) -> bool:
        """Say whether a place goes on over `at` (太原: 原 is no status)."""
        place = self.places.get(at + 1)
        return place is not None and place.start < at

    def _beside(self, found: Found) -> Unit | None:
        """A body right before the post, or one whose last character is the post's first (组织部|部长, 组织部长)."""
        body = self.bodies.get(found.at)
        if body is None and self.text[found.start : found.end].endswith(_JOINED):
            body = self.bodies.get(found.start + 1)
        if body is None:
            return None
        outer = self._outer(body) if body.how == "bare" and body.text in _INNER else None
        if outer is not None:
            cut_at, owner = outer
            found = self._with_status(found, cut_at)
            return found.unit(owner.start, body.end, owner.text + body.text, owner.how)
        return self._own(body, found)

    def _outer(self, body: Mention) -> tuple[int, Mention] | None:
        """县水务局|原|党组: the body that an inner one belongs to, over a word of status."""
        word = _STATUS.search(self.text, max(0, body.start - 2), body.start)
        cut_at = word.start() if word else body.start
        owner = self.bodies.get(cut_at)
        return (body.start, owner) if owner is not None else None

    def _with_status(self, found: Found, start: int) -> Found:
        word = _STATUS.search(self.text, max(0, start - 2), start)
        if word is None or word.start() < found.bound:
            return found
        return replace(found, status=status_of(word[1]) if found.status == "holds" else found.status)

    def _own(self, body: Mention, found: Found) -> Unit:
        name, start = body.text, body.start
        inner = _FORMER_INNER.match(name)
        if inner is not None:  # 韩庄镇原党委
            name = inner[1] + inner[3]
            found = replace(found, status=status_of(inner[2]) if found.status == "holds" else found.status)
        if self.text[start - 2 : start] == "中共" and start - 2 >= found.bound:
            start -= 2
        if body.how == "own" and is_national(name):
            full = [name for name in self.envoys.shorts(start) if name != "中国"]
            if full:  # 俄|国防部
                start, name = start - 1, full[0] + name
        abroad = kind_of(name) == "intl" or name.endswith("领事馆")
        if abroad and self.text[start - 1 : start] == "驻" and found.post.text.endswith(SENT):
            start, name = self.envoys.posted(found, start, name)
        found = self._with_status(found, start)
        gone = self.places.get(start - 1) if found.status == "former" and body.how == "own" else None
        if gone is not None and gone.how == "country" and gone.text not in HOME:  # 俄罗斯|前|联邦安全会议秘书
            start, name = gone.start, gone.text + name
        unit = found.unit(start, body.end, name, body.how)
        word = _STATUS.search(self.text, max(0, start - 2), start)
        return replace(unit, start=word.start()) if word and word.start() >= found.bound else unit

    def _of_place(self, found: Found) -> Unit | None:
        post = found.post
        region = self.places.get(found.start + len(REGION)) if self.text.startswith(REGION, found.start) else None
        if region is not None:
            return found.unit(region.start, region.end, self.text[region.start : region.end] + "政府", "place")
        place = self.places.get(found.at) or (
            self.places.get(found.start + 1) if post.implied or self.text[found.start] == "村" else None
        )
        if place is None:
            return self._of_unknown_place(found)
        start = self.runs[place.end]
        name = self.text[start : place.end]
        if place.how == "village":
            return found.unit(start, place.end, name, "place", "village") if "village" in post.kinds else None
        if self.text[start - 1 : start] == "驻" and post.text.endswith(ENVOYS):
            return self.envoys.envoy(found, start, place.end)
        if post.implied:
            return self._implied(found, place, name)
        return self._of_country(found, place, start)

    def _of_country(self, found: Found, place: Mention, start: int) -> Unit | None:
        post, name = found.post, self.text[start : place.end]
        owner = self.bodies.get(start)
        if owner is not None and post.text.endswith("问题特使"):  # 联合国|也门问题特使
            return replace(found.unit(owner.start, owner.end, owner.text, "own"), post=name + post.text)
        foreign = place.how == "country" or post.text in _OF_PLACES
        return found.unit(start, place.end, name, "place", "country") if foreign else None

    def _implied(self, found: Found, place: Mention, name: str) -> Unit:
        """成都|市长 and 成都市|市长 are both of 成都市政府; 古巴|国家主席 is of 古巴."""
        start, implied = self.runs[place.end], found.post.implied
        if place.how == "country" and "{}" not in implied:
            return found.unit(start, place.end, implied if name in HOME else name, "own", "country")
        level = re.sub("^(?:常务|第一|执行)?副", "", found.post.text)[:1]
        if place.how == "country" and level in _BELOW and found.post.implied.startswith("{}政府"):
            return replace(found.unit(start, place.end, "", "unread"), how="unread")
        bare = place.how != "country" and level in set("省市县区州旗盟乡镇") and not name.endswith(level)
        body = implied.replace("{}", name + level if bare else name)
        return found.unit(start, place.end, body, "place", "government")

    def _of_unknown_place(self, found: Found) -> Unit | None:
        """利雅得省|省长, 莫斯科|市长: a place that no table holds."""
        if not found.post.implied.startswith("{}政府"):
            return None
        if self.text[found.at - 1 : found.at] != found.post.text[-2:-1]:
            return self._of_foreign_town(found)
        begun = self.finder.left(found.at, found.bound)
        if begun is None or found.at - begun[0] <= 1:
            return None
        return found.unit(begun[0], found.at, self.text[begun[0] : found.at] + "政府", "own", "government")

    def _of_foreign_town(self, found: Found) -> Unit | None:
        """莫斯科|市长: a town that the dictionary knows and the table of divisions does not."""
        run = _HAN_RUN.search(self.text, max(found.bound, found.at - _LONGEST_TOWN), found.at)
        town = cut(run[0])[-1] if run is not None else ""
        if tag(town) != "ns" or len(town) < _SHORTEST_OWN or town in countries():
            return None
        start, level = found.at - len(town), found.post.text[-2:-1]
        return found.unit(start, found.at, f"{town}{level}政府", "own", "government")

    def _apart(self, found: Found) -> Unit | None:
        """Readings for a body that does not stand right before its post, or that no lexicon knows."""
        if found.post.silent:
            return None
        near = self._of_daily(found) or self._over_gap(found) or self._of_short_country(found)
        return near or self._of_brand(found) or self._of_end(found)

    def _of_daily(self, found: Found) -> Unit | None:
        """中央财办|分管日常工作的|副主任: what a deputy is charged with stands between body and post."""
        charge = _DAILY.search(self.text, max(0, found.at - _GAP), found.at)
        body = self.bodies.get(charge.start()) if charge is not None else None
        return found.unit(body.start, body.end, body.text, body.how) if body is not None else None

    def _over_gap(self, found: Found) -> Unit | None:
        """A body, a few characters that belong to the post (儿科主任, 供热工作顾问), and the post."""
        for at in range(found.at - 1, max(found.bound, found.at - _GAP) - 1, -1):
            body, place = self.bodies.get(at), self.places.get(at)
            if body is not None:
                return self._joined(body, found)
            if place is not None and place.how == "country" and found.post.text.endswith(_FOREIGN):
                if not self.finder.holds(at, found.at):
                    return None
                if self.text[at : found.at].endswith(_FOREIGN_BODIES):  # 菲律宾|联邦党|主席, 新|阿塞拜疆党
                    start = place.start - (self.text[place.start - 1 : place.start] == "新")
                    return found.unit(start, found.at, self.text[start : found.at], "place")
                unit = found.unit(place.start, at, place.text, "place", "country")
                owner = self.bodies.get(place.start)
                if owner is not None and self.text[at : found.at] == "问题":  # 联合国|也门|问题|特使
                    post = self.text[place.start : found.at] + unit.post
                    return replace(found.unit(owner.start, owner.end, owner.text, "own"), post=post)
                return replace(unit, post=self.text[at : found.at] + unit.post)
        return None

    def _joined(self, body: Mention, found: Found) -> Unit | None:
        between = self.text[body.end : found.at]
        if kind_of(body.text) == "intl" and self.text[body.start - 1 : body.start] == "驻":
            return self.envoys.mission(body, found, between)
        unit = found.unit(body.start, body.end, body.text, body.how)
        if found.at == found.start and _reads_as_name(between):
            return replace(unit, infix=(body.end, found.at))
        if _SEVERAL.match(between):  # 主席团|三位成员
            return None
        if not _QUALIFIER.fullmatch(between) or not self.finder.holds(body.end, found.at):
            return None
        headed = between[-1] + "长" == found.post.text[-2:]  # 海关|监管科|副科长
        if (between.endswith(_DEPARTMENT_ENDS) or headed) and len(between) >= _SHORTEST_OWN + (not headed):
            return found.unit(body.start, found.at, body.text + between, body.how)
        return replace(unit, post=between + unit.post)

    def _of_short_country(self, found: Found) -> Unit | None:
        """俄总统: the country that one character stands for, where the article names it in full."""
        if found.post.text not in _OF_PLACES and found.post.implied != "{}":
            return None
        name = next(iter(self.envoys.shorts(found.at)), None)
        if name is not None and self.text[found.at - 2] == "驻" and found.post.text.endswith(ENVOYS):
            unit = self.envoys.envoy(found, found.at - 1, found.at)  # 俄驻美大使
            return replace(unit, body=unit.body.replace(f"驻{self.text[found.at - 1]}", f"驻{name}"))
        return found.unit(found.at - 1, found.at, name, "own", "country") if name is not None else None

    def _of_brand(self, found: Found) -> Unit | None:
        """阿斯利康|总裁: a company by its bare name."""
        if "company" not in found.post.kinds or found.post.weak:
            return None
        begun = self.finder.left(found.at, found.bound)
        if begun is None or begun[1] == "level":
            return None
        name = self.text[begun[0] : found.at]
        placed = begun[1] == "place" and len(name) >= _PLACED_BRAND and not _COMMON_STOCK.search(name)
        if not placed and not _is_brand(name):
            return None
        return found.unit(begun[0], found.at, self.text[begun[0] : found.at], "brand", "company")

    def _of_end(self, found: Found) -> Unit | None:
        """A body known only by its last character, which a post follows (理论科|科长, 天山厂|厂长)."""
        if found.post.implied:  # 莫斯科|市长 is no head of a 科
            return None
        for _ in iter_weak_ends(self.text, found.at):
            begun = self.finder.left(found.at, found.bound)
            over = self.bodies.get(self.inside.get(begun[0], -1)) if begun is not None else None
            if over is not None and over.start >= found.bound:  # 文化和旅游部|遗产司: 和 ends no name here
                return found.unit(over.start, found.at, self.text[over.start : found.at], over.how)
            if begun is not None and found.at - begun[0] > (1 if begun[1] != "own" else _SHORTEST_OWN):
                whole = self._over_and(begun[0], found) if begun[1] == "own" else None
                start, how = (whole.start, whole.how) if whole is not None else begun
                return found.unit(start, found.at, self.text[start : found.at], how)
        return None

    def _over_and(self, begun: int, found: Found) -> Mention | None:
        """交通运输部|安全与|质量监督管理司: the body whose part has a name that goes on over 与 or 和."""
        if self.text[begun - 1 : begun] not in {"与", "和"}:
            return None
        low = max(found.bound, begun - 1 - _GAP)
        above = next((self.bodies[at] for at in range(begun - 2, low - 1, -1) if at in self.bodies), None)
        return above if above is not None and self.finder.holds(above.end, begun - 1) else None


def _reads_as_name(text: str) -> bool:
    if text[:1] in set("和与及同对向将由"):  # 中央军委|和习|主席
        return False
    if (
        not text.isalpha()
        or len(text) not in _NAME_LENGTHS
        or text[-1] in "科室处部组所站局队院系班"
        or surname_of(text) in {"", text}
    ):
        return False
    return tag(text).startswith("nr") or all(len(w) == 1 or tag(w).startswith("nr") for w in cut(text))


@cache
def _is_brand(name: str) -> bool:
    """Say whether a stretch is a company's name rather than words: the dictionary cuts it into characters or nouns."""
    words = cut(name)
    if len(words) > 1 and any(len(w) > _SHORTEST_OWN and tag(w).startswith("nr") and surname_of(w) for w in words):
        return False
    if tag(words[0])[:1] in {"v", "d", "p", "c", "r"}:  # 评价|裴振声|主席
        return False
    if (
        len(words) > 1
        and not _COMMON_STOCK.search(name)
        and all(tag(w)[:1] in set("njx") or tag(w) in {"", "vn"} for w in words)
    ):
        return True
    return len(name) > 1 and (any(len(a) == len(b) == 1 for a, b in pairwise(words)) or not tag(words[0]))

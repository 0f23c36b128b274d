"""Bodies as written.

A place or a level and what every place has (吕梁市委, 市教育局), a name of its own (国务院), or an ending with its own
name to the left (中磁尚善科技有限公司). `how` says what a mention begins with: place, level (市委: whose is left to
context), own, or bare (组织部 alone).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.body import PARTIES, ZONES, Form, forms, is_national, longest_form, split_level
from kg.language.lexicon import Lexicon
from kg.language.words import cut, longest, tag
from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator


_IN_NAME = "(?:公司|集团|有限|股份|控股)"  # 五粮液集团（股份）公司
_CLOSED = re.compile(
    "[^\u4e00-\u9fffA-Za-z0-9·（）]|（(?![\u4e00-\u9fff]{2,4}）" + _IN_NAME + ")|）(?!" + _IN_NAME + ")"
)
_REACH = 22
_PARTICLES = set("和与及在的是有为了被到对向由据按从自因随")
_BRANCHES = (
    "调查队",
    "调查总队",
    "监管分局",
    "校区管委会",
    "公司",
    "分局",
    "支局",
    "支队",
    "大队",
    "派出所",
    "管理处",
    "分公司",
    "分行",
    "支行",
    "分院",
    "分中心",
    "供电公司",
)
_TEAMS = ("工作组", "工作队", "分指挥部", "联络组")
_HOUSES = ("科学院", "社科院", "大学", "学院", "部", "厅", "农科院", "研究院")
_OVER = 8
_WEAK_ENDS = set("局厅部委办处科室所站队会社院组团校厂店行署馆台系庭股段层园场宫")
_LEAGUE = "共青团"
_PARTY_CONGRESS = re.compile(
    "(?:中国共产党|中共)[\u4e00-\u9fff]{2,12}?[省市县区州旗](?:第[一二三四五六七八九十]+届)?委员会(?:常务委员会)?"
)
_CONSULTATIVE = re.compile(
    "(?:中国人民政治协商会议|政协)[一-鿿]{2,12}?[省市县区州旗盟](?:第[一二三四五六七八九十]+届)?委员会(?:常务委员会)?"
)
_SHORT = 2
_STOP_TAGS = {"p", "c", "u", "uj", "ul", "uz", "uv", "r", "d", "y", "e", "o", "q", "t", "rr"}
_LEVEL_WORDS = {
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "盟",
    "乡",
    "镇",
    "村",
    "校",
    "院",
    "我省",
    "我市",
    "我县",
    "我区",
    "我州",
    "我旗",
}


_OFFICES, _UNITS = ("公安局", "分局", "公安分局"), ("派出所", "支队", "大队", "中队")
_UNIT_NAME = re.compile("(?![和与])(?:(?![的了在向对将由是说称与及等长任员])[\u4e00-\u9fff])+")
_LONGEST_UNIT = 10
_ENERGY = re.compile("(?<![我全各本中该两])[中国华京晋浙粤皖川鄂湘陕苏豫赣冀鲁甘蒙桂黔滇]$")
_STATE_FIRM = re.compile("中[船铁交建核航煤粮冶电车化海石铝盐储纺远旅信再科汽邮节林兵钢金移联铜航]")
_HOLDER = re.compile("长|书记|主任|主席|委员|代表|经理")
_TIMES = set("年月日时天午晨晚期初末季前后今夜夏秋冬春")
_REGIONAL = ("监管局", "监察局", "监督局", "专员办", "特派办", "管理局", "局")
_GRADES = {"高中", "初中"}
_HEAD = re.compile("(?:党委|党总支|党支部)?(?:常务|第一)?副?(?:校长|书记)")
_FORCE = "武警"
_STATIONED = ("纪检监察组", "纪检组")
_MISSIONS = ("使馆", "领馆", "代表团", "使团")


@cache
def _lexicon() -> Lexicon[Form]:
    return Lexicon(forms())


@cache
def _nameless(body: str) -> bool:
    """Say whether a body's name begins with an ending (委员会董事会): its own name was not found."""
    found = longest_form(body)
    return found is not None and found[1].type == "ending" and found[0] not in {body, _FORCE}


class BodyFinder:
    """The bodies of one text; `left` reaches for the start of a body that ends at a given character."""

    def __init__(self, text: str, places: list[Mention]) -> None:
        """Take the text with the places found in it."""
        self.text = text
        self._chain: dict[int, int] = {}
        """Where the run of places begins that ends at a character."""
        self._inside: dict[int, Mention] = {}
        for place in places:
            if place.how == "pronoun":
                continue
            self._chain[place.end] = min(
                self._chain.get(place.start, place.start), self._chain.get(place.end, place.end)
            )
            for at in range(place.start, place.end):
                self._inside[at] = place
        self._starts = sorted(p.start for p in places if p.how != "pronoun")

    def find(self) -> list[Mention]:
        """Return the bodies in order, without overlap; a body that goes on right after another is one with it."""
        found: list[Mention] = []
        for start, end, form in _lexicon().find(self.text):
            end, form = self._headed(start, end, form)  # noqa: PLW2901
            start, end, form = self._behind_place(start, end, form)  # noqa: PLW2901
            if form.type == "word":
                continue
            last = found[-1] if found and found[-1].end == start else None
            if last is not None and self.text[end : end + 1] == "长":
                continue  # 交警支队|支队长
            if last is not None and form.type in {"head", "ending"} and _goes_on(last.text, self.text[start:end]):
                found[-1] = self._mention(last.start, end, last.how)
                continue
            if found and form.type == "ending" and self._is_below(found[-1], start, end):
                found[-1] = self._mention(found[-1].start, end, found[-1].how)
                continue
            body = self._read(start, end, form, found[-1].end if found else 0)
            if body is not None:
                self._append(found, body, form)
        found = [self._regional(self._sent(body)) for body in found if "等国" not in body.text]
        return self._with_committees(self._stationed(found))

    def _behind_place(self, start: int, end: int, form: Form) -> tuple[int, int, Form]:
        """Return a form that a place's name runs into as the one behind the place (威海|军分区, not 威|海军)."""
        place = self._inside.get(start) if form.type == "own" else None
        if place is None or not place.start < start < place.end < end:
            return start, end, form
        behind = longest_form(self.text[place.end : place.end + _REACH])
        return (start, end, form) if behind is None else (place.end, place.end + len(behind[0]), behind[1])

    def _stationed(self, found: list[Mention]) -> list[Mention]:
        """Join a group with the commission that has sent it: 市纪委监委|驻|市教育局纪检监察组."""
        joined: list[Mention] = []
        for body in found:
            sender = joined[-1] if joined and body.text.endswith(_STATIONED) else None
            between = self.text[sender.end : body.start] if sender is not None else ""
            if sender is not None and between in {"驻", "派驻"}:
                joined[-1] = self._mention(sender.start, body.end, sender.how)
            else:
                joined.append(body)
        return joined

    def _headed(self, start: int, end: int, form: Form) -> tuple[int, Form]:
        """Return a school's ending without what begins its head (第五中学|校长); 高中 is a school before one."""
        shorter = forms().get(self.text[start : end - 1]) if self.text[end - 1 : end + 1] == "校长" else None
        if shorter is not None:
            return end - 1, shorter
        if form.type == "word" and self.text[start:end] in _GRADES and _HEAD.match(self.text, end):
            return end, Form("ending", "school")
        return end, form

    def _append(self, found: list[Mention], body: Mention, form: Form) -> None:
        """Add a body, joined with the one before it where its name begins there."""
        last = found[-1] if found else None
        if last is not None:
            touches = last.end == body.start
            branch = touches and body.how == "place" and body.text.endswith((*_BRANCHES, *_TEAMS))
            part = touches and body.how == "own" and form.type in {"ending", "head"}
            if branch or part or (body.how == "own" and self._goes_over(last, body)):
                body = self._mention(last.start, body.end, last.how)
            if last.end > body.start:
                found.pop()
        found.append(body)

    def _is_below(self, above: Mention, start: int, end: int) -> bool:
        """Say whether a police office has a unit behind it (…公安局某分局|莲前|派出所, …分局反恐怖和|特巡警支队)."""
        own = self.text[above.end : start]
        if not 0 < len(own) <= _LONGEST_UNIT or not above.text.endswith(_OFFICES):
            return False
        return self.text[start:end].endswith(_UNITS) and _UNIT_NAME.fullmatch(own) is not None

    def _sent(self, body: Mention) -> Mention:
        """Return a mission abroad with who sent it: 中国|驻|德国大使馆, 中国|常驻|联合国代表团."""
        if self.text[body.start - 1 : body.start] != "驻" or not body.text.endswith(_MISSIONS):
            return body
        start = body.start - (2 if self.text[body.start - 2 : body.start - 1] == "常" else 1)
        return self._mention(self._chain.get(start, start), body.end, body.how)

    def _regional(self, body: Mention) -> Mention:
        """Return an authority with the region that its branch is for: 国家矿山安监局|黑龙江|局."""
        place = self._inside.get(body.end)
        if place is None or place.start != body.end or not is_national(body.text):
            return body
        branch = next((end for end in _REGIONAL if self.text.startswith(end, place.end)), None)
        goes_on = branch is not None and len(longest(self.text, place.end)[0]) > len(branch)  # 局面
        return body if branch is None or goes_on else self._mention(body.start, place.end + len(branch), body.how)

    def _with_committees(self, found: list[Mention]) -> list[Mention]:
        """Put in the committees named in full (中国共产党通海县第十四届委员会) for their parts."""
        whole = [
            self._mention(m.start(), m.end(), "place")
            for pattern, word in ((_PARTY_CONGRESS, "委员会"), (_CONSULTATIVE, "政"))
            if word in self.text
            for m in pattern.finditer(self.text)
        ]
        if not whole:
            return found
        kept = [b for b in found if not any(b.start < w.end and w.start < b.end for w in whole)]
        return sorted([*kept, *whole], key=lambda m: m.start)

    def _anchored(self, low: int, at: int) -> bool:
        """Say whether a place ends a few characters before 和 (海东市|卫生|和计划生育委员会)."""
        ends = [end for end in self._chain if low < end < at and at - end <= _OVER]
        level = cut(self.text[low:at])[:1]  # 市|住房|和城乡建设局, but not 省长|A|与
        if not ends and at - low <= _OVER and level and level[0] in _LEVEL_WORDS:
            ends = [low + len(level[0])]
        if not ends or _HOLDER.search(self.text, max(ends), at):  # 明江镇|镇长A|与|县交警大队
            return False
        return self.holds(max(ends), at)

    def _goes_over(self, before: Mention, body: Mention) -> bool:
        """Say whether a body's name goes on from one before it over 与 (中国科学院|地理科学与|资源研究所)."""
        gap = body.start - 1 - before.end
        if not 0 < gap <= _OVER or self.text[body.start - 1] not in {"与", "和"}:
            return False
        return before.text.endswith(_HOUSES) and self.holds(before.end, body.start - 1)

    def _mention(self, start: int, end: int, how: str) -> Mention:
        text = self.text[start:end]
        return Mention("body", start, end, text, text, "bare" if how == "own" and _nameless(text) else how)

    def _read(self, start: int, end: int, form: Form, bound: int) -> Mention | None:
        if form.type == "level":
            return self._levelled(start, end)
        led = self._led(start, end, bound) if start in self._chain else None
        if led is not None:
            name = self.text[led:end]
            return Mention("body", led, end, name, name, "own")
        if form.type == "own" or start in self._chain:
            return self._mention(self._chain.get(start, start), end, "own" if form.type == "own" else "place")
        begun = self.left(start, bound)
        if begun is None and self.text[start:end] in ZONES:
            return self._mention(start, end, "bare")
        if begun is not None and (form.type == "ending" or begun[1] != "own" or begun[0] == bound > 0):
            return self._mention(begun[0], end, begun[1])
        return self._mention(start, end, "bare") if form.type == "head" else None

    def _led(self, start: int, end: int, bound: int) -> int | None:
        """Return where the firm or force begins whose branch a place's is (国网|临汾|供电公司, 武警|临汾|支队)."""
        begin = self._chain[start]
        if not self.text[start:end].endswith(_BRANCHES):
            return None
        begun = self.left(begin, bound)
        return begun[0] if begun is not None and begun[1] != "level" else None

    def _levelled(self, start: int, end: int) -> Mention | None:
        """A level and what every place has: the place before it, if one stands there, is whose it is."""
        before = self.text[start - 1 : start]
        if before == "全" or self.text.startswith(("市委托", "县委托", "省委托"), start):
            return None
        place = self._inside.get(start)
        begin, how = start, "level"
        if place is not None and place.start < start:
            begin, how = self._chain.get(place.end, place.start), "place"
        elif start in self._chain:
            begin, how = self._chain[start], "place"
        elif before in {"该", "此"}:
            begin = start - 1
        party = next((p for p in PARTIES if self.text.endswith(p, 0, begin)), "")
        if party and self.text[start + 1 : start + 2] == "委":  # 民革|商洛|市委会
            begin -= len(party)
        if self.text.endswith(_LEAGUE, 0, begin) and self.text[start + 1 : start + 2] == "委":
            begin -= len(_LEAGUE)
        return self._mention(begin, end, how)

    def left(self, end: int, bound: int = 0) -> tuple[int, str] | None:
        """Return where a body begins whose own name ends at `end`, and what with; None if nothing is there."""
        low = max(bound, end - _REACH)
        for match in _CLOSED.finditer(self.text, low, end):
            low = match.end()
        limit, level = self._limit(low, end)
        starts = [s for s in self._starts if limit <= s < end and self.text[s - 1 : s] != "（"]
        if starts and (level is None or starts[0] <= level):
            # 中马|钦州产业园区, 武警|恩施支队: two characters before the place belong to the name
            led = starts[0] - limit == _SHORT and not tag(self.text[limit : starts[0]]).startswith(("v", "d"))
            return (limit if led else starts[0]), "place"
        first = self.text[limit : limit + 1]
        if level is None and not starts and first in {"省", "市", "县"} and split_level(self.text[limit:end] + "院"):
            level = limit
        if level is not None:
            return level, "level"
        return (limit, "own") if end - limit >= _SHORT else None

    def holds(self, start: int, end: int) -> bool:
        """Say whether `[start, end)` holds only words that a body's or post's name may hold."""
        return not any(_ends_name(word) or _CLOSED.search(word) for word in cut(self.text[start:end]))

    def _limit(self, low: int, end: int) -> tuple[int, int | None]:
        """Walk left over words that a body's name may hold; return how far, and where the leftmost level stands."""
        at, level, verbs = end, None, True
        for word in reversed(cut(self.text[low:end])):
            begin = at - len(word)
            if at == end and len(word) == 1 and (word in _WEAK_ENDS or word == "司"):
                at = begin
                continue
            firm = self._firm(word, begin, low)
            if firm is not None:
                return firm, None
            if begin not in self._inside and at - 1 not in self._inside and _ends_name(word):
                if self._goes_through(word, low, begin):
                    at = begin
                    continue
                if begin in self._chain and len(word) == 1 and word not in _PARTICLES:
                    return self._chain[begin], None  # 山西|同舟材料公司
                if begin == low and len(word) == 1 and word not in _PARTICLES and at < end:
                    return begin, None  # 正泰|集团
                break
            at = begin
            if word in _LEVEL_WORDS and at not in self._inside:
                level, verbs = at + len(word) - 1, True
            elif level is not None and not tag(word).startswith("v"):
                verbs = False
        return at, level if verbs else None

    def _firm(self, word: str, begin: int, low: int) -> int | None:
        """Return where a firm begins whose name opens with what ends others: 会见|中能绿电集团, 与|中船江南重机集团."""
        if word == "能" and begin > low and _ENERGY.search(self.text, max(0, begin - 2), begin):
            return begin - 1
        state = word == "中" and _STATE_FIRM.match(self.text, begin) and not longest(self.text, begin + 1)[0]
        return begin if state else None

    def _goes_through(self, word: str, low: int, begin: int) -> bool:
        """Say whether a name holds a word that ends others: 住房和城乡建设局, 湖北|隆中|理工学院."""
        if word in {"和", "与"}:
            return self._anchored(low, begin)
        return begin in self._chain and tag(word) == "t" and word[-1] not in _TIMES


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        [row["word"] for row in read_table("body_stops")]
        + [row["word"] for row in read_table("name_followers") if row["strength"] == "2"]
    ) - frozenset(row["word"] for row in read_table("body_allowed"))


@cache
def _ends_name(word: str) -> bool:
    """Say whether no body's name holds this word."""
    if word in _LEVEL_WORDS or word.isascii():
        return False
    if word in _stop_words():
        return True
    return len(word) > 1 and tag(word) in _STOP_TAGS


def _goes_on(before: str, after: str) -> bool:
    """Say whether `after` belongs to the body before it (市教育局|党组) or is one of its own (市委|市政府)."""
    return not (
        before.endswith(("委", "人大", "政府", "政协"))
        and after in {"政府", "人大", "政协", "人大常委会", "监委", "纪委监委", "纪委"}
    )


def iter_weak_ends(text: str, at: int) -> Iterator[str]:
    """Yield the character before `at` if a department's name may end in it (局, 部, 科 …, 搜救中心, 遗产司)."""
    last = text[at - 1 : at]
    if last in _WEAK_ENDS or text.endswith("中心", 0, at) or (last == "司" and not text.endswith("公司", 0, at)):
        yield last

"""What the text calls a happening: the words of its clause without what frames them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_grammar import CLAUSE_ENDS, clause_start
from kg.extract.outlines import PERSON, PLACE, TIME, WORK
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.extract.event_told import Found
    from kg.extract.outlines import Outline

_HELD_BY = re.compile(
    "[，：]?(?:由[^，]*?(?:主办|承办|举办|组织|承建|援建|投资|建设|打造)的|同时|标志着|随着|目前|其中|介绍|[^，]{0,40}?成功将)"
)
_TRAILING = re.compile(
    "(?:不久前|刚刚|将于|将|已于|已|于|正式|分别|今天|昨天|昨天也|也|计划|预计)?(?:今晚|昨晚|明天|今日|日前|近日)?[（(]?$"
    "|(?:实现|完成)?(?:主体|钢结构|主体结构|土建|双线)$|并$"
)
_FRAME = re.compile(
    "^(?:.*宣布(?=.{2})|.*(?:召开|举行|举办|主办)的(?=.{3})|(?:召集)?(?:召开|举行|举办)了?(?=.{4})|已?由[^的]*$|(?:将|预计|计划|定于|有望|力争|拟).*$|为期[^的]{1,8}的|(?:[^，。]{2,12}(?:总书记|主席))?在(?=.*[会班]))"
)
_ONLY_WHERE = re.compile(
    f"(?:日前|近日|今天|昨天|今日|昨日|{TIME}|，)*(?:[在于][^，。]{{1,16}})?(?:正式|全面|顺利|开始)*"
)
_WHILE = re.compile("(?<!比利)(?<!临)(?<!小)(?<!同)(?<!当)时$")
_THING = re.compile(
    "[^，。]{3,40}(?:铁路|公路|高速|大桥|隧道|工程|项目|航线|线路|基地|园区?|馆|中心|站|机场|港|学校|医院|电站|地铁|专列|班列)"
)
_SAYS = re.compile("，([^，。；]{4,})")
NAMELESS = {"活动", "仪式", "会议", "大会", "有关活动", "上述活动", "相关活动", "此次活动"}
_ABOUT = re.compile("就([^，。；]{2,60}?)(?:等?方面)?(?:的?工作)?(?:进行|开展|深入|到|赴)")
_MORE = re.compile("，((?:传达|学习|研究|听取|审议|讨论|部署|专题|总结|分析|表彰)[^，。；]+)")
OCCASIONS = {"ceremony", "establishment"}
SHORT_NAME = 5
_SHORTEST_TOPIC = 2


class TopicReader:
    """Reads the names of what happened in one article."""

    def __init__(self, outline: Outline, full: str) -> None:
        """Take the article's outline and its full text."""
        self.outline = outline
        self.text = outline.text
        self.full = full

    def read(self, found: Found) -> str:
        """Return what the text calls the happening."""
        left, right = found.start, found.whole
        if "topic" in found.trigger.form.groupindex and found.match["topic"]:
            left, right = found.match.start("topic") + found.base, found.match.end("topic") + found.base
        about = _ABOUT.search(self.text, found.base, found.whole) if found.trigger.kind == "inspection" else None
        if about:
            left, right = about.start(1), about.end(1)
        if held := _HELD_BY.match(self.text, left, right):
            left = held.end()
        skip = f"，：{TIME}{PERSON}、了" + (f"{PLACE}和与及" if found.trigger.kind == "visit" else "")
        while left < right and (self.text[left] in skip or self.text[left : left + 2] in {f"从{TIME}", f"自{TIME}"}):
            left += 1
        if found.trigger.kind in {"talks", "investigation"}:
            return self._sides(found)
        right = self._before_time(left, right)
        if found.trigger.kind == "ceremony" and right - left <= SHORT_NAME and found.start < left:
            left = self._what_opens(found, left)
        topic = _TRAILING.sub("", _FRAME.sub("", self._slice(left, right)))
        topic = self._amended(topic.removeprefix("度"), found)
        return topic.strip("，。；：、 的")[:80].removesuffix("期间")

    def _amended(self, topic: str, found: Found) -> str:
        """Return the name of a happening, or what the clause before calls it where this one only says where or how."""
        kind = found.trigger.kind
        if kind in OCCASIONS and _ONLY_WHERE.fullmatch(topic):
            topic = self._clause_before(found)
        if kind == "publication" and "《" not in topic and (work := self._work_before(found)):
            topic = work
        topic = _WHILE.sub("", topic)
        if topic.count("“") != topic.count("”"):
            topic = topic.replace("“", "").replace("”", "")
        return self._clause_before(found) if len(topic) < _SHORTEST_TOPIC else topic

    def _work_before(self, found: Found) -> str:
        """Return the 《》 that the clauses before the verb name (《…》一书，近日由某社出版), or ""."""
        clause = self.text.rfind("。", found.base, found.start) + 1
        at = self.text.rfind(WORK, max(clause, found.base), found.start)
        only = at >= 0 and "由" in self.text[at : found.start]
        return self._slice(at, at + 1) if only else ""

    def _what_opens(self, found: Found, left: int) -> int:
        """Return where the name of a rite starts that its clause begins with (某铁路举行通车仪式)."""
        start = clause_start(self.text, found.base, found.start)
        subject = self.text[start : found.start]
        plain = _THING.fullmatch(subject) is not None and not re.search(f"[{PERSON}{TIME}]", subject)
        return start if plain else left

    def _before_time(self, left: int, right: int) -> int:
        """Return where a name ends that a time follows (…会议3月8日在…); a year within a name does not end it."""
        timed = self.text.find(TIME, left + (1 if self.text[left : left + 1] == WORK else 4), right)
        return timed if timed > 0 and (timed == right - 1 or self.text[timed + 1] in "在，于（(）)上下晚凌") else right

    def _clause_before(self, found: Found) -> str:
        """Return the words of the verb's clause, or of the one before where that has nothing but the verb."""
        left = clause_start(self.text, found.base, found.start)
        bare = _FRAME.sub("", self.text[left : found.start]) == "" or _ONLY_WHERE.fullmatch(
            self.text, left, found.start
        )
        if bare and left > found.base:
            right = left - 1
            left = clause_start(self.text, found.base, right)
            while left < right and self.text[left] in f"{TIME}{PERSON}":
                left += 1
            if right - left >= _SHORTEST_TOPIC:
                return self._slice(left, right)
        return self._slice(left, found.whole).lstrip("了")

    def with_matter(self, name: str, found: Found, end: int) -> str:
        """Add what a meeting dealt with, or what a paper that is only called a notice says."""
        kind = found.trigger.kind
        more = _MORE.match(self.text, found.whole, end) if kind == "meeting" else None
        if kind == "publication" and len(name) <= SHORT_NAME:
            more = _SAYS.match(self.text, found.whole, end)
        return f"{name}：{self._slice(more.start(1), more.end(1))}"[:80] if more else name

    def _sides(self, found: Found) -> str:
        """Return who meets whom, in the text's words: the receiver's name, then the verb and what follows."""
        marks = "；" if found.trigger.kind == "investigation" else CLAUSE_ENDS
        first = clause_start(self.text, found.base, found.start, marks)
        left = found.match.start() + found.base
        item = self.outline.items.get(self.text.find(PERSON, first, max(left, first)))
        name = item.name if isinstance(item, Mention) else ""
        return f"{name}{self._slice(left, found.whole)}".strip("，。；：、 ")[:80]

    def _slice(self, left: int, right: int) -> str:
        return self.full[self.outline.start_of(left) : self.outline.end_of(right)] if right > left else ""

"""What a number describes: the programme, place, body or event that stands nearest by syntax, else the seat."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.country import countries
from kg.extract.measurement_topics import Topic, find_topics
from kg.language.cues import Tail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.mention import Annotated

_WHOLE = re.compile(
    "(?:全|我|本|该|此)(?:市|县|区|省|州|旗|盟|镇|乡|街道|村|社区|小区|校|院|国|公司|企业|社(?!会)|厂|局|行(?!业)|项目|工程|路|线|馆|园)"
    "|该所|项目|企业|车间|合作社|公司|园区|工程|学校|医院|合作区|开发区|高新区|产业园|(?:村|镇|乡|县|市|区|校)(?=里|内)"
)
COUNTRY = "中国"
_LEVELS = set("市县区省州旗盟")
_SHARED = set("、等的和与")
_AUTHORITY = re.compile("(?:[部委局厅署办院组]|委员会|办公室|政府|组织|总社|会议)$(?<!学院)(?<!医院)")
_REPORTS = re.compile(
    "[^，。：“”]{0,12}?(?:通报|介绍|表示|[声宣]?称|说|发布|数据|统计|获悉|消息|指出|宣布|透露|公布|报道)"
    "|[^，。：“”]{0,4}?(?:预计|预测|认为|估计|监测|测算|预报)，"
)
_SPEECH = re.compile("“[^“”\n]*”")
_PROVIDES = re.compile("》?[，]?(?:提出|明确|规定|要求)")
_SAYS = re.compile("(?:说|介绍|告诉|表示|感慨|坦言|高兴)")
_FAMILIES = {
    "项目": "programme", "工程": "programme", "路": "programme", "线": "programme", "馆": "built",
    "合作区": "thing", "开发区": "thing", "高新区": "thing", "产业园": "thing", "所": "body",
    "校": "body", "院": "body", "公司": "body", "企业": "body", "社": "body", "厂": "body", "局": "body", "行": "body",
    "合作社": "body", "学校": "body", "医院": "body", "车间": "programme", "园区": "body", "园": "body",
}  # fmt: skip


_OPENS = set("，。；：！？\n”月日年来后，说前”在于") | {""}
_ACTORS = {"place", "body", "built"}
_MAKERS = {"body", "built"}
"""What is told of rather than the place it stands in."""
_COMPANY = Tail("(?:公司|集团|合作社|厂|企业)$")
_LIES_IN = ("位于", "坐落于", "地处于", "落户于", "设于", "建于", "来自于")
_WORKS = re.compile("(?:公路|高速|铁路|高铁|大桥|隧道|水库|电站|机场|运河|灌区|港|段|线|枢纽|产业园|园区)$")
_ORDINARY = {"villager", "calling", "role"}
_HIMSELF = re.compile("[他她](?!们|国|乡|日)")


class Subjects:
    """The topics of an article in order, and the seat for what has none nearer."""

    def __init__(self, annotated: Annotated, programmes: Iterable[Topic], people: Iterable[str] = ()) -> None:
        """Collect the topics of an article."""
        self.text = annotated.article.full.text
        self.seat = annotated.article.meta.place
        people = tuple(people)
        self.topics = find_topics(annotated, programmes, people)
        self._starts = [topic.start for topic in self.topics]
        self._speeches = [(m.start(), m.end()) for m in _SPEECH.finditer(self.text)]
        self._heading = self._opening(annotated.article.body_start)
        self._ordinary = {m.name for m in annotated.persons if m.how in _ORDINARY} | set(people)

    def between(self, start: int, end: int) -> list[Topic]:
        """Return the topics that begin in a range."""
        return list(self.topics[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def begins_quoted(self, at: int) -> bool:
        """Say whether a topic begins with the quotation mark before `at`: “甲乙”建设项目."""
        return self.text[at - 1 : at] == "“" and any(t.start == at - 1 for t in self.between(at - 1, at))

    def points(self, start: int, end: int) -> bool:
        """Say whether the last that opens a clause up to a number is only pointed at (该村), and nothing known."""
        here = [t for t in self.between(start, end) if t.kind == "unknown" or (t.kind in _ACTORS and self._acts(t))]
        return bool(here) and here[-1].kind == "unknown" and self.text[here[-1].start - 1] in _OPENS

    def heading(self, start: int, end: int, *, first: bool = True) -> Topic | None:
        """Return the topic that a stretch of text begins with: 全市, 该项目, a name.

        A bare 企业 or 项目 stands for one named before only where it is the `first` subject of its clause.
        """
        named = [topic for topic in self.between(start, end) if topic.start == start]
        if named:
            return named[0]
        whole = _WHOLE.match(self.text, start, end)
        if whole and not first and whole.group()[0] not in "全我本该此":
            return None
        name = self.resolve(whole.group(), start) if whole else None
        if whole and not name and whole.group() in {"项目", "工程", "该项目", "该工程"}:
            only = {topic.name for topic in self.topics if topic.kind == "programme"}
            name = only.pop() if len(only) == 1 else None
        if whole and not name and (whole.group()[0] == "该" or whole.group() == "项目"):
            return Topic(start, whole.end(), "", "unknown")
        return Topic(start, whole.end(), name, "place") if whole and name else None

    def resolve(self, word: str, at: int) -> str | None:
        """Return what 全市, 该县, 该项目 stand for at `at`."""
        if word in {"全国", "我国"}:
            last = self.topics[bisect_left(self._starts, at) - 1] if word == "全国" and self.topics else None
            abroad = last is not None and last.end == at and last.kind == "place" and last.name in countries()
            return last.name if last is not None and abroad else COUNTRY  # 苏丹|全国
        tail = word.lstrip("全我本该此")
        family = _FAMILIES.get(tail)
        before = self.topics[: bisect_left(self._starts, at)]
        for topic in reversed(before):
            if family is None and topic.kind in {"place", "site"} and topic.name.endswith(tail):
                return topic.name
            if family == "thing" and topic.kind in {"built", "place", "site"} and topic.name.endswith(tail):
                return topic.name
            if family == topic.kind and not _AUTHORITY.search(topic.name):
                return topic.name
        if tail in {"项目", "工程"} and word[0] not in "全我":
            built = [topic.name for topic in before if topic.kind == "built" and _WORKS.search(topic.name)]
            if built:
                return built[-1]
        own = self.seat is not None and word[0] in "全我本" and tail in _LEVELS and self.seat.endswith(tail)
        return self.seat if own else None

    def main(self, start: int, end: int, *, earlier: bool = False) -> str | None:
        """Return what a sentence up to a number is chiefly about.

        An `earlier` sentence lends no authority: what a ministry did there does not make a later number its own.
        """
        here = self.between(start, end)
        papers = [topic for topic in here if topic.kind == "work" and _PROVIDES.match(self.text, topic.end)]
        if papers:
            return papers[-1].name
        for kinds in ({"programme"}, {"event"}, _MAKERS, _ACTORS):
            found = [
                topic for topic in here if topic.kind in kinds and (topic.kind not in _ACTORS or self._acts(topic))
            ]
            if kinds == _MAKERS:
                found = [topic for topic in found if _COMPANY.search(topic.name) or topic.kind == "built"]
            if earlier:
                found = [topic for topic in found if topic.kind != "body" or not _AUTHORITY.search(topic.name)]
            if found:
                return found[-1].name if "programme" in kinds else found[0].name
        for whole in _WHOLE.finditer(self.text, start, end):
            if self.text[whole.start() - 1] in _OPENS and (name := self.resolve(whole.group(), whole.start())):
                return name
        return None

    def _acts(self, topic: Topic) -> bool:
        """Say whether a place or body opens a clause as its subject or its scene."""
        before, after = self.text[topic.start - 1 : topic.start], self.text[topic.end : topic.end + 1]
        opens = topic.start == 0 or before in _OPENS
        lies = self.text.endswith(_LIES_IN, 0, topic.start)
        return opens and not lies and after not in set("的、”") and not self.reports(topic)

    def reports(self, topic: Topic) -> bool:
        """Say whether a topic is only the source of what is told: 某部门通报，某某称."""
        told_of = topic.kind == "person" or _COMPANY.search(topic.name)
        return not told_of and bool(_REPORTS.match(self.text, topic.end))

    def speaker(self, at: int) -> str | None:
        """Return who speaks the words that a number stands in."""
        index = bisect_right(self._speeches, (at, at)) - 1
        if index < 0 or not self._speeches[index][0] < at < self._speeches[index][1]:
            return None
        start, end = self._speeches[index]
        after = [t for t in self.between(end, end + 24) if t.kind == "person"]
        told = bool(after) and "。" not in self.text[end : after[0].start]
        if told and _SAYS.search(self.text, after[0].end, after[0].end + 4):
            return after[0].name
        paragraph = self.text.rfind("\n", 0, start)
        before = [t for t in self.between(paragraph + 1, start) if t.kind == "person"]
        return before[-1].name if before else None

    def fallback(self) -> str | None:
        """Return what a number is about where nothing nearer says: the headline's subject, else the seat."""
        return self._heading or self.seat

    def himself(self, start: int, end: int) -> str | None:
        """Return whom 他 or 她 at the start of a clause means: the paragraph's last person, "" if none."""
        if not _HIMSELF.match(self.text, start, end):
            return None
        people = [t for t in self.between(self.text.rfind("\n", 0, start) + 1, start) if t.kind == "person"]
        return people[-1].name if people else ""

    def somebody(self, start: int, end: int, *, ordinary: bool) -> str | None:
        """Return the person who is the subject of a sentence up to a number, an `ordinary` one or any."""
        people = [t for t in self.between(start, end) if t.kind == "person"]
        people = [t for t in people if not ordinary or t.name in self._ordinary]
        acting = [t for t in people if self.text[t.end : t.end + 1] not in _SHARED]
        return acting[-1].name if acting else None

    def _opening(self, body: int) -> str | None:
        """Return the place that the headline begins with: it is the article's subject."""
        named = [t for t in self.topics if t.start == 0 and t.kind == "place" and t.end < body]
        return named[0].name if named else None

"""What a number describes: the programme, place, body or event that stands nearest by syntax, else the seat."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.mention import Annotated

_WHOLE = re.compile(
    "(?:全|我|本|该|此)(?:市|县|区|省|州|旗|盟|镇|乡|街道|村|社区|校|院|国|公司|企业|社|厂|局|行|项目|工程|路|线|馆|园)|项目|企业|车间|合作社|公司|园区|工程|学校|医院"
)
_COUNTRY = "中国"
_GATHERING = re.compile(
    "(?:第[一二三四五六七八九十0-9]+届|[0-9]{4}年?)?[\\u4e00-\\u9fffA-Za-z0-9·]{2,16}"
    "(?:对接会|展销会|博览会|交易会|洽谈会|招聘会|推介会|那达慕|运动会|农博会|文化节|旅游节|艺术节|马拉松|比赛|大赛|宣讲报告会)"
)
_FAMILIES = {
    "项目": "programme", "工程": "programme", "路": "programme", "线": "programme",
    "校": "body", "院": "body", "公司": "body", "企业": "body", "社": "body", "厂": "body", "局": "body", "行": "body",
    "合作社": "body", "学校": "body", "医院": "body", "车间": "programme", "园区": "body", "园": "body", "馆": "body",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """Something named that a number may be about."""

    start: int
    end: int
    name: str
    kind: str


class Subjects:
    """The topics of an article in order, and the seat for what has none nearer."""

    def __init__(self, annotated: Annotated, programmes: Iterable[Topic]) -> None:
        """Collect the topics of an article."""
        self.text = annotated.article.full.text
        self.seat = annotated.article.meta.place
        topics = list(programmes)
        topics += [Topic(m.start, m.end, m.name, "place") for m in annotated.places if m.kind == "place"]
        topics += [Topic(m.start, m.end, m.name, "site") for m in annotated.places if m.kind != "place"]
        topics += [Topic(m.start, m.end, m.name, "body") for m in annotated.bodies]
        topics += [Topic(m.start, m.end, m.name, "person") for m in annotated.persons]
        topics += [Topic(m.start(), m.end(), m.group(), "event") for m in _GATHERING.finditer(self.text)]
        self.topics = _outermost(topics)
        self._starts = [topic.start for topic in self.topics]

    def between(self, start: int, end: int) -> list[Topic]:
        """Return the topics that begin in a range."""
        return list(self.topics[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def heading(self, start: int, end: int) -> Topic | None:
        """Return the topic that a stretch of text begins with: 全市, 该项目, a name."""
        named = [topic for topic in self.between(start, end) if topic.start == start]
        if named:
            return named[0]
        whole = _WHOLE.match(self.text, start, end)
        name = self.resolve(whole.group(), start) if whole else None
        return Topic(start, whole.end(), name, "place") if whole and name else None

    def resolve(self, word: str, at: int) -> str | None:
        """Return what 全市, 该县, 该项目 stand for at `at`."""
        if word in {"全国", "我国"}:
            return _COUNTRY
        tail = word.lstrip("全我本该此")
        family = _FAMILIES.get(tail)
        before = self.topics[: bisect_left(self._starts, at)]
        for topic in reversed(before):
            if family is None and topic.kind in {"place", "site"} and topic.name.endswith(tail):
                return topic.name
            if family == topic.kind:
                return topic.name
        return self.seat if family is None and word != tail else None

    def main(self, start: int, end: int) -> str | None:
        """Return what a sentence up to a number is chiefly about."""
        here = self.between(start, end)
        for kinds in (("programme",), ("event",), ("place",), ("body",)):
            found = [topic for topic in here if topic.kind in kinds]
            if found:
                return found[-1].name if kinds == ("programme",) else found[0].name
        for whole in _WHOLE.finditer(self.text, start, end):
            if name := self.resolve(whole.group(), whole.start()):
                return name
        return None


def _outermost(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """Drop the topics that lie within a longer one."""
    out: list[Topic] = []
    end = -1
    for topic in sorted(topics, key=lambda t: (t.start, -t.end, t.kind != "programme", t.name)):
        if topic.start >= end:
            out.append(topic)
            end = topic.end
    return tuple(out)

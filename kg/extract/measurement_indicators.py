"""Indicators in their sentence: what a number counts, where it leans on the numbers before it.

同比增长4.7% is of what was counted last, 隧道6座 follows 桥梁39座, 分别增长17%和32% gives two numbers their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.measurement_clauses import clause_start
from kg.extract.measurement_dates import of_a_goal
from kg.extract.measurement_words import change_of, dimension, join, noun_after, strip_lead, strip_trail
from kg.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.measurement_clauses import Clause
    from kg.mention import Annotated, Quantity

_CHANGES = re.compile("^(?:同比|环比|比|较|增|下降|减|提|上升|降|翻|高于|低于|快于|慢于|高出|低出|超出|优于|好于)")
_AGAINST = re.compile(
    "[与同和跟]?(?:[去上前]年|[0-9]{4}年|[上前]个?月|上季度|[去上]年度)?(?:的)?(?:同期)?相比|同比|环比|[比较](?:[去上前]年|[0-9]{4}年|上个?月)(?:同期)?"
)
_COMPARED_WITH = re.compile(
    "[与较比同和][^，]{0,8}?(?:相比?|前)(?=[增提下上减降多少高低])|^(?:[^与较比同和]{0,12}相比?|前)(?=[增提下上减降多少高低])"
)
_COMPARED = re.compile("同比|环比|比|较|增|降")
_BEFORE_TIME = re.compile("(?:截至|截止|由|从|自|在|于|(?<![长加高升降少短大增])[到至])$")
_NUMBERED = re.compile("(?P<words>(?:PM2\\.5|[^0-9])*)[0-9]")
_REACHED = {"至", "到", "达", "达到", "升至", "降至"}
_BESIDE = re.compile("^(?:远?(?:高|低|快|慢|多|少)于|超过?|是|为)")
_MOVED = re.compile(
    "(?P<words>[^，。；：]{2,20}?)(?:继续|持续|进一步|大幅|小幅|再次|不断|稳步|明显|较快|快速|迅速|已)*(?:上升|下降|增长|提升|回落|提高|上涨|下跌|攀升|走高|扩大)$"
)
_DONE = {"完成", "实现", "新增", "落实", "到位"}
_SUMS = ("投资", "资金", "收入", "产值", "任务", "面积", "销售额", "交易额")
_OF_EACH = re.compile("(?:容量|功率|面积|长度|宽度|高度|载重|产量|直径|库容)$")
_JOINTS = "、和及与"
_WITHIN = {"中", "里", "内"}
_JOINING = ("、", "和", "及", "与")
_SHORT_FORM = re.compile("[（(][A-Za-z0-9]{1,6}[）)]")
_LEAST, _MOST = 2, 16


@dataclass(slots=True)
class Counted:
    """What the numbers of a sentence have counted so far."""

    indicator: str = ""
    base: str = ""
    """What was counted last, changes left out."""
    bases: list[tuple[str, str | None]] = field(default_factory=list)
    """What each number counted, changes left out, and of whom."""
    owner: str | None = None
    """Of whom a number behind 分别 is, as those before it tell."""
    lead: str = ""
    noun: str = ""
    """The noun behind the number before, which ends at `end`."""
    end: int = -1
    before: str = ""
    change_words: str = ""
    apportioned: bool = False
    whole: str = ""
    """What the number before counted, where it told no change."""


class Indicators:
    """Reads the indicators of an article, sentence by sentence."""

    def __init__(self, annotated: Annotated) -> None:
        """Begin before the first sentence."""
        self.text = annotated.article.full.text
        self.times = annotated.times
        self.quantities = annotated.quantities
        self._time_starts = [time.start for time in annotated.times]
        self._starts = [quantity.start for quantity in annotated.quantities]
        self.counted = Counted()

    def begin(self, at: int) -> None:
        """Begin a sentence: nothing has been counted in it; 其中 goes on with what was counted last."""
        base = self.counted.base if self.text.startswith("其中", at) else ""
        self.counted = Counted(base=base)

    def change(self, clause: Clause) -> str | None:
        """Say whether a number tells of growth, decline or a share."""
        before = self.text[clause.left : clause.quantity.start]
        if clause.adjacent and before.strip() in _REACHED and clause.quantity.unit == "%":
            # 占比提升2.4个百分点至48.2%: the share itself.
            return Change.SHARE if re.search("占|比重|份额", self.counted.before + self.counted.indicator) else None
        if not before.strip(f"的占{_JOINTS}"):
            before = self.counted.before
        self.counted.before = before
        return change_of(before, clause.kind, clause.quantity.unit)

    def find(self, clause: Clause, at: int, change: str | None) -> str:
        """Return what a number counts; its own words begin at `at`."""
        counted = self.counted
        words = self._own_words(clause, at) or self._bracketed(clause)
        if counted.apportioned:
            words = words.partition("分别")[2] or words
        noun = noun_after(clause.after)
        bare = not strip_trail(words.strip(f"{_JOINTS} "))
        if clause.adjacent and words.strip() in _REACHED and counted.indicator:
            return re.split(
                "同比|环比|[比较][去上]|提升|提高|增长|增加|扩大|上升|上调|下降|下调|回落|降低|减少|缩小",
                counted.indicator,
            )[0]
        # 与9个省份开行20条线路: the provinces are counted by the 9
        own = _OF_EACH.search(counted.noun) and clause.after.startswith("的")  # 4台单机容量30万千瓦的机组
        if (
            counted.noun
            and not own
            and at == clause.left
            and words.startswith(counted.noun)
            and clause.left == counted.end
        ):
            words = words[len(counted.noun) :] or ("" if noun or clause.kind != "money" else words)
        words = "" if words in _WITHIN else words
        counted.noun, counted.end = noun, clause.quantity.end
        if noun and words.rstrip().endswith(_JOINING):
            words = ""  # 3座桥梁、2座隧道: what stands before 、 belongs to the number before
        if bare and not noun and counted.apportioned:
            return counted.base + counted.change_words
        if bare and not noun and clause.adjacent:
            return counted.indicator
        if bare and clause.adjacent:
            words = counted.lead
        if said := dimension(strip_trail(words), clause.kind):
            return said
        words = re.split("[，、]", words)[-1] if clause.adjacent else words.lstrip(_JOINTS)
        indicator = (join(words, clause.after, clause.kind) if noun else strip_trail(words)).lstrip("的")
        indicator = self._leaning(clause, indicator, strip_trail(words) or noun, change)
        if indicator in _DONE and counted.whole.endswith(_SUMS):
            indicator = counted.base = counted.whole  # 完成投资9.7亿元，其中今年完成6.3亿元
        counted.whole = indicator if change is None else counted.whole
        counted.lead = strip_trail(words) or counted.lead
        counted.indicator = indicator or counted.indicator
        return indicator

    def _bracketed(self, clause: Clause) -> str:
        """Return the words that a number in brackets stands behind: 全球平均水平（12.1%）."""
        bracket = clause.left - 1
        if clause.kind != "ratio" or clause.quantity.start != clause.left or self.text[max(bracket, 0)] not in "（(":
            return ""
        before = bisect_left(self._starts, bracket) - 1
        if before >= 0 and self.quantities[before].end == bracket:
            return ""  # 12亿元（5.2%): of what the number before counts
        return _BESIDE.sub("", strip_lead(self.text[clause_start(self.text, bracket, bracket) : bracket]))

    def _leaning(self, clause: Clause, indicator: str, own: str, change: str | None) -> str:
        """Complete an indicator by what was counted before, and remember it for what follows."""
        counted = self.counted
        changes = change in {Change.GROWTH, Change.DECLINE}
        if changes:
            indicator = _COMPARED_WITH.sub("", indicator)
        if _CHANGES.match(indicator or "增") and (changes or clause.kind == "ratio"):
            counted.change_words = indicator
            return (counted.base or self._numbered_before(clause)) + indicator
        if clause.kind == "ratio" and not own:
            # 占甲总数190567人的107.12%: the share is of what was counted just before.
            return f"占{counted.indicator}" if change == Change.SHARE else counted.base or counted.indicator
        if not indicator:
            return counted.base or self._numbered_before(clause)
        if change is None:
            counted.base = indicator
        elif changes:
            counted.base = re.split("同比|环比|比|较", indicator)[0] or counted.base
        return indicator

    def _numbered_before(self, clause: Clause) -> str:
        """Return what the clause before counted without a unit: 综合指数4.62，同比下降8.5%."""
        end = clause.left - 1
        if end < 0 or self.text[end] != "，":
            return ""
        start = max((self.text.rfind(stop, 0, end) for stop in "，。；：\n"), default=-1) + 1
        if moved := _MOVED.match(self.text, start, end):
            words = strip_lead(moved["words"])
            return words if _LEAST <= len(words) <= _MOST else ""
        found = _NUMBERED.match(self.text, start, max(start, end))
        words = strip_trail(strip_lead(found["words"])) if found else ""
        return words if _LEAST <= len(words) <= _MOST and not _CHANGES.match(words) else ""

    def _own_words(self, clause: Clause, at: int) -> str:
        """Return the words before a number without 由2015年的, 截至8月底 and the like."""
        end = clause.quantity.start
        own = self.text[at:end]
        if clause.kind != "ratio":
            own = re.sub("^占(?!地)", "", own)
        start = end - len(own)
        out, done = [], start
        first, last = bisect_left(self._time_starts, start), bisect_right(self._time_starts, end)
        for time in self.times[first:last]:
            compared = own.startswith("占") or self.text[time.start - 1 : time.start] in {"比", "较", "占"}
            if compared or time.begin is None or time.end > end or of_a_goal(self.text, time):
                continue
            out.append(_BEFORE_TIME.sub("", self.text[done : time.start]))
            done = time.end + (self.text[time.end : time.end + 1] == "的")
        out.append(self.text[done:end])
        return _SHORT_FORM.sub("", "".join(out))

    def apportion(self, clause: Clause) -> bool:
        """Give 同比分别增长17%和32% back to the two numbers before; False where they cannot be told apart."""
        text, counted = self.text, self.counted
        counted.apportioned, counted.owner = False, None
        begin = clause_start(text, clause.left, clause.quantity.start)
        said = text[begin : clause.quantity.start]
        if clause.kind != "ratio" or "分别" not in said or not _COMPARED.search(said):
            return True
        shared = self._sharing(clause, begin)
        if len(shared) <= 1:
            return True
        named = strip_lead(_AGAINST.sub("", said.partition("分别")[0]))
        items = [(item, None) for item in re.split(f"[{_JOINTS}]", named) if item] if named else counted.bases
        if len(items) < len(shared):
            return False
        counted.base, counted.owner = items[len(items) - len(shared) + shared.index(clause.quantity)]
        counted.apportioned = True
        return True

    def counts(self, indicator: str, change: str | None, owner: str | None) -> None:
        """Remember what a number counted and of whom, for a 分别 that comes back to it."""
        if change is None:
            self.counted.bases.append((indicator, owner))

    def _sharing(self, clause: Clause, begin: int) -> Sequence[Quantity]:
        """Return the numbers that stand behind 分别 in a clause."""
        apart = self.text.index("分别", begin)
        end = next(
            (i for i in range(clause.quantity.end, len(self.text)) if self.text[i] in "，。；\n"), len(self.text)
        )
        return self.quantities[bisect_left(self._starts, apart) : bisect_left(self._starts, end)]

    def shared(self, clause: Clause) -> tuple[int, int] | None:
        """Read A、B分别新增1.12万人和1.05万人: where 分别 stands, and the how-manieth behind it a number is."""
        begin = clause_start(self.text, clause.left, clause.quantity.start)
        apart = self.text.find("分别", begin, clause.quantity.start)
        if apart < 0:
            return None
        at = bisect_left(self._starts, clause.quantity.start)
        return apart, at - bisect_left(self._starts, apart)

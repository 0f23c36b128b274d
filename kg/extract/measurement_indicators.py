"""Indicators in their sentence: what a number counts, where it leans on the numbers before it.

同比增长4.7% is of what was counted last, 隧道6座 follows 桥梁39座, 分别增长17%和32% gives two numbers their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.measurement_changes import (
    CHANGES,
    NEGATED_TIME,
    before_change,
    is_closing_price,
    is_per_head,
    part_of,
    turn,
    without_unit,
)
from kg.extract.measurement_clauses import ASIDE, clause_start
from kg.extract.measurement_dates import of_a_goal
from kg.extract.measurement_words import change_of, dimension, join, noun_after, strip_lead, strip_trail
from kg.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.measurement_clauses import Clause
    from kg.mention import Annotated, Quantity

_AGAINST = re.compile(
    "[与同和跟]?(?:[去上前]年|[0-9]{4}年|[上前]个?月|上季度|[去上]年度)?(?:的)?(?:同期)?相比|同比|环比|[比较](?:[去上前]年|[0-9]{4}年|上个?月)(?:同期)?"
)
_COMPARED_WITH = re.compile(
    "[与较比同和][^，]{0,8}?(?:相比?|前)(?=[增提下上减降多少高低])|^(?:[^与较比同和]{0,12}相比?|前)(?=[增提下上减降多少高低])"
)
_COMPARED = re.compile("同比|环比|比|较|增|降|恢复|相当于")
_AGAINST_ALONE = re.compile("[，也均则还又]*(?:[比较与同和跟](?![例率重])[^，]{1,12})")
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
_JOINING = re.compile("(?:[、和与]|(?<![惠普涉波危遍累触])及)$")
_SCENE = re.compile(
    "^在[^，。、的]{2,10}?(?:社区|小区|园区|街道|村|乡|镇|县|区|市)(?:境内|里|内)?(?=[建开举设种发修新投实][^，。]{2})|^(?:如今|而今)"
)
_TOWARDS = re.compile("(?:^|(?<=。))(?:并|还|也|已|又)?(?:对|为|向|给|把|将|由|与|从)$")
_MOVE = re.compile("同比|环比|[比较][去上]|提升|提高|增长|增加|扩大|上升|上调|下降|下调|回落|降低|减少|缩小")
_NAMED_FIRST = re.compile("(?:“[^“”]*”、?){2,}等")
_LED = re.compile(
    "(?:大幅|逐步|稳步|迅速|快速|持续|小幅)?(?:上升|下降|增长|提升|回落|提高|降低|减少|增加|降|升|增|减|扩大|缩小)(?:到|至|为)了?(?:(?:现在|如今|目前|当前)的)?"
)
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
        if clause.adjacent and clause.kind == "ratio" and _LED.fullmatch(before.strip()):
            # 占比由18%下降到0.4%: the share itself, again.
            return Change.SHARE if re.search("占|比重|份额", self.counted.before + self.counted.indicator) else None
        if clause.kind not in {"ratio", "person", "time"} and self._beside(clause) and (led := turn(before.strip())):
            return led
        if not before.strip(f"的占{_JOINTS}"):
            before = self.counted.before if self._joined(clause) else ""
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
        if clause.adjacent and counted.indicator and (words.strip() in _REACHED or _LED.fullmatch(words.strip())):
            return _MOVE.split(counted.indicator)[0]
        if counted.noun and at == clause.left == counted.end and words.startswith(counted.noun):
            words = self._behind_noun(clause, words, noun)
        words = "" if words in _WITHIN else words
        if noun and clause.kind == "money" and not bare and self._led_to(clause):
            noun = ""  # 投入1280万元新建学校26所: what stands between belongs to the schools
        counted.noun, counted.end = noun, clause.quantity.end
        if noun and _JOINING.search(words.rstrip()):
            words = ""  # 3座桥梁、2座隧道: what stands before 、 belongs to the number before
        if bare and not noun and (counted.apportioned or clause.adjacent):
            return counted.base + counted.change_words if counted.apportioned else counted.indicator
        if bare and clause.adjacent:
            words = counted.lead
        if said := self._of_own_kind(clause, words):
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

    def _of_own_kind(self, clause: Clause, words: str) -> str:
        """Return a dimension (宽), or what a ratio is of (为预算的101%); "" for any other number."""
        if clause.kind == "ratio":
            return part_of(self.text[clause.left : clause.quantity.start], self.counted.base)
        return "" if re.search("[比较]", words) else dimension(strip_trail(words), clause.kind) or ""

    def _behind_noun(self, clause: Clause, words: str, noun: str) -> str:
        """Drop the noun of the number before: in 与9个省份开行20条线路 the provinces are counted by the 9."""
        if _OF_EACH.search(self.counted.noun) and clause.after.startswith("的"):
            return words  # 4台单机容量30万千瓦的机组
        rest = words[len(self.counted.noun) :]
        # 9万亩水稻已收割七成, 8亩果园卖了11万元: the noun is the subject of what follows.
        if rest and (clause.kind == "ratio" or (clause.kind == "money" and len(strip_trail(rest)) < _LEAST)):
            return words
        return rest or ("" if noun or clause.kind != "money" else words)

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
        if (CHANGES.match(indicator or "增") or turn(indicator)) and (changes or clause.kind == "ratio"):
            counted.change_words = indicator
            share = counted.indicator if clause.quantity.unit == "个百分点" and self._of_share() else ""
            return (share or without_unit(counted.base) or self._numbered_before(clause)) + indicator
        if counted.base and (is_per_head(indicator) or (indicator == "占比" and change == Change.SHARE)):
            return counted.base + indicator
        if counted.base and clause.kind == "money" and is_closing_price(indicator):
            return counted.base + indicator
        if clause.kind == "ratio" and not own:
            # 占甲总数190567人的107.12%: the share is of what was counted just before.
            return f"占{counted.indicator}" if change == Change.SHARE else counted.base or counted.indicator
        if not indicator:
            return counted.base or self._numbered_before(clause)
        if change is None:
            counted.base = indicator
        elif changes:
            counted.base = before_change(indicator) or counted.base
        return indicator

    def _of_share(self) -> bool:
        """Say whether the number before was a share: points go on about it, not about the whole."""
        return bool(re.search("占(?!地)|比重|份额", self.counted.indicator)) and bool(self.counted.indicator)

    def _beside(self, clause: Clause) -> bool:
        """Say whether the number before in the sentence has the same unit, so that a rise can be of it."""
        before = bisect_left(self._starts, clause.quantity.start) - 1
        return (
            self.counted.base != ""
            and before >= 0
            and self.quantities[before].unit == clause.quantity.unit
            and "，" in self.text[self.quantities[before].end : clause.quantity.start]
        )

    def _joined(self, clause: Clause) -> bool:
        """Say whether no clause ends between a number and the one before it."""
        before = bisect_left(self._starts, clause.quantity.start) - 1
        gap = self.text[self.quantities[before].end : clause.quantity.start] if before >= 0 else "。"
        return not re.search("[，。；：\n]", gap)

    def _led_to(self, clause: Clause) -> bool:
        """Say whether the words behind a number run up to the next one."""
        after = bisect_right(self._starts, clause.quantity.start)
        to_next = after < len(self._starts) and self._starts[after] == clause.right
        return to_next and not clause.after.startswith("的") and not re.search("[、和与及]$", clause.after)

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
        return words if _LEAST <= len(words) <= _MOST and not CHANGES.match(words) else ""

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
            compared = compared or self.text.endswith(NEGATED_TIME, 0, time.start)
            if compared or time.begin is None or time.end > end or of_a_goal(self.text, time):
                continue
            out.append(_BEFORE_TIME.sub("", self.text[done : time.start]))
            done = time.end + (self.text[time.end : time.end + 1] in {"的", "度"})
        out.append(self.text[done:end])
        plain = _NAMED_FIRST.sub("", ASIDE.sub("", "".join(out)))  # “甲”“乙”等特色培训
        plain = _SCENE.sub("", plain.replace("“", "").replace("”", ""))
        return _TOWARDS.sub("", plain) if clause.kind in {"count", "person"} else plain

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
        told = said.partition("分别")[0]
        named = "" if _AGAINST_ALONE.fullmatch(told) else strip_lead(_AGAINST.sub("", told))
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

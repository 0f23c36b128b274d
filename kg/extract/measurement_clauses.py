"""The clause that a number stands in: where the words begin that count, where they end, and why it counts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.measurement_words import pattern
from kg.language.units import unit_kind
from kg.values import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.mention import Quantity
    from kg.page import Span

STOP = re.compile("[，。；：！？\n（）()“”…,;]|——")
_LAST_STOP = re.compile(f"(?s:.*)(?:{STOP.pattern})")
_RIGHT_STOP = re.compile("[，。；：！？\n（）()“”…,;、]|——")
_OPENING = {"（", "("}
_QUOTED = re.compile("“[^“”，。；：！？\n]{1,16}”")
_SORTED = re.compile(
    "的?[\u4e00-\u9fff]{0,6}(?:项目|企业|单位|工程|农户|大户|园区|产业|集群|村|乡镇|县|城市|平台|品牌|合作社|基地|商户|主体|水库|河流|公司|街区"
    "|商场|楼宇|景区|高校|学校|户|地块|客户|门店|医院)(?:共|有|达|共有|达到|新增|已有|超过)?"
)
_PLACE_ALONE = re.compile("[\u4e00-\u9fff]{1,8}[省市县区旗盟州]|[\u4e00-\u9fff]{2,10}(?:年产|日处理|日产)")
_CAPACITY = re.compile("[^，。、；0-9]{2,14}(?:项目|工程|生产线|基地)")
ASIDE = re.compile(
    "[（(](?:[A-Za-z0-9]{1,6}|(?![^（）()]{0,6}(?:记者|通讯员|摄|图|讯|来源|下转|上接))[^（）()0-9，。；：、“”\n]{1,12})[）)]"
)
"""A remark in brackets that does not end the words around it: 投资（不含农户）3亿元."""
_HOLIDAY = re.compile("的?(?:小|大|超)?长?假")
_ONE_OF = re.compile("[^，。；]{0,24}之一")
_GAP, _HEADLINE, _GOAL_WINDOW, _REACH = 6, 32, 40, 60
SLOGAN = "numeral of a slogan"
SPAN_OF_YEARS = "span of years"
"""百年变局, 三年: so common and so seldom a measurement that it is refused without telling."""


@value
class Clause:
    """A number with its own words around it."""

    quantity: Quantity
    kind: str
    left: int
    """Where the words before the number begin."""
    right: int
    """Where the words after it end."""
    after: str
    """The words after it; those of the next number where two share them (612户1785名群众)."""
    adjacent: bool
    """Whether nothing but its noun stands between it and the number before."""


def find_clause(text: str, quantities: Sequence[Quantity], index: int, sentence: Span) -> Clause:
    """Find the clause of the number at `index` of a sentence's quantities."""
    quantity = quantities[index]
    left = _left(text, sentence.start, quantity.start)
    adjacent = False
    before = next((q for q in reversed(quantities[:index]) if q.end <= quantity.start), None)
    criterion = before is not None and is_criterion(text, before, quantity)
    if before is not None and before.end >= left and not criterion:
        left = before.end
        gap = text[left : quantity.start]
        adjacent = len(gap) <= _GAP and "、" not in gap
    right = _right(text, quantity.end, sentence.end)
    after = text[quantity.end : right]
    # 12至14名队员 is two numbers of one span: the next one stands behind both.
    following = next((q for q in quantities[index + 1 :] if q.start >= quantity.end), None)
    if following is not None:
        if following.start == quantity.end:
            after = text[following.end : _right(text, following.end, sentence.end)]
        right = min(right, max(quantity.end, following.start))
        after = after if following.start == quantity.end else text[quantity.end : right]
    return Clause(quantity, unit_kind(quantity.unit), left, right, after, adjacent)


def _left(text: str, start: int, end: int) -> int:
    """Return where the words before a number begin: behind the last stop, a short quotation or remark being none."""
    left = passed = start
    for stop in STOP.finditer(text, start, end):
        if stop.start() < passed:
            continue
        within = _QUOTED if stop.group() == "“" else ASIDE if stop.group() in _OPENING else None
        if within is not None and (found := within.match(text, stop.start(), end)):
            passed = found.end()
            if text[passed] not in "，。；：\n":
                continue
        left = max(stop.end(), passed)
    return left


def is_criterion(text: str, quantity: Quantity, following: Quantity) -> bool:
    """Say whether a number only sorts what the next one counts: 总投资超千万元项目17个."""
    if quantity.comparator is None or unit_kind(following.unit) not in {"count", "person"}:
        return False
    return unit_kind(quantity.unit) not in {"", "count"} and bool(
        _SORTED.fullmatch(text, quantity.end, following.start)
    )


def _right(text: str, start: int, end: int) -> int:
    # 912人在甲市、乙市等地就业: the list of towns is no end.
    stops = STOP if text[start : start + 1] == "在" else _RIGHT_STOP
    found = stops.search(text, start, end)
    return found.start() if found else end


def clause_start(text: str, left: int, at: int) -> int:
    """Return where the clause around `at` begins, across the numbers that stand in it before."""
    last = _LAST_STOP.match(text, max(0, left - _REACH), at)
    return last.end() if last else 0


def refusal(text: str, clause: Clause, sentence: Span, body_start: int) -> str | None:
    """Say why a number is no measurement, None where it may be one."""
    quantity = clause.quantity
    before = text[clause.left : quantity.start]
    reason = None
    if sentence.start < body_start or _is_subhead(text, sentence):
        reason = "number in a headline"
    elif not quantity.unit:
        reason = "number without unit"
    elif named := _in_name(text, clause):
        reason = named
    elif quantity.unit in {"年", "月", "周"}:
        reason = None if re.search("有效期|工期|寿命|保质期|刑", before) else SPAN_OF_YEARS
    elif clause.kind in {"time", "length"} and quantity.text.endswith(("之内", "以内")):
        reason = "reach"
    elif clause.kind == "time" and not is_result(clause, text) and _passes(before, text[quantity.end : clause.right]):
        reason = "duration"
    elif pattern("goal", "{}").search(before[-_GOAL_WINDOW:]):
        reason = "goal, not a measurement"
    return reason


def _in_name(text: str, clause: Clause) -> str | None:
    """Say why the noun behind a number makes it none: a slogan, a name that holds it, a holiday."""
    end = clause.quantity.end
    if clause.kind == "count":
        if pattern("none", "{}").match(text, end, clause.right):
            return SLOGAN
        return "number in a name" if _ONE_OF.match(text, end) else None  # 国家100项重点工程之一
    if clause.kind == "mass" and clause.left < clause.quantity.start and _names_capacity(text, clause):
        return "number in a name"  # 甲旗200万吨煤制烯烃项目
    return "duration" if clause.kind == "time" and _HOLIDAY.match(text, end) else None  # 春节7天假期


def _names_capacity(text: str, clause: Clause) -> bool:
    """Say whether a number is the capacity in a project's name, a place alone being before it."""
    before = text[clause.left : clause.quantity.start].rpartition("、")[2]
    return bool(_PLACE_ALONE.fullmatch(before) and _CAPACITY.match(text, clause.quantity.end, clause.right))


def is_result(clause: Clause, text: str) -> bool:
    """Say whether a time is somebody's result in a race: 以9秒87的成绩夺冠."""
    return clause.quantity.unit == "秒" and text.endswith("以", 0, clause.quantity.start)


def _passes(before: str, after: str) -> bool:
    """Say whether a span of time only tells how long something took or takes: 为期15天, 10小时的飞行."""
    passing = re.match("[后内里前的]|之[后内前]|以[来内后前]|左右的|不间断|马力", after)
    return (
        bool(passing)
        or not before
        or bool(re.search("为期|历时|经过|用时|过去|连续|仅需|短短|(?:还有|倒计时)$", before))
    )


def _is_subhead(text: str, sentence: Span) -> bool:
    """Say whether a sentence is a line of its own without a full stop: a headline within the text."""
    line = text[sentence.start : sentence.end].strip()
    if len(line) > _HEADLINE or line[-1:] in set("。！？；：”）)"):
        return False
    begins = sentence.start > 0 and text[sentence.start - 1] == "\n"
    return begins and text[sentence.end : sentence.end + 1] in {"", "\n"}

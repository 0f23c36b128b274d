"""Numbers: what was counted, over time and against what else was said."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("numbers", "数字", "Numbers")

_ABOUT = Parameter(
    "about",
    Kind.THING,
    "对象",
    "The place, body, programme, event or person that is described, by name or id.",
    "青峦护工",
    labels=("Place", "Organization", "Programme", "Event", "Person"),
)
_INDICATOR = Parameter("indicator", Kind.TEXT, "指标", "Part of the indicator.", "培训学员")
_UNIT = Parameter("unit", Kind.TEXT, "单位", "The unit.", "人")
_LEVEL = Parameter(
    "level", Kind.TEXT, "层级", "Only places of this level: province, county …", "county", scheme="place-level"
)
_WITHIN = p.thing("within", "Place", "范围", "Only places in this one, by name or id.", "晋川省")
_CHANGE = Parameter("change", Kind.TEXT, "变化", "growth, decline or share; empty: all.", "growth", scheme="change")
_OF_CHANGE = Parameter("unit", Kind.TEXT, "单位", "The unit of the change.", "个百分点", "%")
_TIMES = Parameter("min_times", Kind.INTEGER, "最少次数", "Counted at least so often.", "2", "1")
_TOLERANCE = Parameter(
    "tolerance", Kind.NUMBER, "容差", "What rounding may do, in percentage points, 0 to 1.", "0.5", "0.1"
)

_WHAT = c.text("indicator", "指标", "What was counted, in the words of the text.")
_SUBJECT = c.text("about", "对象", "What the number describes.")
_SUBJECT_ID = c.text("about_id", "对象编号", "Its id, where it is known.")
_VALUE = c.number("value", "数值", "The number.")
_IN = c.text("unit", "单位", "Its unit.")
_COMPARATOR = c.text("comparator", "约数", ">= at least, <= at most, ~ about; empty: exact.")
_DIRECTION = c.text("change", "变化", "growth, decline or share; empty: an amount.")
_BASE = c.text("base", "基期", "The period it is compared with.")
_REPORTED = c.text("reported", "见报", "When it was first published.")
_SPAN = (c.text("since", "最早", "The first period."), c.text("until", "最近", "The last period."))
_SUMMED = (c.CONFIDENCE, c.count("articles", "文章数", "Articles, added up over the numbers."))

QUESTIONS = (
    Question(
        TOPIC,
        "series",
        "指标序列",
        "An indicator over time",
        "某指标历来是多少？",
        "How did an indicator develop?",
        (_INDICATOR, _ABOUT, _UNIT, *p.COMMON),
        (
            *c.WHEN,
            _SUBJECT,
            _WHAT,
            _VALUE,
            _IN,
            _COMPARATOR,
            _DIRECTION,
            _BASE,
            _REPORTED,
            _SUBJECT_ID,
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "across_places",
        "各地比较",
        "An indicator across places",
        "同一指标各地各是多少？",
        "How do places compare in an indicator?",
        (_INDICATOR, _UNIT, _LEVEL, _WITHIN, *p.COMMON),
        (
            c.text("place", "地方", "The place."),
            c.text("level", "层级", "Its level."),
            _WHAT,
            _VALUE,
            _IN,
            _COMPARATOR,
            _DIRECTION,
            *c.WHEN,
            _REPORTED,
            c.text("place_id", "地方编号", "The place's id."),
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "largest_changes",
        "涨跌幅",
        "Largest changes",
        "哪些指标涨得最多、降得最多？",
        "What grew, fell or weighed most?",
        (_CHANGE, _OF_CHANGE, _INDICATOR, _ABOUT, *p.COMMON),
        (
            _DIRECTION,
            _VALUE,
            _IN,
            _COMPARATOR,
            _WHAT,
            _SUBJECT,
            *c.WHEN,
            _BASE,
            _REPORTED,
            _SUBJECT_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "indicators",
        "指标目录",
        "What is counted",
        "报道数过哪些指标，各多少次？",
        "What is counted, how often, in which units?",
        (_INDICATOR, _ABOUT, _TIMES, *p.COMMON),
        (
            _WHAT,
            c.count("times", "次数", "How many numbers there are."),
            c.texts("units", "单位", "Their units: more than one calls for care."),
            c.texts("about", "对象", "What they describe, as written."),
            c.number("lowest", "最小值", "The smallest number, whatever its unit."),
            c.number("highest", "最大值", "The largest."),
            *_SPAN,
            *_SUMMED,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "revisions",
        "数字出入",
        "One number, several values",
        "同一对象、同一指标、同一时期，哪些数字前后不一？",
        "For which indicator and period do reports give several values?",
        (_INDICATOR, _ABOUT, *p.COMMON),
        (
            _SUBJECT,
            _WHAT,
            _IN,
            _DIRECTION,
            *c.WHEN,
            c.count("numbers_given", "数值个数", "How many different values are given."),
            c.number("lowest", "最小值", "The smallest."),
            c.number("highest", "最大值", "The largest."),
            _SUBJECT_ID,
            *_SUMMED,
        ),
    ),
    Question(
        TOPIC,
        "growth_check",
        "同比核算",
        "Growth that does not add up",
        "哪些同比、环比增幅与两期数值对不上？",
        "Which growth rates do not follow from the two values reported?",
        (_INDICATOR, _ABOUT, _TOLERANCE, *p.COMMON),
        (
            _SUBJECT,
            _WHAT,
            *c.WHEN,
            _VALUE,
            c.number("former", "基期数值", "The value reported for the base period."),
            _IN,
            _BASE,
            c.number("stated_growth", "报道增幅", "The growth as reported, in per cent; a decline is negative."),
            c.number("computed_growth", "核算增幅", "What the two values give, to two places."),
            c.number("difference", "相差", "The second less the first, in percentage points."),
            _SUBJECT_ID,
            c.CONFIDENCE,
            c.count("articles", "文章数", "How many articles say the growth."),
        ),
        whole=True,
    ),
)

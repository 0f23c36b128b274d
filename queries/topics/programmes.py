"""Programmes: what was launched, for whom, and what came of it."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("programmes", "项目", "Programmes and outcomes")

_KIND = Parameter(
    "kind", Kind.TEXT, "类别", "labour_brand, construction_project, campaign …", "labour_brand", scheme="programme-kind"
)
_UNIT = Parameter("unit", Kind.TEXT, "单位", "The currency.", "美元", "元")
_GROUP = p.thing("group", "Group", "人群", "A group of people, by name or id.", "护工")
_RELATION = Parameter("relation", Kind.TEXT, "关系", "trains, employs or serves.", "trains", scheme="group-relation")
_ABOUT = Parameter(
    "about",
    Kind.THING,
    "对象",
    "The place, body or programme that promised, by name or id.",
    "青峦护工",
    labels=("Place", "Organization", "Programme"),
)
_INDICATOR = Parameter("indicator", Kind.TEXT, "指标", "Part of the indicator.", "培训")

_KIND_OF = c.text("kind", "类别", "Its kind.")
_RUNNERS = c.texts("run_by", "组织者", "Who runs the programme.")
_SET_IN = c.texts("set_in", "开展地", "Where it goes on.")
_VALUE = c.number("value", "数值", "The number.")
_IN = c.text("unit", "单位", "Its unit.")
_COMPARATOR = c.text("comparator", "约数", ">= at least, <= at most, ~ about; empty: exact.")
_REPORTED = c.text("reported", "见报", "When it was first published.")

QUESTIONS = (
    Question(
        TOPIC,
        "outcomes",
        "项目成效",
        "What programmes did",
        "项目做了什么，惠及谁，数字多少？",
        "What did programmes do, for whom, in numbers?",
        (p.PROGRAMME, p.PLACE, p.INDICATOR, *p.COMMON),
        (
            c.PROGRAMME,
            c.text("kind", "类别", "Its kind."),
            c.text("what", "对象或指标", "The group it is for, or what was counted."),
            c.text("relation", "关系", "trains, employs, serves, or measured."),
            c.number("value", "数值", "The number, where the text gives one."),
            c.text("unit", "单位", "Its unit."),
            c.text("comparator", "约数", ">= at least, <= at most, ~ about; empty: exact."),
            c.text("change", "变化", "growth, decline or share."),
            c.text("date", "日期", "What time it is of."),
            c.texts("run_by", "组织者", "Who runs the programme."),
            c.PROGRAMME_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "programmes",
        "项目名录",
        "Programmes of a place or body",
        "某地、某机构开展了哪些项目？",
        "Which programmes does a place or a body run?",
        (_KIND, p.PLACE, p.BODY, *p.COMMON),
        (
            c.PROGRAMME,
            _KIND_OF,
            _RUNNERS,
            _SET_IN,
            c.count("numbers", "数字数", "How many numbers describe it."),
            c.text("first_reported", "最早见报", "When it was first written about."),
            c.text("last_reported", "最近见报", "When it was last written about."),
            c.PROGRAMME_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "headcounts",
        "历年人数",
        "People reached over the years",
        "项目历年培训、带动、惠及多少人？",
        "How many people did programmes reach, period by period?",
        (p.PROGRAMME, p.PLACE, *p.COMMON),
        (
            c.PROGRAMME,
            *c.WHEN,
            c.text("what", "对象或指标", "The group, or what was counted."),
            c.text("relation", "关系", "trains, employs, serves, or measured."),
            c.number("value", "人数", "How many people, households or visits."),
            _IN,
            _COMPARATOR,
            c.text("change", "变化", "growth, decline or share; empty: an amount."),
            c.PROGRAMME_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "progress",
        "项目进展",
        "Progress of a programme",
        "某项目先后报道了什么、到了哪一步？",
        "What was reported of a programme, day by day?",
        (p.PROGRAMME, p.PLACE, *p.COMMON),
        (
            c.text("published", "见报", "The day of publication."),
            c.PROGRAMME,
            c.text("indicator", "指标", "What was counted; empty where the passage gives no number."),
            _VALUE,
            _IN,
            _COMPARATOR,
            c.text("passage", "原文", "The passage, verbatim."),
            c.HEADLINE,
            c.PROGRAMME_ID,
            c.ARTICLE_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "promises",
        "承诺与兑现",
        "Promised against reported",
        "计划、预计的数字，后来报道是多少？",
        "What was planned or expected, and what was reported later?",
        (_INDICATOR, _ABOUT, *p.COMMON),
        (
            c.text("about", "对象", "What the number describes."),
            c.text(
                "promised",
                "承诺指标",
                "The indicator with its 计划, 预计, 力争 or 拟 (planned, expected, striven for).",
            ),
            c.number("promised_value", "承诺数值", "The number planned or expected."),
            _IN,
            c.text("period", "时期", "What time it is of."),
            c.text("promised_on", "承诺见报", "When it was published."),
            c.text("reported", "兑现指标", "The same indicator without that word; empty: not reported in this graph."),
            c.number("reported_value", "兑现数值", "For the same period; where none is given, in the same month."),
            c.text("reported_on", "兑现见报", "When that was published."),
            c.number("difference", "相差", "Reported less promised."),
            c.text("about_id", "对象编号", "Id of what the number describes."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "groups",
        "服务人群",
        "Groups served",
        "项目为哪些人群做了什么？",
        "Which groups of people are served, by how many programmes?",
        (_GROUP, _RELATION, p.PLACE, *p.COMMON),
        (
            c.text("served", "人群", "The group."),
            c.text("relation", "关系", "trains, employs or serves."),
            c.count("programmes", "项目数", "How many programmes."),
            c.texts("programme_names", "项目", "Which."),
            c.number("largest_number", "最大人数", "The largest number given by one of them; -1: none is."),
            c.texts("units", "单位", "Units of those numbers."),
            c.text("group_id", "人群编号", "The group's id."),
            c.CONFIDENCE,
            c.count("articles", "文章数", "Articles, added up over the programmes."),
        ),
    ),
    Question(
        TOPIC,
        "investments",
        "项目投资",
        "Investment by project",
        "哪些项目投资多少？",
        "Which projects cost how much?",
        (p.PROGRAMME, _KIND, p.PLACE, _UNIT, *p.COMMON),
        (
            c.PROGRAMME,
            _KIND_OF,
            _SET_IN,
            c.text("indicator", "指标", "What the sum is: total, planned, completed investment."),
            _VALUE,
            _IN,
            _COMPARATOR,
            c.text("date", "日期", "What time it is of."),
            _REPORTED,
            c.PROGRAMME_ID,
            *c.TAIL,
        ),
    ),
)

"""The eight questions: what each asks, takes and answers."""

from __future__ import annotations

from queries.question import Column, Kind, Parameter, Question

_FACTS = ("Tenure", "Event", "Programme", "Measurement", "Tie")
_ANYTHING = (
    "Person", "Organization", "Office", "Place", "Delegation", "Group", "Article", "Source", *_FACTS,
)  # fmt: skip

_PERSON = Parameter("person", Kind.THING, "人物", "A person, by name or id.", "贺清禾", labels=("Person",))
_BODY = Parameter("body", Kind.THING, "机构", "An organisation, by name or id.", "青峦市政府", labels=("Organization",))
_PLACE = Parameter("place", Kind.THING, "地方", "A place, by name or id.", "青峦市", labels=("Place",))
_POST = Parameter("post", Kind.TEXT, "职务", "The function alone, as in 市长.", "市长")
_ON = Parameter("on", Kind.DATE, "某日", "The day asked about; without it every tenure is listed.", "2021-04-12")
_COMMON = (
    Parameter("from", Kind.DATE, "自", "Not before this day, month or year.", "2021"),
    Parameter("to", Kind.DATE, "至", "Not after this day, month or year.", "2023-12", end_of_period=True),
    Parameter("min_confidence", Kind.NUMBER, "最低置信度", "Confidence of at least this, 0 to 1.", "0.8", "0"),
    Parameter("limit", Kind.INTEGER, "行数上限", "At most so many rows.", "20", "100"),
)


def _text(name: str, zh: str, en: str) -> Column:
    return Column(name, Kind.TEXT, zh, en)


def _date(name: str, zh: str, en: str) -> Column:
    return Column(name, Kind.DATE, zh, en)


def _list(name: str, zh: str, en: str) -> Column:
    return Column(name, Kind.LIST, zh, en)


def _count(name: str, zh: str, en: str) -> Column:
    return Column(name, Kind.INTEGER, zh, en)


_TAIL = (
    Column("confidence", Kind.NUMBER, "置信度", "How sure the extraction is, 0 to 1."),
    Column("articles", Kind.INTEGER, "文章数", "How many articles say it."),
)
_PERSON_COLUMN = _text("person", "人物", "The person.")
_PERSON_ID = _text("person_id", "人物编号", "The person's id.")
_OFFICE = _text("office", "职位", "The office: the body and the post.")
_SEEN = (
    _date("first_seen", "最早见报", "The first day on which the office is proven to be held."),
    _date("last_seen", "最近见报", "The last such day."),
)
_BOUNDS = (
    _date("earliest_begin", "最早可能到任", "The tenure did not begin before."),
    _date("latest_begin", "最晚到任", "The tenure began by this day."),
    _date("earliest_end", "最早可能离任", "The tenure did not end before."),
    _date("latest_end", "最晚离任", "The tenure ended by this day."),
)
_ANSWER = (
    _text("answer", "结论", "yes, no or unknown; empty without a day."),
    _text(
        "basis", "根据", "attested (a passage of that day), between (two such days), bounded (by a begin or an end)."
    ),
)
_WHEN = (
    _text("date", "日期", "The day, month or year, as far as the text determines it."),
    _text("until", "截止", "The end, as far as the text determines it."),
)

_QUESTIONS = (
    Question(
        "holder",
        "某日谁任某职",
        "Who held an office",
        "某日谁担任某一职务？",
        "Who held an office on a day?",
        (_PLACE, _BODY, _POST, _ON, *_COMMON),
        (_PERSON_COLUMN, _OFFICE, *_ANSWER, *_SEEN, *_BOUNDS, _PERSON_ID, *_TAIL),
    ),
    Question(
        "roster",
        "班子成员",
        "Members of a body",
        "某日某机构有哪些成员？",
        "Who were a body's members on a day?",
        (_BODY, _PLACE, _ON, *_COMMON),
        (
            _text("body", "机构", "The organisation."),
            _text("post", "职务", "The function."),
            _PERSON_COLUMN,
            *_ANSWER,
            *_SEEN,
            _text("body_id", "机构编号", "The organisation's id."),
            _PERSON_ID,
            *_TAIL,
        ),
    ),
    Question(
        "career",
        "任职经历",
        "Offices of a person",
        "某人先后任过哪些职务？",
        "Which offices did a person hold, when?",
        (_PERSON, *_COMMON),
        (
            _PERSON_COLUMN,
            _OFFICE,
            _text("body", "机构", "The organisation."),
            _list("places", "地方", "Where the organisation is."),
            _list("statuses", "状态", "What the passages say: holds, appointed, removed …"),
            *_SEEN,
            *_BOUNDS,
            _PERSON_ID,
            *_TAIL,
        ),
    ),
    Question(
        "visits",
        "考察调研",
        "Visits and inspections",
        "谁去了哪里，同行者谁，由谁接待？",
        "Who went where, with whom, received by whom?",
        (_PERSON, _BODY, _PLACE, *_COMMON),
        (
            *_WHEN,
            _text("kind", "类别", "visit (to another jurisdiction) or inspection."),
            _text("traveller", "前往者", "A person, delegation or body that went."),
            _count("position", "次序", "The order in which the text names them."),
            _text("role", "角色", "The part played."),
            _text("place", "地方", "The division visited."),
            _list("sites", "点位", "The stops."),
            _list("companions", "同行", "Who else went."),
            _list("received_by", "接待", "Who received them."),
            _text("topic", "主题", "What it was about."),
            _text("traveller_id", "前往者编号", "The traveller's id."),
            *_TAIL,
        ),
    ),
    Question(
        "together",
        "同场人物",
        "Who appears together",
        "哪些人物同场出现，谁排名在前？",
        "Who appears together, in which order named?",
        (
            _PERSON,
            Parameter("kinds", Kind.LIST, "活动类别", "Kinds of event, between commas.", "visit,talks"),
            Parameter("min_times", Kind.INTEGER, "最少次数", "Together at least so often.", "2", "1"),
            *_COMMON,
        ),
        (
            _text("first", "在前者", "Who is more often named first."),
            _text("second", "在后者", "The other."),
            _count("times", "次数", "Events with both."),
            _count("in_order", "同序次数", "Events that name them in this order."),
            _list("kinds", "活动类别", "Kinds of those events."),
            _text("since", "最早", "Date of the first."),
            _text("until", "最近", "Date of the last."),
            _text("first_id", "在前者编号", "Id of the first."),
            _text("second_id", "在后者编号", "Id of the second."),
            *_TAIL,
        ),
    ),
    Question(
        "outcomes",
        "项目成效",
        "What programmes did",
        "项目做了什么，惠及谁，数字多少？",
        "What did programmes do, for whom, in numbers?",
        (
            Parameter(
                "programme", Kind.THING, "项目", "A programme, by name or id.", "青峦护工", labels=("Programme",)
            ),
            _PLACE,
            Parameter("indicator", Kind.TEXT, "指标", "Part of the indicator or group.", "培训"),
            *_COMMON,
        ),
        (
            _text("programme", "项目", "The programme."),
            _text("kind", "类别", "Its kind."),
            _text("what", "对象或指标", "The group it is for, or what was counted."),
            _text("relation", "关系", "trains, employs, serves, or measured."),
            Column("value", Kind.NUMBER, "数值", "The number, where the text gives one."),
            _text("unit", "单位", "Its unit."),
            _text("comparator", "约数", ">= at least, <= at most, ~ about; empty: exact."),
            _text("change", "变化", "growth, decline or share."),
            _text("date", "日期", "What time it is of."),
            _list("run_by", "组织者", "Who runs the programme."),
            _text("programme_id", "项目编号", "The programme's id."),
            *_TAIL,
        ),
    ),
    Question(
        "evidence",
        "原文依据",
        "Passages about something",
        "哪些原文提到它？",
        "Which passages say anything about this?",
        (Parameter("about", Kind.THING, "关于", "Anything, by name or id.", "贺清禾", labels=_ANYTHING), *_COMMON),
        (
            _text("fact", "事实", "The fact that the passage says."),
            _text("label", "类型", "Tenure, Event, Programme, Measurement or Tie."),
            _text("status", "状态", "Of a tenure: holds, appointed, removed …"),
            _text("quote", "原文", "The passage, verbatim."),
            _text("part", "部分", "body or headline."),
            _text("headline", "标题", "The article's headline."),
            _text("source", "来源", "The paper."),
            _text("date", "日期", "The day of publication."),
            _text("article_id", "文章编号", "The article's id."),
            *_TAIL,
        ),
    ),
    Question(
        "doubts",
        "存疑",
        "What is in doubt",
        "哪些内容矛盾、不确定或被舍弃？",
        "What is contradictory, unsure, rejected?",
        (
            Parameter("reason", Kind.TEXT, "原因", "contradictory, unsure, rejected, or a reason.", "contradictory"),
            *_COMMON,
        ),
        (
            _text("doubt", "存疑类型", "contradictory, unsure or rejected."),
            _text("reason", "原因", "What is wrong."),
            _text("about", "内容", "The fact, or the characters that were not used."),
            _text("detail", "对照", "What it contradicts, or the headline of the article."),
            _text("date", "日期", "The date of the fact or of the article."),
            _text("about_id", "编号", "The id of the fact or rejection."),
            *_TAIL,
        ),
    ),
)


def catalogue() -> tuple[Question, ...]:
    """Return the questions in the order in which they are listed."""
    return _QUESTIONS

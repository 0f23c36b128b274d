"""Meetings: who appears together, how often, and in which order named."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("meetings", "会议与同场", "Meetings and co-attendance")

_BY = Parameter("by", Kind.TEXT, "时段", "Count by month or by year.", "year", "month")
_SPAN = (c.text("since", "最早", "Date of the first."), c.text("until", "最近", "Date of the last."))
_DATE = c.text("date", "日期", "The day, month or year, as far as the text determines it.")
_BODIES = c.texts("bodies", "召开机构", "The bodies that held it.")
_TOPIC = c.text("topic", "主题", "What it was about.")
_MEETING = c.text("meeting", "会议", "The meeting, as the graph calls it.")
_AREAS = c.texts("places", "地方", "Where.")
_KINDS = c.texts("kinds", "活动类别", "Kinds of those events.")
_AS_WRITTEN = c.text("as_written", "原文写法", "How the text names the person.")
_TAIL = (c.CONFIDENCE, c.count("articles", "文章数", "Articles, added up over the events."))

QUESTIONS = (
    Question(
        TOPIC,
        "together",
        "同场人物",
        "Who appears together",
        "哪些人物同场出现，谁排名在前？",
        "Who appears together, in which order named?",
        (p.PERSON, p.KINDS, p.MIN_TIMES, *p.COMMON),
        (
            c.text("first", "在前者", "Who is more often named first."),
            c.text("second", "在后者", "The other."),
            c.count("times", "次数", "Events with both."),
            c.count("in_order", "同序次数", "Events that name them in this order."),
            c.texts("kinds", "活动类别", "Kinds of those events."),
            c.text("since", "最早", "Date of the first."),
            c.text("until", "最近", "Date of the last."),
            c.text("first_id", "在前者编号", "Id of the first."),
            c.text("second_id", "在后者编号", "Id of the second."),
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "strongest_ties",
        "往来最密",
        "Strongest ties",
        "谁与谁往来最密？",
        "Who is tied to whom most closely?",
        (p.PERSON, p.KINDS, p.MIN_TIMES, *p.COMMON),
        (
            c.PERSON,
            c.text("other", "另一人物", "The other."),
            c.number("strength", "强度", "Each shared event adds 1 / (persons named - 1): a small circle ties closer."),
            c.count("times", "次数", "Events with both."),
            *_SPAN,
            c.PERSON_ID,
            c.text("other_id", "另一人物编号", "Id of the other."),
            *_TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "naming_order",
        "排名次序",
        "Order of naming",
        "某人每次点名排第几，谁在其前后？",
        "Where does a person stand when names are listed, after and before whom?",
        (p.PERSON, p.OTHER_PERSON, p.KINDS, *p.COMMON),
        (
            _DATE,
            c.PERSON,
            c.count("position", "次序", "At which place the text names the person."),
            c.count("named", "点名人数", "How many persons are named."),
            c.texts("roles", "角色", "The parts played."),
            _AS_WRITTEN,
            c.texts("named_before", "在前者", "Who is named before."),
            c.texts("named_after", "在后者", "Who is named after."),
            c.text("kind", "类别", "Kind of event."),
            c.text("event", "事件", "The event, as the graph calls it."),
            c.PERSON_ID,
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "order_changes",
        "名次变动",
        "Changes in the order of naming",
        "谁与谁的先后次序倒过来了？",
        "Whose order of naming was turned round, and when?",
        (p.PERSON, p.KINDS, *p.COMMON),
        (
            c.text("first", "先在前者", "Who was named first to begin with."),
            c.text("second", "后在前者", "Who was named first later on."),
            c.count("first_ahead", "前者在前次数", "How often the one was ahead."),
            c.text("first_since", "前者在前自", "Date of the first such event."),
            c.text("first_until", "前者在前至", "Date of the last such event."),
            c.count("second_ahead", "后者在前次数", "How often the other was ahead."),
            c.text("second_since", "后者在前自", "Date of the first such event."),
            c.text("second_until", "后者在前至", "Date of the last such event."),
            c.text("first_id", "先在前者编号", "Id of the one."),
            c.text("second_id", "后在前者编号", "Id of the other."),
            *_TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "chairs",
        "主持会议",
        "Who chaired which meetings",
        "谁主持了哪些会议？",
        "Who chaired which meetings?",
        (p.PERSON, p.BODY, p.PLACE, *p.COMMON),
        (_DATE, c.PERSON, _AS_WRITTEN, _BODIES, _TOPIC, _AREAS, _MEETING, c.PERSON_ID, *c.TAIL),
    ),
    Question(
        TOPIC,
        "meetings",
        "会议记录",
        "Meetings of a body",
        "某机构开过哪些会，谁主持，谁讲话？",
        "Which meetings did a body hold, who chaired, who spoke?",
        (p.BODY, p.PLACE, *p.COMMON),
        (
            _DATE,
            _BODIES,
            _TOPIC,
            _AREAS,
            c.texts("chaired_by", "主持", "Who chaired."),
            c.texts("speakers", "讲话", "Who spoke."),
            c.count("named", "点名人数", "How many persons are named."),
            _MEETING,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "attendance",
        "出席记录",
        "Attendance over time",
        "某人每月或每年出席多少活动，主持、讲话几次？",
        "How often does a person appear over time, and in which part?",
        (p.PERSON, p.KINDS, _BY, *p.COMMON),
        (
            c.PERSON,
            c.text("month_or_year", "月或年", "The month or year."),
            c.count("events", "活动数", "Events that name the person."),
            c.count("led_or_chaired", "带队或主持", "Of those, led or chaired."),
            c.count("speeches", "讲话", "Of those, spoken at."),
            _KINDS,
            c.PERSON_ID,
            *_TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "unnamed",
        "未见点名",
        "Members not named",
        "本机构开会时，在任成员中谁没有被点到名？",
        "Which members in office are not named at a meeting of their body that names others?",
        (p.BODY, p.PERSON, *p.COMMON),
        (
            _DATE,
            c.BODY,
            c.text("person", "人物", "Who is not named; the text may leave out who was there."),
            c.texts("posts", "职务", "The posts held in the body on that day."),
            c.count("named", "点名成员数", "How many members are named."),
            _TOPIC,
            _MEETING,
            c.BODY_ID,
            c.PERSON_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "bodies_together",
        "机构同场",
        "Bodies that act together",
        "哪些机构常一同办会、签约或出席？",
        "Which bodies hold or join events together?",
        (p.BODY, p.KINDS, p.MIN_TIMES, *p.COMMON),
        (
            c.BODY,
            c.text("other", "另一机构", "The other body."),
            c.count("times", "次数", "Events with both."),
            _KINDS,
            c.texts("topics", "主题", "What they were about."),
            *_SPAN,
            c.BODY_ID,
            c.text("other_id", "另一机构编号", "Id of the other body."),
            *_TAIL,
        ),
    ),
)

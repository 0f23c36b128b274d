"""Places: what happened there, who is in office there, what was counted there."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("places", "地方", "Places")

_PLACE = c.text("place", "地方", "The place.")
_PLACE_ID = c.text("place_id", "地方编号", "The place's id.")

QUESTIONS = (
    Question(
        TOPIC,
        "chronicle",
        "地方大事记",
        "Everything about a place in a span of time",
        "某地某年有哪些人、事、项目和数字？",
        "What is known about a place, and whatever lies in it, in a year or another span?",
        (p.PLACE, *p.COMMON),
        (
            c.text("date", "日期", "The day, month or year, as far as the text determines it."),
            c.text("label", "类型", "Event, Tenure, Programme, Measurement or Tie."),
            c.text("kind", "类别", "The kind of event, programme or tie, or what was counted."),
            c.text("fact", "事实", "The fact."),
            c.texts("places", "地方", "The place itself, or the places in it."),
            c.MODALITY,
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "officials",
        "地方官员",
        "Officials of a place",
        "某地及其下辖各地有哪些人任职？",
        "Who held office in a place, and in whatever lies in it?",
        (p.PLACE, p.POST, *p.COMMON),
        (_PLACE, c.BODY, c.POST, c.PERSON, c.STATUSES, *c.SEEN, _PLACE_ID, c.BODY_ID, c.PERSON_ID, *c.TAIL),
    ),
    Question(
        TOPIC,
        "events_by_month",
        "逐月活动",
        "Events by month",
        "某地每月有多少各类活动？",
        "How many events of which kind happened in a place, month by month?",
        (p.PLACE, p.KINDS, *p.COMMON),
        (
            c.text("month", "月份", "The month, as in 2021-04."),
            c.text("kind", "类别", "The kind of event."),
            c.count("events", "次数", "How many events."),
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "events",
        "事件清单",
        "Events by kind and time",
        "某类活动何时何地举行，谁参加？",
        "Which events of a kind happened in a place, and whatever lies in it, in a span of time, and who took part?",
        (p.KINDS, p.PLACE, p.EVENT_TOPIC, *p.COMMON),
        (
            *c.WHEN,
            c.text("kind", "类别", "The kind of event."),
            c.text("event", "活动", "The event."),
            c.text("topic", "主题", "What it was about."),
            c.texts("places", "地方", "Where it happened."),
            c.texts("persons", "人物", "The persons named."),
            c.texts("bodies", "机构与团组", "The bodies and delegations named."),
            c.MODALITY,
            c.text("event_id", "活动编号", "The event's id."),
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "most_visited",
        "到访最多",
        "Places most visited",
        "哪些地方被到访最多？",
        "Which places were visited most often, and by how many?",
        (p.PLACE, *p.COMMON),
        (
            _PLACE,
            c.text("level", "层级", "The level of the division, or a venue."),
            c.count("visits", "到访次数", "How many visits and inspections."),
            c.count("travellers", "到访者数", "How many persons and delegations went."),
            c.day("since", "最早", "The first day of the first visit."),
            c.day("until", "最近", "The last day of the last visit."),
            _PLACE_ID,
            c.CONFIDENCE,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "institutions",
        "当地机构",
        "Bodies in a place",
        "某地及其下辖各地有哪些机构？",
        "Which bodies are in a place, and in whatever lies in it?",
        (p.PLACE, p.LIMIT),
        (
            _PLACE,
            c.BODY,
            c.text("kind", "类别", "The body's kind."),
            c.count("offices", "职位数", "How many of its offices are known."),
            c.count("persons", "人数", "How many persons are known to have held them."),
            _PLACE_ID,
            c.BODY_ID,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "divisions",
        "下辖区划",
        "Divisions of a place",
        "某地下辖哪些区划和场所，何时有效？",
        "Which divisions and venues lie directly in a place, and when were they valid?",
        (
            p.PLACE,
            Parameter(
                "level", Kind.TEXT, "层级", "province, prefecture, county, …, site.", "county", scheme="place-level"
            ),
            p.LIMIT,
        ),
        (
            _PLACE,
            c.text("division", "区划", "What lies in it."),
            c.text("level", "层级", "The level of the division, or a venue."),
            c.text("code", "代码", "The division's code."),
            c.count("valid_from", "启用年", "The year in which it came into being."),
            c.count("valid_to", "撤销年", "The year in which it ended; none where it goes on."),
            c.texts("successors", "后继", "What followed it."),
            _PLACE_ID,
            c.text("division_id", "区划编号", "The division's id."),
        ),
    ),
)

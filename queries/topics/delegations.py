"""Delegations and visits: who travelled where, with whom, received by whom."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("delegations", "出访考察", "Delegations and visits")

_SENDER = p.thing("sender", "Place", "派出地", "The place they come from, by name or id.", "青峦市")
_VISITED = p.thing("place", "Place", "到访地", "The place they go to, by name or id.", "沧宁市")
_LEVEL = Parameter(
    "level", Kind.TEXT, "层级", "Count by province, prefecture, county …; without it, by place as written.", "prefecture"
)
_KINDS = Parameter("kinds", Kind.LIST, "类别", "visit, inspection or both.", "visit")
_SPAN = (
    c.text("since", "最早", "Date of the first."),
    c.text("until", "最近", "Date of the last."),
)

QUESTIONS = (
    Question(
        TOPIC,
        "visits",
        "考察调研",
        "Visits and inspections",
        "谁去了哪里，同行者谁，由谁接待？",
        "Who went where, with whom, received by whom?",
        (p.PERSON, p.BODY, p.PLACE, *p.COMMON),
        (
            *c.WHEN,
            c.text("kind", "类别", "visit (to another jurisdiction) or inspection."),
            c.text("traveller", "前往者", "A person, delegation or body that went."),
            c.count("position", "次序", "The order in which the text names them."),
            c.text("role", "角色", "The part played."),
            c.text("place", "地方", "The division visited."),
            c.texts("sites", "点位", "The stops."),
            c.texts("companions", "同行", "Who else went."),
            c.texts("received_by", "接待", "Who received them."),
            c.text("topic", "主题", "What it was about."),
            c.text("traveller_id", "前往者编号", "The traveller's id."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "flows",
        "往来流向",
        "Flows between places",
        "各地之间考察往来有多少？",
        "From which places do how many go where?",
        (_SENDER, _VISITED, _LEVEL, _KINDS, *p.COMMON),
        (
            c.text("sender", "派出地", "The seat of the body or office that they travel for, as the same articles say."),
            c.text("visited", "到访地", "The place visited."),
            c.count("visits", "次数", "Visits and inspections."),
            c.count("travellers", "人数", "Persons and delegations that went."),
            *_SPAN,
            c.text("sender_id", "派出地编号", "Id of the place they come from."),
            c.text("visited_id", "到访地编号", "Id of the place visited."),
            *c.TAIL,
        ),
        whole=True,
    ),
)

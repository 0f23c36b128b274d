"""Careers: who held which office, when, after whom and beside whom."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Question, Topic

TOPIC = Topic("careers", "任职", "Careers")

QUESTIONS = (
    Question(
        TOPIC,
        "holder",
        "某日谁任某职",
        "Who held an office",
        "某日谁担任某一职务？",
        "Who held an office on a day?",
        (p.PLACE, p.BODY, p.POST, p.ON, *p.COMMON),
        (c.PERSON, c.OFFICE, *c.ANSWER, *c.SEEN, *c.BOUNDS, c.PERSON_ID, *c.TAIL),
    ),
    Question(
        TOPIC,
        "career",
        "任职经历",
        "Offices of a person",
        "某人先后任过哪些职务？",
        "Which offices did a person hold, when?",
        (p.PERSON, *p.COMMON),
        (
            c.PERSON,
            c.OFFICE,
            c.BODY,
            c.PLACES,
            c.texts("statuses", "状态", "What the passages say: holds, appointed, removed …"),
            *c.SEEN,
            *c.BOUNDS,
            c.PERSON_ID,
            *c.TAIL,
        ),
    ),
)

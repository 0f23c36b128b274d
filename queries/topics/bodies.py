"""Bodies: who sits in them, which posts they have, how they are built and renamed."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Question, Topic

TOPIC = Topic("bodies", "机构", "Bodies")

QUESTIONS = (
    Question(
        TOPIC,
        "roster",
        "班子成员",
        "Members of a body",
        "某日某机构有哪些成员？",
        "Who were a body's members on a day?",
        (p.BODY, p.PLACE, p.ON, *p.COMMON),
        (c.BODY, c.POST, c.PERSON, *c.ANSWER, *c.SEEN, c.BODY_ID, c.PERSON_ID, *c.TAIL),
    ),
)

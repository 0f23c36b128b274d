"""People whom only their tie to a place makes known: 35岁的某某, 某校教师某某.

The recogniser of names looks for offices and honorifics; an ordinary person is told by an age or a calling before the
name, and by the name standing there more than once or a verb behind it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mention import Annotated

_TWICE = 2
_SHORT, _LONG = 2, 3
_TAIL = re.compile("(?<=..)(?:家中|家里|家)$")
_CONFIDENCE = 0.75


@cache
def _surname() -> str:
    surnames = sorted({row["surname"] for row in read_table("surnames")}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(surnames) + ")"


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(f"[0-9]{{2}}岁的(?={_surname()}[\u4e00-\u9fff])")


@cache
def _called() -> re.Pattern[str]:
    roles = "|".join(sorted((row["role"] for row in read_table("tie_words")), key=lambda role: (-len(role), role)))
    return re.compile(
        f"(?:{roles})(?P<name>{_surname()}[\u4e00-\u9fff]{{1,2}}?)(?=获|说|介绍|告诉|表示|，|在|正|被|一边|和|是|家)"
    )


def plain_name(name: str) -> str:
    """Return a name without what the sentence hangs on it: 某某家中."""
    return _TAIL.sub("", name)


def find_people(annotated: Annotated) -> tuple[Mention, ...]:
    """Find the people of an article that no office or honorific tells, beside those already found."""
    taken = {at for person in annotated.persons for at in range(person.start, person.end)}
    found = {m.start: m for m in _iter_people(annotated) if taken.isdisjoint(range(m.start, m.end))}
    return tuple(found[start] for start in sorted(found))


def _iter_people(annotated: Annotated) -> Iterator[Mention]:
    text = annotated.article.full.text
    for aged in _aged().finditer(text):
        for size in (_LONG, _SHORT):
            name = text[aged.end() : aged.end() + size]
            if text.count(name) >= _TWICE:
                yield from (_mention(name, again.start()) for again in re.finditer(name, text))
                break
    ends = {mention.end for mention in (*annotated.bodies, *annotated.places)}
    for called in _called().finditer(text):
        if called.start() in ends:
            yield _mention(called["name"], called.start("name"))


def _mention(name: str, start: int) -> Mention:
    return Mention("person", start, start + len(name), name, name, "calling", _CONFIDENCE)

"""Decisions on posts: the appointment event that comes with an article's changes of office."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.event_drafts import Draft, When
from kg.extract.event_grammar import clause_start
from kg.extract.outlines import BODY, expand
from kg.language.cues import Cued
from kg.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.outlines import Outline
    from kg.mention import Annotated, Title

_CHANGES = {"appointed", "removed", "resigned", "acting", "elected"}
_SUBHEAD = re.compile("[^。！？：；，“]{8,40}[^。！？：；，）)]")
_ANOTHER = Cued("(?<=\n)[ \u3000]*(?:另据|又讯|另讯|另悉)")
_MANY_LINES = 40
_DECIDES = re.compile("任命|批准[：:]|不再担任|免去|任免|聘任|聘请|辞去|选举|决定任|接受.{0,30}辞")
_CLAUSE = re.compile("[^，。；\n]+")
_NAMES_IT = re.compile("任命|免去|任免|聘任|聘请|辞去|选举")
_BY = re.compile(
    expand(
        "(?P<o>{O})(?:第?{X}{0,12}?(?:会议|全会|常委会))?(?:{T}|{X}{0,6})?(?:通过|批准|决定|研究决定|表决|任免|任命|审议|召开|举行|通报)"
    )
)


def find_appointments(annotated: Annotated, outline: Outline, when: When) -> list[Draft]:
    """Return the events by which the article's people come into office or leave it.

    That is one, but where a paragraph begins another piece of news (另据…消息).
    """
    text = annotated.article.full.text
    changes = [t for t in annotated.titles if t.status in _CHANGES and t.persons and _decided(text, t.start, t.end)]
    cuts = _cuts(text)
    pieces = [[t for t in changes if bisect_right(cuts, t.start) == number] for number in range(len(cuts) + 1)]
    found = [_appointment(text, outline, piece, when) for piece in pieces]
    return [draft for draft in found if draft is not None]


def _cuts(text: str) -> list[int]:
    """Return where the paragraphs begin that tell another piece of news."""
    return [match.start() for match in _ANOTHER.finditer(text)]


def _appointment(text: str, outline: Outline, changes: Sequence[Title], when: When) -> Draft | None:
    decided = [t for t in changes if t.status != "acting"]
    if not decided:
        return None
    draft = Draft("appointment", "", When(when.begin, when.finish), 0.85)
    for title in changes:
        for person in title.persons:
            draft.give(person.name, "subject")
            span = _line(text, person.start)
            if span not in draft.spans:
                draft.spans.append(span)
    first = draft.spans[0]
    for match in _BY.finditer(outline.text):
        if not _near(text, outline.start_of(match.start()), first[0]):
            continue
        item = outline.items.get(match.start("o"))
        if isinstance(item, Mention) and outline.text[match.start("o")] == BODY:
            draft.give(item.name, "organizer")
            draft.bodies.add(item.name)
            break
    clauses = _CLAUSE.findall(text, first[0], first[1])
    topic = next((clause for clause in clauses if _NAMES_IT.search(clause)), "任免")
    draft.topic = topic.strip("：: 　")[:60]
    return draft


def _near(text: str, at: int, other: int) -> bool:
    """Say whether two places are of one decision: no sub-headline of another brief stands between."""
    between = text[min(at, other) : max(at, other)].split("\n")[1:-1]
    cuts = _cuts(text)
    if bisect_right(cuts, at) != bisect_right(cuts, other):
        return False
    return not any(_SUBHEAD.fullmatch(line) for line in between) and len(between) < _MANY_LINES


def _line(text: str, at: int) -> tuple[int, int]:
    start = clause_start(text, 0, at, "。；\n")
    ends = [end for mark in "。；\n" if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def _decided(text: str, start: int, end: int) -> bool:
    """Say whether the words near a title tell of a decision, on its line or the heading above it."""
    left, right = _line(text, start)
    above = text[max(0, left - 200) : left]
    if "当选" in text[left : max(right, end)] and "选举" in above + text[left:right]:
        return True
    return bool(_DECIDES.search(text, left, max(right, end)) or re.search("(?:任命|免去|任免|聘任)[：:][^。]*$", above))

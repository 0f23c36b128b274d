"""Members of teams: 甲省女篮队员乙, 由丙、丁组成的甲国队, 甲市队的戊."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.tie_people import is_word
from kg.language.name_evidence import surname_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tie_people import People
    from kg.mention import Annotated, Mention

_SPORTS = (
    "[篮足排网羽棒垒冰手曲水]球|乒乓球|羽毛球|[篮足排网羽棒垒冰]|体操|游泳|跳水|花样滑冰|短道速滑|速滑|冰壶"
    "|射击|射箭|举重|田径|拳击|柔道|摔跤"
)
_TEAM = re.compile(f"(?:国家|联合|青年|代表)?(?:[男女](?:子)?|混合)?(?:{_SPORTS})?(?:代表)?队(?![伍列员长形])")
_OF_TEAM = re.compile("(?P<of>的)|(?P<role>(?:选手|队员|球员|运动员|名将|老将|小将|主力|门将|前锋|后卫|中锋|队长)+)")
_MADE_OF = re.compile("由(?P<names>[^，。；：“”\n]{5,60})组成的$")
_SEVERAL, _REACH = 2, 64


def find_members(annotated: Annotated, people: People) -> Iterator[tuple[Mention, str, int, int]]:
    """Find the members of teams: the person, the team, and where it is told."""
    text = annotated.article.full.text
    for place in annotated.places:
        team = _TEAM.match(text, place.end) if place.kind == "place" else None
        if team is None or place.start < annotated.article.body_start:
            continue
        name = text[place.start : team.end()]
        made_of = _MADE_OF.search(text, max(0, place.start - _REACH), place.start)
        if made_of:
            found = _listed(people, made_of.start("names"), made_of.end("names"))
        else:
            found = _following(text, people, team.end())
        for person in found:
            yield person, name, min(place.start, person.start), max(team.end(), person.end)


def _listed(people: People, start: int, end: int) -> tuple[Mention, ...]:
    """Return the people of a list that fills a range: half of them must have surnames, and one be no word."""
    out: list[Mention] = []
    at = start
    for joint in [*re.finditer("、|和|与|以及", people.text[start:end]), None]:
        stop = start + joint.start() if joint else end
        person = people.whole(at, stop)
        if person is None:
            return ()
        out.append(person)
        at = start + joint.end() if joint else end
    surnames = sum(bool(surname_of(person.name)) for person in out)
    return tuple(out) if 2 * surnames >= len(out) and not all(is_word(person.name) for person in out) else ()


def _following(text: str, people: People, at: int) -> tuple[Mention, ...]:
    """Return the people behind a team: one where a word of membership leads to them, else several only."""
    lead = _OF_TEAM.match(text, at)
    named = people.list_at(lead.end() if lead else at)
    return named if lead or len(named) >= _SEVERAL else ()

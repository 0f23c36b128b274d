"""Titles: chains of offices with their holders, whether the names stand behind or before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.appointments import STOP, find_headers, read_before
from kg.annotate.careers import read_career
from kg.annotate.rosters import change_of
from kg.body import in_zone
from kg.mention import Title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.annotate.office_units import Chain, Unit
    from kg.mention import Mention, TimeMention

_CORRECTED = re.compile("[”」]?(?:应为|应是|系误)")
_HANDED_ON = re.compile("(?:同志)?(?:兼任|接任|担任|继任|接替)[。；，\n]")
# Days of a life in a notice (1974年6月生，1996年7月参加工作) date no office.
_OF_LIFE = re.compile("(?:出生|生(?![产效日])|参加工作|参加革命|入党|加入|入伍|毕业)")
_SURE = {"place": 0.97, "own": 0.95, "level": 0.95, "inherited": 0.93, "discourse": 0.8, "brand": 0.7}
_FAIR = 0.85


def find_titles(
    text: str, chains: list[Chain], times: tuple[TimeMention, ...]
) -> tuple[tuple[Title, ...], tuple[tuple[str, int, int], ...]]:
    """Return the titles with somebody in them, in order, and what was seen and could not be read."""
    titles: list[Title] = []
    rejected: list[tuple[str, int, int]] = []
    known = {p.end: p for c in chains for p in c.persons}
    headers = find_headers(text)
    for at, chain in enumerate(chains):
        if _CORRECTED.match(text, chain.end or chain.units[-1].end):
            rejected.append(("corrected by the paper", chain.start, chain.units[-1].end))
            continue
        before = read_before(text, chain, known, headers) or read_career(text, chain)
        if before is not None and (not chain.persons or before.dated):
            known |= {p.end: p for p in before.persons}
            day = _day(text, chain, times) if before.dated else None
            titles += _titles(text, chain, before.persons, before.status, day)
        elif chain.persons:
            change = change_of(text, chain.start) if chain.units[0].how == "roster" else ""
            titles += _titles(text, chain, tuple(chain.persons), change, _day(text, chain, times) if change else None)
            rejected += [("no body for the post", u.start, u.end) for u in chain.units if not u.body]
        if at and _is_handed_on(text, chains[at - 1], chain):
            titles += _titles(text, chains[at - 1], tuple(chain.persons), "appointed", _day(text, chain, times))
    return tuple(sorted(titles, key=lambda t: (t.start, t.end))), tuple(rejected)


def _titles(text: str, chain: Chain, persons: tuple[Mention, ...], change: str, day: str | None) -> Iterator[Title]:
    """Yield a title for each office of the chain; 原 before one of them counts for those that follow without a body."""
    former, end = False, -1
    for unit in chain.units:
        leads = unit.how in {"inherited", "none"} and (text[unit.start - 1] == "、" or unit.start == end)
        end = unit.end
        former = unit.status == "former" or (former and leads)
        if not unit.body or unit.entry.silent or (unit.how == "bare" and not in_zone(unit.body)):
            continue
        status = _status(unit, change, former=former)
        sure = min(_SURE.get(unit.how, _FAIR), *(p.confidence for p in persons))
        yield Title(unit.start, unit.end, unit.body, unit.post, persons, status, day, round(sure, 3))


def _status(unit: Unit, change: str, *, former: bool) -> str:
    if unit.status == "acting" and change in {"", "holds", "appointed", "elected"}:
        return "acting"
    if change:
        return change
    return "former" if former and unit.status == "holds" else unit.status


def _day(text: str, chain: Chain, times: tuple[TimeMention, ...]) -> str | None:
    """Return the day of a change: what its sentence dates it by, else the last day named before it."""
    opened = max(text.rfind(stop, 0, chain.start) for stop in "。；\n") + 1
    best: str | None = None
    for time in times:
        if time.start > chain.units[-1].end:
            break
        if _OF_LIFE.match(text, time.end):
            continue
        own = time.start >= opened and time.kind in {"year", "month"} and time.begin == time.finish
        if time.begin is not None and (time.kind == "day" or own):
            best = time.begin
    return best


def _is_handed_on(text: str, before: Chain, chain: Chain) -> bool:
    """免去A的B职务，由C兼任: the office that the sentence named before goes to the one behind 由."""
    if not chain.persons or text[chain.start - 1 : chain.start] != "由":
        return False
    return bool(_HANDED_ON.match(text, chain.end)) and not STOP.search(text, before.units[-1].end, chain.start)

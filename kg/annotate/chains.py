"""Chains of offices and the people behind them: 市委副书记、市长A; 副主任B、C，秘书长D."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.holders import name_holders
from kg.annotate.inheritance import Company, embody
from kg.annotate.office_units import Chain
from kg.annotate.owners import nearer_country, settle_owner, stands_free
from kg.annotate.rosters import roster_of
from kg.body import is_national, kind_of
from kg.country import HOME
from kg.values import replace

if TYPE_CHECKING:
    from kg.annotate.office_units import Unit
    from kg.mention import Mention

_LINKS = {"", "、", "兼", "，兼", "、兼", "暨", "兼任", "，并兼任", "，兼任", "及", "·", "（兼）", "（兼）、"}
_LINKS |= {"、" + level for level in "省市县区州旗"}
_BRACKETED = re.compile("[（(][^（）()，。\n]{1,8}[）)][、，]?兼?")
"""What stands between two offices of one person: 副县长|（挂职）、|帮扶组组长."""
_SENTENCE_END = re.compile("[。！？\n]")
_OF_WHAT = re.compile("(?:[、，][^。；\n]{1,40}?任[^。；、，\n]{2,8}?)*的")
_ATTACHED = {
    "副发言人",
    "新闻发言人",
    "高级代表",
    "代表",
    "发言人",
    "顾问",
    "特使",
    "助理",
    "秘书",
    "新闻秘书",
    "特别代表",
}
_HONOURS = {"院士", "外籍院士", "学部委员", "会员", "代表"}
"""What somebody is beside an office: whoever is named next is not of the same body for it."""
_WHOLE = {"place", "own", "level"}
_TAKEN = ("为", "任", "的", "由", "选", "是", "届", "职务", "接替", "同志")
_STANDS = ("拟任", "现任", "曾任", "时任", "历任")
_ELECTS = re.compile("选举|选出|产生|补选")
_NEAR = 30
_FILLED = ("当选", "当选为", "为", "担任")
_LEAD = 6


def build_chains(text: str, units: list[Unit], bodies: list[Mention], places: list[Mention]) -> list[Chain]:
    """Return the chains in order, each unit with the body it means (`body` "" where none can be told)."""
    chains: list[Chain] = []
    starts = frozenset(u.start for u in units)
    edges = frozenset(body.start for body in bodies if body.how == "own" and is_national(body.text))
    # An academician's next sentence is not of the academy.
    owning = (body for body in bodies if not text.startswith("院士", body.end))
    known = sorted([*owning, *(p for p in places if p.how == "village")], key=lambda m: m.start)
    opening = {body.start: body for body in bodies}
    for unit in units:
        if chains and _joins(text, chains[-1], unit):
            _join(chains[-1], unit, known)
            continue
        if chains:
            name_holders(text, chains[-1], starts, edges)
        company = replace(_company(text, chains, unit), roster=roster_of(text, unit.start, bodies))
        told = _vacant(text, chains, embody(unit, company, known))
        chains.append(Chain([_of_following(text, told, opening)]))
    if chains:
        name_holders(text, chains[-1], starts, edges)
    countries = [p for p in places if p.how == "country" and p.text not in HOME]
    for before, chain in zip([None, *chains], chains, strict=False):
        nearer_country(chain, before.units[-1].end if before else 0, countries)
        settle_owner(text, chain, countries)
    return chains


def _of_following(text: str, unit: Unit, opening: dict[int, Mention]) -> Unit:
    """由A任组长的|事故调查组: the office is of the body behind 的."""
    named = None if unit.body or text[unit.start - 1 : unit.start] != "任" else _OF_WHAT.match(text, unit.end)
    body = opening.get(named.end()) if named else None
    if body is None:
        return unit
    return replace(unit, body=body.text, how="own", kind=kind_of(body.text))


def _vacant(text: str, chains: list[Chain], unit: Unit) -> Unit:
    """…选举产生了区政协主席、副主席。A当选为|主席: an office filled is the one named without a holder before."""
    if unit.body or unit.how != "none" or not text.endswith(_FILLED, 0, unit.start):
        return unit
    open_ = (c for c in reversed(chains) if not c.persons and _ELECTS.search(text, max(0, c.start - _NEAR), c.start))
    named = (u for c in open_ for u in c.units if u.post == unit.post and u.body)
    before = next(named, None)
    return unit if before is None else replace(unit, body=before.body, how="discourse", kind=before.kind)


def _joins(text: str, chain: Chain, unit: Unit) -> bool:
    last = chain.units[-1]
    between = text[last.end : unit.start]
    if between == "，":
        return _goes_on(text, chain, unit)
    return last.infix is None and (between in _LINKS or _BRACKETED.fullmatch(between) is not None)


def _goes_on(text: str, chain: Chain, unit: Unit) -> bool:
    """省政府党组成员、副省长，兵团司令员A: a comma between offices of one person, where each names its body."""
    if text.startswith(_STANDS, unit.start):
        return False
    told = unit.how in _WHOLE and not unit.entry.silent and not unit.entry.weak
    whole = all(one.how in _WHOLE or (one.how == "inherited" and one.body) for one in chain.units)
    return told and whole and chain.units[-1].infix is None and not text.endswith(_TAKEN, 0, chain.start)


def _join(chain: Chain, unit: Unit, known: list[Mention]) -> None:
    last = chain.units[-1]
    close = last.end == unit.start
    if close and unit.post.endswith("问题特使") and unit.kind == "country":  # 联合国秘书长|叙利亚问题特使
        chain.units[-1] = replace(last, end=unit.end, post=last.post + unit.body + unit.post)
    elif close and not unit.body and unit.post in _ATTACHED:  # 秘书长|发言人 is one office
        chain.units[-1] = replace(last, end=unit.end, post=last.post + unit.post)
    else:
        chain.units.append(embody(unit, Company(last, chained=True), known))


def _company(text: str, chains: list[Chain], unit: Unit) -> Company:
    """Return what stands before a title that begins a chain."""
    free = stands_free(text, unit.start)
    lead = text[max(0, unit.start - _LEAD) : unit.start]
    last = chains[-1] if chains else None
    if last is None or _SENTENCE_END.search(text, last.units[-1].end, unit.start):
        return Company(None, free=free, lead=lead)
    near = bool(last.persons) and unit.start - last.end <= 1
    offices = [u for u in last.units if u.post not in _HONOURS] if near else last.units
    return Company(offices[-1] if offices else None, near=near, free=free, lead=lead)

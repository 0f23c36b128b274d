"""The people behind a chain of offices: where their names begin, how many share it, and how sure each is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.callings import iter_past_callings
from kg.annotate.owners import stands_free
from kg.body import kind_of
from kg.country import HOME, country_of
from kg.language.name_evidence import surname_of
from kg.language.name_form import form_of, sureness
from kg.language.names import Name, read_name
from kg.language.words import longest
from kg.mention import Mention
from kg.values import replace

if TYPE_CHECKING:
    from kg.annotate.office_units import Chain, Unit

_BRACKET = re.compile("[（(][^（）()\n]{1,24}[）)]")
_JOIN = re.compile("、|以及|和|及")
_TITLED = re.compile("苏丹|国王|总统|总理|首相|亲王|埃米尔|王储|大公|总督")
_MIDDLE_DOT = re.compile("[\u4e00-\u9fff]{2,8}·")
_SPACE = re.compile("[ \u3000]{1,4}")
_HONOUR = re.compile(
    "亲王|殿下|陛下|阁下|同志|先生|女士|夫人|(?:一级|二级)?(?:上将|中将|少将|大校|上校)|院士|教授|博士|爵士"
)
_CANDIDATE = re.compile("(?:提名)?(?:候选人|人选)")
_ACTS = re.compile(
    "指出|强调|说|来到|走进|考察|视察|会见|主持|出席|宣布|种下|察看|听取|发表|同|率|与|向(?!往)|作出重要指示|签署|前往"
    "|检阅|都会身体力行|始终|多次|深情|亲自|十分|一直|高度|心系"
)
_EVERYDAY = ("代表", "委员", "成员", "经理", "指挥", "专家", "顾问", "工程师", "议员", "医师", "团长")
_OF_STATES = {"总书记", "国家主席", "国家副主席", "总理", "总统", "首相", "国王"}
_ABROAD = 16
_LEADER = 3
_SURE, _FAIR, _LISTED, _UNLIKELY = 0.6, 0.75, 0.65, 0.8


def name_holders(text: str, chain: Chain, starts: frozenset[int], edges: frozenset[int]) -> None:
    """Read the names behind the chain's last title into it; names begin at none of `starts`, further ones at no edge.

    `starts` are characters where titles begin, `edges` those where bodies do.
    """
    unit = chain.units[-1]
    if unit.infix is not None:
        chain.persons, chain.end = [_person(text, *unit.infix, 1.0)], unit.end
        return
    if unit.entry.weak and not any(u.body for u in chain.units):
        return
    if (
        unit.post == "总书记"
        and unit.how == "own"
        and (_leader(text, chain) or unit.start == unit.end - len(unit.post))
    ):
        return
    if unit.post == "总书记" and unit.how == "own" and not stands_free(text, unit.start):
        return  # 民族解放阵线|总书记
    at = _skip(text, chain)
    names = _names(text, at, starts, edges, unit)
    if not names and unit.body and text[at : at + 1] in {"、", "兼"}:
        behind = (_names(text, past, starts, edges, unit) for past in iter_past_callings(text, at))
        names = next(filter(None, behind), [])
    chain.persons = [
        replace(_person(text, begin, name.end, 1.0, name.name), confidence=sure) for begin, name, sure in names
    ]
    if names:
        chain.end = names[-1][1].end
        if text.startswith(("（代）", "（代理）"), chain.end):
            chain.units[-1] = replace(unit, status="acting")


def _skip(text: str, chain: Chain) -> int:
    """Return where the names begin behind what may stand between a title and them: a colon, a rank, 候选人."""
    unit = chain.units[-1]
    at = unit.end
    if unit.how == "roster" and text[at : at + 1] in {"：", ":"}:
        at += 1
    for part in (_BRACKET, _CANDIDATE, _SPACE):
        found = part.match(text, at)
        if found is None:
            continue
        at = found.end()
        if part is _CANDIDATE:
            chain.units = [replace(u, status="nominated") for u in chain.units]
    return at


def _leader(text: str, chain: Chain) -> bool:
    """习近平总书记指出: the name stands before the post; in passing (重要讲话精神) it makes no tenure."""
    unit = chain.units[-1]
    start = unit.start - _LEADER
    name = text[start : unit.start]
    if (
        start < 0
        or form_of(name) != "han"
        or name[0] in "和与同及"
        or _told_abroad(text, name)
        or not _ACTS.match(text, unit.end)
    ):
        return False
    word, kind = longest(text, start)
    if word and not kind.startswith("nr"):
        return False
    chain.persons, chain.end = [_person(text, start, unit.start, 1.0)], unit.end
    return True


def _told_abroad(text: str, name: str) -> bool:
    """Say whether the text gives a name an office of another country's party or state (越共中央总书记阮富仲)."""
    at = text.find(name)
    while at >= 0:
        lead = text[max(0, at - _ABROAD) : at]
        if any(party in lead for party in ("越共", "越南", "老挝", "古巴", "古共", "朝鲜")) and "，" not in lead:
            return True
        at = text.find(name, at + 1)
    return False


def _person(text: str, start: int, end: int, score: float, name: str = "") -> Mention:
    return Mention("person", start, end, text[start:end], name or text[start:end], "title", confidence(score))


def confidence(score: float) -> float:
    """Return how sure a name of this weight is."""
    if score < 1:
        return round(0.55 + 0.35 * max(0.0, score - 0.35), 3)
    return min(0.97, round(0.8 + 0.15 * score, 3))


@cache
def _is_foreign(body: str) -> bool:
    return country_of(body) not in {"", *HOME} or kind_of(body) == "intl"


def _names(
    text: str, at: int, starts: frozenset[int], edges: frozenset[int], unit: Unit
) -> list[tuple[int, Name, float]]:
    """Read the list of names that begins at `at`."""
    found: list[tuple[int, Name, float]] = []
    weak = unit.entry.weak or unit.post.endswith(_EVERYDAY)
    foreign = _is_foreign(unit.body)
    weak = weak or (unit.post in _OF_STATES and not foreign)
    several = unit.entry.deputy or "委" in unit.post  # only such a title has 和 before a name that shares it
    least = _SURE if unit.how not in {"none", "bare", "unread"} and not unit.entry.weak else _FAIR
    while at not in starts and not (found and at in edges):
        name = read_name(text, at, starts, listed=bool(found) or _lists(text, at), foreign=foreign, least=least)
        if (
            name is None
            or name.score < least
            or _TITLED.match(name.name.removeprefix(country_of(name.name)) if country_of(name.name) else "")
        ):
            break  # 卡塔尔埃米尔塔米姆、|阿曼苏丹海赛姆
        among = bool(found) or text[name.end : name.end + 1] == "、"
        sure = sureness(text, name.end, starts, name.name, foreign=foreign, weak=weak, listed=among)
        led = name.name[0] in "和与及同" and form_of(name.name[1:]) in {"han", "foreign", "people"}  # 国家主席|和|通伦
        if sure == 0 or led:
            break
        found.append((at, name, min(sure, confidence(name.score))))
        after = _BRACKET.match(text, name.end) or _HONOUR.match(text, name.end)
        join = _JOIN.match(text, after.end() if after else name.end)
        if join is None or (join[0] != "、" and len(found) == 1 and not several):
            break
        at = join.end()
        likely = surname_of(text[at : at + 2]) or _MIDDLE_DOT.match(text, at)
        least = max(least, _LISTED if likely else _UNLIKELY)
    return found


def _lists(text: str, at: int) -> bool:
    """Say whether the stretch that begins here ends like an item of a list."""
    return text[at + 2 : at + 3] in "、，。；（）\n" or text[at + 3 : at + 4] in "、，。；（）\n"

"""Chains of offices and the people behind them: 市委副书记、市长A; 副主任B、C，秘书长D."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.inheritance import Company, embody
from kg.annotate.name_evidence import element_at, surname_of
from kg.annotate.name_form import form_of, sureness
from kg.annotate.names import Name, is_foreign_name, read_name
from kg.annotate.words import cuts, longest
from kg.body import is_national, kind_of
from kg.country import HOME, country_of
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.annotate.offices import Unit

_LINKS = {"", "、", "兼", "，兼", "、兼", "暨", "兼任", "，并兼任", "及", "·", "（兼）", "（兼）、"}
_LINKS |= {"、" + level for level in "省市县区州旗"}
_BRACKET = re.compile("[（(][^（）()\n]{1,24}[）)]")
_JOIN = re.compile("、|以及|和|及")
_MIDDLE_DOT = re.compile("[\u4e00-\u9fff]{2,8}·")
_SPACE = re.compile("[ \u3000]{1,4}")
_SENTENCE_END = re.compile("[。！？\n]")
_HONOUR = re.compile(
    "亲王|殿下|陛下|阁下|同志|先生|女士|夫人|(?:一级|二级)?(?:上将|中将|少将|大校|上校)|院士|教授|博士|爵士"
)
_CANDIDATE = re.compile("(?:提名)?(?:候选人|人选)")
_BEFORE_POST = set("由和与对向同请在是让及以为据听任当的")
_THIS = re.compile(
    "(?:该|本|我)?(?:公司|集团|厂|局|院|校|村|中心|站|所|社|会|行|馆|单位|企业|工厂|合作社|医院|学校|学院|协会|项目部)$"
)
_ACTS = re.compile(
    "指出|强调|说|来到|走进|考察|视察|会见|主持|出席|宣布|种下|察看|听取|发表|同|率|与|向(?!往)|作出重要指示|签署|前往"
    "|检阅|都会身体力行|始终|多次|深情|亲自|十分|一直|高度|心系"
)
_ATTACHED = {"发言人", "顾问", "特使", "助理", "秘书", "新闻秘书", "特别代表"}
_EVERYDAY = ("代表", "委员", "成员", "经理", "指挥", "专家", "顾问", "工程师", "议员", "医师", "团长")
_FOREIGN_PARTIES = ("越共中央", "古共中央", "老挝人民革命党中央", "老挝人革党中央", "朝鲜劳动党中央")
_OF_PARTY = {"中央委员会", "中央政治局", "政治局", "中央书记处"}
_LEADS_PARTY = {"主席", "第一书记", "总书记"}
_LEAD = 6
_LEADER = 3
_SURE, _FAIR, _LISTED, _UNLIKELY = 0.6, 0.75, 0.65, 0.8


@dataclass(slots=True)
class Chain:
    """Offices that stand in one run, and the people who share them."""

    units: list[Unit]
    persons: list[Mention] = field(default_factory=list)
    end: int = 0

    @property
    def start(self) -> int:
        """Return where its first office begins."""
        return self.units[0].start


def build_chains(text: str, units: list[Unit], bodies: list[Mention], places: list[Mention]) -> list[Chain]:
    """Return the chains in order, each unit with the body it means (`body` "" where none can be told)."""
    chains: list[Chain] = []
    starts = frozenset(u.start for u in units)
    known = sorted([*bodies, *(p for p in places if p.how == "village")], key=lambda m: m.start)
    for unit in units:
        if chains and _joins(text, chains[-1], unit):
            _join(chains[-1], unit, known)
            continue
        if chains:
            _name(text, chains[-1], starts)
        chains.append(Chain([embody(unit, _company(text, chains, unit), known)]))
    if chains:
        _name(text, chains[-1], starts)
    countries = [p for p in places if p.how == "country" and p.text not in HOME]
    for chain in chains:
        _of_country(text, chain, countries)
    return chains


def _joins(text: str, chain: Chain, unit: Unit) -> bool:
    last = chain.units[-1]
    return last.infix is None and text[last.end : unit.start] in _LINKS


def _join(chain: Chain, unit: Unit, known: list[Mention]) -> None:
    last = chain.units[-1]
    if not unit.body and unit.post in _ATTACHED and last.end == unit.start:  # 秘书长|发言人 is one office
        chain.units[-1] = replace(last, end=unit.end, post=last.post + unit.post)
    else:
        chain.units.append(embody(unit, Company(last, chained=True), known))


def _company(text: str, chains: list[Chain], unit: Unit) -> Company:
    """Return what stands before a title that begins a chain."""
    free = _stands_free(text, unit.start)
    lead = text[max(0, unit.start - _LEAD) : unit.start]
    last = chains[-1] if chains else None
    if last is None or _SENTENCE_END.search(text, last.units[-1].end, unit.start):
        return Company(None, free=free, lead=lead)
    near = bool(last.persons) and unit.start - last.end <= 1
    return Company(last.units[-1], near=near, free=free, lead=lead)


def _stands_free(text: str, start: int) -> bool:
    """Say whether nothing that could name a body stands right before a bare post (渤海活塞|总经理)."""
    before = text[start - 1 : start]
    plain = not ("\u4e00" <= before <= "\u9fff") or before in _BEFORE_POST or start == 0
    return plain or _THIS.search(text, max(0, start - 6), start) is not None


def _of_country(text: str, chain: Chain, countries: list[Mention]) -> None:
    """What is said of foreigners without a country is of theirs: the chain's own, else the one named last.

    波兰副总理兼国防部长A, 越共中央政治局委员、公安部部长B, 国防部长加兰特 (told of abroad; his name is no Chinese one).
    """
    if not chain.persons:
        return
    owner = next((c for c in (_abroad(unit.body) for unit in chain.units) if c), "")
    foreign = all(is_foreign_name(p.name) for p in chain.persons)
    local = any(element_at(p.name, 0) for p in chain.persons)
    for at, unit in enumerate(chain.units):
        if not unit.body or _abroad(unit.body):
            continue
        if foreign and unit.how == "level" and not local and not _stands_free(text, unit.start):
            # 旧金山|市长布里德 is not of the paper's city
            chain.units[at] = replace(unit, body="", how="unread")
        elif (foreign or owner) and unit.post in _LEADS_PARTY and unit.body in _OF_PARTY:
            chain.units[at] = replace(unit, body="", how="unread")
        elif owner and _is_of_state(unit):
            chain.units[at] = replace(unit, body=_joined(owner, unit.body), how="inherited")
        elif foreign and _is_of_state(unit):
            before = [c for c in countries if c.end <= unit.start]
            body = _joined(before[-1].text, unit.body) if before else ""
            chain.units[at] = replace(unit, body=body, how="discourse" if body else "none")
    if owner or foreign:
        return
    if chain.units[0].how == "own" and _cut_word(text, chain.units[0]):
        chain.units[0] = replace(chain.units[0], body="", how="unread")


def _abroad(body: str) -> str:
    """Return what the bodies of a foreign state or party begin with, "" for one of China's or of nobody's."""
    party = next((p for p in _FOREIGN_PARTIES if body.startswith(p)), "")
    country = country_of(body)
    return party or ("" if country in HOME else country)


def _is_of_state(unit: Unit) -> bool:
    """Say whether every country has a body of this name (外交部, 中央书记处)."""
    if unit.body.startswith(("中央", "政治局")) and unit.body != "中央军委":
        return True
    return unit.how == "own" and is_national(unit.body) and kind_of(unit.body) == "department"


def _joined(owner: str, body: str) -> str:
    """越共中央|书记处, 波兰|国防部: a party's name for its own organs, its country's for ministries."""
    if body.startswith("中央") and owner in _FOREIGN_PARTIES:
        return owner + body.removeprefix("中央")
    return (country_of(owner) or owner) + body


def _cut_word(text: str, unit: Unit) -> bool:
    """Say whether the body begins in the middle of a word, or right behind a bracket that is part of its name."""
    start = unit.start
    if start == 0:
        return False
    if text[start - 1] == "）":
        return kind_of(unit.body) == "company"
    return cuts(text, start)


def _name(text: str, chain: Chain, starts: frozenset[int]) -> None:
    """Read the names behind the chain's last title."""
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
    at = unit.end
    for part in (_BRACKET, _CANDIDATE, _SPACE):
        found = part.match(text, at)
        if found is None:
            continue
        at = found.end()
        if part is _CANDIDATE:
            chain.units = [replace(u, status="nominated") for u in chain.units]
    names = _names(text, at, starts, unit)
    chain.persons = [
        replace(_person(text, begin, name.end, 1.0, name.name), confidence=sure) for begin, name, sure in names
    ]
    if names:
        chain.end = names[-1][1].end
        if text.startswith(("（代）", "（代理）"), chain.end):
            chain.units[-1] = replace(unit, status="acting")


def _leader(text: str, chain: Chain) -> bool:
    """习近平总书记指出: the name stands before the post; in passing (重要讲话精神) it makes no tenure."""
    unit = chain.units[-1]
    start = unit.start - _LEADER
    if start < 0 or form_of(text[start : unit.start]) != "han" or not _ACTS.match(text, unit.end):
        return False
    word, kind = longest(text, start)
    if word and not kind.startswith("nr"):
        return False
    chain.persons, chain.end = [_person(text, start, unit.start, 1.0)], unit.end
    return True


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


def _names(text: str, at: int, starts: frozenset[int], unit: Unit) -> list[tuple[int, Name, float]]:
    """Read the list of names that begins at `at`."""
    found: list[tuple[int, Name, float]] = []
    weak = unit.entry.weak or unit.post.endswith(_EVERYDAY)
    foreign = _is_foreign(unit.body)
    several = unit.entry.deputy or "委" in unit.post  # only such a title has 和 before a name that shares it
    least = _SURE if unit.how not in {"none", "bare", "unread"} and not unit.entry.weak else _FAIR
    while at not in starts:
        name = read_name(text, at, starts, listed=bool(found) or _lists(text, at), foreign=foreign)
        if name is None or name.score < least:
            break
        among = bool(found) or text[name.end : name.end + 1] == "、"
        sure = sureness(text, name.end, starts, name.name, foreign=foreign, weak=weak, listed=among)
        if sure == 0:
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

"""Chains of offices and the people behind them: 市委副书记、市长A; 副主任B、C，秘书长D.

A title in a chain may leave its body unsaid; it takes it from the one before, from the sentence, or from what was
named earlier in the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.bodies import is_national, kind_of
from kg.annotate.names import Name, is_foreign_name, read_name, surname_of
from kg.annotate.words import longest
from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from kg.annotate.offices import Unit

_LINKS = {
    "、市",
    "、县",
    "、区",
    "、州",
    "、省",
    "、旗",
    "",
    "、",
    "兼",
    "，兼",
    "、兼",
    "暨",
    "兼任",
    "（兼）、",
    "（兼）",
    "，并兼任",
    "及",
    "·",
}
_BRACKET = re.compile("[（(][^（）()\n]{1,24}[）)]")
_JOIN = re.compile("[、]|以及|和|及")
_SPACE = re.compile("[ \u3000]{0,4}")
_SENTENCE_END = re.compile("[。！？\n]")
_PARTY_BASE = re.compile("^(.*?(?:市|省|县|区|州|旗|盟|地|乡|镇|工)委)")
_BASE = re.compile("^(.*?)(?:团)?(?:委|党委|人民政府|政府|人大|人民代表大会|政协|纪委|监委|行署)")
_INNER = re.compile(
    "(?:机关党委|分党组|临时党委|党组|党委|党总支|党支部|党工委|纪检监察组|工会|团委|理事会|董事会|监事会|专家组)$"
)
_COMMITTEE_POSTS = re.compile("书记|常委|委员|秘书长")
_HONOUR = re.compile(
    "亲王|殿下|陛下|阁下|同志|先生|女士|夫人|(?:一级|二级)?(?:上将|中将|少将|大校|上校)|院士|教授|博士|爵士"
)
_ALWAYS_BARE = {"驻村工作队", "办事处", "管委会", "党工委", "村委会", "村民委员会", "居委会", "居民委员会"}
_PARTIES = {"越共": "越南", "古共": "古巴"}
_BEFORE_POST = set("由和与对向同请在是让及以为据听任当的")
_CANDIDATE = re.compile("(?:提名)?(?:候选人|人选)")
_THIS = re.compile(
    "(?:该|本|我)(?:公司|集团|厂|局|院|校|村|中心|站|所|社|会|行|馆|单位|企业|合作社|医院|学校|协会|项目部)$"
)
_LONG_PREFIX = 6
_ATTACHED = {"发言人", "顾问", "特使", "助理", "秘书", "新闻秘书", "特别代表"}
_STATE_POSTS = {"总统", "副总统", "总理", "副总理", "首相", "副首相", "国王", "女王", "王储", "议长", "副议长", "外长"}
_SHORT_BODY = 4
_HOME = {"中国", "中华人民共和国"}
_LEADER = 3
_ACTS = re.compile(
    "指出|强调|说|来到|走进|考察|视察|会见|主持|出席|宣布|种下|察看|听取|发表|同|率|与|向(?!往)|作出重要指示|签署|前往|检阅|都会身体力行|始终|多次|深情|亲自|十分|一直|高度|心系"
)
_TECHNICAL = {"高级工程师", "工程师", "研究员", "副研究员", "教授", "正高级工程师", "主任医师", "总工程师"}
_SURE, _FAIR = 0.6, 0.75
_TAILS = {
    "局长": "局",
    "厅长": "厅",
    "部长": "部",
    "院长": "院",
    "校长": "学|校|院",
    "园长": "园",
    "所长": "所",
    "站长": "站",
    "行长": "行",
    "会长": "会",
    "馆长": "馆",
    "社长": "社",
    "台长": "台",
    "厂长": "厂",
    "场长": "场",
    "队长": "队",
    "支队长": "支队",
    "大队长": "大队",
    "检察长": "检察院",
    "董事长": "公司|集团|厂",
    "总经理": "公司|集团|厂|酒店",
    "经理": "公司|集团|厂|部",
    "项目经理": "公司|集团",
    "总裁": "公司|集团",
    "理事长": "社|会",
    "组长": "组",
    "庭长": "法院|庭",
    "主编": "社|报",
    "总编辑": "社|报|台",
    "指挥长": "指挥部",
    "村主任": "村",
    "村支书": "村",
    "村党支部书记": "村",
    "创始人": "公司|集团",
    "总工程师": "公司|集团|院",
    "团长": "团",
    "社区书记": "社区",
    "驻村第一书记": "村",
    "驻村书记": "村",
}


@dataclass(slots=True)
class Chain:
    """Offices that stand in one run, and the people who share them."""

    units: list[Unit]
    persons: list[Mention] = field(default_factory=list)
    end: int = 0
    score: float = 0.0
    link: str = ""


@cache
def _bare() -> dict[str, str]:
    return {row["body"]: row["of"] for row in read_table("bare_departments")}


def build_chains(text: str, units: list[Unit], bodies: list[Mention], places: list[Mention]) -> list[Chain]:
    """Return the chains in order, each unit with the body it means (`body` "" where none can be told)."""
    chains: list[Chain] = []
    starts = frozenset(u.start for u in units)
    known = sorted([*bodies, *(p for p in places if p.how == "village")], key=lambda m: m.start)
    for unit in units:
        last = chains[-1] if chains else None
        if last is not None and not unit.body and unit.post in _ATTACHED and last.units[-1].end == unit.start:
            whole = replace(last.units[-1], end=unit.end, post=last.units[-1].post + unit.post)
            last.units[-1] = whole
            continue
        if last is not None and last.units[-1].infix is None and text[last.units[-1].end : unit.start] in _LINKS:
            last.units.append(_embodied(unit, last.units[-1], known, chained=True))
            continue
        if last is not None:
            _name(text, last, starts)
        before = last.units[-1] if last and not _SENTENCE_END.search(text, last.units[-1].end, unit.start) else None
        free = _stands_free(text, unit.start)
        near = last is not None and bool(last.persons) and unit.start - last.end <= 1
        chains.append(
            Chain(
                [
                    _embodied(
                        unit,
                        before,
                        known,
                        chained=False,
                        near=near,
                        free=free,
                        lead=text[max(0, unit.start - _LONG_PREFIX) : unit.start],
                    )
                ]
            )
        )
    if chains:
        _name(text, chains[-1], starts)
    countries = [p for p in places if p.how == "country" and p.text not in _HOME]
    for chain in chains:
        _of_country(chain, countries)
    return chains


def _of_country(chain: Chain, countries: list[Mention]) -> None:
    """国防部长加兰特, told of abroad, is of the country named last: his name is no Chinese one."""
    if not chain.persons or not all(is_foreign_name(p.name) for p in chain.persons):
        return
    for at, unit in enumerate(chain.units):
        if unit.how == "own" and is_national(unit.body) and kind_of(unit.body) == "department":
            before = [c for c in countries if c.end <= unit.start]
            body = before[-1].text + unit.body if before else ""
            chain.units[at] = replace(unit, body=body, how="discourse" if body else "none")


def _embodied(
    unit: Unit,
    before: Unit | None,
    bodies: list[Mention],
    *,
    chained: bool,
    near: bool = False,
    free: bool = True,
    lead: str = "",
) -> Unit:
    """Return the unit with its body told; `near`: it follows the holder of the one before in a list."""
    if unit.how in {"bare", "own"} and len(unit.body) <= _SHORT_BODY and not is_national(unit.body):
        longer = _longer(unit, bodies)
        if longer is not None and (unit.how == "own" or before is None or not before.body):
            return replace(unit, body=longer.text, how="discourse", kind=kind_of(longer.text))
    if unit.body and unit.how != "bare" and unit.body not in _ALWAYS_BARE:
        return unit
    if unit.body and _INNER.fullmatch(unit.body) and not chained:
        return unit
    if unit.body:
        return _of_department(unit, before)
    implied = unit.entry.implied
    if implied:
        return _of_level(unit, before)
    if not free:
        return _of_prefix(unit, lead, bodies)
    if before is not None and before.body:
        body = _inherited(unit, before, chained=chained, near=near)
        if body:
            return replace(unit, body=body, how="inherited", kind=kind_of(body))
    return unit if chained or unit.entry.weak else _of_discourse(unit, bodies)


def _stands_free(text: str, start: int) -> bool:
    """Say whether nothing that could name a body stands right before a bare post (渤海活塞|总经理)."""
    before = text[start - 1 : start]
    plain = not ("\u4e00" <= before <= "\u9fff") or before in _BEFORE_POST or start == 0
    return plain or _THIS.search(text, max(0, start - 6), start) is not None


def _of_prefix(unit: Unit, before: str, bodies: list[Mention]) -> Unit:
    """新华三|总裁: what stands before the post is the beginning of a body named earlier."""
    for length in range(min(_LONG_PREFIX, len(before)), 1, -1):
        stem = before[-length:]
        for body in bodies:
            if body.end <= unit.start and stem in body.text[: length + 2] and kind_of(body.text) in unit.entry.kinds:
                return replace(unit, body=body.text, how="discourse", kind=kind_of(body.text))
    return unit


def _longer(unit: Unit, bodies: list[Mention]) -> Mention | None:
    """Return the body named earlier that this one is short for (常委会: 全国人大常委会)."""
    for body in reversed(bodies):
        if body.end <= unit.start and body.text != unit.body and body.text.endswith(unit.body) and body.how != "bare":
            return body
    return None


def base_of(body: str) -> str:
    """Return the place or bare level that a body of a place begins with (吕梁市委: 吕梁市; 市政府: 市)."""
    found = _BASE.match(body)
    return found[1] if found else ""


@cache
def country_of(body: str) -> str:
    """Return the country that a body's name begins with, "" if none (沙特利雅得省政府: 沙特)."""
    forms = (form for row in read_table("countries") for form in (row["name"], *row["aliases"].split()))
    known = max((form for form in forms if body.startswith(form)), key=len, default="")
    return known or next((name for party, name in _PARTIES.items() if body.startswith(party)), "")


def _of_department(unit: Unit, before: Unit | None) -> Unit:
    """组织部 after 市委常委 is 市委组织部; 公安局 after 副市长 is 市公安局; 党组 after 局长 is that 局's."""
    name = unit.body
    if before is None or not before.body:
        return unit
    if _INNER.fullmatch(name):
        return replace(unit, body=_INNER.sub("", before.body) + name, how="inherited")
    if name in {"驻村工作队", "办事处"} or (kind_of(name) == "police" and "公安局" in before.body):
        stem = _INNER.sub("", before.body)
        name = name.removeprefix(stem[-2:]) if stem.endswith("街道") else name
        return replace(unit, body=stem + name, how="inherited")
    if name in {"村委会", "村民委员会", "居委会", "居民委员会"}:
        stem = _INNER.sub("", before.body)
        return replace(unit, body=stem.removesuffix("村" if name[0] == "村" else "") + name, how="inherited")
    if name == "管委会" or name.endswith("管委会"):
        stem = _INNER.sub("", before.body)
        return replace(unit, body=stem + name, how="inherited") if before.body.endswith("党工委") else unit
    if _bare().get(name) == "委":
        found = _PARTY_BASE.match(before.body)
        return replace(unit, body=found[1] + name, how="inherited") if found else unit
    if name == "政府" and unit.post in _STATE_POSTS:
        country = country_of(before.body)
        return replace(unit, body=country, how="inherited", kind="country") if country else unit
    base = base_of(before.body) or country_of(before.body)
    base = before.body if base in {"全国", "中央"} else base
    return replace(unit, body=base + name, how="inherited") if base else unit


def _of_level(unit: Unit, before: Unit | None) -> Unit:
    """市长 is of the government of the city that the chain is about, or of the level alone."""
    implied = unit.entry.implied
    country = country_of(before.body) if before is not None else ""
    if "{}" not in implied and country not in {"", *_HOME}:  # 老挝人民革命党中央总书记、国家主席
        return replace(unit, body=country, how="inherited", kind="country")
    if "{}" not in implied:
        return replace(unit, body=implied, how="own", kind=kind_of(implied))
    if implied == "{}":
        country = country_of(before.body) if before is not None else ""
        return replace(unit, body=country, how="inherited", kind="country") if country else unit
    level = re.sub("^(?:常务副|第一副|执行副|副)", "", unit.post)[:1]
    base = base_of(before.body) if before is not None else ""
    if not base.endswith(level) or len(base) == 1:
        base = level
    return replace(
        unit, body=implied.replace("{}", base), how="inherited" if len(base) > 1 else "level", kind="government"
    )


def _inherited(unit: Unit, before: Unit, *, chained: bool, near: bool) -> str:
    body = before.body
    if unit.post in _STATE_POSTS and "国务院" not in body:
        return country_of(body)
    inner = _INNER.search(body)
    if (
        inner
        and (inner[0] != "专家组" or unit.post in _TECHNICAL)
        and "书记" not in unit.post
        and len(body) > len(inner[0])
    ):
        body = body[: inner.start()]
    if not chained:
        same = unit.entry.kinds & {kind_of(before.body), kind_of(body)} and not unit.entry.weak
        alike = near and unit.post != before.post and not unit.entry.kinds & {"department", "party"}
        return body if same and (unit.entry.deputy or unit.post == "秘书长" or alike) else ""
    if body.endswith("委") and kind_of(body) == "party" and not _COMMITTEE_POSTS.search(unit.post):
        return ""
    return "" if unit.post in {"代表"} else body


def _of_discourse(unit: Unit, bodies: list[Mention]) -> Unit:
    """院长 alone is of the last hospital, court or academy named, if its kind fits."""
    tail = _TAILS.get(unit.entry.text.removeprefix("常务").removeprefix("副"))
    if tail is None:
        return unit
    for body in reversed(bodies):
        if body.end <= unit.start and body.how != "bare" and re.search(f"(?:{tail})$", body.text):
            return replace(
                unit, body=body.text, how="discourse", kind=kind_of(body.text), body_start=body.start, body_end=body.end
            )
    return unit


def _name(text: str, chain: Chain, starts: frozenset[int]) -> None:
    """Read the names behind the chain's last title."""
    unit = chain.units[-1]
    if unit.infix is not None:
        begin, end = unit.infix
        chain.persons, chain.end, chain.score = (
            [_person(text, begin, end, text[begin:end], "title", 1.0)],
            unit.end,
            1.0,
        )
        return
    if unit.post == "总书记" and unit.how == "own":
        _leader(text, chain)
        if chain.persons or unit.start == unit.end - len(unit.post):
            return
    at = unit.end
    bracket = _BRACKET.match(text, at)
    if bracket:
        at = bracket.end()
    candidate = _CANDIDATE.match(text, at)
    if candidate:
        at = candidate.end()
        chain.units = [replace(u, status="nominated") for u in chain.units]
    space = _SPACE.match(text, at)
    at = space.end() if space else at
    foreign = _is_foreign(unit.body)
    names = _names(text, at, starts, _threshold(chain), plural=unit.entry.deputy or "委" in unit.post, foreign=foreign)
    chain.persons = [_person(text, n_at, n.end, n.name, "title", n.score) for n_at, n in names]
    if names:
        chain.end, chain.score = names[-1][1].end, names[0][1].score


def _is_name(text: str, start: int) -> bool:
    word, kind = longest(text, start)
    return not word or kind.startswith("nr")


def _leader(text: str, chain: Chain) -> None:
    """习近平总书记指出: the name stands before the post; in passing (重要讲话精神) it makes no tenure."""
    unit = chain.units[-1]
    start = unit.start - _LEADER
    if (
        start >= 0
        and text[start]
        and surname_of(text[start : unit.start])
        and _is_name(text, start)
        and _ACTS.match(text, unit.end)
    ):
        chain.persons, chain.end, chain.score = (
            [_person(text, start, unit.start, text[start : unit.start], "title", 1.0)],
            unit.end,
            1.0,
        )


def _threshold(chain: Chain) -> float:
    unit = chain.units[-1]
    sure = unit.how not in {"none", "bare"} and not unit.entry.weak
    return _SURE if sure else _FAIR


def _person(text: str, start: int, end: int, name: str, how: str, score: float) -> Mention:
    return Mention("person", start, end, text[start:end], name, how, confidence(score))


def confidence(score: float) -> float:
    """Return how sure a name of this weight is."""
    return (
        round(min(0.97, 0.55 + 0.35 * max(0.0, score - 0.35)), 3)
        if score < 1
        else min(0.97, round(0.8 + 0.15 * score, 3))
    )


@cache
def _is_foreign(body: str) -> bool:
    return country_of(body) not in {"", "中国", "中华人民共和国"} or kind_of(body) == "intl"


def _names(
    text: str, at: int, starts: frozenset[int], least: float, *, plural: bool, foreign: bool
) -> list[tuple[int, Name]]:
    found: list[tuple[int, Name]] = []
    while at not in starts:
        name = read_name(text, at, starts, listed=bool(found) or _lists(text, at), foreign=foreign)
        if name is None or name.score < least:
            break
        found.append((at, name))
        at = name.end
        bracket = _BRACKET.match(text, at) or _HONOUR.match(text, at)
        at = bracket.end() if bracket else at
        join = _JOIN.match(text, at)
        if join is None or (join[0] != "、" and len(found) < 2 and not plural):  # noqa: PLR2004
            break
        at = join.end()
        least = max(least, _SURE + 0.05)
        if not surname_of(text[at : at + 2]):
            least = 0.8
    return found


def _lists(text: str, at: int) -> bool:
    """Say whether the stretch that begins here ends like an item of a list."""
    return text[at + 2 : at + 3] in "、，。；（）\n" or text[at + 3 : at + 4] in "、，。；（）\n"

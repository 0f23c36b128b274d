"""The body that a title leaves unsaid: from the title before it, from the sentence, or from what was named earlier."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.inner_departments import is_part_of
from kg.body import PARTIES, is_national, kind_of, split_level
from kg.country import HOME, country_of
from kg.values import replace, value
from ontology import read_table

if TYPE_CHECKING:
    from kg.annotate.office_units import Unit
    from kg.mention import Mention

_PARTY_BASE = re.compile("^(.*?(?:市|省|县|区|州|旗|盟|地|乡|镇|工)(?:党?委))")
_BASE = re.compile(
    "^(.*?)(?:(?<=[省市县区州旗盟地乡镇工])委|团(?:省|市|县|区|州|旗|盟|地)?委|党委|人民政府|政府|人大|人民代表大会|政协|纪委|监委|行署)"
)
_PLACED = re.compile("^((?:[^省市县区州旗国中央]{2,6}?(?:省|自治区|自治州|市|县|区|州|旗))+)(?=.{2})")
_LED_BY_PARTY = re.compile(f"^(?:{'|'.join(PARTIES)}|共青团|中共)")
_MINISTRY = re.compile("(.+?(?:部|总局|委员会|委|署|局|院))(?=.+司$)")
_CONGRESSES = ("全国人大", "全国政协")
_HAN_END = re.compile("[\u4e00-\u9fff]+$")
_INNER = re.compile(
    "(?:机关党委|分党组|临时党委|党组|党委|党总支|党支部|党工委|纪检监察组|书记处|工会|团委|理事会|董事会|监事会|专家组|审判委员会|检察委员会)$"
)
_ORGAN = re.compile("(?:第[^届任]{1,4}[届任]|新一届)?(?:常务)?理事会$")
_COMMITTEE_POSTS = re.compile("书记|常委|委员|秘书长")
_DEPUTY = re.compile("^(?:常务|第一|执行)?副")
_OF_VILLAGE = {"村委会", "村民委员会", "居委会", "居民委员会"}
_MINISTRIES = {"外": "外交部", "防": "国防部", "财": "财政部"}
_CHAMBER = re.compile(
    "(?:(?:立案|刑事|民事|行政|环境资源|知识产权|审判监督|执行|综合|少年|家事|金融|速裁)(?:审判|裁判)?"
    "(?:第?[一二三四五六])?(?:审判)?庭|执行局|执行(?:指挥中心|裁判庭))"
)
_OF_ANY = {"办公室", "秘书处", "办公厅"}
_OF_OWNER = {"驻村工作队", "办事处"}
_ALWAYS_BARE = {"书记处", *_OF_VILLAGE, *_OF_OWNER, "管委会", "党工委"}
_STATE_POSTS = {
    "总统",
    "副总统",
    "总理",
    "副总理",
    "首相",
    "副首相",
    "国王",
    "女王",
    "王储",
    "议长",
    "副议长",
    "外长",
    "参议长",
    "众议长",
    "国务委员长",
}
_TECHNICAL = {"高级工程师", "工程师", "研究员", "副研究员", "教授", "正高级工程师", "主任医师", "总工程师"}
_SHORT_BODY = 4


@value
class Company:
    """What stands around a title: the one before, in its chain or with its holder between, and what leads up."""

    before: Unit | None
    chained: bool = False
    near: bool = False
    free: bool = True
    """Nothing that could name a body stands right before the title."""
    lead: str = ""
    roster: Mention | None = None
    """The body whose members a list begins to name here (…委员会组成人员。他们是：)."""


def embody(unit: Unit, company: Company, bodies: list[Mention]) -> Unit:
    """Return the unit with its body told, or with `body` "" where none can be."""
    before = company.before
    longer = None if company.chained and unit.body in _ALWAYS_BARE else _longer(unit, bodies)
    if longer is not None and (unit.how == "own" or before is None or not before.body):
        return replace(unit, body=longer.text, how="discourse", kind=kind_of(longer.text))
    if unit.body:
        return _part(unit, company) or _of_named(unit, company, bodies)
    if unit.entry.implied and unit.how != "unread":
        return _of_level(unit, before, chained=company.chained, near=company.near)
    return unit if unit.how == "unread" else _of_company(unit, company, bodies)


def _of_named(unit: Unit, company: Company, bodies: list[Mention]) -> Unit:
    """Return a unit whose body the text names, in full or bare, with that body's whole name."""
    before = company.before
    court = _INNER.sub("", before.body) if before is not None and company.chained else ""
    if court.endswith("法院") and _CHAMBER.fullmatch(unit.body):  # 中级人民法院审判委员会委员、民事审判第一庭庭长
        return replace(unit, body=court + unit.body, how="inherited", kind="court")
    owned = None if company.chained else _of_short_owner(unit, company.lead, bodies) or _of_same_place(unit, company)
    told = unit.how != "bare" and unit.body not in _ALWAYS_BARE
    if told or (_INNER.fullmatch(unit.body) and not company.chained):
        return owned or unit
    head = _HAN_END.search(company.lead)
    if head and before is not None and before.body.startswith(_CONGRESSES):  # 、监察|司法委
        unit = replace(unit, body=head[0] + unit.body)
    return owned or _of_department(unit, before)


def _part(unit: Unit, company: Company) -> Unit | None:
    """Return the unit as of a part of the body told before: 外交部发言人、|新闻司副司长, 校长A、|学生处处长B."""
    before = company.before
    if before is None or not before.body or unit.how not in {"own", "brand", "bare"} or unit.entry.silent:
        return None
    if not (company.chained or company.near) or is_national(unit.body):
        return None
    owner = before.owner or _INNER.sub("", before.body)
    if unit.body.endswith("司") and (ministry := _MINISTRY.match(owner)):  # 农村水利水电司司长A、运行管理司副司长B
        owner = ministry[1]
    own = unit.body.removeprefix("兼")
    if not is_part_of(own, owner):
        return None
    return replace(unit, body=owner + own, how="inherited", kind=kind_of(own), owner=owner)


def _of_company(unit: Unit, company: Company, bodies: list[Mention]) -> Unit:
    """Return a title that names no body with that of the one before it, or of what was named earlier."""
    before = company.before
    if company.roster is not None and not company.chained:
        body = company.roster.text
        return replace(unit, body=body, how="roster", kind=kind_of(body))
    if not (company.free or company.chained):
        return _of_prefix(unit, company.lead, bodies)
    body = _inherited(unit, before, company) if before is not None and before.body else ""
    if body:
        how = "roster" if before is not None and before.how == "roster" else "inherited"
        return replace(unit, body=body, how=how, kind=kind_of(body))
    return unit if company.chained or unit.entry.weak else _of_discourse(unit, bodies)


def _longer(unit: Unit, bodies: list[Mention]) -> Mention | None:
    """Return the body named earlier that this one is short for (常委会: 全国人大常委会)."""
    if unit.how not in {"bare", "own"} or not 0 < len(unit.body) <= _SHORT_BODY or is_national(unit.body):
        return None
    for body in reversed(bodies):
        if body.end <= unit.start and body.text != unit.body and body.text.endswith(unit.body) and body.how != "bare":
            return body
    return None


def _of_prefix(unit: Unit, before: str, bodies: list[Mention]) -> Unit:
    """新华三|总裁: what stands before the post is the beginning of a body named earlier."""
    for length in range(len(before), 1, -1):
        stem = before[-length:]
        for body in bodies:
            if body.end <= unit.start and stem in body.text[: length + 2] and kind_of(body.text) in unit.entry.kinds:
                return replace(unit, body=body.text, how="discourse", kind=kind_of(body.text))
    return unit


@cache
def _short_owners() -> dict[str, re.Pattern[str]]:
    return {row["word"]: re.compile(f"(?:{row['ends']})$") for row in read_table("short_owners")}


def _of_short_owner(unit: Unit, lead: str, bodies: list[Mention]) -> Unit | None:
    """校|党委书记: of the school that was named last."""
    if unit.how != "bare" or not _INNER.fullmatch(unit.body):
        return None
    word = max((word for word in _short_owners() if lead.endswith(word)), key=len, default="")
    for body in reversed(bodies) if word else ():
        if body.end <= unit.start - len(word) and body.how != "bare" and _short_owners()[word].search(body.text):
            name = body.text + unit.body
            return replace(unit, start=unit.start - len(word), body=name, how="discourse", kind=kind_of(name))
    return None


def _of_same_place(unit: Unit, company: Company) -> Unit | None:
    """义乌市委书记A，|市委副书记B: of the place whose official stands right before."""
    before, split = company.before, split_level(unit.body) if unit.how == "level" else None
    if split is None or before is None or not company.near or before.how not in {"place", "inherited"}:
        return None
    base = _LED_BY_PARTY.sub("", _base_of(before.body))
    if len(base) == 1 or not base.endswith(split[0]):
        return None
    return replace(unit, body=base + split[1], how="inherited")


def _base_of(body: str) -> str:
    """Return the place or bare level that a body of a place begins with (吕梁市委: 吕梁市; 市政府: 市)."""
    found = _BASE.match(body) or _PLACED.match(body)
    return found[1] if found else ""


@cache
def _bare() -> dict[str, str]:
    return {row["body"]: row["of"] for row in read_table("bare_departments")}


def _of_department(unit: Unit, before: Unit | None) -> Unit:
    """组织部 after 市委常委 is 市委组织部; 公安局 after 副市长 is 市公安局; 党组 after 局长 is that 局's."""
    body = _department(unit, before.body) if before is not None and before.body else ""
    if not body:
        return unit
    return replace(unit, body=body, how="inherited", kind="country" if body == country_of(body) else kind_of(body))


def _department(unit: Unit, owner: str) -> str:
    """Return the full name of a body named bare in the company of a title of `owner`, "" if none can be told."""
    name, stem = unit.body, _INNER.sub("", owner)
    if _INNER.fullmatch(name):
        return stem + name
    if name in _OF_OWNER or (kind_of(name) == "police" and "公安局" in owner):
        return stem + (name.removeprefix("街道") if stem.endswith("街道") else name)
    if name in _OF_VILLAGE:
        return stem.removesuffix("村" if name[0] == "村" else "") + name
    if name.endswith("管委会"):
        return stem + name if owner.endswith("党工委") else ""
    return _of_place(unit, owner)


def _of_place(unit: Unit, owner: str) -> str:
    """组织部 is of the committee, 公安局 of the place, that the title before belongs to."""
    name = unit.body
    if any(party in name for party in PARTIES):  # 农工党|十七大主席团
        return ""
    if _bare().get(name) == "委":
        found = _PARTY_BASE.match(owner)
        return found[1] + name if found else owner + name if name in _OF_ANY else ""
    if name == "政府" and unit.post in _STATE_POSTS:
        return country_of(owner)
    base = _base_of(owner) or country_of(owner)
    if base == "全国":  # 全国人大民委|…、宪法法律委
        base = "全国人大" if owner.startswith("全国人大") else "全国政协"
    base = owner if base == "中央" else base + "区" if base.endswith("地") else base
    return base + name if base else ""


def _of_level(unit: Unit, before: Unit | None, *, chained: bool, near: bool) -> Unit:
    """市长 is of the government of the city that the chain is about, or of the level alone."""
    implied = unit.entry.implied
    country = country_of(before.body) if before is not None else ""
    if "{}" not in implied:
        if (chained or near) and country not in {"", *HOME}:  # 老挝人民革命党中央总书记、国家主席
            return replace(unit, body=country, how="inherited", kind="country")
        return replace(unit, body=implied, how="own", kind=kind_of(implied))
    if implied == "{}":
        if before is not None and before.body == "国务院":  # 国务委员兼外长
            ministry = _MINISTRIES.get(unit.post[:1], "")
            return replace(unit, body=ministry, how="inherited", kind="department") if ministry else unit
        return replace(unit, body=country, how="inherited", kind="country") if country else unit
    level = _DEPUTY.sub("", unit.post)[:1]
    base = _base_of(before.body) if before is not None else ""
    if not base.endswith(level) or len(base) == 1:
        return replace(unit, body=implied.replace("{}", level), how="level", kind="government")
    return replace(unit, body=implied.replace("{}", base), how="inherited", kind="government")


def _inherited(unit: Unit, before: Unit, company: Company) -> str:
    """Return the body that a bare title takes from the one before it, "" if it takes none."""
    body = before.body
    if before.how == "roster":
        return body
    if unit.post in _STATE_POSTS and "国务院" not in body:
        return country_of(body)
    inner = _INNER.search(body)
    of_region = inner is not None and inner[0] == "党委" and body[: inner.start()].endswith(("自治区", "州", "地区"))
    if of_region and _COMMITTEE_POSTS.search(unit.post) and company.chained:  # 自治区党委常委、秘书长
        return body
    if inner and inner.start() and "书记" not in unit.post and (inner[0] != "专家组" or unit.post in _TECHNICAL):
        body = body[: inner.start()]
    if not company.chained:
        return body if _is_next(unit, before, body, near=company.near) else ""
    if body.endswith("委") and kind_of(body) == "party" and not _COMMITTEE_POSTS.search(unit.post):
        return ""
    return "" if unit.post == "代表" else body


def _is_next(unit: Unit, before: Unit, body: str, *, near: bool) -> bool:
    """Say whether a bare title is of the body whose title, with its holder, stands before it."""
    tail = _tails().get(unit.post)
    if near and body != before.body and tail is not None and tail.fullmatch(body):  # 县教育局党委书记A、局长B
        return True
    same = unit.entry.kinds & {kind_of(before.body), kind_of(body)} and not unit.entry.weak
    alike = near and unit.post != before.post and not unit.entry.kinds & {"department", "party"}
    return bool(same) and (unit.entry.deputy or unit.post == "秘书长" or alike)


@cache
def _tails() -> dict[str, re.Pattern[str]]:
    return {
        row["post"]: re.compile(f"^.*(?:{row['ends']})(?=(?:生产|扶贫)?(?:车间|门店|厂区|项目部)?$)")
        for row in read_table("post_tails")
    }


def _of_discourse(unit: Unit, bodies: list[Mention]) -> Unit:
    """院长 alone is of the last hospital, court or academy named, if its kind fits."""
    tail = _tails().get(_DEPUTY.sub("", unit.entry.text))
    if tail is None:
        return unit
    for body in reversed(bodies):
        named = body.end <= unit.start and body.how != "bare"
        found = tail.match(_ORGAN.sub("", body.text)) if named else None
        if found is not None:
            return replace(unit, body=found[0], how="discourse", kind=kind_of(found[0]))
    return unit

"""A small graph of invented people that uses every label, link type and property once, for tests of every destination.

The story: mayor 贺清禾 leads a delegation of 青峦市 to 沧宁市 in April 2021, is received by mayor 陶景行 and talks with
him; the labour brand 青峦护工 trains carers; in February 2023 方既白 succeeds 贺清禾, whom another paper still calls
mayor two days later. A teacher is also called 贺清禾. So each of the eight questions has answers, and so has the
question about doubts.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.entity import Link, Node, Value
from kg.ids import article_node_id, digest, entity_id, passage_id, text_sha256

if TYPE_CHECKING:
    from pathlib import Path

NODES: list[Node] = []
LINKS: list[Link] = []


def _node(label: str, name: str, *, key: str = "", node_id: str = "", **props: Value) -> str:
    found = node_id or entity_id(label, name, key)
    NODES.append(Node(label, found, {"id": found, "name": name, "names": [name], "former_ids": [], **props}))
    return found


def _link(kind: str, source: str, target: str, **props: Value) -> str:
    labels = {node.id: node.label for node in NODES}
    link_id = digest(kind, source, target, *sorted(props.items(), key=str))
    LINKS.append(Link(kind, link_id, source, target, labels[source], labels[target], {"id": link_id, **props}))
    return link_id


def _fact(label: str, name: str, *, confidence: float = 0.9, articles: int = 1, **props: Value) -> str:
    return _node(label, name, confidence=confidence, articles=articles, **{"modality": "actual", **props})


# --- what was published -----------------------------------------------------------------------------------------------
DAILY = _node("Source", "青峦日报")
EVENING = _node("Source", "沧宁晚报")


def _article(record_id: str, headline: str, day: str, source: str, *bylines: str) -> str:
    found = _node(
        "Article",
        headline,
        node_id=article_node_id(record_id),
        headline=headline,
        earliest=day,
        latest=day,
        date_text=day,
        precision="day",
        bylines=list(bylines),
        files=[f"{record_id}.txt"],
    )
    _link("PUBLISHED_BY", found, source)
    return found


VISIT_STORY = _article("a1f0", "贺清禾率队赴沧宁市考察学习", "2021-04-12", DAILY, "记者 纪小满", "通讯员 江一帆")
BRAND_STORY = _article("b2 中文/7", "“青峦护工”叫响全省", "2021-12-30", DAILY, "记者 纪小满")
CHANGE_STORY = _article("c3d2", "市人大常委会任免名单", "2023-02-18", DAILY)
LATE_STORY = _article("d4e3", "青峦市长贺清禾谈区域合作", "2023-02-20", EVENING)
TEXTS = {
    VISIT_STORY: (
        "4月8日至10日，市长贺清禾率青峦市考察团赴沧宁市考察。市商务局局长白若溪参加。沧宁市市长陶景行会见了考察团一行。"
        "座谈会在沧宁会展中心举行。市委书记林知远主持召开市委常委会会议，听取汇报。"
    ),
    BRAND_STORY: (
        "“青峦护工”今年累计培训学员580人，同比增长12.5%，其中白石县占三成以上。白石县村民罗小满说，学到了本事。"
        "青峦护工年内培训610人。白石县实验小学教师贺清禾说，明年计划开新班。"
    ),
    CHANGE_STORY: "免去贺清禾的青峦市市长职务；决定方既白任青峦市副市长、代理市长。原市商业局改为市商务局。",
    LATE_STORY: "青峦市市长贺清禾2月20日说，两市合作大有可为。据称双方将签约。",
}


def _passage(article: str, quote: str, part: str = "body") -> str:
    text = TEXTS[article] if part == "body" else next(str(n.props["headline"]) for n in NODES if n.id == article)
    start = text.index(quote)
    sha = text_sha256(text)
    found = passage_id(sha, start, start + len(quote))
    if all(node.id != found for node in NODES):
        _node(
            "Passage",
            quote,
            node_id=found,
            quote=quote,
            char_start=start,
            char_end=start + len(quote),
            text_sha256=sha,
            part=part,
        )
        _link("IN", found, article)
    return found


def _cite(fact: str, article: str, quote: str, *, confidence: float = 0.9, part: str = "body", **props: Value) -> str:
    given: dict[str, Value] = {"status": None, "on": None, "on_text": None, **props}
    return _link("EVIDENCED_BY", fact, _passage(article, quote, part), confidence=confidence, **given)


def _reject(article: str, reason: str, quote: str) -> str:
    start = TEXTS[article].index(quote)
    found = _node(
        "Rejection",
        f"{reason}: {quote}",
        key=article,
        reason=reason,
        quote=quote,
        char_start=start,
        char_end=start + len(quote),
        part="body",
    )
    _link("IN", found, article)
    return found


# --- places, bodies, offices ------------------------------------------------------------------------------------------
def _place(name: str, code: str | None, level: str, since: int | None, until: int | None = None) -> str:
    given = f"place/{code}-{since}" if code else ""
    return _node("Place", name, node_id=given, code=code, level=level, valid_from=since, valid_to=until)


PROVINCE = _place("晋川省", "990000", "province", 1981)
CITY = _place("青峦市", "990100", "prefecture", 2003)
PREFECTURE = _place("青峦地区", "992200", "prefecture", 1981, 2003)
COUNTY = _place("白石县", "990121", "county", 1981)
OTHER_CITY = _place("沧宁市", "990200", "prefecture", 1985)
HALL = _place("沧宁会展中心", None, "site", None)
for inner, outer in ((CITY, PROVINCE), (COUNTY, CITY), (OTHER_CITY, PROVINCE), (HALL, OTHER_CITY)):
    _link("PART_OF", inner, outer)
_link("SUCCEEDED_BY", PREFECTURE, CITY)


def _body(name: str, kind: str, place: str | None) -> str:
    found = _node("Organization", name, kind=kind)
    if place:
        _link("IN_PLACE", found, place)
    return found


COMMITTEE = _body("青峦市委", "party_committee", CITY)
GOVERNMENT = _body("青峦市政府", "government", CITY)
OLD_BUREAU = _body("青峦市商业局", "department", CITY)
BUREAU = _body("青峦市商务局", "department", CITY)
OTHER_GOVERNMENT = _body("沧宁市政府", "government", OTHER_CITY)
SCHOOL = _body("白石县实验小学", "school", COUNTY)
_link("PART_OF", BUREAU, GOVERNMENT)
_link("SUCCEEDED_BY", OLD_BUREAU, BUREAU)


def _office(body: str, post: str, *, single_seat: bool) -> str:
    body_name = next(node.props["name"] for node in NODES if node.id == body)
    found = _node("Office", f"{body_name}{post}", post=post, single_seat=single_seat)
    _link("POST_IN", found, body)
    return found


SECRETARY = _office(COMMITTEE, "书记", single_seat=True)
MAYOR = _office(GOVERNMENT, "市长", single_seat=True)
DEPUTY = _office(GOVERNMENT, "副市长", single_seat=False)
DIRECTOR = _office(BUREAU, "局长", single_seat=True)
OTHER_MAYOR = _office(OTHER_GOVERNMENT, "市长", single_seat=True)

# --- persons and their tenures ----------------------------------------------------------------------------------------
LIN = _node("Person", "林知远")
HE = _node("Person", "贺清禾", key="the mayor", former_ids=[entity_id("Person", "贺清禾", "before a merge")])
HE_TEACHER = _node("Person", "贺清禾", key="the teacher")
TAO = _node("Person", "陶景行")
BAI = _node("Person", "白若溪")
FANG = _node("Person", "方既白")
LUO = _node("Person", "罗小满")

BOUNDS = ("first_seen", "last_seen", "earliest_begin", "latest_begin", "earliest_end", "latest_end")


def _tenure(person: str, office: str, statuses: list[str], *, confidence: float = 0.9, **props: Value) -> str:
    names = {node.id: node.props["name"] for node in NODES}
    bounds: dict[str, Value] = dict.fromkeys(BOUNDS)
    found = _fact(
        "Tenure",
        f"{names[person]} {names[office]}",
        confidence=confidence,
        **{**bounds, "statuses": list(statuses), **props},
    )
    _link("HAS_TENURE", person, found)
    _link("IN_OFFICE", found, office)
    return found


def _derive(kind: str, source: str, target: str, fact: str, **props: Value) -> str:
    given: dict[str, Value] = {"derived": True, "fact_id": fact, "earliest": None, "latest": None, "confidence": 0.9}
    return _link(kind, source, target, **{**given, **props})


SECRETARY_TENURE = _tenure(
    LIN, SECRETARY, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
_cite(SECRETARY_TENURE, VISIT_STORY, "市委书记林知远", status="holds", on="2021-04-12", on_text="2021-04-12")
_derive("HOLDS", LIN, SECRETARY, SECRETARY_TENURE, earliest="2021-04-12", latest="2021-04-12")
MAYOR_TENURE = _tenure(
    HE,
    MAYOR,
    ["holds", "removed"],
    articles=3,
    first_seen="2021-04-08",
    last_seen="2023-02-20",
    earliest_begin="2021-01-01",
    latest_begin="2021-04-08",
    earliest_end="2023-02-18",
    latest_end="2023-02-18",
)
_cite(MAYOR_TENURE, VISIT_STORY, "市长贺清禾", status="holds", on="2021-04-12", on_text="2021-04-12")
_cite(MAYOR_TENURE, CHANGE_STORY, "免去贺清禾的青峦市市长职务", status="removed", on="2023-02-18", on_text="2023-02-18")
_cite(MAYOR_TENURE, LATE_STORY, "青峦市市长贺清禾", status="holds", on="2023-02-20", on_text="2023-02-20")
_cite(
    MAYOR_TENURE, LATE_STORY, "青峦市长贺清禾", status="holds", on="2023-02-20", on_text="2023-02-20", part="headline"
)
_derive("HOLDS", HE, MAYOR, MAYOR_TENURE, earliest="2021-04-08", latest="2023-02-18")
NEXT_TENURE = _tenure(
    FANG,
    MAYOR,
    ["acting"],
    first_seen="2023-02-18",
    last_seen="2023-02-18",
    earliest_begin="2023-02-18",
    latest_begin="2023-02-18",
)
_cite(NEXT_TENURE, CHANGE_STORY, "代理市长", status="acting", on="2023-02-18", on_text="2023-02-18")
_derive("HOLDS", FANG, MAYOR, NEXT_TENURE, earliest="2023-02-18", latest="2023-02-18")
DEPUTY_TENURE = _tenure(
    FANG,
    DEPUTY,
    ["appointed"],
    first_seen="2023-02-18",
    last_seen="2023-02-18",
    earliest_begin="2023-02-18",
    latest_begin="2023-02-18",
)
_cite(
    DEPUTY_TENURE, CHANGE_STORY, "决定方既白任青峦市副市长", status="appointed", on="2023-02-18", on_text="2023-02-18"
)
_derive("HOLDS", FANG, DEPUTY, DEPUTY_TENURE, earliest="2023-02-18", latest="2023-02-18")
DIRECTOR_TENURE = _tenure(
    BAI, DIRECTOR, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
_cite(DIRECTOR_TENURE, VISIT_STORY, "市商务局局长白若溪", status="holds", on="2021-04-12", on_text="2021-04-12")
_derive("HOLDS", BAI, DIRECTOR, DIRECTOR_TENURE, earliest="2021-04-12", latest="2021-04-12")
OTHER_TENURE = _tenure(
    TAO, OTHER_MAYOR, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
_cite(OTHER_TENURE, VISIT_STORY, "沧宁市市长陶景行", status="holds", on="2021-04-12", on_text="2021-04-12")
_derive("HOLDS", TAO, OTHER_MAYOR, OTHER_TENURE, earliest="2021-04-12", latest="2021-04-12")


# --- events -----------------------------------------------------------------------------------------------------------
def _event(name: str, kind: str, start: str | None, end: str | None, topic: str, **props: Value) -> str:
    day = bool(start) and len(str(start)) == len("2021-04-08")
    given: dict[str, Value] = {
        "kind": kind,
        "topic": topic,
        "earliest": start if day else None,
        "latest": (end or start) if day else None,
        "date_text": start,
        "end_text": end,
        "precision": "day" if day else None,
    }
    return _fact("Event", name, **{**given, **props})


VISIT = _event("贺清禾赴沧宁市考察", "visit", "2021-04-08", "2021-04-10", "考察")
TALKS = _event("陶景行会见考察团", "talks", "2021-04-09", "2021-04-09", "会见")
MEETING = _event(
    "青峦市委常委会会议",
    "meeting",
    "2021-04",
    None,
    "常委会会议",
    earliest="2021-04-01",
    latest="2021-04-30",
    precision="month",
)
PLANNED = _event("双方签约", "signing", None, None, "签约", modality="planned", confidence=0.55)
TEAM = _node("Delegation", "青峦市考察团")
_link("SENT_BY", TEAM, GOVERNMENT)
_link("MEMBER_OF", HE, TEAM, role="leader", position=1)
_link("MEMBER_OF", BAI, TEAM, role="member", position=2)


def _take_part(event: str, *actors: tuple[str, str, str]) -> None:
    for position, (actor, role, as_written) in enumerate(actors, 1):
        _link("PARTICIPATED", actor, event, role=role, position=position, as_written=as_written)


_take_part(
    VISIT,
    (HE, "leader", "市长贺清禾"),
    (BAI, "participant", "市商务局局长白若溪"),
    (TEAM, "participant", "青峦市考察团"),
)
_take_part(TALKS, (TAO, "host", "沧宁市市长陶景行"), (HE, "participant", "贺清禾"), (TEAM, "participant", "考察团一行"))
_take_part(MEETING, (LIN, "host", "市委书记林知远"), (COMMITTEE, "organizer", "市委"), (HE, "participant", "贺清禾"))
_take_part(PLANNED, (GOVERNMENT, "participant", "双方"))
_link("HAPPENED_AT", VISIT, OTHER_CITY, **{"as": "area"})
_link("HAPPENED_AT", TALKS, HALL, **{"as": "site"})
_link("HAPPENED_AT", TALKS, OTHER_CITY, **{"as": "area"})
_link("HAPPENED_AT", MEETING, CITY, **{"as": "area"})
_cite(VISIT, VISIT_STORY, "4月8日至10日，市长贺清禾率青峦市考察团赴沧宁市考察")
_cite(VISIT, VISIT_STORY, "贺清禾率队赴沧宁市考察学习", part="headline", confidence=0.8)
_cite(TALKS, VISIT_STORY, "沧宁市市长陶景行会见了考察团一行")
_cite(MEETING, VISIT_STORY, "市委书记林知远主持召开市委常委会会议")
_cite(PLANNED, LATE_STORY, "据称双方将签约", confidence=0.55)
for traveller in (HE, BAI, TEAM):
    _derive("VISITED", traveller, OTHER_CITY, VISIT, earliest="2021-04-08", latest="2021-04-10")
_derive("MET", min(HE, TAO), max(HE, TAO), TALKS, earliest="2021-04-09", latest="2021-04-09")

# --- a programme, its numbers, and ordinary people --------------------------------------------------------------------
BRAND = _fact(
    "Programme",
    "青峦护工",
    kind="labour_brand",
    earliest="2021-01-01",
    latest="2021-12-31",
    date_text="2021",
    end_text="2021",
    precision="year",
)
CARERS = _node("Group", "护工")
_link("RUN_BY", BRAND, BUREAU)
_link("RUN_BY", BRAND, COUNTY)
_link("SET_IN", BRAND, CITY)
_link("SERVES", BRAND, CARERS, relation="trains", value=580.0, unit="人", date_text="2021")
_link("SERVES", BRAND, CARERS, relation="employs", value=None, unit=None, date_text=None)
_cite(BRAND, BRAND_STORY, "“青峦护工”今年累计培训学员580人")
_derive("TRAINED", BRAND, CARERS, BRAND, earliest="2021-01-01", latest="2021-12-31", value=580.0)


def _number(value: float, unit: str, indicator: str, about: str, quote: str, **props: Value) -> str:
    about_text = str(next(node.props["name"] for node in NODES if node.id == about))
    given: dict[str, Value] = {
        "value": value,
        "unit": unit,
        "indicator": indicator,
        "comparator": None,
        "change": None,
        "base": None,
        "about_text": about_text,
        "earliest": "2021-01-01",
        "latest": "2021-12-31",
        "date_text": "2021",
        "end_text": "2021",
        "precision": "year",
    }
    found = _fact("Measurement", f"{about_text} {indicator} {value:g}{unit}", **{**given, **props})
    _link("ABOUT", found, about)
    _cite(found, BRAND_STORY, quote)
    return found


TRAINED = _number(580.0, "人", "培训学员", BRAND, "今年累计培训学员580人")
CONTRADICTED = _number(610.0, "人", "培训学员", BRAND, "年内培训610人", confidence=0.6)
GROWTH = _number(12.5, "%", "培训学员", BRAND, "同比增长12.5%", change="growth", base="2020")
SHARE = _number(30.0, "%", "培训学员", COUNTY, "白石县占三成以上", change="share", comparator=">=")

TIE = _fact("Tie", "罗小满 白石县", relation="resident_of")
_link("SUBJECT_OF", LUO, TIE)
_link("TIED_TO", TIE, COUNTY)
_cite(TIE, BRAND_STORY, "白石县村民罗小满")
TEACHER_TIE = _fact("Tie", "贺清禾 白石县实验小学", relation="works_at")
_link("SUBJECT_OF", HE_TEACHER, TEACHER_TIE)
_link("TIED_TO", TEACHER_TIE, SCHOOL)
_cite(TEACHER_TIE, BRAND_STORY, "白石县实验小学教师贺清禾")

_reject(BRAND_STORY, "plan without date", "明年计划开新班")
_reject(LATE_STORY, "unnamed subject", "据称双方")

NODES.sort(key=lambda node: (node.label, node.id))
LINKS.sort(key=lambda link: (link.type, link.id))


def write_rows(folder: Path) -> Path:
    """Write the rows as a generation folder holds them: `nodes.jsonl` and `links.jsonl`."""
    for name, rows in (("nodes", NODES), ("links", LINKS)):
        lines = (json.dumps(asdict(row), ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder

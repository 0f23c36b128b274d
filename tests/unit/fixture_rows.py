"""A small graph of invented people that uses every label, link type and property once, for tests of every destination.

The story: mayor 贺清禾 leads a delegation of 青峦市 to 沧宁市 in April 2021, is received by mayor 陶景行 and talks with
him; the labour brand 青峦护工 trains carers; in February 2023 方既白 succeeds 贺清禾, whom another paper still calls
mayor two days later. A teacher is also called 贺清禾. So each of the eight questions has answers, and so has the
question about doubts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ids import entity_id
from tests.unit.storyteller import Story

if TYPE_CHECKING:
    from pathlib import Path

    from kg.entity import Value

STORY = Story()
NODES = STORY.nodes
LINKS = STORY.links


# --- what was published -----------------------------------------------------------------------------------------------
DAILY = STORY.node("Source", "青峦日报")
EVENING = STORY.node("Source", "沧宁晚报")


VISIT_STORY = STORY.article("a1f0", "贺清禾率队赴沧宁市考察学习", "2021-04-12", DAILY, "记者 纪小满", "通讯员 江一帆")
BRAND_STORY = STORY.article("b2 中文/7", "“青峦护工”叫响全省", "2021-12-30", DAILY, "记者 纪小满")
CHANGE_STORY = STORY.article("c3d2", "市人大常委会任免名单", "2023-02-18", DAILY)
LATE_STORY = STORY.article(
    "d4e3",
    "青峦市长贺清禾谈区域合作",
    "2023-02-20",
    EVENING,
    page_number=3,
    issue="6789",
    page_label="A3",
    inferred=["published"],
)
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
STORY.texts |= TEXTS


# --- places, bodies, offices ------------------------------------------------------------------------------------------
PROVINCE = STORY.place("晋川省", "990000", "province", 1981)
CITY = STORY.place("青峦市", "990100", "prefecture", 2003)
PREFECTURE = STORY.place("青峦地区", "992200", "prefecture", 1981, 2003)
COUNTY = STORY.place("白石县", "990121", "county", 1981)
OTHER_CITY = STORY.place("沧宁市", "990200", "prefecture", 1985)
HALL = STORY.place("沧宁会展中心", None, "site", None)
for inner, outer in ((CITY, PROVINCE), (COUNTY, CITY), (OTHER_CITY, PROVINCE), (HALL, OTHER_CITY)):
    STORY.link("PART_OF", inner, outer)
STORY.link("SUCCEEDED_BY", PREFECTURE, CITY)


COMMITTEE = STORY.body("青峦市委", "party_committee", CITY)
GOVERNMENT = STORY.body("青峦市政府", "government", CITY)
OLD_BUREAU = STORY.body("青峦市商业局", "department", CITY)
BUREAU = STORY.body("青峦市商务局", "department", CITY)
OTHER_GOVERNMENT = STORY.body("沧宁市政府", "government", OTHER_CITY)
SCHOOL = STORY.body("白石县实验小学", "school", COUNTY)
STORY.link("PART_OF", BUREAU, GOVERNMENT)
STORY.link("SUCCEEDED_BY", OLD_BUREAU, BUREAU)


SECRETARY = STORY.office(COMMITTEE, "书记", single_seat=True)
MAYOR = STORY.office(GOVERNMENT, "市长", single_seat=True)
DEPUTY = STORY.office(GOVERNMENT, "副市长", single_seat=False)
DIRECTOR = STORY.office(BUREAU, "局长", single_seat=True)
OTHER_MAYOR = STORY.office(OTHER_GOVERNMENT, "市长", single_seat=True)

# --- persons and their tenures ----------------------------------------------------------------------------------------
LIN = STORY.node("Person", "林知远")
HE = STORY.node("Person", "贺清禾", key="the mayor", former_ids=[entity_id("Person", "贺清禾", "before a merge")])
HE_TEACHER = STORY.node("Person", "贺清禾", key="the teacher")
TAO = STORY.node("Person", "陶景行")
BAI = STORY.node("Person", "白若溪")
FANG = STORY.node("Person", "方既白")
LUO = STORY.node("Person", "罗小满")


SECRETARY_TENURE = STORY.tenure(
    LIN, SECRETARY, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
STORY.cite(SECRETARY_TENURE, VISIT_STORY, "市委书记林知远", status="holds", on="2021-04-12", on_text="2021-04-12")
STORY.derive("HOLDS", LIN, SECRETARY, SECRETARY_TENURE, earliest="2021-04-12", latest="2021-04-12")
MAYOR_TENURE = STORY.tenure(
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
STORY.cite(MAYOR_TENURE, VISIT_STORY, "市长贺清禾", status="holds", on="2021-04-12", on_text="2021-04-12")
STORY.cite(
    MAYOR_TENURE, CHANGE_STORY, "免去贺清禾的青峦市市长职务", status="removed", on="2023-02-18", on_text="2023-02-18"
)
STORY.cite(MAYOR_TENURE, LATE_STORY, "青峦市市长贺清禾", status="holds", on="2023-02-20", on_text="2023-02-20")
STORY.cite(
    MAYOR_TENURE, LATE_STORY, "青峦市长贺清禾", status="holds", on="2023-02-20", on_text="2023-02-20", part="headline"
)
STORY.derive("HOLDS", HE, MAYOR, MAYOR_TENURE, earliest="2021-04-08", latest="2023-02-18")
NEXT_TENURE = STORY.tenure(
    FANG,
    MAYOR,
    ["acting"],
    first_seen="2023-02-18",
    last_seen="2023-02-18",
    earliest_begin="2023-02-18",
    latest_begin="2023-02-18",
)
STORY.cite(NEXT_TENURE, CHANGE_STORY, "代理市长", status="acting", on="2023-02-18", on_text="2023-02-18")
STORY.derive("HOLDS", FANG, MAYOR, NEXT_TENURE, earliest="2023-02-18", latest="2023-02-18")
DEPUTY_TENURE = STORY.tenure(
    FANG,
    DEPUTY,
    ["appointed"],
    first_seen="2023-02-18",
    last_seen="2023-02-18",
    earliest_begin="2023-02-18",
    latest_begin="2023-02-18",
)
STORY.cite(
    DEPUTY_TENURE, CHANGE_STORY, "决定方既白任青峦市副市长", status="appointed", on="2023-02-18", on_text="2023-02-18"
)
STORY.derive("HOLDS", FANG, DEPUTY, DEPUTY_TENURE, earliest="2023-02-18", latest="2023-02-18")
DIRECTOR_TENURE = STORY.tenure(
    BAI, DIRECTOR, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
STORY.cite(DIRECTOR_TENURE, VISIT_STORY, "市商务局局长白若溪", status="holds", on="2021-04-12", on_text="2021-04-12")
STORY.derive("HOLDS", BAI, DIRECTOR, DIRECTOR_TENURE, earliest="2021-04-12", latest="2021-04-12")
OTHER_TENURE = STORY.tenure(
    TAO, OTHER_MAYOR, ["holds"], first_seen="2021-04-12", last_seen="2021-04-12", latest_begin="2021-04-12"
)
STORY.cite(OTHER_TENURE, VISIT_STORY, "沧宁市市长陶景行", status="holds", on="2021-04-12", on_text="2021-04-12")
STORY.derive("HOLDS", TAO, OTHER_MAYOR, OTHER_TENURE, earliest="2021-04-12", latest="2021-04-12")


# --- events -----------------------------------------------------------------------------------------------------------
VISIT = STORY.event("贺清禾赴沧宁市考察", "visit", "2021-04-08", "2021-04-10", "考察")
TALKS = STORY.event("陶景行会见考察团", "talks", "2021-04-09", "2021-04-09", "会见")
MEETING = STORY.event(
    "青峦市委常委会会议",
    "meeting",
    "2021-04",
    None,
    "常委会会议",
    earliest="2021-04-01",
    latest="2021-04-30",
    precision="month",
)
PLANNED = STORY.event("双方签约", "signing", None, None, "签约", modality="planned", confidence=0.55)
TEAM = STORY.node("Delegation", "青峦市考察团")
STORY.link("SENT_BY", TEAM, GOVERNMENT)
STORY.link("MEMBER_OF", HE, TEAM, role="leader", position=1)
STORY.link("MEMBER_OF", BAI, TEAM, role="member", position=2)


STORY.take_part(
    VISIT,
    (HE, "leader", "市长贺清禾"),
    (BAI, "participant", "市商务局局长白若溪"),
    (TEAM, "participant", "青峦市考察团"),
)
STORY.take_part(
    TALKS, (TAO, "host", "沧宁市市长陶景行"), (HE, "participant", "贺清禾"), (TEAM, "participant", "考察团一行")
)
STORY.take_part(
    MEETING, (LIN, "host", "市委书记林知远"), (COMMITTEE, "organizer", "市委"), (HE, "participant", "贺清禾")
)
STORY.take_part(PLANNED, (GOVERNMENT, "participant", "双方"))
STORY.link("HAPPENED_AT", VISIT, OTHER_CITY, **{"as": "area"})
STORY.link("HAPPENED_AT", TALKS, HALL, **{"as": "site"})
STORY.link("HAPPENED_AT", TALKS, OTHER_CITY, **{"as": "area"})
STORY.link("HAPPENED_AT", MEETING, CITY, **{"as": "area"})
STORY.cite(VISIT, VISIT_STORY, "4月8日至10日，市长贺清禾率青峦市考察团赴沧宁市考察")
STORY.cite(VISIT, VISIT_STORY, "贺清禾率队赴沧宁市考察学习", part="headline", confidence=0.8)
STORY.cite(TALKS, VISIT_STORY, "沧宁市市长陶景行会见了考察团一行")
STORY.cite(MEETING, VISIT_STORY, "市委书记林知远主持召开市委常委会会议")
STORY.cite(PLANNED, LATE_STORY, "据称双方将签约", confidence=0.55)
for traveller in (HE, BAI, TEAM):
    STORY.derive("VISITED", traveller, OTHER_CITY, VISIT, earliest="2021-04-08", latest="2021-04-10")
STORY.derive("MET", min(HE, TAO), max(HE, TAO), TALKS, earliest="2021-04-09", latest="2021-04-09")

# --- a programme, its numbers, and ordinary people --------------------------------------------------------------------
BRAND = STORY.fact(
    "Programme",
    "青峦护工",
    kind="labour_brand",
    earliest="2021-01-01",
    latest="2021-12-31",
    date_text="2021",
    end_text="2021",
    precision="year",
)
CARERS = STORY.node("Group", "护工")
STORY.link("RUN_BY", BRAND, BUREAU)
STORY.link("RUN_BY", BRAND, COUNTY)
STORY.link("SET_IN", BRAND, CITY)
STORY.link("SERVES", BRAND, CARERS, relation="trains", value=580.0, unit="人", date_text="2021")
STORY.link("SERVES", BRAND, CARERS, relation="employs", value=None, unit=None, date_text=None)
STORY.cite(BRAND, BRAND_STORY, "“青峦护工”今年累计培训学员580人")
STORY.derive("TRAINED", BRAND, CARERS, BRAND, earliest="2021-01-01", latest="2021-12-31", value=580.0)


def _number(value: float, unit: str, indicator: str, about: str, quote: str, **props: Value) -> str:
    found = STORY.number(value, unit, indicator, about, "2021", **props)
    STORY.cite(found, BRAND_STORY, quote)
    return found


TRAINED = _number(580.0, "人", "培训学员", BRAND, "今年累计培训学员580人")
CONTRADICTED = _number(610.0, "人", "培训学员", BRAND, "年内培训610人", confidence=0.6)
GROWTH = _number(12.5, "%", "培训学员", BRAND, "同比增长12.5%", change="growth", base="2020")
SHARE = _number(30.0, "%", "培训学员", COUNTY, "白石县占三成以上", change="share", comparator=">=")

TIE = STORY.fact("Tie", "罗小满 白石县", relation="resident_of")
STORY.link("SUBJECT_OF", LUO, TIE)
STORY.link("TIED_TO", TIE, COUNTY)
STORY.cite(TIE, BRAND_STORY, "白石县村民罗小满")
TEACHER_TIE = STORY.fact("Tie", "贺清禾 白石县实验小学", relation="works_at")
STORY.link("SUBJECT_OF", HE_TEACHER, TEACHER_TIE)
STORY.link("TIED_TO", TEACHER_TIE, SCHOOL)
STORY.cite(TEACHER_TIE, BRAND_STORY, "白石县实验小学教师贺清禾")

STORY.reject(BRAND_STORY, "plan without date", "明年计划开新班")
STORY.reject(LATE_STORY, "unnamed subject", "据称双方")

NODES.sort(key=lambda node: (node.label, node.id))
LINKS.sort(key=lambda link: (link.type, link.id))


def write_rows(folder: Path) -> Path:
    """Write the rows as a generation folder holds them: `nodes.jsonl` and `links.jsonl`."""
    return STORY.write(folder)

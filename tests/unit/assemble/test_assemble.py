"""Rows: every label and link in the schema's shape, captions worth reading, short links from what happened only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.assemble import assemble
from kg.entity import Link, Node
from kg.fact import Delegation, Fact, Group, Measurement, Programme, Rejection, Tie
from kg.resolve import resolve
from kg.schema import get_schema
from tests.unit.invented import event, evidence, record, tenure

if TYPE_CHECKING:
    from kg.record import Record

CITY, OTHER = "吕梁市", "长治市"


def rows_of(*records: Record) -> tuple[list[Node], list[Link]]:
    """Return the rows of records."""
    rows = list(assemble(records, resolve(records)))
    return [row for row in rows if isinstance(row, Node)], [row for row in rows if isinstance(row, Link)]


def called(nodes: list[Node]) -> dict[str, str]:
    """Return names by id."""
    return {node.id: str(node.props["name"]) for node in nodes}


def said(kind: str, *records: Record) -> set[tuple[str, str]]:
    """Return the links of a type as pairs of names."""
    nodes, links = rows_of(*records)
    names = called(nodes)
    return {(names[link.source], names[link.target]) for link in links if link.type == kind}


def node(label: str, *records: Record) -> Node:
    """Return the one node of a label."""
    (found,) = (one for one in rows_of(*records)[0] if one.label == label)
    return found


def visit(*people: str, **more: object) -> Fact:
    """Return a visit of the other city."""
    given: dict[str, object] = {"places": (OTHER,), "end": "2021-04-09", **more}
    return event("visit", "2021-04-08", *people, **given)


WHOLE = record(
    "w",
    tenure("贺清禾", "吕梁市政府", "市长"),
    tenure("陶景行", "长治市政府", "市长"),
    visit(
        "贺清禾:leader", "白若溪", "陶景行:host", delegation=Delegation("考察团", "吕梁市政府", "贺清禾", ("白若溪",))
    ),
    event("talks", "2021-04-09", "陶景行:host", "贺清禾", places=(OTHER,), sites=("会展中心",)),
    Programme(
        name="青峦护工",
        kind="labour_brand",
        organizers=("吕梁市人社局", "交城县"),
        places=(CITY,),
        start="2015",
        groups=(Group("护工", "trains", 580.0, "人", "2020"), Group("农户", "serves")),
        evidence=evidence(),
        confidence=0.9,
    ),
    Measurement(
        value=580.0, unit="人", indicator="培训学员", about="青峦护工", date="2020", evidence=evidence(), confidence=0.9
    ),
    Measurement(
        value=12.5, unit="%", indicator="增长", about="某事", change="growth", evidence=evidence(), confidence=0.9
    ),
    Tie(subject="罗小满", relation="resident_of", object="交城县", evidence=evidence(), confidence=0.9),
    Tie(subject="罗大满", relation="works_at", object="青峦科技有限公司", evidence=evidence(), confidence=0.9),
    tenure("江一帆", "吕梁市政府", "副市长", confidence=0.4),
    place=CITY,
    headline="贺清禾赴长治市考察",
    rejections=(Rejection("plan without date", 0, 2, "明年"),),
)


def test_rows_have_the_shape_of_the_schema_and_come_sorted() -> None:
    """Every property of a label or link is there, ends have the labels that the schema allows, nodes come first."""
    nodes, links = rows_of(WHOLE)
    schema = get_schema()
    assert {one.label for one in nodes} == set(schema.nodes)
    assert {one.type for one in links} >= set(schema.links) - {"SUCCEEDED_BY"}
    labels = {one.id: one.label for one in nodes}
    for one in nodes:
        assert set(one.props) == set(schema.nodes[one.label])
        assert one.props["name"]
    for link in links:
        shape = schema.links[link.type]
        assert set(link.props) == set(shape.props)
        assert (labels[link.source], labels[link.target]) == (link.source_label, link.target_label)
        assert link.source_label in shape.sources
        assert link.target_label in shape.targets
    assert [(one.label, one.id) for one in nodes] == sorted((one.label, one.id) for one in nodes)
    assert [(one.type, one.id) for one in links] == sorted((one.type, one.id) for one in links)


def test_captions_say_what_a_thing_is() -> None:
    """A tenure's caption is the person and the office as people call it."""
    names = {one.label: [] for one in rows_of(WHOLE)[0]}
    for one in rows_of(WHOLE)[0]:
        names[one.label].append(str(one.props["name"]))
    assert "贺清禾 吕梁市市长" in names["Tenure"]
    assert "青峦护工 培训学员 580人" in names["Measurement"]
    assert any(name.startswith("贺清禾 考察访问 长治市") for name in names["Event"])


@pytest.mark.parametrize(
    ("body", "post", "single"),
    [
        ("吕梁市政府", "市长", True),
        ("吕梁市政府", "副市长", False),
        ("吕梁市委", "书记", True),
        ("吕梁市委", "常委", False),
        ("吕梁市人大常委会", "主任", True),
        ("吕梁市第一医院", "主任", False),
        ("清源大学", "教授", False),
    ],
)
def test_some_posts_have_a_single_seat(body: str, post: str, single: bool) -> None:  # noqa: FBT001
    """One 市长, many 副市长; a hospital has many a 主任."""
    assert node("Office", record("a", tenure("张三", body, post))).props["single_seat"] is single


def test_doubtful_facts_become_rejections() -> None:
    """What is less sure than a half stays out of the graph, and is counted with its reason."""
    nodes, _ = rows_of(WHOLE)
    reasons = {one.props["reason"] for one in nodes if one.label == "Rejection"}
    assert reasons == {"low confidence: tenure", "plan without date"}
    assert "江一帆 吕梁市副市长" not in called(nodes).values()


def test_a_tenure_gathers_what_articles_say() -> None:
    """Two papers, one tenure: the bounds of both, the surest confidence, the number of articles."""
    found = node(
        "Tenure",
        record("a", tenure("贺清禾", "吕梁市政府", "市长", confidence=0.7), published="2021-04-12"),
        record("b", tenure("贺清禾", "吕梁市人民政府", "市长"), published="2021-06-01", source="沧宁晚报"),
        record("c", tenure("贺清禾", "吕梁市政府", "市长", "removed", "2022-01-05"), published="2022-01-06"),
    )
    assert found.props["articles"] == 3
    assert found.props["confidence"] == 0.9
    assert found.props["statuses"] == ["holds", "removed"]
    assert (found.props["first_seen"], found.props["last_seen"]) == ("2021-04-12", "2021-06-01")
    assert (found.props["earliest_end"], found.props["latest_end"]) == ("2022-01-05", "2022-01-05")


def test_a_successor_ends_the_tenure_before() -> None:
    """Only where there is one seat."""
    records = [
        record("a", tenure("贺清禾", "吕梁市政府", "市长"), tenure("白若溪", "吕梁市政府", "副市长")),
        record(
            "b",
            tenure("方既白", "吕梁市政府", "市长"),
            tenure("林知远", "吕梁市政府", "副市长"),
            published="2022-04-12",
        ),
    ]
    ends = {str(one.props["name"]): one.props["latest_end"] for one in rows_of(*records)[0] if one.label == "Tenure"}
    assert ends["贺清禾 吕梁市市长"] == "2022-04-12"
    assert ends["白若溪 吕梁市副市长"] is None


@pytest.mark.parametrize("status", ["removed", "resigned", "former", "nominated"])
def test_nobody_holds_what_was_only_lost_or_hoped_for(status: str) -> None:
    """HOLDS comes from holding, never from former, removed, resigned or nominated alone."""
    assert said("HOLDS", record("a", tenure("张三", "吕梁市政府", "市长", status))) == set()


def test_who_travels_visits_and_who_receives_does_not() -> None:
    """Leader, companions and the delegation visited; the host of the other city did not, nor his own people."""
    one = record(
        "a",
        tenure("陶景行", "长治市政府", "市长"),
        tenure("范知秋", "长治市政府", "副市长"),
        visit("贺清禾:leader", "白若溪", "陶景行:host", "范知秋", delegation=Delegation(led_by="贺清禾")),
        place=CITY,
    )
    assert said("VISITED", one) == {("贺清禾", OTHER), ("白若溪", OTHER), ("贺清禾一行", OTHER)}


@pytest.mark.parametrize("modality", ["planned", "denied", "reported"])
def test_short_links_come_from_what_happened(modality: str) -> None:
    """A planned, denied or reported visit is in the graph, but nobody has visited."""
    assert said("VISITED", record("a", visit("贺清禾:leader", modality=modality))) == set()


def test_two_sides_meet() -> None:
    """Host and guest met; who came along on the host's side met nobody, and neither did two of the same side."""
    one = record(
        "a",
        tenure("陶景行", "长治市政府", "市长"),
        tenure("范知秋", "长治市政府", "副市长"),
        tenure("贺清禾", "吕梁市政府", "市长"),
        event("talks", "2021-04-09", "陶景行:host", "范知秋", "贺清禾"),
    )
    (pair,) = said("MET", one)
    assert set(pair) == {"陶景行", "贺清禾"}
    _, links = rows_of(one)
    (met,) = (link for link in links if link.type == "MET")
    assert met.source < met.target
    assert (met.props["derived"], met.props["earliest"]) == (True, "2021-04-09")


def test_a_programme_trains_as_many_as_the_text_counts() -> None:
    """TRAINED carries the number where one is given, and is not made from other relations."""
    _, links = rows_of(WHOLE)
    assert [link.props["value"] for link in links if link.type == "TRAINED"] == [580.0]
    assert said("RUN_BY", WHOLE) == {("青峦护工", "吕梁市人社局"), ("青峦护工", "交城县")}
    assert ("青峦护工 培训学员 580人", "青峦护工") in said("ABOUT", WHOLE)


def test_one_happening_in_two_papers_is_one_event() -> None:
    """The same visit on the same day by the same people is told twice; another day or guest is another event."""
    mayor = tenure("贺清禾", "吕梁市政府", "市长")
    first = record("a", mayor, visit("贺清禾:leader", "白若溪"))
    again = record("b", mayor, visit("贺清禾:leader"), source="沧宁晚报")
    later = record("c", mayor, event("visit", "2021-05-08", "贺清禾:leader", places=(OTHER,)))
    assert [one.props["articles"] for one in rows_of(first, again)[0] if one.label == "Event"] == [2]
    assert len([one for one in rows_of(first, again, later)[0] if one.label == "Event"]) == 2
    talks = [
        record(name, tenure("陶景行", "长治市政府", "市长"), event("talks", "2021-04-09", "陶景行:host", guest))
        for name, guest in (("a", "贺清禾"), ("b", "林知远"))
    ]
    assert len([one for one in rows_of(*talks)[0] if one.label == "Event"]) == 2


def test_what_may_happen_twice_a_day_must_agree_in_its_matter() -> None:
    """Two meetings under one mayor on one day are two, unless both papers say the same of what they were about."""

    def told(article: str, topic: str) -> Record:
        mayor = tenure("贺清禾", "吕梁市政府", "市长")
        return record(article, mayor, event("meeting", "2021-04-08", "贺清禾:host", topic=topic))

    def count(*records: Record) -> int:
        return len([one for one in rows_of(*records)[0] if one.label == "Event"])

    assert count(told("a", "研究春季造林绿化工作"), told("b", "研究安排春季造林绿化工作")) == 1
    assert count(told("a", "研究春季造林绿化工作"), told("b", "部署安全生产大检查")) == 2
    assert count(told("a", "座谈会"), told("b", "座谈会")) == 2


def test_a_month_is_dated_by_its_bounds() -> None:
    """A month's first day never stands in for it: earliest and latest are its ends, the text is kept."""
    found = node("Event", record("a", event("meeting", "2021-04", "贺清禾")))
    props = {key: found.props[key] for key in ("earliest", "latest", "date_text", "precision")}
    assert props == {"earliest": "2021-04-01", "latest": "2021-04-30", "date_text": "2021-04", "precision": "month"}


def test_an_undated_article_dates_nothing() -> None:
    """Without a day of publication a tenure is attested on no day."""
    found = node("Tenure", record("a", tenure("贺清禾", "吕梁市政府", "市长"), published=None))
    assert all(found.props[key] is None for key in ("first_seen", "latest_begin", "earliest_end", "latest_end"))

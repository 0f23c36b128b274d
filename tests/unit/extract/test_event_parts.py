"""The parts that events are made of: outlines, grammar, times, venues, drafts and their weights."""

from __future__ import annotations

import pytest

from kg.extract.event_drafts import Draft, When, same_names
from kg.extract.event_grammar import grammar
from kg.extract.event_sites import find_places, find_sites, place_of_name
from kg.extract.event_times import find_when
from kg.extract.event_weights import tells_too_little
from kg.extract.outlines import BODY, PERSON, PLACE, SPEECH, TIME, WORK, outline
from tests.unit.extract.tellings import annotated, events, roles


def sites(body: str) -> list[str]:
    """Return the venues that a marked-up sentence leads to."""
    told = annotated(body)
    folded = outline(told)
    return find_sites(folded, told.article.full.text, 0, len(folded.text), strong_only=False)


def test_outline_folds_each_mention_and_leads_back() -> None:
    """A person folds with the titles before the name; any range of the outline gives back its own text."""
    told = annotated("{T3月2日=2021-03-02}，[市委书记|P高晓东]到{O甲市某局}读《规划》，说：“好，就这样办。”{L丁县}")
    folded = outline(told)
    assert folded.text == f"{TIME}，{PERSON}到{BODY}读{WORK}，说：{SPEECH}{PLACE}"
    full = told.article.full.text
    assert full[folded.start_of(2) : folded.end_of(3)] == "市委书记高晓东"
    assert full[folded.start_of(0) : folded.end_of(len(folded.text))] == full


def test_one_scan_finds_every_cue() -> None:
    """A cue within or begun in the tail of a longer one is found too."""
    rules = grammar()
    for cue in rules.by_cue:
        assert cue in rules.cues_in(f"甲{cue}乙")
    assert {"看望", "慰问"} <= set(rules.cues_in("看望慰问"))


@pytest.mark.parametrize(
    ("told", "venues"),
    [
        ("[市长|P高晓东]先后来到青石农场、{L丁县}新桥村，", ["青石农场", "丁县新桥村"]),
        ("[市长|P高晓东]走进位于白水公园的望江楼，", ["望江楼"]),
        ("[市长|P高晓东]深入首个“研学基地”{L丁县}红军纪念馆，", ["丁县红军纪念馆"]),
        ("[市长|P高晓东]来到青石水库、白水河堤防，", ["青石水库", "白水河堤防"]),
        ("[市长|P高晓东]走进田间地头，来到重点企业，", []),
        ("[市长|P高晓东]赴{L丁县}、{L戊区}，", []),
        ("[市长|P高晓东]率市考察团考察，", []),
    ],
)
def test_venues_are_named_places_behind_verbs_of_going(told: str, venues: list[str]) -> None:
    """A venue is what a verb of going or looking leads to, if it is named; units and kinds of place are none."""
    assert sites(told) == venues


def test_adjoining_places_are_one_place() -> None:
    """乙省丙市 is 丙市; listed counties are all places."""
    told = annotated("[市长|P高晓东]赴{L乙省}{L丙市}、{L丁县}")
    folded = outline(told)
    assert find_places(folded, 0, len(folded.text)) == ["丙市", "丁县"]


@pytest.mark.parametrize(
    ("name", "place"), [("疏勒县人民医院", "疏勒县"), ("白水市新桥区文化馆", "新桥区"), ("青石产业园区", None)]
)
def test_a_venues_own_name_may_tell_its_place(name: str, place: str | None) -> None:
    """The county or city at the head of a venue's name is where it is; a park's 园区 is no district."""
    assert place_of_name(name) == place


@pytest.mark.parametrize(
    ("told", "begin", "finish"),
    [
        ("{T3月2日=2021-03-02}，某会召开", "2021-03-02", "2021-03-02"),
        ("{T3月1日至2日=2021-03-01/2021-03-02}，某会召开", "2021-03-01", "2021-03-02"),
        ("从{T3月1日=2021-03-01}起，某会召开", "2021-03-01", None),
        ("截至{T3月1日=2021-03-01}，某会召开", None, None),
        ("日前，某会召开", "2021-03", None),
        ("{T28日=2021-03-28}，某会召开", "2021-02-28", "2021-02-28"),
    ],
)
def test_when(told: str, begin: str | None, finish: str | None) -> None:
    """A day ends on itself; 从…起 is open; 截至 dates nothing; 日前 is the month; a bare day is not to come."""
    folded = outline(annotated(told))
    when = find_when(folded, 0, folded.text.index("召开"), len(folded.text), "2021-03-05")
    assert (when.begin, when.finish) == (begin, finish)


def test_a_stronger_part_is_kept() -> None:
    """Who presides does not become a participant by being named again; a later stronger part wins."""
    draft = Draft("meeting", "会议", When(), 0.9)
    for role in ("participant", "host", "participant"):
        draft.give("高晓东", role)
    assert draft.roles == {"高晓东": "host"}


def test_the_last_part_of_a_long_name_is_the_same_person() -> None:
    """A foreign guest named in full and then by the last part is one."""
    assert same_names({"佩雷斯"}, {"胡安·佩雷斯"}) == {"佩雷斯"}
    assert same_names({"胡安·佩雷斯"}, {"佩雷斯"}) == {"胡安·佩雷斯"}
    assert same_names({"高晓东"}, {"马长河"}) == set()


@pytest.mark.parametrize(
    "draft",
    [
        Draft("ceremony", "大桥", When("2018", None, told=True), 0.8),
        Draft("activity", "300多场活动", When("2021-03-02", "2021-03-02", told=True), 0.8),
        Draft("inspection", "工作", When("2021-03-02", "2021-03-02", told=True), 0.8),
        Draft("meeting", "会议", When("2020", None, told=True), 0.8, modality="planned"),
    ],
)
def test_what_tells_too_little_is_dropped(draft: Draft) -> None:
    """A bare year, a mere count, an inspection by nobody and a plan without a day ahead make no event."""
    assert tells_too_little(draft, "", "2021-03-05")


def test_a_brief_has_nothing_to_do_with_the_one_before() -> None:
    """People of the second brief do not attend what the first one told."""
    found = events(
        "{T3月1日=2021-03-01}，{O青石公司}召开技术推进会。\n新桥大桥举行通车仪式\n{T3月2日=2021-03-02}，"
        "[市长|P高晓东]出席新桥大桥通车仪式。"
    )
    assert [e.kind for e in found] == ["meeting", "ceremony"]
    assert roles(found[0]) == {"青石公司": "organizer"}
    assert roles(found[1]) == {"高晓东": "participant"}


def test_the_honoured_stand_in_a_list() -> None:
    """Lines of names with titles, and of bodies, under an award are its recipients."""
    found = events(
        "{T3月2日=2021-03-02}，{O甲市委}举行庆祝大会，表彰先进个人和集体。\n先进个人\n[|P石青山] 某村书记\n"
        "[|P田野] 某校校长\n先进集体\n{O白水合作社}"
    )
    award = next(e for e in found if e.kind == "recognition")
    assert roles(award) == {
        "甲市委": "organizer",
        "石青山": "recipient",
        "田野": "recipient",
        "白水合作社": "recipient",
    }

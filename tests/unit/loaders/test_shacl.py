"""A good graph has no findings; each thing that is wrong has one, which names what and where."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pyshacl
import pytest

from kg.errors import KgError
from kg.schema import get_schema
from loaders import shacl
from loaders.shacl import Finding, check
from tests.unit.fixture_rows import LINKS, NODES, write_rows

if TYPE_CHECKING:
    from kg.entity import Link, Node, Value

Case: TypeAlias = "tuple[str, str, Value, str, str]"

# Label, property, wrong value, where the finding stands, and words of its message.
WRONG_NODES: list[Case] = [
    ("Person", "name", None, "rdfs:label", "one name"),
    ("Person", "name", "", "rdfs:label", "one name"),
    ("Person", "id", None, "kg:id", "one id"),
    ("Organization", "name", None, "rdfs:label", "one name"),
    ("Organization", "kind", "club of friends", "kg:organizationKind", "of its scheme"),
    ("Office", "post", None, "kg:post", "one post"),
    ("Office", "single_seat", "yes", "single_seat", "not of type BOOLEAN"),
    ("Tenure", "modality", None, "kg:modality", "one modality"),
    ("Tenure", "modality", "hoped", "kg:modality", "one modality"),
    ("Tenure", "confidence", 1.5, "kg:confidence", "from 0 to 1"),
    ("Tenure", "confidence", None, "kg:confidence", "from 0 to 1"),
    ("Tenure", "articles", 0, "kg:articles", "at least one article"),
    ("Tenure", "statuses", ["holds", "dreams of"], "kg:statuses", "of their scheme"),
    ("Tenure", "first_seen", "2999-01-01", "first_seen", "is after last_seen"),
    ("Tenure", "first_seen", "2021-02-30", "first_seen", "no date"),
    ("Tenure", "first_seen", "2021", "first_seen", "no date"),
    ("Tenure", "latest_begin", 20210408, "latest_begin", "not of type DATE"),
    ("Place", "name", None, "rdfs:label", "one name"),
    ("Place", "level", "planet", "kg:level", "of its scheme"),
    ("Place", "code", "14O100", "schema:identifier", "digits"),
    ("Place", "valid_to", 1900, "kg:validFrom", "not after valid_to"),
    ("Event", "kind", None, "kg:eventKind", "one kind"),
    ("Event", "kind", "party", "kg:eventKind", "one kind"),
    ("Event", "earliest", "2999-01-01", "earliest", "is after latest"),
    ("Event", "date_text", "4月8日", "date_text", "no date"),
    ("Event", "date_text", "2021-13", "date_text", "no date"),
    ("Event", "precision", "decade", "kg:precision", "of its scheme"),
    ("Event", "topic", 5, "topic", "not of type STRING"),
    ("Delegation", "name", None, "rdfs:label", "one name"),
    ("Programme", "kind", "dream", "kg:programmeKind", "one kind"),
    ("Programme", "articles", None, "kg:articles", "at least one article"),
    ("Group", "name", None, "rdfs:label", "one name"),
    ("Measurement", "value", None, "schema:value", "one value"),
    ("Measurement", "value", "many", "value", "not of type FLOAT"),
    ("Measurement", "value", True, "value", "not of type FLOAT"),
    ("Measurement", "indicator", None, "kg:indicator", "one indicator"),
    ("Measurement", "comparator", "≥", "kg:comparator", "of its scheme"),
    ("Measurement", "change", "sideways", "kg:change", "of its scheme"),
    ("Tie", "relation", "likes", "kg:tieRelation", "one relation"),
    ("Article", "name", None, "rdfs:label", "one name"),
    ("Article", "latest", "1999-01-01", "earliest", "is after latest"),
    ("Source", "name", None, "rdfs:label", "one name"),
    ("Passage", "quote", None, "oa:exact", "one quote"),
    ("Passage", "quote", "", "oa:exact", "one quote"),
    ("Passage", "char_start", 10_000, "oa:start", "before it ends"),
    ("Passage", "char_start", None, "oa:start", "before it ends"),
    ("Passage", "char_end", None, "oa:end", "ends once"),
    ("Passage", "text_sha256", None, "oa:hasSource", "one text"),
    ("Passage", "part", "footnote", "kg:part", "body, headline or continued"),
    ("Passage", "page_number", 0, "kg:pageNumber", "counted from 1"),
    ("Passage", "boxes", ["here"], "kg:box", "left,top,right,bottom"),
    ("Rejection", "reason", None, "kg:reason", "one reason"),
    ("Rejection", "char_start", 10_000, "kg:charStart", "not after char_end"),
    ("Person", "age", 41, "age", "no such property"),
]
# Type, property, wrong value, path, words.
WRONG_LINKS: list[Case] = [
    ("PARTICIPATED", "role", None, "sem:roleType", "one role"),
    ("PARTICIPATED", "role", "hero", "sem:roleType", "one role"),
    ("PARTICIPATED", "position", -1, "kg:position", "counts"),
    ("PARTICIPATED", "as_written", ["a"], "as_written", "not of type STRING"),
    ("MEMBER_OF", "role", "mascot", "sem:roleType", "of its scheme"),
    ("SERVES", "relation", None, "kg:groupRelation", "one relation"),
    ("SERVES", "relation", "amuses", "kg:groupRelation", "one relation"),
    ("SERVES", "value", -1.0, "schema:value", "counts people"),
    ("SERVES", "date_text", "soon", "date_text", "no date"),
    ("EVIDENCED_BY", "confidence", None, "kg:confidence", "from 0 to 1"),
    ("EVIDENCED_BY", "status", "rumoured", "kg:status", "of its scheme"),
    ("EVIDENCED_BY", "on", "2021-04-31", "on", "no date"),
    ("HOLDS", "fact_id", None, "kg:fact", "one fact"),
    ("HOLDS", "fact_id", "person/1", "kg:fact", "one fact"),
    ("HOLDS", "derived", False, "kg:derived", "derived"),
    ("HOLDS", "latest", "1999-01-01", "earliest", "is after latest"),
    ("MET", "confidence", -0.1, "kg:confidence", "from 0 to 1"),
]
# What is taken out whole, and what then lacks something.
MISSING: list[tuple[str, str, str]] = [
    ("HAS_TENURE", "org:member", "one person's"),
    ("IN_OFFICE", "kg:inOffice", "one office"),
    ("POST_IN", "org:postIn", "one organisation"),
    ("SUBJECT_OF", "", "one person's"),
    ("TIED_TO", "kg:tiedTo", "one place or organisation"),
    ("EVIDENCED_BY", "", "attested by a passage"),
    ("IN", "schema:isPartOf", "stands in"),
]


def _check(folder: Path, nodes: list[Node], links: list[Link]) -> list[Finding]:
    for name, rows in (("nodes", nodes), ("links", links)):
        text = "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return check(folder)


def _changed(rows: list[Any], kind: str, key: str, value: Value) -> tuple[list[Any], str]:
    """Return rows in which the first of a kind that has (or lacks) a value there has another."""
    at = next(
        at
        for at, row in enumerate(rows)
        if kind in {getattr(row, "label", None), getattr(row, "type", None)}
        and (row.props.get(key) is not None or key == "age")
        and (key != "valid_to" or row.props.get("valid_from"))
    )
    changed = replace(rows[at], props={**rows[at].props, key: value})
    return [*rows[:at], changed, *rows[at + 1 :]], rows[at].id


def test_a_good_graph_has_no_findings(tmp_path: Path) -> None:
    """The small graph uses every label, link and property once, and holds to every shape."""
    assert check(write_rows(tmp_path)) == []


def test_a_good_graph_has_none_under_another_base(tmp_path: Path) -> None:
    """Shapes move with the base."""
    assert check(write_rows(tmp_path), "https://news.example/kg/") == []


def _rounds(cases: list[Case]) -> list[list[Case]]:
    """Share cases out so that no round has two about the same kind: one check then tells them all apart."""
    rounds: list[list[Case]] = []
    for case in cases:
        free = next((done for done in rounds if case[0] not in {other[0] for other in done}), None)
        if free is None:
            rounds.append([case])
        else:
            free.append(case)
    return rounds


@cache
def _findings(at: int) -> tuple[dict[tuple[str, str], str], list[Finding]]:
    """Return whom the cases of a round changed, and all that was found."""
    nodes, links, changed = NODES, LINKS, {}
    for kind, key, value, _path, _words in ROUNDS[at]:
        if kind in get_schema().nodes:
            nodes, changed[kind, key] = _changed(nodes, kind, key, value)
        else:
            links, changed[kind, key] = _changed(links, kind, key, value)
    with tempfile.TemporaryDirectory() as folder:
        return changed, _check(Path(folder), nodes, links)


ROUNDS = _rounds([*WRONG_NODES, *WRONG_LINKS])
CASES = [(at, *case) for at, cases in enumerate(ROUNDS) for case in cases]


@pytest.mark.parametrize(("at", "kind", "key", "value", "path", "words"), CASES)
def test_a_wrong_value_is_found(at: int, kind: str, key: str, value: Value, path: str, words: str) -> None:
    """One finding about that node or link, or about a part of it, at that property."""
    changed, found = _findings(at)
    focus = changed[kind, key]
    part = focus.removeprefix("text/").replace("#char=", "-").replace(",", "-")
    about = [f for f in found if f.focus in {focus, f"quote/{part}", f"position/{part}"}]
    assert [finding.path for finding in about] == [path], value
    assert words in about[0].message


@pytest.mark.parametrize("at", range(len(ROUNDS)))
def test_nothing_else_is_found(at: int) -> None:
    """As many findings as things that are wrong."""
    assert len(_findings(at)[1]) == len(ROUNDS[at])


@pytest.mark.parametrize(("kind", "path", "words"), MISSING)
def test_a_missing_link_is_found(tmp_path: Path, kind: str, path: str, words: str) -> None:
    """Whatever must have such a link is found without it."""
    found = _check(tmp_path, NODES, [link for link in LINKS if link.type != kind])
    assert {finding.path for finding in found} == {path}
    assert all(words in finding.message for finding in found)


def test_links_to_nowhere_and_to_the_wrong_things_are_found(tmp_path: Path) -> None:
    """A link whose end is no node, or one of another label, is found and left out of what follows."""
    at = next(at for at, link in enumerate(LINKS) if link.type == "IN_PLACE")
    gone = replace(LINKS[at], target="place/none")
    odd = replace(LINKS[at], id="odd", target=LINKS[at].source, target_label="Organization", props={"id": "odd"})
    strange = replace(LINKS[at], id="strange", type="ADORES", props={"id": "strange"})
    found = _check(tmp_path, NODES, [*LINKS[:at], gone, *LINKS[at + 1 :], odd, strange])
    assert {(finding.focus, finding.path) for finding in found} == {
        (gone.id, "IN_PLACE"),
        ("odd", "IN_PLACE"),
        ("strange", "ADORES"),
    }


def test_an_office_of_two_bodies_and_a_tenure_of_two_persons_are_found(tmp_path: Path) -> None:
    """What there may be one of is found twice."""
    again = []
    for kind, other in (("POST_IN", "target"), ("HAS_TENURE", "source")):
        links = [link for link in LINKS if link.type == kind]
        second = next(link for link in links if getattr(link, other) != getattr(links[0], other))
        again.append(replace(links[0], id=f"{kind} again", **{other: getattr(second, other)}))
    found = _check(tmp_path, NODES, [*LINKS, *again])
    assert {finding.path for finding in found} >= {"org:postIn", "org:member"}


def test_an_organisation_that_is_part_of_a_place_is_found(tmp_path: Path) -> None:
    """The schema lets PART_OF join both labels; a shape says which with which."""
    city = next(node for node in NODES if node.label == "Place")
    part = next(link for link in LINKS if link.type == "PART_OF" and link.source_label == "Organization")
    wrong = replace(part, id="wrong", target=city.id, target_label="Place", props={"id": "wrong"})
    found = _check(tmp_path, NODES, [*LINKS, wrong])
    assert [(finding.focus, finding.path) for finding in found] == [(part.source, "org:subOrganizationOf")]


def test_an_unknown_label_and_a_second_node_of_an_id_are_found(tmp_path: Path) -> None:
    """Both are left out of what follows, and reported once."""
    ghost = replace(NODES[0], label="Ghost", id="ghost/1")
    found = _check(tmp_path, [*NODES, NODES[0], ghost], LINKS)
    assert {(finding.focus, finding.message) for finding in found} == {
        (NODES[0].id, "another node has the same id"),
        ("ghost/1", "the ontology has no label Ghost"),
    }


def test_an_engine_that_fails_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine raises on some data: then the graph has not been found valid."""

    def fail(*_args: object, **_options: object) -> None:
        raise TypeError("cannot\ncompare")

    monkeypatch.setattr(pyshacl, "validate", fail)
    found = check(write_rows(tmp_path))
    assert found
    assert {finding.message for finding in found} == {"could not be checked: cannot compare"}


def test_passages_that_contradict_one_another_are_a_warning(tmp_path: Path) -> None:
    """Bounds of a tenure that cross are how the graph says that papers disagree: worth a look, not wrong."""
    nodes, changed = _changed(NODES, "Tenure", "earliest_end", "2999-01-01")
    found = _check(tmp_path, nodes, LINKS)
    assert [(one.severity, one.focus, one.path) for one in found] == [("warning", changed, "earliest_end")]
    assert "passages contradict one another" in found[0].message


def test_a_large_graph_is_checked_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary store gives the same findings, and is gone afterwards."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(shacl, "IN_MEMORY", 0)
    nodes, changed = _changed(NODES, "Office", "post", None)
    assert [finding.focus for finding in _check(tmp_path, nodes, LINKS)] == [changed]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_no_room_for_a_temporary_store_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says how to choose another place."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    monkeypatch.setattr(shacl, "IN_MEMORY", 0)
    with pytest.raises(KgError, match="set TMPDIR"):
        check(write_rows(tmp_path))


def test_a_finding_is_one_line() -> None:
    """Severity, what, where and why."""
    finding = Finding("violation", "office/1", "kg:post", "has one post")
    assert str(finding) == "violation: office/1 kg:post: has one post"
    assert str(Finding("warning", "office/1", "", "odd")) == "warning: office/1: odd"


def test_rows_that_are_not_there(tmp_path: Path) -> None:
    """A folder without rows is an error, not a graph without findings."""
    with pytest.raises(KgError, match="cannot read"):
        check(tmp_path)

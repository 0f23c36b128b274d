"""Traditional characters: a simplified view of equal length to read in, the text itself as it is written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.record import check_evidence, from_record
from kg.repair import is_traditional, readable, simplified
from kg.resolve import resolve
from ontology import read_table

SIMPLIFIED = """市委书记陈志明到乡镇调研
　　本报讯（记者 张丽华）5月16日，吕梁市委书记陈志明、市长刘建国到临县调研乡村振兴工作。市人大常委会主任马东、
市委常委、副市长李云参加调研。
　　会议决定，任命叶国强为吕梁市教育局局长，免去孙伟的吕梁市卫生健康委员会主任职务。今年以来，全市新增就业人员
3.2万人，“吕梁山护工”培训项目累计培训护工5万人。
"""
TRADITIONAL = """市委書記陳志明到鄉鎮調研
　　本報訊（記者 張麗華）5月16日，呂梁市委書記陳志明、市長劉建國到臨縣調研鄉村振興工作。市人大常委會主任馬東、
市委常委、副市長李雲參加調研。
　　會議決定，任命葉國強為呂梁市教育局局長，免去孫偉的呂梁市衛生健康委員會主任職務。今年以來，全市新增就業人員
3.2萬人，「呂梁山護工」培訓項目累計培訓護工5萬人。
"""
META = Metadata("吕梁日报", "2021-05-17", "吕梁市")


def page(text: str, meta: Metadata = META) -> Page:
    """Return a page of text."""
    return Page("a.txt", text, text_sha256(text), meta, "text")


def test_the_view_has_the_length_of_the_text() -> None:
    """Offsets hold in both: the table gives one character for one."""
    rows = read_table("traditional")
    assert all(len(row["traditional"]) == len(row["simplified"]) == 1 for row in rows)
    assert simplified(TRADITIONAL) == SIMPLIFIED
    assert not {row["simplified"] for row in rows} & {row["traditional"] for row in rows}


@given(st.text(alphabet=TRADITIONAL + SIMPLIFIED + "乾著瞭", max_size=80))
def test_simplifying_twice_changes_nothing_more(text: str) -> None:
    """What was simplified holds nothing to simplify."""
    once = simplified(text)
    assert len(once) == len(text)
    assert simplified(once) == once


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TRADITIONAL, True),
        (SIMPLIFIED, False),
        (SIMPLIFIED + "书法家沈鵬題寫報名", False),
        ("", False),
        ("2021 ABC", False),
        ("於是後来", True),
    ],
)
def test_few_traditional_characters_make_no_traditional_text(text: str, found: bool) -> None:  # noqa: FBT001
    """A name or a seal in old characters stays what it is in a simplified page."""
    assert is_traditional(text) is found
    assert found or readable(text) is text


def test_a_traditional_page_says_what_the_simplified_one_says() -> None:
    """The same facts with the same posts, bodies and days; names, topics and quotes as the page writes them."""
    (plain,) = page_records(page(SIMPLIFIED))
    (record,) = page_records(page(TRADITIONAL))
    assert check_evidence(record, {text_sha256(TRADITIONAL): TRADITIONAL}) == []
    assert record["headline"] == "市委書記陳志明到鄉鎮調研"
    assert record["bylines"] == [{"name": "張麗華", "role": "记者"}]
    assert simplified(record["text"]) == plain["text"]
    tenures = [fact for fact in record["facts"] if fact["type"] == "tenure"]
    assert {(fact["person"], fact["organization"], fact["post"]) for fact in tenures} >= {
        ("陳志明", "吕梁市委", "书记"),
        ("劉建國", "吕梁市政府", "市长"),
        ("葉國強", "吕梁市教育局", "局长"),
    }
    assert [fact["name"] for fact in record["facts"] if fact["type"] == "programme"] == ["呂梁山護工"]
    bare = [{key: value for key, value in fact.items() if key != "evidence"} for fact in record["facts"]]
    want = [{key: value for key, value in fact.items() if key != "evidence"} for fact in plain["facts"]]
    assert json.loads(simplified(json.dumps(bare, ensure_ascii=False))) == want
    quotes = [one["quote"] for fact in record["facts"] for one in fact["evidence"]]
    assert all(quote in TRADITIONAL.replace("\n", "") for quote in quotes)


def test_an_object_in_traditional_characters_keeps_its_headline() -> None:
    """An object's headline is a text of its own, with offsets of its own."""
    headline, _, text = TRADITIONAL.partition("\n")
    one = Page("a.json", text, text_sha256(text), META, "object", object_id="x", headline=headline)
    (record,) = page_records(one)
    assert record["headline"] == headline
    assert check_evidence(record, {text_sha256(text): text, text_sha256(headline): headline}) == []
    assert any(item.get("in") == "headline" for fact in record["facts"] for item in fact["evidence"])


def test_one_name_in_both_forms_is_one_person() -> None:
    """陳 and 陈 meet in one person, whose names are both."""
    other = SIMPLIFIED.replace("调研乡村", "检查乡村")
    records = [
        from_record(record)
        for text, day in ((TRADITIONAL, "2021-05-17"), (other, "2021-05-20"))
        for record in page_records(page(text, Metadata("吕梁日报", day, "吕梁市")))
    ]
    resolution = resolve(sorted(records, key=lambda record: record.id))
    persons = [one for one in resolution.entities.values() if one.label == "Person"]
    named = {frozenset(one.names) for one in persons}
    assert frozenset({"陳志明", "陈志明"}) in named
    assert frozenset({"馬東", "马东"}) in named


def test_a_place_given_in_traditional_characters_is_known() -> None:
    """The paper's seat may come from an option or a masthead in traditional characters."""
    (record,) = page_records(page(TRADITIONAL, Metadata("呂梁日報", "2021-05-17", "呂梁市")))
    assert ("劉建國", "吕梁市政府") in {(fact.get("person"), fact.get("organization")) for fact in record["facts"]}

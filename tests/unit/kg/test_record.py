"""Records: an article as JSON and back, and the proof of its evidence."""

from __future__ import annotations

import json

import pytest

from kg.errors import InputError
from kg.fact import (
    Delegation,
    Event,
    Extraction,
    Group,
    Measurement,
    Participant,
    Programme,
    Rejection,
    Tenure,
    Tie,
    cite,
)
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page
from kg.record import check_evidence, from_record, to_record
from kg.segment import segment

TEXT = "本报讯（记者 秦小雨）市住建局局长葛长风５月16日到迎宾街检查，２４人参加。"
HEADLINE = "葛长风检查&ldquo;迎宾街&rdquo;<br/>要求加快进度"


@pytest.fixture
def article() -> Article:
    """Return an object's article."""
    page = Page(
        "a.jsonl", TEXT, text_sha256(TEXT), Metadata("晋中新报", "2022-05-17", "晋中市"), "object", "a-1", HEADLINE
    )
    return segment(page)[0]


def facts(article: Article) -> Extraction:
    """Return one fact of each type, citing body and headline."""
    at = article.full.text.index("市住建局")
    said = cite(article, at, at + 10)
    head = cite(article, 0, article.body_start - 1)
    return Extraction(
        (
            Tenure(person="葛长风", organization="晋中市住建局", post="局长", evidence=said, confidence=0.95),
            Event(
                kind="inspection", start="2022-05-16", end="2022-05-16", topic="迎宾街", evidence=said + head,
                participants=(Participant("葛长风", "leader"),), sites=("迎宾街",),
                delegation=Delegation(members=("葛长风",)), confidence=0.8,
            ),
            Programme(
                name="太行巧手", kind="labour_brand", groups=(Group("妇女", "trains", 12860.0),),
                evidence=said, confidence=1.0,
            ),
            Measurement(value=254.5, unit="人", indicator="参加", comparator=">=", evidence=said, confidence=0.5),
            Tie(subject="白春梅", relation="resident_of", object="桃阳村", evidence=said, confidence=0.7),
        ),
        (Rejection("no body", 11, 15, TEXT[11:15]), Rejection("slogan", 0, 3, "葛长风", "headline")),
    )  # fmt: skip


def test_a_record_is_read_back_as_it_was(article: Article) -> None:
    """Through JSON and back nothing is lost, and equal articles give equal bytes."""
    extraction = facts(article)
    record = json.loads(json.dumps(to_record(article, extraction), ensure_ascii=False))
    back = from_record(record)
    assert back.facts == extraction.facts
    assert back.rejections == extraction.rejections
    assert (back.id, back.meta, back.file) == ("a-1", article.meta, "a.jsonl")
    assert (back.headline, back.text) == ("葛长风检查“迎宾街” 要求加快进度", article.body.text)
    assert json.dumps(to_record(article, extraction)) == json.dumps(to_record(article, facts(article)))


def test_the_form_of_a_record(article: Article) -> None:
    """Absent slots are left out, whole numbers are whole, evidence in the headline says so."""
    record = to_record(article, facts(article))
    tenure, event, programme, measurement, _ = record["facts"]
    assert list(tenure) == ["type", "person", "organization", "post", "status", "evidence", "confidence"]
    assert [one.get("in") for one in event["evidence"]] == [None, "headline"]
    assert programme["groups"] == [{"name": "妇女", "relation": "trains", "value": 12860}]
    assert (measurement["value"], measurement["confidence"]) == (254.5, 0.5)
    assert record["spans"] == [[0, len(TEXT)]]
    assert record["page"] == text_sha256(TEXT)
    assert record["headline_page"] == text_sha256(HEADLINE)


def test_what_is_unknown_is_null() -> None:
    """A page's article without headline, paper, day and place says null."""
    page = Page("a.txt", "要把实事办实。\n", text_sha256("要把实事办实。\n"), Metadata(), "text")
    record = to_record(segment(page)[0], Extraction((), ()))
    assert [record[key] for key in ("source", "published", "place", "headline")] == [None] * 4
    assert "headline_page" not in record


def test_evidence_is_proven(article: Article) -> None:
    """Sound evidence passes; a quote, range, text or span that is off is named."""
    record = to_record(article, facts(article))
    texts = {text_sha256(TEXT): TEXT, text_sha256(HEADLINE): HEADLINE}
    assert check_evidence(record, texts) == []
    assert len(check_evidence(record, {text_sha256(TEXT): TEXT})) == 2
    record["facts"][0]["evidence"][0]["end"] += 1
    record["spans"] = [[0, 5], [4, 9]]
    record["facts"][2]["evidence"] = []
    assert len(check_evidence(record, texts)) == 3


@pytest.mark.parametrize(
    "change", [{"facts": [{"type": "rumour"}]}, {"spans": [[1]]}, {"bylines": None}, {"facts": [{"type": "tie"}]}]
)
def test_what_is_no_record_is_one_line(article: Article, change: dict[str, object]) -> None:
    """A record with a field missing or of the wrong kind names itself."""
    record = to_record(article, facts(article)) | change
    with pytest.raises(InputError, match="a-1"):
        from_record(record)

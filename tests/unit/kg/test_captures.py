"""Captures: what makes two records one article, and what keeps them apart."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.captures import Captured, Gathering, capture_key, same_articles
from kg.reading import iter_readings
from kg.runs import SortedRuns

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "5月16日，市住建局局长葛长风到河东新区检查工地。他先后来到三处安置房项目，详细询问工程进度和质量，"
    "要求施工单位倒排工期，确保年底前交付。"
)
MORE = "市住建局副局长柳拂衣、河东新区管委会主任郑观海参加检查，并在现场解决了两个用水用电的难题。"


def record(article: str, text: str, file: str = "a.txt", **slots: str | None) -> dict[str, Any]:
    """Return a record as far as captures are concerned with it."""
    fields = {"headline": "葛长风检查安置房工地", "source": "河东日报", "published": "2021-05-17"}
    return {"id": article, "text": text, "file": file, **fields, **slots}


def ids(groups: list[list[Any]]) -> list[list[str]]:
    """Return the ids of groups of records."""
    return [[line["id"] for line in group] for group in groups]


@pytest.mark.parametrize(
    "other",
    [
        BODY + MORE[:-12],
        BODY,
        (BODY + MORE).replace("，", ","),
        "　　" + (BODY + MORE).replace("。", "。\n　　"),
        (BODY + MORE).replace("葛长风", "葛長風").replace("检查", "檢查").replace("询问", "詢問"),
        "河东日报讯 " + BODY + MORE,
        (BODY + MORE).replace("难题", "问题"),
    ],
    ids=["broken off", "without last paragraph", "marks", "spaces", "traditional", "opening", "a word"],
)
def test_nearly_equal_texts_are_one_article(other: str) -> None:
    """The shorter text is nearly all in the fuller one, whichever comes first."""
    one, two = record("a", BODY + MORE), record("b", other)
    assert capture_key(one) == capture_key(two)
    assert len(same_articles([one, two])) == len(same_articles([two, one])) == 1


@pytest.mark.parametrize(
    "other",
    [
        "5月16日，市交通局局长江一帆到河东新区检查道路。他先后来到三处施工现场，询问工程进度，要求倒排工期。",
        "葛长风检查工地（详见3版）",
        MORE * 3,
        (BODY + MORE).replace("葛长风", "江一帆"),
        (BODY + MORE).replace("三处", "3处"),
        BODY.replace("16", "17"),
    ],
    ids=["another event", "a notice", "other paragraphs", "another person", "a number", "another day"],
)
def test_other_texts_are_other_articles(other: str) -> None:
    """One headline may stand over several articles of a day: a series, a notice that points at another page."""
    assert len(same_articles([record("a", BODY + MORE), record("b", other)])) == 2


@pytest.mark.parametrize("slot", [{"source": "河西日报"}, {"published": "2021-05-18"}, {"headline": "检查工地"}])
def test_another_paper_day_or_headline_is_another_article(slot: dict[str, str]) -> None:
    """Papers reprint one another: that is two articles."""
    assert capture_key(record("a", BODY)) != capture_key(record("b", BODY, **slot))


def test_headlines_are_compared_without_marks_and_spaces() -> None:
    """A printed headline stands on two lines, with other quotation marks; without one, the beginning decides."""
    assert capture_key(record("a", BODY, headline="“新区” 开工\n了")) == capture_key(
        record("b", MORE, headline="「新區」开工了")
    )
    assert capture_key(record("a", BODY, headline=None)) == capture_key(record("b", "　" + BODY + MORE, headline=None))
    assert capture_key(record("a", BODY, headline=None)) != capture_key(record("b", MORE, headline=None))


def test_the_order_of_records_does_not_matter() -> None:
    """The fullest stands for all; of equally full ones, the smallest id."""
    those = [record("c", BODY), record("b", BODY + MORE), record("a", BODY[:-9]), record("d", BODY + MORE)]
    assert {str(ids(same_articles(order))) for order in permutations(those)} == {"[['b', 'd', 'c', 'a']]"}


@given(st.lists(st.text(alphabet="甲乙丙丁。", max_size=30), max_size=6))
def test_every_record_is_in_one_group(texts: list[str]) -> None:
    """Grouping loses nothing and doubles nothing, whatever the texts."""
    those = [record(str(at), text) for at, text in enumerate(texts)]
    assert sorted(line["id"] for group in same_articles(those) for line in group) == [line["id"] for line in those]


def test_captures_are_found_among_records_in_a_file(tmp_path: Path) -> None:
    """Records of one id in several files, and records of several ids; the rest is not told of."""
    those = [
        record("a", BODY, "1.txt"),
        record("b", BODY + MORE, "2.html"),
        record("c", "甲", headline="乙"),
        record("d", "丙丁", "3.txt", headline="戊"),
        record("d", "丙 丁", "4.txt", headline="戊"),
    ]
    path = tmp_path / "records.jsonl"
    with SortedRuns(tmp_path, limit=100) as runs, path.open("wb") as file:
        gathering = Gathering(runs)
        for line in those:
            gathering.add(line, file.tell())
            file.write(json.dumps(line).encode() + b"\n")
        file.flush()
        found = gathering.close(path)
    assert found.articles == {"b": Captured(("1.txt", "2.html"), ("a",)), "d": Captured(("3.txt", "4.txt"))}
    assert found.of == {"a": "b"}


def test_a_capture_of_any_kind_has_the_same_id(tmp_path: Path) -> None:
    """Columns or whole paragraphs, a web page or an object, simplified or not: what was published is the same."""
    headline, paragraphs = "葛长风检查安置房工地", [f"本报讯（记者 秦小雨）{BODY}", MORE]
    columns = [f"　　{one}"[at : at + 18] for one in paragraphs for at in range(0, len(one) + 2, 18)]
    wide = "\n".join([headline, *(f"　　{one}" for one in paragraphs)])
    web = "".join(f"<p>　　{one}</p>" for one in paragraphs)
    one = {"headline": headline, "text": "\n".join(paragraphs)}
    files = {
        "columns.txt": "\n".join([headline, *columns]),
        "object.json": json.dumps(one, ensure_ascii=False),
        "web.html": f"<html><body><h1>{headline}</h1><div class='content'>{web}</div></body></html>",
        "wide.txt": wide.replace("\n", "\r\n"),
        "written.txt": wide.translate(str.maketrans("长风检查询问质单确难题参决", "長風檢查詢問質單確難題參決")),
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode())
    found = {
        reading.page.file: [article.id for article in reading.articles]
        for reading in iter_readings([tmp_path], source="河东日报", published="2021-05-17", on_problem=lambda _: None)
    }
    assert list(found) == list(files)
    assert len({tuple(those) for those in found.values()}) == 1
    assert [len(those) for those in found.values()] == [1] * 5

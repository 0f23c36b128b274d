"""Flat pages: text that no column broke is one article where nothing says that there are more."""

from __future__ import annotations

import pytest

from kg.ids import text_sha256
from kg.page import Article, Metadata, Page
from kg.segment import segment
from kg.segment.flat import flat_article

HEADLINE = "岚河县城北供水管网改造完工"
FIRST = (
    "本报讯（记者 秦小雨）10月8日，岚河县城北供水管网改造工程全面完工并投入使用，"
    "一万二千户居民告别了二次供水，水压不足的老问题从此解决。"
)
SECOND = (
    "工程于去年3月开工，更换老旧管道31公里，新建加压泵站2座，总投资4600万元。"
    "县水务局局长温若愚说，明年还将改造城南片区的管网。"
)
LAST = "居民孟桂香打开水龙头，笑着说：“现在六楼的水也哗哗的。”"


def page(raw: str) -> Page:
    """Return a page of text."""
    return Page("page.txt", raw, text_sha256(raw), Metadata(), "text")


def found(raw: str) -> Article:
    """Return the one article that is found on a page."""
    (article,) = segment(page(raw))
    return article


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n"])
def test_paragraphs_stay_paragraphs(end: str) -> None:
    """Headline, byline and paragraphs are what the lines are; every character leads back to the page."""
    raw = end.join([HEADLINE, FIRST, SECOND, LAST]) + end
    article = found(raw)
    assert article.headline is not None
    assert article.headline.text == HEADLINE
    assert article.body.text == "\n".join([FIRST.partition("）")[2], SECOND, LAST])
    assert [one.name for one in article.bylines] == ["秦小雨"]
    assert all(
        char == raw[start:end_]
        for char, start, end_ in zip(article.body.text, article.body.starts, article.body.ends, strict=True)
        if char != "\n"
    )


@pytest.mark.parametrize(
    "lines",
    [
        [HEADLINE, FIRST, "岚河县秋收过半", SECOND],
        [HEADLINE, FIRST, FIRST.replace("供水", "供热")],
        [HEADLINE, FIRST, SECOND + "（下转3版）"],
        [FIRST[at : at + 20] for at in range(0, len(FIRST), 20)],
        ["2021年5月6日 星期四", HEADLINE, FIRST],
    ],
)
def test_what_may_be_more_is_shared_out(lines: list[str]) -> None:
    """A heading below, a second dateline, a jump, broken lines, a masthead: such a page is looked at line by line."""
    assert flat_article(page("\n".join(lines))) is None


def test_a_headline_of_two_lines_is_one() -> None:
    """Headings on top are the headline, parted by a space."""
    article = found(f"岚河县改造供水管网\n一万二千户受益\n{FIRST}\n{SECOND}\n")
    assert article.headline is not None
    assert article.headline.text == "岚河县改造供水管网 一万二千户受益"

"""Objects: a known article whose bylines and damage are taken out of the rules' way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.segment import segment


def page(text: str, headline: str | None = None) -> Page:
    """Return an object."""
    return Page("a.jsonl", text, text_sha256(text), Metadata(), "object", "a", headline)


def test_the_byline_is_credited_and_left_out() -> None:
    """Rules read the body without it; the span holds all of the text."""
    text = "本报讯（记者 秦小雨）　5月16日，市长李 明到县调研。\r\n\r\n　　全县受灾１２户。\n（编辑 张 敏）"
    (article,) = segment(page(text, "李明到县调研"))
    assert article.full.text == "李明到县调研\n5月16日，市长李明到县调研。\n全县受灾12户。"
    assert [(one.name, one.role) for one in article.bylines] == [("秦小雨", "记者"), ("张敏", "编辑")]
    assert [(one.start, one.end) for one in article.spans] == [(0, len(text))]


def test_markup_in_a_headline_is_read() -> None:
    """A line break parts the headline, an entity stands for its character, an ampersand for itself."""
    (article,) = segment(page("今天。", " 甲&ldquo;乙&rdquo;投产<br/><b>丙</b>启动&nbsp;R&D "))
    assert article.headline is not None
    assert article.headline.text == "甲“乙”投产 丙启动 R&D"


@given(
    st.text(alphabet="本报讯记者（）()□ 　\n\r王磊摄，。图为&;lt<br/>１é\u0301⼀ab12", max_size=60),
    st.none() | st.text(max_size=20),
)
def test_any_object_is_one_article(text: str, headline: str | None) -> None:
    """No text crashes; the map leads into the text."""
    (article,) = segment(page(text, headline))
    assert len(article.body.text) == len(article.body.starts) == len(article.body.ends)
    assert all(0 <= a <= b <= len(text) for a, b in zip(article.body.starts, article.body.ends, strict=True))

"""A page from the web is one article: its headline, its text without bylines and captions, tables as sentences."""

from __future__ import annotations

from kg.fact import cite
from kg.ids import text_sha256
from kg.page import Byline, Metadata, Page
from kg.segment import segment


def web_page(raw: str, headline: str | None = None, bylines: tuple[Byline, ...] = ()) -> Page:
    """Return a page from the web with the text."""
    meta = Metadata("青峦日报", "2021-04-12")
    return Page("x.html", raw, text_sha256(raw), meta, "web", headline=headline, bylines=bylines)


def body_of(raw: str) -> str:
    """Return the body of the page's article."""
    (article,) = segment(web_page(raw))
    return article.body.text


def test_the_first_line_is_the_headline() -> None:
    """Headline, body and bylines are those of the page; what stands in the text comes first."""
    raw = "贺清禾会见代表团\n本报讯（记者 方远山）4月11日，市长贺清禾会见代表团。\n苗秋实参加。"
    (article,) = segment(web_page(raw, "贺清禾会见代表团", (Byline("祝小满", "编辑"),)))
    assert article.headline is not None
    assert article.headline.text == "贺清禾会见代表团"
    assert article.body.text == "4月11日，市长贺清禾会见代表团。\n苗秋实参加。"
    assert article.bylines == (Byline("方远山", "记者"), Byline("祝小满", "编辑"))


def test_every_character_comes_from_the_page_or_is_put_in() -> None:
    """Sentences made of a table's rows are of the page's characters but for marks, and are cited verbatim."""
    raw = "姓名\t性别\t现任职务\t拟任职务\n贺 清 禾\t男\t市财政局副局长\t市财政局局长"
    (article,) = segment(web_page(raw))
    full = article.full
    for char, start, end in zip(full.text, full.starts, full.ends, strict=True):
        assert raw[start:end] == char or (start == end and char in "，。：\n")
    assert full.text == "贺清禾，男，现任市财政局副局长，拟任市财政局局长。"
    assert "".join(one.quote for one in cite(article, 0, len(full.text))).replace(" ", "").startswith("贺清禾")


def test_a_table_with_the_action_in_a_column() -> None:
    """任 and 免 open the row's sentence."""
    assert body_of("姓名\t职务\t任免\n贺清禾\t市财政局局长\t任\n方远山\t市水利局副局长\t免") == (
        "任：贺清禾，市财政局局长。\n免：方远山，市水利局副局长。"
    )


def test_a_cell_may_say_itself_what_becomes_of_the_office() -> None:
    """免去…职务 in the cell is the action; the number of the row says nothing."""
    assert body_of("序号\t姓名\t任免职务\n1\t贺清禾\t任市财政局局长\n2\t方远山\t免去市水利局副局长职务") == (
        "任：贺清禾，市财政局局长。\n免去：方远山，市水利局副局长。"
    )


def test_a_unit_that_spans_rows_belongs_to_each() -> None:
    """单位 and 职务 in two columns make one office; an empty unit is that above."""
    assert body_of("单位\t姓名\t职务\n市财政局\t贺清禾\t局长\n\t方远山\t副局长") == (
        "贺清禾，市财政局局长。\n方远山，市财政局副局长。"
    )


def test_the_line_above_a_table_may_be_its_action() -> None:
    """免去： above a table holds for its rows."""
    assert body_of("免去：\n姓名\t职务\n方远山\t市水利局副局长") == "免去：\n免去：方远山，市水利局副局长。"


def test_other_tables_stay_rows() -> None:
    """A table of figures is one row a line; nothing is put into it."""
    assert body_of("指标\t数量\n粮食\t3万吨") == "指标 数量\n粮食 3万吨"


def test_a_caption_in_the_text_is_noted_and_left_out() -> None:
    """图为… is seen and not used."""
    (article,) = segment(web_page("市长贺清禾会见代表团。\n图为会见现场。方远山 摄\n苗秋实参加。"))
    assert article.body.text == "市长贺清禾会见代表团。\n苗秋实参加。"
    assert [reason for reason, _, _ in article.rejected] == ["caption"]

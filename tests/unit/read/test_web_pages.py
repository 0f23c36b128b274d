"""Web pages: the article's text, headline, day, source and names, and nothing of what the site puts around it."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from webpages import Wrapped, templates, wrap

from kg.errors import InputError
from kg.page import Byline, Metadata, Page
from kg.read.html import html_pages

HEADLINE = "贺清禾到松岭县调研春耕生产 强调抓住农时"
TEXT = (
    "本报讯（记者 方远山）4月11日，市委副书记、市长贺清禾到松岭县调研春耕生产工作，副市长苗秋实参加调研。\n"
    "贺清禾一行先后来到松岭县农资配送中心和白石镇，了解农资储备情况。今年以来，全县备耕化肥1.2万吨。\n"
    "贺清禾强调，要抓住农时，落实责任。"
)
SHORT = "4月11日，市长贺清禾会见了来访的云溪区代表团一行。"
PAGE = "<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"
BODY = f"<div class='content'><p>{SHORT}</p></div>"


def read(data: bytes | str, known: Metadata | None = None, file: str = "page.html") -> Page:
    """Return the one page that is read."""
    (page,) = html_pages(data.encode() if isinstance(data, str) else data, file, known or Metadata(), lambda _: None)
    return page


def wrapped(template: str, text: str = TEXT, seed: int = 7) -> Wrapped:
    """Return the invented article in a template's page."""
    return wrap(template, HEADLINE, text, "2021-04-12", "青峦日报", seed)


def bare(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def is_article_or_one_line(data: bytes) -> bool:
    """Say whether bytes are read as pages with text, or refused with one line."""
    try:
        pages = list(html_pages(data, "x.html", Metadata(), lambda _: None))
    except InputError as error:
        return "\n" not in str(error)
    return all(page.raw.strip() and page.kind == "web" for page in pages)


@pytest.mark.parametrize("seed", [7, 8])
@pytest.mark.parametrize("template", templates())
def test_a_page_of_a_known_system_gives_its_article_and_nothing_else(template: str, seed: int) -> None:
    """Body, headline, day, source and editor are exact; the site's furniture is gone."""
    page = wrapped(template, seed=seed)
    found = read(page.data)
    assert found.headline is not None
    assert bare(found.headline) == bare(HEADLINE)
    assert found.raw.split("\n")[1:] == TEXT.split("\n")
    assert (found.meta.published, found.meta.source) == ("2021-04-12", "青峦日报")
    assert page.editor is None or Byline(page.editor, "编辑") in found.bylines
    assert set(found.inferred) == {"published", "source"}


@pytest.mark.parametrize("template", templates())
def test_a_text_of_one_sentence_is_a_text(template: str) -> None:
    """Official news is often two lines long; related links beside it are more, and are not taken for it."""
    found = read(wrapped(template, SHORT).data)
    assert found.raw.split("\n")[1:] == [SHORT]


def test_what_the_user_gives_outranks_the_page() -> None:
    """A given source stays, and is not marked as inferred; the day, which nobody gave, is."""
    found = read(wrapped("trs").data, Metadata(source="云溪时报"))
    assert (found.meta.source, found.meta.published) == ("云溪时报", "2021-04-12")
    assert found.inferred == ("published",)


@pytest.mark.parametrize(
    ("declared", "written"),
    [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gb2312", "utf-8"), ("big5", "utf-8"), ("x-unknown", "gb18030"),
     ("iso-8859-1", "utf-8"), ("gbk", "gbk")],
)  # fmt: skip
def test_the_content_proves_its_encoding(declared: str, written: str) -> None:
    """A wrong declaration is overruled by what the bytes make sense in; 镕 is none of GB 2312's characters."""
    text = SHORT.replace("贺清禾", "贺镕禾")
    html = f"<html><head><meta charset={declared}><title>会见代表团</title></head><body><p>{text}</p></body></html>"
    assert text in read(html.encode(written)).raw


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_byte_order_mark_outranks_the_declaration(mark: bytes) -> None:
    """UTF-16 and UTF-8 with a mark are read as that, whatever the page declares."""
    html = f"<html><head><meta charset=gb2312></head><body><h1>会见代表团</h1><p>{SHORT}</p></body></html>"
    assert SHORT in read(mark + html.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-8")).raw


def test_saved_http_headers_give_the_encoding() -> None:
    """A page saved with the answer's headers is read by them, and they are no text."""
    html = f"<html><body><h1>会见代表团代表</h1><p>{SHORT}</p></body></html>"
    data = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n" + html.encode("gbk")
    assert read(data).raw == f"会见代表团代表\n{SHORT}"


def test_a_saved_page_with_all_its_parts_is_read() -> None:
    """MHTML: the page's part, in its transfer encoding; the address that it was saved from gives the day."""
    html = PAGE.format(title="会见代表团代表", head="", body=BODY)
    lines = "".join(f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in html.encode())
    folded = "=\r\n".join(lines[at : at + 60] for at in range(0, len(lines), 60))
    data = (
        "From: <Saved>\r\nSnapshot-Content-Location: https://www.paper.example/2021-04/12/content_1.htm\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{folded}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
    )
    found = read(data, file="page.mhtml")
    assert SHORT in found.raw
    assert found.meta.published == "2021-04-12"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("/2021-04/12/content_1.htm", "2021-04-12"),
        ("/20210412/1.htm", "2021-04-12"),
        ("/t20210412_1.html", "2021-04-12"),
        ("/2021/0412/c1.html", "2021-04-12"),
        ("/2021/4/12/1.html", "2021-04-12"),
        ("/id/20219912.html", None),
        ("/1.html", None),
    ],
)
def test_an_address_gives_the_day_where_the_page_does_not(address: str, day: str | None) -> None:
    """A canonical address names the day in many forms; a number that is no day names none."""
    head = f"<link rel='canonical' href='https://x.example{address}'>"
    assert read(PAGE.format(title="会见代表团代表", head=head, body=BODY)).meta.published == day


def test_the_day_of_saving_is_not_the_day_of_issue() -> None:
    """今天是… stands on a page for the reader's day."""
    body = f"<p>今天是2026年3月1日 星期日</p><h1>市长会见代表团</h1><p>2021年4月12日　来源：青峦日报</p>{BODY}"
    assert read(PAGE.format(title="市长会见代表团", head="", body=body)).meta.published == "2021-04-12"


def test_a_kicker_and_a_subtitle_belong_to_the_headline() -> None:
    """引题 and 副题 beside the headline are part of it; a subhead within the text is not."""
    body = (
        "<div class='yinti'>贺清禾在会上强调</div><h1>青峦市召开春耕生产会议</h1><div class='subtitle'>方远山主持</div>"
        f"<div id='ozoom'><p>{SHORT}</p><p>一、抓住农时</p><p>各县要抓好备耕，不误农时。</p></div>"
    )
    found = read(PAGE.format(title="青峦日报数字报-青峦市召开春耕生产会议", head="", body=body))
    assert found.headline == "贺清禾在会上强调 青峦市召开春耕生产会议 方远山主持"
    assert found.meta.source == "青峦日报"


def several(title: str, before: str = "") -> list[Page]:
    """Return the pages read from one of two items, each with headline and text."""
    other = "松岭县农资配送中心日前开工，总投资三千万元，明年投用。县长方远山出席了开工仪式。"
    items = "".join(
        f"<div class='item'><h2>{head}</h2><p>{text}</p></div>"
        for head, text in (("市长会见云溪代表团", SHORT + "苗秋实参加会见并介绍情况。"), ("松岭农资中心开工", other))
    )
    html = PAGE.format(title=title, head="", body=f"<p>2021年04月12日 星期一</p>{before}<div>{items}</div>")
    return list(html_pages(html.encode(), "node_2.htm", Metadata(), lambda _: None))


def test_a_page_of_several_articles_gives_each() -> None:
    """An e-paper's page with two texts is two pages of one volume."""
    pages = several("青峦日报数字报")
    assert [page.headline for page in pages] == ["市长会见云溪代表团", "松岭农资中心开工"]
    assert [(page.volume, page.number) for page in pages] == [("node_2.htm", 1), ("node_2.htm", 2)]
    assert pages[1].raw.endswith("出席了开工仪式。")


def test_sections_under_one_headline_are_one_article() -> None:
    """Where a headline stands above all, the blocks are its sections."""
    assert len(several("青峦市本周要事综述_青峦网", "<h1>青峦市本周要事综述</h1>")) == 1


def test_a_list_of_links_is_no_article() -> None:
    """A column's page says what it is."""
    links = "".join(f"<li><a href='{n}.htm'>松岭县召开安全生产会议第{n}次</a></li>" for n in range(20))
    with pytest.raises(InputError, match="a list of 20 links, no article"):
        read(PAGE.format(title="要闻", head="", body=f"<ul>{links}</ul>"))


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><div id='app'></div><script>x()</script></body></html>",
        "<p>404 Not Found</p>",
    ],
)
def test_a_page_without_text_says_so(html: str) -> None:
    """A page that a browser would fill, or an error's, is refused in a line."""
    with pytest.raises(InputError, match=r"no article|without an article|is empty"):
        read(html)


def test_entities_of_a_document_type_are_inert() -> None:
    """Nothing that a document type declares is read or expanded."""
    declared = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'yyy'>]>"
    html = f"<html><body><h1>市长会见代表团</h1><p>{SHORT}&x;&y;</p></body></html>"
    assert read(declared + html).raw == f"市长会见代表团\n{SHORT}&x;&y;"


def test_rows_of_a_table_are_lines_with_their_cells_parted() -> None:
    """A table of data keeps its columns; a cell that spans rows leaves those below it empty."""
    table = (
        "<table><tr><th>单位</th><th>姓名</th><th>职务</th></tr><tr><td rowspan=2>市财政局</td><td>贺清禾</td>"
        "<td>局长</td></tr><tr><td>方远山</td><td>副局长</td></tr></table>"
    )
    found = read(
        PAGE.format(
            title="人事任免", head="", body=f"<h1>市政府人事任免</h1><div><p>市政府决定任免下列人员。</p>{table}</div>"
        )
    )
    assert found.raw.split("\n")[2:] == ["单位\t姓名\t职务", "市财政局\t贺清禾\t局长", "\t方远山\t副局长"]


@pytest.mark.parametrize(
    "kept",
    [
        "来源于生活的力量，让这座小城充满活力。",
        "打印店老板王小满说，生意好了三成。",
        "相关负责人表示，将继续推进项目建设。",
        "首页改版以来，平台访问量增长两成。",
    ],
)
def test_a_paragraph_that_begins_like_furniture_is_text(kept: str) -> None:
    """来源, 打印, 相关 and 首页 open sentences too."""
    found = read(
        PAGE.format(title="小城故事多", head="", body=f"<h1>小城的故事很多</h1><div><p>{SHORT}</p><p>{kept}</p></div>")
    )
    assert found.raw.split("\n")[1:] == [SHORT, kept]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 40_000,
        "<a>" * 200_000,
        f"<p>首页{'&gt;' * 390}。</p>",
        "1" * 3000,
        " " * 2_000_000,
        "<!--" * 200_000,
        "<!-- enp -->" * 45_000,
        "<p>大|中|小|</p>" * 10_000,
        f"<a {' '.join(f'x{n}=1' for n in range(20_000))}>",
        "【" * 100_000,
        "<title>" + "青峦网-" * 20_000,
        "<p>" + "来源：" * 20_000,
        "<p>" + "2021-" * 40_000,
        "<div class='" + "nav-" * 4000 + "'>x",
    ],
    ids=lambda html: html[:12],
)
def test_hostile_pages_neither_crash_nor_hang(html: str) -> None:
    """Whatever is in a file, it is an article or an error of one line, within five seconds."""
    began = time.perf_counter()
    assert is_article_or_one_line((html + BODY).encode())
    assert time.perf_counter() - began < 5


@given(
    seed=st.integers(0, 10_000),
    cuts=st.lists(st.tuples(st.integers(0, 6000), st.binary(max_size=12), st.integers(0, 60)), max_size=12),
)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_damaged_pages_are_read_or_refused(
    seed: int, cuts: list[tuple[int, bytes, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with bytes put in and taken out anywhere: no crash, no network, no file opened."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a web page opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    names = list(templates())
    data = wrapped(names[seed % len(names)], seed=seed).data
    for at, put, size in cuts:
        data = data[:at] + put + data[at + size :]
    assert is_article_or_one_line(data)


def page_of(title: str, body: str, head: str = "") -> str:
    """Return a small page in UTF-8."""
    return f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


PARAGRAPH = "<p>5月6日，青峦市委书记贺清禾到云川县调研项目建设。市领导方远山参加调研。</p>"


def test_linked_data_gives_headline_day_author_and_publisher() -> None:
    """What no reader sees of a page's linked data is used, also from within a graph; broken data is no error."""
    data = (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"别处"},{"@type":"NewsArticle",'
        '"headline":"贺清禾到云川县调研","datePublished":"2021-05-07T08:00:00+08:00",'
        '"author":[{"name":"林晓舟"}],"publisher":{"name":"青峦日报"}}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    found = read(page_of("x", f"<div>贺清禾到云川县调研</div>{PARAGRAPH}", data))
    assert (found.headline, found.meta.published, found.meta.source) == ("贺清禾到云川县调研", "2021-05-07", "青峦日报")
    assert [one.name for one in found.bylines] == ["林晓舟"]


def test_a_day_in_chinese_numerals_is_a_day_and_no_source() -> None:
    """二〇二一年五月十七日 below the headline is the day of publication."""
    body = f"<h1>贺清禾到云川县调研</h1><div>二〇二一年五月十七日</div>{PARAGRAPH}"
    found = read(page_of("贺清禾到云川县调研", body)).meta
    assert (found.published, found.source) == ("2021-05-17", None)


def test_an_edition_is_no_source() -> None:
    """The title element 青峦日报-数字报 names the paper, not its edition."""
    body = f"<h1>贺清禾到云川县调研</h1><div>2021-05-07</div>{PARAGRAPH}"
    assert read(page_of("青峦日报-数字报", body)).meta.source == "青峦日报"


def test_very_short_news_is_news_but_a_bare_name_is_none() -> None:
    """A text of one short sentence under a visible headline is an article."""
    found = read(page_of("简讯", "<h1>方远山任市水利局局长</h1><p>近日，方远山任局长。</p>"))
    assert found.raw == "方远山任市水利局局长\n近日，方远山任局长。"


def test_further_pages_within_a_page_are_text_and_hidden_tabs_are_none() -> None:
    """An article's second page, hidden until its number is pressed, is read; a hidden tab is not."""
    hidden = '<div id="{}2" style="display:none"><p>会议还研究了其他事项，方远山作了说明。</p></div>'
    for name, kept in (("page", True), ("tab", False)):
        body = f'<h1>贺清禾到云川县调研</h1><div id="{name}1">{PARAGRAPH}</div>{hidden.format(name)}'
        assert ("其他事项" in read(page_of("贺清禾到云川县调研", body)).raw) is kept

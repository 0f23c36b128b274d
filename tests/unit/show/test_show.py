"""What was read, shown: nothing is lost, nothing of a page becomes markup, nothing comes from outside."""

from __future__ import annotations

import json
import re
from array import array
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from kg.cli import run
from kg.ids import text_sha256
from kg.page import Article, Layout, Metadata, Page, PrintedLine, Span, Text
from kg.reading import Reading, iter_readings
from kg.show.objects import to_object
from kg.show.paint import Shown, runs_of
from kg.show.sheets import to_page
from kg.show.texts import to_lines
from kg.show.totals import Totals

if TYPE_CHECKING:
    from pathlib import Path

FRONT = """汶江日报
2022年9月12日 星期一 第4321期
甲县举办荔枝节
本报讯（记者 白露）甲县荔枝节日前举办，来自各地的
（下转2版）
"""
BACK = "第2版 综合 2022年9月12日 星期一\n甲县举办荔枝节\n（上接1版）\n客商签下了订单。\n"
NASTY = "<script>alert(1)</script>&amp;\"'><img src=x onerror=alert(1)>\u202e\x1b[2J"
FILLER = "四方客商云集于此。" * 60


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """Return a file of two pages with an article that goes on."""
    path = tmp_path / "v.txt"
    path.write_text(f"{FRONT}\f{BACK}", encoding="utf-8")
    return path


def readings(path: Path) -> list[Reading]:
    """Return what is read of a file."""
    return list(iter_readings([path], on_problem=lambda _: None))


def shown(found: list[Reading]) -> str:
    """Return the page that shows them."""
    totals = Totals()
    for one in found:
        totals.add(one)
    return "".join(to_page(found, totals))


class Markup(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.append(tag)
        self.attributes += attrs


def test_a_page_as_text_says_all(volume: Path) -> None:
    """Headline, byline, dateline, place in the text, what was inferred, each rejection with its gloss."""
    first, second = readings(volume)
    text = "\n".join(to_lines(first))
    assert "v.txt, page 1" in text
    assert "source 汶江日报 (inferred); published 2022-09-12 (inferred)" in text
    assert "issue 4321" in text
    assert "1  甲县举办荔枝节" in text
    assert "by 记者 白露" in text
    assert "dateline 本报讯" in text
    assert "goes on in v.txt, page 2" in text
    assert "not used: jump (转版提示)" in text
    assert "goes on here from v.txt, page 1" in "\n".join(to_lines(second))


def test_a_page_as_json_says_where(volume: Path) -> None:
    """Spans count in the page's text; a continuation names the page that it stands on."""
    first, second = (to_object(one) for one in readings(volume))
    (article,) = first["articles"]
    assert (first["number"], first["source"], first["issue"], first["inferred"]) == (
        1, "汶江日报", "4321", ["source", "published"],
    )  # fmt: skip
    start, end = article["spans"][0]
    assert FRONT[start:end].startswith("甲县举办荔枝节")
    assert article["continued"]["page"] == text_sha256(BACK)
    assert article["text"] == "甲县荔枝节日前举办，来自各地的客商签下了订单。"
    assert {one["reason"] for one in article["rejections"]} >= {"jump", "masthead"}
    assert all(one["gloss"] for one in article["rejections"])
    assert (second["articles"], [one["id"] for one in second["continued"]]) == ([], [article["id"]])


def test_totals_count_everything(volume: Path) -> None:
    """Pages, articles and each reason, the most frequent first."""
    totals = Totals()
    for one in readings(volume):
        totals.add(one)
    assert totals.lines()[0].startswith("2 pages, 1 article, 1 with headline, 1 with byline, 1 joined across pages")
    assert totals.reasons["jump"] == 2


def test_runs_cover_the_page(volume: Path) -> None:
    """The runs of a page are its text, in order and without gap; a headline is told from its body."""
    (first, _) = readings(volume)
    made = [Shown("a", 1, one, continued=False) for one in first.articles]
    runs = list(runs_of(first.page, made, first.rejected))
    assert "".join(first.page.raw[one.start : one.end] for one in runs) == first.page.raw
    assert [first.page.raw[one.start : one.end] for one in runs if one.headline] == ["甲县举办荔枝节"]
    assert [first.page.raw[one.start : one.end] for one in runs if one.reason == "jump"] == ["（下转2版）"]


def test_the_page_shows_all_text_and_links_lead_somewhere(volume: Path) -> None:
    """Every character of the pages is there; every link of the list jumps to a place that exists, once."""
    page = shown(readings(volume))
    body = unescape(re.sub(r"<[^>]+>", "", page))
    for line in (*FRONT.splitlines(), *BACK.splitlines()):
        assert re.sub(r"\s", "", line) in re.sub(r"\s", "", body)
    found = Markup(page).attributes
    ids = [value for name, value in found if name == "id"]
    assert len(ids) == len(set(ids))
    assert {value for name, value in found if name == "href"} <= {f"#{one}" for one in ids}


def test_nothing_of_a_page_becomes_markup_and_nothing_comes_from_outside(tmp_path: Path) -> None:
    """A page of code is shown as text: no script, no style attribute, no address, no control character."""
    path = tmp_path / f"a{NASTY.replace('/', '').replace(chr(27), '')}.txt"
    path.write_text(
        f"{NASTY}举办荔枝节\n本报讯（记者 白露）{NASTY}荔枝节日前举办。{FILLER}\n（下转2版{NASTY[:9]}）\n",
        encoding="utf-8",
    )
    page = shown(readings(path))
    markup = Markup(page)
    assert not {"script", "img", "iframe", "link", "object"} & set(markup.tags)
    assert not [name for name, _ in markup.attributes if name.startswith("on") or name in {"src", "style"}]
    assert "default-src 'none'" in page
    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", page)


def test_text_moves_no_cursor(tmp_path: Path) -> None:
    """A terminal acts on nothing that a page says."""
    path = tmp_path / "a.txt"
    path.write_text(f"{NASTY}举办荔枝节\n本报讯（记者 白露）荔枝节日前举办。\x1b[2J{FILLER}\n", encoding="utf-8")
    text = "\n".join(line for one in readings(path) for line in to_lines(one))
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", text)


def printed() -> Reading:
    """Return a printed page of three lines: a headline, a body, something nobody's."""
    raw = "甲县<举办>荔枝节\n客商云集。\n竖排"
    edges = [(10.0, 10.0, 90.0, 30.0), (10.0, 40.0, 60.0, 50.0), (100.0, 40.0, 110.0, 80.0)]
    places = [(0, 9), (10, 15), (16, 18)]
    boxes = array("d", [0.0] * (4 * len(raw)))
    lines = [
        PrintedLine(start, end, box, 12.0, setting)
        for (start, end), box, setting in zip(places, edges, ("across", "across", "down"), strict=True)
    ]
    layout = Layout(200.0, 300.0, tuple(lines), boxes)
    page = Page(
        "a.pdf", raw, text_sha256(raw), Metadata(), "print", layout=layout, rejected=(("vertical text", 16, 18),)
    )
    article = Article(
        "a", page, page.meta, Text.of(raw[0:9]), Text.of(raw[10:15], 10), (Span(0, 9), Span(10, 15)), (), page.rejected
    )
    return Reading(page, (article,), (None,))


def test_a_printed_page_is_drawn_at_its_place() -> None:
    """Each line stands where it was printed, in its article's colour; what was not used says why."""
    page = shown([printed()])
    assert 'viewBox="0 0 200 300"' in page
    assert (
        '<text x="10" y="48.8" font-size="12" textLength="50" lengthAdjust="spacingAndGlyphs">客商云集。</text>' in page
    )
    assert "甲县&lt;举办&gt;荔枝节</text>" in page
    assert 'writing-mode="vertical-rl"' in page
    assert "<title>竖排文字（vertical text）</title>" in page
    assert len(re.findall('<rect class="c1"', page)) == 2


@pytest.mark.parametrize("how", ["text", "json", "html"])
def test_the_command_writes_each_form(volume: Path, capsys: pytest.CaptureFixture[str], how: str) -> None:
    """To standard output, and the same to a file."""
    assert run(["read", str(volume), "--format", how]) == 0
    printed = capsys.readouterr().out
    assert "甲县举办荔枝节" in printed
    assert run(["read", str(volume), "--format", how, "-o", str(volume.with_suffix(".out"))]) == 0
    assert volume.with_suffix(".out").read_text(encoding="utf-8") == printed
    if how == "json":
        assert [json.loads(line)["number"] for line in printed.splitlines()] == [1, 2]


def test_options_count_before_what_a_page_proves(volume: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the user says is not marked as inferred."""
    assert run(["read", str(volume), "--published", "2021-01-02", "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["published"], first["inferred"]) == ("2021-01-02", ["source"])


def test_nothing_to_read_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line and exit code 1, as of the other commands; no file is left."""
    assert run(["read", str(tmp_path / "none.txt"), "--format", "html", "-o", str(tmp_path / "a.html")]) == 1
    assert "no such file" in capsys.readouterr().err
    assert not (tmp_path / "a.html").exists()


def test_pages_are_shown_one_by_one(tmp_path: Path) -> None:
    """Text and JSON hold one page at a time: the first is written before the second is read."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            f"甲县举办荔枝节\n本报讯（记者 白露）第{number}届荔枝节举办。\n", encoding="utf-8"
        )
    stream = iter_readings([tmp_path], on_problem=lambda _: None)
    assert to_object(next(stream))["file"].endswith("0.txt")
    (tmp_path / "1.txt").write_text("乙县修通环湖路\n本报讯（记者 白露）环湖路日前修通。\n", encoding="utf-8")
    assert to_object(next(stream))["articles"][0]["headline"] == "乙县修通环湖路"

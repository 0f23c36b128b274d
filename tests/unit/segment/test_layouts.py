"""Printed pages become articles by place, size and flow: each way of setting a page by itself."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import pytest

from kg.fact import Evidence, Extraction, Tenure
from kg.ids import text_sha256
from kg.page import Article, Box, Layout, Metadata, Page, PrintedLine
from kg.record import from_record, to_record
from kg.segment import segment
from kg.segment.layout_matching import best_matching

SIZE, STEP = 10.0, 16.0
WIDTH = 12
"""Characters of a column."""
WATER = (
    "莫家湾水库昨日开闸放水下游九个村的秧田都喝上了头一道水管水员老范守在闸口记下每一刻的流量他"
    "说今年来水比往年早了八天沿渠的村民已经把田埂修整一新只等插秧"
)
SCHOOL = (
    "白石小学的新食堂上周启用六百名学生吃上了热饭校长介绍食堂的菜谱每周一换由家长委员会投票选定"
    "食材来自附近的合作社当天采摘当天送到老师和学生同桌吃饭"
)


@dataclass
class Sheet:
    """A page set line by line; `block` begins a new one."""

    raw: str = ""
    lines: list[PrintedLine] = field(default_factory=list)
    boxes: array[float] = field(default_factory=lambda: array("f"))
    rules: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    def _unprinted(self, text: str) -> None:
        self.raw += text
        self.boxes.extend((0.0,) * 4 * len(text))

    def block(self, *texts: str, left: float, top: float, size: float = SIZE, step: float = STEP) -> float:
        """Set lines one below the other; a line that begins with two wide spaces is set in. Return where they end."""
        if self.raw:
            self._unprinted("\n\n")
        for at, text in enumerate(texts):
            if at:
                self._unprinted("\n")
            inset = len(text) - len(text.lstrip("　"))
            self._unprinted("　" * inset)
            begin, x, y = len(self.raw), left + inset * size, top + at * step
            for char in text.strip("　"):
                self.raw += char
                self.boxes.extend((x, y, x + size, y + size))
                x += size
            self.lines.append(PrintedLine(begin, len(self.raw), (left + inset * size, y, x, y + size), size))
        return top + (len(texts) - 1) * step + size

    def column(self, text: str, left: float, top: float, *, indent: bool = True) -> float:
        """Set prose in a column."""
        text = ("　　" if indent else "") + text
        return self.block(*(text[at : at + WIDTH] for at in range(0, len(text), WIDTH)), left=left, top=top)

    def articles(self) -> list[Article]:
        """Return the page's articles."""
        self._unprinted("\n")
        layout = Layout(600, 800, tuple(self.lines), self.boxes, tuple(self.rules), tuple(self.pictures))
        page = Page("a.pdf", self.raw, text_sha256(self.raw), Metadata(), "print", number=2, layout=layout)
        return segment(page)


def told(articles: list[Article]) -> dict[str, str]:
    """Return bodies by headline, without white space."""
    return {
        "".join(one.headline.text.split()) if one.headline else "": "".join(one.body.text.split()) for one in articles
    }


def halves(text: str) -> tuple[str, str]:
    """Return a text cut where a column of six lines ends."""
    cut = 6 * WIDTH - 2
    return text[:cut], text[cut:]


def test_a_body_flows_over_the_columns_below_its_headline() -> None:
    """Two articles side by side, each of two columns below one headline."""
    sheet = Sheet()
    for left, headline, text in ((20, "莫家湾水库开闸", WATER), (320, "白石小学吃上热饭", SCHOOL)):
        first, second = halves(text + "。")
        sheet.block(headline, left=left, top=20, size=24)
        sheet.column(first, left, 60)
        sheet.column(second, left + 140, 60, indent=False)
    assert told(sheet.articles()) == {"莫家湾水库开闸": WATER + "。", "白石小学吃上热饭": SCHOOL + "。"}


def test_kicker_and_subtitle_belong_to_the_headline() -> None:
    """Smaller lines above and below the main one, in the order in which they stand."""
    sheet = Sheet()
    sheet.block("节水改造见成效", left=40, top=20, size=13)
    sheet.block("莫家湾水库开闸", left=20, top=40, size=24)
    sheet.block("——九个村喝上头道水", left=30, top=72, size=13)
    sheet.column(WATER + "。", 20, 100)
    assert told(sheet.articles()) == {"节水改造见成效莫家湾水库开闸——九个村喝上头道水": WATER + "。"}


@pytest.mark.parametrize(("kicker", "subtitle"), [("节水见成效", ""), ("", "九个村喝上水")])
def test_a_centred_line_as_small_as_the_text_belongs_to_the_headline(kicker: str, subtitle: str) -> None:
    """Above it or below it, even where the text follows without a gap."""
    sheet = Sheet()
    if kicker:
        sheet.block(kicker, left=20 + 3.5 * SIZE, top=24)
    sheet.block("莫家湾水库开闸", left=20 + 6 * SIZE - 52.5, top=40, size=15)
    first = ["　　　" + subtitle] if subtitle else []
    text = "　　" + WATER + "。"
    lines = [*first, *(text[at : at + WIDTH] for at in range(0, len(text), WIDTH))]
    sheet.block(*lines, left=20, top=60)
    assert told(sheet.articles()) == {f"{kicker}莫家湾水库开闸{subtitle}": WATER + "。"}


def test_a_headline_within_the_text_parts_nothing() -> None:
    """What stands in the middle of a column, between two paragraphs, is said within the article."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=40, top=20, size=24)
    sheet.column("本报讯（记者于小满）" + WATER + WATER[:41] + "。", 20, 60)
    end = sheet.column("各村还选出三名代表记账。", 160, 60)
    sheet.block("水清渠畅", left=160 + 4 * SIZE, top=end + 12)
    sheet.column("渠首的闸门每天开两次，由村民轮流看守。", 160, end + 34)
    [article] = sheet.articles()
    body = "".join(article.body.text.split())
    assert body.index("各村还选出") < body.index("水清渠畅") < body.index("渠首的闸门")


def test_a_headline_at_the_foot_of_a_column_has_its_text_at_the_top_of_the_next() -> None:
    """Where nothing stands below it, and nothing above the text."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=20, top=20, size=15)
    end = sheet.column(WATER + "。", 20, 50)
    sheet.block("白石小学吃上热饭", left=20, top=end + 16, size=15)
    sheet.column(SCHOOL + "。", 160, 20)
    assert told(sheet.articles()) == {"莫家湾水库开闸": WATER + "。", "白石小学吃上热饭": SCHOOL + "。"}


def test_a_headline_stands_beside_its_body() -> None:
    """Nothing is below the headline; the body begins level with it to the right."""
    sheet = Sheet()
    sheet.block("莫家湾", "水库开闸", left=20, top=20, size=24, step=30)
    sheet.column(WATER + "。", 160, 20)
    sheet.block("白石小学吃上热饭", left=320, top=20, size=24)
    sheet.column(SCHOOL + "。", 320, 60)
    assert told(sheet.articles()) == {"莫家湾水库开闸": WATER + "。", "白石小学吃上热饭": SCHOOL + "。"}


def test_a_frame_keeps_an_article_together() -> None:
    """Text goes on neither into a frame nor out of it, however well the columns fit."""
    sheet = Sheet()
    first, second = halves(WATER + "。")
    sheet.block("莫家湾水库开闸", left=20, top=20, size=20)
    sheet.column(first, 20, 60)
    sheet.column(second, 160, 60, indent=False)
    sheet.column(SCHOOL + "。", 320, 60)
    left, top, right, bottom = 310, 50, 450, 200
    sheet.rules += [(left, top, right, top), (left, bottom, right, bottom)]
    sheet.rules += [(left, top, left, bottom), (right, top, right, bottom)]
    assert told(sheet.articles()) == {"莫家湾水库开闸": WATER + "。", "": SCHOOL + "。"}


def test_a_caption_below_a_picture_is_no_text() -> None:
    """The line below a picture is a rejection, and the column goes on below it."""
    sheet = Sheet()
    first, second = halves(WATER + "。")
    sheet.block("莫家湾水库开闸", left=20, top=20, size=24)
    end = sheet.column(first, 20, 60)
    sheet.pictures.append((20, end + 8, 140, end + 80))
    sheet.block("闸口旁的老范", left=20, top=end + 84, size=8.5)
    sheet.column(second, 20, end + 110, indent=False)
    (article,) = sheet.articles()
    assert told([article]) == {"莫家湾水库开闸": WATER + "。"}
    assert [reason for reason, _, _ in article.rejected] == ["caption"]


def test_a_table_is_told_and_not_read() -> None:
    """Short cells in rows are a rejection each, and no article."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=20, top=20, size=24)
    end = sheet.column(WATER + "。", 20, 60)
    for row in range(4):
        for column in range(3):
            sheet.block(f"{row * 7 + column}方", left=20 + 40 * column, top=end + 40 + 20 * row)
    (article,) = sheet.articles()
    assert told([article]) == {"莫家湾水库开闸": WATER + "。"}
    assert {reason for reason, _, _ in article.rejected} == {"table"}


def test_a_headline_without_a_text_is_told() -> None:
    """What is set as a headline and heads nothing is noted with the nearest article."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=20, top=20, size=24)
    sheet.column(WATER + "。", 20, 60)
    sheet.block("明日看点", left=400, top=700, size=24)
    (article,) = sheet.articles()
    assert "headline without a text" in {reason for reason, _, _ in article.rejected}


def test_the_record_says_where_evidence_is_printed_and_is_read_back() -> None:
    """Page number and a box a line, for evidence and for rejections."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=20, top=20, size=24)
    sheet.column(WATER + "。", 20, 60)
    sheet.block("明日看点", left=400, top=700, size=24)
    (article,) = sheet.articles()
    start = article.page.raw.index("水库昨日")
    cited = Evidence(start, start + 8, article.page.raw[start : start + 8])
    fact = Tenure(person="老范", organization="水库", post="管水员", evidence=(cited,), confidence=0.9)
    record = to_record(article, Extraction((fact,), ()))
    (evidence,) = record["facts"][0]["evidence"]
    assert evidence["number"] == 2
    assert evidence["boxes"] == [[70.0, 60.0, 140.0, 70.0]]
    assert record["rejections"][0]["boxes"] == [[400.0, 700.0, 496.0, 724.0]]
    back = from_record(record)
    assert back.facts[0].evidence[0].boxes == ((70.0, 60.0, 140.0, 70.0),)
    assert back.rejections[0].number == 2


@pytest.mark.parametrize(
    ("scores", "alone", "expected"),
    [
        ([{0: 5.0}, {0: 4.0, 1: 3.0}], [0.0, 0.0], [0, 1]),
        ([{0: 5.0}, {0: 6.0}], [0.0, -9.0], [None, 0]),
        ([{0: -2.0}], [-1.0], [None]),
        ([{0: 1.0, 1: 7.0}, {1: 4.0}], [0.0, 0.0], [1, None]),
    ],
)
def test_the_best_matching_is_the_best_of_all(
    scores: list[dict[int, float]], alone: list[float], expected: list[int | None]
) -> None:
    """The sum counts: one may get less so that all get more, or nothing where that is best."""
    assert best_matching(scores, alone, 2) == expected


def test_a_headline_within_the_text_may_end_a_column() -> None:
    """The text that it stands over begins the next column: it parts nothing there either."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=40, top=20, size=24)
    end = sheet.column("本报讯（记者于小满）" + WATER + WATER[:41] + "。", 20, 60)
    sheet.block("水清渠畅", left=20 + 4 * SIZE, top=end + 10)
    sheet.column("渠首的闸门每天开两次，由村民轮流看守。各村还选出三名代表记账。", 160, 60)
    [article] = sheet.articles()
    body = "".join(article.body.text.split())
    assert body.index(WATER[:8]) < body.index("水清渠畅") < body.index("渠首的闸门")


def test_a_headline_within_the_text_is_larger_than_other_texts_of_the_page_only() -> None:
    """An article set larger than the rest of the page has its headlines within set as large as itself."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=40, top=20, size=24)
    large = SIZE * 1.25
    sheet.block("　　各村还选出三名代表记账。", left=20, top=60, size=large)
    sheet.block("水清渠畅", left=20 + 4 * large, top=60 + 2 * large, size=large)
    sheet.block("　　渠首的闸门每天开两次，由村民", "轮流看守。", left=20, top=60 + 4 * large, size=large)
    sheet.block("路通了", left=40, top=240, size=24)
    for left in (20, 160):
        sheet.column(WATER * 3 + "。", left, 280)
    told_texts = told(sheet.articles())
    assert told_texts["莫家湾水库开闸"].index("水清渠畅") < told_texts["莫家湾水库开闸"].index("渠首的闸门")


def test_a_kicker_of_two_lines_belongs_to_the_headline_below_it() -> None:
    """However small it is set: it stands in the middle of a headline that is clearly larger."""
    sheet = Sheet()
    sheet.block("九个村都喝", "上了头道水", left=20 + 4.5 * SIZE, top=20)
    sheet.block("莫家湾水库开闸", left=20 + 7 * SIZE - 52.5, top=46, size=15)
    sheet.column(WATER + "。", 20, 70)
    [head] = told(sheet.articles())
    assert "九个村都喝" in head
    assert head.endswith("莫家湾水库开闸")


def test_a_subtitle_right_above_the_text_of_a_reporter_belongs_to_the_headline() -> None:
    """Where a short article's first line follows without a gap, its centred first line is no text."""
    sheet = Sheet()
    sheet.block("莫家湾水库开闸", left=20 + 10.5 * SIZE - 52.5, top=24, size=15)
    sheet.block("　　　　　　　　　喝上水", "　　本报讯（记者于小满）渠水昨夜开闸。", left=20, top=44)
    [head] = told(sheet.articles())
    assert head == "莫家湾水库开闸喝上水"


def test_the_names_of_a_list_are_no_headlines_within_the_text() -> None:
    """Lines of any length in the middle of a column stay where they stand, all of them."""
    sheet = Sheet()
    sheet.block("水利先进名单", left=40, top=20, size=24)
    names = ["　　　　　于小满", "　　　鲁大河　渠首管理站", "　　　　　石青", "　　　　白露　闸工"]
    sheet.block("　　经各村推选，下列诸位受到表彰。", *names, "　　名单已在村口张贴三天。", left=20, top=60)
    body = "".join(told(sheet.articles()).values())
    assert all(name in body for name in ("于小满", "鲁大河", "石青", "白露"))

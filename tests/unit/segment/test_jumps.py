"""Jumps: an article that goes on on another page becomes one, beyond doubt or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from news import invented_news
from volumes import issue

from kg.fact import cite
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page
from kg.reading import page_articles
from kg.segment.jump_lines import find_jumps
from kg.segment.jump_pairs import Part
from kg.segment.jumps import FARTHEST, join

if TYPE_CHECKING:
    from collections.abc import Iterator

FRONT = """谭志坚在高新区调研
本报讯（记者 白露）9月11日，市长谭志坚到高新区调研。
谭志坚走进宏达服饰、瑞丰制药，察看生产线，
询问订单，为企业解决用工、用地和用电的
（下转3版）
防洪提升工程完工
本报讯（记者 陆远）汶江防洪提升工程日前完工。
新建堤防14.2公里，受益群众8.3万人。
"""
OTHER = """市人社局举办培训班
本报讯（记者 田野）9月9日，市人社局举办养老护理培训班。
共有120人参加培训。
"""
BACK = """市教育局召开会议
本报讯（记者 沈青）9月9日，市教育局召开教育工作会议。
局长吴明主持会议。
谭志坚在高新区调研
（上接1版）
困难。市工信局局长李国平参加调研。全市规模以上工
业企业达到356家。（田野）
"""


def volume(*raws: str, labels: bool = False, file: str | None = "v.txt", name: str = "v.txt") -> list[Page]:
    """Return the pages of one file, or of an archive whose files are numbered."""
    return [
        Page(
            file=file or f"a/{number}.txt",
            raw=raw,
            sha256=text_sha256(raw),
            meta=Metadata(page_label=str(number) if labels else None),
            kind="text",
            volume=name,
            number=number,
        )
        for number, raw in enumerate(raws, 1)
    ]


def read(pages: list[Page]) -> list[Article]:
    """Return the articles of pages, joined."""
    return [
        one for _, some in join(((page, page_articles(page)) for page in pages), lambda whole: whole) for one in some
    ]


def headlines(articles: list[Article]) -> list[str]:
    """Return how articles are headed."""
    return [one.headline.text if one.headline else "" for one in articles]


@pytest.mark.parametrize(
    ("text", "side", "label"),
    [
        ("下转2版", "on", "2"),
        ("（下转第二版）", "on", "2"),
        ("（下转A04版）", "on", "A4"),
        ("（下转A4）", "on", "A4"),
        ("▶▶下转第02版·要闻", "on", "2"),
        ("转4版", "on", "4"),
        ("下 转 ２ 版", "on", "2"),
        ("（下\n\n转3\n\n版）", "on", "3"),
        ("(上接1版)", "back", "1"),
        ("（上接第一版《谭志坚在高新区调研》）", "back", "1"),
        ("上接头版", "back", "1"),
        ("（接1版）", "back", "1"),
    ],
)
def test_a_jump_says_where(text: str, side: str, label: str) -> None:
    """In all the manners of writing it."""
    assert [(one.side, one.label) for one in find_jumps(f"前文。\n{text}\n后文。\n")] == [(side, label)]


@pytest.mark.parametrize(
    "text", ["详见第3版", "会议由1楼转4楼举行。", "工作人员接2版通知后离开。", "下转入新阶段。", "转版"]
)
def test_what_is_no_jump(text: str) -> None:
    """Words that look like a jump inside a sentence are text; 详见 sends to another article."""
    assert find_jumps(text) == []


@pytest.mark.parametrize(("own", "side"), [("1", "on"), ("3", "back"), ("A1", "back")])
def test_where_a_word_says_neither_the_page_tells(own: str, side: str) -> None:
    """紧接第2版 sends on from page 1 and back from page 3."""
    assert find_jumps("前文。\n紧接第2版\n后文。\n", own)[0].side == side


def test_two_parts_are_one_article_that_cites_both_pages() -> None:
    """The body goes on in the middle of its sentence; each character is cited on the page where it stands."""
    pages = volume(FRONT, OTHER, BACK)
    articles = read(pages)
    assert headlines(articles) == ["谭志坚在高新区调研", "防洪提升工程完工", "市人社局举办培训班", "市教育局召开会议"]
    whole = articles[0]
    assert "为企业解决用工、用地和用电的困难。" in whole.body.text
    assert "下转" not in whole.full.text
    assert "上接" not in whole.full.text
    at = whole.full.text.index("用电的困难")
    cited = cite(whole, at, at + 5)
    assert [(one.quote, one.part) for one in cited] == [("用电的", "body"), ("困难", "continued")]
    assert [pages[0].raw[cited[0].start : cited[0].end], pages[2].raw[cited[1].start : cited[1].end]] == [
        "用电的",
        "困难",
    ]
    assert [one.name for one in whole.bylines] == ["白露", "田野"]


def test_the_repeated_headline_is_not_text() -> None:
    """What stands over the continuation was said before: it is noted, and so are both jumps."""
    whole = read(volume(FRONT, OTHER, BACK))[0]
    assert whole.full.text.count("谭志坚在高新区调研\n") == 1
    assert whole.continuation is not None
    assert {reason for reason, _, _ in whole.rejected} == {"jump"}
    assert {reason for reason, _, _ in whole.continuation.rejected} == {
        "jump",
        "headline repeated over the continuation",
    }


@pytest.mark.parametrize(
    "pages",
    [
        volume(FRONT, OTHER),
        volume(FRONT, BACK.replace("上接1版", "上接2版")),
        volume(FRONT, OTHER, BACK.replace("上接1版", "上接2版")),
        volume(FRONT, OTHER, OTHER, BACK),
        volume(
            FRONT.replace("和用电的", "和用电的困难。"), OTHER, BACK.replace("谭志坚在高新区调研", "全国防灾减灾日宣传")
        ),
    ],
    ids=["nowhere", "another page", "from another page", "further on", "under another headline"],
)
def test_a_jump_without_its_other_part_is_counted(pages: list[Page]) -> None:
    """Parts that do not name each other's pages stay apart, each with its jump as what was not found."""
    articles = read(pages)
    assert all(one.continuation is None for one in articles)
    assert "jump without its other part" in {reason for one in articles for reason, _, _ in one.rejected}


def test_where_several_could_meet_the_headline_decides() -> None:
    """Two articles go from page 1 to page 2: each finds its own."""
    first = "甲县举办荔枝节\n本报讯（记者 白露）甲县荔枝节日前举办，来自各地的\n（下转2版）\n"
    second = "乙县修通环湖路\n本报讯（记者 田野）乙县环湖路日前修通，沿线的\n（下转2版）\n"
    backs = "乙县修通环湖路\n（上接1版）\n十二个村从此有了公路。\n甲县举办荔枝节\n（上接1版）\n客商签下了订单。\n"
    found = {one.body.text for one in read(volume(first + second, backs))}
    assert found == {
        "甲县荔枝节日前举办，来自各地的客商签下了订单。",
        "乙县环湖路日前修通，沿线的十二个村从此有了公路。",
    }


def test_where_headlines_do_not_decide_the_open_sentence_does() -> None:
    """Of two fronts one ends with its sentence: the other goes on, though nothing stands over the continuation."""
    first = "甲县举办荔枝节\n本报讯（记者 白露）甲县荔枝节日前举办，来自各地的\n（下转2版）\n"
    second = "乙县修通环湖路\n本报讯（记者 田野）乙县环湖路日前修通。\n（下转2版）\n"
    back = "（上接1版）\n客商签下了订单。\n"
    found = [one.body.text for one in read(volume(first + second, back)) if one.continuation is not None]
    assert found == ["甲县荔枝节日前举办，来自各地的客商签下了订单。"]


def test_a_page_of_jumps_alone_ends_soon() -> None:
    """Thousands of jumps are no paper's: nothing is compared, nothing is joined, and reading ends."""
    fronts = "".join(f"第{number}条消息\n本报讯（记者 白露）消息{number}的\n（下转2版）\n" for number in range(400))
    backs = "".join(f"（上接1版）\n下文{number}。\n" for number in range(400))
    assert all(one.continuation is None for one in read(volume(fronts, backs)))


def test_where_several_could_meet_and_nothing_decides_none_does() -> None:
    """Two fronts, one continuation under a headline of neither: a doubt."""
    first = "甲县举办荔枝节\n本报讯（记者 白露）甲县荔枝节日前举办，来自各地的\n（下转2版）\n"
    second = "乙县修通环湖路\n本报讯（记者 田野）乙县环湖路日前修通，沿线的\n（下转2版）\n"
    back = "市教育局召开会议\n本报讯（记者 沈青）市教育局召开教育工作会议。\n（上接1版）\n客商签下了订单。\n"
    assert all(one.continuation is None for one in read(volume(first + second, back)))


def test_pages_of_an_archive_meet_by_headline_or_number() -> None:
    """A file of an archive need not be the page of its place; its own number or the headline says so."""
    assert read(volume(FRONT, OTHER, BACK, file=None))[0].continuation is not None
    strangers = volume(FRONT, OTHER, BACK.replace("谭志坚在高新区调研", "全国防灾减灾日宣传"), file=None)
    assert all(one.continuation is None for one in read(strangers))


def test_pages_of_other_issues_do_not_meet() -> None:
    """An archive of many days has many first pages."""
    front, back = volume(FRONT, BACK.replace("上接1版", "上接1版"), file=None)
    days = [
        replace(front, meta=Metadata("汶江日报", "2022-09-12", page_label="1")),
        replace(back, meta=Metadata("汶江日报", "2022-09-13", page_label="3")),
    ]
    assert all(one.continuation is None for one in read(days))
    same = [days[0], replace(days[1], meta=Metadata("汶江日报", "2022-09-12", page_label="3"))]
    assert read(same)[0].continuation is not None


def test_a_page_of_its_own_has_no_other() -> None:
    """A file of one page keeps its jump as what was seen and not used."""
    page = replace(volume(FRONT)[0], volume=None, number=None)
    assert [type(one) for one in page_articles(page)] == [Article, Article]
    assert ("jump", *_place(FRONT, "（下转3版）")) in page_articles(page)[0].rejected


def _place(raw: str, text: str) -> tuple[int, int]:
    return raw.index(text), raw.index(text) + len(text)


def test_waiting_ends_and_the_order_stays() -> None:
    """An article waits for so many pages and no more; what was read meanwhile comes after it."""
    given = []

    def stream() -> Iterator[tuple[Page, list[Article | Part]]]:
        for page in volume(FRONT, *[OTHER] * (FARTHEST + 8), BACK):
            given.append(page.number)
            yield page, page_articles(page)

    numbers = []
    for page, articles in join(stream(), lambda whole: whole):
        numbers.append(page.number)
        assert len(given) - len(numbers) <= FARTHEST
        assert not any(isinstance(one, Part) for one in articles)
    assert numbers == list(range(1, FARTHEST + 11))


def test_issues_with_jumps_are_put_together() -> None:
    """In sixty issues of four pages: nearly all articles that go on are whole, and hardly one is put together wrong."""
    wanted = right = wrong = 0
    for seed in range(60):
        made = issue(invented_news(), seed)
        found = {"".join(one.body.text.split()) for one in read(volume(*made.pages)) if one.continuation is not None}
        truth = {"".join((first + second).split()) for first, second in made.parts}
        wanted += len(truth)
        right += len(truth & found)
        wrong += len(found - truth)
    assert right / wanted >= 0.98
    assert wrong / wanted <= 0.01


@given(st.lists(st.text(alphabet="本报讯（下转上接123版）。\n甲乙丙丁", max_size=80), min_size=2, max_size=4))
def test_any_pages_are_read_in_order(raws: list[str]) -> None:
    """Whatever stands on the pages, each comes once, and no character is in two articles."""
    pages = volume(*raws)
    found = list(join(((page, page_articles(page)) for page in pages), lambda whole: whole))
    assert [page.number for page, _ in found] == [page.number for page in pages]
    owned: dict[tuple[str, int], set[int]] = {}
    for _, articles in found:
        for one in articles:
            rest = one.continuation
            more = [(rest.page, span) for span in rest.spans] if rest is not None else []
            for page, span in [*((one.page, span) for span in one.spans), *more]:
                taken = owned.setdefault((page.sha256, page.number or 0), set())
                assert not taken & set(range(span.start, span.end))
                taken |= set(range(span.start, span.end))

"""Pages: lines are shared out among articles, whatever order and damage they come in."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import evaluate
from kg.fact import Extraction
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page
from kg.record import check_evidence, to_record
from kg.repair import one_to_one
from kg.segment import segment

sys.path.insert(0, str(Path(__file__).parents[2]))

from news import invented_news
from weaving import Material, Woven, weave
from weaving_bands import weave_bands
from weaving_legs import weave_legs
from woven_scores import Scores

if TYPE_CHECKING:
    from collections.abc import Callable


def page(raw: str) -> Page:
    """Return a page of text."""
    return Page("page.txt", raw, text_sha256(raw), Metadata("晋中新报", "2022-05-18", "晋中市"), "text")


COMMENTARY = """
天下大事，必作于细；民生实事，贵在于行。今年是作风

建设提升年，作风好不好，群众看得最清楚，各级干部要把

功夫下在察实情、出实招上，让群众看到变化。
"""
NEWS = """
本报讯 （记者 梁知夏 通讯员 温如

玉） 5月 15 日，市人大常委会主任韩

立群带领考察团赴衢州市考察学习基层

单元建设经验。韩 立 群 一 行 先 后 走 进

府山街道联络站，与代表们面对面交流。
"""
NEWS_HEAD = "\n韩立群带队赴衢州市考察学习\n基层单元建设经验\n"
FEATURE_HEAD = (
    "\n 巧手织出好日子巧手织出好日子\n———晋中市—晋中市““太行巧手太行巧手””技能培训工作综述技能培训工作综述\n"
    "\n□ 本报记者 秦小雨\n"
)
FEATURE = """
家门口有活干，日子才有奔头。近年来，

晋中市实施“太行巧手”技能培训工作，

累计培训农村妇女 12860 人，让她们在家

门口就业，日子一天比一天好。

送技能上门
培训覆盖山村

技能是最实在的本钱。2021年，“太行巧

手”技能培训班办到了山村，全年培训学

员 2310 人，巧手织出了幸福生活。（下转 3 版）图为学员编织柳筐。 记者 秦小雨 摄
"""


def heads(articles: list[Article]) -> list[str | None]:
    """Return the headlines."""
    return [article.headline.text if article.headline else None for article in articles]


def test_a_page_as_extraction_left_it() -> None:
    """A feature far from its headline, a commentary without one, news with its headline after it."""
    articles = segment(page(FEATURE_HEAD + COMMENTARY + NEWS + NEWS_HEAD + FEATURE))
    assert heads(articles) == [
        None,
        "韩立群带队赴衢州市考察学习 基层单元建设经验",
        "巧手织出好日子 ——晋中市“太行巧手”技能培训工作综述",
    ]
    commentary, news, feature = articles
    assert commentary.body.text.startswith("天下大事，必作于细；民生实事，贵在于行。今年是作风建设提升年")
    assert news.body.text.startswith(
        "5月15日，市人大常委会主任韩立群带领考察团赴衢州市考察学习基层单元建设经验。韩立群一行"
    )
    assert "\n送技能上门 培训覆盖山村\n" in feature.body.text
    assert feature.body.text.endswith("巧手织出了幸福生活。")
    assert [(one.name, one.role) for one in news.bylines] == [("梁知夏", "记者"), ("温如玉", "通讯员")]
    assert [(one.name, one.role) for one in feature.bylines] == [("秦小雨", "记者"), ("秦小雨", "摄影")]
    assert [reason for reason, *_ in feature.rejected] == ["jump", "caption"]


@pytest.mark.parametrize(("old", "new"), [("\n", "\r\n"), ("\n", "\r"), ("\n\n", "\n \n"), ("\n\n", "\n")])
def test_line_ends_and_blank_lines_make_no_difference(old: str, new: str) -> None:
    """The same page with other line ends, or without blank lines, has the same articles."""
    raw = FEATURE_HEAD + COMMENTARY + NEWS + NEWS_HEAD + FEATURE
    plain = segment(page(raw))
    other = segment(page(raw.replace(old, new)))
    assert heads(other) == heads(plain)
    assert [article.body.text for article in other] == [article.body.text for article in plain]


def test_a_headline_may_stand_before_its_body() -> None:
    """The same article, whichever side its headline is on, has the same identity."""
    before = segment(page(NEWS_HEAD + NEWS))
    after = segment(page(NEWS + NEWS_HEAD))
    assert heads(before) == heads(after) == ["韩立群带队赴衢州市考察学习 基层单元建设经验"]
    assert before[0].id == after[0].id


def test_the_masthead_is_nobodys_text() -> None:
    """Paper, day, issue and folio lines are noted as seen and not used."""
    masthead = "2022年5月18日 星期三 农历壬寅年四月十八\n\n国内统一连续出版物号 CN 14-0000 第 8123 期 今日 4 版\n"
    (article,) = segment(page(masthead + NEWS + NEWS_HEAD))
    assert heads([article]) == ["韩立群带队赴衢州市考察学习 基层单元建设经验"]
    assert [reason for reason, *_ in article.rejected] == ["masthead", "masthead"]


def test_an_unfinished_column_goes_on_behind_another_article() -> None:
    """The second column of an article is joined to the first, though another stands between."""
    first = (
        "本报讯 （记者 高一帆） 潇河湿地公园\n\n二期工程进展顺利，塔吊林立，二百名工\n\n人正在紧张施工，"
        "市住建局抢抓黄金施工\n"
    )
    between = (
        "\n本报讯 （记者 童画）“衢州\n\n保姆”家政培训班昨日开班，\n\n八十六名学员参加了培训。\n\n“衢州保姆”培训班开班\n"
    )
    second = (
        "\n期，倒排工期、挂图作战，全力推进潇河湿\n\n地公园建设，确保九月底前全部完成任务。\n"
        "\n潇河湿地公园二期加快建设\n"
    )
    articles = segment(page(first + between + second))
    assert heads(articles) == ["潇河湿地公园二期加快建设", "“衢州保姆”培训班开班"]
    assert "抢抓黄金施工期，倒排工期" in articles[0].body.text
    assert articles[1].body.text == "“衢州保姆”家政培训班昨日开班，八十六名学员参加了培训。"


@pytest.mark.parametrize("raw", ["今天。", "头条", "\n\n 。\n", "□ 本报记者 秦小雨\n", "本报讯（记者 秦小雨）"])
def test_the_smallest_pages(raw: str) -> None:
    """Whatever is on a page belongs to some article or is noted."""
    assert len(segment(page(raw))) <= 1


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="本报讯记者（）()□ \n\r\u3000王磊张小明，。“”—下转2版图为摄4月8日习近平总书记\f", max_size=200))
def test_any_text_is_segmented_soundly(raw: str) -> None:
    """No text crashes; spans are disjoint and in order, maps lead to the characters they say, evidence holds."""
    articles = segment(page(raw))
    taken: set[int] = set()
    for article in articles:
        for span in article.spans:
            mine = set(range(span.start, span.end))
            assert mine
            assert not mine & taken
            taken |= mine
        for text in filter(None, (article.headline, article.body)):
            for char, start, end in zip(text.text, text.starts, text.ends, strict=True):
                assert char in (one_to_one(raw[start:end]), " ", "\n")
        assert check_evidence(to_record(article, Extraction((), ())), {text_sha256(raw): raw}) == []


@pytest.mark.parametrize(
    ("weaver", "parted", "headed"), [(weave, 0.97, 0.96), (weave_legs, 0.945, 0.91), (weave_bands, 0.88, 0.75)]
)
def test_woven_pages_come_apart(weaver: Callable[[list[Material], int], Woven], parted: float, headed: float) -> None:
    """On damaged pages of invented news the articles come apart, with their headlines and bylines.

    Weavers keep to different conventions; the last one deals columns out in bands, which much is lost by.
    """
    scores = Scores()
    for seed in range(60):
        woven = weaver(invented_news(), seed)
        scores.add(woven, segment(page(woven.raw)))
    assert scores.b_cubed / scores.pages >= parted, scores
    assert scores.right / scores.headlines >= headed, scores
    assert scores.credited / scores.named >= 0.96, scores


@pytest.mark.shared
def test_the_seed_page(shared: Path, tmp_path: Path) -> None:
    """The page the project starts from: its articles, headlines and bylines."""
    gold = shared / "gold" / "dev" / "lvliang-daily-2021-04-12-page1.json"
    raw = (shared / "data" / "seed" / "lvliang-daily-2021-04-12-page1.txt").read_bytes().decode()
    records = [to_record(article, Extraction((), ())) for article in segment(page(raw))]
    (tmp_path / "found.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    figures = evaluate(gold, tmp_path / "found.jsonl", root=shared).figures()
    assert figures["segments"].f1 >= 0.98
    assert figures["headline"].hit == 5
    assert figures["byline"].hit == figures["byline"].found == 7


@pytest.mark.shared
def test_the_press_bylines(shared: Path, tmp_path: Path) -> None:
    """Bylines within objects' texts."""
    records = []
    for one in json.loads((shared / "data" / "press.json").read_text(encoding="utf-8")):
        meta = Metadata(one["source"], one["published"], one["place"])
        made = Page("press.json", one["text"], text_sha256(one["text"]), meta, "object", one["id"], one["headline"])
        records.append(to_record(segment(made)[0], Extraction((), ())))
    (tmp_path / "found.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    figures = evaluate(shared / "gold" / "dev" / "press.json", tmp_path / "found.jsonl").figures()
    assert figures["byline"].f1 >= 0.97


def test_a_volume_of_short_news_keeps_each_headline() -> None:
    """A text of hundreds of news is no page, and is still read in seconds: headlines stay beside their bodies."""
    count = 400
    raw = "".join(
        f"第{at}村通水\n本报讯（记者 秦小雨）近日，第{at}村通了自来水，村民都说方便，管护员每天巡查。\n"
        for at in range(count)
    )
    assert heads(segment(page(raw))) == [f"第{at}村通水" for at in range(count)]

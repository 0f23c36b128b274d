"""What a page says of itself: inferred where it is proved, absent where it is not."""

from __future__ import annotations

import pytest

from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.read.inference import infer, infer_all
from kg.read.inference_dates import find_dateline, find_in_address, parse_number
from kg.read.inference_places import find_place, find_seat

NEWS = "全市防汛工作会议召开\n本报讯（记者 白露）9月11日，全市防汛工作会议召开。\n市长谭志坚出席并讲话。\n"
MASTHEAD = "吕梁日报\nLÜLIANG RIBAO\n中共吕梁市委机关报\n国内统一连续出版物号 CN14-0024\n"


def page(raw: str, file: str = "a.txt", **given: str) -> Page:
    """Return a page of text of which only `given` is known."""
    return Page(file, raw, text_sha256(raw), Metadata(**given), "text")


def of_volume(*raws: str) -> list[Page]:
    """Return the pages of one file."""
    return [
        Page("v.txt", raw, text_sha256(raw), Metadata(), "text", volume="v.txt", number=number)
        for number, raw in enumerate(raws, 1)
    ]


def test_a_masthead_proves_paper_day_seat_and_number() -> None:
    """The lines of a masthead together say what the page is of; they are noted, so that none becomes text."""
    found = infer(page(f"{MASTHEAD}2022年9月12日\n星期一\n农历壬寅年八月十七\n第6789期\n今日8版\n{NEWS}"))
    assert found.meta == Metadata("吕梁日报", "2022-09-12", "吕梁市", "6789")
    assert found.inferred == ("source", "published", "place")
    noted = [found.raw[start:end] for reason, start, end in found.rejected if reason == "masthead"]
    assert noted[:2] == ["吕梁日报", "LÜLIANG RIBAO"]
    assert noted[-1] == "今日8版"


@pytest.mark.parametrize(
    "line",
    [
        "2022年9月12日 星期一 第3版 综合 责编 白露",
        "2022.9.12 星期一 03 综合",
        "第三版　二〇二二年九月十二日　星期一",
        "２０２２年９月１２日　星期一　第３版",
        "第3版 2022年9月12日 MONDAY 编辑/白露 版式/田野",
    ],
)
def test_a_folio_line_proves_day_and_page(line: str) -> None:
    """At the top or at the foot, in digits of any sort."""
    for raw in (f"{line}\n{NEWS}", f"{NEWS}{line}\n"):
        found = infer(page(raw))
        assert (found.meta.published, found.meta.page_label) == ("2022-09-12", "3")
        assert found.inferred == ("published",)


def test_large_type_sets_the_day_apart() -> None:
    """Year and month, the day in large type, the weekday: together a day, since the weekday fits."""
    assert infer(page(f"吕梁日报\n2022年9月\n12\n星期一\n{NEWS}")).meta.published == "2022-09-12"


def test_a_weekday_that_contradicts_makes_the_day_void() -> None:
    """12 September 2022 was a Monday: the day is not inferred, and the contradiction is noted."""
    found = infer(page(f"2022年9月12日 星期二 第3版\n{NEWS}"))
    assert found.meta.published is None
    assert "day of the week contradicts the date" in {reason for reason, _, _ in found.rejected}


def test_a_year_that_nothing_proves_stays_unknown() -> None:
    """A month and a day, a weekday and a dateline without a year prove no year."""
    found = infer(page(f"9月12日 星期一 第3版\n本报北京9月11日电 记者白露报道。\n{NEWS}"))
    assert found.meta.published is None


@pytest.mark.parametrize(
    "raw",
    [
        f"{NEWS}吕梁市人民政府办公室\n2022年9月12日\n",
        f"{NEWS}（2022年9月12日）\n",
        f"{NEWS}来源：新华社 2022年9月12日\n",
        f"{NEWS}据《人民日报》2022年9月12日第1版报道，\n各地防汛工作有序展开。\n",
        f"{NEWS}《人民日报》（2022年9月12日 第1版）\n",
        f"{NEWS}人民日报\n客户端报道了这次会议。\n",
        "2022年9月12日，全市防汛工作会议召开。\n",
    ],
)
def test_what_a_text_speaks_of_proves_nothing(raw: str) -> None:
    """A notice's day, a source, another paper that is quoted: none of them is the page's own."""
    found = infer(page(raw))
    assert found.meta == Metadata()
    assert found.inferred == ()


def test_what_was_given_counts() -> None:
    """What the user says of a page is never overruled, and not marked as inferred."""
    found = infer(
        page(f"{MASTHEAD}2022年9月12日 星期一\n{NEWS}", source="晋中新报", published="2021-01-02", place="晋中市")
    )
    assert found.meta == Metadata("晋中新报", "2021-01-02", "晋中市")
    assert found.inferred == ()


def test_two_days_that_both_could_be_are_a_doubt() -> None:
    """Two folio lines of different days: neither is taken, both are noted."""
    found = infer(page(f"2022年9月12日 星期一 第3版\n{NEWS}{NEWS}2022年9月13日 星期二 第4版\n"))
    assert (found.meta.published, found.meta.page_label) == (None, None)
    assert [reason for reason, _, _ in found.rejected].count("several days of issue") == 2


def test_a_file_s_name_proves_nothing_but_an_e_paper_s_folders_do() -> None:
    """People name files as they like; the folders of an e-paper are made by its system on the day."""
    assert infer(page(NEWS, "lvliang-2022-09-12-page1.txt")).meta.published is None
    assert infer(page(NEWS, "20220912_01版.txt")).meta.published is None
    found = infer(page(NEWS, "paper/html/2022-09/12/node_2.txt"))
    assert (found.meta.published, found.inferred) == ("2022-09-12", ("published",))
    assert infer(page(f"2022年9月13日 星期二 第3版\n{NEWS}", "2022-09/12/node_2.txt")).meta.published is None


def test_an_object_says_what_it_is_itself() -> None:
    """An article with fields of its own is left as it is."""
    raw = f"{MASTHEAD}2022年9月12日 星期一\n{NEWS}"
    made = Page("a.jsonl", raw, text_sha256(raw), Metadata(), "object", "a")
    assert infer(made) is made


def test_pages_of_one_file_are_of_one_issue() -> None:
    """Only the first page has a masthead; another day on a later page is that page's own."""
    pages = of_volume(f"{MASTHEAD}2022年9月12日 星期一\n{NEWS}", NEWS, f"第3版 2022年9月13日 星期二\n{NEWS}")
    found = list(infer_all(pages))
    assert [one.meta.published for one in found] == ["2022-09-12", "2022-09-12", "2022-09-13"]
    assert [one.meta.source for one in found] == ["吕梁日报", "吕梁日报", None]
    assert found[1].inferred == ("source", "published", "place")


def test_pages_of_an_archive_are_of_one_issue_only_if_their_numbers_go_on() -> None:
    """An archive may hold pages of any papers."""
    first = Page(
        "a/1.txt", f"{MASTHEAD}2022年9月12日 星期一\n{NEWS}", "0", Metadata(), "text", volume="a.zip", number=1
    )
    second = Page("a/2.txt", f"第2版 要闻\n{NEWS}", "1", Metadata(), "text", volume="a.zip", number=2)
    stranger = Page("a/3.txt", NEWS, "2", Metadata(), "text", volume="a.zip", number=3)
    found = list(infer_all([first, second, stranger]))
    assert [one.meta.published for one in found] == ["2022-09-12", "2022-09-12", None]


@pytest.mark.parametrize(
    ("paper", "region", "seat"),
    [
        ("吕梁日报", None, "吕梁市"),
        ("山西日报", None, "山西省"),
        ("大同日报", None, "大同市"),
        ("朝阳日报", None, "朝阳市"),
        ("通州日报", None, None),
        ("海南日报", None, "海南省"),
        ("朝阳日报", "21", "朝阳市"),
        ("南方日报", None, "广东省"),
        ("人民日报", None, None),
        ("某某日报", None, None),
    ],
)
def test_a_paper_s_name_tells_its_seat_where_it_can_be_only_one(
    paper: str, region: str | None, seat: str | None
) -> None:
    """Of several places of one name, the province of registration decides; else none is taken."""
    assert find_seat(paper, region) == seat


def test_a_place_is_the_highest_of_its_name() -> None:
    """吉林 is the province, in which the city of that name lies."""
    assert find_place("吉林") == "吉林省"
    assert find_place("吕梁市") == "吕梁市"
    assert find_place("汶江市") is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("html/2022-09/12/node_1.htm", "2022-09-12"),
        ("2022-09/12/01/2022091201_pdf.pdf", "2022-09-12"),
        ("xxgk/202209/t20220912_8812.html", "2022-09-12"),
        ("archive/2022-13/12/node_1.htm", None),
        ("pages/2022-09-12.txt", None),
    ],
)
def test_an_address_of_an_e_paper_says_the_day(address: str, day: str | None) -> None:
    """The common systems put a day's pages in folders of the day."""
    found = find_in_address(address)
    assert (str(found) if found else None) == day


def test_a_dateline_with_its_year_says_the_day() -> None:
    """Only with its year, and only if all datelines agree."""
    assert str(find_dateline("新华社北京2022年9月12日电 记者白露报道。")) == "2022-09-12"
    assert find_dateline("新华社北京9月12日电 记者白露报道。") is None
    assert find_dateline("新华社北京2022年9月12日电 甲。\n新华社上海2022年9月11日电 乙。") is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("三十一", 31),
        ("二〇二二", 2022),
        ("九", 9),
        ("十十", None),
        ("甲", None),
    ],
)
def test_numerals_of_dates(written: str, number: int | None) -> None:
    """Years are written digit by digit, months and days with tens."""
    assert parse_number(written) == number


@pytest.mark.shared
def test_the_seed_page_has_no_year(shared: object) -> None:
    """The page that this project starts from names no year: its day stays unknown, whatever its file is called."""
    name = "lvliang-daily-2021-04-12-page1.txt"
    raw = (shared / "data" / "seed" / name).read_text(encoding="utf-8")  # type: ignore[operator]
    assert infer(page(raw, name)).meta == Metadata()

"""Repair: damage of text extraction is undone, and the map leads back to the page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair import Piece, Setting, cuts_in_line, one_to_one, same_but_for_space, text_of, without
from ontology import read_table

DAMAGED = st.text(alphabet=" \t\u3000\u200b\n\r市长李明到县调研，。（）“”：8１２.%％Ab⼀⻅é\u0301e̊·—", max_size=60)


def repaired(raw: str, setting: Setting) -> str:
    """Return a line repaired as it stands in `setting`."""
    return text_of(raw, without(0, len(raw), cuts_in_line(raw, 0, len(raw), setting))).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("习 近 平 总 书 记 在 会 上", "习近平总书记在会上"),
        ("富 、深 入 浅 出 ，使 与 会 人 员", "富、深入浅出，使与会人员"),
        ("5月 16 日至 17 日", "5月16日至17日"),
        ("的   8 6   名 学 员 将 接 受", "的86名学员将接受"),
        ("同 PCB 产业 对接", "同PCB产业对接"),
        ("引进 Smart Grid 技术", "引进Smart Grid技术"),
        ("副主任梁 伟与会", "副主任梁伟与会"),
        ("　　工程进展顺利。 ", "工程进展顺利。"),
        ("１２．５亿元，占６５％", "12.5亿元，占65%"),
        ("⽤⼾和⺠⽣，⻓远看", "用户和民生，长远看"),
        ("，：（）！？", "，：（）！？"),
    ],
)
def test_in_a_column_no_space_means_anything(raw: str, text: str) -> None:
    """Letter-spacing and set-off digits go, Latin words stay apart, punctuation stays Chinese."""
    assert repaired(raw, Setting.COLUMN) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("携手推进合作 共建产业园区", "携手推进合作 共建产业园区"),
        ("携手推进合作　　共建产业园区", "携手推进合作 共建产业园区"),
        ("走 进 县 城  看 发 展", "走进县城 看发展"),
        ("“太行巧手”第 38 期开班", "“太行巧手”第38期开班"),
        ("全市就业会议召开 2026年再增5万人", "全市就业会议召开 2026年再增5万人"),
        ("何 平", "何平"),
    ],
)
def test_in_a_headline_a_space_parts_it(raw: str, text: str) -> None:
    """What separates the parts of a headline stays, as one space."""
    assert repaired(raw, Setting.HEADLINE) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("市政协主席何 平，副主席出席。", "市政协主席何平，副主席出席。"),
        ("祝三根　下石埠村党支部书记", "祝三根 下石埠村党支部书记"),
        ("毛　方　石岗中学校长", "毛方 石岗中学校长"),
        ("会上要求压实责任 全力抓落实，", "会上要求压实责任 全力抓落实，"),
        ("主　任：韩立群", "主任：韩立群"),
    ],
)
def test_in_a_paragraph_from_the_web_only_damage_goes(raw: str, text: str) -> None:
    """Padded names are made whole; lists keep their columns, and other spaces their place."""
    assert repaired(raw, Setting.PARAGRAPH) == text


@given(DAMAGED, st.sampled_from(Setting))
def test_each_character_leads_back_to_where_it_came_from(raw: str, setting: Setting) -> None:
    """`text[i]` is `raw[starts[i]:ends[i]]` repaired; the map never goes back."""
    text = text_of(raw, without(0, len(raw), cuts_in_line(raw, 0, len(raw), setting)))
    assert len(text.text) == len(text.starts) == len(text.ends)
    for char, start, end in zip(text.text, text.starts, text.ends, strict=True):
        written = unicodedata.normalize("NFC", raw[start:end])
        assert char == one_to_one(written) or (char == " " and not written.strip()) or (char == "." and written == "．")
    assert all(one <= other for one, other in zip(text.starts, text.starts[1:], strict=False))


@given(DAMAGED, st.sampled_from(Setting))
def test_repair_takes_out_white_space_only(raw: str, setting: Setting) -> None:
    """Whatever is read of a line is the line but for white space."""
    text = text_of(raw, without(0, len(raw), cuts_in_line(raw, 0, len(raw), setting))).text
    assert same_but_for_space(raw, text)


def test_radicals_are_complete() -> None:
    """Every Kangxi radical, and every radical of the supplement that stands for a character, is read as that."""
    table = {row["radical"]: row["character"] for row in read_table("radicals")}
    assert all(chr(code) in table for code in range(0x2F00, 0x2FD6))
    named = [chr(code) for code in range(0x2E81, 0x2EF4) if unicodedata.name(chr(code), "")]
    assert all(char in table for char in named)
    assert not any(char in table for char in table.values())


def test_a_put_in_character_has_no_origin() -> None:
    """A line break that repair puts between paragraphs starts where it ends."""
    text = text_of("甲乙", [Piece(0, 1), Piece(1, 1, "\n"), Piece(1, 2)])
    assert (text.text, text.starts, text.ends) == ("甲\n乙", (0, 1, 1), (1, 1, 2))


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("市长\n\n李 明", "市长李明", True),
        ("１２日", "12日", True),
        ("a&ldquo;b&rdquo;<br/>c", "a“b”c", True),
        ("市长李明", "市长李民", False),
    ],
)
def test_equal_but_for_space(left: str, right: str, equal: bool) -> None:  # noqa: FBT001 - a table of cases
    """The check of evidence sees through white space, width, radicals and markup, and through nothing else."""
    assert same_but_for_space(left, right) is equal

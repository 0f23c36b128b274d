"""Encodings: what bytes are read as, and what is said where they may be read in other ways too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import InputProblem, read_pages
from kg.read.decode import decoded

if TYPE_CHECKING:
    from pathlib import Path

    from kg.page import Page

SIMPLIFIED = (
    "本报讯（记者 秦小雨）5月16日，市住建局局长葛长风到工地检查，强调要把工程质量放在第一位。\r\n　　工程进展顺利。"
)
TRADITIONAL = (
    "本報訊（記者 秦小雨）5月16日，市住建局局長葛長風到工地檢查，強調要把工程質量放在第一位。\r\n　　工程進展順利。"
)


def read(*inputs: Path) -> tuple[list[Page], list[InputProblem]]:
    """Return the pages and all that was told."""
    told: list[InputProblem] = []
    return list(read_pages(list(inputs), on_problem=told.append)), told


@pytest.mark.parametrize(
    ("text", "codec", "choice"),
    [
        (SIMPLIFIED, "utf-8", None),
        (SIMPLIFIED, "utf-8-sig", None),
        (SIMPLIFIED, "utf-16", None),
        (SIMPLIFIED, "utf-32", None),
        (SIMPLIFIED, "gb2312", "GB18030"),
        (SIMPLIFIED + "朱镕基、㐂", "gb18030", "GB18030"),
        (TRADITIONAL, "gbk", "GB18030"),
        (TRADITIONAL, "big5", "BIG5"),
        (TRADITIONAL + "在深水埗、鰂魚涌", "big5hkscs", "BIG5-HKSCS"),
        (SIMPLIFIED, "utf-16-le", "UTF-16-LE"),
        (TRADITIONAL, "utf-16-be", "UTF-16-BE"),
        ("市长检查工地", "utf-16-be", "UTF-16-BE"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_is_in(text: str, codec: str, choice: str | None) -> None:
    """A mark or valid UTF-8 proves itself; anything else is a choice that has a name."""
    found = decoded(text.encode(codec))
    assert (found.text, found.choice, found.broken) == (text, choice, 0)


@given(st.integers(0, 30), st.integers(12, 60), st.sampled_from(["gb18030", "big5", "utf-16-le", "utf-16-be"]))
def test_a_dozen_characters_tell_the_encoding(start: int, length: int, codec: str) -> None:
    """Any piece of a page is enough: common characters are rare in a wrong encoding."""
    text = (TRADITIONAL if codec == "big5" else SIMPLIFIED)[start:][:length]
    assert decoded(text.encode(codec)).text == text


def test_a_doubt_is_named() -> None:
    """Where two encodings make Chinese of the same bytes, the better is taken and the other one said."""
    data = "啊阿埃挨".encode("gb18030")
    assert decoded(data).choice == "GB18030 (BIG5 possible)"


@pytest.mark.parametrize(("codec", "at"), [("utf-8", 150), ("utf-8-sig", 153), ("gb18030", 100), ("big5", 100)])
def test_a_broken_character_is_one_that_is_not_used(codec: str, at: int) -> None:
    """A file with a wrong byte or two is read; what they were is not guessed."""
    data = bytearray((TRADITIONAL if codec == "big5" else SIMPLIFIED).encode(codec) * 4)
    data[at] = 0xFF
    found = decoded(bytes(data))
    assert 1 <= found.broken <= 3
    assert found.text.count("\ufffd") == found.broken
    assert abs(found.first - at) <= 4


def test_a_file_that_breaks_off_within_a_character_is_read() -> None:
    """As a download that ended early."""
    found = decoded((SIMPLIFIED * 3).encode()[:-1])
    assert found.text == (SIMPLIFIED * 3)[:-1] + "\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        "Grüße aus Köln, schöne Übersicht".encode("latin-1") * 9,
        "Президент сказал, что бюджет будет увеличен".encode("cp1251") * 9,
        "東京都知事は記者会見で、来年度の予算案について説明した。".encode("shift_jis"),
        SIMPLIFIED.encode() + SIMPLIFIED.encode("gb18030"),
        b"\xff\xfe" + SIMPLIFIED.encode(),
    ],
    ids=["latin", "cyrillic", "japanese", "two encodings in one file", "a mark that lies"],
)
def test_what_is_no_chinese_text_is_refused(data: bytes) -> None:
    """A text in the wrong encoding would be nonsense in the graph."""
    with pytest.raises(InputError):
        decoded(data)


def test_encodings_are_told_once_each_and_doubts_for_each_file(tmp_path: Path) -> None:
    """A folder of thousands of GB18030 files is no thousand lines; notes are no failures."""
    for at in range(5):
        (tmp_path / f"{at}.txt").write_bytes(SIMPLIFIED.encode("gb18030"))
    (tmp_path / "5.txt").write_bytes(TRADITIONAL.encode("big5"))
    (tmp_path / "6.txt").write_bytes("啊阿埃挨".encode("gb18030"))
    (tmp_path / "7.txt").write_text(SIMPLIFIED, encoding="utf-8")
    pages, told = read(tmp_path)
    assert [str(one) for one in told] == [
        "6.txt: read as GB18030 (BIG5 possible)",
        "5.txt: read as BIG5",
        "0.txt: read as GB18030, and 4 files more",
    ]
    assert all(one.note for one in told)
    assert [page.encoding for page in pages] == ["GB18030"] * 5 + ["BIG5", "GB18030 (BIG5 possible)", None]


def test_broken_characters_are_told_and_rejected(tmp_path: Path) -> None:
    """The page says where they stand, the run that there are some."""
    data = (SIMPLIFIED * 4).encode()
    (tmp_path / "a.txt").write_bytes(data[:150] + b"\xff" + data[151:])
    (tmp_path / "b.jsonl").write_bytes(b'{"id": "x", "text": "' + SIMPLIFIED[:40].encode() * 4 + b'\xe4\xb8 "}')
    pages, told = read(tmp_path)
    for page in pages:
        assert {page.raw[start:end].strip("\ufffd") for _, start, end in page.rejected} == {""}
        assert {reason for reason, _, _ in page.rejected} == {"broken character"}
    assert [one.note for one in told] == [True, True]
    assert "the first at byte 150" in str(told[0])


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\u2028"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    """Offsets count in the text as it lies on disk."""
    text = SIMPLIFIED.replace("\r\n", end)
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert [page.raw for page in read(tmp_path)[0]] == [text]


def test_objects_in_another_encoding_are_told_once(tmp_path: Path) -> None:
    """A file of lines in GB18030 is one note."""
    lines = [f'{{"id": "{at}", "text": "{SIMPLIFIED[:30]}"}}' for at in range(9)]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode("gb18030"))
    pages, told = read(tmp_path)
    assert len(pages) == 9
    assert [str(one) for one in told] == ["a.jsonl: read as GB18030"]

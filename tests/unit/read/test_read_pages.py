"""Reading: files, folders and standard input become pages; what cannot be read costs one line."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError, UsageError
from kg.page import Metadata, Page
from kg.read import InputProblem, read_pages

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "本报讯（记者 秦小雨）5月16日，市住建局局长葛长风到工地检查。\r\n　　工程进展顺利。\n"


def read(*inputs: str | Path, **options: str) -> tuple[list[Page], list[str]]:
    """Return the pages and the problems of a run; notes are left out."""
    problems: list[InputProblem] = []
    pages = list(read_pages(list(inputs), on_problem=problems.append, **options))
    return pages, [str(problem) for problem in problems if not problem.note]


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("gb18030"),
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16", "utf-16 without mark", "utf-16 big end"],
)
def test_a_page_is_decoded_as_it_stands_on_disk(tmp_path: Path, data: bytes) -> None:
    """Offsets count in the decoded file: mark dropped, line ends kept."""
    (tmp_path / "a.txt").write_bytes(data)
    pages, problems = read(tmp_path / "a.txt")
    assert [(page.file, page.raw, page.kind) for page in pages] == [("a.txt", PAGE, "text")]
    assert problems == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (bytes(range(256)) * 4, "binary"),
        ("Grüße aus Köln, schöne Übersicht".encode("latin-1"), "nor GB18030"),
        ("東京都知事は記者会見で説明した。".encode("shift_jis"), "nor GB18030"),
        (b"%PDF-1.7 trailer", "PDF"),
        (PAGE.encode() + b"\xff\xff", "nor GB18030"),
        (b"Rar!\x1a\x07\x00", "RAR"),
    ],
)
def test_what_is_no_text_gets_one_clear_line(tmp_path: Path, data: bytes, says: str) -> None:
    """A sole bad input is the error itself: one line with the file and what is wrong."""
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError) as error:
        read(tmp_path / "a.txt")
    assert str(error.value).startswith("a.txt: ")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_one_bad_file_among_good_ones_is_passed_over(tmp_path: Path) -> None:
    """A folder is read in order of its names, subfolders included; other kinds are counted."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "sub" / "c.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "d.pdf").write_bytes(b"%PDF")
    (tmp_path / "e.docx").write_bytes(b"PK")
    (tmp_path / ".hidden.txt").write_bytes(b"")
    pages, problems = read(tmp_path)
    assert [page.file for page in pages] == ["b.txt", "sub/c.txt"]
    assert [problem.partition(": ")[0] for problem in problems] == ["a.txt", "d.pdf", str(tmp_path)]
    assert "PDF" in problems[1]
    assert "1 file of other kinds (.docx 1)" in problems[2]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are characters elsewhere")
def test_a_file_name_of_an_old_archive_is_read_as_gb18030(tmp_path: Path) -> None:
    """What unpacks as bytes that are no UTF-8 has a name that can be written, printed and given again."""
    (tmp_path / os.fsdecode("日报.txt".encode("gb18030"))).write_text(PAGE, encoding="utf-8")
    pages, problems = read(tmp_path)
    assert ([page.file for page in pages], problems) == (["日报.txt"], [])


def test_a_folder_with_other_files_only_is_one_problem(tmp_path: Path) -> None:
    """What is in it is said where it is said that no page is."""
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(InputError, match=r"a folder without pages \(1 file of other kinds: \.jpg 1\): put"):
        read(tmp_path)


def test_a_page_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file and the folder that holds it may both be given."""
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    pages, _ = read(tmp_path / "a.txt", tmp_path)
    assert len(pages) == 1


@pytest.mark.parametrize("given", [[], ["missing.txt"], ["folder"], ["page.html"]])
def test_nothing_read_is_an_error(tmp_path: Path, given: list[str]) -> None:
    """Without any page the run has failed."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "page.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(InputError):
        read(*(tmp_path / name for name in given))


def test_several_problems_are_told_before_the_error(tmp_path: Path) -> None:
    """With more than one problem each has its line, and the error counts them."""
    problems: list[InputProblem] = []
    with pytest.raises(InputError, match="2 problems"):
        list(read_pages([tmp_path / "a.txt", tmp_path / "b.txt"], on_problem=problems.append))
    assert len(problems) == 2


OBJECT = {
    "id": "x-1",
    "source": "晋中新报",
    "published": "2021-04-12",
    "place": "晋中",
    "headline": "头条",
    "text": PAGE,
}


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.json", json.dumps(OBJECT), 1),
        ("a.json", json.dumps([OBJECT, OBJECT | {"id": "x-2"}], ensure_ascii=False), 2),
        ("a.json", "\n".join(json.dumps(OBJECT | {"id": at}) for at in (1, 2, 3)), 3),
        ("a.json", json.dumps(OBJECT, indent=2), 1),
        ("a.jsonl", "\ufeff" + json.dumps(OBJECT) + "\n\n" + json.dumps(OBJECT | {"id": "x-2"}), 2),
        ("a.jsonl", json.dumps([OBJECT]), 1),
    ],
    ids=["one", "array", "lines in .json", "indented", "lines", "array in .jsonl"],
)
def test_objects_come_alone_in_arrays_or_lines(tmp_path: Path, name: str, content: str, count: int) -> None:
    """Every usual shape of a file of objects is read; an object keeps its id and its fields."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    pages, problems = read(tmp_path / name)
    assert problems == []
    assert len(pages) == count
    assert pages[0].kind == "object"
    assert pages[0].meta == Metadata("晋中新报", "2021-04-12", "晋中")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "y", "text": ', "is no JSON"),
        ('{"id": "y"}', "without text"),
        ('{"id": "y", "text": " "}', "without text"),
        ('{"id": "y", "text": 5}', "text is no string"),
        ('{"id": "y", "text": "今天", "headline": []}', "headline is no string"),
        ('{"id": "y", "text": "今天", "source": 3}', "source is 3, no string"),
        ('{"id": "y", "text": "今天", "published": "2021-02-30"}', "is no date"),
        ('{"id": "y", "text": "今天", "published": "昨天"}', "is no date"),
        ('{"id": "x-1", "text": "今天"}', "was read from"),
        ('{"id": "y", "text": "\\ud800"}', "half a character"),
        ("[1, 2]", "no object"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: str, says: str) -> None:
    """Among good lines a bad one is passed over; its number is told."""
    good = json.dumps(OBJECT)
    other = json.dumps(OBJECT | {"id": "x-2"})
    (tmp_path / "a.jsonl").write_text(f"{good}\n{line}\n{other}\n", encoding="utf-8")
    pages, problems = read(tmp_path / "a.jsonl")
    assert [page.object_id for page in pages] == ["x-1", "x-2"]
    assert len(problems) == 1
    assert problems[0].startswith("a.jsonl:2: ")
    assert says in problems[0]


def test_metadata_from_the_object_then_the_option_then_the_sidecar(tmp_path: Path) -> None:
    """What stands nearest to the text wins, field by field."""
    (tmp_path / "page.toml").write_text(
        'source = "丙报"\npublished = 2020-01-01\nplace = "丙市"\n[pages."a.txt"]\nplace = "丁市"\n', encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "c.json").write_text('{"id": "c", "source": "甲报", "text": "今天"}', encoding="utf-8")
    pages, _ = read(tmp_path, published="2021-5-6")
    assert [page.meta for page in pages] == [
        Metadata("丙报", "2021-05-06", "丁市"),
        Metadata("丙报", "2021-05-06", "丙市"),
        Metadata("甲报", "2021-05-06", "丙市"),
    ]


@pytest.mark.parametrize("toml", ["source = ", 'scource = "甲报"', "pages = 3", "source = 3", 'published = "昨天"'])
def test_a_bad_sidecar_is_an_error_of_its_own(tmp_path: Path, toml: str) -> None:
    """Pages whose paper and day would be wrong are not read."""
    (tmp_path / "page.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(InputError, match=r"page\.toml"):
        read(tmp_path)


def test_an_option_that_is_no_date_is_wrong_usage(tmp_path: Path) -> None:
    """The call is wrong, not the input."""
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(UsageError):
        read(tmp_path / "a.txt", published="2021-13-01")


@pytest.mark.parametrize(
    ("data", "kind", "count"),
    [(PAGE, "text", 1), (f" {json.dumps(OBJECT)}\n", "object", 1), (json.dumps([OBJECT]), "object", 1)],
)
def test_standard_input_is_objects_or_a_page(monkeypatch: pytest.MonkeyPatch, data: str, kind: str, count: int) -> None:
    """The first character that is no space decides."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode()), encoding="utf-8"))
    pages, _ = read("-")
    assert [(page.file, page.kind) for page in pages] == [("-", kind)] * count


def test_an_object_again_is_another_capture(tmp_path: Path) -> None:
    """The same object in another file is read once more; a second time in one file, it says nothing new."""
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "今天"}\n{"text": "今天", "id": "x"}', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "今天"}', encoding="utf-8")
    pages, problems = read(tmp_path)
    assert [(page.object_id, page.file) for page in pages] == [("x", "a.jsonl"), ("x", "b.jsonl")]
    assert problems == []


def test_an_object_of_other_content_needs_an_id_of_its_own(tmp_path: Path) -> None:
    """Under one id, two texts would take each other's place."""
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "今天"}', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "明天"}', encoding="utf-8")
    pages, problems = read(tmp_path)
    assert [page.raw for page in pages] == ["今天"]
    assert "'x' was read from a.jsonl:1 already" in problems[0]

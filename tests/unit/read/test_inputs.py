"""Inputs on disk: folders, patterns, links and what only looks like a page."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError
from kg.read import InputProblem, read_pages

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "本报讯（记者 秦小雨）5月16日，市住建局局长葛长风到工地检查。\n"


def read(*inputs: str | Path) -> tuple[list[str], list[str]]:
    """Return the files of the pages and the problems of a run."""
    problems: list[InputProblem] = []
    pages = list(read_pages(list(inputs), on_problem=problems.append))
    return [page.file for page in pages], [str(problem) for problem in problems]


def put(folder: Path, *names: str) -> None:
    """Put a page under each name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")


def test_pages_come_in_order_of_their_numbers(tmp_path: Path) -> None:
    """Page 10 comes behind page 9, and a folder's own pages before those of its subfolders."""
    put(tmp_path, "b/1.txt", "10.txt", "9.txt", "a/2.txt", "a/10.txt", "第2版.txt", "第10版.txt")
    files, _ = read(tmp_path)
    assert files == ["9.txt", "10.txt", "第2版.txt", "第10版.txt", "a/2.txt", "a/10.txt", "b/1.txt"]


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("2021-*/**/*.txt", ["2021-04/1.txt", "2021-04/sub/2.txt", "2021-05/1.txt"]),
        ("2021-*/*.txt", ["2021-04/1.txt", "2021-05/1.txt"]),
        ("2021-0[5-9]", ["2021-05/1.txt"]),
        ("**/2.txt", ["2021-04/sub/2.txt", "2022-01/2.txt"]),
        ("**", ["2021-04/1.txt", "2021-04/sub/2.txt", "2021-05/1.txt", "2022-01/2.txt"]),
        ("2021-04/?.txt", ["1.txt"]),
        ("20*/sub", ["2021-04/sub/2.txt"]),
    ],
)
def test_a_pattern_names_files_and_folders(tmp_path: Path, pattern: str, files: list[str]) -> None:
    """A pattern in quotes reaches kg as it is; names are relative to where it begins to be one."""
    put(tmp_path, "2021-04/1.txt", "2021-04/sub/2.txt", "2021-05/1.txt", "2022-01/2.txt", "2021-04/.hidden/3.txt")
    assert read(str(tmp_path / pattern)) == (files, [])


def test_a_pattern_that_means_nothing_is_an_error(tmp_path: Path) -> None:
    """It says so, and names the pattern."""
    put(tmp_path, "1.txt")
    (tmp_path / "a.xls").write_bytes(b"")
    with pytest.raises(InputError, match=r"\*\.pdf: no file has such a name: check the pattern"):
        read(str(tmp_path / "*.pdf"))
    with pytest.raises(InputError, match=r"\*\.xls: no page among what it means \(1 file of other kinds: \.xls 1\)"):
        read(str(tmp_path / "*.xls"))


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path) -> None:
    """A file that is there is meant as it is called."""
    put(tmp_path, "a[1].txt", "a1.txt")
    assert read(str(tmp_path / "a[1].txt")) == (["a[1].txt"], [])


def test_what_only_looks_like_a_page_costs_a_line(tmp_path: Path) -> None:
    """Pipes are not waited for, links that go round in circles are not followed, a folder may be called like a page."""
    put(tmp_path, "1.txt", "folder.txt/2.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "up").symlink_to(tmp_path)
    files, problems = read(tmp_path)
    assert files == ["1.txt", "folder.txt/2.txt"]
    assert sorted(problem.partition(":")[0] for problem in problems) == [
        "circle.txt", "device.txt", "nowhere.txt", "pipe.txt", "up",
    ]  # fmt: skip


@pytest.mark.parametrize("given", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_page(given: str) -> None:
    """Reading one might never end."""
    with pytest.raises(InputError, match="no regular file"):
        read(given)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_costs_a_line(tmp_path: Path) -> None:
    """The others are read."""
    put(tmp_path, "1.txt", "2.txt", "closed/3.txt")
    (tmp_path / "2.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        files, problems = read(tmp_path)
    finally:
        (tmp_path / "closed").chmod(stat.S_IRWXU)
    assert files == ["1.txt"]
    assert ["rights" in problem for problem in problems] == [True, True]


@pytest.mark.parametrize("given", ["x" * 5000, "a\0b.txt"])
def test_a_name_that_cannot_be_one_is_one_line(given: str) -> None:
    """Not every string is the name of a file."""
    with pytest.raises(InputError):
        read(given)


def test_what_stands_beside_a_saved_page_is_none(tmp_path: Path) -> None:
    """A browser puts pictures, scripts and frames of a page into a folder of its own."""
    html = f"<html><head><title>检查工地</title></head><body><p>{PAGE}</p><p>{PAGE}</p></body></html>"
    (tmp_path / "要闻_files").mkdir()
    for name in ("要闻.html", "要闻_files/frame.html"):
        (tmp_path / name).write_text(html, encoding="utf-8")
    assert read(tmp_path)[0] == ["要闻.html"]


def test_a_web_page_without_a_telling_name_is_told_by_its_beginning(tmp_path: Path) -> None:
    """Programs that fetch pages keep the address as the name."""
    html = f"<!DOCTYPE html>\n<html><body><h1>检查工地</h1><p>{PAGE}</p><p>{PAGE}</p></body></html>"
    for name in ("show.php", "view", "a.txt"):
        (tmp_path / name).write_text(html, encoding="utf-8")
    (tmp_path / "notes.php").write_text("<?php echo 1;", encoding="utf-8")
    files, problems = read(tmp_path)
    assert files == ["a.txt", "show.php", "view"]
    assert problems == [f"{tmp_path}: passed over 1 file of other kinds (.php 1)"]


def test_a_file_without_suffix_is_read_by_its_contents(tmp_path: Path) -> None:
    """Named by the user, it is what its beginning says."""
    put(tmp_path, "page")
    (tmp_path / "objects").write_text('[{"id": "x", "text": "今天"}]', encoding="utf-8")
    files, problems = read(tmp_path / "page", tmp_path / "objects")
    assert (files, problems) == (["page", "objects"], [])


def test_a_file_of_another_kind_is_refused_by_its_name(tmp_path: Path) -> None:
    """It says what can be given instead."""
    put(tmp_path, "a.docx")
    with pytest.raises(InputError, match=r"not read: give \.txt, \.pdf, \.html"):
        read(tmp_path / "a.docx")

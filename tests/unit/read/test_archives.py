"""Archives and compressed files: what is in them is read where it lies, and what is wrong with one costs a line."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import struct
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import zstandard

from kg.errors import InputError
from kg.page import Metadata, Page
from kg.read import InputProblem, packed, read_pages

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = "本报讯（记者 秦小雨）5月16日，市住建局局长葛长风到工地检查。\n"
OBJECT = {"id": "x-1", "source": "晋中新报", "published": "2021-04-12", "text": PAGE}


def read(*inputs: str | Path, **options: str) -> tuple[list[Page], list[str]]:
    """Return the pages and the problems of a run."""
    problems: list[InputProblem] = []
    pages = list(read_pages(list(inputs), on_problem=problems.append, **options))
    return pages, [str(problem) for problem in problems]


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    """Make a zip of the files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    """Make a tar of the files."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def zstd(data: bytes) -> bytes:
    """Return the data as one zstd frame."""
    return zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd), ("a.json.gz", gzip.compress), ("a.JSONL.GZ", gzip.compress)],
)
def test_objects_are_read_from_compressed_files(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    """A compressed file is read as what it holds, under its own name; parts packed one after another are one file."""
    lines = [json.dumps(OBJECT | {"id": f"x-{at}"}).encode() + b"\n" for at in range(3)]
    (tmp_path / name).write_bytes(pack(b"".join(lines[:2])) + pack(lines[2]))
    pages, problems = read(tmp_path)
    assert [(page.file, page.object_id) for page in pages] == [(name, f"x-{at}") for at in range(3)]
    assert problems == []


def test_pages_are_read_from_compressed_files(tmp_path: Path) -> None:
    """Text, with or without a suffix that says so before the packing's."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(PAGE.encode("gb18030")))
    (tmp_path / "b.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "c.txt.zst").write_bytes(zstd(PAGE.encode()))
    pages, problems = read(tmp_path)
    assert [(page.file, page.raw) for page in pages] == [(name, PAGE) for name in ("a.txt.gz", "b.gz", "c.txt.zst")]
    assert problems == ["a.txt.gz: read as GB18030"]


def test_pages_in_a_zip_are_read_in_order_with_what_their_folder_says(tmp_path: Path) -> None:
    """Folders inside, numbers by size, `page.toml` of each folder; pages of one folder are one issue."""
    zipped(
        tmp_path / "日报.zip",
        {
            "2021/10.txt": PAGE.encode(),
            "2021/9.txt": PAGE.encode(),
            "2021/page.toml": 'source = "甲报"\n[pages."9.txt"]\nplace = "丙市"\n'.encode(),
            "other/a.txt": PAGE.encode(),
            "other/a.jpg": b"",
            "__MACOSX/2021/._9.txt": b"\x00\x05",
        },
    )
    (tmp_path / "page.toml").write_text('place = "乙市"\nsource = "乙报"\n', encoding="utf-8")
    pages, problems = read(tmp_path, published="2021-04-12")
    assert [(page.file, page.volume, page.number) for page in pages] == [
        ("日报.zip/2021/9.txt", "日报.zip/2021", 1),
        ("日报.zip/2021/10.txt", "日报.zip/2021", 2),
        ("日报.zip/other/a.txt", None, None),
    ]
    assert [page.meta for page in pages] == [
        Metadata("甲报", "2021-04-12", "丙市"),
        Metadata("甲报", "2021-04-12", "乙市"),
        Metadata("乙报", "2021-04-12", "乙市"),
    ]
    assert problems == ["日报.zip: passed over 1 file of other kinds (.jpg 1)"]


def test_a_zip_of_many_days_is_no_issue(tmp_path: Path) -> None:
    """What holds more pages than a paper has is a collection: its pages are not of one volume."""
    zipped(tmp_path / "a.zip", {f"{at}.txt": PAGE.encode() for at in range(150)})
    pages, _ = read(tmp_path / "a.zip")
    assert len(pages) == 150
    assert {page.volume for page in pages} == {None}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_names_in_a_zip_are_read_whatever_wrote_them(tmp_path: Path, encoding: str) -> None:
    """Programs that know no Unicode names write bytes of their own encoding, unmarked."""
    name = "頭版.txt" if encoding == "big5" else "头版.txt"
    stand_in = "x" * len(name.encode(encoding))
    zipped(tmp_path / "a.zip", {stand_in: PAGE.encode()})
    data = (tmp_path / "a.zip").read_bytes().replace(stand_in.encode(), name.encode(encoding))
    (tmp_path / "a.zip").write_bytes(data)
    pages, problems = read(tmp_path / "a.zip")
    assert problems == []
    # Two characters of Big5 are characters of GB18030 too: the file is read under whatever name.
    assert encoding == "big5" or [page.file for page in pages] == [f"a.zip/{name}"]
    assert [page.raw for page in pages] == [PAGE]


@pytest.mark.parametrize(("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz")])
def test_pages_in_a_tar_are_read(tmp_path: Path, name: str, mode: str) -> None:
    """A `page.toml` holds wherever it lies in the archive."""
    files = {"p/1.txt": PAGE.encode(), "p/2.html": b"<html>", "p/page.toml": 'source = "甲报"'.encode()}
    tarred(tmp_path / name, files, mode)
    pages, problems = read(tmp_path)
    assert [(page.file, page.meta.source, page.number) for page in pages] == [(f"{name}/p/1.txt", "甲报", 1)]
    assert [problem.partition(": ")[0] for problem in problems] == [f"{name}/p/2.html"]


def test_a_tar_in_zstd_is_read(tmp_path: Path) -> None:
    """Whatever packs it, a tar is a tar."""
    tarred(tmp_path / "a.tar", {"1.txt": PAGE.encode()})
    (tmp_path / "b.tar.zst").write_bytes(zstd((tmp_path / "a.tar").read_bytes()))
    pages, problems = read(tmp_path / "b.tar.zst")
    assert ([page.file for page in pages], problems) == (["b.tar.zst/1.txt"], [])


def test_names_that_lead_elsewhere_are_names_only(tmp_path: Path) -> None:
    """Nothing is written and nothing outside is opened; what a name says beside folders is left out."""
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    names = ["../secret.txt", "/etc/secret.txt", "a/../../secret.txt", "..\\..\\b.txt", "c\n.txt"]
    zipped(inside / "a.zip", {name: PAGE.encode() for name in names})
    tarred(inside / "b.tar", {name: PAGE.encode() for name in names[:3]})
    before = sorted(tmp_path.rglob("*"))
    pages, problems = read(inside)
    assert {page.raw for page in pages} == {PAGE}
    assert [page.file for page in pages if ".." in page.file or "\n" in page.file] == []
    assert problems == []
    assert sorted(tmp_path.rglob("*")) == before


def test_links_in_archives_are_not_followed(tmp_path: Path) -> None:
    """A link in an archive may point at any file of this machine."""
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "1.txt"), (tarfile.LNKTYPE, "2.txt"), (tarfile.FIFOTYPE, "3.txt")):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, str(tmp_path / "secret.txt")
            archive.addfile(entry)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as zipping:
        link = zipfile.ZipInfo("4.txt")
        link.external_attr = 0o120777 << 16
        zipping.writestr(link, "secret.txt")
        zipping.writestr("5.txt", PAGE)
    pages, problems = read(tmp_path / "a.tar", tmp_path / "b.zip")
    assert [page.file for page in pages] == ["b.zip/5.txt"]
    told = [problem.partition(": ")[0] for problem in problems]
    assert told == ["a.tar/1.txt", "a.tar/2.txt", "a.tar/3.txt", "a.tar", "b.zip/4.txt"]


@pytest.mark.parametrize(
    ("name", "says"), [("b.zip", "opened twice"), ("b.txt.gz", "opened twice"), ("b.rar", "twice")]
)
def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path, name: str, says: str) -> None:
    """One layer of packing: what lies deeper costs a line."""
    zipped(tmp_path / "a.zip", {name: b"PK\x03\x04", "1.txt": PAGE.encode()})
    pages, problems = read(tmp_path / "a.zip")
    assert [page.file for page in pages] == ["a.zip/1.txt"]
    assert [problem.partition(": ")[0] for problem in problems] == [f"a.zip/{name}"]
    assert says in problems[0]


def test_a_file_packed_twice_is_refused(tmp_path: Path) -> None:
    """A gzip file of a gzip file, or of a zip."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(gzip.compress(PAGE.encode())))
    with pytest.raises(InputError, match="packed twice"):
        read(tmp_path / "a.txt.gz")


def bomb(tmp_path: Path, name: str) -> Path:
    """Make a file that unpacks to much more than its size."""
    zeros = bytes(4 * 1024 * 1024)
    path = tmp_path / name
    if name.endswith(".zip"):
        return zipped(path, {f"{at}.txt": zeros for at in range(3)})
    if ".tar" in name:
        return tarred(path, {"1.txt": zeros, "2.txt": zeros}, "w:gz")
    path.write_bytes((gzip.compress if name.endswith(".gz") else zstd)(zeros * 2))
    return path


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.zst", "a.zip", "a.tar.gz"])
def test_what_unpacks_to_far_more_than_its_size_is_refused(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb ends where it is out of proportion, long before it fills the memory."""
    monkeypatch.setattr(packed, "HARMLESS", 1024 * 1024)
    with pytest.raises(InputError, match=r"more than 200 times|problems"):
        read(bomb(tmp_path, name))


def test_many_small_bombs_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What all members unpack to together is in proportion to the archive."""
    monkeypatch.setattr(packed, "HARMLESS", 3 * 1024 * 1024)
    zipped(tmp_path / "a.zip", {f"{at}.txt": PAGE.encode() + b" " * 1024 * 1024 for at in range(9)})
    pages, problems = read(tmp_path / "a.zip")
    assert len(pages) == 2
    assert "more than 200 times its size" in problems[0]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.zip", b"PK\x03\x04" + b"\x00" * 50, "damaged"),
        ("a.zip", b"no zip at all", "does not begin as one"),
        ("a.txt.gz", gzip.compress(PAGE.encode() * 99)[:-20], "damaged"),
        ("a.jsonl.zst", zstd(PAGE.encode() * 99)[:-5], "damaged"),
        ("a.gz", b"\x1f\x8b\x08", "damaged"),
        ("a.tar", b"\x00" * 257 + b"ustar" + b"\x00" * 300, "damaged"),
        ("a.tar.gz", gzip.compress(b"\x00" * 10240), "kind"),
        ("a.rar", b"Rar!", "not read"),
        ("a.txt.bz2", bz2.compress(PAGE.encode()), "not read"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "archive without pages"),
    ],
)
def test_a_damaged_archive_is_one_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """It says what is wrong, where, and what to do."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        read(tmp_path / name)
    assert name in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_damaged_member_costs_a_line_and_the_others_are_read(tmp_path: Path) -> None:
    """A wrong checksum, an encrypted member, one packed in an unknown way."""
    path = zipped(tmp_path / "a.zip", {"1.txt": PAGE.encode(), "2.txt": PAGE.encode() * 2, "3.txt": PAGE.encode() * 3})
    data = bytearray(path.read_bytes())
    first, second, third = (data.find(b"PK\x01\x02"), 0, 0)
    second = data.find(b"PK\x01\x02", first + 4)
    third = data.find(b"PK\x01\x02", second + 4)
    data[first + 16] ^= 0xFF  # the checksum
    data[second + 8] |= 1  # encrypted
    struct.pack_into("<H", data, third + 10, 99)  # the method
    path.write_bytes(bytes(data))
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    pages, problems = read(tmp_path)
    assert [page.file for page in pages] == ["b.txt"]
    assert [problem.partition(": ")[0] for problem in problems] == [f"a.zip/{at}.txt" for at in (1, 2, 3)]
    assert "encrypted" in problems[1]


def test_a_bad_page_toml_in_an_archive_costs_its_folder(tmp_path: Path) -> None:
    """As in a folder on disk: pages whose paper and day would be wrong are not read."""
    zipped(tmp_path / "a.zip", {"p/page.toml": b"source = ", "p/1.txt": PAGE.encode(), "q/2.txt": PAGE.encode()})
    pages, problems = read(tmp_path / "a.zip")
    assert [page.file for page in pages] == ["a.zip/q/2.txt"]
    assert problems[0].startswith("a.zip/p/page.toml: is no TOML")


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd])
def test_standard_input_may_be_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    """What comes through a pipe is told by its first bytes."""
    data = pack(zipped(tmp_path / "a.zip", {"1.txt": PAGE.encode()}).read_bytes() if pack is bytes else PAGE.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    pages, _ = read("-")
    assert [page.raw for page in pages] == [PAGE]


def test_members_are_opened_one_at_a_time(tmp_path: Path) -> None:
    """A thousand pages need no thousand handles."""
    zipped(tmp_path / "a.zip", {f"{at}.txt": PAGE.encode() for at in range(300)})
    folder = tmp_path / "pages"
    folder.mkdir()
    for at in range(300):
        (folder / f"{at}.txt").write_text(PAGE, encoding="utf-8")
    most = before = len(list(Path("/dev/fd").iterdir()))  # other tests hold stores open
    for _ in read_pages([tmp_path / "a.zip", folder], on_problem=lambda _: None):
        most = max(most, len(list(Path("/dev/fd").iterdir())))
    assert most - before < 10

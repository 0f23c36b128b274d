"""Damaged files of every kind: no reader crashes, hangs, opens another file, or reaches for the network."""

from __future__ import annotations

import gzip
import io
import json
import random
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from kg.errors import InputError
from kg.reading import iter_readings
from tests.fuzzing import HOME, Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS = 5
TEXT = (
    "葛长风到河东新区检查安置房工地\n"
    "　　本报讯（记者 秦小雨）5月16日，市住建局局长葛长风到河东\n新区检查工地，要求施工单位倒排工期，\n"
    "确保年底前交付。\n"
    "柳拂衣任市商务局局长\n"
    "　　据市人大常委会消息，5月15日会议决定任命柳拂衣为市商务\n局局长。全市今年新增就业3.2万人，比上年增长5%。\n"
    "责任编辑：江一帆　（下转第3版）\n"
)
OBJECT = {"id": "x", "headline": "检查工地", "text": TEXT, "source": "河东日报", "published": "2021-05-17"}
HTML = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>葛长风检查工地_河东日报</title></head><body>"
    "<div class='nav'><a href='/'>首页</a> &gt; 要闻</div><h1>葛长风检查工地</h1><p>2021-05-17 来源：河东日报</p>"
    f"<div id='content'>{''.join(f'<p>{line}</p>' for line in TEXT.splitlines())}"
    "<table><tr><td>姓名</td><td>职务</td></tr></table></div><script>var a = 1;</script></body></html>"
)
# What parsers look for, where it does not belong.
TOKENS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x0c", b"\r", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"(", b"[" * 3000,
    b"<" * 500, b"<div>" * 3000, b"<!--", b"]]>", b"&#xD800;", b"&#0;", b"<table><tr><td>" * 400, b"9" * 5000,
    b"/Length 99999999 ", b"endobj", b"stream\r\n", b"trailer <</Root 1 0 R>>", b"startxref\n0\n", b"%PDF-1.7\n",
    b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b'{"text": "', b'"}', b"\\ud800", b"1e999",
    "（".encode() * 800, "　".encode() * 3000, "记者".encode() * 500, b"\xe2\x80\xa8",
]  # fmt: skip


def _pdf(text: str = TEXT) -> bytes:
    registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(500, 700), invariant=1, pageCompression=0)
    for _ in range(2):
        for at, line in enumerate(text.splitlines()):
            canvas.setFont("STSong-Light", 22 if at in {0, 4} else 10)
            canvas.drawString(40, 640 - 24 * at, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("p/1.txt", TEXT), ("p/page.toml", 'source = "甲报"'), ("2.json", json.dumps(OBJECT))):
            archive.writestr(zipfile.ZipInfo(name, (2021, 5, 17, 0, 0, 0)), data)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in (("p/1.txt", TEXT.encode()), ("p/2.html", HTML.encode())):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def _lines() -> bytes:
    return b"".join(json.dumps(OBJECT | {"id": at}, ensure_ascii=False).encode() + b"\n" for at in range(4))


SEEDS: dict[str, Callable[[], bytes]] = {
    ".txt": TEXT.encode,
    ".gb.txt": lambda: TEXT.encode("gb18030"),
    ".u16.txt": lambda: TEXT.encode("utf-16"),
    ".json": lambda: json.dumps([OBJECT], ensure_ascii=False, indent=1).encode(),
    ".jsonl": _lines,
    ".jsonl.gz": lambda: gzip.compress(_lines(), mtime=0),
    ".jsonl.zst": lambda: zstandard.ZstdCompressor().compress(_lines()),
    ".zip": _zip,
    ".tar": _tar,
    ".tar.gz": lambda: gzip.compress(_tar(), mtime=0),
    ".html": HTML.encode,
    ".gb.html": lambda: HTML.replace("utf-8", "gbk").encode("gbk"),
    ".pdf": _pdf,
}
GROUPS = {
    "text": (".txt", ".gb.txt", ".u16.txt", ".json", ".jsonl"),
    "archives": (".jsonl.gz", ".jsonl.zst", ".zip", ".tar", ".tar.gz"),
    "html": (".html", ".gb.html"),
    "pdf": (".pdf",),
}
TIMES = {"text": 40, "archives": 40, "html": 60, "pdf": 120}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return bytes with one to four damages: a bit, a run, a cut, a copy, a token where it does not belong."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(out) + 1)
        match rng.randrange(7):
            case 0 if out:
                out[at % len(out)] ^= 1 << rng.randrange(8)
            case 1:
                out[at : at + rng.randrange(64)] = rng.randbytes(rng.randrange(64))
            case 2:
                del out[at:]
            case 3:
                del out[at : at + rng.randrange(200)]
            case 4:
                end = min(len(out), at + rng.randrange(2000))
                out[at:at] = out[at:end] * rng.randint(1, 20)
            case 5:
                out[at:at] = rng.choice(TOKENS)
            case _:
                other = rng.randrange(len(out) + 1)
                out[at:at] = out[other : other + rng.randrange(100)]
    return bytes(out)


def watched(folder: Path) -> list[dict[str, Any]]:
    """Read the files of a folder in a process of their own, and return what it saw of each."""
    command = [sys.executable, str(HOME / "tests" / "fuzzing.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    last = found[-1]["file"] if found else "none"
    assert done.returncode == 0, f"died behind {last}: {done.stderr[-2000:]}"
    return found


def wrong(found: list[dict[str, Any]]) -> list[str]:
    """Return what a reader did that none may do."""
    out = []
    for one in found:
        if one["crash"] or one["seconds"] > SECONDS or one["forbidden"]:
            out.append(f"{one['file']} {one['seconds']:.1f} s {one['forbidden']} {(one['crash'] or '')[-800:]}")
        out += [f"{one['file']}: {line!r}" for line in one["told"] if "\n" in line or "span outside" in line]
    return out


@pytest.mark.parametrize("group", GROUPS)
def test_damaged_files_are_read_or_refused_in_time(tmp_path: Path, group: str) -> None:
    """Hundreds of damaged files of each kind: pages, or one line for the user, within seconds."""
    rng = random.Random(20210517)  # noqa: S311 - a seed
    for suffix in GROUPS[group]:
        data = SEEDS[suffix]()
        (tmp_path / f"warm{suffix}").write_bytes(data)
        for at in range(TIMES[group]):
            (tmp_path / f"{at:03}{suffix}").write_bytes(damaged(data, rng))
    found = watched(tmp_path)
    assert len(found) == (TIMES[group] + 1) * len(GROUPS[group])
    assert wrong(found) == []
    # The damage is such that much is still read, and much is refused.
    assert all(one["pages"] for one in found[: len(GROUPS[group])])
    assert sum(bool(one["pages"]) for one in found) > 0


@pytest.mark.parametrize("suffix", sorted({f".{name.rsplit('.', 1)[1]}" for name in SEEDS}))
@settings(derandomize=True, max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    """Whatever the bytes: pages or an error for the user."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        for reading in iter_readings([path], on_problem=lambda _: None):
            assert reading.page.raw.strip()
    except InputError as error:
        told = str(error)
        assert "\n" not in told


@settings(
    derandomize=True, max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.lists(
        st.sampled_from(
            [*TEXT.splitlines(), "", " ", "\f", "\r", "（记者", "）", "本版", "│", "第A3版", "2021年", "。", "１"]
        )
        | st.text(max_size=12),
        max_size=40,
    )
)
def test_any_lines_of_text_make_articles_within_the_page(tmp_path: Path, text: list[str]) -> None:
    """Pieces of pages in any order: spans stand in order within the page, and do not overlap."""
    path = tmp_path / "a.txt"
    path.write_bytes("\n".join(text).encode("utf-8", "surrogatepass"))
    try:
        readings = list(iter_readings([path], on_problem=lambda _: None))
    except InputError:
        return
    for reading in readings:
        for article in reading.articles:
            at = 0
            for span in article.spans:
                assert at <= span.start < span.end <= len(article.page.raw)
                at = span.end


ENTITIES = [
    (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<html><body><h1>检查工地</h1><p>&x;{text}</p></body></html>"
    ),
    (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY % x SYSTEM "file://{secret}"> %x;]>'
        "<html><body><h1>检查工地</h1><p>{text}</p></body></html>"
    ),
    (
        "<html><body><h1>检查工地</h1><iframe src='file://{secret}'></iframe><img src='http://localhost:9/a.png'>"
        "<link rel='stylesheet' href='http://localhost:9/a.css'><p>{text}</p></body></html>"
    ),
]


@pytest.mark.parametrize("page", ENTITIES)
@pytest.mark.parametrize("suffix", [".html", ".xhtml"])
def test_a_web_page_brings_no_other_file_with_it(tmp_path: Path, page: str, suffix: str) -> None:
    """External entities, frames and pictures stay where they are."""
    (tmp_path / "outside").mkdir()
    secret = tmp_path / "outside" / "secret.txt"
    secret.write_text("绝密内容", encoding="utf-8")
    folder = tmp_path / "pages"
    folder.mkdir()
    text = page.replace("{secret}", str(secret)).replace("{text}", TEXT.replace("\n", ""))
    for name in ("warm", "a"):
        (folder / f"{name}{suffix}").write_text(text, encoding="utf-8")
    assert wrong(watched(folder)) == []
    for reading in iter_readings([folder / f"a{suffix}"], on_problem=lambda _: None):
        assert "绝密" not in reading.page.raw


def test_entities_that_multiply_are_refused_or_stay_small(tmp_path: Path) -> None:
    """Ten entities of ten make ten thousand millions: none is expanded."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 11))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "哈哈">{entities}]>'
    page = f"{head}<html><body><p>&e10;{TEXT}</p></body></html>"
    for name in ("warm", "a"):
        (tmp_path / f"{name}.xhtml").write_text(page, encoding="utf-8")
    assert wrong(watched(tmp_path)) == []
    for reading in iter_readings([tmp_path / "a.xhtml"], on_problem=lambda _: None):
        assert len(reading.page.raw) < 10 * len(page)


def test_the_watch_sees_what_must_not_happen(tmp_path: Path) -> None:
    """A file outside, one written, a connection: each is noted; what the library needs is not."""
    watch = Watch(tmp_path / "in")
    for event, arguments in (
        ("open", (str(tmp_path / "in" / "a.txt"), "r", 0)),
        ("open", (str(HOME / "ontology" / "lexicon" / "posts.tsv"), "r", 0)),
        ("open", (3, "r", 0)),
    ):
        watch(event, arguments)
    assert watch.seen == []
    for event, arguments in (
        ("open", (str(tmp_path / "in" / "a.txt"), "w", 0)),
        ("open", ("/etc/passwd", "r", 0)),
        ("socket.connect", ("localhost", 80)),
        ("os.remove", ("a", -1)),
    ):
        watch(event, arguments)
    assert len(watch.seen) == 4

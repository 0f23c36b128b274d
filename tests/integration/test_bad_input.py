"""Bad input of any kind: one line (what, where, what to do), the right exit code, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "id": "good",
    "source": "临川新报",
    "published": "2022-05-18",
    "place": "抚州市",
    "headline": "市长调研",
    "text": "5月17日，市长严守真到临川区调研。",
}


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """Return standard error, which must be one line of ours."""
    err = capsys.readouterr().err
    assert err.startswith("kg: "), err
    assert err.count("\n") == 1, err
    return err


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and return it."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


BAD: dict[str, Callable[[Path], Path]] = {
    "missing file": lambda d: d / "nothing.txt",
    "empty file": lambda d: write(d / "empty.txt", ""),
    "only white space": lambda d: write(d / "blank.txt", "\n \n\n"),
    "binary file": lambda d: write(d / "binary.txt", bytes(range(256)) * 8),
    "folder without pages": lambda d: (d / "folder").mkdir() or d / "folder",  # type: ignore[func-returns-value]
    "JSON that breaks off": lambda d: write(d / "broken.json", '[{"id": "a", "text": "甲'),
    "JSON lines that break off": lambda d: write(d / "broken.jsonl", '{"id": "a", "text": "甲'),
    "object without text": lambda d: write(d / "untold.jsonl", '{"id": "a", "headline": "甲"}\n'),
    "text that is no text": lambda d: write(d / "number.jsonl", '{"id": "a", "text": 5}\n'),
    "date that is none": lambda d: write(d / "date.jsonl", json.dumps(GOOD | {"published": "2022-13-45"})),
    "a page in PDF": lambda d: write(d / "page.pdf", b"%PDF-1.7\n"),
    "a page in HTML": lambda d: write(d / "page.html", "<html><body>甲</body></html>"),
    "link that leads nowhere": lambda d: (d / "link.txt").symlink_to(d / "gone") or d / "link.txt",  # type: ignore[func-returns-value]
    "bad page.toml": lambda d: (write(d / "page.toml", "source = "), write(d / "page.txt", "本报讯"))[1],
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_named_and_leaves_nothing(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be read the command fails, says where, and writes no output."""
    path = BAD[kind](tmp_path)
    output = tmp_path / "records.out"
    assert run(["extract", str(path), "-o", str(output)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith("kg: ") for line in lines), lines
    assert any(path.name in line or "page.toml" in line for line in lines), lines
    assert not output.exists()


def test_a_bad_file_among_good_ones_is_reported_and_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad file in a thousand costs that file, no more."""
    write(tmp_path / "a.jsonl", json.dumps(GOOD) + "\n")
    write(tmp_path / "b.jsonl", '{"id": "broken"')
    write(tmp_path / "c.jsonl", json.dumps(GOOD | {"id": "other"}) + "\n")
    write(tmp_path / "photo.jpg", b"\xff\xd8\xff")
    assert run(["extract", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["good", "other"]
    assert "b.jsonl" in captured.err


def test_a_date_that_is_none_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option is checked before anything is read."""
    write(tmp_path / "page.txt", "本报讯 市长严守真到临川区调研。")
    assert run(["extract", str(tmp_path), "--published", "someday"]) == 2
    assert "someday" in one_line(capsys)


@pytest.mark.parametrize("command", [["info"], ["schema"], ["check"], ["cypher", "RETURN 1"], ["query", "doubts"]])
def test_a_graph_that_is_not_there_is_named(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asking a folder that is no graph says so and makes nothing."""
    assert run([*command, "--graph", str(tmp_path / "none")]) == 1
    assert "none" in one_line(capsys)
    assert not (tmp_path / "none").exists()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph of one article."""
    folder = tmp_path_factory.mktemp("small")
    page = write(folder / "a.jsonl", json.dumps(GOOD) + "\n")
    subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "build", str(page), "--graph", str(folder / "g")],
        check=True,
        cwd=ROOT,
    )
    return folder / "g"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("call", "code", "says"),
    [
        (["cypher", "MATCH (n RETURN n"], 1, "Cypher"),
        (["cypher", "CREATE (n:Person {id: 'x'})"], 1, "MATCH"),
        (["sparql", "SELECT WHERE {"], 1, "SPARQL"),
        (["sparql", "SELECT ?s { ?s rdfs:label ?n }", "--param", "n=甲"], 1, "?n must stand in the SELECT"),
        (["sparql", "INSERT DATA { <a:b> <a:b> <a:b> }"], 1, ""),
        (["query", "holdr"], 2, "holder"),
        (["query", "holder", "--param", "plac=x"], 2, "place"),
        (["query", "holder", "--param", "place=抚州市", "--param", "on=soon"], 2, "on"),
        (["remove", "no-such-article"], 2, "no-such-article"),
        (["draw", "--about", "无此人", "-o", "x.html"], 2, "无此人"),
        (["export", "-o", "/no/such/folder/x.nq"], 1, "/no/such/folder"),
    ],
)
def test_a_wrong_question_is_one_line(
    call: list[str],
    code: int,
    says: str,
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Errors of the stores come through as one line in our words, with the right exit code."""
    monkeypatch.chdir(tmp_path)
    assert run([*call, "--graph", str(small)]) == code
    err = capfd.readouterr().err
    assert err.startswith("kg: "), err
    assert err.count("\n") == 1, err
    assert says in err
    assert not list(tmp_path.iterdir())


@pytest.mark.integration
def test_a_server_that_is_down_is_one_line(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Port 1 of this machine answers nobody."""
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-word")
    assert run(["load", "bolt://127.0.0.1:1", "--graph", str(small)]) == 1
    assert "127.0.0.1:1" in one_line(capsys)


@pytest.mark.integration
def test_no_password_and_no_terminal_is_one_line(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A password is never waited for where nobody can type it."""
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    assert run(["load", "bolt://127.0.0.1:1", "--graph", str(small)]) == 2
    assert "NEO4J_PASSWORD" in one_line(capsys)


@pytest.mark.integration
def test_a_closed_pipe_ends_quietly(small: Path) -> None:
    """`kg … | head -n 1` prints one line and no stack."""
    call = f"{sys.executable} -c 'from kg.cli import main; main()' schema --graph {small} | head -n 1"
    done = subprocess.run(call, shell=True, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S602  # a pipe is the point
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("articles", [1, 50])
def test_a_full_disk_is_one_line(articles: int, tmp_path: Path) -> None:
    """Standard output that takes nothing more is an error, not a stack, at the end as well as on the way."""
    lines = [json.dumps(GOOD | {"id": str(number)}) + "\n" for number in range(articles)]
    page = write(tmp_path / "a.jsonl", "".join(lines))
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", "extract", str(page)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("kg: cannot write to standard output: ")
    assert done.stderr.count("\n") == 1


def kg_in(folder: Path, *call: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user in `folder` does, in an environment of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *call],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.integration
@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}]
)
def test_a_locale_that_knows_ascii_alone_stops_nothing(locale: dict[str, str], tmp_path: Path) -> None:
    """Chinese folders, names and answers work in a container without a locale as they do anywhere."""
    (tmp_path / "报 纸").mkdir()
    write(tmp_path / "报 纸" / "页.jsonl", json.dumps(GOOD, ensure_ascii=False) + "\n")
    built = kg_in(tmp_path, "build", "报 纸", "--graph", "图", **locale)
    assert (built.returncode, built.stderr) == (0, "")
    for engine in ("cypher", "sparql"):
        call = ["query", "career", "--graph", "图", "--param", "person=严守真", "--format", "json", "--engine", engine]
        assert [row["person"] for row in json.loads(kg_in(tmp_path, *call, **locale).stdout)] == ["严守真"]
    assert {path.name for path in tmp_path.iterdir()} == {"报 纸", "图"}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGTERM there")
def test_a_command_that_is_told_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    """What a service manager or `timeout` ends puts its temporary file away first."""
    call = [sys.executable, "-c", "from kg.cli import main; main()", "extract", "-", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        for _ in range(200):
            if any(tmp_path.iterdir()):
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.communicate(timeout=30)[1] == b""
    assert process.returncode == 128 + signal.SIGTERM
    assert not list(tmp_path.iterdir())


def test_what_is_no_file_name_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is no file to write to, whatever the system calls that."""
    page = write(tmp_path / "a.jsonl", json.dumps(GOOD) + "\n")
    assert run(["extract", str(page), "-o", str(tmp_path)]) == 1
    assert "it is a folder: name a file" in one_line(capsys)


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph in which two mayors share a name, and two districts of one name have a government each."""
    folder = tmp_path_factory.mktemp("namesakes")
    told = [
        ("抚州市", "抚州市市长严守真到临川区调研。"),
        ("衢州市", "衢州市市长严守真到江山市调研。"),
        ("南京市", "南京市鼓楼区区长秦小雨到企业检查。"),
        ("福州市", "福州市鼓楼区区长孙百川到企业检查。"),
    ]
    lines = [
        json.dumps(GOOD | {"id": f"n{number}", "place": place, "text": f"5月17日，{text}"})
        for number, (place, text) in enumerate(told)
    ]
    write(folder / "a.jsonl", "\n".join(lines))
    assert kg_in(folder, "build", "a.jsonl", "--graph", "g").returncode == 0
    return folder / "g"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("name", "question", "parameter", "apart"),
    [
        ("严守真", "career", "person", ("抚州市市长，抚州市", "衢州市市长，衢州市")),
        ("鼓楼区政府", "roster", "body", ("南京市、鼓楼区", "福州市、鼓楼区")),
        ("鼓楼区", "holder", "place", ("南京市", "福州市")),
    ],
)
def test_a_shared_name_lists_who_shares_it_and_asks_back(
    name: str,
    question: str,
    parameter: str,
    apart: tuple[str, str],
    namesakes: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Both stores and the picture name the same candidates, with what tells them apart and the id to give."""
    picture = tmp_path / "x.html"
    calls = [
        ["query", question, "--param", f"{parameter}={name}", "--engine", engine] for engine in ("cypher", "sparql")
    ]
    said = set()
    for call in [*calls, ["draw", "--about", name, "-o", str(picture)]]:
        assert run([*call, "--graph", str(namesakes)]) == 2
        said.add(one_line(capsys))
    assert len(said) == 1
    assert all(f"：{one})" in said.copy().pop() for one in apart)
    assert not picture.exists()


@pytest.mark.integration
def test_removing_asks_back_with_paper_and_day(namesakes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles of one headline are told apart by id, paper and day, and all stay."""
    assert run(["remove", "市长调研", "--graph", str(namesakes)]) == 2
    assert "n0 (临川新报, 2022-05-18); n1 (临川新报, 2022-05-18); n2" in one_line(capsys)

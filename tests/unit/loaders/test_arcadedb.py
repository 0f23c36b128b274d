"""The embedded store: loading, reading, refusing, and leaving no trace."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import StoreError, UsageError
from loaders.arcadedb import ArcadeStore, load
from loaders.java_errors import explain
from loaders.jvm import get_heap
from tests.unit.fixture_rows import HE, LINKS, MAYOR, MAYOR_TENURE, NODES, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a loaded store."""
    rows = write_rows(tmp_path_factory.mktemp("rows"))
    path = tmp_path_factory.mktemp("store") / "arcadedb"
    assert load(rows, path) == (len(NODES), len(LINKS))
    return path


@pytest.fixture
def store(folder: Path) -> Iterator[ArcadeStore]:
    """Return the store, opened to be read."""
    with ArcadeStore(folder) as opened:
        yield opened


def test_every_row_is_there_with_its_properties(store: ArcadeStore) -> None:
    """What went in comes out: the same ids, lists and numbers, dates as dates, nothing for what is absent."""
    found = {row["id"]: row["n"] for row in store.run("MATCH (n) RETURN n.id AS id, n")}
    assert set(found) == {node.id for node in NODES}
    tenure = found[MAYOR_TENURE]
    assert isinstance(tenure, dict)
    assert tenure["labels"] == ["Tenure"]
    assert tenure["latest_begin"] == dt.date(2021, 4, 8)
    assert tenure["statuses"] == ["holds", "removed"]
    assert (tenure["confidence"], tenure["articles"]) == (0.9, 3)
    assert found[MAYOR]["single_seat"] is True  # type: ignore[index]


def test_links_keep_their_direction_and_properties(store: ArcadeStore) -> None:
    """A link leads from its source to its target and is a value of its own."""
    rows = store.run("MATCH (p:Person {id: $id})-[l:HOLDS]->(o:Office) RETURN l, o.id AS office", {"id": HE})
    assert [row["office"] for row in rows] == [MAYOR]
    link = rows[0]["l"]
    assert isinstance(link, dict)
    assert (link["type"], link["derived"], link["earliest"]) == ("HOLDS", True, dt.date(2021, 4, 8))


def test_values_come_back_plain(store: ArcadeStore) -> None:
    """No Java value leaves the port: what is returned can be written as JSON but for dates."""
    row = store.run("RETURN date($d) AS d, [1, 2.5, 'x', null, true] AS l, {a: {b: 1}} AS m", {"d": "2021-04-08"})[0]
    assert row == {"d": dt.date(2021, 4, 8), "l": [1, 2.5, "x", None, True], "m": {"a": {"b": 1}}}
    path = store.run("MATCH p = (:Person)-[:HAS_TENURE]->(:Tenure) RETURN p LIMIT 1")[0]["p"]
    assert isinstance(path, list)
    assert [next(iter(part)) for part in path] == ["labels", "type", "labels"]
    json.dumps(store.run("MATCH (n:Article) RETURN n"), default=str)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE (n:Person {id: 'x'})", "would change the graph"),
        ("MATCH (n) DETACH DELETE n", "would change the graph"),
        ("MATCH (n:Person) SET n.name = 'x'", "would change the graph"),
        ("CALL { CREATE (n:Person) RETURN n } RETURN n", "would change the graph"),
        ("CREATE INDEX i FOR (n:Person) ON (n.name)", "would change the graph"),
        ("LOAD CSV FROM 'file:///etc/hostname' AS l RETURN l", "kg never does"),
        ("LOAD CSV FROM 'http://example.org/x.csv' AS l RETURN l", "kg never does"),
        ("MATCH (n:Person RETURN n", "line 1"),
        ("MATCH (n) RETURN m", "'m'"),
        ("RETURN $x", "parameter $x"),
        ("", "empty"),
    ],
)
def test_what_it_refuses_is_said_in_one_line(store: ArcadeStore, statement: str, said: str) -> None:
    """A statement that is wrong, writes, or reads files tells why, and the graph stands."""
    with pytest.raises(StoreError, match=said.replace("$", r"\$")) as error:
        store.run(statement)
    assert "\n" not in str(error.value)
    assert "Exception" not in str(error.value)
    assert store.run("MATCH (n) RETURN count(n) AS n") == [{"n": len(NODES)}]


def test_it_loads_into_a_fresh_folder_only(folder: Path, tmp_path: Path) -> None:
    """A store is never mixed with another."""
    with pytest.raises(StoreError, match="not empty"):
        load(write_rows(tmp_path), folder)


@pytest.mark.parametrize("file", ["nodes", "links"])
def test_rows_that_do_not_fit_are_an_error(file: str, tmp_path: Path) -> None:
    """A missing end or a double id is noticed when counts are compared."""
    rows = write_rows(tmp_path)
    path = rows / f"{file}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    # The last node goes, to which links lead; or a link is added that leads nowhere.
    lines = lines[:-1] if file == "nodes" else [*lines, lines[-1].replace('"target": "', '"target": "x')]
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(StoreError):
        load(rows, tmp_path / "store")


def test_there_is_no_store_where_there_is_none(tmp_path: Path) -> None:
    """A path without a store says how to make one."""
    with pytest.raises(StoreError, match="run kg build"):
        ArcadeStore(tmp_path)


def test_it_may_not_be_used_after_a_fork(store: ArcadeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forked Java machine hangs: the store refuses instead."""
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with pytest.raises(StoreError, match="fork"):
        store.run("RETURN 1")


def test_the_heap_is_512_mb_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """KG_HEAP changes it and must be a size."""
    monkeypatch.delenv("KG_HEAP", raising=False)
    assert get_heap() == "512m"
    monkeypatch.setenv("KG_HEAP", "2G")
    assert get_heap() == "2g"
    for wrong in ("lots", "1k", "512", "-1g", "99999999g"):
        monkeypatch.setenv("KG_HEAP", wrong)
        with pytest.raises(UsageError, match="KG_HEAP"):
            get_heap()


def python(code: str, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_leaves_nothing_on_the_screen_and_in_the_folder(tmp_path: Path) -> None:
    """Java's warnings and the store's log folder never reach the user."""
    rows, here = tmp_path / "rows", tmp_path / "here"
    rows.mkdir()
    here.mkdir()
    write_rows(rows)
    code = (
        "import sys; from pathlib import Path; from loaders.arcadedb import ArcadeStore, load\n"
        "load(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "with ArcadeStore(Path(sys.argv[2])) as s: print(s.run('MATCH (n) RETURN count(n) AS n'))\n"
    )
    done = python(code, here, str(rows), str(tmp_path / "store"))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"[{{'n': {len(NODES)}}}]\n", "")
    assert list(here.iterdir()) == []


def test_a_store_that_is_being_written_is_refused_in_one_line(folder: Path, tmp_path: Path) -> None:
    """Another process that writes holds the store; who comes second is told."""
    code = (
        "import sys; from pathlib import Path; from loaders import jvm\n"
        "package = jvm.get_arcadedb(); held = package.open_database(sys.argv[1])\n"
        "import subprocess\n"
        "ask = 'import sys; from pathlib import Path; from loaders.arcadedb import ArcadeStore'\n"
        "ask += '; ArcadeStore(Path(sys.argv[1]))'\n"
        "done = subprocess.run([sys.executable, '-c', ask, sys.argv[1]], capture_output=True, text=True)\n"
        "print(done.stderr.strip().splitlines()[-1]); held.close()\n"
    )
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    assert "another process writes it" in python(code, tmp_path, str(copy)).stdout


def test_without_a_build_for_the_platform_it_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No wheel (musl, Intel macOS, old glibc) is one line, not a traceback."""
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    with pytest.raises(StoreError, match="glibc"):
        ArcadeStore(folder)


def test_a_full_disk_is_called_by_its_name() -> None:
    """Whatever Java was about when the disk was full, the disk is what is told."""
    wrapped = RuntimeError("Transaction error on commit (caused by java.io.IOException: No space left on device)")
    assert explain(wrapped) == "no space is left on its disk: make room or choose another place"


def test_what_java_wrote_is_as_readable_as_any_file(folder: Path) -> None:
    """A colleague who may read the graph's folder may read all of the store."""
    mask = os.umask(0)
    os.umask(mask)
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o666 & ~mask}


def test_a_store_that_cannot_be_read_is_no_empty_store(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine would take an unreadable or damaged schema for an empty one, and answer everything with no rows."""
    copy = Path(shutil.copytree(folder, tmp_path / "store"))
    (copy / "schema.json").write_bytes(b'{"types": {')
    with pytest.raises(StoreError, match=r"schema\.json is damaged: run kg build again"):
        ArcadeStore(copy)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "configuration.json")
    with pytest.raises(StoreError, match=r"configuration\.json may not be read"):
        ArcadeStore(copy)

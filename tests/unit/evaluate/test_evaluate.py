"""Evaluating: figures by kind of fact, equal to the reference scorer's."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate

if TYPE_CHECKING:
    from pathlib import Path

TENURE = {"type": "tenure", "person": "韩立群", "organization": ["晋中市人大常委会"], "post": "主任", "status": "holds"}
EVENT = {
    "type": "event", "kind": "visit", "start": "2022-05-15", "topic": "考察学习", "places": [["衢州市", "衢州"]],
    "participants": [{"name": "韩立群", "role": ["leader", "participant"]}], "sites": ["莲花镇涧峰村代表联络点"],
}  # fmt: skip
FOUND_EVENT = EVENT | {
    "places": ["衢州"],
    "participants": [{"name": "韩立群", "role": "leader"}],
    "sites": ["涧峰村代表联络点"],
}
NUMBER = {"type": "measurement", "value": 2546800, "unit": "人", "indicator": ["建档立卡劳动力"], "date": "2021"}
PROGRAMME = {"type": "programme", "name": "“太行巧手”", "kind": "labour_brand", "start": "2017"}


def score(tmp_path: Path, gold: Any, found: list[Any]) -> dict[str, tuple[int, int, int]]:
    """Return hits, found and gold by kind."""
    (tmp_path / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in found)
    (tmp_path / "found.jsonl").write_text(lines, encoding="utf-8")
    figures = evaluate(tmp_path / "gold.json", tmp_path / "found.jsonl").figures()
    return {name: (row.hit, row.found, row.gold) for name, row in figures.items()}


def record(*facts: Any, **more: Any) -> dict[str, Any]:
    """Return a record of facts."""
    return {"id": "a", "place": "晋中市", "facts": list(facts), "bylines": []} | more


def test_what_is_said_alike_is_right(tmp_path: Path) -> None:
    """Spellings, short forms, suffixes of level and leading townships make no difference."""
    found = record(
        TENURE | {"organization": "晋中市人民代表大会常务委员会"},
        FOUND_EVENT,
        NUMBER | {"indicator": "建档立卡劳动力"},
        PROGRAMME,
    )
    rows = score(tmp_path, [record(TENURE, EVENT, NUMBER, PROGRAMME)], [found])
    assert rows["tenure"] == rows["programme"] == rows["measurement"] == (1, 1, 1)
    assert rows["event slots"] == (5, 5, 5)
    assert rows["details"][0] == rows["details"][2]


def test_what_is_wrong_or_missing_counts_against(tmp_path: Path) -> None:
    """Another post is one wrong and one missing."""
    rows = score(tmp_path, [record(TENURE)], [record(TENURE | {"post": "副主任"})])
    assert rows["tenure"] == (0, 1, 1)


def test_optional_facts_count_neither_way(tmp_path: Path) -> None:
    """Found or not, they change no figure; party-wide campaigns likewise."""
    gold = [record(TENURE | {"optional": True})]
    assert "tenure" not in score(tmp_path, gold, [record(TENURE | {"organization": "晋中市人大常委会"})])
    assert "programme" not in score(tmp_path, gold, [record(PROGRAMME | {"name": "党史学习教育"})])


def test_a_page_is_scored_by_lines_and_headlines(tmp_path: Path) -> None:
    """The page's lines are compared with the records' spans, its facts are pooled."""
    (tmp_path / "page.txt").write_text("头条\n甲文。\n乙文。\n", encoding="utf-8")
    gold = {
        "page": {"file": "page.txt", "source": "晋中新报", "place": "晋中市"},
        "articles": [
            {"id": "1", "headline": ["头条"], "lines": ["1-2"], "facts": [TENURE], "bylines": []},
            {"id": "2", "headline": [], "lines": ["3"], "facts": [], "bylines": []},
        ],
    }
    right = [record(TENURE, headline="头条", spans=[[0, 6]]), record(headline=None, spans=[[7, 10]])]
    rows = score(tmp_path, gold, right)
    assert rows["segments"][0] == rows["segments"][2]
    assert rows["headline"] == (1, 1, 1)
    merged = [record(TENURE, headline="头条", spans=[[0, 10]])]
    assert score(tmp_path, gold, merged)["segments"][0] < rows["segments"][0]


def test_unreadable_files_are_one_line(tmp_path: Path) -> None:
    """Missing, broken or of another form: an error that names the file."""
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    (tmp_path / "found.jsonl").write_text("{\n", encoding="utf-8")
    for gold, found in (("none.json", "found.jsonl"), ("gold.json", "found.jsonl"), ("found.jsonl", "found.jsonl")):
        with pytest.raises(InputError):
            evaluate(tmp_path / gold, tmp_path / found)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["press", "provincial", "broadcast"])
def test_figures_equal_the_reference_scorers(shared: Path, tmp_path: Path, name: str) -> None:
    """On records that are right, wrong and missing in part, both print the same table and the same misses."""
    gold = shared / "gold" / "dev" / f"{name}.json"
    records = json.loads(gold.read_text(encoding="utf-8"))
    lines = []
    for number, one in enumerate(records):
        kept = [_as_found(fact, number + at) for at, fact in enumerate(one["facts"]) if (number + at) % 3]
        lines.append(json.dumps({"id": one["id"], "facts": kept, "bylines": one["bylines"][:1]}, ensure_ascii=False))
    (tmp_path / "found.jsonl").write_text("\n".join(lines), encoding="utf-8")
    script = [sys.executable, str(shared / "score" / "score.py"), str(gold), str(tmp_path / "found.jsonl"), "--misses"]
    theirs = subprocess.run(script, capture_output=True, text=True, check=True, encoding="utf-8")
    report = evaluate(gold, tmp_path / "found.jsonl")
    assert report.table().splitlines() == theirs.stdout.splitlines()
    assert report.misses() == theirs.stderr.splitlines()


def _as_found(fact: Any, turn: int) -> Any:
    """Return a gold fact as an extractor might give it: first spellings, and every fifth one wrong somewhere."""
    if isinstance(fact, dict):
        out = {key: _as_found(value, turn) for key, value in fact.items() if not key.startswith("optional")}
        if turn % 5 == 0:
            out |= {key: "别的" for key in ("post", "indicator", "start") if key in out}
        return out
    if isinstance(fact, list) and fact and all(isinstance(one, str) for one in fact):
        return fact[0]
    return [_as_found(one, turn) for one in fact] if isinstance(fact, list) else fact

"""Builds in unit tests: an extraction that knows no rule, and no stores, so that they take milliseconds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kg.build import BuildReport, build
from tests.unit.invented import page_records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture(autouse=True)
def no_rules_no_stores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract what `tests.unit.invented` reads, and load nothing."""
    monkeypatch.setattr("kg.pool.page_records", page_records)
    monkeypatch.setattr("kg.build.load_cypher_store", lambda _rows, store: store.mkdir())
    monkeypatch.setattr("kg.build.load_quads", lambda _rows, store, _base: store.mkdir())


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., BuildReport]:
    """Return a function that builds a graph from files written under `tmp_path`."""

    def run(inputs: Sequence[Path], folder: Path | None = None, **options: str) -> BuildReport:
        given = {"source": "青峦日报", "published": "2021-04-12", "place": "吕梁市", **options}
        problems: list[object] = []
        report = build(inputs, folder or tmp_path / "graph", on_problem=problems.append, **given)
        assert problems == []
        return report

    return run


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Path]:
    """Return a few pages and objects of the same story."""
    folder = tmp_path / "pages"
    folder.mkdir()
    texts = {
        "page1.txt": "贺清禾 吕梁市政府 市长\n@visit 2021-04-08 长治市 贺清禾 白若溪;白若溪 吕梁市商务局 局长\n",
        "page2.txt": "贺清禾 吕梁市委 副书记\n林知远 吕梁市委 书记\n",
    }
    objects = [
        {"id": "o1", "source": "沧宁晚报", "published": "2021-05-02", "text": "林知远 吕梁市委 书记"},
        {
            "id": "o2",
            "source": "沧宁晚报",
            "published": "2021-06-02",
            "headline": "任免",
            "text": "方既白 吕梁市政府 市长 appointed 2021-06-01",
        },
    ]
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "articles.jsonl").write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects), encoding="utf-8"
    )
    return {path.name: path for path in sorted(folder.iterdir())}

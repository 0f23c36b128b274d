"""The page on tables: its Python runs, and what its queries name is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from kg.graph import open as open_graph
from loaders.exports import export

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "tables.md"


def blocks(language: str) -> list[str]:
    """Return the blocks of a language on the page."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_python_of_the_page_runs(examples_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both blocks do what they say, on the graph of the examples and on its Parquet files."""
    with open_graph(examples_graph) as graph:
        export(graph.folder, graph.base, "parquet", tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    first, second = blocks("python")
    exec(first.replace("build/demo", str(examples_graph)), {})  # noqa: S102  # our own page
    names: dict[str, object] = {}
    exec(second, names)  # noqa: S102  # our own page
    tenures = names["tenures"]
    assert isinstance(tenures, pl.DataFrame)
    assert tenures.height > 0


def test_the_sql_of_the_page_joins(examples_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files and columns of the query are there, and the join finds people."""
    with open_graph(examples_graph) as graph:
        export(graph.folder, graph.base, "parquet", tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    (sql,) = blocks("sql")
    links, people = (pl.read_parquet(name) for name in re.findall(r"'(tables/\w+\.parquet)'", sql))
    assert links.join(people, left_on="source", right_on="id").height > 0

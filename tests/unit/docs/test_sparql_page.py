"""The queries of the how-to page run, and find something."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.rdf import QuadStore, load_quads
from tests.unit.fixture_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "rdf.md"
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QuadStore]:
    """Return a store of the small graph."""
    folder = write_rows(tmp_path_factory.mktemp("rows"))
    load_quads(folder, folder / "quads")
    with QuadStore(folder / "quads") as opened:
        yield opened


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query_of_the_page_has_an_answer(store: QuadStore, query: str) -> None:
    """Each has rows, and a value in every column of some row."""
    rows = store.run(query)
    assert rows
    assert all(any(row[column] is not None for row in rows) for column in rows[0])

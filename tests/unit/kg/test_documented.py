"""What the library's documentation shows is what it does."""

from __future__ import annotations

import doctest
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("module", "least"), [("kg.graph", 10), ("kg.tables", 4)])
def test_examples_in_docstrings_run(
    module: str, least: int, examples_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example gives what stands below it, on the graph of the examples in a folder `demo`."""
    monkeypatch.chdir(examples_graph.parent)
    found = doctest.testmod(import_module(module), report=True)
    assert found.attempted >= least
    assert found.failed == 0

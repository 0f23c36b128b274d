"""Shared fixtures, and the switch that turns a skipped integration test into a failure."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
# Java's second compiler takes most of the time of a process that lives for seconds, as most do here.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what measures on shared data where that is absent."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=f"no shared data at {SHARED}: set KG_SHARED"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Under KG_REQUIRE_ALL=1 a skipped integration test has failed."""
    report = yield
    required = os.environ.get("KG_REQUIRE_ALL") == "1" and item.get_closest_marker("integration")
    if required and report.skipped and not item.get_closest_marker("shared"):  # type: ignore[attr-defined]
        report.outcome = "failed"  # type: ignore[attr-defined]
        report.longrepr = f"skipped although KG_REQUIRE_ALL=1: {report.longrepr}"  # type: ignore[attr-defined]
    return report


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the graph that `make demo` builds, with both stores; nobody may change it."""
    from kg.build import build  # noqa: PLC0415  # what reads takes a while to import

    folder = tmp_path_factory.mktemp("examples") / "demo"
    build([ROOT / "examples"], folder, on_problem=str)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared data, gold and scorer."""
    return SHARED

"""Sorting in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.runs import SortedRuns

if TYPE_CHECKING:
    from pathlib import Path

KEYS = st.tuples(st.text("ab中\n\t\x1f\u2028", max_size=3), st.text("xy", max_size=2))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(KEYS, st.text("pq文\t\u2028", max_size=9)), max_size=30), st.integers(1, 40))
def test_what_comes_out_is_what_went_in_sorted(
    tmp_path: Path, pairs: list[tuple[tuple[str, str], str]], limit: int
) -> None:
    """However small the memory: the same pairs, by key and then by line, and nothing left on the disk."""
    with SortedRuns(tmp_path, limit) as runs:
        for key, line in pairs:
            runs.add(key, line)
        assert list(runs) == sorted(pairs)
    assert list(tmp_path.iterdir()) == []

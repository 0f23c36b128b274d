"""The README's session is what its commands really print."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
spec = importlib.util.spec_from_file_location("session", ROOT / "docs" / "session.py")
assert spec is not None
assert spec.loader is not None
session = importlib.util.module_from_spec(spec)
spec.loader.exec_module(session)


@pytest.mark.integration
def test_the_session_is_fresh() -> None:
    """Where this fails: `make docs`, and read what changed."""
    assert (ROOT / "README.md").read_text(encoding="utf-8") == session.readme()

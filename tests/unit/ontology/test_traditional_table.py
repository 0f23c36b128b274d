"""The table of traditional characters is what its script makes."""

from __future__ import annotations

from ontology.traditional import TABLE, text


def test_the_table_is_fresh() -> None:
    """The file is made by `python -m ontology.traditional`, and by nothing else."""
    assert TABLE.read_text(encoding="utf-8") == text()

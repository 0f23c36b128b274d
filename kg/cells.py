"""Cells that a spreadsheet opens without running them."""

from __future__ import annotations

# What a spreadsheet takes for the start of a formula, or strips to reach one.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def inert(value: str | float) -> str | float:
    """Return a cell that no spreadsheet takes for a formula: text gets a leading apostrophe, numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value

"""Values as cells of a table: as text or number, and so that a spreadsheet opens them without running them."""

from __future__ import annotations

import datetime as dt
import json

# What a spreadsheet takes for the start of a formula, or strips to reach one.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def inert(value: str | float) -> str | float:
    """Return a cell that no spreadsheet takes for a formula: text gets a leading apostrophe, numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def as_cell(value: object) -> str | int | float:
    """Return a value as a table shows it: numbers stay numbers, nothing is empty, what has no plain text is JSON."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float() | str():
            return value
        case dt.date():
            return value.isoformat()
        case list() | tuple() if all(isinstance(part, str) for part in value):
            return "、".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)

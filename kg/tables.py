"""Rows with columns, as answers come: to iterate, to look at in a terminal or in Jupyter, to take to polars or pandas.

>>> import datetime as dt
>>> rows = Records([{"name": "贺清禾", "since": dt.date(2021, 4, 8)}, {"name": "<林>", "since": None}])
>>> rows
name    since
贺清禾  2021-04-08
<林>
2 rows
>>> rows.to_polars().dtypes
[String, Date]
>>> print(rows._repr_html_().splitlines()[4])
<tr><td>&lt;林&gt;</td><td></td></tr>
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from kg.cells import as_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.frames import Frame

Record: TypeAlias = dict[str, object]
"""A row by column name."""

SHOWN = 10
"""Rows that a repr shows."""
SHOWN_HTML = 100
"""Rows that Jupyter shows."""
_WIDEST = 28
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class Tabular(Protocol):
    """What has columns and rows."""

    @property
    def columns(self) -> Sequence[str]:
        """Return the names of the columns."""

    @property
    def rows(self) -> Sequence[Sequence[Any]]:
        """Return the rows, each with a value for every column."""

    @property
    def types(self) -> Mapping[str, str]:
        """Return the type of each column, in the words of the schema."""


class Table:
    """What a class with columns, rows and types can do with them."""

    __slots__ = ()

    def __repr__(self: Tabular) -> str:
        """Return the first rows as text, and how many there are."""
        return as_text(self.columns, self.rows)

    def _repr_html_(self: Tabular) -> str:
        """Return the rows as a table for Jupyter."""
        return as_html(self.columns, self.rows)

    def to_dicts(self: Tabular) -> list[dict[str, Any]]:
        """Return the rows by column name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_polars(self: Tabular) -> Frame:
        """Return a polars data frame; days are Date, lists List(String)."""
        from kg.frames import to_frame  # noqa: PLC0415  # polars takes a while to import

        return to_frame(self.types, self.rows)

    def to_pandas(self: Tabular) -> Any:  # noqa: ANN401  # a pandas.DataFrame, and pandas may be absent
        """Return a pandas data frame with the types of Arrow, so that a day stays a day and a gap a gap.

        Raises:
            UsageError: pandas or pyarrow is not installed.
        """
        from kg.frames import to_frame, to_pandas  # noqa: PLC0415  # both take a while to import

        return to_pandas(to_frame(self.types, self.rows))


class Records(Table, list[Record]):
    """Rows by column name: a list of dicts, which also knows its columns. All rows have the same."""

    __slots__ = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns; none where there are no rows."""
        return tuple(self[0]) if self else ()

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """Return the rows, each with a value for every column."""
        return [tuple(row.get(name) for name in self.columns) for row in self]

    @property
    def types(self) -> dict[str, str]:
        """Return the type that the values of each column share; STRING where they share none."""
        from kg.frames import find_types  # noqa: PLC0415  # polars takes a while to import

        return find_types(self.columns, self.rows)


def as_text(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as aligned text: the first few, long cells cut, one line each, and how many there are."""
    shown = [[_cut(_cell(value)) for value in row] for row in rows[:SHOWN]]
    lines = [[_cut(name) for name in columns], *shown]
    widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
    told = ["  ".join(map(_pad, line, widths)).rstrip() for line in lines] if columns else []
    return "\n".join([*told, _count(len(rows), SHOWN)])


def as_html(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as an HTML table in which every text is text, and nothing of it is markup."""
    head = "".join(f"<th>{_escaped(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_escaped(_cell(value))}</td>' for value in row)}</tr>\n" for row in rows[:SHOWN_HTML]
    )
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    return f"{table}<p>{_count(len(rows), SHOWN_HTML)}</p>"


def _count(rows: int, shown: int) -> str:
    more = f" (the first {shown} are shown)" if rows > shown else ""
    return f"{rows} row{'' if rows == 1 else 's'}{more}"


def _cell(value: object) -> str:
    cell = as_cell(value)
    return cell if isinstance(cell, str) else json.dumps(cell)


def _escaped(text: str) -> str:
    return html.escape(_CONTROL.sub(" ", text))


def _cut(text: str) -> str:
    line = _CONTROL.sub(" ", text)
    if _width(line) <= _WIDEST:
        return line
    while _width(line) >= _WIDEST:
        line = line[:-1]
    return f"{line}…"


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return how many cells of a terminal a text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else not unicodedata.combining(one) for one in text)

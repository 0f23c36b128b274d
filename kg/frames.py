"""Tables whose columns have types, for polars, pandas, DuckDB and Parquet: the one door to polars.

Types are the schema's words: STRING, STRING[], INTEGER, FLOAT, BOOLEAN, DATE; a DATETIME is in no graph, but Cypher may
make one. Where an answer has values that no type fits (nodes, maps), they become JSON text.
"""

from __future__ import annotations

import datetime as dt
import errno
import json
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import polars as pl
from polars.io.plugins import register_io_source

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import pandas as pd  # type: ignore[import-untyped]  # its stubs are a package of their own

Frame: TypeAlias = pl.DataFrame
Cells: TypeAlias = "Sequence[object]"
"""The values of one row, in the order of the columns."""

_TYPES: dict[str, Any] = {
    "STRING": pl.String,
    "STRING[]": pl.List(pl.String),
    "INTEGER": pl.Int64,
    "FLOAT": pl.Float64,
    "BOOLEAN": pl.Boolean,
    "DATE": pl.Date,
    "DATETIME": pl.Datetime("us"),
}
_OF_PYTHON = {str: "STRING", bool: "BOOLEAN", int: "INTEGER", float: "FLOAT", dt.date: "DATE", dt.datetime: "DATETIME"}
_LARGEST = 2**63 - 1


def to_frame(types: Mapping[str, str], rows: Iterable[Cells]) -> Frame:
    """Return rows as a frame with a column for each entry of `types`, name to type; the order of rows stays."""
    fits = [_FITTING[name] for name in types.values()]
    fitted = [tuple(fit(value) for fit, value in zip(fits, row, strict=True)) for row in rows]
    return pl.DataFrame(fitted, schema=_schema(types), orient="row")


def find_types(columns: Sequence[str], rows: Sequence[Cells]) -> dict[str, str]:
    """Return a type for each column that all its values fit; STRING where there is none, or nothing to go by."""
    return {name: _common([row[place] for row in rows]) for place, name in enumerate(columns)}


def to_pandas(frame: Frame) -> pd.DataFrame:
    """Return a frame as one of pandas, with the types of Arrow, so that a day stays a day and a gap a gap.

    Raises:
        UsageError: pandas or pyarrow is not installed.
    """
    try:
        return frame.to_pandas(use_pyarrow_extension_array=True)
    except ImportError as error:
        raise UsageError(f"no pandas here ({error}): run pip install 'guanbao[pandas]'") from error


def write_parquet(types: Mapping[str, str], batches: Callable[[], Iterator[Frame]], out: IO[bytes]) -> None:
    """Write frames of the same columns as one Parquet file, a batch in memory at a time; same rows, same bytes.

    Raises:
        OSError: the file does not take all of it.
    """
    failed: list[Exception] = []

    def source(_columns: object, _predicate: object, _rows: object, _size: object) -> Iterator[Frame]:
        try:
            yield from batches()
        except Exception as error:
            failed.append(error)
            raise

    lazy = register_io_source(source, schema=pl.Schema(_schema(types)))
    try:
        lazy.sink_parquet(out, compression="zstd", maintain_order=True)
    except pl.exceptions.PolarsError as error:
        # polars has one error for whatever went wrong, in the rows or in the file, and keeps the reason to itself.
        if failed:
            raise failed[0] from None
        raise OSError(errno.EIO, "not all of it was taken") from error


def _schema(types: Mapping[str, str]) -> dict[str, Any]:
    return {name: _TYPES[kind] for name, kind in types.items()}


def _common(values: Iterable[object]) -> str:
    found = {_type_of(value) for value in values if value is not None}
    if found == {"INTEGER", "FLOAT"}:
        return "FLOAT"
    return found.pop() if len(found) == 1 else "STRING"


def _type_of(value: object) -> str:
    if isinstance(value, list | tuple):
        return "STRING[]" if all(isinstance(part, str) for part in value) else "STRING"
    if isinstance(value, int) and abs(value) > _LARGEST:
        return "STRING"
    return _OF_PYTHON.get(type(value), "STRING")


def _text(value: object) -> str | None:
    match value:
        case None | str():
            return value
        case dt.date():
            return value.isoformat()
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _texts(value: Any) -> list[str] | None:  # noqa: ANN401  # a list, or what stands for none
    return None if value is None else [str(part) for part in value]


def _number(value: Any) -> float | None:  # noqa: ANN401  # a number, or what stands for none
    return None if value is None else float(value)


def _as_it_is(value: object) -> object:
    return value


_FITTING: dict[str, Callable[[Any], object]] = dict.fromkeys(_TYPES, _as_it_is)
_FITTING |= {"STRING": _text, "STRING[]": _texts, "FLOAT": _number}

"""Java values that the embedded store answers with, as plain Python values."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from importlib import import_module
from typing import Any

_CYPHER = "com.arcadedb.query.opencypher."


def to_plain(value: Any) -> object:  # noqa: ANN401  # whatever Java gives
    """Return a value as text, number, boolean, date, list, dict or None; nodes and links are dicts."""
    jpype = import_module("jpype")
    if value is None or isinstance(value, (bool, int, float, str, dt.date)):
        return _plain_scalar(value, jpype)
    name = str(value.getClass().getName()) if isinstance(value, jpype.JObject) else ""
    if name.startswith(_CYPHER + "temporal."):
        return _plain_time(str(value))
    if name.startswith(_CYPHER + "traversal."):
        return _plain_path(value)
    if isinstance(value, jpype.JClass("com.arcadedb.database.Document")):
        return _plain_record(value, jpype)
    return _plain_collection(value, jpype)


def _plain_scalar(value: Any, jpype: Any) -> object:  # noqa: ANN401
    # Boxed numbers and texts of Java are subclasses of ours: keep none of them.
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, (bool, jpype.JClass("java.lang.Boolean"))):
        return bool(value)
    for kind in (int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return str(value)


def _plain_record(record: Any, jpype: Any) -> object:  # noqa: ANN401
    props: dict[str, object] = {
        str(key): to_plain(record.get(key)) for key in sorted(map(str, record.getPropertyNames()))
    }
    if isinstance(record, jpype.JClass("com.arcadedb.graph.Edge")):
        return {"type": str(record.getTypeName()), **props}
    return {"labels": [str(record.getTypeName())], **props}


def _plain_path(path: Any) -> list[object]:  # noqa: ANN401
    nodes, links = list(path.getVertices()), list(path.getEdges())
    steps = [part for step in zip(nodes, links, strict=False) for part in step]
    return [to_plain(part) for part in (*steps, *nodes[len(links) :])]


def _plain_collection(value: Any, jpype: Any) -> object:  # noqa: ANN401
    if isinstance(value, jpype.JClass("com.arcadedb.query.sql.executor.Result")):
        return {str(key): to_plain(value.getProperty(key)) for key in value.getPropertyNames()}
    if isinstance(value, jpype.JClass("java.util.Map")):
        return {str(entry.getKey()): to_plain(entry.getValue()) for entry in value.entrySet()}
    if isinstance(value, (jpype.JClass("java.lang.Iterable"), jpype.JArray, list, tuple)):
        return [to_plain(part) for part in value]
    converted = import_module("arcadedb_embedded").convert_java_to_python(value)
    return converted if isinstance(converted, (bool, int, float, str, dt.date)) else str(converted)


def _plain_time(text: str) -> object:
    for parse in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        with suppress(ValueError):
            return parse(text)
    return text

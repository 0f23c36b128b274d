"""Values typed as text turned into what their parameter wants, and values of a store into what their column holds."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kg.dates import bounds, parse_user_date
from kg.errors import KgError, UsageError
from loaders.mapping import get_mapping
from queries.question import Kind, Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.question import Column, Question

SEPARATOR = "\x1f"
"""Between the members of a list in an answer from SPARQL: a mark that no text holds."""
ENUMERATION_COMMA = "、"
NO_LIMIT = 1_000_000
"""Stands for no limit: a store sets room aside for as many rows as a limit allows, so it may not be boundless."""
_SHARES = (0.0, 1.0)


def parse_params(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for each parameter of a question; things are still names or ids.

    Raises:
        UsageError: a parameter is unknown or a value is none of its type.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            titles = {parameter.title_zh: parameter.name for parameter in known.values()}
            near = get_close_matches(name, known, n=1) or [titles[one] for one in get_close_matches(name, titles, n=1)]
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(known)}"
            raise UsageError(f"{question.name} has no parameter {name!r}: {hint}")
    return {
        name: parse_value(question.name, parameter, given.get(name, parameter.default))
        for name, parameter in known.items()
    }


def parse_value(question: str, parameter: Parameter, value: object) -> Any:  # noqa: ANN401  # as many types as kinds
    """Return a value as its parameter wants it: ISO day, number, text or list; empty as None or an empty list.

    Raises:
        UsageError: it is none of that type.
    """
    several = parameter.kind in {Kind.LIST, Kind.THING}
    if isinstance(value, (list, tuple)) and several:
        return [_coded(question, parameter, str(part)) for part in value]
    text = "" if value is None else str(value).strip()
    if not text and parameter.kind in {Kind.NUMBER, Kind.INTEGER}:
        return NO_LIMIT if parameter.name == "limit" else _number(parameter, parameter.default or "0")
    if not text:
        return [] if several else None
    try:
        parsed = _parse(parameter, text)
    except (ValueError, KgError) as error:
        raise UsageError(
            f"{question}: {parameter.name} is {text!r}, which is no {parameter.kind}: "
            f"write it like {parameter.name}={parameter.example}"
        ) from error
    if isinstance(parsed, list):
        return sorted({_coded(question, parameter, part) for part in parsed})
    return _coded(question, parameter, parsed) if isinstance(parsed, str) else parsed


def _coded(question: str, parameter: Parameter, value: str) -> str:
    """Return the code of a value that is of a scheme, and that may be given by its name in either language."""
    if not parameter.scheme:
        return value
    concepts = get_mapping().schemes[parameter.scheme]["concepts"]
    names: dict[str, str] = {
        name.lower(): code for code, said in concepts.items() for name in (code, *said["labels"].values())
    }
    if value.lower() in names:
        return names[value.lower()]
    near = dict.fromkeys(names[one] for one in get_close_matches(value.lower(), names, n=3))
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(concepts)}"
    raise UsageError(f"{question}: {parameter.name} is {value!r}, which is none of its kinds: {hint}")


def _parse(parameter: Parameter, text: str) -> object:
    match parameter.kind:
        case Kind.DATE:
            first, last = bounds(parse_user_date(text))
            if parameter.name == "on" and first != last:
                raise ValueError(text)
            return (last if parameter.end_of_period else first).isoformat()
        case Kind.INTEGER | Kind.NUMBER:
            return _number(parameter, text)
        case Kind.LIST:
            return sorted({part.strip() for part in text.replace(ENUMERATION_COMMA, ",").split(",") if part.strip()})
        case Kind.THING:
            return [text]
        case Kind.TEXT:
            return text


def _number(parameter: Parameter, text: str) -> int | float:
    if parameter.kind is Kind.INTEGER:
        count = int(text)
        if not 0 < count <= NO_LIMIT:
            raise ValueError(text)
        return count
    share = float(text)
    if not _SHARES[0] <= share <= _SHARES[1]:
        raise ValueError(text)
    return share


def to_column(column: Column, value: object) -> object:
    """Return a store's value as the column's type, so that both engines give the same."""
    match column.kind:
        case Kind.LIST:
            parts = value.split(SEPARATOR) if isinstance(value, str) else value
            return sorted({str(part) for part in parts if part}) if isinstance(parts, (list, tuple)) else []
        case _ if value is None:
            return None
        case Kind.DATE:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        case Kind.INTEGER:
            return int(str(value))
        case Kind.NUMBER:
            return float(str(value))
        case _:
            return str(value)

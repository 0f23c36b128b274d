"""Parameters as typed on the command line: K=V."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_params(given: Sequence[str] | None) -> dict[str, str]:
    """Return the parameters by name.

    Raises:
        UsageError: one has no `=`, no name, or is given twice.
    """
    out: dict[str, str] = {}
    for item in given or ():
        name, sign, value = item.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"--param {item!r} is not of the form NAME=VALUE")
        if name.strip() in out:
            raise UsageError(f"--param {name.strip()} is given twice")
        out[name.strip()] = value
    return out


def typed(params: dict[str, str]) -> dict[str, object]:
    """Return values as what they look like: a day, a JSON number, boolean, null, list or quoted string, else text."""
    return {name: _typed(name, value) for name, value in params.items()}


def _typed(name: str, value: str) -> object:
    if ISO_DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError as error:
            raise UsageError(f"--param {name}: {value} is no day of the calendar") from error
    try:
        return json.loads(value, parse_constant=_refuse)
    except ValueError:
        return value


def _refuse(name: str) -> object:
    """Take NaN and Infinity for the texts that they are in JSON."""
    raise ValueError(name)

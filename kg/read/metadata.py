"""What is known of a page beside its text: an object's own fields, then the options, then `page.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kg.dates import parse_user_date
from kg.errors import InputError, KgError
from kg.page import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FIELDS = ("source", "published", "place")
_ALL = tuple(field.name for field in fields(Metadata))
SIDECAR = "page.toml"
_UNKNOWN = Metadata()
_TIME = re.compile(r"(?<=[\d日号])[T\s]+\d{1,2}:\d{2}\S*$")


def metadata(fields: Mapping[str, object]) -> Metadata:
    """Return fields as metadata; absent, null and blank ones stay unknown.

    Raises:
        InputError: a field is no string, or the date is none; the message has no file name.
    """
    values: dict[str, str | None] = {}
    for name in FIELDS:
        value = fields.get(name)
        if isinstance(value, date):
            value = value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
        if value is not None and not isinstance(value, str):
            raise InputError(f"{name} is {value!r}, no string: put it in quotes")
        values[name] = (value or "").strip() or None
    published = values["published"]
    return Metadata(values["source"], None if published is None else iso_prefix(published), values["place"])


def iso_prefix(text: str) -> str:
    """Return the date of `text`: a year, a month or a day, as ISO 8601 writes it; a time of day is left out.

    Raises:
        InputError: it is no date.
    """
    try:
        return parse_user_date(_TIME.sub("", text))
    except KgError as error:
        raise InputError(f"published {text!r} is no date: write 2021-04-12, 2021-04 or 2021") from error


def first_known(*layers: Metadata) -> Metadata:
    """Return for each field the first layer that knows it."""
    told = [one for one in layers if one is not _UNKNOWN and one != _UNKNOWN]
    if len(told) < 2:  # noqa: PLR2004 - most often nobody says anything, or one does
        return told[0] if told else _UNKNOWN
    return Metadata(
        *(next((value for one in told if (value := getattr(one, name)) is not None), None) for name in _ALL)
    )


class Sidecar:
    """A folder's `page.toml`: what holds for all its pages, and what for single ones."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Check the values of a parsed `page.toml`.

        Raises:
            InputError: a key is unknown or a value is none that it may be.
        """
        pages = values.get("pages", {})
        if not isinstance(pages, dict) or not all(isinstance(one, dict) for one in pages.values()):
            raise InputError(f'pages must be tables: write [pages."name.txt"] above {", ".join(FIELDS)}')
        for table in (values, *pages.values()):
            unknown = sorted(set(table) - {*FIELDS, *(("pages",) if table is values else ())})
            if unknown:
                raise InputError(f'unknown key {unknown[0]!r}: use {", ".join(FIELDS)} or [pages."name.txt"]')
        self._all = metadata(values)
        self._pages = {name: metadata(one) for name, one in pages.items()}

    def of(self, name: str) -> Metadata:
        """Return what is known of the page `name`."""
        return first_known(self._pages.get(name, _UNKNOWN), self._all)


def parse_sidecar(data: bytes) -> Sidecar:
    """Return what the bytes of a `page.toml` say.

    Raises:
        InputError: they are no TOML of ours.
    """
    try:
        return Sidecar(tomllib.loads(data.decode("utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"is no TOML ({error}): mend it, its pages were passed over") from error


def read_sidecar(folder: Path) -> Sidecar:
    """Return what `page.toml` in `folder` says; nothing, where there is none.

    Raises:
        InputError: it cannot be read or is no TOML of ours.
    """
    path = folder / SIDECAR
    try:
        return parse_sidecar(path.read_bytes()) if path.is_file() else Sidecar({})
    except FileNotFoundError:
        return Sidecar({})
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}): its pages were passed over") from error

"""Articles as JSON objects: one, an array of them, or one a line."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import InputError
from kg.ids import article_id, text_sha256
from kg.page import Metadata, Page
from kg.read.decode import decode
from kg.read.metadata import first_known, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_HALF = re.compile("[\ud800-\udfff]")


class Parsed(NamedTuple):
    """A JSON value with its line; or, where `wrong` says something, none."""

    line: int | None
    value: Any
    wrong: str | None = None


def parse_json(text: str) -> Iterator[Parsed]:
    """Yield the values of a JSON text: an array's items, one value, or one a line."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():
            yield from parse_lines(line.encode("utf-8", "surrogatepass") for line in text.split("\n"))
            return
        yield Parsed(getattr(error, "lineno", None), None, _why(error))
        return
    if isinstance(value, list):
        yield from (Parsed(None, item) for item in value)
    else:
        yield Parsed(None, value)


def parse_lines(lines: Iterable[bytes]) -> Iterator[Parsed]:
    """Yield the value of each line; blank lines are passed over."""
    for number, line in enumerate(lines, start=1):
        data = line.removeprefix(BOM_UTF8) if number == 1 else line
        if not data.strip():
            continue
        try:
            yield Parsed(number, json.loads(_decode_line(data)))
        except InputError as error:
            yield Parsed(number, None, str(error))
        except (ValueError, RecursionError) as error:
            yield Parsed(number, None, _why(error))


def _decode_line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON ({error.msg.removesuffix(' at')} at column {error.colno}): does it break off?"
    return f"is no JSON that can be read ({type(error).__name__}): simplify it"


def object_page(value: object, file: str, known: Metadata) -> Page:
    """Return the page that an object is; `known` says what the object leaves open.

    Raises:
        InputError: it is no object, or lacks a text; the message has no file name.
    """
    if not isinstance(value, dict):
        raise InputError(f"holds {type(value).__name__}, no object: give an object with a text")
    text = _string(value, "text")
    if text is None or not text.strip():
        raise InputError('an object without text: give it a "text"')
    headline = _string(value, "headline")
    meta = first_known(metadata(value), known)
    return Page(
        file=file,
        raw=text,
        sha256=text_sha256(text),
        meta=meta,
        kind="object",
        object_id=_own_id(value) or article_id(text, meta.published, meta.source),
        headline=headline if headline and headline.strip() else None,
    )


def _string(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise InputError(f"an object whose {name} is no string but {type(found).__name__}: put it in quotes")
    if found is not None and _HALF.search(found):
        raise InputError(f"an object whose {name} holds half a character: write it as UTF-8")
    return found


def _own_id(value: dict[str, Any]) -> str | None:
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    own = _string(value, "id")
    return own.strip() if own and own.strip() else None

"""Articles as JSON objects: one, an array of them, or one a line."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kg.errors import InputError
from kg.ids import text_sha256
from kg.page import Metadata, Page
from kg.read.decode import Decoded, broken_ranges, decoded
from kg.read.metadata import first_known, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import BufferedReader

OnText: TypeAlias = "Callable[[Decoded], None]"

LINE = 64 * 1024 * 1024
"""Bytes that a line of objects may have."""
_START = 64 * 1024

_HALF = re.compile("[\ud800-\udfff]")


def _nothing(_: Decoded) -> None:
    pass


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


def parse_lines(lines: Iterable[bytes], on_text: OnText = _nothing) -> Iterator[Parsed]:
    """Yield the value of each line; blank lines are passed over. `on_text` is given what is not plain UTF-8."""
    for number, line in enumerate(lines, start=1):
        data = line.removeprefix(BOM_UTF8) if number == 1 else line
        if not data.strip():
            continue
        try:
            yield Parsed(number, json.loads(_decode_line(data, on_text)))
        except InputError as error:
            yield Parsed(number, None, str(error))
        except (ValueError, RecursionError) as error:
            yield Parsed(number, None, _why(error))


def _decode_line(data: bytes, on_text: OnText) -> str:
    if len(data) > LINE:
        raise InputError(f"is a line of more than {LINE // 1024 // 1024} MB: give one article a line")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = decoded(data)
        on_text(found)
        return found.text


def iter_values(
    file: BufferedReader, *, lines: bool, held: Callable[[IO[bytes]], bytes], on_text: OnText
) -> Iterator[Parsed]:
    """Yield a file's JSON values: lines are streamed, anything else is `held` whole.

    `lines` says that the file's name promises one value a line. `on_text` is given what is not plain UTF-8.
    """
    start = file.peek(_START)[:_START].removeprefix(BOM_UTF8).lstrip()
    if start.startswith(b"{") and (lines or _first_line_is_whole(start)):
        yield from parse_lines(_limited(file), on_text)
        return
    data = held(file)
    if data.strip():
        found = decoded(data)
        on_text(found)
        if found.text.strip():
            yield from parse_json(found.text)


def _first_line_is_whole(start: bytes) -> bool:
    line, end, _ = start.partition(b"\n")
    try:
        return bool(end) and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _limited(file: BufferedReader) -> Iterator[bytes]:
    """Yield lines; of one that is too long, a piece that says so, and the rest is passed over."""
    while line := file.readline(LINE + 1):
        yield line
        if len(line) > LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(LINE)


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
        object_id=_own_id(value),
        headline=headline if headline and headline.strip() else None,
        rejected=broken_ranges(text),
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

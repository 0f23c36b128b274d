"""Pages that came as text: one a file, or one a form feed, as programs write that take the text out of a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ids import text_sha256
from kg.page import Page
from kg.read.decode import broken_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Metadata
    from kg.read.decode import Decoded

_BREAK = "\f"


def text_pages(found: Decoded, name: str, known: Metadata) -> Iterator[Page]:
    """Yield the pages of a text file: its parts between form feeds, each with offsets of its own; blank ones are none.

    Raises:
        InputError: it is empty; the message has no file name.
    """
    raw = found.text
    if not raw or raw.isspace():
        raise InputError("is empty: give a page with text")
    if _BREAK not in raw:
        yield _page(raw, name, known, found.choice)
        return
    parts = [(number, part) for number, part in enumerate(raw.split(_BREAK), 1) if part.strip()]
    if len(parts) == 1:
        # A form feed at the end of a page breaks nothing: offsets count in the file.
        yield _page(raw, name, known, found.choice)
        return
    for number, part in parts:
        yield replace(_page(part, name, known, found.choice), volume=name, number=number)


def _page(raw: str, name: str, known: Metadata, encoding: str | None) -> Page:
    return Page(
        file=name,
        raw=raw,
        sha256=text_sha256(raw),
        meta=known,
        kind="text",
        rejected=broken_ranges(raw),
        encoding=encoding,
    )

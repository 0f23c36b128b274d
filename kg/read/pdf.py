"""PDF files become pages, one at a time: what a viewer shows, as text with its layout."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from kg.errors import InputError
from kg.ids import text_sha256
from kg.page import Page
from kg.read.pdf_blocks import set_text
from kg.read.pdf_glyphs import Drawn, drawn
from kg.read.pdf_limits import check_streams
from kg.read.problems import InputProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.page import Metadata

# PDFium keeps state of its own: one call at a time.
_LOCK = RLock()
MOST_PAGES = 20_000
_HEADER_WITHIN = 1024
_MANY_UNMAPPED = 0.3
_FRESH = 50


def pdf_pages(data: bytes, file: str, known: Metadata, on_problem: Callable[[InputProblem], None]) -> Iterator[Page]:
    """Yield the pages of a PDF that have text, in order; a page that has none but pictures is told to `on_problem`.

    Raises:
        InputError: the file is empty, damaged, broken off, encrypted, or without any text; the message has no name.
    """
    document = _opened(data)
    # A generator that is left half way closes the document too; the pages in between may have opened it anew.
    held = [document]
    try:
        with _LOCK:
            count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise InputError("is a PDF without pages: nothing is on it")
        if count > MOST_PAGES:
            raise InputError(f"is a PDF of {count} pages, more than {MOST_PAGES}: split it")
        yield from _pages(held, count, (data, file), known, on_problem)
    finally:
        with _LOCK:
            pdfium.FPDF_CloseDocument(held[0])


def _pages(
    held: list[pdfium.FPDF_DOCUMENT],
    count: int,
    source: tuple[bytes, str],
    known: Metadata,
    on_problem: Callable[[InputProblem], None],
) -> Iterator[Page]:
    data, file = source
    document = held[0]
    problems: list[str] = []
    read = 0
    for at in range(count):
        number = at + 1
        if at and at % _FRESH == 0:
            document = _reopened(document, data)
            held[0] = document
        try:
            found = _page(document, at)
            why = _unreadable(found)
            text = set_text(found) if why is None else None
        except InputError as error:
            why, text = str(error), None
        if text is None or not text[0].strip():
            problems.append(why or "is blank")
            if why is not None and why != _BLANK and count > 1:
                on_problem(InputProblem(f"{file}, page {number}", None, why))
            continue
        raw, layout = text
        read += 1
        volume = file if count > 1 else None
        yield Page(file, raw, text_sha256(raw), known, "print", volume=volume, number=number, layout=layout)
    if not read:
        raise InputError(_nothing(problems, data))


_BLANK = "is blank: nothing is printed on it"
_PICTURES = "is pictures only, without text: run OCR on it first"
_NO_CHARACTERS = "is set in fonts that do not tell their characters: run OCR on it first"


def _unreadable(found: Drawn) -> str | None:
    """Return why a page gives no text; None if it does."""
    shown = len(found.glyphs)
    if found.unmapped and found.unmapped > _MANY_UNMAPPED * (shown + found.unmapped):
        return _NO_CHARACTERS
    if shown:
        return None
    return _PICTURES if found.pictures else _BLANK


def _nothing(problems: list[str], data: bytes) -> str:
    """Return why no page of a file could be read: what most of its pages suffer from."""
    told = max(sorted(set(problems)), key=problems.count)
    if told == _BLANK and not _is_whole(data):
        return "is a PDF that broke off or is damaged: fetch it again"
    return told.replace("is pictures only, without text", "is a PDF of pictures only, without text")


def _opened(data: bytes) -> pdfium.FPDF_DOCUMENT:
    if not data.strip():
        raise InputError("is empty: give a PDF with text")
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise InputError("is no PDF, or its beginning is damaged: fetch it again")
    check_streams(data)
    with _LOCK:
        _start()
        # The document reads from these bytes until it is closed: the caller holds them as long.
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if document:
            return document
        code = pdfium.FPDF_GetLastError()
    if code == pdfium.FPDF_ERR_PASSWORD:
        raise InputError("is an encrypted PDF: save it without its password")
    if code == pdfium.FPDF_ERR_SECURITY:
        raise InputError("is a PDF encrypted in a way that is not read: save it without encryption")
    if not _is_whole(data):
        raise InputError("is a PDF that broke off (it has no end): fetch it again")
    raise InputError("is a damaged PDF: open it in a viewer and save it anew")


def _reopened(document: pdfium.FPDF_DOCUMENT, data: bytes) -> pdfium.FPDF_DOCUMENT:
    """Return the document opened anew: PDFium keeps what it has read of one until it is closed."""
    with _LOCK:
        fresh = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not fresh:
            return document
        pdfium.FPDF_CloseDocument(document)
        return fresh


def _is_whole(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


_started = False


def _start() -> None:
    global _started  # noqa: PLW0603 - PDFium is started once in a process
    if not _started:
        import pypdfium2  # noqa: F401, PLC0415 - starts the library and ends it with the process

        _started = True


def _page(document: pdfium.FPDF_DOCUMENT, at: int) -> Drawn:
    with _LOCK:
        page = pdfium.FPDF_LoadPage(document, at)
        if not page:
            raise InputError("is damaged: it cannot be opened")
        try:
            return drawn(page)
        finally:
            pdfium.FPDF_ClosePage(page)

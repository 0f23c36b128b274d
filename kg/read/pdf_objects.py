"""The objects of a PDF page, those within its forms too, and where text within forms really stands."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Box

MOST_OBJECTS = 100_000
_DEEPEST = 4
_EXACT = 0.01
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def objects_of(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, _Matrix]]:
    """Yield a page's objects and those within its forms, with what moves them to their place."""
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    waiting = [(pdfium.FPDFPage_GetObject(page, at), _SAME, 0) for at in range(count - 1, -1, -1)]
    seen = 0
    while waiting:
        found, matrix, depth = waiting.pop()
        seen += 1
        if not found or seen > MOST_OBJECTS:
            continue
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_FORM:
            yield found, matrix
        elif depth < _DEEPEST:
            own = pdfium.FS_MATRIX()
            inner = matrix
            if pdfium.FPDFPageObj_GetMatrix(found, own):
                inner = _product((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            size = min(pdfium.FPDFFormObj_CountObjects(found), MOST_OBJECTS)
            waiting += [(pdfium.FPDFFormObj_GetObject(found, at), inner, depth + 1) for at in range(size - 1, -1, -1)]


def _product(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


class TextPlace(NamedTuple):
    """Where a text object stands in its form, and what moves the form to its place on the page."""

    x: float
    y: float
    form: _Matrix


def address(found: pdfium.FPDF_PAGEOBJECT) -> int:
    """Return what tells an object from others while its page is open; 0 for none."""
    return ctypes.cast(found, ctypes.c_void_p).value or 0


def texts_in_forms(page: pdfium.FPDF_PAGE) -> dict[int, TextPlace]:
    """Return the text objects of a page's forms by their addresses; nothing if it has no forms."""
    own = pdfium.FS_MATRIX()
    found: dict[int, TextPlace] = {}
    count = min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)
    if not any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, at)) == pdfium.FPDF_PAGEOBJ_FORM
        for at in range(count)
    ):
        return found
    for one, form in objects_of(page):
        is_text = form != _SAME and pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_TEXT
        if is_text and pdfium.FPDFPageObj_GetMatrix(one, own):
            found[address(one)] = TextPlace(own.e, own.f, form)
    return found


def placed(text: TextPlace, point: tuple[float, float], box: Box) -> tuple[tuple[float, float], Box]:
    """Return where a character of a form's text stands on the page, and its left, bottom, right and top.

    PDFium leaves a character that the file spells out for its glyph (ActualText) where its text object stands in the
    form; all others it moves to their place.
    """
    a, b, c, d, e, f = text.form
    x, y = point
    if abs(x - text.x) > _EXACT or abs(y - text.y) > _EXACT:
        return point, box
    corners = [(a * h + c * v + e, b * h + d * v + f) for h in (box[0], box[2]) for v in (box[1], box[3])]
    return (a * x + c * y + e, b * x + d * y + f), (
        min(h for h, _ in corners), min(v for _, v in corners),
        max(h for h, _ in corners), max(v for _, v in corners),
    )  # fmt: skip

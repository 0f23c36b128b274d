"""One page of a PDF as glyphs, rules and pictures, in points from its upper left corner, turned upright."""

from __future__ import annotations

import ctypes
from collections import Counter
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from kg.errors import InputError
from kg.read.pdf_objects import address, objects_of, placed, texts_in_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Box
    from kg.read.pdf_objects import TextPlace

MOST_GLYPHS = 200_000
_MOST_SHAPES = 400
_HIDDEN, _LARGEST = 1.5, 2000.0
_THIN, _LONG = 3.0, 20.0
_WIDE_FROM = 0x2E80
# How high type stands over its baseline, in its size: how wide it is where it is turned.
_ASCENT = 0.88
_QUARTERS = 4
_HYPHEN = 2
_HIGH, _LOW, _END = 0xD800, 0xDC00, 0xE000


class Glyph(NamedTuple):
    """A printed character: its edges and baseline, the size of its type, its place in the drawing order.

    `quarter` is how many quarters clockwise it is turned; -1: by another angle.
    """

    char: str
    left: float
    right: float
    base: float
    size: float
    order: int
    quarter: int = 0


class Drawn(NamedTuple):
    """What stands on a page: `turns` says how many quarters clockwise it was turned to be read."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Box]
    pictures: list[Box]
    turns: int
    unmapped: int
    """How many glyphs tell no character."""


class _Frame:
    """From the coordinates of a PDF page to points from the upper left corner, after `turns` quarters clockwise."""

    def __init__(self, box: Box, turns: int) -> None:
        self._left, top, right, self._bottom = box[0], box[1], box[2], box[3]
        self._width, self._height = right - self._left, top - self._bottom
        self._turns = turns % _QUARTERS

    @property
    def size(self) -> tuple[float, float]:
        return (self._width, self._height) if self._turns % 2 == 0 else (self._height, self._width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        across, down = x - self._left, self._height - (y - self._bottom)
        match self._turns:
            case 0:
                return across, down
            case 1:
                return self._height - down, across
            case 2:
                return self._width - across, self._height - down
        return down, self._width - across

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        one, other = self.point(left, bottom), self.point(right, top)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


class _Type(NamedTuple):
    """How the characters of one text object are set."""

    size: float
    quarter: int
    stretch: float


def drawn(page: pdfium.FPDF_PAGE) -> Drawn:
    """Return what stands on a loaded page, turned so that most of it is upright.

    Raises:
        InputError: it holds more than any newspaper's page does.
    """
    box = _page_box(page)
    rotation = int(pdfium.FPDFPage_GetRotation(page)) % _QUARTERS
    written = _written(page)
    counts = Counter(one.kind.quarter for one in written if one.kind.quarter >= 0)
    commonest = max(counts, key=lambda quarter: (counts[quarter], -((quarter + rotation) % _QUARTERS)), default=0)
    # What the text is turned by, clockwise, in the page's own coordinates is what has to be turned back.
    upright = -commonest % _QUARTERS if counts else rotation
    frame = _Frame(box, upright)
    rules, pictures = _shapes(page, frame)
    width, height = frame.size
    glyphs, unmapped = _glyphs(written, frame, commonest)
    return Drawn(width, height, glyphs, rules, pictures, (upright - rotation) % _QUARTERS, unmapped)


def _page_box(page: pdfium.FPDF_PAGE) -> Box:
    found = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, found) or found.right <= found.left or found.top <= found.bottom:
        return 0.0, 842.0, 595.0, 0.0
    return found.left, found.top, found.right, found.bottom


class _Written(NamedTuple):
    char: str
    x: float
    y: float
    left: float
    right: float
    kind: _Type


def _written(page: pdfium.FPDF_PAGE) -> list[_Written]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        raise InputError("the text of a page cannot be read: it is damaged")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > MOST_GLYPHS:
            raise InputError(f"a page has {count} characters, more than {MOST_GLYPHS}: split the file")
        return _spread(list(_iter_written(text, count, texts_in_forms(page))))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _iter_written(text: pdfium.FPDF_TEXTPAGE, count: int, moved: dict[int, TextPlace]) -> Iterator[_Written]:
    x, y, loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    kinds: dict[int, _Type] = {}
    high = 0
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        # PDFium gives UTF-16: a character beyond the first plane comes as two.
        if _HIGH <= code < _LOW:
            high = code
            continue
        if _LOW <= code < _END:
            code = 0x10000 + ((high - _HIGH) << 10) + (code - _LOW) if high else 0xFFFD
        high = 0
        # PDFium gives a hyphen at a line's end as a control character.
        char = "-" if code == _HYPHEN else chr(code)
        if char.isspace() or char in "\u200b\ufeff\u00ad":
            continue
        owner = pdfium.FPDFText_GetTextObject(text, at)
        key = address(owner)
        if not key:
            continue
        kind = kinds.get(key)
        if kind is None:
            kind = kinds[key] = _type_of(text, at)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, at, loose)
        upright = kind.quarter % 2 == 0
        if key in moved:
            box = (loose.left, loose.bottom, loose.right, loose.top)
            place, edges = placed(moved[key], (x.value, y.value), box)
            yield _Written(char, *place, *(edges[::2] if upright else edges[1::2]), kind)
        elif upright:
            yield _Written(char, x.value, y.value, loose.left, loose.right, kind)
        else:
            yield _Written(char, x.value, y.value, loose.bottom, loose.top, kind)


def _spread(written: list[_Written]) -> list[_Written]:
    """Give the characters that one wide glyph stands for, as a dash of two, a share of it each."""
    out: list[_Written] = []
    at = 0
    while at < len(written):
        one = written[at]
        end = at + 1
        if end == len(written) or written[end].x != one.x:
            out.append(one)
            at = end
            continue
        while end < len(written) and written[end].kind is one.kind and written[end][1:] == one[1:]:
            end += 1
        if end - at == 1 or one.kind.quarter:
            out += written[at:end]
        else:
            # A dash may be told once for the glyph and again for each of its characters.
            ems = round((one.right - one.left) / (one.kind.size * one.kind.stretch or 1.0))
            alike = all(other.char == one.char for other in written[at:end])
            count = min(end - at, max(ems, 1)) if alike else end - at
            share = (one.right - one.left) / count
            for number, other in enumerate(written[at : at + count]):
                left = one.left + number * share
                out.append(other._replace(x=one.x + number * share, left=left, right=left + share))
        at = end
    return out


def _type_of(text: pdfium.FPDF_TEXTPAGE, at: int) -> _Type:
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(text, at))
    if not pdfium.FPDFText_GetMatrix(text, at, matrix):
        return _Type(size, 0, 1.0)
    high, wide = hypot(matrix.c, matrix.d), hypot(matrix.a, matrix.b)
    turned = -atan2(matrix.b, matrix.a) / (pi / 2)
    quarter = round(turned)
    exact = abs(turned - quarter) < 0.06  # noqa: PLR2004 - five degrees
    return _Type(abs(size * high), quarter % _QUARTERS if exact else -1, wide / high if high else 1.0)


def _glyphs(written: list[_Written], frame: _Frame, commonest: int) -> tuple[list[Glyph], int]:
    """Return the visible glyphs in the frame, in drawing order, and how many tell no character."""
    width, height = frame.size
    glyphs: list[Glyph] = []
    unmapped = 0
    turned_over = commonest in (2, 3) if commonest % 2 == 0 else commonest == 1
    before: _Written | None = None
    for order, one in enumerate(written):
        kind = one.kind
        if not _HIDDEN <= kind.size <= _LARGEST:
            continue
        across, base = frame.point(one.x, one.y)
        if not (-kind.size <= across <= width + kind.size and 0 <= base <= height + kind.size):
            continue
        if one.char in "\x00\ufffd\ufffe\uffff" or "\ue000" <= one.char <= "\uf8ff" or one.char < " ":
            unmapped += 1
            continue
        quarter = -1 if kind.quarter < 0 else (kind.quarter - commonest) % _QUARTERS
        advance = kind.size * kind.stretch
        shared = before is not None and before.x == one.x and before.y == one.y and before.kind is kind
        follows = order + 1 < len(written) and written[order + 1][1:3] == one[1:3] and written[order + 1].kind is kind
        if quarter == 1:
            left, right = across, across + _ASCENT * kind.size
        elif ord(one.char) >= _WIDE_FROM and not shared and not follows:
            left, right = across, across + advance
        elif turned_over:
            left, right = across, across + max(0.2 * advance, one.right - one.left)
        else:
            offset = (one.left - (one.x if kind.quarter % 2 == 0 else one.y)) if kind.quarter >= 0 else 0.0
            left = across + (offset if shared or follows else min(offset, 0.0))
            right = left + max(0.2 * advance, one.right - one.left)
        glyphs.append(Glyph(one.char, left, right, base, kind.size, order, quarter))
        before = one
    return glyphs, unmapped


def _shapes(page: pdfium.FPDF_PAGE, frame: _Frame) -> tuple[list[Box], list[Box]]:
    """Return rules (thin lines and the sides of frames) and pictures."""
    rules: list[Box] = []
    pictures: list[Box] = []
    left, right, top, bottom = (ctypes.c_float() for _ in range(4))
    for found, (a, b, c, d, e, f) in objects_of(page):
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            continue
        if not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
            continue
        corners = [
            (a * x + c * y + e, b * x + d * y + f) for x in (left.value, right.value) for y in (bottom.value, top.value)
        ]
        box = frame.box(
            min(x for x, _ in corners),
            min(y for _, y in corners),
            max(x for x, _ in corners),
            max(y for _, y in corners),
        )
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(found, box, rules, pictures)
        else:
            pictures.append(box)
    whole = frame.size[0] * frame.size[1]
    pictures = [one for one in pictures if _area(one) < 0.9 * whole]
    return (
        sorted(sorted(rules, key=lambda one: one[0] + one[1] - one[2] - one[3])[:_MOST_SHAPES]),
        sorted(sorted(pictures, key=lambda one: -_area(one))[:_MOST_SHAPES]),
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _take_path(path: pdfium.FPDF_PAGEOBJECT, box: Box, rules: list[Box], pictures: list[Box]) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if min(width, height) <= _THIN:
        if max(width, height) >= _LONG:
            rules.append(box)
        return
    if min(width, height) < _LONG:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value or fill.value:
        rules += [
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        ]
    if fill.value:
        pictures.append(box)

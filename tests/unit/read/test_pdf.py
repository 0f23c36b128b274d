"""PDF pages are read as a viewer shows them; files that give no text say why."""

from __future__ import annotations

import random
import time
import zlib
from functools import cache
from io import BytesIO

import pytest
from news import invented_news
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from typeset_canvas import draw_sheets
from typeset_fonts import has_fonts
from typeset_scores import score
from typesetting import Sheet, sheet

from kg.errors import InputError, KgError
from kg.page import Metadata, Page
from kg.printed import boxes_of
from kg.read.pdf import pdf_pages
from kg.segment import segment

needs_fonts = pytest.mark.skipif(not has_fonts(), reason="no Noto CJK fonts: install fonts-noto-cjk")
SHEETS = 6


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return the pages that are set."""
    return tuple(sheet(invented_news(), seed) for seed in range(SHEETS))


@cache
def paper() -> bytes:
    """Return them as one PDF."""
    return draw_sheets(sheets())


def pages(data: bytes, problems: list[str] | None = None) -> list[Page]:
    """Return the pages of a PDF."""
    told: list[str] = [] if problems is None else problems
    return list(pdf_pages(data, "paper.pdf", Metadata(), lambda problem: told.append(str(problem))))


def drawn(draw: object, **options: object) -> bytes:
    """Return a PDF that a function draws."""
    out = BytesIO()
    canvas = Canvas(out, **options)
    draw(canvas)  # type: ignore[operator]
    canvas.save()
    return out.getvalue()


@needs_fonts
def test_articles_of_drawn_pages_are_found() -> None:
    """Columns, headlines and boxes, drawn in any order, give the articles that were set."""
    found = [score(one, segment(page)) for one, page in zip(sheets(), pages(paper()), strict=True)]
    assert sum(one.f1 for one in found) / SHEETS >= 0.99
    assert sum(one.heads for one in found) >= 0.95 * sum(one.stories for one in found)
    assert sum(one.text for one in found) / SHEETS >= 0.995, [one.wrong for one in found]


@needs_fonts
def test_pages_are_numbered_and_of_one_volume() -> None:
    """A file of several pages is a volume; every character of a page's text has four edges."""
    found = pages(paper())
    assert [(page.number, page.volume, page.kind) for page in found] == [
        (number, "paper.pdf", "print") for number in range(1, SHEETS + 1)
    ]
    for page in found:
        assert page.layout is not None
        assert len(page.layout.boxes) == 4 * len(page.raw)
        assert [page.raw[line.start : line.end].strip() for line in page.layout.lines] == [
            line.strip() for line in page.raw.split("\n") if line.strip()
        ]


@needs_fonts
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_a_viewer_turns_reads_as_it_is_shown(degrees: int) -> None:
    """The paper may lie on its side: the text and where it stands are those that the viewer shows."""
    one = sheets()[:1]
    upright, turned = pages(draw_sheets(one))[0], pages(draw_sheets(one, rotate=degrees))[0]
    assert turned.raw == upright.raw
    assert turned.layout is not None
    assert upright.layout is not None
    for mine, theirs in zip(boxes_of(turned.layout, 0, 30), boxes_of(upright.layout, 0, 30), strict=True):
        assert mine == pytest.approx(theirs, abs=0.2)


@needs_fonts
def test_a_page_on_its_side_is_turned_to_be_read() -> None:
    """Where nothing tells the viewer to turn, we do, and cite the places that it shows."""
    one = sheets()[:1]
    upright = pages(draw_sheets(one))[0]
    lying = pages(draw_sheets(one, rotate=90).replace(b"/Rotate 90", b"/Rotate 0 "))[0]
    assert lying.raw == upright.raw
    assert lying.layout is not None
    assert lying.layout.turns
    assert upright.layout is not None
    (left, top, right, bottom), *_ = boxes_of(lying.layout, 0, 3)
    shown = boxes_of(upright.layout, 0, 3)[0]
    assert (right - left, bottom - top) == pytest.approx((shown[3] - shown[1], shown[2] - shown[0]), abs=0.3)


def _picture(canvas: Canvas) -> None:
    canvas.rect(50, 50, 300, 300, fill=1)
    canvas.showPage()


def _text(canvas: Canvas) -> None:
    canvas.drawString(100, 100, "the news of the day")
    canvas.showPage()


def _both(canvas: Canvas) -> None:
    _picture(canvas)
    _text(canvas)


def _bomb(layers: int) -> bytes:
    """Return a PDF whose page unpacks to far more than a page can need."""
    packed = zlib.compress(b" " * (80 << 20), 9)
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    filters = b"/FlateDecode" if layers == 1 else b"[" + b"/FlateDecode " * layers + b"]"
    return (
        b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Filter "
        + filters
        + b"/Length %d>>stream\n" % len(packed)
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


WRONG = {
    "empty": (lambda: b"", "is empty"),
    "no PDF": (lambda: b"the news of the day", "is no PDF"),
    "cut off": (lambda: drawn(_text)[:300], "broke off"),
    "damaged": (lambda: b"%PDF-1.4\n" + b"\xff\x00" * 3000 + b"%%EOF", "damaged"),
    "encrypted": (lambda: drawn(_text, encrypt=StandardEncryption("secret", "owner")), "encrypted"),
    "pictures": (lambda: drawn(_picture), "pictures only"),
    "blank": (lambda: drawn(lambda canvas: canvas.showPage()), "blank"),
    "bomb": (lambda: _bomb(1), "unpacks to more"),
    "bomb in a bomb": (lambda: _bomb(2), "unpacks to more"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_gives_no_text_says_why(name: str) -> None:
    """Empty, damaged, broken off, encrypted, pictures only, blank, or a bomb: one line that says which."""
    make, words = WRONG[name]
    with pytest.raises(InputError, match=words) as caught:
        pages(make())
    assert "\n" not in str(caught.value)


def test_a_page_of_pictures_among_others_is_told() -> None:
    """One page without text is passed over and told; the others are read."""
    problems: list[str] = []
    found = pages(drawn(_both), problems)
    assert [(page.number, page.raw.strip()) for page in found] == [(2, "the news of the day")]
    assert ["page 1" in one and "pictures only" in one for one in problems] == [True]


def test_what_is_drawn_twice_is_read_once() -> None:
    """Bold by overprint is one run; a doubled letter in a word stays."""

    def twice(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 30)
        for shift in (0, 0.7):
            canvas.drawString(50 + shift, 500, "Goodwill")
        canvas.showPage()

    assert pages(drawn(twice))[0].raw.strip() == "Goodwill"


def test_turned_text_is_passed_over_with_its_reason() -> None:
    """A line that runs up the margin is no article's, and the rejection says so."""

    def margin(canvas: Canvas) -> None:
        text = canvas.beginText(80, 700)
        for at in range(12):
            text.textLine(f"the council met on day {at} and spoke of rain and roads.")
        canvas.drawText(text)
        canvas.rotate(90)
        canvas.drawString(300, -40, "printed in the margin")
        canvas.showPage()

    page = pages(drawn(margin))[0]
    articles = segment(page)
    assert all("margin" not in article.body.text for article in articles)
    assert any(reason == "turned text" for article in articles for reason, _, _ in article.rejected)


@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_file_neither_crashes_nor_hangs(seed: int) -> None:
    """Bytes changed, taken out and doubled: pages, or an error of ours, in a few seconds."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    data = bytearray(paper() if has_fonts() else drawn(_both))
    for _ in range(rng.choice([1, 10, 100])):
        at, size = rng.randrange(len(data)), rng.randrange(1, 200)
        match rng.randrange(4):
            case 0:
                data[at] = rng.randrange(256)
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[:size]
            case _:
                found = data.find(b"0", at)
                data[found : found + 1] = b"99999999"
    start = time.process_time()
    try:
        for page in pages(bytes(data)):
            segment(page)
    except KgError:
        pass
    assert time.process_time() - start < 5

"""Reading PDF pages: how well, how fast, in how much memory.

Sets 50 pages of 4 to 9 articles in 2 to 6 columns, half through the browser's print, half glyph by glyph, and prints
B-cubed over their characters, headlines found, how much of the texts is equal; then pages a second and the memory
that reading a file of 1,000 pages takes. Articles are those of the shared data where it is (KG_SHARED), else the tests'
invented news; the browser is left out where there is none.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import pypdfium2  # noqa: E402
from news import invented_news  # noqa: E402
from typeset_canvas import draw_sheets  # noqa: E402
from typeset_scores import Score, score  # noqa: E402
from typeset_web import find_browser, print_sheets  # noqa: E402
from typesetting import Sheet, sheet  # noqa: E402
from weaving import Material  # noqa: E402

from kg.page import Metadata  # noqa: E402
from kg.read.pdf import pdf_pages  # noqa: E402
from kg.segment import segment  # noqa: E402

SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared")) / "data"
PAGES = 25
LONG = 1000


def material() -> list[Material]:
    """Return the articles to set: the shared ones, their headlines without what web pages left, else invented ones."""
    found = []
    for name in ("broadcast", "provincial", "press"):
        path = SHARED / f"{name}.json"
        for one in json.loads(path.read_text(encoding="utf-8")) if path.exists() else ():
            headline = re.sub(r"<br/?>", " ", one["headline"]).split("_")[0]
            paragraphs = [part.strip() for part in one["text"].split("\n") if part.strip()]
            found.append(Material(one["id"], headline, tuple(paragraphs)))
    return found or invented_news()


def report(name: str, scores: list[Score]) -> None:
    """Print the figures of some pages."""
    stories = sum(one.stories for one in scores)
    heads = sum(one.heads for one in scores) / stories
    f1, text = (sum(values) / len(scores) for values in zip(*((one.f1, one.text) for one in scores), strict=True))
    print(
        f"{name}: {len(scores)} pages, {stories} articles: B-cubed F1 {f1:.4f}, headlines {heads:.4f}, text {text:.5f}"
    )


def read(data: bytes, sheets: list[Sheet]) -> tuple[list[Score], float]:
    """Return the scores of a file's pages, and the processor's time that reading and segmenting took."""
    start = time.process_time()
    pages = [segment(page) for page in pdf_pages(data, "paper.pdf", Metadata(), print)]
    taken = time.process_time() - start
    return [score(one, articles) for one, articles in zip(sheets, pages, strict=True)], taken


def long_file(data: bytes) -> bytes:
    """Return a file of very many pages: those of a short one over and over."""
    import io  # noqa: PLC0415

    short, long = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    while len(long) < LONG:
        long.import_pages(short)
    out = io.BytesIO()
    long.save(out)
    return out.getvalue()


def memory() -> float:
    """Return the most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Set the pages, read them, print the figures."""
    articles = material()
    drawn = [sheet(articles, seed) for seed in range(PAGES)]
    canvas = draw_sheets(drawn)
    scores, taken = read(canvas, drawn)
    report("drawn", scores)
    print(f"drawn: {len(drawn) / taken:.1f} pages a second")
    if find_browser() is not None:
        printed = [sheet(articles, PAGES + seed) for seed in range(PAGES)]
        files = print_sheets(printed)
        both = [read(data, [one]) for data, one in zip(files, printed, strict=True)]
        report("printed", [one for found, _ in both for one in found])
        print(f"printed: {len(printed) / sum(taken for _, taken in both):.1f} pages a second")
        report("all", scores + [one for found, _ in both for one in found])
    data = long_file(canvas)
    before = memory()
    for count, _ in enumerate(pdf_pages(data, "long.pdf", Metadata(), print), start=1):
        if count in (100, LONG):
            print(f"memory after {count} pages of one file of {len(data) / 1e6:.0f} MB: +{memory() - before:.0f} MB")


if __name__ == "__main__":
    main()

"""Printed pages of the browser and drawn ones, with the shared articles: what must be reached."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from news import invented_news
from typeset_canvas import draw_sheets
from typeset_fonts import has_fonts
from typeset_scores import score
from typeset_web import find_browser, print_sheets
from typesetting import sheet

from kg.page import Metadata
from kg.read.pdf import pdf_pages
from kg.segment import segment

if TYPE_CHECKING:
    from typeset_scores import Score
    from weaving import Material

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(not has_fonts(), reason="no Noto CJK fonts: install fonts-noto-cjk"),
]
BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "pdf.py"


def _check(found: list[Score]) -> None:
    wrong = [why for one in found for why in one.wrong]
    assert sum(one.f1 for one in found) / len(found) >= 0.99, wrong
    assert sum(one.heads for one in found) >= 0.97 * sum(one.stories for one in found), wrong
    assert sum(one.text for one in found) / len(found) >= 0.995, wrong


def _scores(files: list[bytes], articles: list[Material], seeds: range) -> list[Score]:
    pages = [segment(page) for data in files for page in pdf_pages(data, "paper.pdf", Metadata(), print)]
    return [score(sheet(articles, seed), page) for seed, page in zip(seeds, pages, strict=True)]


def test_pages_that_a_browser_prints() -> None:
    """Real columns, spans and floats of a browser's layout, its fonts embedded as it does."""
    if find_browser() is None:
        pytest.skip("no Chromium on PATH: install the package chromium")
    seeds = range(500, 506)
    articles = invented_news()
    _check(_scores(print_sheets([sheet(articles, seed) for seed in seeds]), articles, seeds))


@pytest.mark.shared
def test_drawn_pages_of_the_shared_articles() -> None:
    """Twenty pages of real and invented news, drawn line by line or glyph by glyph."""
    spec = importlib.util.spec_from_file_location("benchmark_pdf", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    seeds = range(600, 620)
    articles = benchmark.material()
    _check(_scores([draw_sheets([sheet(articles, seed) for seed in seeds])], articles, seeds))

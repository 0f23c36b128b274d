"""Whole extraction of articles against jieba.posseg alone, on the same text in the same run, on one core.

Usage: python benchmarks/extraction.py [--stages] [ARTICLES.jsonl[.gz]]; default: the corpus beside the project, else
the examples. Both read headline and text. Every round reads other articles, so that no cache of the round before helps,
after a warm-up on articles of neither. Time is the processor's, all threads together. `--stages` adds where the time of
extraction goes.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import logging
import os
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import jieba
import jieba.posseg

from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "data" / "corpus" / "broadcast-2022-2023.jsonl.gz"
ROUNDS, ARTICLES, WARM_UP = 3, 150, 20
STAGES = {
    "kg.reading": ("segment",),
    "kg.extraction": ("annotate", "extract_facts", "to_record"),
    "kg.extract": (
        "complete",
        "find_tenures",
        "find_programmes",
        "find_measurements",
        "find_ties",
        "find_events",
    ),
    "kg.annotate": (
        "find_times",
        "find_quantities",
        "find_places",
        "BodyFinder.find",
        "find_units",
        "build_chains",
        "find_titles",
        "find_persons",
        "find_sentences",
    ),
}
"""Functions by the module that calls them."""


def pages(path: Path) -> list[list[Page]]:
    """Return the articles of each round, then those of the warm-up, drawn evenly from the whole file."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    objects = [json.loads(line) for line in raw.splitlines()]
    step = max(ROUNDS + 1, len(objects) // ARTICLES)
    drawn = [[page(one, path.name) for one in objects[at::step]] for at in range(ROUNDS + 1)]
    return [*drawn[:-1], drawn[-1][:WARM_UP]]


def page(article: dict[str, Any], file: str) -> Page:
    """Return an article of the corpus as a page."""
    meta = Metadata(article["source"], article["published"], article.get("place"))
    text = article["text"]
    return Page(file, text, text_sha256(text), meta, "object", article["id"], article.get("headline"))


def time_of(job: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return a function that adds the time it takes to `spent`."""

    def timed(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the stage takes and gives
        start = time.process_time()
        result = job(*args, **named)
        spent[name] += time.process_time() - start
        return result

    return timed


def watch_stages() -> dict[str, float]:
    """Time every stage from now on, and return where their times are added up."""
    spent: dict[str, float] = defaultdict(float)
    for module, names in STAGES.items():
        for name in names:
            owner, function = stage(module, name)
            setattr(owner, function, time_of(getattr(owner, function), f"{module}: {name}", spent))
    return spent


def stage(module: str, name: str) -> tuple[Any, str]:
    """Return what holds a stage (a module, or a class of it) and the stage's name there."""
    owner: Any = importlib.import_module(module)
    *of, function = name.split(".")
    for part in of:
        owner = getattr(owner, part)
    return owner, function


def print_stages(rounds: list[list[Page]], posseg: float) -> None:
    """Print the time of each stage as a share of the whole and of posseg's."""
    spent = watch_stages()
    start = time.process_time()
    for articles in rounds:
        for article in articles:
            page_records(article)
    whole = time.process_time() - start
    size = sum(map(size_of, (article for articles in rounds for article in articles)))
    print(f"{'stage, by the module that calls it':52} {'ms/MB':>8} {'share':>7} {'of posseg':>10}")
    for name, seconds in [("whole", whole), *spent.items()]:
        print(f"{name:52} {1000 * seconds / size:8.1f} {seconds / whole:7.1%} {seconds / posseg:10.1%}")


def size_of(article: Page) -> float:
    """Return the size of headline and text in MB."""
    return len(f"{article.headline or ''}\n{article.raw}".encode()) / 1e6


def compare(articles: list[Page]) -> tuple[float, float, int]:
    """Return the seconds of posseg and of extraction, and the facts found."""
    start = time.process_time()
    for article in articles:
        list(jieba.posseg.cut(f"{article.headline or ''}\n{article.raw}"))
    base = time.process_time() - start
    start = time.process_time()
    facts = sum(len(record["facts"]) for article in articles for record in page_records(article))
    return base, time.process_time() - start, facts


def main() -> None:
    """Print megabytes a second of both and the ratio round by round."""
    parser = argparse.ArgumentParser(description="Whole extraction against jieba.posseg alone.")
    parser.add_argument("--stages", action="store_true", help="print where the time of extraction goes")
    parser.add_argument("articles", nargs="?", type=Path)
    options = parser.parse_args()
    path = options.articles or (CORPUS if CORPUS.exists() else ROOT / "examples" / "articles.jsonl")
    jieba.setLogLevel(logging.WARNING)
    *rounds, warm_up = pages(path)
    compare(warm_up)
    ratios, bases = [], []
    for articles in filter(None, rounds):
        base, ours, facts = compare(articles)
        size = sum(map(size_of, articles))
        ratios.append(base / ours)
        bases.append(base)
        print(f"posseg {size / base:.2f} MB/s, extraction {size / ours:.2f} MB/s, {base / ours:.1f}x, {facts} facts")
    number = sum(map(len, rounds))
    print(f"median: {median(ratios):.1f} times jieba.posseg on {number} articles of {path.name}")
    if options.stages:
        print_stages(rounds, sum(bases))


if __name__ == "__main__":
    main()

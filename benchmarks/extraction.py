"""Whole extraction of articles against jieba.posseg alone, on the same text in the same run, on one core.

Usage: python benchmarks/extraction.py [ARTICLES.jsonl[.gz]]; default: the corpus beside the project, else the examples.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import sys
import time
from pathlib import Path
from statistics import median

import jieba
import jieba.posseg

from kg.extraction import page_records
from kg.ids import text_sha256
from kg.page import Metadata, Page

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "data" / "corpus" / "broadcast-2022-2023.jsonl.gz"
ROUNDS, ARTICLES = 3, 150


def pages(path: Path) -> list[Page]:
    """Return every n-th article as a page."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    objects = [json.loads(line) for line in raw.splitlines()]
    step = max(1, len(objects) // ARTICLES)
    return [
        Page(
            file=path.name,
            raw=o["text"],
            sha256=text_sha256(o["text"]),
            meta=Metadata(o["source"], o["published"], o.get("place")),
            kind="object",
            object_id=o["id"],
            headline=o.get("headline"),
        )
        for o in objects[::step]
    ]


def main() -> None:
    """Print megabytes a second of both and the ratio round by round."""
    default = CORPUS if CORPUS.exists() else ROOT / "examples" / "articles.jsonl"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    articles = pages(path)
    size = sum(len(page.raw.encode()) for page in articles) / 1e6
    list(jieba.posseg.cut("预热"))
    page_records(articles[0])
    ratios = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for page in articles:
            list(jieba.posseg.cut(page.raw))
        base = time.perf_counter() - start
        start = time.perf_counter()
        facts = sum(len(record["facts"]) for page in articles for record in page_records(page))
        ours = time.perf_counter() - start
        ratios.append(base / ours)
        print(f"posseg {size / base:.2f} MB/s, extraction {size / ours:.2f} MB/s, {base / ours:.1f}x, {facts} facts")
    print(f"median: {median(ratios):.1f} times jieba.posseg on {len(articles)} articles, {size:.2f} MB, of {path.name}")


if __name__ == "__main__":
    main()

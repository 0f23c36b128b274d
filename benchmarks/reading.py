"""Reading and segmenting against `jieba.cut` on the same text in the same run.

Prints for objects, for flat pages (a paragraph a line, one article a file) and for damaged ones how many times as fast
as jieba's cutting (HMM on, its default) reading and segmenting are. Needs no data beside the tree: the text is the
tests' invented news, as objects, as they are, and woven into pages. A flat page has four articles' paragraphs.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import jieba

from news import invented_news  # noqa: E402
from weaving import Material, weave  # noqa: E402

from kg.read import read_pages  # noqa: E402
from kg.segment import segment  # noqa: E402

ROUNDS = 5
OBJECTS = 1500
PAGES = 60
FLAT_PAGES = 300


def best_times(*jobs: Callable[[], object]) -> list[float]:
    """Return the shortest of a few runs of each job, in seconds of one core; in turns, as the machine's pace varies."""
    best = [float("inf")] * len(jobs)
    for _ in range(ROUNDS):
        for at, job in enumerate(jobs):
            start = time.process_time()
            job()
            best[at] = min(best[at], time.process_time() - start)
    return best


def read_and_segment(path: Path) -> int:
    """Return how many articles there are in a file or folder."""
    return sum(len(segment(page)) for page in read_pages([path], on_problem=print))


def flat_page(news: list[Material], at: int) -> str:
    """Return one long article as text that no column broke: the paragraphs of four under the headline of the first."""
    chosen = [news[(at + step) % len(news)] for step in range(4)]
    return "\n".join([chosen[0].headline, *(one for article in chosen for one in article.paragraphs), ""])


def main() -> None:
    """Write the inputs, time both, print the ratios."""
    news = invented_news()
    objects = [
        {"id": str(at), "headline": one.headline, "text": "本报讯（记者 秦小雨）" + "\n".join(one.paragraphs)}
        for at in range(OBJECTS)
        for one in [news[at % len(news)]]
    ]
    texts = {
        "objects": [str(one["text"]) for one in objects],
        "flat pages": [flat_page(news, at) for at in range(FLAT_PAGES)],
        "damaged pages": [weave(news, seed).raw for seed in range(PAGES)],
    }
    jieba.initialize()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
        (folder / "objects.jsonl").write_text(lines, encoding="utf-8")
        for kind in ("flat pages", "damaged pages"):
            (folder / kind).mkdir()
            for at, raw in enumerate(texts[kind]):
                (folder / kind / f"{at:03}.txt").write_text(raw, encoding="utf-8")
        for kind, raws in texts.items():
            path = folder / ("objects.jsonl" if kind == "objects" else kind)
            size = sum(len(text.encode()) for text in raws) / 1e6
            ours, theirs = best_times(
                lambda path=path: read_and_segment(path),  # type: ignore[misc]
                lambda raws=raws: [jieba.lcut(text) for text in raws],  # type: ignore[misc]
            )
            print(
                f"reading {kind}: {theirs / ours:.1f} times jieba.cut"
                f" ({size / ours:.2f} against {size / theirs:.2f} MB/s)"
            )


if __name__ == "__main__":
    main()

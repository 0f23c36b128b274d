"""Extraction in as many processes as there are cores: results come in order of the pages, whoever is done first."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from kg.page import Article, Page
    from kg.segment.jump_pairs import Part

Extracted: TypeAlias = "tuple[Page, list[dict[str, Any]]]"
Parts: TypeAlias = "tuple[Page, list[dict[str, Any] | Part]]"
"""A page with its records and, where an article goes on on another page or began on one, the part that is here."""

BATCH = 200_000
"""Characters of a batch: long enough that sending it costs little, short enough that all processes have work."""
SMALL = 600_000
"""Characters up to which starting processes costs more than they save."""


def page_records(page: Page) -> list[dict[str, Any] | Part]:
    """Return the records of one page; the rules are loaded when the first page comes."""
    from kg.extraction import page_records as records_of  # noqa: PLC0415

    return records_of(page)


def record_of(article: Article) -> dict[str, Any]:
    """Return the record of an article that was put together from two pages."""
    from kg.extraction import record_of as record  # noqa: PLC0415

    return record(article)


def _joined(stream: Iterable[Parts]) -> Iterator[Extracted]:
    """Yield pages with the records of whole articles: the few that jump from page to page are extracted here."""
    from kg.segment.jumps import join  # noqa: PLC0415

    yield from join(stream, record_of)


def extract_all(pages: Iterable[Page], workers: int | None = None) -> Iterator[Extracted]:
    """Yield every page with its articles' records, in order of the pages, holding a few batches at a time.

    Raises:
        KgError: a process died, for want of memory or because the calling script starts itself anew.
    """
    stream = iter(pages)
    first: list[Page] = []
    size = 0
    for page in stream:
        first.append(page)
        size += len(page.raw)
        if size > SMALL:
            break
    workers = workers or _cores()
    if size <= SMALL or workers == 1:
        yield from _joined((page, page_records(page)) for page in chain(first, stream))
        return
    try:
        yield from _joined(_in_processes(_batches(chain(first, stream)), workers))
    except BrokenProcessPool as error:
        advice = "make room in memory; in a script, call build under if __name__ == '__main__'"
        raise KgError(f"a process that extracts pages died: {advice}") from error


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(batches: Iterator[list[Page]], workers: int) -> Iterator[Parts]:
    # Spawned, not forked: a process that has a JVM or threads in it must not be copied.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_serve) as pool:
        waiting: deque[tuple[list[Page], Future[list[list[dict[str, Any] | Part]]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, pool.submit(_extract_batch, batch)))
                if len(waiting) > 2 * workers:
                    yield from _first(waiting)
            while waiting:
                yield from _first(waiting)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _serve() -> None:
    """Leave Ctrl-C to the process that asked, and end when that one ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _first(waiting: deque[tuple[list[Page], Future[list[list[dict[str, Any] | Part]]]]]) -> Iterator[Parts]:
    batch, future = waiting.popleft()
    yield from zip(batch, future.result(), strict=True)


def _extract_batch(batch: list[Page]) -> list[list[dict[str, Any] | Part]]:
    return [page_records(page) for page in batch]


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    batch: list[Page] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.raw)
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

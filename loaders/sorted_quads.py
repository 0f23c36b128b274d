"""Quads in one order, whatever order they came in: what makes an export the same bytes every time.

More quads than fit in memory are sorted in runs on disk and merged.
"""

from __future__ import annotations

import heapq
import tempfile
from contextlib import ExitStack
from itertools import chain, groupby, islice
from typing import IO, TYPE_CHECKING, TypeVar

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RUN = 400_000
"""Lines sorted in memory at a time: about 150 MB."""
BATCH = 5_000
Item = TypeVar("Item")


def sorted_lines(quads: Iterable[Quad], run: int = RUN) -> Iterator[bytes]:
    """Yield the quads as lines of N-Quads, sorted, each once."""
    yield from _sorted(chain.from_iterable(_lines(batch, RdfFormat.N_QUADS) for batch in _batches(quads)), run)


def sorted_quads(quads: Iterable[Quad], run: int = RUN) -> Iterator[Quad]:
    """Yield the quads graph by graph, sorted within, each once."""
    keyed = (
        quad.graph_name.value.encode() + b"\0" + line  # type: ignore[union-attr]
        for batch in _batches(quads)
        for quad, line in zip(batch, _lines(batch, RdfFormat.N_QUADS), strict=True)
    )
    for lines in _batches(_sorted(keyed, run)):
        text = b"".join(line.partition(b"\0")[2] for line in lines)
        yield from parse(text, RdfFormat.N_QUADS)


def sorted_triples(quads: Iterable[Quad], run: int = RUN) -> Iterator[Triple]:
    """Yield the triples of all graphs together, sorted, each once."""
    lines = chain.from_iterable(
        _lines([quad.triple for quad in batch], RdfFormat.N_TRIPLES) for batch in _batches(quads)
    )
    for batch in _batches(_sorted(lines, run)):
        for quad in parse(b"".join(batch), RdfFormat.N_TRIPLES):
            yield quad.triple


def write_trig(quads: Iterable[Quad], prefixes: dict[str, str], out: IO[bytes]) -> None:
    """Write the quads as TriG, graph by graph."""
    serialize(sorted_quads(quads), out, RdfFormat.TRIG, prefixes=prefixes)


def write_turtle(quads: Iterable[Quad], prefixes: dict[str, str], out: IO[bytes]) -> None:
    """Write the triples of all graphs together as Turtle."""
    serialize(sorted_triples(quads), out, RdfFormat.TURTLE, prefixes=prefixes)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _lines(batch: list[Quad] | list[Triple], form: RdfFormat) -> list[bytes]:
    # Serialised together: one call into the library for thousands of lines. Newlines in literals are escaped.
    return (serialize(batch, format=form) or b"").splitlines(keepends=True)


def _sorted(lines: Iterable[bytes], run: int) -> Iterator[bytes]:
    """Yield lines in order, each once; runs that do not fit go to disk."""
    rest = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        while chunk := sorted(set(islice(rest, run))):
            if len(runs) == 0 and len(chunk) < run:
                runs.append(chunk)
                continue
            file = stack.enter_context(tempfile.TemporaryFile())
            file.writelines(chunk)
            file.seek(0)
            runs.append(file)
        for line, _same in groupby(heapq.merge(*runs)):
            yield line

"""Lines sorted by key in bounded memory: runs spilled to disk, merged when read."""

from __future__ import annotations

import heapq
import json
import tempfile
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

Key: TypeAlias = tuple[str, ...]
LIMIT = 64 * 1024 * 1024


class SortedRuns:
    """Takes `(key, line)` pairs in any order and gives them back sorted; a line holds no newline."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        """Spill into `folder` whenever more than `limit` characters are held."""
        self._folder = folder
        self._limit = limit
        self._held: list[tuple[Key, str]] = []
        self._size = 0
        self._runs: list[IO[str]] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close and remove the runs."""
        self._stack.close()

    def add(self, key: Key, line: str) -> None:
        """Take one line."""
        self._held.append((key, line))
        self._size += len(line)
        if self._size > self._limit:
            self._spill()

    def __iter__(self) -> Iterator[tuple[Key, str]]:
        """Yield all pairs sorted by key, then line."""
        self._held.sort()
        return heapq.merge(*(_read(run) for run in self._runs), iter(self._held))

    def _spill(self) -> None:
        self._held.sort()
        file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 - the stack
        run = self._stack.enter_context(file)
        run.writelines(f"{json.dumps(key)}\t{line}\n" for key, line in self._held)
        self._runs.append(run)
        self._held, self._size = [], 0


def _read(run: IO[str]) -> Iterator[tuple[Key, str]]:
    run.seek(0)
    for row in run:
        key, _, line = row.rstrip("\n").partition("\t")
        yield tuple(json.loads(key)), line

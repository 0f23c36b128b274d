"""What a long command says on standard error while it works: a bar on a terminal, and what it passed over."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.read import InputProblem


class Problems:
    """Counts what could not be used and says each in one line."""

    def __init__(self) -> None:
        """Start with nothing passed over."""
        self.count = 0

    def __call__(self, problem: InputProblem) -> None:
        """Say one problem; a note is said, and is not counted."""
        self.count += not problem.note
        sys.stderr.write(f"kg: {problem}\n")


@contextmanager
def progress(title: str) -> Iterator[Callable[[str, int, int | None], None]]:
    """Yield a function `(step, done, total)` that moves a bar; it is silent where standard error is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None)

        def move(step: str, done: int, total: int | None) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield move

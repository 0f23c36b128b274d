"""Stage: read. Files, folders, archives and standard input become pages, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError, UsageError
from kg.read.metadata import metadata
from kg.read.problems import InputProblem
from kg.read.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.page import Page

__all__ = ["InputProblem", "read_pages"]


def read_pages(
    inputs: Sequence[str | Path],
    *,
    source: str | None = None,
    published: str | None = None,
    place: str | None = None,
    on_problem: Callable[[InputProblem], None],
) -> Iterator[Page]:
    """Yield the pages and objects of all inputs, in order of the inputs; one bad file or line is passed over.

    Raises:
        UsageError: `published` is no date.
        InputError: nothing could be read at all; a sole problem is this error, and is not given to `on_problem`.
    """
    try:
        options = metadata({"source": source, "published": published, "place": place})
    except InputError as error:
        raise UsageError(str(error)) from error
    return Reading(options, on_problem).pages(inputs)

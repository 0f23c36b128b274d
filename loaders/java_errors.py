"""What the embedded store raises, as one line that says what to do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from loaders.fulltext import FULLTEXT
from loaders.port import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS = 10
_KINDS = (
    ("No space left", "no space is left on its disk: make room or choose another place"),
    ("LOAD CSV", "LOAD CSV reads files and addresses, which kg never does: ask about this graph only"),
    (
        "FullTextQueryParseException",
        "the text sought is no full-text query: brackets, quotes and signs in it want a backslash before them",
    ),
    ("SchemaException: Index with name", f"there is no such full-text index: there are {', '.join(FULLTEXT)}"),
    ("LockException", "another process holds it: end that process, or wait for it"),
    ("needs recovery", "another process writes it, or was killed doing so: end that process, or run kg build again"),
    ("already in use", "this process holds it already: close it there first"),
    (
        "QueryNotIdempotentException",
        "this statement would change the graph, which kg build alone does: ask with MATCH … RETURN",
    ),
    (
        "DatabaseIsReadOnlyException",
        "this statement would change the graph, which kg build alone does: ask with MATCH … RETURN",
    ),
)
_WRAPPING = re.compile(
    r"(?:Query failed|Command failed|Reading the result set failed|Failed to \w+ database): |(?:\w+\.)+\w+Exception: "
)


@contextmanager
def explained(package: Any, what: str) -> Iterator[None]:  # noqa: ANN401  # the package has no types
    """Turn what the package raises into a StoreError that begins with `what`."""
    try:
        yield
    except package.ArcadeDBError as error:
        raise StoreError(f"{what}: {explain(error)}") from error


def explain(error: BaseException) -> str:
    """Return the reason of an error in one line."""
    text = " ".join(one_line(cause) for cause in _causes(error))
    for mark, meaning in _KINDS:
        if mark in text:
            return meaning
    missing = re.search(r"Expected parameter\(s\): ([^()]+?)(?: \(|$| com\.)", text)
    if missing:
        name = missing.group(1).strip()
        return f"no value for parameter ${name}: give it as --param {name}=…"
    return _WRAPPING.sub("", one_line(error)).split(" (caused by ")[0]


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    for _ in range(_LEVELS):
        if found is None:
            return
        yield found
        found = found.__cause__

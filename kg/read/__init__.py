"""Stage: read. Files, folders and standard input become pages, one at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kg.errors import InputError, UsageError
from kg.read.decode import decode
from kg.read.files import InputFile, iter_files
from kg.read.inference import infer_all
from kg.read.kinds import HEAD, find_kind, sniffed
from kg.read.metadata import SIDECAR, Sidecar, first_known, metadata, read_sidecar
from kg.read.objects import Parsed, object_page, parse_json, parse_lines
from kg.read.problems import InputProblem
from kg.read.texts import text_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.page import Metadata, Page
    from kg.read.kinds import Kind

__all__ = ["InputProblem", "read_pages"]

STANDARD_INPUT = "-"


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
    return _Reading(options, on_problem).pages(inputs)


class _Reading:
    """One run over the inputs: what was read already, and the first problem while it may still be the only one."""

    def __init__(self, options: Metadata, on_problem: Callable[[InputProblem], None]) -> None:
        self._options = options
        self._tell = on_problem
        self._held: InputProblem | None = None
        self._problems = 0
        self._seen_files: set[Path] = set()
        self._seen_ids: dict[str | None, str] = {}
        self._sidecars: dict[Path, Sidecar | None] = {}

    def pages(self, inputs: Sequence[str | Path]) -> Iterator[Page]:
        count = 0
        for given in inputs:
            for page in self._input(given):
                count += 1
                self._release()
                yield page
        if count:
            self._release()
        elif self._held is not None:
            raise InputError(str(self._held))
        elif self._problems:
            raise InputError(f"nothing could be read: {self._problems} problems, named above")
        else:
            raise InputError("nothing to read: name a file, a folder, or - for standard input")

    def _problem(self, problem: InputProblem) -> None:
        self._problems += 1
        if self._problems == 1:
            self._held = problem
            return
        self._release()
        self._tell(problem)

    def _release(self) -> None:
        if self._held is not None:
            self._tell(self._held)
            self._held = None

    def _input(self, given: str | Path) -> Iterator[Page]:
        if str(given) == STANDARD_INPUT:
            yield from self._standard_input()
            return
        for file in iter_files(given, self._problem):
            resolved = file.path.resolve()
            if resolved in self._seen_files:
                continue
            self._seen_files.add(resolved)
            sidecar = self._sidecar(file.path.parent)
            if sidecar is not None:
                yield from self._file(file, first_known(self._options, sidecar.of(file.path.name)))

    def _sidecar(self, folder: Path) -> Sidecar | None:
        if folder not in self._sidecars:
            try:
                self._sidecars[folder] = read_sidecar(folder)
            except InputError as error:
                self._sidecars[folder] = None
                self._problem(InputProblem(str(folder / SIDECAR), None, str(error)))
        return self._sidecars[folder]

    def _file(self, file: InputFile, known: Metadata) -> Iterator[Page]:
        try:
            with file.path.open("rb") as opened:
                kind = sniffed(opened.read(HEAD)) or find_kind(file.name)
            if kind == "objects":
                yield from self._objects(_iter_values(file.path), file.name, known)
            else:
                yield from _pages_of(file.path.read_bytes(), kind, file.name, known, self._problem)
        except InputError as error:
            self._problem(InputProblem(file.name, None, str(error)))
        except OSError as error:
            self._problem(
                InputProblem(file.name, None, f"cannot be read ({error.strerror or error}): check its rights")
            )

    def _standard_input(self) -> Iterator[Page]:
        try:
            data = sys.stdin.buffer.read()
            kind = sniffed(data)
            text = decode(data) if kind is None else ""
            if text.lstrip()[:1] in ("{", "["):
                yield from self._objects(parse_json(text), STANDARD_INPUT, self._options)
            else:
                yield from _pages_of(data, kind, STANDARD_INPUT, self._options, self._problem)
        except InputError as error:
            self._problem(InputProblem(STANDARD_INPUT, None, str(error)))

    def _objects(self, values: Iterable[Parsed], file: str, known: Metadata) -> Iterator[Page]:
        nothing = True
        for one in values:
            nothing = False
            try:
                page = self._object(one, file, known)
            except InputError as error:
                self._problem(InputProblem(file, one.line, str(error)))
                continue
            yield page
        if nothing:
            raise InputError("is empty: give one object a line, or an array of them")

    def _object(self, one: Parsed, file: str, known: Metadata) -> Page:
        if one.wrong is not None:
            raise InputError(one.wrong)
        page = object_page(one.value, file, known)
        where = file if one.line is None else f"{file}:{one.line}"
        if page.object_id in self._seen_ids:
            first = self._seen_ids[page.object_id]
            raise InputError(f"id {page.object_id!r} was read from {first} already: give each its own")
        self._seen_ids[page.object_id] = where
        return page


def _iter_values(path: Path) -> Iterator[Parsed]:
    """Yield a file's JSON values; lines are streamed, anything else is read whole."""
    with path.open("rb") as file:
        start = file.read(64)
        file.seek(0)
        lines = path.suffix.lower() == ".jsonl" and start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
        if lines:
            yield from parse_lines(file)
        elif start:
            text = decode(file.read())
            if text.strip():
                yield from parse_json(text)


def _pages_of(
    data: bytes, kind: Kind | None, name: str, known: Metadata, on_problem: Callable[[InputProblem], None]
) -> Iterator[Page]:
    """Yield the pages of one file, with what they themselves say of their paper and day."""
    match kind:
        case "pdf":
            from kg.read.pdf import pdf_pages  # noqa: PLC0415 - text alone needs no PDF library

            pages = pdf_pages(data, name, known, on_problem)
        case "html":
            from kg.read.html import html_pages  # noqa: PLC0415 - nor one for web pages

            pages = html_pages(data, name, known, on_problem)
        case _:
            pages = text_pages(data, name, known)
    yield from infer_all(pages)

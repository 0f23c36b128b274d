"""The truth of a graph: records sorted by id, the texts that their offsets count in, and how new pages change them.

An object is known by its own id: other content under the same id takes the place of what was there. A page of text is
known by its file's name: what the page said before goes when its text changes (same paper and day) or its metadata
change (same text). Files of the same name from other days are other pages.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.captures import Captures, Gathering
from kg.errors import GraphFolderError, KgError
from kg.folder import RECORDS, TEXTS
from kg.ids import text_sha256
from kg.record import TEXT_OF_PART, Record, from_record
from kg.runs import SortedRuns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.page import Page

Line: TypeAlias = dict[str, Any]
"""A record as the truth keeps it: the interchange record and `kind`, how its article came."""

Groups: TypeAlias = "Iterator[tuple[str, Iterator[Line]]]"

STANDARD_INPUT = "-"
_NAMELESS = ("-", "-")
_CONTENT = ("id", "source", "published", "place", "headline", "text", "page", "headline_page")


@dataclass(slots=True)
class Changes:
    """What a run over pages brings: their records, and what these take the place of."""

    runs: SortedRuns
    texts: Path
    objects: dict[str, str] = field(default_factory=dict)
    pages: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    articles: int = 0

    def add(self, page: Page, records: list[dict[str, Any]]) -> None:
        """Take one page with its records."""
        if page.kind != "object" and page.file == STANDARD_INPUT:
            # What comes through a pipe has no name: another page through it is another page.
            self.pages[page.file].add((page.sha256, *_NAMELESS))
        elif page.kind != "object":
            self.pages[page.file].add(_page_key(page.sha256, page.meta.source, page.meta.published))
        if page.volume is not None:
            # An article may go on here whose record comes with another page.
            write_text(self.texts, page.raw)
        if not records:
            return
        write_text(self.texts, page.raw)
        if page.headline is not None:
            write_text(self.texts, page.headline)
        for record in records:
            self.articles += 1
            line: Line = {**record, "kind": page.kind}
            content = ""
            if page.object_id is not None:
                content = _content(line)
                self.objects[line["id"]] = content
            self.runs.add((line["id"], line["file"], content), dump(line))

    def merged(self, old: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines of the new truth, sorted by id and file, from the old one and these changes."""
        for kept, fresh in _side_by_side(groupby(old, _article), groupby(self._fresh(), _article)):
            lines = {}
            for line in kept:
                carried = self._carried(line, fresh)
                if carried is not None:
                    lines[carried["file"]] = carried
            lines.update((line["file"], line) for line in fresh)
            yield from (lines[file] for file in sorted(lines))

    def _fresh(self) -> Iterator[Line]:
        last: tuple[str, str] | None = None
        for (article, file, content), line in self.runs:
            # The last content of an object counts; an article that stands twice on a page is one.
            if (article, file) != last and (not content or self.objects[article] == content):
                last = article, file
                yield json.loads(line)

    def _carried(self, line: Line, fresh: list[Line]) -> Line | None:
        if line["kind"] == "object":
            held = self.objects.get(line["id"])
            if held is None:
                return line
            # The same article from another file: kept for that file, as the rules of today read it.
            return {**fresh[0], "file": line["file"]} if held == _content(line) else None
        seen = self.pages.get(line["file"], set())
        sha256, source, published = _page_key(line["page"], line["source"], line["published"])
        gone = any(one[0] == sha256 or one[1:] == (source, published) for one in seen)
        return None if gone else line


def _article(line: Line) -> str:
    article: str = line["id"]
    return article


def _side_by_side(old: Groups, new: Groups) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield for each article, in order of id, the lines that two sorted streams have of it."""
    first, second = _next(old), _next(new)
    while first or second:
        if first and (second is None or first[0] < second[0]):
            yield first[1], []
            first = _next(old)
        elif second and (first is None or second[0] < first[0]):
            yield [], second[1]
            second = _next(new)
        elif first and second:
            yield first[1], second[1]
            first, second = _next(old), _next(new)


def _next(groups: Groups) -> tuple[str, list[Line]] | None:
    found = next(groups, None)
    return None if found is None else (found[0], list(found[1]))


def _page_key(sha256: str, source: str | None, published: str | None) -> tuple[str, ...]:
    return sha256, source or "", published or ""


def _content(line: Line) -> str:
    return text_sha256(json.dumps([line.get(name) for name in _CONTENT], ensure_ascii=False))


def dump(value: object) -> str:
    """Return JSON on one line; keys keep their order, which is fixed for records and rows."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_text(texts: Path, text: str) -> None:
    """Keep a text under its hash."""
    path = texts / f"{text_sha256(text)}.txt"
    if not path.exists():
        path.write_bytes(text.encode())


def read_lines(generation: Path | None) -> Iterator[Line]:
    """Yield the truth's lines in order.

    Raises:
        GraphFolderError: a line cannot be read.
    """
    if generation is None:
        return
    path = generation / RECORDS
    try:
        with path.open(encoding="utf-8") as file:
            for number, text in enumerate(file, 1):
                yield _line(text, path, number)
    except OSError as error:
        raise GraphFolderError(f"cannot read {path}: {error.strerror or error}: build the graph anew") from error


def _line(text: str, path: Path, number: int) -> Line:
    try:
        line: Line = json.loads(text)
        line.setdefault("kind", "object")
        sound = all(name in line for name in _CONTENT[:6]) and isinstance(line["file"], str)
    except (ValueError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise GraphFolderError(f"{path}, line {number} is damaged: build the graph anew from its pages")
    return line


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of the truth."""

    sha256: str
    lines: int
    articles: int
    texts: tuple[str, ...]
    captures: Captures


def write_truth(made: Path, before: Path | None, lines: Iterator[Line], on_line: Callable[[int], None]) -> Written:
    """Write the records, find captures among them, and bring the texts that they need from the generation before."""
    seal = hashlib.sha256()
    texts: set[str] = set()
    last, number, articles, size = "", 0, 0, 0
    with SortedRuns(made) as runs:
        gathering = Gathering(runs)
        with (made / RECORDS).open("wb") as file:
            for number, line in enumerate(lines, 1):
                data = f"{dump(line)}\n".encode()
                seal.update(data)
                file.write(data)
                texts.update(filter(None, map(line.get, TEXT_OF_PART.values())))
                gathering.add(line, size)
                size += len(data)
                articles += line["id"] != last
                last = line["id"]
                on_line(number)
        captures = gathering.close(made / RECORDS)
    _bring_texts(made / TEXTS, before / TEXTS if before else None, texts)
    articles -= len(captures.of)
    return Written(seal.hexdigest(), number, articles, tuple(sorted(texts)), captures)


def _bring_texts(texts: Path, before: Path | None, wanted: set[str]) -> None:
    for path in texts.iterdir():
        if path.stem not in wanted:
            path.unlink()
    for sha256 in sorted(wanted):
        path = texts / f"{sha256}.txt"
        if path.exists():
            continue
        source = before / path.name if before else None
        if source is None or not source.exists():
            raise GraphFolderError(f"the graph lacks the text {path.name}: build it anew from its pages")
        # A text never changes, so two generations may share it.
        with suppress(OSError):
            os.link(source, path)
            continue
        shutil.copyfile(source, path)


class Records:
    """The records of a generation, each article once, to be read as often as one likes."""

    def __init__(self, generation: Path, captures: Captures) -> None:
        """Read from a generation; of captures of one article, the one that stands for all."""
        self._generation = generation
        self._captures = captures

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in order of id; of an article that stands in several files, the first file's."""
        last = None
        for line in read_lines(self._generation):
            if line["id"] != last and line["id"] not in self._captures.of:
                last = line["id"]
                try:
                    record = from_record(line)
                except KgError as error:
                    message = f"{self._generation.parent} was made by another version: {error}"
                    raise GraphFolderError(message) from error
                yield record

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
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import GraphFolderError, KgError
from kg.folder import RECORDS, TEXTS
from kg.ids import text_sha256
from kg.record import Record, from_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.page import Page
    from kg.runs import SortedRuns

Line: TypeAlias = dict[str, Any]
"""A record as the truth keeps it: the interchange record and `kind`, how its article came."""

STANDARD_INPUT = "-"
_NAMELESS = ("-", "-")
_CONTENT = ("id", "source", "published", "place", "headline", "text", "page", "headline_page")


@dataclass(slots=True)
class Changes:
    """What a run over pages brings: their records, and what these take the place of."""

    runs: SortedRuns
    texts: Path
    objects: dict[str, tuple[str, Line]] = field(default_factory=dict)
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
                self.objects[line["id"]] = content, line
            self.runs.add((line["id"], line["file"], content), dump(line))

    def merged(self, old: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines of the new truth, sorted by id and file, from the old one and these changes."""
        new = self._fresh()
        fresh = next(new, None)
        for line in old:
            kept = self._carried(line)
            if kept is None:
                continue
            while fresh and _order(fresh) < _order(kept):
                yield fresh
                fresh = next(new, None)
            if fresh is None or _order(fresh) != _order(kept):
                yield kept
        while fresh:
            yield fresh
            fresh = next(new, None)

    def _fresh(self) -> Iterator[Line]:
        last: tuple[str, str] | None = None
        for (article, file, content), line in self.runs:
            # The last content of an object counts; an article that stands twice on a page is one.
            if (article, file) != last and (not content or self.objects[article][0] == content):
                last = article, file
                yield json.loads(line)

    def _carried(self, line: Line) -> Line | None:
        if line["kind"] == "object":
            held = self.objects.get(line["id"])
            if held is None:
                return line
            # The same article from another file: kept for that file, as the rules of today read it.
            return {**held[1], "file": line["file"]} if held[0] == _content(line) else None
        seen = self.pages.get(line["file"], set())
        sha256, source, published = _page_key(line["page"], line["source"], line["published"])
        gone = any(one[0] == sha256 or one[1:] == (source, published) for one in seen)
        return None if gone else line


def _page_key(sha256: str, source: str | None, published: str | None) -> tuple[str, ...]:
    return sha256, source or "", published or ""


def _content(line: Line) -> str:
    return text_sha256(json.dumps([line.get(name) for name in _CONTENT], ensure_ascii=False))


def _order(line: Line) -> tuple[str, str]:
    return line["id"], line["file"]


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
    files: dict[str, list[str]]
    """The files of articles that stand in several."""


def write_truth(made: Path, before: Path | None, lines: Iterator[Line], on_line: Callable[[int], None]) -> Written:
    """Write the records, and bring the texts that they need from the generation before."""
    seal = hashlib.sha256()
    texts: set[str] = set()
    files: dict[str, list[str]] = {}
    last, number, articles = ("", ""), 0, 0
    with (made / RECORDS).open("w", encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(lines, 1):
            text = dump(line) + "\n"
            seal.update(text.encode())
            file.write(text)
            texts.update(filter(None, (line["page"], line.get("headline_page"), line.get("continued_page"))))
            if line["id"] == last[0]:
                files.setdefault(line["id"], [last[1]]).append(line["file"])
            else:
                articles += 1
            last = line["id"], line["file"]
            on_line(number)
    _bring_texts(made / TEXTS, before / TEXTS if before else None, texts)
    return Written(seal.hexdigest(), number, articles, tuple(sorted(texts)), files)


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

    def __init__(self, generation: Path) -> None:
        """Read from a generation."""
        self._generation = generation

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in order of id; of an article that stands in several files, the first file's."""
        last = None
        for line in read_lines(self._generation):
            if line["id"] != last:
                last = line["id"]
                try:
                    record = from_record(line)
                except KgError as error:
                    message = f"{self._generation.parent} was made by another version: {error}"
                    raise GraphFolderError(message) from error
                yield record

"""What one file holds: objects, or pages of text, PDF or web."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from kg.errors import InputError
from kg.read.decode import decoded
from kg.read.kinds import HEAD, READ, SUFFIXES, sniffed
from kg.read.objects import iter_values
from kg.read.texts import text_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

    from kg.page import Metadata, Page
    from kg.read.kinds import Kind
    from kg.read.objects import OnText, Parsed
    from kg.read.problems import InputProblem

_LINES = frozenset({".jsonl", ".ndjson"})
# The first bytes of an object or an array of them, in any encoding that is read.
_OBJECTS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*(?:\{[\s\x00]*[\"}]|\[[\s\x00]*[\[{\]\d\"])")


class Contents:
    """A file's contents: their kind, and the reader for it."""

    def __init__(self, file: BufferedReader, name: str, suffix: str, held: Callable[[IO[bytes]], bytes]) -> None:
        """Take what is called `name`; `suffix` is that of its name when unpacked, `held` reads the whole of it.

        Raises:
            InputError: nobody reads such files; the message has no file name.
        """
        self._file = file
        self._name = name
        self._suffix = suffix
        self._held = held
        self.kind = self._kind(file.peek(HEAD)[:HEAD])

    def _kind(self, head: bytes) -> Kind:
        said = sniffed(head) or SUFFIXES.get(self._suffix)
        if said is None and self._suffix:
            raise InputError(f"is of a kind that is not read: give {READ}")
        if said is None:
            return "objects" if _OBJECTS.match(head) else "text"
        return said

    def values(self, on_text: OnText) -> Iterator[Parsed]:
        """Yield the values of a file of objects."""
        return iter_values(self._file, lines=self._suffix in _LINES, held=self._held, on_text=on_text)

    def pages(self, known: Metadata, on_problem: Callable[[InputProblem], None], on_text: OnText) -> Iterator[Page]:
        """Yield the pages of a file of any other kind.

        Raises:
            InputError: it is damaged or empty; the message has no file name.
        """
        data = self._held(self._file)
        match self.kind:
            case "pdf":
                from kg.read.pdf import pdf_pages  # noqa: PLC0415 - text alone needs no PDF library

                return pdf_pages(data, self._name, known, on_problem)
            case "html":
                from kg.read.html import html_pages  # noqa: PLC0415 - nor one for web pages

                return html_pages(data, self._name, known, on_problem)
            case _:
                found = decoded(data)
                on_text(found)
                return text_pages(found, self._name, known)

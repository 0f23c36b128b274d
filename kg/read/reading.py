"""One run over the inputs: files and members of archives are opened in turn, and each given to its reader."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable  # noqa: TC003 - a named tuple has it
from dataclasses import replace
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from kg.counted import counted
from kg.errors import InputError
from kg.ids import digest
from kg.read.archives import iter_tar, iter_zip
from kg.read.contents import Contents
from kg.read.files import iter_files
from kg.read.inference import infer_all
from kg.read.kinds import HEAD, find_packing, suffix_of, unpacked_name
from kg.read.metadata import SIDECAR, Sidecar, first_known, read_sidecar
from kg.read.objects import object_page
from kg.read.packed import read_whole, unpacked
from kg.read.problems import InputProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from io import RawIOBase

    from kg.page import Metadata, Page
    from kg.read.archives import Member
    from kg.read.decode import Decoded
    from kg.read.kinds import Packing
    from kg.read.objects import Parsed

STANDARD_INPUT = "-"


def _all_of(file: IO[bytes]) -> bytes:
    return file.read()


class _Source(NamedTuple):
    """Something opened: its bytes, its name, what is known of its pages, and how to hold it whole."""

    file: BufferedReader
    name: str
    known: Metadata
    held: Callable[[IO[bytes]], bytes] = _all_of


class Reading:
    """One run: what was read already, and the first problem while it may still be the only one."""

    def __init__(self, options: Metadata, on_problem: Callable[[InputProblem], None]) -> None:
        """Read with what the options say, which outranks a `page.toml`."""
        self._options = options
        self._tell = on_problem
        self._held: InputProblem | None = None
        self._problems = 0
        self._seen_files: set[str] = set()
        self._seen_ids: dict[str, tuple[str, str, int | None]] = {}
        self._sidecars: dict[str, Sidecar | None] = {}
        self._folders: dict[str, str] = {}
        self._encodings: Counter[str] = Counter()
        self._examples: dict[str, str] = {}

    def pages(self, inputs: Sequence[str | Path]) -> Iterator[Page]:
        """Yield the pages of all inputs; at the end, say in which encodings files were read.

        Raises:
            InputError: nothing could be read at all.
        """
        count = 0
        for given in inputs:
            for page in infer_all(self._input(given)):
                count += 1
                self._release()
                yield page
        if count:
            self._release()
            self._tell_encodings()
        elif self._held is not None:
            raise InputError(str(self._held))
        elif self._problems:
            raise InputError(f"nothing could be read: {self._problems} problems, named above")
        else:
            raise InputError("nothing to read: name a file, a folder, or - for standard input")

    def _problem(self, problem: InputProblem) -> None:
        if problem.note:
            self._release()
            self._tell(problem)
            return
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
            yield from self._guarded(_standard_input(self._options))
            return
        for path, name in iter_files(given, self._problem):
            folder, own_name = os.path.split(path)
            resolved = self._resolved(folder, own_name)
            if resolved in self._seen_files:
                continue
            self._seen_files.add(resolved)
            sidecar = self._sidecar(folder)
            if sidecar is not None:
                yield from self._file(path, name, first_known(self._options, sidecar.of(own_name)))

    def _resolved(self, folder: str, name: str) -> str:
        """Return where a file is without links; what its folder is, is found once."""
        path = f"{folder}/{name}" if folder else name
        if os.path.islink(path):  # noqa: PTH114 - of ten thousand names, a path for each costs more than it tells
            return os.path.realpath(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return f"{self._folders[folder]}/{name}"

    def _sidecar(self, folder: str) -> Sidecar | None:
        if folder not in self._sidecars:
            try:
                self._sidecars[folder] = read_sidecar(Path(folder))
            except InputError as error:
                self._sidecars[folder] = None
                self._problem(InputProblem(str(Path(folder) / SIDECAR), None, str(error)))
        return self._sidecars[folder]

    def _file(self, path: Path, name: str, known: Metadata) -> Iterator[Page]:
        try:
            file = path.open("rb")
        except OSError as error:
            self._problem(InputProblem(name, None, _cannot(error)))
            return
        with file:
            yield from self._guarded(_Source(file, name, known))

    def _guarded(self, source: _Source) -> Iterator[Page]:
        """Yield the pages of what was opened; what is wrong with the whole of it is a problem."""
        try:
            yield from self._opened(source)
        except InputError as error:
            self._problem(InputProblem(source.name, None, str(error)))
        except OSError as error:
            self._problem(InputProblem(source.name, None, _cannot(error)))

    def _opened(self, source: _Source) -> Iterator[Page]:
        file, name = source.file, source.name
        match find_packing(file.peek(HEAD), name):
            case "zip":
                yield from self._members(iter_zip(_seekable(file), self._teller(name)), source)
            case "tar":
                tar = _seekable(file)
                yield from self._members(iter_tar(lambda: _rewound(tar), self._teller(name)), source)
            case "gz" | "zst" as packing:
                yield from self._unpacked(source._replace(file=_seekable(file)), packing)
            case None:
                yield from self._pages(source, suffix_of(name))

    def _unpacked(self, source: _Source, packing: Packing) -> Iterator[Page]:
        inner = unpacked(source.file, packing)
        suffix = suffix_of(unpacked_name(source.name))
        match find_packing(inner.peek(HEAD), suffix):
            case "tar":

                def reopened() -> IO[bytes]:
                    return unpacked(_rewound(source.file), packing)

                yield from self._members(iter_tar(reopened, self._teller(source.name)), source)
            case None:
                yield from self._pages(source._replace(file=inner, held=read_whole), suffix)
            case _:
                raise InputError("is packed twice, which is not read: unpack it first")

    def _teller(self, archive: str) -> Callable[[str | None, str], None]:
        def tell(name: str | None, why: str) -> None:
            self._problem(InputProblem(archive if name is None else f"{archive}/{name}", None, why))

        return tell

    def _members(self, members: Iterable[Member], archive: _Source) -> Iterator[Page]:
        for member in members:
            name = f"{archive.name}/{member.name}"
            known = first_known(self._options, member.known, archive.known)
            pages = self._guarded(_Source(member.file, name, known, read_whole))
            if member.number is None:
                yield from pages
            else:
                yield from _numbered(pages, name.rpartition("/")[0], member.number)

    def _pages(self, source: _Source, suffix: str) -> Iterator[Page]:
        contents = Contents(source.file, source.name, suffix, source.held)
        if contents.kind == "objects":
            yield from self._objects(contents.values(self._read_as(source.name)), source)
        else:
            yield from contents.pages(source.known, self._problem, self._read_as(source.name))

    def _read_as(self, name: str) -> Callable[[Decoded], None]:
        """Return what notes, once for each file, an encoding that had to be chosen, and broken characters."""
        told: set[str] = set()

        def on_text(found: Decoded) -> None:
            if found.choice is not None and found.choice not in told:
                told.add(found.choice)
                if found.other is None:
                    self._encodings[found.encoding] += 1
                    self._examples.setdefault(found.encoding, name)
                else:
                    self._problem(InputProblem(name, None, f"read as {found.choice}", note=True))
            if found.broken and "broken" not in told:
                told.add("broken")
                what = counted(found.broken, "broken character")
                why = f"{what}, the first at byte {found.first}: what is said there is not used"
                self._problem(InputProblem(name, None, why, note=True))

        return on_text

    def _tell_encodings(self) -> None:
        """Say which encodings were chosen without doubt: once for each, however many files there are."""
        for encoding, count in sorted(self._encodings.items()):
            more = f", and {counted(count - 1, 'file')} more" if count > 1 else ""
            self._problem(InputProblem(self._examples[encoding], None, f"read as {encoding}{more}", note=True))

    def _objects(self, values: Iterable[Parsed], source: _Source) -> Iterator[Page]:
        nothing = True
        for one in values:
            nothing = False
            try:
                page = self._object(one, source)
            except InputError as error:
                self._problem(InputProblem(source.name, one.line, str(error)))
                continue
            if page is not None:
                yield page
        if nothing:
            raise InputError("is empty: give one object a line, or an array of them")

    def _object(self, one: Parsed, source: _Source) -> Page | None:
        """Return an object as a page; the same object again is another capture, and none if it stands in the same file.

        Raises:
            InputError: it is no object with a text, or one of another content has its id.
        """
        if one.wrong is not None:
            raise InputError(one.wrong)
        page = object_page(one.value, source.name, source.known)
        if page.object_id is None:
            return page
        meta = page.meta
        content = digest(page.sha256, page.headline, meta.source, meta.published, meta.place)
        first = self._seen_ids.setdefault(page.object_id, (content, source.name, one.line))
        if first[0] != content:
            where = InputProblem(first[1], first[2], "")
            raise InputError(
                f"id {page.object_id!r} was read from {where.place} already, with other content: give each its own"
            )
        return None if first[1] == source.name and first[2] != one.line else page


def _numbered(pages: Iterable[Page], volume: str, number: int) -> Iterator[Page]:
    """Yield the pages of a file that is one of several in its archive's folder."""
    for page in pages:
        yield page if page.volume is not None or page.kind == "object" else replace(page, volume=volume, number=number)


def _standard_input(known: Metadata) -> _Source:
    piped = sys.stdin.buffer
    file = piped if isinstance(piped, BufferedReader) else BufferedReader(cast("RawIOBase", piped))
    return _Source(file, STANDARD_INPUT, known)


def _seekable(file: BufferedReader) -> BufferedReader:
    """Return a file whose bytes can be read again; what comes through a pipe is held."""
    return file if file.seekable() else BufferedReader(BytesIO(read_whole(file)))


def _rewound(file: BufferedReader) -> BufferedReader:
    file.seek(0)
    return file


def _cannot(error: OSError) -> str:
    return f"cannot be read ({error.strerror or error}): check its rights"

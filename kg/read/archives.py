"""Archives: the files in a zip or tar, one at a time, read where they lie.

Nothing is written, whatever the files are called; an archive in an archive is not opened.
"""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections import Counter
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

from kg.counted import counted
from kg.errors import InputError
from kg.read.kinds import OTHER_ARCHIVES, PACKED, READ, find_kind, suffix_of
from kg.read.metadata import SIDECAR, Sidecar, parse_sidecar
from kg.read.names import in_order, member_name, zipped_name
from kg.read.packed import BROKEN, BUFFER, Bounded, Budget, read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.page import Metadata

Tell: TypeAlias = "Callable[[str | None, str], None]"
"""Takes the name of a file in the archive, or None for the archive itself, and what is wrong with it."""

ISSUE = 100
"""Pages up to which a folder of an archive may be one issue of a paper."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
# What the packages raise on damaged bytes, beside what they mean to.
_DAMAGE = (*BROKEN, OSError, ValueError, KeyError, IndexError, NotImplementedError, OverflowError, RuntimeError)


class Member(NamedTuple):
    """A file in an archive: its name there, its bytes, what its folder says of it, its place among the folder's pages.

    `number` is None where the folder holds one page alone, or more than an issue of a paper has.
    """

    name: str
    file: io.BufferedReader
    known: Metadata
    number: int | None


def iter_zip(file: IO[bytes], tell: Tell) -> Iterator[Member]:
    """Yield the files in a zip archive in order of their names.

    Raises:
        InputError: it is damaged, or holds nothing to read; the message has no file name.
    """
    size = file.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except _DAMAGE as error:
        raise InputError(f"is a damaged zip archive ({error}): fetch it again") from error
    with archive:
        entries = {_name(entry): entry for entry in archive.infolist() if not entry.is_dir()}
        listing = _Listing(list(entries), tell)
        whole = Budget(lambda: size)

        def opened(name: str) -> io.BufferedReader:
            return _opened_entry(archive, entries[name], whole)

        sidecars = listing.read_sidecars(opened)
        for name in listing.pages:
            try:
                member = opened(name)
            except InputError as error:
                tell(name, str(error))
                continue
            with member:
                yield from listing.members(name, member, sidecars)


def _name(entry: zipfile.ZipInfo) -> str:
    return member_name(zipped_name(entry.filename, marked=bool(entry.flag_bits & _UTF8_NAME)))


def _opened_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, whole: Budget) -> io.BufferedReader:
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("is encrypted: unpack it first")
    if entry.compress_type not in _METHODS:
        raise InputError("is packed in a way that is not read: unpack it first")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise InputError("is a link in an archive: give the file itself")
    try:
        inner = archive.open(entry)
    except _DAMAGE as error:
        raise InputError(f"is damaged, it cannot be unpacked ({error}): fetch it again") from error
    return io.BufferedReader(Bounded(inner, Budget(lambda: entry.compress_size), whole), BUFFER)


def iter_tar(reopen: Callable[[], IO[bytes]], tell: Tell) -> Iterator[Member]:
    """Yield the files in a tar archive as they lie in it; `reopen` gives its bytes from the start, as often as asked.

    Raises:
        InputError: it is damaged, or holds nothing to read; the message has no file name.
    """
    names: list[str] = []
    toml: dict[str, bytes] = {}
    for name, file in _iter_entries(reopen(), tell):
        names.append(name)
        if name.rpartition("/")[2] == SIDECAR:
            toml[name] = read_whole(file)
    listing = _Listing(names, tell)
    sidecars = listing.read_sidecars(lambda name: io.BufferedReader(io.BytesIO(toml[name])))
    pages = frozenset(listing.pages)
    for name, file in _iter_entries(reopen(), lambda *_: None):
        if name in pages:
            yield from listing.members(name, file, sidecars)


def _iter_entries(stream: IO[bytes], tell: Tell) -> Iterator[tuple[str, io.BufferedReader]]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            while (entry := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]  # all that were read would be kept
                name = member_name(entry.name)
                if entry.isdir():
                    continue
                inner = archive.extractfile(entry) if entry.isreg() and not entry.issparse() else None
                if inner is None:
                    if find_kind(name) is not None:
                        tell(name, "is no regular file in its archive: passed over")
                    continue
                yield name, io.BufferedReader(Bounded(inner), BUFFER)
    except _DAMAGE as error:
        raise InputError(f"is a damaged tar archive ({error}): fetch it again") from error


class _Listing:
    """What an archive holds, by name: its pages in order, and the `page.toml` of each folder."""

    def __init__(self, names: list[str], tell: Tell) -> None:
        self.pages: list[str] = []
        self._tell = tell
        self._toml: list[str] = []
        others: Counter[str] = Counter()
        for name in in_order(names):
            parts = name.split("/")
            if any(part.startswith(".") for part in parts) or "__MACOSX" in parts:
                continue
            if parts[-1] == SIDECAR:
                self._toml.append(name)
            elif suffix_of(name) in PACKED or suffix_of(name) in OTHER_ARCHIVES:
                tell(name, "is packed in an archive, which is not opened twice: unpack it first")
            elif find_kind(name) is not None:
                self.pages.append(name)
            else:
                others[suffix_of(name) or "without suffix"] += 1
        self._count(others)
        sizes = Counter(map(_folder, self.pages))
        at: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}
        for name in self.pages:
            if 1 < sizes[_folder(name)] <= ISSUE:
                at[_folder(name)] += 1
                self._numbers[name] = at[_folder(name)]

    def _count(self, others: Counter[str]) -> None:
        kinds = ", ".join(f"{suffix} {count}" for suffix, count in sorted(others.items()))
        if not self.pages:
            found = f" ({counted(others.total(), 'file')} of other kinds: {kinds})" if others else ""
            raise InputError(f"an archive without pages{found}: put {READ.partition(', or a')[0]} in it")
        if others:
            self._tell(None, f"passed over {counted(others.total(), 'file')} of other kinds ({kinds})")

    def read_sidecars(self, opened: Callable[[str], io.BufferedReader]) -> dict[str, Sidecar | None]:
        """Return what the `page.toml` of each folder says; None for one that cannot be read."""
        found: dict[str, Sidecar | None] = {}
        for name in self._toml:
            try:
                with opened(name) as file:
                    found[_folder(name)] = parse_sidecar(read_whole(file))
            except InputError as error:
                found[_folder(name)] = None
                self._tell(name, str(error))
        return found

    def members(self, name: str, file: io.BufferedReader, sidecars: dict[str, Sidecar | None]) -> Iterator[Member]:
        """Yield the page of that name, unless what its folder says of it cannot be read."""
        sidecar = sidecars.get(_folder(name), _NO_SIDECAR)
        if sidecar is not None:
            yield Member(name, file, sidecar.of(name.rpartition("/")[2]), self._numbers.get(name))


_NO_SIDECAR = Sidecar({})


def _folder(name: str) -> str:
    return name.rpartition("/")[0]

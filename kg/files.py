"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """Open a text file (UTF-8, no newline translation) that replaces `path` when the block ends without an error.

    Raises:
        KgError: the folder is missing or read-only, or the disk is full; what stood at `path` still stands.
    """
    if path.is_dir():
        raise KgError(f"cannot write {path}: it is a folder: name a file")
    if path.exists() and not path.is_file():
        # A device or a pipe is written to; put in its place, a file would take it away from the whole machine.
        with _device(path) as file:
            yield file
        return
    # What a link names is replaced, and the link stays one.
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise _cannot(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        # mkstemp makes files for the owner alone.
        as_readable_as_any(temporary)
        temporary.replace(target)
    except OSError as error:
        _remove(temporary)
        raise _cannot(path, error) from error
    except BaseException:
        _remove(temporary)
        raise


@contextmanager
def _device(path: Path) -> Iterator[IO[str]]:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise _cannot(path, error) from error


def as_readable_as_any(path: Path) -> None:
    """Give a file the rights of any file that the user makes."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def name_as_text(name: str) -> str:
    """Return a file's name as characters; bytes that are no UTF-8, as an old archive unpacks them, are GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink()


def _cannot(path: Path, error: OSError) -> KgError:
    return KgError(f"cannot write {path}: {error.strerror or error}: choose another place or make room")

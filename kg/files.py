"""Writing files, and folders of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    import re
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
def whole_folder(path: Path, ours: re.Pattern[str]) -> Iterator[Path]:
    """Yield an empty folder that takes the place of `path` when the block ends without an error.

    A folder that is there is replaced if all its files bear names that match `ours`, as an earlier run leaves them.

    Raises:
        KgError: there is a file at `path`, or a folder with files of somebody else; it cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_dir():
        raise KgError(f"cannot write {path}: it is a file: name a folder")
    try:
        strange = (
            sorted(one.name for one in target.iterdir() if not ours.fullmatch(one.name)) if target.exists() else []
        )
        if strange:
            raise KgError(f"cannot write {path}: it holds {strange[0]}, which is not of this export: name a new folder")
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _cannot(path, error) from error
    try:
        yield made
        for one in made.iterdir():
            as_readable_as_any(one)
        made.chmod(0o777 & ~_mask())
        _put_in_place(made, target)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _put_in_place(made: Path, target: Path) -> None:
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        if target.exists():
            target.rename(old / "old")
        made.rename(target)
    finally:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _device(path: Path) -> Iterator[IO[str]]:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise _cannot(path, error) from error


def as_readable_as_any(path: Path) -> None:
    """Give a file the rights of any file that the user makes."""
    path.chmod(0o666 & ~_mask())


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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

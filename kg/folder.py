"""The graph's folder: generations beside one another, a `CURRENT` file that names the good one, a lock for builders.

```
DIR/CURRENT                  the name of the generation that readers open
DIR/judgements.jsonl         what people decided about who is who; append-only, outlives every build
DIR/generation-000002/       records.jsonl, texts/, manifest.json (the truth); everything else is made from these
DIR/building-000003/         a build at work, or what a killed one left: the next build removes it
```
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kg.errors import GraphFolderError, StoreError
from kg.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 1
CURRENT = "CURRENT"
JUDGEMENTS = "judgements.jsonl"
RECORDS = "records.jsonl"
TEXTS = "texts"
MANIFEST = "manifest.json"
NODES = "nodes.jsonl"
LINKS = "links.jsonl"
PERSONS = "persons.jsonl"
DECISIONS = "decisions.jsonl"
CYPHER_STORE = "arcadedb"
QUAD_STORE = "quads"
LOCK = "build.lock"

_TOO_LITTLE = 2 * 1024 * 1024
_GENERATION = re.compile(r"generation-(\d{6,})")
_LEFT_OVER = re.compile(r"(building|generation)-\d{6,}")


def current(folder: Path) -> Path | None:
    """Return the generation that `CURRENT` names, or None where no build has ended yet.

    Raises:
        GraphFolderError: what it names is not there.
    """
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise GraphFolderError(f"cannot read {folder / CURRENT}: {error}: check the folder's permissions") from error
    found = folder / name
    if not _GENERATION.fullmatch(name) or not (found / MANIFEST).is_file():
        raise GraphFolderError(f"{folder} is damaged: {CURRENT} names {name!r}, which is not there; build it anew")
    return found


def get_current(folder: Path) -> Path:
    """Return the generation that readers open.

    Raises:
        GraphFolderError: the folder holds no graph.
    """
    found = current(folder)
    if found is None:
        missing = "there is no folder" if not folder.is_dir() else "there is no graph in"
        raise GraphFolderError(f"{missing} {folder}: make one with kg build PAGES --graph {folder}")
    return found


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for one build; the operating system lets go of it when the process dies, however it dies.

    Raises:
        GraphFolderError: another build holds it, or the folder cannot be made or written.
    """
    fresh = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise GraphFolderError(_cannot(folder, error)) from error
    try:
        _take(handle, folder)
        yield
    finally:
        os.close(handle)
        if fresh:
            _leave_nothing(folder)


def _leave_nothing(folder: Path) -> None:
    """Remove a folder that this build made and left empty."""
    if [path.name for path in folder.iterdir()] == [LOCK]:
        (folder / LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()


def _take(handle: int, folder: Path) -> None:
    try:
        _lock_file(handle)
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
            raise GraphFolderError(_cannot(folder, error)) from error
        raise GraphFolderError(f"another build is at work in {folder}: wait until it ends, then try again") from error


def _lock_file(handle: int) -> None:
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
    except ImportError:  # pragma: no cover
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold(generation: Path) -> int:
    """Mark a generation as being read, until the handle is closed, so that no build removes it meanwhile."""
    try:
        handle = os.open(generation / MANIFEST, os.O_RDONLY)
    except OSError as error:
        raise GraphFolderError(f"cannot read {generation}: {error.strerror or error}") from error
    with suppress(ImportError, OSError):
        import fcntl  # noqa: PLC0415  # not on Windows, where a file that is open cannot be removed

        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return handle


def _is_held(generation: Path) -> bool:
    try:
        handle = os.open(generation / MANIFEST, os.O_RDONLY)
    except OSError:
        return False
    try:
        _lock_file(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _cannot(folder: Path, error: OSError) -> str:
    return f"cannot write {folder}: {error.strerror or error}: choose another place or make room"


@contextmanager
def next_generation(folder: Path) -> Iterator[Path]:
    """Yield a fresh folder to build in; it is gone afterwards unless `publish` took it.

    Raises:
        GraphFolderError: the disk is full or read-only; the last good graph stands.
    """
    clean(folder)
    number = max((int(match[1]) for match in _generations(folder)), default=0) + 1
    made = folder / f"building-{number:06d}"
    try:
        (made / TEXTS).mkdir(parents=True)
        yield made
    except OSError as error:
        raise GraphFolderError(_cannot(folder, error)) from error
    except StoreError as error:
        # A store says in many ways that its disk is full; here it is known.
        if shutil.disk_usage(folder).free > _TOO_LITTLE:
            raise
        raise GraphFolderError(f"no space left on the disk of {folder}: make room or choose another place") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def publish(folder: Path, made: Path) -> Path:
    """Make a finished folder the generation that readers open from now on."""
    final = made.with_name(made.name.replace("building", "generation"))
    made.rename(final)
    with whole_file(folder / CURRENT) as file:
        file.write(final.name + "\n")
    clean(folder)
    return final


def clean(folder: Path) -> None:
    """Remove what killed builds left, and generations older than the one before the current that nobody reads."""
    found = current(folder)
    keep = {found.name} if found else set()
    older = sorted(match[0] for match in _generations(folder) if found and match[0] < found.name)
    keep.update(older[-1:])
    for path in sorted(folder.iterdir()):
        if _LEFT_OVER.fullmatch(path.name) and path.name not in keep and not _is_held(path):
            shutil.rmtree(path, ignore_errors=True)


def _generations(folder: Path) -> list[re.Match[str]]:
    return [match for path in folder.iterdir() if (match := _GENERATION.fullmatch(path.name))]

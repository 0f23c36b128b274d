"""Which files an input names, and what each is called."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.counted import counted
from kg.files import name_as_text
from kg.read.kinds import find_kind
from kg.read.metadata import SIDECAR
from kg.read.problems import InputProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class InputFile(NamedTuple):
    """A file to read, and its name relative to what the user named."""

    path: Path
    name: str


def iter_files(given: str | Path, on_problem: Callable[[InputProblem], None]) -> Iterator[InputFile]:
    """Yield the files that an input names: itself, or a folder's in order of their names, subfolders included."""
    path = Path(given)
    if path.is_dir():
        yield from _iter_folder(path, on_problem)
    elif not path.exists():
        on_problem(InputProblem(str(given), None, "no such file or folder: check the name"))
    elif not path.is_file():
        on_problem(InputProblem(str(given), None, "is no regular file: give a file, a folder or -"))
    elif _is_read(path):
        yield InputFile(path, name_as_text(path.name))
    else:
        on_problem(
            InputProblem(str(given), None, "is of a kind that is not read: give .txt, .pdf, .html, .json or .jsonl")
        )


def _iter_folder(folder: Path, on_problem: Callable[[InputProblem], None]) -> Iterator[InputFile]:
    others: Counter[str] = Counter()
    pages = 0
    refused = False

    def cannot_list(error: OSError) -> None:
        nonlocal refused
        refused = True
        on_problem(InputProblem(str(error.filename), None, f"cannot be listed ({error.strerror}): check its rights"))

    for root, folders, names in os.walk(folder, onerror=cannot_list):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            inside = path.relative_to(folder).as_posix()
            if name.startswith(".") or name == SIDECAR:
                continue
            if _is_read(path):
                pages += 1
                yield InputFile(path, name_as_text(inside))
            else:
                others[path.suffix.lower() or "without suffix"] += 1
    kinds = ", ".join(f"{suffix} {count}" for suffix, count in sorted(others.items()))
    if not pages and not refused:
        found = f" ({counted(others.total(), 'file')} of other kinds: {kinds})" if others else ""
        on_problem(
            InputProblem(
                str(folder), None, f"a folder without pages{found}: put .txt, .pdf, .html, .json or .jsonl in it"
            )
        )
    elif others:
        on_problem(
            InputProblem(str(folder), None, f"passed over {counted(others.total(), 'file')} of other kinds ({kinds})")
        )


def _is_read(path: Path) -> bool:
    return find_kind(path.name) is not None

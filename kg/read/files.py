"""Which files an input names, and what each is called."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg.counted import counted
from kg.files import name_as_text
from kg.read.kinds import HEAD, READ, is_read, sniffed, suffix_of
from kg.read.metadata import SIDECAR
from kg.read.names import has_pattern, in_order, matches, split_pattern
from kg.read.problems import InputProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Tell: TypeAlias = "Callable[[InputProblem], None]"

_NOT_REGULAR = "is no regular file: give a file, a folder or -"


class InputFile(NamedTuple):
    """A file to read, and its name relative to what the user named."""

    path: Path
    name: str


def iter_files(given: str | Path, on_problem: Tell) -> Iterator[InputFile]:
    """Yield the files that an input names: itself, a folder's in order, or those that a pattern (`**/*.txt`) means."""
    path = Path(given)
    try:
        found = path.exists()
    except (OSError, ValueError) as error:  # too long a name, or one with a NUL
        on_problem(InputProblem(str(given), None, f"is no name of a file ({error}): check it"))
        return
    if path.is_dir():
        yield from _Walk(path, (), on_problem).files()
    elif not found and has_pattern(str(given)):
        folder, pattern = split_pattern(path.as_posix())
        yield from _Walk(Path(folder), tuple(pattern.split("/")), on_problem).files(str(given))
    elif not found:
        on_problem(InputProblem(str(given), None, "no such file or folder: check the name"))
    elif not path.is_file():
        on_problem(InputProblem(str(given), None, _NOT_REGULAR))
    elif is_read(path.name) or not suffix_of(path.name) or _is_known(path):
        yield InputFile(path, name_as_text(path.name))
    else:
        on_problem(InputProblem(str(given), None, f"is of a kind that is not read: give {READ}"))


class _Walk:
    """One walk through a folder: what it found, and what it passed over."""

    def __init__(self, folder: Path, pattern: Sequence[str], on_problem: Tell) -> None:
        self._folder = folder
        self._pattern = pattern
        self._tell = on_problem
        self._others: Counter[str] = Counter()
        self._told = 0

    def files(self, given: str | None = None) -> Iterator[InputFile]:
        """Yield the files; say at the end what was passed over, or that there was nothing."""
        pages = 0
        for file in self._walked():
            pages += 1
            yield file
        others = self._others.total()
        kinds = ", ".join(f"{suffix} {count}" for suffix, count in sorted(self._others.items()))
        where = given or str(self._folder)
        found = f" ({counted(others, 'file')} of other kinds: {kinds})" if others else ""
        if not pages and not self._told and given and not others:
            self._tell(InputProblem(where, None, "no file has such a name: check the pattern, and put it in quotes"))
        elif not pages and not self._told:
            what = "no page among what it means" if given else "a folder without pages"
            self._tell(
                InputProblem(
                    where, None, f"{what}{found}: give {READ}" if given else f"{what}{found}: put {READ} in it"
                )
            )
        elif others:
            self._tell(InputProblem(where, None, f"passed over {counted(others, 'file')} of other kinds ({kinds})"))

    def _walked(self) -> Iterator[InputFile]:
        # Links to folders are not followed: they may lead anywhere, and round in circles.
        for root, folders, names in os.walk(self._folder, onerror=self._cannot_list):
            here = Path(root)
            inside = here.relative_to(self._folder).as_posix()
            within = "" if inside == "." else f"{inside}/"
            self._keep(folders, here, frozenset(names))
            for name in in_order(names):
                if name.startswith(".") or name == SIDECAR:
                    continue
                relative = within + name
                if not self._is_meant(relative):
                    continue
                path = here / name
                if self._is_page(path, relative):
                    yield InputFile(path, name_as_text(relative))

    def _keep(self, folders: list[str], here: Path, files: frozenset[str]) -> None:
        """Leave the folders to walk through in the list, in order."""
        kept = []
        for name in in_order(folders):
            if name.startswith(".") or _is_furniture(name, files):
                continue
            relative = (here / name).relative_to(self._folder).as_posix()
            if (here / name).is_symlink():
                if self._is_meant(relative):
                    self._pass_over(relative, "is a link to a folder, which is not followed: name the folder itself")
            else:
                kept.append(name)
        folders[:] = kept

    def _is_meant(self, relative: str) -> bool:
        return matches(self._pattern, relative.split("/"))

    def _is_page(self, path: Path, relative: str) -> bool:
        """Say whether a file is one to read; what only looks like one is told, what is of another kind counted."""
        if is_read(path.name):
            if path.is_file():
                return True
            what = "is a link that leads nowhere" if path.is_symlink() else "is no regular file"
            self._pass_over(relative, f"{what}: passed over")
            return False
        if _is_known(path):
            return True
        self._others[suffix_of(path.name) or "without suffix"] += 1
        return False

    def _pass_over(self, relative: str, why: str) -> None:
        self._told += 1
        self._tell(InputProblem(name_as_text(relative), None, why))

    def _cannot_list(self, error: OSError) -> None:
        self._told += 1
        self._tell(InputProblem(str(error.filename), None, f"cannot be listed ({error.strerror}): check its rights"))


def _is_known(path: Path) -> bool:
    """Say whether the first bytes of a file whose name says nothing prove a PDF or a web page."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return sniffed(file.read(HEAD)) is not None
    except OSError:
        return False


def _is_furniture(folder: str, files: frozenset[str]) -> bool:
    """Say whether a folder holds the pictures and scripts of a saved web page beside it."""
    for ending in ("_files", ".files"):
        page = folder.removesuffix(ending)
        if page != folder and not files.isdisjoint({f"{page}.html", f"{page}.htm"}):
            return True
    return False

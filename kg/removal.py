"""What a name means that is to be taken out of a graph: an article by id or headline, or what came from a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from kg.captures import capture_key, iter_same
from kg.errors import UsageError
from kg.files import name_as_text
from kg.truth import read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.truth import Line

Key: TypeAlias = tuple[str, str]
"""A line of the truth: an article's id, and a file in which it stands."""


@dataclass(slots=True)
class _Meant:
    """What in the graph bears one name."""

    name: str
    by_id: set[Key] = field(default_factory=set)
    by_file: set[Key] = field(default_factory=set)
    inside: set[Key] = field(default_factory=set)
    """What came from an archive of that name."""
    by_last_name: set[Key] = field(default_factory=set)
    by_headline: dict[str, str] = field(default_factory=dict)
    """Articles of that headline, with what is told of each."""
    captures: set[str] = field(default_factory=set)

    def look_at(self, line: Line) -> None:
        """Take a line of the truth, if the name means it."""
        key = line["id"], line["file"]
        last = PurePosixPath(self.name).name
        if line["id"] == self.name.removeprefix("article/"):
            self.by_id.add(key)
            self.captures.add(capture_key(line))
        if line["file"] == self.name:
            self.by_file.add(key)
        elif last and line["file"].startswith((f"{self.name}/", f"{last}/")):
            self.inside.add(key)
        elif last and PurePosixPath(line["file"]).name == last:
            self.by_last_name.add(key)
        if line["headline"] and line["headline"] == self.name:
            told = ", ".join(filter(None, (line["source"], line["published"])))
            self.by_headline[line["id"]] = f"{line['id']} ({told})" if told else line["id"]
            self.captures.add(capture_key(line))


def find_lines(generation: Path, names: Sequence[str]) -> set[Key]:
    """Return the lines of the truth that names mean.

    By id or headline an article is meant with all its captures; by a file, or by an archive, what came from it alone:
    the article stays as long as it stands in another file.

    Raises:
        UsageError: a name means nothing here, or several articles or files share it.
    """
    meant = [_Meant(name) for name in map(name_as_text, names)]
    for line in read_lines(generation):
        for one in meant:
            one.look_at(line)
    keys = frozenset(key for one in meant for key in one.captures)
    same = [frozenset((line["id"], line["file"]) for line in group) for group in _groups(generation, keys)]
    return {key for one in meant for key in _lines(one, same)}


def _groups(generation: Path, keys: frozenset[str]) -> list[list[Line]]:
    return [[dict(line) for line in group] for group in iter_same(read_lines(generation), keys)] if keys else []


def _lines(meant: _Meant, same: Sequence[frozenset[Key]]) -> set[Key]:
    if meant.by_id:
        return meant.by_id.union(*(group for group in same if group & meant.by_id))
    from_file = meant.by_file or meant.inside or meant.by_last_name
    if not from_file:
        return _headed(meant, same)
    files = sorted({file for _, file in from_file})
    if from_file is meant.by_last_name and len(files) > 1:
        raise UsageError(f"{len(files)} files are called {meant.name!r}, give one with its folder: {', '.join(files)}")
    return from_file


def _headed(meant: _Meant, same: Sequence[frozenset[Key]]) -> set[Key]:
    if not meant.by_headline:
        raise UsageError(f"no article or file in the graph is called {meant.name!r}: give an id, a headline or a file")
    groups = [group for group in same if any(article in meant.by_headline for article, _ in group)]
    if len(groups) > 1:
        firsts = (min(article for article, _ in group if article in meant.by_headline) for group in groups)
        told = "; ".join(meant.by_headline[article] for article in sorted(firsts))
        raise UsageError(f"{len(groups)} articles are headed {meant.name!r}, name one by its id: {told}")
    return set().union(*groups)

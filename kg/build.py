"""Making a graph: pages become records, records the truth of a new generation, and from it rows and stores are made."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg import folder as layout
from kg.assemble import assemble
from kg.counted import counted
from kg.entity import Node
from kg.errors import GraphFolderError
from kg.judgement import read_judgements, to_json
from kg.manifest import Manifest, find_base, find_manifest, package_version, write_manifest
from kg.pool import extract_all
from kg.read import read_pages
from kg.removal import find_lines
from kg.resolve import resolve
from kg.runs import SortedRuns
from kg.truth import Changes, Records, Written, dump, read_lines, write_truth
from loaders.arcadedb import load as load_cypher_store
from loaders.mapping import check_base
from loaders.rdf import load_quads
from ontology import default_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.read import InputProblem
    from kg.resolution import Key, Resolution
    from kg.truth import Line

Progress: TypeAlias = "Callable[[str, int, int | None], None]"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    folder: Path
    generation: str
    changed: bool
    read: int
    """Articles read from the inputs, or taken out."""
    articles: int
    nodes: int
    links: int
    removed: bool = False
    captures: int = 0
    """Captures taken out of articles that stand in other files too."""

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.changed:
            return f"{self.folder}: nothing changed; {self._holds()}"
        done = f"{counted(self.read, 'article')} {'taken out' if self.removed else 'read'}"
        if self.captures:
            done = f"{counted(self.captures, 'capture')} taken out of articles that stand in other files"
        return f"{self.folder}: {done}; the graph now holds {self._holds()}"

    def _holds(self) -> str:
        amounts = ((self.articles, "article"), (self.nodes, "node"), (self.links, "link"))
        return ", ".join(counted(number, noun) for number, noun in amounts)


def _silent(_step: str, _done: int, _total: int | None) -> None:
    pass


def build(
    inputs: Sequence[str | Path],
    folder: str | Path,
    *,
    source: str | None = None,
    published: str | None = None,
    place: str | None = None,
    base: str | None = None,
    on_progress: Progress = _silent,
    on_problem: Callable[[InputProblem], None],
) -> BuildReport:
    """Build a graph from pages, or add to one: the same pages again change nothing.

    Raises:
        InputError: nothing could be read at all.
        GraphFolderError: another build is at work, or the folder cannot be written; the last good graph stands.
        StoreError: a store could not be made; the last good graph stands.
    """
    folder = Path(folder)
    if base is not None:
        check_base(base)
    with layout.locked(folder), layout.next_generation(folder) as made, SortedRuns(made) as runs:
        changes = Changes(runs, made / layout.TEXTS)
        pages = read_pages(inputs, source=source, published=published, place=place, on_problem=on_problem)
        for page, records in extract_all(pages):
            changes.add(page, records)
            on_progress("reading", changes.articles, None)
        before = layout.current(folder)
        lines = changes.merged(read_lines(before))
        making = _Making(folder, before, made, base, on_progress)
        return making.report(making.finish(lines), changes.articles)


def remove(folder: str | Path, names: Sequence[str], *, on_progress: Progress = _silent) -> BuildReport:
    """Take articles out of a graph: by id, by headline, or all of a file.

    Raises:
        UsageError: a name means nothing here, or several articles share it.
    """
    folder = Path(folder)
    before = layout.get_current(folder)
    with layout.locked(folder), layout.next_generation(folder) as made:
        gone = find_lines(before, names)
        lines = (line for line in read_lines(before) if (line["id"], line["file"]) not in gone)
        making = _Making(folder, before, made, None, on_progress)
        known = find_manifest(before)
        report = making.report(making.finish(lines), len({article for article, _ in gone}), removed=True)
        if known is None:
            return report
        fewer = known.articles - report.articles
        return replace(report, read=fewer, captures=len(gone) if not fewer else 0)


@dataclass(frozen=True, slots=True)
class _Making:
    """One new generation on its way from its lines to `CURRENT`."""

    folder: Path
    before: Path | None
    made: Path
    base: str | None
    on_progress: Progress

    def finish(self, lines: Iterator[Line]) -> tuple[str, bool, Manifest]:
        """Return the name of the generation that holds the lines now, whether it is new, and its manifest."""
        written = write_truth(self.made, self.before, lines, lambda done: self.on_progress("writing", done, None))
        if not written.lines and self.before is None:
            raise GraphFolderError("no article in what was read: there is nothing to make a graph of")
        judged = read_judgements(self.folder / layout.JUDGEMENTS)
        manifest = self._manifest(written, hashlib.sha256(dump([to_json(one) for one in judged]).encode()).hexdigest())
        known = find_manifest(self.before)
        if self.before and known and known.truth == manifest.truth and _is_whole(self.before):
            return self.before.name, False, known
        resolution = resolve(Records(self.made, written.captures), judged, _persons_before(self.before))
        counted = self._write_rows(written, resolution)
        _write_who_is_who(self.made, resolution, _persons_before(self.before))
        del resolution  # of a large corpus, large: the stores need the room
        manifest = Manifest(**{**asdict(manifest), "nodes": counted[0], "links": counted[1]})
        write_manifest(self.made, manifest)
        self._load(manifest)
        return layout.publish(self.folder, self.made).name, True, manifest

    def _manifest(self, written: Written, judged: str) -> Manifest:
        return Manifest(
            format=layout.FORMAT,
            version=package_version(),
            base=self.base or find_base(self.before) or default_base(),
            records=written.sha256,
            judgements=judged,
            texts=hashlib.sha256("\n".join(written.texts).encode()).hexdigest(),
            articles=written.articles,
            lines=written.lines,
            nodes={},
            links={},
        )

    def _write_rows(self, written: Written, resolution: Resolution) -> tuple[dict[str, int], dict[str, int]]:
        nodes: Counter[str] = Counter()
        links: Counter[str] = Counter()
        rows = assemble(Records(self.made, written.captures), resolution, written.captures.articles)
        with (
            (self.made / layout.NODES).open("w", encoding="utf-8", newline="\n") as node_file,
            (self.made / layout.LINKS).open("w", encoding="utf-8", newline="\n") as link_file,
        ):
            for done, row in enumerate(rows, 1):
                # A shallow copy: `asdict` copies every property for nothing.
                text = dump({name: getattr(row, name) for name in row.__slots__}) + "\n"
                if isinstance(row, Node):
                    node_file.write(text)
                    nodes[row.label] += 1
                else:
                    link_file.write(text)
                    links[row.type] += 1
                self.on_progress("assembling", done, None)
        return dict(sorted(nodes.items())), dict(sorted(links.items()))

    def _load(self, manifest: Manifest) -> None:
        rows = sum(manifest.nodes.values()) + sum(manifest.links.values())
        self.on_progress("loading the stores", 0, rows)
        # Java works while Python does: the quads are loaded beside the Cypher store.
        with ThreadPoolExecutor(1) as beside:
            quads = beside.submit(load_quads, self.made, self.made / layout.QUAD_STORE, manifest.base)
            load_cypher_store(self.made, self.made / layout.CYPHER_STORE)
            quads.result()
        self.on_progress("done", rows, rows)

    def report(self, done: tuple[str, bool, Manifest], read: int, *, removed: bool = False) -> BuildReport:
        """Return what was done, for the user."""
        generation, changed, manifest = done
        nodes, links = sum(manifest.nodes.values()), sum(manifest.links.values())
        return BuildReport(self.folder, generation, changed, read, manifest.articles, nodes, links, removed)


def _is_whole(generation: Path) -> bool:
    """Say whether all that is made from the truth is there; what somebody took away is made again."""
    files = (layout.NODES, layout.LINKS, layout.CYPHER_STORE, layout.QUAD_STORE)
    return all((generation / name).exists() for name in files)


def _persons_before(before: Path | None) -> dict[str, tuple[Key, ...]]:
    """Return the persons of the last generation, and those that it knew as former ones, with their mentions."""
    path = before / layout.PERSONS if before else None
    if path is None or not path.is_file():
        return {}
    found: dict[str, tuple[Key, ...]] = {}
    try:
        with path.open(encoding="utf-8") as file:
            for row in map(json.loads, file):
                found[row["id"]] = tuple((key[0], key[1], key[2]) for key in row["mentions"])
    except (ValueError, KeyError, IndexError, TypeError):
        return {}  # of another format: ids begin anew
    return found


def _write_who_is_who(made: Path, resolution: Resolution, known: dict[str, tuple[Key, ...]]) -> None:
    former = {old for one in resolution.entities.values() for old in one.former_ids if old in known}
    persons = chain(resolution.mentions.items(), ((old, known[old]) for old in sorted(former)))
    with (made / layout.PERSONS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(dump({"id": person, "mentions": keys}) + "\n" for person, keys in persons)
    with (made / layout.DECISIONS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(dump(to_json(one)) + "\n" for one in resolution.decisions)

"""The manifest of a generation: what it is made of, by whom, under which base, and how much of it there is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kg.errors import GraphFolderError
from kg.folder import FORMAT, MANIFEST

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in `manifest.json`; nothing of it depends on the machine, the hour or the order of pages."""

    format: int
    version: str
    base: str
    records: str
    """SHA-256 of records.jsonl."""
    judgements: str | None
    """SHA-256 of what people had judged, None where they had judged nothing."""
    texts: str
    """SHA-256 over the names of the texts, which are their own hashes."""
    articles: int
    lines: int
    nodes: dict[str, int]
    links: dict[str, int]

    @property
    def truth(self) -> tuple[object, ...]:
        """Return what a graph is made of: where two agree in it, they are the same graph."""
        return self.format, self.version, self.base, self.records, self.judgements, self.texts


def write_manifest(made: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    (made / MANIFEST).write_bytes(f"{text}\n".encode())


def read_manifest(generation: Path) -> Manifest:
    """Return the manifest of a generation.

    Raises:
        GraphFolderError: it cannot be read, or another format of graph made it.
    """
    path = generation / MANIFEST
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        made_by = raw["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GraphFolderError(f"{path} is damaged: build the graph anew from its pages") from error
    if made_by != FORMAT:
        age = "a newer" if isinstance(made_by, int) and made_by > FORMAT else "an older"
        advice = f"kg build PAGES --graph {generation.parent} makes it anew from its records"
        raise GraphFolderError(f"{generation.parent} is of {age} format ({made_by}, this kg reads {FORMAT}): {advice}")
    try:
        return Manifest(**raw)
    except TypeError as error:
        raise GraphFolderError(f"{path} is damaged: build the graph anew from its pages") from error


def find_manifest(generation: Path | None) -> Manifest | None:
    """Return the manifest of a generation, or None where there is none of this format."""
    if generation is None:
        return None
    try:
        return read_manifest(generation)
    except GraphFolderError:
        return None


def find_base(generation: Path | None) -> str | None:
    """Return the base IRI of a generation of whatever format, if it names one."""
    if generation is None:
        return None
    try:
        base = json.loads((generation / MANIFEST).read_text(encoding="utf-8"))["base"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return base if isinstance(base, str) else None


@cache
def package_version() -> str:
    """Return the version of this package."""
    try:
        return version("guanbao")
    except PackageNotFoundError:  # run from a source tree that nobody installed
        return "0"

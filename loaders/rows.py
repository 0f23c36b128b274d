"""Rows read back from the folder of a generation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.entity import Link, Node
from kg.errors import GraphFolderError

if TYPE_CHECKING:
    from collections.abc import Iterator


class RowStream(Protocol):
    """What yields nodes and links, as often as asked."""

    def nodes(self) -> Iterator[Node]:
        """Stream the nodes."""

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links, of the given types where some are given."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The nodes and links of one generation, streamed as often as asked."""

    folder: Path

    def nodes(self, *labels: str) -> Iterator[Node]:
        """Stream the nodes in the order of the file, of the given labels where some are given."""
        for row in self._parse("nodes", "label", labels):
            yield Node(row["label"], row["id"], row["props"])

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links, of the given types where some are given."""
        for row in self._parse("links", "type", types):
            yield Link(
                row["type"],
                row["id"],
                row["source"],
                row["target"],
                row["source_label"],
                row["target_label"],
                row["props"],
            )

    def _parse(self, name: str, key: str, kinds: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        path = Path(self.folder) / f"{name}.jsonl"
        marks = tuple(f'"{kind}"' for kind in kinds)
        number = 0
        try:
            with path.open(encoding="utf-8") as file:
                for line in file:
                    number += 1
                    # Parsing is most of the cost: a line that does not name the type cannot be of it.
                    if marks and not any(mark in line for mark in marks):
                        continue
                    row = json.loads(line)
                    if not kinds or row[key] in kinds:
                        yield row
        except OSError as error:
            raise GraphFolderError(f"cannot read {path}: {error.strerror}: run kg build again") from error
        except (ValueError, KeyError, TypeError) as error:
            raise GraphFolderError(f"{path}, line {number}: not a row of a graph: run kg build again") from error

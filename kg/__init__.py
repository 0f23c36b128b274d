"""Official news in, knowledge graph out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph import Graph

__all__ = ["open"]


def open(folder: str | Path) -> Graph:  # noqa: A001  # reads as kg.open(DIR)
    """Open a graph to read it.

    Raises:
        GraphFolderError: the folder holds no graph, or one of another format.
    """
    from pathlib import Path  # noqa: PLC0415  # importing kg must cost nothing

    from kg.graph import Graph  # noqa: PLC0415

    return Graph(Path(folder))

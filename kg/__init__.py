"""Official news in, knowledge graph out.

`kg.open(DIR)` opens a graph that `kg build` made:

    import kg
    with kg.open("build/demo") as graph:
        for row in graph.query("career", person="程书涵"):
            ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph, open  # noqa: A004  # reads as kg.open(DIR)

__all__ = ["Graph", "open"]


def __getattr__(name: str) -> object:
    """Import what opens a graph when it is first asked for: the command line needs it in few commands."""
    if name in __all__:
        from kg import graph  # noqa: PLC0415

        return getattr(graph, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Opening a graph: its rows, its stores, what is in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg import folder as layout
from kg.census import info_rows, schema_rows
from kg.manifest import Manifest, read_manifest
from loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from kg.assemble.views import Network
    from kg.entity import Link, Node
    from loaders.arcadedb import ArcadeStore
    from loaders.rdf import QuadStore
    from queries import Answer


class Graph:
    """One generation of a graph, open for reading; a build that ends meanwhile does not change what it shows."""

    def __init__(self, folder: Path) -> None:
        """Open the current generation of a graph's folder.

        Raises:
            GraphFolderError: the folder holds no graph, or one of another format.
        """
        self.root = folder
        self.folder = layout.get_current(folder)
        self.manifest: Manifest = read_manifest(self.folder)
        self._held = layout.hold(self.folder)
        self._rows = Rows(self.folder)
        self._cypher: ArcadeStore | None = None
        self._quads: QuadStore | None = None

    def __repr__(self) -> str:
        """Say what is open."""
        nodes, links = sum(self.manifest.nodes.values()), sum(self.manifest.links.values())
        return f"<Graph {self.root}: {self.manifest.articles} articles, {nodes} nodes, {links} links>"

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the stores."""
        self.close()

    def close(self) -> None:
        """Let go of the stores, so that another process may open them, and of the generation."""
        if self._held >= 0:
            os.close(self._held)
            self._held = -1
        if self._cypher is not None:
            self._cypher.close()
            self._cypher = None
        if self._quads is not None:
            self._quads.close()
            self._quads = None

    @property
    def base(self) -> str:
        """Return the base of the graph's IRIs."""
        return self.manifest.base

    def nodes(self) -> Iterator[Node]:
        """Stream the nodes by label and id."""
        return self._rows.nodes()

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links by type and id, of the given types where some are given."""
        return self._rows.links(*types)

    def text(self, sha256: str) -> str | None:
        """Return the text of a page, which offsets of evidence count in; None, if the graph has no such text."""
        path = self.folder / layout.TEXTS / f"{Path(sha256).name}.txt"
        return path.read_bytes().decode() if path.is_file() else None

    def cypher(self, statement: str, params: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Answer a Cypher statement from the embedded store.

        Raises:
            StoreError: the statement is wrong, or another process holds the store.
        """
        return self.cypher_store().run(statement, params)

    def sparql(self, statement: str, params: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Answer a SPARQL query from the quads.

        Raises:
            StoreError: the query is wrong, or the store cannot be opened.
        """
        return [dict(row) for row in self.quad_store().run(statement, params)]

    def query(self, question: str, params: Mapping[str, Any] | None = None, **options: Any) -> Answer:  # noqa: ANN401
        """Answer a named question; `engine` is cypher or sparql, `evidence` adds quote, source and date.

        Raises:
            UsageError: there is no such question or parameter, or a name is shared by several.
        """
        from queries import ask  # noqa: PLC0415  # the questions are read when one is asked

        return ask(self, question, params or {}, **options)

    def to_networkx(self, *, proof: bool = False) -> Network:
        """Return the graph in memory, with properties; `proof` adds passages, articles and rejections."""
        from kg.assemble.views import to_networkx  # noqa: PLC0415  # takes long to import

        return to_networkx(self.nodes(), self.links(), proof=proof)

    def cypher_store(self) -> ArcadeStore:
        """Return the embedded Cypher store, opened when it is first asked."""
        if self._cypher is None:
            from loaders.arcadedb import ArcadeStore  # noqa: PLC0415  # starts a JVM

            self._cypher = ArcadeStore(self.folder / layout.CYPHER_STORE)
        return self._cypher

    def quad_store(self) -> QuadStore:
        """Return the store of quads, opened when it is first asked."""
        if self._quads is None:
            from loaders.rdf import QuadStore  # noqa: PLC0415  # not needed to ask in Cypher

            self._quads = QuadStore(self.folder / layout.QUAD_STORE)
        return self._quads

    def info(self) -> list[tuple[str, str, object]]:
        """Return what is in the graph as rows: what, which, value."""
        return info_rows(self.manifest, self._rows)

    def schema(self) -> list[tuple[str, str, int, str, str, int, object]]:
        """Return labels and links as rows: kind, name, count, property, type, how often filled, an example."""
        return schema_rows(self._rows)


def open(folder: str | Path) -> Graph:  # noqa: A001  # reads as kg.open(DIR)
    """Open a graph to read it.

    Raises:
        GraphFolderError: the folder holds no graph, or one of another format.
    """
    return Graph(Path(folder))

"""Opening a graph: its rows, its stores, what is in it.

>>> import kg
>>> graph = kg.open("demo")
>>> graph  # doctest: +ELLIPSIS
<Graph demo: 23 articles, ... nodes, ... links>

A named question gives an answer, which is a table: iterated, it yields a dict for each row.

>>> answer = graph.query("holder", place="晋中市", post="市长", on="2022-06-01")
>>> [(row["person"], row["answer"]) for row in answer]
[('程书涵', 'yes'), ('丁海川', 'no')]
>>> answer.to_polars()["latest_begin"].to_list()
[datetime.date(2021, 2, 8), datetime.date(2021, 2, 8)]

Anything else is asked in Cypher or in SPARQL, with values as parameters, never in the text. Rows are a list of dicts,
which shows itself as a table, here and in Jupyter:

>>> asked = "MATCH (p:Person)-[:HOLDS]->(o:Office {post: $post}) RETURN p.name AS person, o.name AS office"
>>> graph.cypher(f"{asked} ORDER BY office", {"post": "市长"})
person  office
程书涵  晋中市市长
郑雨桐  衢州市市长
2 rows
>>> graph.sparql("SELECT ?name WHERE { ?who a kg:Person ; rdfs:label ?name } ORDER BY ?name")[:1]
[{'name': '丁海川'}]

Whole labels and types of links are frames of polars or pandas, with a column for each property; the graph, or some
labels and types of it, is a network of networkx:

>>> tenures = graph.to_polars("Tenure")
>>> tenures["first_seen"].dtype, tenures["first_seen"].min()
(Date, datetime.date(2021, 2, 8))
>>> network = graph.to_networkx(labels=["Person", "Event"], types=["PARTICIPATED"])
>>> sorted({data["label"] for _, data in network.nodes(data=True)})
['Event', 'Person']
>>> graph.close()
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg import folder as layout
from kg.census import info_rows, schema_rows
from kg.manifest import Manifest, read_manifest
from kg.schema import PROOF, check_names
from kg.tables import Records, as_html
from loaders.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from types import TracebackType

    from kg.assemble.views import Network
    from kg.entity import Link, Node
    from kg.frames import Frame
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

    def _repr_html_(self) -> str:
        """Return what is in the graph, counted, as a table for Jupyter."""
        counted = [("node", *pair) for pair in self.manifest.nodes.items()]
        counted += [("link", *pair) for pair in self.manifest.links.items()]
        return f"<p>{escape(repr(self))}</p>\n{as_html(('what', 'which', 'how many'), counted)}"

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

    def nodes(self, *labels: str) -> Iterator[Node]:
        """Stream the nodes by label and id, of the given labels where some are given."""
        return self._rows.nodes(*labels)

    def links(self, *types: str) -> Iterator[Link]:
        """Stream the links by type and id, of the given types where some are given."""
        return self._rows.links(*types)

    def text(self, sha256: str) -> str | None:
        """Return the text of a page, which offsets of evidence count in; None, if the graph has no such text."""
        path = self.folder / layout.TEXTS / f"{Path(sha256).name}.txt"
        return path.read_bytes().decode() if path.is_file() else None

    def cypher(self, statement: str, params: Mapping[str, object] | None = None) -> Records:
        """Answer a Cypher statement from the embedded store: a list of dicts, column to plain Python value.

        Nodes and links are dicts of their properties with `labels` or `type`, paths lists of them.

        Raises:
            StoreError: the statement is wrong or would change the graph, or another process holds the store.
        """
        return Records(self.cypher_store().run(statement, params))

    def sparql(self, statement: str, params: Mapping[str, object] | None = None) -> Records:
        """Answer a SPARQL query from the quads: a list of dicts, variable to plain Python value, IRIs as text.

        Raises:
            StoreError: the query is wrong or would change the quads, or the store cannot be opened.
        """
        return Records(dict(row) for row in self.quad_store().run(statement, params))

    def query(
        self,
        question: str,
        params: Mapping[str, Any] | None = None,
        /,
        *,
        engine: str = "cypher",
        evidence: bool = False,
        **more: Any,  # noqa: ANN401  # a parameter may be text, a day, a number or a list
    ) -> Answer:
        """Answer a named question; its parameters are given by name or in `params`, `from` as `from_`.

        `engine` is cypher or sparql, which give the same rows; `evidence` gives each row once for each passage that
        says it, with quote, source and date.

        Raises:
            UsageError: there is no such question or parameter, a value is none of its type, several share a name.
        """
        from queries import ask  # noqa: PLC0415  # the questions are read when one is asked

        given = dict(params or {}) | {name.removesuffix("_"): value for name, value in more.items()}
        return ask(self, question, given, engine=engine, evidence=evidence)

    def to_networkx(self, *, labels: Collection[str] = (), types: Collection[str] = (), proof: bool = False) -> Network:
        """Return the graph in memory as a MultiDiGraph: nodes by id, links by id between them, with all properties.

        `labels` and `types` keep those nodes and links alone, with links between nodes that are kept; `proof` adds
        passages, articles, sources and rejections, which are left out otherwise.

        Raises:
            UsageError: there is no such label or type.
        """
        from kg.assemble.views import to_networkx  # noqa: PLC0415  # takes long to import

        check_names(labels, types)
        proof = proof or bool(PROOF & set(labels))
        return to_networkx(self.nodes(*labels), self.links(*types), proof=proof)

    def to_polars(self, name: str) -> Frame:
        """Return all nodes of a label or links of a type as a polars data frame: a column for each property.

        Links begin with the columns source_label, source, target_label, target.

        Raises:
            UsageError: there is no such label or type.
        """
        from loaders.parquet import to_table  # noqa: PLC0415  # polars takes a while to import

        return to_table(self._rows, name)

    def to_pandas(self, name: str) -> Any:  # noqa: ANN401  # a pandas.DataFrame, and pandas may be absent
        """Return all nodes of a label or links of a type as a pandas data frame, with the types of Arrow.

        Raises:
            UsageError: there is no such label or type, or pandas is not installed.
        """
        from kg.frames import to_pandas  # noqa: PLC0415  # takes a while to import

        return to_pandas(self.to_polars(name))

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

"""Views of a graph in memory: the part that somebody looks at or analyses, never the corpus as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.schema import PROOF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.entity import Link, Node

Network: TypeAlias = nx.MultiDiGraph


def to_networkx(nodes: Iterable[Node], links: Iterable[Link], *, proof: bool = False) -> Network:
    """Return rows as a graph with properties; without `proof` only the world, without passages and articles."""
    graph = nx.MultiDiGraph()
    for node in nodes:
        if proof or node.label not in PROOF:
            graph.add_node(node.id, label=node.label, **node.props)
    for link in links:
        if link.source in graph and link.target in graph:
            graph.add_edge(link.source, link.target, key=link.id, type=link.type, **link.props)
    return graph


def ego_view(graph: Network, node: str, limit: int) -> Network:
    """Return what surrounds a node: at most `limit` nodes, the nearest first, among those the best connected."""
    plain = nx.Graph(graph)
    nearest = nx.single_source_shortest_path_length(plain, node)
    kept = sorted(nearest, key=lambda other: (nearest[other], -plain.degree(other), other))[:limit]
    return graph.subgraph(_connected(plain, kept, node))


def _connected(plain: nx.Graph, kept: list[str], node: str) -> set[str]:
    """Return those of `kept` that hang together with the node without the ones that were left out."""
    return set(nx.node_connected_component(plain.subgraph(kept), node)) if kept else set()


def core_view(graph: Network, limit: int) -> Network:
    """Return the densest part: at most `limit` nodes by the core they belong to, then by their links."""
    plain = nx.Graph(graph)
    plain.remove_edges_from([(node, node) for node in plain])
    cores = nx.core_number(plain)
    kept = sorted(cores, key=lambda node: (-cores[node], -plain.degree(node), node))[:limit]
    return graph.subgraph(kept)

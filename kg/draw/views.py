"""Which part of a picture is shown: the best connected of the whole, or what surrounds one thing; and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.draw.pictures import Edge, Picture

HOPS = 2


@dataclass(frozen=True, slots=True)
class View:
    """Shown vertices in order of rank, the edges among them, and the sentence that says how they were chosen."""

    shown: list[str]
    edges: list[Edge]
    total: int
    rule: str
    centre: str | None = None

    @property
    def counts(self) -> str:
        """Return `显示 N / 共 M 个节点，依据规则：R`."""
        return f"显示 {len(self.shown)} / 共 {self.total} 个节点，依据规则：{self.rule}"


def top_view(picture: Picture, limit: int) -> View:
    """Return the best connected vertices; one without a link shows nothing and is left out."""
    degrees = _degrees(picture)
    beside = {
        vertex: max((degrees[_other(edge, vertex)] for edge in around), default=0)
        for vertex, around in picture.around.items()
    }
    ranked = sorted((v for v in degrees if degrees[v]), key=lambda v: (-degrees[v], -beside[v], v))
    lonely = len(degrees) - len(ranked)
    rule = "有关系的节点全部显示" if len(ranked) <= limit else f"按关系数从多到少取前 {limit} 个"
    if lonely:
        rule += f"；没有关系的 {lonely} 个不画"
    return _view(picture, _linked(picture, ranked, limit), rule, None)


def _linked(picture: Picture, ranked: list[str], limit: int) -> list[str]:
    """Return the first of a ranking that have a link among themselves; others that have one fill their places."""
    kept = set(ranked[:limit])
    chosen = [vertex for vertex in ranked[:limit] if any(_other(e, vertex) in kept for e in picture.around[vertex])]
    kept = set(chosen)
    for vertex in ranked[limit:]:
        if len(chosen) == limit:
            break
        if any(_other(edge, vertex) in kept for edge in picture.around[vertex]):
            chosen.append(vertex)
    return chosen


def ego_view(picture: Picture, centres: list[str], name: str, limit: int) -> View:
    """Return what is within two steps of the centres, nearest and best connected first."""
    degrees = _degrees(picture)
    shown = dict.fromkeys(centre for centre in centres if centre in picture.vertices)
    ring = list(shown)
    for _ in range(HOPS):
        reached = {_other(edge, vertex) for vertex in ring for edge in picture.around[vertex]} - shown.keys()
        ring = sorted(reached, key=lambda v: (-degrees[v], v))
        shown |= dict.fromkeys(ring)
    rule = f"“{name}”两步以内" + (f"，近者、关系多者优先，取前 {limit} 个" if len(shown) > limit else "")
    return _view(picture, list(shown)[:limit], rule, centres[0] if centres else None)


def _view(picture: Picture, chosen: list[str], rule: str, centre: str | None) -> View:
    kept = set(chosen)
    edges = [edge for edge in picture.edges.values() if edge.source in kept and edge.target in kept]
    linked = {end for edge in edges for end in (edge.source, edge.target)} | {centre}
    return View([vertex for vertex in chosen if vertex in linked], edges, len(picture.vertices), rule, centre)


def _degrees(picture: Picture) -> dict[str, int]:
    return {
        vertex: len({_other(edge, vertex) for edge in around} - {vertex}) for vertex, around in picture.around.items()
    }


def _other(edge: Edge, vertex: str) -> str:
    return edge.target if edge.source == vertex else edge.source

"""What a reader means by a name or an id; a name that several share is asked back, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.draw.rows import iter_named
from kg.errors import UsageError
from queries.names import AmbiguousNameError, Candidate

if TYPE_CHECKING:
    from kg.draw.captions import Captions
    from kg.draw.pictures import Edge, Picture
    from kg.draw.rows import Rows
    from kg.entity import Node

_LIES_IN = frozenset({"IN_PLACE", "PART_OF", "HAPPENED_AT", "SET_IN", "RUN_BY"})


def find_centres(rows: Rows, picture: Picture, captions: Captions, about: str) -> tuple[list[str], str]:
    """Return the vertices that stand for `about`, the one meant first, and its name.

    Raises:
        AmbiguousNameError: several things share the name; it lists them as every command does.
        UsageError: nothing drawable has that name or id.
    """
    by_id = _by_id(rows, about)
    found = [by_id] if by_id else _by_name(rows, picture, captions, about)
    name = str(found[0].props.get("name") or found[0].id)
    centres = [
        vertex
        for node in found
        for vertex in ([node.id] if node.id in picture.vertices else picture.drawn_as.get(node.id, []))
    ]
    if not centres:
        raise UsageError(f"nothing to draw around {about!r} ({found[0].label}): name a person, body, place or event")
    return list(dict.fromkeys(centres)), name


def _by_id(rows: Rows, about: str) -> Node | None:
    if about in rows.nodes:
        return rows.nodes[about]
    for node in rows.nodes.values():
        former = node.props.get("former_ids")
        if isinstance(former, list) and about in former:
            return node
    return None


def _by_name(rows: Rows, picture: Picture, captions: Captions, about: str) -> list[Node]:
    drawn = [
        (node, names) for node, names in iter_named(rows) if node.id in picture.vertices or node.id in picture.drawn_as
    ]
    exact = [node for node, names in drawn if about == names[0]]
    found = exact or [node for node, names in drawn if about in names]
    if not found:
        raise UsageError(f"nothing in the graph is called {about!r}: give a full name or an id")
    known = [_candidate(node, picture, captions) for node in sorted(found, key=lambda node: node.id)]
    # A division that became another keeps its name and what it lies in: both are the place that is asked about.
    one_place = all(one.label == "Place" and one.places and one.places == known[0].places for one in known)
    if len(found) > 1 and not one_place:
        raise AmbiguousNameError(about, known)
    return found


def _candidate(node: Node, picture: Picture, captions: Captions) -> Candidate:
    offices = [captions.office(node.id)] if node.label == "Person" else []
    within = _within(picture, node.id)
    if node.label == "Person":
        bodies = {_beyond(edge, node.id) for edge in picture.around.get(node.id, ())}
        within = [place for body in bodies if _is_body(picture, body) for place in _within(picture, body)]
    elif node.label == "Organization":
        # Two bodies of one name sit in two places, which may be namesakes too.
        within += [outer for place in within for outer in _within(picture, place)]
    places = {str(picture.vertices[place].props.get("name")) for place in within}
    told = tuple(office for office in offices if office)
    return Candidate(node.id, node.label, str(node.props.get("name")), told, tuple(sorted(places)))


def _within(picture: Picture, vertex: str) -> list[str]:
    """Return what a thing lies in."""
    return [
        edge.target
        for edge in picture.around.get(vertex, ())
        if edge.source == vertex and edge.kind in _LIES_IN and edge.target in picture.vertices
    ]


def _is_body(picture: Picture, vertex: str) -> bool:
    return vertex in picture.vertices and picture.vertices[vertex].label == "Organization"


def _beyond(edge: Edge, vertex: str) -> str:
    return edge.target if edge.source == vertex else edge.source

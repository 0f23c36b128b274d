"""What a reader means by a name or an id; a name that several share is asked back, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.draw.rows import iter_named
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.draw.captions import Captions
    from kg.draw.pictures import Picture
    from kg.draw.rows import Rows
    from kg.entity import Node

MOST = 8
"""Candidates in a message: more do not fit one line, and the id is in `kg query evidence` too."""


def find_centres(rows: Rows, picture: Picture, captions: Captions, about: str) -> tuple[list[str], str]:
    """Return the vertices that stand for `about`, the one meant first, and its name.

    Raises:
        UsageError: nothing drawable has that name or id, or several things share it.
    """
    node = _by_id(rows, about) or _by_name(rows, picture, captions, about)
    name = str(node.props.get("name") or node.id)
    if node.id in picture.vertices:
        return [node.id], name
    centres = picture.drawn_as.get(node.id, [])
    if not centres:
        raise UsageError(f"nothing to draw around {about!r} ({node.label}): name a person, body, place or event")
    return list(dict.fromkeys(centres)), name


def _by_id(rows: Rows, about: str) -> Node | None:
    if about in rows.nodes:
        return rows.nodes[about]
    for node in rows.nodes.values():
        former = node.props.get("former_ids")
        if isinstance(former, list) and about in former:
            return node
    return None


def _by_name(rows: Rows, picture: Picture, captions: Captions, about: str) -> Node:
    drawn = [
        (node, names) for node, names in iter_named(rows) if node.id in picture.vertices or node.id in picture.drawn_as
    ]
    exact = [node for node, names in drawn if about == names[0]]
    found = exact or [node for node, names in drawn if about in names]
    if not found:
        raise UsageError(f"nothing in the graph is called {about!r}: give a full name or an id")
    if len(found) > 1:
        raise UsageError(_choose(found, captions, about))
    return found[0]


def _choose(found: list[Node], captions: Captions, about: str) -> str:
    said = []
    for node in sorted(found, key=lambda node: node.id)[:MOST]:
        detail = captions.office(node.id) or str(node.props.get("kind") or node.props.get("level") or node.label)
        said.append(f"{node.props.get('name')} ({detail}) {node.id}")
    more = f"; and {len(found) - MOST} more" if len(found) > MOST else ""
    return f"{len(found)} things are called {about!r}, name one by its id: {'; '.join(said)}{more}"

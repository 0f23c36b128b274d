"""Stage: draw. A graph as one page that works from disk: no request leaves it, and everything leads to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.draw.captions import Captions
from kg.draw.pages import make_page
from kg.draw.panels import Panels
from kg.draw.pictures import make_picture
from kg.draw.rows import read_rows
from kg.draw.subjects import find_centres
from kg.draw.views import ego_view, top_view

if TYPE_CHECKING:
    from kg.draw.rows import GraphLike

__all__ = ["draw"]

LIMIT = 500
EGO_LIMIT = 150
"""What surrounds one thing is read as a whole, so it is kept smaller than the top of a graph."""


def draw(graph: GraphLike, about: str | None = None, limit: int | None = None) -> str:
    """Return the page of a graph, or of what surrounds `about` (a name or an id).

    Raises:
        UsageError: nothing drawable is called `about`, or several things are.
    """
    rows = read_rows(graph)
    picture = make_picture(rows)
    captions = Captions(rows)
    if about is None:
        view = top_view(picture, limit or LIMIT)
    else:
        centres, name = find_centres(rows, picture, captions, about)
        view = ego_view(picture, centres, name, limit or EGO_LIMIT)
    panels = Panels(graph, rows, picture, captions, view)
    return make_page(rows, picture, captions, view, panels.data())

"""The place of a passage on a page of a PDF, as RFC 8118 writes fragments: page=3&viewrect=left,top,width,height."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.entity import Value

_BOX = re.compile(",".join([r"(-?\d+(?:\.\d+)?)"] * 4))

PDF_FRAGMENTS = NamedNode("http://tools.ietf.org/rfc/rfc8118")
"""What an oa:FragmentSelector of a PDF conforms to."""


def fragment(props: Mapping[str, Value]) -> str | None:
    """Return the fragment of a passage around all its boxes, in points; None, if it stands on no printed page."""
    number, boxes = props.get("page_number"), props.get("boxes")
    if not isinstance(number, int) or number < 1:
        return None
    found = [_BOX.fullmatch(box) for box in boxes] if isinstance(boxes, list) else []
    if not found or None in found:
        return f"page={number}"
    left, top, right, bottom = zip(*(map(float, one.groups()) for one in found if one), strict=True)
    edges = (min(left), min(top), max(right) - min(left), max(bottom) - min(top))
    return f"page={number}&viewrect=" + ",".join(f"{round(edge, 1):g}" for edge in edges)

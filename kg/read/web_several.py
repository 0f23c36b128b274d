"""Pages that hold several articles, as some e-papers' do: blocks of one kind, each with its own headline and text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.read.web_furniture import is_furniture
from kg.read.web_lines import Lines
from kg.read.web_sites import is_site_or_column
from kg.read.web_titles import is_headline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from kg.read.web_facts import Said

_HOLDERS = frozenset(("article", "div", "li", "section", "td", "table", "dd"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "founder-title"))
_STOPS = re.compile("[。！？]")
_SHORTEST = 24
_FEWEST = 2


def articles_in(found: Lines, told: Said) -> list[Lines]:
    """Return the parts of a page that are articles of their own; none if the page is one article or holds none."""
    groups: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for element, (first, last) in found.ranges.items():
        if element.tag in _HOLDERS and last - first >= _FEWEST and _is_article(found, first, last):
            parent = element.getparent()
            groups.setdefault((element.tag, element.get("class"), parent), []).append((first, last))
    best = max((one for one in groups.values() if len(one) >= _FEWEST), key=lambda one: _prose(found, one), default=[])
    if not best or _is_one(found, told, best):
        return []
    return [_part(found, first, last) for first, last in sorted(best)]


def _is_article(found: Lines, first: int, last: int) -> bool:
    """Say whether lines begin with a headline that leads nowhere else, and go on with prose."""
    head = found.lines[first]
    if head.tag not in _HEADINGS or head.linked or is_furniture(head.text) or is_site_or_column(head.text):
        return False
    return _prose(found, [(first + 1, last)]) >= _SHORTEST


def _prose(found: Lines, ranges: list[tuple[int, int]]) -> int:
    return sum(
        len(line.text)
        for first, last in ranges
        for line in found.lines[first:last]
        if _STOPS.search(line.text) and not line.linked
    )


def _is_one(found: Lines, told: Said, parts: list[tuple[int, int]]) -> bool:
    """Say whether the parts are sections of one article, or one is it: a headline for all, or the page's title."""
    inside = {at for first, last in parts for at in range(first, last)}
    for at, line in enumerate(found.lines):
        if is_headline(line, told):
            return True
        if at not in inside and line.tag == "h1" and not line.linked and not is_site_or_column(line.text):
            return True
    return False


def _part(found: Lines, first: int, last: int) -> Lines:
    ranges: dict[HtmlElement, tuple[int, int]] = {
        element: (begin - first, end - first)
        for element, (begin, end) in found.ranges.items()
        if first <= begin and end <= last
    }
    return Lines(found.lines[first:last], ranges)

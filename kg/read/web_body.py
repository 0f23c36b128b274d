"""Which lines of a web page are its article's text: the element that holds most prose and least else."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kg.read.web_furniture import ends_text, is_furniture
from kg.read.web_lines import is_called_body, is_called_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from lxml.html import HtmlElement

    from kg.read.web_lines import Line, Lines

_STOPS = re.compile("[。！？；]")
_COMMAS = re.compile("[，、：“”；。]")
_ENDS = re.compile(r"[。！？…”）)][”’）)]?$")
_CREDIT = re.compile(r"(?:摄|供图|制图|图/文|文/图|资料图片?)\s*[）)]?$|^[（(]?图(?:为|[①-⑩\d])|^[▲▼△↑↓]")
_CENTRED = re.compile(r"align\s*:\s*center", re.IGNORECASE)
_LONGEST_CAPTION = 120
_LONGEST_COUNTED = 300
_CAPTIONS = frozenset(("figcaption", "caption", "nav", "footer", "aside"))
_LINKED = 0.6
_SHORT = 6
_FAR = 25
_TOLD_TWICE = 1.6
_IN_NAMED = 1.7


class Body(NamedTuple):
    """The lines of an article's text within `[first, last)`, the range of the element that holds them."""

    lines: tuple[int, ...]
    first: int
    last: int


def outside(found: Lines) -> list[bool]:
    """Return for each line whether an element holds it whose name or kind says that it is no article's text."""
    out = [False] * len(found.lines)
    weights = [_weight(line) for line in found.lines]
    sums = [0.0, *accumulate(max(0.0, one) for one in weights)]
    total = sums[-1]
    for element, (first, last) in found.ranges.items():
        inside = sums[last] - sums[first]
        called = element.tag in _CAPTIONS or (is_called_furniture(element) and not is_called_body(element))
        if called and (inside <= total / 2 or element.tag in {"figcaption", "caption"}):
            out[first:last] = [True] * (last - first)
    return out


def _weight(line: Line) -> float:
    """Return how much a line speaks for an article's text around it, or against it (negative)."""
    size = len(line.text)
    if line.tag == "row":
        return min(size, 40) * 0.6
    if line.linked > size * _LINKED:
        return -6.0 - min(size, 30) * 0.3
    if is_furniture(line.text):
        return -6.0
    own = size - line.linked
    if _STOPS.search(line.text):
        return float(min(own, _LONGEST_COUNTED))
    if _COMMAS.search(line.text) and size > 2 * _SHORT:
        return min(own, _LONGEST_COUNTED) * 0.5
    return 0.5


def find_body(found: Lines, title: int | None, told: AbstractSet[str]) -> Body | None:
    """Return the lines of the page's article: `title` is its headline's last line, `told` what another reading keeps.

    Of all elements the one is taken whose lines speak most for prose; those before the headline do not count, and the
    farther an element stands behind it, the less.
    """
    away = outside(found)
    start = title + 1 if title is not None else 0
    weights = [_line_weight(line, at >= start and not away[at], told) for at, line in enumerate(found.lines)]
    sums = [0.0, *accumulate(weights)]
    best: tuple[float, int, HtmlElement] | None = None
    for element, (begin, last) in found.ranges.items():
        first = max(begin, start)
        if last <= first:
            continue
        score = sums[last] - sums[first]
        if score <= 0:
            continue
        if is_called_body(element):
            score *= _IN_NAMED
        if title is not None:
            score *= _FAR / (_FAR + sum(weights[at] < 0 for at in range(start, first)))
        key = (score, first - last, element)
        if best is None or key[:2] > best[:2]:
            best = key
    if best is None:
        return None
    first, last = found.ranges[best[2]]
    return _text_lines(found.lines, away, max(first, start), last)


def _line_weight(line: Line, counts: bool, told: AbstractSet[str]) -> float:  # noqa: FBT001 - a plain flag
    if not counts:
        return -1.0
    weight = _weight(line)
    return weight * _TOLD_TWICE if weight > 0 and "".join(line.text.split()) in told else weight


def _text_lines(lines: Sequence[Line], away: Sequence[bool], first: int, last: int) -> Body:
    """Return the lines of `[first, last)` without furniture: what stands within, and all behind a line that ends it."""
    kept: list[int] = []
    prose = 0
    stop = last
    for at in range(first, last):
        line = lines[at]
        if away[at]:
            continue
        if prose and ends_text(line.text) and _nothing_more(lines, at + 1, last):
            stop = at
            break
        if (
            _is_caption(line)
            or is_furniture(line.text)
            or (line.linked > len(line.text) * _LINKED and len(line.text) > 1)
        ):
            continue
        prose += bool(_STOPS.search(line.text)) or line.tag == "row"
        kept.append(at)
    return Body(tuple(kept), first, stop)


def _is_caption(line: Line) -> bool:
    """Say whether a line right behind a picture tells what it shows."""
    if line.tag in {"figcaption", "caption"}:
        return True
    if not line.pictured or len(line.text) > _LONGEST_CAPTION or _is_heading(line.element):
        return False
    return bool(_CREDIT.search(line.text)) or _is_set_as_caption(line.element) or not _ENDS.search(line.text)


def _is_heading(element: HtmlElement) -> bool:
    """Say whether a block holds nothing but bold text."""
    return element.tag in {"h1", "h2", "h3", "h4"} or (
        not (element.text or "").strip() and next((one.tag for one in element), None) in {"strong", "b"}
    )


def _is_set_as_caption(element: HtmlElement) -> bool:
    for one in (element, element.getparent()):
        if one is not None and one.tag not in {"body", "html", "td"}:
            style = f"{one.get('style') or ''};align:{one.get('align') or ''}"
            if _CENTRED.search(style):
                return True
    return False


def _nothing_more(lines: Sequence[Line], first: int, last: int) -> bool:
    """Say whether little prose follows: a line that seems to end a text may stand in the middle of one."""
    rest = sum(max(0.0, _weight(line)) for line in lines[first:last])
    return rest < _LONGEST_COUNTED * 2

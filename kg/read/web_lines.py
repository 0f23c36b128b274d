"""A page's tree as the lines that a reader sees, in the page's order, each with the elements that hold it."""

# ruff: noqa: SIM905 - word lists

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from ontology import read_table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul founder-title founder-content founder-author founder-date".split()
)
_UNSEEN = frozenset(
    "script style noscript template iframe frame frameset object embed applet svg math canvas audio video map area "
    "head select option datalist button input textarea label link meta base param source track dialog".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# Parts of an article that is read page by page: page1, page2; tabs and slides are none.
_NUMBERED = re.compile(r"((?:[A-Za-z]+[-_])?(?:page|content|text|con|txt|nr)[-_]?)([1-9]\d?)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65"
# A line break of the source between two Chinese characters is no space.
_BROKEN = re.compile(rf"(?<=[{_CJK}“”‘’…—])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}“”‘’…—])")
_INDENT = re.compile(r"[\u3000\u00a0\u2002\u2003]{2}")
_PRE_INDENT = re.compile(r"[ \t\u3000\u00a0]{2}")
# A line break of a page stands within a sentence if the line before is long and ends none, and the next begins nothing.
_LONG_LINE = 18
_ENDED = re.compile(r"[。！？；：:;!?…”’）)》】]$|\d$")
_BEGINS = re.compile(
    r"[（(【\[]?(?:[一二三四五六七八九十]{1,3}[、．.）)是]|\d{1,2}[、．.）)]|第[一二三四五六七八九十]+|[□■●▲◆★○]|来源|责任|编辑|责编|记者|作者|附件|时间|发布|本报|——)"
)
_EDGES = " \t\r\n\f\v\u3000\u00a0\u2002\u2003\u200b\ufeff"
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\u00ad\ufeff]")


class Line(NamedTuple):
    """A line of the page: its text, how many of its characters are links, where it stands."""

    text: str
    linked: int
    element: HtmlElement
    """The innermost block that holds it."""
    tag: str
    """The heading, cell, paragraph or caption that it stands in."""
    indented: bool
    broken: bool
    """It begins behind a line break within its block."""
    pictured: bool
    """A picture stands right before it."""


@dataclass(slots=True)
class Lines:
    """A page's lines; for each block element the range of lines that it holds; what its comments say, and where."""

    lines: list[Line] = field(default_factory=list)
    ranges: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    comments: list[tuple[int, str]] = field(default_factory=list)


def page_lines(root: HtmlElement, *, hidden: bool = False) -> Lines:
    """Return the lines of a tree; with `hidden` also what the page does not show."""
    return _Walk(hidden=hidden).lines(root)


class _Walk:
    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden
        self._out = Lines()
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._broken = False
        self._picture = False
        self._blocks: list[tuple[HtmlElement, int, str]] = []

    def lines(self, root: HtmlElement) -> Lines:
        walk = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped: HtmlElement | None = None
        for event, element in walk:
            if event == "comment":
                self._comment(element)
            elif event == "start":
                if self._is_unseen(element):
                    skipped = element
                    walk.skip_subtree()
                elif element.tag == "table" and (rows := data_rows(element)):
                    self._table(element, rows)
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._start(element)
            elif skipped is not None and element is skipped:
                skipped = None
                self._text(element.tail)
            else:
                self._end(element)
        self._flush()
        return self._out

    def _is_unseen(self, element: HtmlElement) -> bool:
        if element.tag in _UNSEEN:
            if element.tag in {"video", "audio", "iframe", "embed", "object"}:
                self._picture = True
            return True
        if self._hidden or element.tag in {"html", "body"}:
            return False
        unseen = element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
        return unseen and not _is_later_page(element)

    def _comment(self, element: HtmlElement) -> None:
        self._flush_if_marker(element.text or "")
        self._text(element.tail)

    def _flush_if_marker(self, text: str) -> None:
        if "enp" in text.lower():
            self._flush()
            self._out.comments.append((len(self._out.lines), text))

    def _start(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._broken = False
            outer = self._blocks[-1][2] if self._blocks else ""
            self._blocks.append((element, len(self._out.lines), _stands_in(tag, outer)))
        elif tag == "br":
            self._flush()
            self._broken = True
        elif tag == "img":
            self._flush_at_picture()
        elif tag == "a" and element.get("href"):
            self._links += 1
        self._text(element.text)

    def _flush_at_picture(self) -> None:
        if "".join(self._parts).strip(_EDGES):
            return
        self._picture = True

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._broken = False
            _, first, _ = self._blocks.pop()
            self._out.ranges[element] = (first, len(self._out.lines))
        elif tag == "a" and element.get("href"):
            self._links -= 1
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _flush(self) -> None:
        written = "".join(self._parts)
        self._parts.clear()
        linked, self._linked = self._linked, 0
        if not written.strip(_EDGES) or not self._blocks:
            return
        element, _, tag = self._blocks[-1]
        for row in written.splitlines() if tag == "pre" else (written,):
            text = plain(row)
            if text:
                indented = bool(
                    (_PRE_INDENT if tag == "pre" else _INDENT).match(row.lstrip("\r\n" if tag == "pre" else " \t\r\n"))
                )
                self._add(Line(text, min(linked, len(text)), element, tag, indented, self._broken, self._picture))
                self._picture = False
                self._broken = tag == "pre"

    def _add(self, line: Line) -> None:
        """Add a line; one that goes on behind a line break in the middle of a sentence is joined to its beginning."""
        before = self._out.lines[-1] if self._out.lines else None
        if before is not None and line.broken and before.element is line.element and _goes_on(before, line):
            joined = plain(f"{before.text}\n{line.text}")
            line = before._replace(text=joined, linked=before.linked + line.linked)
            self._out.lines[-1] = line
            return
        self._out.lines.append(line)

    def _table(self, element: HtmlElement, rows: list[list[str]]) -> None:
        self._flush()
        first = len(self._out.lines)
        for row in rows:
            self._out.lines.append(Line("\t".join(row), 0, element, "row", False, False, False))  # noqa: FBT003
        self._out.ranges[element] = (first, len(self._out.lines))


def _is_later_page(element: HtmlElement) -> bool:
    """Say whether an element is a further page of an article's text, shown when its number is pressed."""
    found = _NUMBERED.fullmatch(element.get("id") or "")
    before = element.getprevious()
    if found is None or before is None or not isinstance(before.tag, str):
        return False
    return bool(before.get("id") == f"{found[1]}{int(found[2]) - 1}")


def _goes_on(before: Line, line: Line) -> bool:
    """Say whether a line break stands within a sentence: both lines are long, and nothing ends or begins there."""
    if line.indented or before.tag in _HEADINGS or len(before.text) < _LONG_LINE or _ENDED.search(before.text):
        return False
    return not _BEGINS.match(line.text)


def _stands_in(tag: str, outer: str) -> str:
    """Return what a block's lines stand in: a heading's or a caption's inner blocks are still that."""
    if outer in _HEADINGS or outer in {"figcaption", "caption"}:
        return outer
    return tag


def plain(written: str) -> str:
    """Return text as a browser shows it: white space collapsed, none at the edges or where only the source breaks."""
    text = _BROKEN.sub("", written) if "\n" in written or "\r" in written else written
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip(_EDGES)


_LONGEST_CELL = 120
_MOST_COLUMNS = 12
_WIDEST_SPAN = 200
_SPAN = re.compile(r"\s*[1-9]\d{0,3}\s*", re.ASCII)
_LINKED_CELLS = 0.5


def data_rows(table: HtmlElement) -> list[list[str]]:
    """Return the rows of a table that holds data, cell by cell; nothing for one that sets out the page."""
    if next(table.iterdescendants("table"), None) is not None or _is_layout(table):
        return []
    rows: list[list[str]] = []
    pending: dict[int, int] = {}
    for row in table.iterdescendants("tr"):
        cells = _row_cells(row, pending)
        if len(cells) > _MOST_COLUMNS or any(len(cell) > _LONGEST_CELL for cell in cells):
            return []
        if any(cells):
            rows.append(cells)
    wide = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    return rows if len(wide) > 1 and len(wide) * 2 > len(rows) else []


def _row_cells(row: HtmlElement, pending: dict[int, int]) -> list[str]:
    """Return a row's cells, each in its column: empty where one from above (`pending`) or from the left reaches."""
    cells: list[str] = []
    for cell in row.iterchildren("td", "th"):
        _fill(cells, pending)
        height, width = (_span(cell.get(name)) for name in ("rowspan", "colspan"))
        if height > 1:
            pending.update({len(cells) + more: height - 1 for more in range(width)})
        cells += [_cell_text(cell), *[""] * (width - 1)]
    _fill(cells, pending)
    return cells


def _fill(cells: list[str], pending: dict[int, int]) -> None:
    while pending.get(len(cells), 0) > 0:
        pending[len(cells)] -= 1
        cells.append("")


def _span(written: str | None) -> int:
    return min(int(written), _WIDEST_SPAN) if written and _SPAN.fullmatch(written) else 1


def _cell_text(cell: HtmlElement) -> str:
    """Return a cell's text; where a block or a break begins within it stands a space."""
    parts = [cell.text or ""]
    for one in cell.iterdescendants():
        if isinstance(one.tag, str):
            parts += [" " if one.tag in _BLOCKS or one.tag == "br" else "", one.text or ""]
        parts.append(one.tail or "")
    return plain("".join(parts))


def _is_layout(table: HtmlElement) -> bool:
    """Say whether a table sets out headings, paragraphs, pictures or links rather than data."""
    links = cells = 0
    for one in table.iterdescendants("td", "th", "a", "h1", "h2", "h3", "img", "script", "form", "input", "ul"):
        if one.tag in {"td", "th"}:
            cells += 1
        elif one.tag == "a":
            links += bool(one.get("href"))
        else:
            return True
    return links > cells * _LINKED_CELLS


@cache
def _class_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("web_classes")
    patterns = ["|".join(row["pattern"] for row in rows if row["use"] == use) for use in ("body", "furniture")]
    return re.compile(patterns[0], re.IGNORECASE), re.compile(patterns[1], re.IGNORECASE)


def is_called_body(element: HtmlElement) -> bool:
    """Say whether an element's id or class is one that holds an article's text in a known system."""
    return any(_class_words()[0].fullmatch(name) for name in names_of(element))


def is_called_furniture(element: HtmlElement) -> bool:
    """Say whether an element's id or class says that it holds no article's text."""
    return any(_class_words()[1].fullmatch(name) for name in names_of(element))


def names_of(element: HtmlElement) -> list[str]:
    """Return an element's id and classes."""
    return [*(element.get("id") or "").split(), *(element.get("class") or "").split()]

"""A page's tree becomes its articles: headline, text, and what the lines around them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError
from kg.read.web_body import Body, find_body
from kg.read.web_facts import Said, said
from kg.read.web_labels import day_in, header_in
from kg.read.web_lines import Lines, page_lines
from kg.read.web_metadata import Beside, facts
from kg.read.web_reading import told_lines
from kg.read.web_several import articles_in
from kg.read.web_sites import is_masthead, site_of
from kg.read.web_titles import Title, find_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from kg.page import Byline
    from kg.read.web_lines import Line

_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST = 12
_SHORTEST = 6
# What hidden parts say of all the articles on a page.
_OF_ALL = ("published", "source", "site")
_LIST = 8
_ABOVE = 6
_BETWEEN = 12
_LONGEST_NAME = 16
_BELOW = 14


class WebArticle(NamedTuple):
    """An article of a web page: its text's lines are paragraphs, or rows of tables with tabs between the cells."""

    headline: str | None
    lines: tuple[str, ...]
    published: str | None
    source: str | None
    bylines: tuple[Byline, ...]


def web_articles(root: HtmlElement, addresses: Sequence[str]) -> list[WebArticle]:
    """Return the articles of a page; `addresses` are where it was saved from and its file's name.

    Raises:
        InputError: the page holds none; the message says what it holds instead.
    """
    found = page_lines(root)
    if sum(len(line.text) for line in found.lines) < _FEWEST:
        found = page_lines(root, hidden=True)
    elements = sum(1 for _ in root.iter())
    told = told_lines(root, elements)
    hidden = said(root, found)
    where = [*hidden.of("url"), *addresses]
    parts = articles_in(found, hidden)
    page = _of_all(found, hidden)
    articles = [_article(part, page, told, where) for part in parts] or [_article(found, hidden, told, where)]
    read = [one for one in articles if one is not None]
    if not read:
        raise InputError(_nothing(found))
    return read


def _of_all(found: Lines, hidden: Said) -> Said:
    """Return what a page says of all its articles; its title element is no headline of one of them."""
    page = Said({name: list(hidden.of(name)) for name in _OF_ALL}, "", hidden.epoch)
    shown = [hidden.title, *(line.text for line in found.lines[:_ABOVE] if is_masthead(line.text))]
    for text in shown:
        page.add("published", day_in(text) or "")
        page.add("site", site_of(text) or "")
    return page


def _nothing(found: Lines) -> str:
    links = sum(line.linked * 2 > len(line.text) for line in found.lines)
    if links >= _LIST:
        return f"is a list of {links} links, no article: save the pages that it leads to"
    return "is a web page without an article: save the page of one, as a browser shows it"


def _article(found: Lines, hidden: Said, told: frozenset[str], addresses: Sequence[str]) -> WebArticle | None:
    first = find_body(found, None, told)
    if first is None or not first.lines:
        return None
    title = find_title(found.lines, hidden, first.lines[-1] + 1)
    body = find_body(found, title.lines[-1] if title and title.lines else None, told) if title else first
    if body is None or not body.lines:
        return None
    numbers = _trimmed(found.lines, body, title)
    text = tuple(found.lines[at].text for at in numbers)
    if len(_HAN.findall("".join(text))) < (_SHORTEST if _is_told(text, title) else _FEWEST):
        return None
    known = facts(hidden, _beside(found.lines, numbers, title), addresses)
    return WebArticle(title.text if title else None, text, *known)


def _is_told(text: Sequence[str], title: Title | None) -> bool:
    """Say whether a text is whole sentences under a headline that a reader sees: such news may be very short."""
    return title is not None and bool(title.lines) and text[-1].endswith(("。", "！", "；"))


def _beside(lines: Sequence[Line], text: Sequence[int], title: Title | None) -> Beside:
    """Return the lines about an article's headline and text; those above that are links lead elsewhere."""
    first, last = text[0], text[-1] + 1
    top, below = (title.lines[0], title.lines[-1] + 1) if title and title.lines else (first, first)
    return Beside(
        _joined([line.text for line in lines[below:first][:_BETWEEN]]),
        _joined([line.text for line in lines[max(0, top - _ABOVE) : top] if line.linked * 2 <= len(line.text)]),
        [line.text for line in lines[last : last + _BELOW]],
    )


def _joined(texts: list[str]) -> list[str]:
    """Return lines with those that are only a label joined to the next, its value."""
    out: list[str] = []
    for text in (part for row in texts for part in _cells(row)):
        if out and out[-1].endswith(("：", ":")):
            out[-1] += text
        else:
            out.append(text)
    return out


def _cells(row: str) -> list[str]:
    """Return a table's row as lines that say label and value: 发布日期 and 2021-05-07 stand in cells side by side."""
    cells = [cell for cell in row.split("\t") if cell]
    if "\t" not in row or len(cells) % 2:
        return [row]
    return [f"{label.rstrip('：:')}：{value}" for label, value in zip(cells[::2], cells[1::2], strict=True)]


def _trimmed(lines: Sequence[Line], body: Body, title: Title | None) -> list[int]:
    """Return a body's lines without those at its edges that repeat the headline or only say when and by whom."""
    numbers = list(body.lines)
    headline = "".join(title.text.split()) if title else ""
    first = 0
    for at, number in enumerate(numbers[: min(_BETWEEN, len(numbers) - 1)]):
        text = lines[number].text
        if _is_header(text) or "".join(text.split()) == headline:
            first = at + 1
        elif len(text) > _LONGEST_NAME:
            break
    del numbers[:first]
    while len(numbers) > 1 and (last := header_in(lines[numbers[-1]].text)) is not None and last.labelled:
        numbers.pop()
    return numbers


def _is_header(text: str) -> bool:
    """Say whether a line tells when or where from; one that only credits people without a label may be text."""
    header = header_in(text)
    return header is not None and (header.labelled or header.day is not None)

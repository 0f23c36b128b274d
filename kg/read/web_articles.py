"""A page's tree becomes its articles: headline, text, and what the lines around them say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError
from kg.read.web_body import Body, find_body
from kg.read.web_facts import Said, said
from kg.read.web_lines import Lines, page_lines
from kg.read.web_metadata import facts, is_label_line
from kg.read.web_reading import told_lines
from kg.read.web_titles import Title, find_title, site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from kg.page import Byline
    from kg.read.web_lines import Line

_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST = 12
_LIST = 8
_ABOVE = 6
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
    article = _article(found, hidden, told, [*hidden.of("url"), *addresses])
    if article is None:
        raise InputError(_nothing(found))
    return [article]


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
    lines, facts_in = _text(found.lines, body, title)
    if len(_HAN.findall("".join(lines))) < _FEWEST:
        return None
    top = title.lines[0] if title and title.lines else body.first
    beside = [line.text for line in found.lines[max(0, top - _ABOVE) : top]]
    beside += [
        found.lines[at].text for at in range(title.lines[-1] + 1 if title and title.lines else top, body.lines[0])
    ]
    beside = [*beside[_ABOVE:], *beside[:_ABOVE], *facts_in]
    behind = [line.text for line in found.lines[body.lines[-1] + 1 : body.lines[-1] + 1 + _BELOW]]
    known = facts(hidden, beside, behind, addresses)
    source = known.source or site_of(hidden.title)
    return WebArticle(title.text if title else None, tuple(lines), known.published, source, known.bylines)


def _text(lines: Sequence[Line], body: Body, title: Title | None) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a body, and the lines before and behind them that only say when and by whom."""
    numbers = list(body.lines)
    labels: list[str] = []
    while numbers and len(numbers) > 1 and is_label_line(lines[numbers[0]].text):
        labels.append(lines[numbers.pop(0)].text)
    while numbers and title and "".join(lines[numbers[0]].text.split()) == "".join(title.text.split()):
        numbers.pop(0)
    return [lines[at].text for at in numbers], labels

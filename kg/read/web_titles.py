"""The headline of a web page: the line that its title element, its headings and its place say is one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kg.read.web_furniture import is_furniture
from kg.read.web_labels import header_in
from kg.read.web_lines import names_of, plain
from kg.read.web_sites import SEPARATOR, is_masthead, is_site, is_site_or_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.read.web_facts import Said
    from kg.read.web_lines import Line

_HEADING = {"h1": 2.0, "h2": 1.4, "h3": 1.0, "h4": 0.4, "founder-title": 4.0}
_CALLED = re.compile(
    r"(?:.*[-_])?(?:title|tit|bt|biaoti|headline|article-?title|news-?title|wztitle|arttitle|font01)(?:[-_]?\d)?",
    re.IGNORECASE,
)
_KICKER = re.compile(r"(?:.*[-_])?(?:kicker|yinti|jianti|intro-?title|pre-?title|pretitle|shoulder|yt)", re.IGNORECASE)
_SUBTITLE = re.compile(
    r"(?:.*[-_])?(?:sub-?title|subtit|subhead|futi|fubiaoti|fbt|vice-?title|ft|second-?title|font02)", re.IGNORECASE
)
_LEAD = re.compile(r"\s*(?:[_|｜–·]|--+|(?<![—-])[-](?![—-]))\s*")
_SHORTEST, _LONGEST = 4, 90
_MOST_LINES = 4
_NAMED_IN_TITLE = 3.0
_ENOUGH = 1.4
_HEADED = 1.5
_FARTHER = 0.1
_SET_BOLD = 0.2
_UNNAMED = 0.75
_MARKS = re.compile(r"[\s\u3000“”\"'‘’《》〈〉：:，,、。！!？?·—_|｜()（）【】\[\]-]+")


class Title(NamedTuple):
    """A headline, the lines it stands in (none: only hidden parts of the page say it)."""

    text: str
    lines: tuple[int, ...]


def without_site(title: str, sites: Sequence[str] = ()) -> str:
    """Return a title element's text without the names of site and column behind or before it.

    `标题_新闻_青峦网`, `标题-青峦日报` and `青峦日报数字报-标题` lose them; a dash within a headline stays.
    """
    text = title
    for found in reversed(list(SEPARATOR.finditer(title))):
        tail = text[found.end() :].strip()
        if not found.start() or not (tail in sites or is_site_or_column(tail)):
            break
        text = text[: found.start()]
    while (lead := _LEAD.search(text)) and (text[: lead.start()].strip() in sites or is_site(text[: lead.start()])):
        text = text[lead.end() :]
    return text.strip()


def find_title(lines: Sequence[Line], told: Said, limit: int) -> Title | None:
    """Return the page's headline: the line before `limit` (where the text begins at the latest) that is best proved."""
    titles = _titles(told)
    wanted = _wanted(titles)
    best: tuple[float, int] | None = None
    for at, line in enumerate(lines[:limit]):
        score = _score(line, wanted) + _told_below(lines, at)
        if score >= _ENOUGH and (best is None or score > best[0] or (score == best[0] and _is_heading(line))):
            best = (score, at)
    if best is not None:
        first, last = _whole(lines, best[1], limit)
        return Title(" ".join(line.text for line in lines[first:last]), tuple(range(first, last)))
    hidden = next((one for one in titles if len(_key(one)) >= _SHORTEST and not is_site(one)), None)
    return Title(hidden, ()) if hidden else None


def is_headline(line: Line, told: Said) -> bool:
    """Say whether a line is what the page's hidden parts call its title."""
    key = _key(line.text)
    return any(_is_title(key, one) for one in _wanted(_titles(told)))


def _titles(told: Said) -> list[str]:
    shown = without_site(told.title, told.of("site"))
    return [*told.of("title"), *([] if is_masthead(shown) else [shown])]


def _wanted(titles: Sequence[str]) -> list[str]:
    return [key for one in titles if len(key := _key(one)) >= _SHORTEST and not is_site(one)]


def _told_below(lines: Sequence[Line], at: int) -> float:
    """Return how much the line below speaks for a headline: when and where from stands there."""
    line = lines[at]
    if (
        not _SHORTEST <= len(line.text) <= _LONGEST
        or line.linked
        or line.text.endswith("。")
        or is_furniture(line.text)
        or header_in(line.text)
    ):
        return 0.0
    headed = next((near for near, one in enumerate(lines[at + 1 : at + 3]) if header_in(one.text)), None)
    if headed is None or not any("。" in one.text for one in lines[at + 1 : at + 8]):
        return 0.0
    return _HEADED - headed * _FARTHER + (2 * _FARTHER if _is_bold(line) else 0.0)


def _is_bold(line: Line) -> bool:
    """Say whether a block begins with emphasised text or a letter size of its own."""
    element = line.element
    return not (element.text or "").strip() and next((one.tag for one in element), None) in {
        "strong",
        "b",
        "font",
        "big",
    }


def _is_heading(line: Line) -> bool:
    return line.tag in _HEADING


def _score(line: Line, wanted: Sequence[str]) -> float:
    if not _SHORTEST <= len(line.text) <= _LONGEST or "\t" in line.text:
        return 0.0
    key = _key(line.text)
    score = _HEADING.get(line.tag, 0.0)
    score += 1.0 if any(_CALLED.fullmatch(name) for name in _near_names(line)) else 0.0
    score += _SET_BOLD if score and _is_bold(line) else 0.0
    if any(_is_title(key, one) for one in wanted):
        score += _NAMED_IN_TITLE
    elif wanted and score:
        score *= _UNNAMED
    if line.linked * 2 > len(line.text):
        score -= 2.0
    if is_site(line.text):
        score -= 3.0
    return score


def _is_title(key: str, wanted: str) -> bool:
    """Say whether a line is (the beginning or, where it is cut short, more than) what the page calls its title."""
    if len(key) < _SHORTEST:
        return False
    if key == wanted:
        return True
    shorter, longer = sorted((key, wanted), key=len)
    return longer.startswith(shorter) and len(shorter) * 2 >= len(longer)


def _near_names(line: Line) -> Iterator[str]:
    yield from names_of(line.element)
    parent = line.element.getparent()
    if parent is not None and next(islice(parent, _MOST_LINES, None), None) is None:  # `len` counts all children
        yield from names_of(parent)


def _whole(lines: Sequence[Line], at: int, limit: int) -> tuple[int, int]:
    """Return the lines of the heading that line `at` belongs to: broken ones, a kicker above and a subtitle below."""
    first, last = at, at + 1
    element = lines[at].element
    while first and lines[first - 1].element is element and lines[first].broken and last - first < _MOST_LINES:
        first -= 1
    while last < limit and lines[last].element is element and lines[last].broken and last - first < _MOST_LINES:
        last += 1
    if sum(len(line.text) for line in lines[first:last]) > _LONGEST:
        first, last = at, at + 1
    if first and _is_beside(lines[first - 1], _KICKER):
        first -= 1
    if last < limit and _is_beside(lines[last], _SUBTITLE):
        last += 1
    return first, last


def _is_beside(line: Line, called: re.Pattern[str]) -> bool:
    return len(line.text) <= _LONGEST and any(called.fullmatch(name) for name in names_of(line.element))


def _key(text: str) -> str:
    return _MARKS.sub("", plain(text)).rstrip("….")

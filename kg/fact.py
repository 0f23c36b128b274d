"""What an article says: facts with the characters that say them, and what was seen but not used.

The field names are those of the public interchange record (`kg.record`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.offsets import Offsets
from kg.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Article, Box, Part


@value
class Evidence:
    """Characters `[start, end)` of the page and the verbatim quote.

    `part` is "headline" only for an article that came as an object, whose headline is a text of its own, and
    "continued" where the characters are those of the page that the article goes on on. Of a printed page, `number`
    says which of its file it is, from 1, and `boxes` where on it the characters stand: one for each printed line, in
    points from the upper left corner as a viewer shows it. Both are known from when the record is written.
    """

    start: int
    end: int
    quote: str
    part: Part = "body"
    number: int | None = None
    boxes: tuple[Box, ...] = ()


@value(kw_only=True)
class Tenure:
    """A person in an office; `status` says what the text says of it, `date` is the day of a change."""

    person: str
    organization: str
    post: str
    status: str = "holds"
    date: str | None = None
    evidence: tuple[Evidence, ...]
    confidence: float


@value
class Participant:
    """A named person or organisation in an event, and the part it plays."""

    name: str
    role: str


@value
class Delegation:
    """People who travel as a group."""

    name: str | None = None
    sent_by: str | None = None
    led_by: str | None = None
    members: tuple[str, ...] = ()


@value(kw_only=True)
class Event:
    """A dated happening; `start` and `end` are ISO prefixes; `modality` None means that it happened."""

    kind: str
    start: str | None = None
    end: str | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    topic: str
    delegation: Delegation | None = None
    modality: str | None = None
    evidence: tuple[Evidence, ...]
    confidence: float


@value
class Group:
    """Whom a programme is for and what it is said to have done for them."""

    name: str
    relation: str
    value: float | None = None
    unit: str | None = None
    date: str | None = None


@value(kw_only=True)
class Programme:
    """A named undertaking that goes on."""

    name: str
    kind: str
    organizers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    groups: tuple[Group, ...] = ()
    evidence: tuple[Evidence, ...]
    confidence: float


@value(kw_only=True)
class Measurement:
    """A number somebody could check."""

    value: float
    unit: str
    indicator: str
    about: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    base: str | None = None
    comparator: str | None = None
    change: str | None = None
    evidence: tuple[Evidence, ...]
    confidence: float


@value(kw_only=True)
class Tie:
    """An ordinary person and where they belong."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]
    confidence: float


Fact: TypeAlias = Tenure | Event | Programme | Measurement | Tie


@value
class Rejection:
    """Something seen and not used, with its reason and the characters of the page, placed as evidence is."""

    reason: str
    start: int
    end: int
    quote: str
    part: Part = "body"
    number: int | None = None
    boxes: tuple[Box, ...] = ()


@value
class Extraction:
    """All that one article says."""

    facts: tuple[Fact, ...]
    rejections: tuple[Rejection, ...]


def cite(article: Article, start: int, end: int) -> tuple[Evidence, ...]:
    """Return the evidence for `[start, end)` of `article.full`, in reading order.

    There is one piece per unbroken run of the page: where the page holds other visible characters in between (a
    doubled run, another article's lines), the range is cited in pieces. The quote is verbatim: the page's own
    characters, without the white space that repair took out.
    """
    return tuple(_pieces(article, start, end))


def _pieces(article: Article, start: int, end: int) -> Iterator[Evidence]:
    full = article.full
    if _is_unbroken(article, start, end):  # nearly always, and a hundred times as fast
        part = _part(article, start)
        first, last = full.starts[start], full.ends[end - 1]
        yield Evidence(first, last, source_of(article, part)[first:last], part)
        return
    run: list[int] = []
    for at in range(start, end):
        if full.starts[at] == full.ends[at] or full.text[at] == "\n":
            continue
        if run and not _continues(article, run[-1], at):
            yield _evidence(article, run)
            run = []
        run.append(at)
    if run:
        yield _evidence(article, run)


def _part(article: Article, at: int) -> Part:
    """Return which text the character `full.text[at]` stands in."""
    if article.page.kind == "object" and at < article.body_start:
        return "headline"
    if article.continuation is not None and at >= article.body_start + article.continuation.at:
        return "continued"
    return "body"


def source_of(article: Article, part: Part) -> str:
    """Return the text that offsets of a part count in."""
    if part == "headline":
        return article.page.headline or ""
    if part == "continued" and article.continuation is not None:
        return article.continuation.page.raw
    return article.page.raw


def _continues(article: Article, before: int, at: int) -> bool:
    part = _part(article, at)
    if _part(article, before) != part:
        return False
    if part == "headline":
        return True
    between = source_of(article, part)[article.full.ends[before] : article.full.starts[at]]
    return article.full.starts[at] >= article.full.ends[before] and not between.strip()


def _is_unbroken(article: Article, start: int, end: int) -> bool:
    """Say whether `[start, end)` is one run of one page's own characters, each its neighbour's neighbour."""
    full = article.full
    if end <= start or "\n" in full.text[start:end] or _part(article, start) == "headline":
        return False
    if article.continuation is not None and _part(article, start) != _part(article, end - 1):
        return False
    starts = Offsets.of(full.starts)
    return starts.unbroken(start, end) and full.ends[end - 1] == starts[start] + end - start


def _evidence(article: Article, run: list[int]) -> Evidence:
    full = article.full
    part = _part(article, run[0])
    source = source_of(article, part)
    quote: list[str] = []
    for before, at in zip([run[0], *run], run, strict=False):
        # Repair may leave a space inside the text (between two headline lines); a reader wants to see it.
        if at - before > 1:
            quote.append(" ")
        quote.append(source[full.starts[at] : full.ends[at]])
    return Evidence(full.starts[run[0]], full.ends[run[-1]], "".join(quote), part)

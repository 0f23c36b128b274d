"""What an article says: facts with the characters that say them, and what was seen but not used.

The field names are those of the public interchange record (`kg.record`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.offsets import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.page import Article, Part


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters `[start, end)` of the page and the verbatim quote.

    `part` is "headline" only for an article that came as an object, whose headline is a text of its own.
    """

    start: int
    end: int
    quote: str
    part: Part = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in an office; `status` says what the text says of it, `date` is the day of a change."""

    person: str
    organization: str
    post: str
    status: str = "holds"
    date: str | None = None
    evidence: tuple[Evidence, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Participant:
    """A named person or organisation in an event, and the part it plays."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """People who travel as a group."""

    name: str | None = None
    sent_by: str | None = None
    led_by: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a programme is for and what it is said to have done for them."""

    name: str
    relation: str
    value: float | None = None
    unit: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An ordinary person and where they belong."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Evidence, ...]
    confidence: float


Fact: TypeAlias = Tenure | Event | Programme | Measurement | Tie


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something seen and not used, with its reason and the characters of the page."""

    reason: str
    start: int
    end: int
    quote: str
    part: Part = "body"


@dataclass(frozen=True, slots=True)
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
        first, last = full.starts[start], full.ends[end - 1]
        yield Evidence(first, last, article.page.raw[first:last])
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


def _in_headline_text(article: Article, at: int) -> bool:
    return article.page.kind == "object" and at < article.body_start


def _continues(article: Article, before: int, at: int) -> bool:
    if _in_headline_text(article, before) != _in_headline_text(article, at):
        return False
    if _in_headline_text(article, at):
        return True
    between = article.page.raw[article.full.ends[before] : article.full.starts[at]]
    return article.full.starts[at] >= article.full.ends[before] and not between.strip()


def _is_unbroken(article: Article, start: int, end: int) -> bool:
    """Say whether `[start, end)` is one run of the page's own characters, each its neighbour's neighbour."""
    full = article.full
    if end <= start or "\n" in full.text[start:end] or _in_headline_text(article, start):
        return False
    starts = Offsets.of(full.starts)
    return starts.unbroken(start, end) and full.ends[end - 1] == starts[start] + end - start


def _evidence(article: Article, run: list[int]) -> Evidence:
    full = article.full
    in_headline = _in_headline_text(article, run[0])
    source = (article.page.headline or "") if in_headline else article.page.raw
    quote: list[str] = []
    for before, at in zip([run[0], *run], run, strict=False):
        # Repair may leave a space inside the text (between two headline lines); a reader wants to see it.
        if at - before > 1:
            quote.append(" ")
        quote.append(source[full.starts[at] : full.ends[at]])
    return Evidence(full.starts[run[0]], full.ends[run[-1]], "".join(quote), "headline" if in_headline else "body")

"""What a page says of itself and nobody said of it: paper, day of issue, seat, running number, number of the page.

Lines of a masthead, a folio or an imprint that stand together make one statement. A day counts only where such a
statement holds more than the day (a weekday, a page's number, the paper …), since notices end with a day too; a weekday
that contradicts it makes it void. A month and a day without a year stay unknown. A file's name proves nothing; the
folders of an e-paper's address do.
"""

from __future__ import annotations

import string
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.page import Metadata
from kg.read.inference_dates import find_dateline, find_in_address
from kg.read.inference_lines import Said, find_sayings
from kg.read.inference_places import find_place, find_seat
from kg.repair import one_to_one, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.page import Page

_FIELDS = ("source", "published", "place")
MASTHEAD = "masthead"
CONTRADICTED = "day of the week contradicts the date"
SEVERAL_DAYS = "several days of issue"
SEVERAL_PAPERS = "several papers"


def infer_all(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield each page with what it says of itself, and what the page before it of the same issue said of the paper."""
    before: Page | None = None
    for page in pages:
        known = infer(page)
        if before is not None and _is_next(known, before):
            known = _inherited(known, before)
        before = known
        yield known


def _is_next(page: Page, before: Page) -> bool:
    """Say whether a page comes after another of the same issue.

    A file of several pages is one issue; an archive may hold any pages, so that their own numbers must go on.
    """
    if page.volume is None or page.volume != before.volume:
        return False
    if page.file == before.file:
        return True
    label, last = _parted(page.meta.page_label or ""), _parted(before.meta.page_label or "1")
    beside = page.file.rpartition("/")[0] == before.file.rpartition("/")[0]
    return beside and label is not None and last is not None and label > last


def _parted(label: str) -> tuple[str, int] | None:
    """Return a page's number as its section's letter and its number in it."""
    digits = label.lstrip(string.ascii_uppercase)
    return (label[: len(label) - len(digits)], int(digits)) if digits.isdecimal() else None


def infer(page: Page) -> Page:
    """Return the page with the metadata that nobody gave and it proves; `inferred` says which these are."""
    if page.kind == "object":
        return page
    text = one_to_one(readable(page.raw))
    said = find_sayings(text)
    rejected = [(MASTHEAD, span.start, span.end) for one in said for span in one.lines]
    rejected += [(CONTRADICTED, one.start, one.end) for one in said if one.contradicted]
    source = page.meta.source or _agreed([(one, one.papers) for one in said], SEVERAL_PAPERS, rejected)
    published = page.meta.published or _published(page, text, said, rejected)
    place = page.meta.place or _place(source, published, said)
    return _with(page, Metadata(source, published, place, *_printed(page, said)), rejected)


def _with(page: Page, meta: Metadata, rejected: Sequence[tuple[str, int, int]]) -> Page:
    if meta == page.meta and not rejected:
        return page
    found = {name for name in _FIELDS if getattr(meta, name) is not None and getattr(page.meta, name) is None}
    inferred = tuple(name for name in _FIELDS if name in found or name in page.inferred)
    return replace(page, meta=meta, inferred=inferred, rejected=(*page.rejected, *rejected))


def _inherited(page: Page, before: Page) -> Page:
    """Return a page of the same volume with the paper and the day of the page before it, where it says no other."""
    own, other = page.meta, before.meta
    if own.source not in (None, other.source) or own.published not in (None, other.published):
        return page
    issue = own.issue or other.issue
    meta = Metadata(other.source, other.published, own.place or other.place, issue, own.page_label)
    return _with(page, meta, ())


def _published(page: Page, text: str, said: Sequence[Said], rejected: list[tuple[str, int, int]]) -> str | None:
    """Return the day of issue: what mastheads and imprints agree on, else an e-paper's address, else the datelines."""
    doubts = len(rejected)
    printed = _agreed([(one, frozenset(map(str, one.days))) for one in said], SEVERAL_DAYS, rejected)
    address = find_in_address(page.file)
    if len(rejected) > doubts:
        return None
    if printed is not None and address is not None and printed != str(address):
        rejected += [(SEVERAL_DAYS, one.start, one.end) for one in said if one.days]
        return None
    if printed is not None or address is not None:
        return printed or str(address)
    months = {one.month for one in said if one.month is not None and one.sure}
    if len(months) == 1:
        return months.pop()
    day = find_dateline(text) if not any(one.lines for one in said) else None
    return str(day) if day else None


def _agreed(
    told: Sequence[tuple[Said, frozenset[str]]], doubt: str, rejected: list[tuple[str, int, int]]
) -> str | None:
    """Return what all agree on, or all that are mastheads for sure; where they do not, note the doubt."""
    if not told:
        return None
    for some in (told, [one for one in told if one[0].sure]):
        values = {value for _, several in some for value in several}
        if len(values) == 1:
            return values.pop()
        if not values:
            break
    rejected += [(doubt, one.start, one.end) for one, values in told if values]
    return None


def _place(source: str | None, published: str | None, said: Sequence[Said]) -> str | None:
    region = next((one.region for one in said if one.region is not None), None)
    year = int(published[:4]) if published else None
    seats = {find_place(one.seat, region, year) for one in said if one.seat is not None}
    if len(seats) == 1:
        return seats.pop()
    return find_seat(source, region, year) if source and not seats else None


def _printed(page: Page, said: Sequence[Said]) -> tuple[str | None, str | None]:
    """Return the running number and the page's own number: the ones that most say."""
    issues = Counter(one.issue for one in said if one.issue is not None)
    labels = Counter(one.label for one in said if one.label is not None)
    issue = page.meta.issue or (issues.most_common(1)[0][0] if len(issues) == 1 else None)
    label = page.meta.page_label or (labels.most_common(1)[0][0] if len(labels) == 1 else None)
    return issue, label

"""What a web page says of its article beside the text: its day, its source, who wrote and who edited it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from kg.page import Byline
from kg.read.web_labels import EDGES, Header, day_in, header_in, iso_day
from kg.read.web_names import is_name, names_in
from kg.read.web_sites import is_generic, is_medium, is_site, is_site_or_column, publisher, quoted_paper, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.read.web_facts import Said
    from kg.read.web_labels import Value

_TODAY = re.compile("今天|现在|当前|北京时间|今日|农历|登录|欢迎")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_/]?(\d\d)[-_/]?(\d\d)|/(\d{1,2})/(\d{1,2})|[-_](\d{1,2})[-_](\d{1,2}))(?!\d)"
)
_CHINA = timezone(timedelta(hours=8))
_LATEST_EPOCH = 4_102_444_800
_ROLES = {"reporter": "记者", "editor": "编辑", "correspondent": "通讯员", "photographer": "摄影"}
_LONGEST_SOURCE = 30
_NO_SOURCE = re.compile(
    r"(?:本站|本网站?|原创|网络|互联网|综合|未知|转载|不详|其他|admin|管理员|无|佚名|source|微信公众平台|https?:.*|www\..*|[\d\W]*)",
    re.IGNORECASE,
)


class Beside(NamedTuple):
    """The lines about an article: between its headline and its text, above the headline, behind the text."""

    below: Sequence[str]
    above: Sequence[str]
    behind: Sequence[str]


class Facts(NamedTuple):
    """What is known of an article beside its text."""

    published: str | None
    source: str | None
    bylines: tuple[Byline, ...]


def facts(told: Said, beside: Beside, addresses: Sequence[str]) -> Facts:
    """Return what the page says of its article; of the addresses the first that names a day counts.

    A line that a reader sees is worth more than a hidden one, and a labelled value more than a bare one.
    """
    below, above, behind = (
        [header for line in lines if not _TODAY.search(line) and (header := header_in(line)) is not None]
        for lines in beside
    )
    seen = _Seen(below, above, behind)
    return Facts(
        next(_days(told, seen, addresses), None), next(_sources(told, seen, beside), None), _bylines(told, seen)
    )


class _Seen(NamedTuple):
    below: list[Header]
    above: list[Header]
    behind: list[Header]

    def values(self, *fields: str) -> Iterator[Value]:
        """Yield the labelled values of some fields, those nearest to the text first."""
        for field in fields:
            for headers in self:
                yield from (value for one in headers for value in one.values if value.field == field)


def _days(told: Said, seen: _Seen, addresses: Sequence[str]) -> Iterator[str]:
    """Yield the days of publication that the page names, the best proved first."""
    layers: list[str | None] = [day_in(one.text) for one in seen.values("published")]
    layers += [one.day for one in seen.below]
    layers += [day_in(one) for one in told.of("published")]
    layers += [_epoch_day(told.epoch)]
    layers += [one.day for one in seen.above]
    layers += [url_day(one) for one in addresses]
    layers += [day_in(told.title)]
    layers += [day_in(one.text) for one in seen.values("written", "updated")]
    yield from (day for day in layers if day)


def url_day(address: str) -> str | None:
    """Return the day in an address: /2021-04/12/, /20210412/, t20210412_, /2021/0412/."""
    for found in _URL_DAY.finditer(address):
        month, day = [part for part in found.groups()[1:] if part]
        iso = iso_day(found[1], month, day)
        if iso:
            return iso
    return None


def _epoch_day(seconds: int | None) -> str | None:
    if seconds is None or not 0 < seconds < _LATEST_EPOCH:
        return None
    return datetime.fromtimestamp(seconds, _CHINA).date().isoformat()


def _sources(told: Said, seen: _Seen, beside: Beside) -> Iterator[str]:
    """Yield the names of who published the article, the best proved first."""
    named = [value.text for value in seen.values("source")]
    named += [word for header in seen.below for word in header.words if is_site(word)]
    named += told.of("source")
    named += [word for header in seen.below if header.day for word in header.words if _may_be_source(word)]
    named += [line for line in beside.below if is_site(line)]
    named += [word for header in seen.above if header.day for word in header.words if is_medium(word)]
    named += [paper for line in (*beside.below, *beside.above) if (paper := quoted_paper(line))]
    named += [value.text for value in seen.values("agency")]
    named += [publisher(one) for one in told.of("site")]
    named += [site for one in (told.title,) if (site := site_of(one))]
    yield from (name for text in named if (name := source_name(text)))


def _may_be_source(word: str) -> bool:
    return len(word) > 1 and not is_name(word) and not is_site_or_column(word) and not word.isascii()


def source_name(text: str) -> str | None:
    """Return the source that a value names, without what stands behind it; None if it names none."""
    words = re.split(r"[\s\u3000\u00a0|｜]+|\d{4}[-年/.]", text.strip(EDGES))
    name = re.sub("^(?:来源|转自)[:：]", "", words[0].strip(EDGES)) if words else ""
    if not name or len(name) > _LONGEST_SOURCE or _NO_SOURCE.fullmatch(name) or is_generic(name):
        return None
    return name


def _bylines(told: Said, seen: _Seen) -> tuple[Byline, ...]:
    out: list[Byline] = []
    for value in seen.values(*_ROLES):
        out += [Byline(name, _ROLES[value.field]) for name in names_in(value.text)]
    for field in ("reporter", "editor"):
        if not any(one.role == _ROLES[field] for one in out):
            out += [
                Byline(name, _ROLES[field]) for text in told.of(field) if not is_site(text) for name in names_in(text)
            ]
    return tuple(dict.fromkeys(out))

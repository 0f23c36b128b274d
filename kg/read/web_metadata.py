"""What the lines beside a web page's article say: its day, its source, who wrote and who edited it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.page import Byline
from kg.read.web_names import names_in
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.read.web_facts import Said

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?P<mark>[-/.年])\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*日?"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?(?!\d)")
_TODAY = re.compile(r"今天|现在|当前|北京时间|今日|农历|登录|欢迎")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_/]?(\d\d)[-_/]?(\d\d)|/(\d{1,2})/(\d{1,2})|[-_](\d{1,2})[-_](\d{1,2}))(?!\d)"
)
_CHINA = timezone(timedelta(hours=8))
_ROLES = {"reporter": "记者", "editor": "编辑", "correspondent": "通讯员", "photographer": "摄影"}
_MEDIUM = re.compile(
    r"^(?:本报|[\u4e00-\u9fff]{2,14}(?:日报|晚报|晨报|时报|早报|商报|新报|周报|新闻网|新华社|电视台|政府网|人民网|新华网|融媒体中心|融媒|发布|广播电台|在线))$"
)
_VALUE_EDGES = " \t\u3000\u00a0|｜/·,，;；:：[]【】()（）《》“”\"'<>＞"
_LONGEST_SOURCE = 30
_NO_SOURCE = re.compile(
    r"(?:本站|本网|原创|网络|互联网|未知|转载|admin|管理员|无|佚名|https?:.*|www\..*|[\d\W]*)", re.IGNORECASE
)


class Facts(NamedTuple):
    """What is known of a page's article beside its text."""

    published: str | None
    source: str | None
    bylines: tuple[Byline, ...]


class _Value(NamedTuple):
    field: str
    text: str


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    fields = {row["label"]: row["field"] for row in read_table("web_labels")}
    words = sorted(fields, key=lambda one: (-len(one), one))
    spaced = "|".join(r"[\s\u3000]*".join(map(re.escape, word)) for word in words)
    # 文 and 图 are labels only where nothing adheres to them.
    return re.compile(rf"(?<![\u4e00-\u9fffA-Za-z])(?P<label>{spaced})[\s\u3000]*[:：]"), fields


def values_in(line: str) -> list[_Value]:
    """Return what a line says by its labels, in order; a value ends where the next label begins."""
    pattern, fields = _labels()
    found = list(pattern.finditer(line))
    out = []
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        label = "".join(match["label"].split())
        out.append(_Value(fields[label], line[match.end() : end].strip(_VALUE_EDGES)))
    return out


def is_label_line(line: str) -> bool:
    """Say whether a short line beside an article says nothing but when, where from and by whom."""
    rest = line
    found = values_in(line)
    if found:
        rest = _labels()[0].split(line, maxsplit=1)[0]
    rest = _DAY.sub("", rest)
    rest = re.sub(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期[一二三四五六日天]|[上下]午", "", rest).strip(_VALUE_EDGES)
    return not rest or bool(_MEDIUM.fullmatch(rest)) or (bool(found) and len(rest) < 12)  # noqa: PLR2004 - a name


def facts(told: Said, beside: Sequence[str], behind: Sequence[str], url_dates: Sequence[str]) -> Facts:
    """Return what the page says: by `beside`, the lines about its headline, `behind`, those after its text, and hidden.

    A line that a reader sees is worth more than a hidden one, and a labelled value more than a bare one.
    """
    near = [value for line in beside for value in values_in(line)]
    after = [value for line in behind for value in values_in(line)]
    return Facts(
        _published(told, near, beside, after, url_dates),
        _source(told, near, beside, after),
        _bylines(told, near + after),
    )


def _published(
    told: Said, near: list[_Value], beside: Sequence[str], after: list[_Value], urls: Sequence[str]
) -> str | None:
    bare = [line for line in beside if not _TODAY.search(line)]
    layers: Iterable[str | None] = (
        *(day_in(one.text) for one in near if one.field == "published"),
        *(_seen_day(line) for line in bare),
        *(day_in(one) for one in told.of("published")),
        _epoch_day(told.epoch),
        *(day_in(one.text) for one in after if one.field == "published"),
        *(url_day(one) for one in urls),
        *(day_in(one.text) for name in ("written", "updated") for one in near + after if one.field == name),
    )
    return next((day for day in layers if day), None)


def _seen_day(line: str) -> str | None:
    """Return the day in a line without label, if the line is little more than it."""
    if any(one.field in {"written", "updated"} for one in values_in(line)) or len(line) > 120:  # noqa: PLR2004
        return None
    return day_in(line)


def day_in(text: str) -> str | None:
    """Return the first day that a text names, as ISO 8601 writes it."""
    for found in _DAY.finditer(text):
        day = _iso(found["year"], found["month"], found["day"])
        if day:
            return day
    compact = _COMPACT.search(text)
    return _iso(*compact.groups()) if compact else None


def url_day(address: str) -> str | None:
    """Return the day in an address: /2021-04/12/, /20210412/, t20210412_, /2021/0412/."""
    for found in _URL_DAY.finditer(address):
        month, day = [part for part in found.groups()[1:] if part]
        iso = _iso(found[1], month, day)
        if iso:
            return iso
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _epoch_day(seconds: int | None) -> str | None:
    return datetime.fromtimestamp(seconds, _CHINA).date().isoformat() if seconds else None


def _source(told: Said, near: list[_Value], beside: Sequence[str], after: list[_Value]) -> str | None:
    candidates = [one.text for one in near if one.field == "source"]
    candidates += [one.text for one in after if one.field == "source"]
    candidates += told.of("source")
    for text in candidates:
        name = source_name(text)
        if name:
            return name
    for line in beside:
        for word in _DAY.sub(" ", line).split():
            if _MEDIUM.fullmatch(word.strip(_VALUE_EDGES)):
                return word.strip(_VALUE_EDGES)
    agencies = [one.text for one in near + after if one.field == "agency"] + told.of("site")
    return next((name for text in agencies if (name := source_name(text))), None)


def source_name(text: str) -> str | None:
    """Return the source that a value names, without what stands behind it; None if it names none."""
    words = re.split(r"[\s\u3000|｜]+|\d{4}[-年/.]", text.strip(_VALUE_EDGES))
    name = words[0].strip(_VALUE_EDGES) if words else ""
    if not name or len(name) > _LONGEST_SOURCE or _NO_SOURCE.fullmatch(name):
        return None
    return name


def _bylines(told: Said, values: list[_Value]) -> tuple[Byline, ...]:
    out: list[Byline] = []
    for value in values:
        if value.field in _ROLES:
            out += [Byline(name, _ROLES[value.field]) for name in names_in(value.text)]
    for field in ("reporter", "editor"):
        if not any(one.role == _ROLES[field] for one in out):
            for text in told.of(field):
                out += [Byline(name, _ROLES[field]) for name in names_in(text)]
    return tuple(dict.fromkeys(out))

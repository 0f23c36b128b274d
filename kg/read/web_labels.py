"""Lines beside a web page's article: 2021-04-12 09:30 来源：青峦日报 责任编辑：贺清禾 字体：大 中 小."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from kg.read.web_furniture import is_furniture
from ontology import read_table

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:\s*[-/.年]\s*|\s+(?=\d{1,2}/))(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*日?"
)
_COMPACT = re.compile(r"(?<![\d.])((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?(?![\d.])")
_CHINESE_DAY = re.compile(
    "(?P<year>[一二][九〇零○O][〇零○O一二三四五六七八九]{2})年(?P<month>十[一二]?|[一二三四五六七八九])月"
    "(?P<day>[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])[日号]"
)
_DIGITS = {mark: value for value, mark in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}
_TIME = re.compile(
    r"(?:[上下]午|凌晨|晚上?)?\s*\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2})?\s*[分秒]?|(?:星期|周)[一二三四五六日天]|T(?=\d)|[+]08:?00|Z$"
)
# Days of something else: of the notice itself, of its last change.
_LATER = re.compile(r"(?:更新|修改|成文|发文|生成|印发)(?:时间|日期)\s*[:：]\s*[\d年月日/.-]+")
_GAPS = re.compile(r"[\s\u3000\u00a0|｜·/,，;；\[\]【】()（）《》<>＞—_-]+")
EDGES = " \t\u3000\u00a0|｜/·,，;；:：[]【】()（）《》“”\"'<>＞—_-"
_LONGEST_LINE = 160
_LONGEST_WORD = 14
_MOST_WORDS = 5
_SENTENCE = re.compile("[。！？；]")


class Value(NamedTuple):
    """A labelled value: which field the label is of, and what stands behind it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """A line that says when, where from and by whom: its labelled values, its bare day, the words that remain."""

    values: tuple[Value, ...]
    day: str | None
    words: tuple[str, ...]
    labelled: bool
    """It says so by a label with a colon, as no line of an article does."""


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_table("web_labels")
    fields = {row["label"]: row["field"] for row in rows}
    people = {"reporter", "editor", "correspondent", "photographer"}

    def spaced(words: list[str]) -> str:
        ordered = sorted(words, key=lambda one: (-len(one), one))
        return "|".join(r"[\s\u3000]*".join(map(re.escape, word)) for word in ordered)

    names = spaced([label for label, field in fields.items() if field in people and len(label) > 1])
    # A role needs no colon where a space sets it off from its names: 记者 贺清禾.
    return re.compile(
        rf"(?<![\u4e00-\u9fffA-Za-z])(?:(?P<label>{spaced(list(fields))})[\s\u3000]*[:：/]"
        rf"|(?P<role>{names})[\s\u3000]+(?=[\u4e00-\u9fff]))"
    ), fields


@lru_cache(maxsize=2048)
def values_in(line: str) -> tuple[Value, ...]:
    """Return what a line says by its labels, in order; a value ends where the next label begins."""
    pattern, fields = _labels()
    found = list(pattern.finditer(line))
    out = []
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        label = "".join((match["label"] or match["role"]).split())
        out.append(Value(fields[label], line[match.end() : end].strip(EDGES)))
    return tuple(out)


@lru_cache(maxsize=2048)
def header_in(line: str) -> Header | None:
    """Return what a line beside an article says of it; None for a line that is something else."""
    if len(line) > _LONGEST_LINE or _SENTENCE.search(line) or "\t" in line:
        return None
    values = values_in(line)
    first = _labels()[0].search(line) if values else None
    before = line[: first.start()] if first else line
    day = day_in(_LATER.sub("", line))
    if day is None and not values:
        return None
    bare = _TIME.sub(" ", _COMPACT.sub(" ", _CHINESE_DAY.sub(" ", _DAY.sub(" ", before))))
    words = tuple(word for word in _GAPS.split(bare) if word and not is_furniture(word))
    if len(words) > _MOST_WORDS or any(len(word) > _LONGEST_WORD for word in words):
        return None
    if any(len(value.text) > _LONGEST_LINE // 2 for value in values):
        return None
    return Header(values, day, words, any(one["label"] for one in _labels()[0].finditer(line)))


def day_in(text: str) -> str | None:
    """Return the first day that a text names, as ISO 8601 writes it."""
    for found in _DAY.finditer(text):
        day = iso_day(found["year"], found["month"], found["day"])
        if day:
            return day
    compact = _COMPACT.search(text)
    return iso_day(*compact.groups()) if compact else _written_day(text)


def _written_day(text: str) -> str | None:
    """Return the day that a text writes in Chinese numerals: 二〇二一年四月十二日 is 2021-04-12."""
    found = _CHINESE_DAY.search("".join(text.split()))
    if found is None:
        return None
    year = "".join(str(_DIGITS[one]) for one in found["year"])
    return iso_day(year, *(str(_number(found[name])) for name in ("month", "day")))


def _number(written: str) -> int:
    """Return a number below a hundred: 十二, 二十, 廿一, 三."""
    tens, ten, ones = written.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    return (_DIGITS[tens] if tens else 1 if ten else 0) * 10 + (_DIGITS[ones] if ones else 0)


def iso_day(year: str, month: str, day: str) -> str | None:
    """Return a day as ISO 8601 writes it; None if there is none such."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None

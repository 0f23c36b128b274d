"""Jump lines: what sends a reader to the page where an article goes on, and back to where it began."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.language.page_labels import plain_label
from kg.repair import one_to_one
from kg.segment.places import before, iter_matches, iter_places
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.page import Page

Side = Literal["on", "back"]

_NUMBER = re.compile(r"([A-Z]*)(\d+)")
_LABEL = r"(?:[A-Z]\s?\d{1,3}|\d{1,3}|[一二三四五六七八九十]{1,3}|头)"
_PAGE_FOLLOWS = re.compile(rf"\s*(?:第?\s*{_LABEL}\s*版|[A-Z]\d)")
# 《…》 names the article; 要闻 the page.
_MORE = r"(?:[·:：]|[^\S\n])?(?:《[^》\n]{1,40}》[^（）()。，\n]{0,8}|[^（）()。，\n]{0,14}?)"
# In brackets a jump may be broken by a column's edge, with a blank line or without.
_SPACED, _BROKEN = r"[^\S\n]?", r"\s{0,8}"
_OPEN, _CLOSE = r"[（(【\[〔]", r"[）)】\]〕]"
_MARKS = "▶►▷→➡≫》>★●■◆▲△"
_POINTER = rf"[{_MARKS}\s]*"
_BRACKETS = "（(【[〔"


class Jump(NamedTuple):
    """`[start, end)` sends to the page that the paper calls `label`; it is no article's text."""

    start: int
    end: int
    side: Side
    label: str


@cache
def _sides() -> dict[str, Side | None]:
    """Return for each word whether the article goes on or began elsewhere; None where the word says neither."""
    sides: dict[str, Side | None] = {"on": "on", "back": "back", "either": None}
    return {row["word"]: sides[row["side"]] for row in read_table("jump_words")}


@cache
def _pattern() -> re.Pattern[str]:
    rows = read_table("jump_words")
    broken = _any((row["word"] for row in rows), _BROKEN)
    words = _any((row["word"] for row in rows), _SPACED)
    plain = _any((row["word"] for row in rows if not row["bare"]), _SPACED)
    in_brackets = rf"{_OPEN}{_POINTER}(?P<word_1>{broken})\s*(?:{_page(1)}|(?P<label_2>[A-Z]\d{{1,2}})){_MORE}{_CLOSE}"
    as_line = rf"^[^\S\n]*{_POINTER}(?P<word_3>{words})[^\S\n]*{_page(3)}{_MORE}[^\S\n]*$"
    among_text = rf"{_OPEN}?{_POINTER}(?P<word_4>{plain})\s*{_page(4)}{_MORE}(?:{_CLOSE}|(?=\s|$))"
    return re.compile(f"{in_brackets}|{as_line}|{among_text}", re.MULTILINE)


def _page(number: int) -> str:
    return rf"第?\s*(?P<label_{number}>{_LABEL})\s*版"


def _any(words: Iterator[str], between: str) -> str:
    """Return a pattern for any of the words, the longest first; `between` may stand between their characters."""
    return "|".join(between.join(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def own_label(page: Page) -> str | None:
    """Return what the paper calls a page: what it says itself, else its place in its file, if it has one."""
    if page.meta.page_label is not None:
        return page.meta.page_label
    return str(page.number) if page.number is not None and page.file == page.volume else None


def find_jumps(raw: str, page: str | None = None) -> list[Jump]:
    """Return the jumps of a page's text, in order; `page` is what the paper calls it, if that is known."""
    ends = sorted(at + 1 for end in _ends() for at in iter_places(raw, end))
    if not ends:
        return []
    text = one_to_one(raw)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return [_jump(found, page) for found in iter_matches(_pattern(), text, _places(text, ends))]


def _places(text: str, ends: Iterable[int]) -> Iterator[int]:
    """Yield where a jump may begin: before a word's end and a page's number, with nothing between but the word."""
    for at in ends:
        if _PAGE_FOLLOWS.match(text, at):
            yield from before(text, at - 1, _leading())


@cache
def _ends() -> str:
    return "".join(sorted({word[-1] for word in _sides()}))


@cache
def _leading() -> frozenset[str]:
    return frozenset(_MARKS + _BRACKETS).union(*_sides())


def _jump(found: re.Match[str], page: str | None) -> Jump:
    values = [(name.partition("_")[0], value) for name, value in found.groupdict().items() if value is not None]
    said = {name: "".join(value.split()) for name, value in values}
    start = found.end() - len(found.group().lstrip())
    label = "1" if said["label"] == "头" else plain_label(said["label"])
    side = _sides()[said["word"]] or _side(found, label, page)
    return Jump(start, start + len(found.group().strip()), side, label)


def _side(found: re.Match[str], label: str, page: str | None) -> Side:
    """Say where 紧接 sends: to a later page or an earlier one; else on from a line's end, back from its start."""
    own, other = _NUMBER.fullmatch(page or ""), _NUMBER.fullmatch(label)
    if own and other:
        return "on" if (other[1], int(other[2])) > (own[1], int(own[2])) else "back"
    before = found.string[: found.start()].rpartition("\n")[2]
    return "on" if before.strip() and label != "1" else "back"

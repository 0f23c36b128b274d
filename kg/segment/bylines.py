"""Bylines where they stand: behind 本报讯, after □, in brackets at the end, under a picture."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg.segment.credits import (
    HAN,
    credit_begins,
    credit_ends,
    cut_word,
    is_role,
    may_sign,
    parse_credits,
    parse_names,
    role_pattern,
    surname_pattern,
)
from kg.segment.places import iter_matches, iter_places

if TYPE_CHECKING:
    from kg.page import Byline

BOXES = "□■◎●▲△☉○◇◆※★☆"


class FoundByline(NamedTuple):
    """`[start, end)` credits `bylines` and is no part of what the article says."""

    start: int
    end: int
    bylines: tuple[Byline, ...]
    kind: str
    """head: opens the body; box: a line of its own before the body; tail: in brackets; photo: under a picture."""


_PAPER = rf"[{HAN}]{{2,6}}(?:日报|晚报|晨报|时报|新报|新闻网)"
# 本报讯, 本网讯, 吕梁日报讯, 本报北京4月8日讯: the words that open a news body.
HEAD = (
    rf"(?:本\s*[报网刊台]|{_PAPER})"
    rf"(?:(?!记\s*者|\n[^\S\n]*\n)[{HAN}0-9０-９\s]){{0,14}}?讯(?!\s*员)"
)


# 文/王涛 图/李敏; 文/图 王涛.
_WROTE, _SHOT, _DID_BOTH = r"文\s*[/｜|](?!\s*图)", r"[图摄]\s*[/｜|]", r"(?:文/图|图/文)\s"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    role = role_pattern()
    credit = rf"[^（）()。，；\n]*?(?:{role}|摄|文/图|图/文)[^（）()。；]{{0,80}}?"
    # Names without brackets end where white space and a longer word follow: 记者 王磊 昨日…; letter-spaced ones do not.
    name = rf"(?:{surname_pattern()})(?:[ \u3000]{{1,3}}[{HAN}]|(?:\s*\n\s*)?[{HAN}](?:(?:\s*\n\s*)?[{HAN}])?)"
    names = rf"(?:{role})[:：]?\s*{name}(?:(?:\s*、\s*|\s+)(?:(?:{role})\s*)?{name}|\s*(?:{role})\s*{name}){{0,5}}"
    return {
        "head": re.compile(
            rf"^[^\S\n]*(?:{HEAD}|[{HAN}]{{2,10}}讯)\s*[（(]\s*(?P<who>{credit})[）)][:：]?", re.MULTILINE
        ),
        "comment": re.compile(
            rf"^[^\S\n]*[{BOXES}]?[^\S\n]*本[报刊][^\S\n]*(?:特约)?评论员(?:文章)?[^\n。，；]{{0,12}}$(?P<who>)",
            re.MULTILINE,
        ),
        "told": re.compile(
            rf"^[^\S\n]*{HEAD}\s*(?P<who>(?:{role})[^。，；（）()\n]{{1,30}}?报\s*道)\s*[:：]", re.MULTILINE
        ),
        "unbracketed": re.compile(
            rf"^[^\S\n]*{HEAD}\s+(?P<who>{names})(?:\s*报\s*道[，,]?|(?=\s+[^\s、]{{2}}))", re.MULTILINE
        ),
        "named": re.compile(rf"^[^\S\n]*{HEAD}\s*[（(]\s*(?P<who>[^（）()。，；：0-9]{{2,24}})[）)]", re.MULTILINE),
        "bare": re.compile(rf"^[^\S\n]*(?:{HEAD})[:：]?(?=[\s{HAN}0-9０-９“《])(?P<who>)", re.MULTILINE),
        "wire": re.compile(rf"(?<=[讯电])\s*[（(]\s*(?P<who>{credit})[）)]"),
        "tail": re.compile(rf"[（(]\s*(?P<who>{credit})[）)]"),
        "signed": re.compile(
            r"(?<=[。！？”…])\s*[（(](?P<who>[^（）()。，；：0-9]{2,24})[）)](?=[^\S\n]*(?:$|图为|[（(]?下转))",
            re.MULTILINE,
        ),
        "box": re.compile(rf"^[^\S\n]*[{BOXES}][^\S\n]*(?P<who>[^\n。，；]{{2,60}}?)[^\S\n]*$", re.MULTILINE),
        "line": re.compile(
            rf"^[^\S\n]*(?:{_PAPER})?(?P<who>(?:(?:文/图|图/文|图文)[^\S\n]*)?(?:{role})[^\n。，；（）]{{0,60}}?)[^\S\n]*$",
            re.MULTILINE,
        ),
        "slashed": re.compile(
            rf"^[^\S\n]*[{BOXES}]?[^\S\n]*(?P<who>(?:{_WROTE}|{_DID_BOTH})[^\n。，；（）]{{2,60}}?)[^\S\n]*$",
            re.MULTILINE,
        ),
        "photo": re.compile(
            rf"(?:^|(?<=[。！？”\s）]))(?P<who>(?:(?:{role})[^\S\n]*)?[{HAN}·]{{1,8}}(?:[^\S\n]+[{HAN}·]{{1,8}}){{0,5}}"
            rf"(?:[^\S\n]+|(?<=[{HAN}]))(?:摄影报道|摄影|摄|文/图|图/文))[^\S\n]*$",
            re.MULTILINE,
        ),
    }


_KINDS = {
    "head": "head", "told": "head", "unbracketed": "head", "named": "head", "wire": "head", "bare": "head",
    "comment": "box", "box": "box", "line": "box", "slashed": "box", "tail": "tail", "signed": "tail", "photo": "photo",
}  # fmt: skip
_COMMENTATOR = "评论员"
_TOLD = "道"
_TOLD_OF = "讯电"
_NEWS = "讯"
# How far before 讯 its line may begin: 本报北京4月8日讯, letter-spaced or broken over lines.
_FARTHEST = 60
_ENDS_PHOTO = ("摄影报道", "摄影", "摄", "文/图", "图/文")
_PICTURED = ("摄", "文/图", "图/文")
_SHORT_LINE = re.compile(
    rf"[^\S\n]*\n\s*(?P<rest>[{HAN}]{{1,9}}(?:[^\S\n]+[{HAN}]{{1,4}}){{0,2}})[^\S\n]*$", re.MULTILINE
)
_WORDS = ("讯", "记者", "摄", "编辑", "责编", "评论员", "文/图", "图/文", "文/", "文｜", "文|", *"□■◎●○◇◆")
_BROKEN_WORD = re.compile(r"记\s+者")
_BRACKET_AFTER_SENTENCE = re.compile(r"[。！？”…]\s*[（(]")
_WIDE_SPACE = re.compile("[ \u3000]+")
_NAMES_ALONE = ("signed", "named")


def find_bylines(raw: str, start: int = 0, end: int | None = None) -> list[FoundByline]:
    """Return the bylines in `raw[start:end]`, in order and without overlap."""
    text = raw[start:end]
    if not _may_credit(text):
        return []
    # A line may end with a carriage return, alone or before a line feed; lengths stay.
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    places = _places(text)
    found: list[FoundByline] = []
    for name, pattern in _patterns().items():
        if not places[name]:
            continue
        for match in iter_matches(pattern, text, places[name]):
            begin = start + match.end() - len(match.group().lstrip())
            who, stop = match.group("who"), match.end()
            if name in ("box", "line"):
                stop = _carried_over(text, who, stop)
                who = text[match.start("who") : stop]
            close = start + stop
            at = bisect_left(found, (begin,))
            if (at and found[at - 1].end > begin) or (at < len(found) and found[at].start < close):
                continue
            if name == "unbracketed":
                who, stop = _names_only(who, match.start("who"), stop)
                close = start + stop
            bylines = _credited(name, who)
            if bylines is not None:
                found.insert(at, FoundByline(begin, close, bylines, _KINDS[name]))
    return found


def _may_credit(text: str) -> bool:
    """Say quickly whether anybody may be credited in a text."""
    if any(word in text for word in _WORDS) or ("记" in text and _BROKEN_WORD.search(text)):
        return True
    return ("（" in text or "(" in text) and _BRACKET_AFTER_SENTENCE.search(text) is not None


def _credited(name: str, who: str) -> tuple[Byline, ...] | None:
    """Return whom a match of the pattern `name` credits; names alone must each have a surname."""
    if name in _NAMES_ALONE:
        return parse_names(who)
    if name == "slashed":
        who = re.sub(_DID_BOTH, "文/图 记者 ", who)
        found = parse_credits(re.sub(_SHOT, " 摄影 ", re.sub(_WROTE, " 记者 ", who)))
        return found if found and all(may_sign(one.name) for one in found) else None
    named = parse_credits(who) if who else ()
    return parse_names(who, words=False) if named is None and name == "box" else named


def _names_only(who: str, begin: int, end: int) -> tuple[str, int]:
    """Return a credit without the words behind it that may be no names (记者 王涛 成都 …), and where it then ends."""
    *before, last = _WIDE_SPACE.split(who)
    shorter = who[: len(who) - len(last)].rstrip()
    padded = len(last) == 1  # 王 涛
    if before and not padded and not re.search(role_pattern(), last) and not may_sign(last, words=False):
        return shorter, begin + len(shorter)
    return who, end


def _carried_over(text: str, who: str, end: int) -> int:
    """Return where a byline of its own ends that may go on in the next line: a word or a name is cut, or names lack."""
    following = _SHORT_LINE.match(text, end)
    if following is None:
        return end
    rest = "".join(following.group("rest").split())
    if is_role(who):
        return following.end() if parse_names(following.group("rest")) is not None else end
    whole = parse_credits(who) is not None
    cut = cut_word(who, rest) or (len(rest) == 1 if whole else parse_credits(f"{who}\n{rest}") is not None)
    return following.end() if cut else end


_Places: TypeAlias = "dict[str, list[int]]"


def _places(text: str) -> _Places:
    """Return where each kind may match: looking for what it cannot be without is much faster than trying everywhere."""
    places: _Places = _line_places(text)
    opening = _heads_of_lines(text, _NEWS, _FARTHEST)
    places["head"] = places["unbracketed"] = places["named"] = places["bare"] = opening
    places["told"] = opening if _TOLD in text else []
    places["comment"] = _heads_of_lines(text, _COMMENTATOR, _FARTHEST)
    brackets = [*iter_places(text, "（")]
    if "(" in text:
        brackets = sorted([*brackets, *iter_places(text, "(")])
    credited = _credited_in_brackets()
    places["tail"] = [at for at in brackets if credited.match(text, at)]
    places["signed"] = [at for bracket in brackets if (at := _after_sentence(text, bracket)) is not None]
    ends = [len(text[max(0, at - _FARTHEST) : at].rstrip()) + max(0, at - _FARTHEST) for at in places["tail"]]
    places["wire"] = [end for end in ends if end and text[end - 1] in _TOLD_OF]
    return places


@cache
def _credited_in_brackets() -> re.Pattern[str]:
    """Return a bracket behind which, before it ends, a character stands that every credit has one of."""
    return re.compile(rf"[（(][^（）()]{{0,{_FARTHEST - 2}}}?[{''.join(sorted(credit_ends()))}]")


def _after_sentence(text: str, bracket: int) -> int | None:
    """Return where the white space before a bracket begins that a sentence ends before; None if none does."""
    at = bracket
    while at and text[at - 1].isspace() and bracket - at < _FARTHEST:
        at -= 1
    return at if at and text[at - 1] in "。！？”…" else None


def _line_places(text: str) -> _Places:
    """Return which lines may be bylines of their own, and where in them a picture's may begin."""
    first = _begins_line()
    pictured = any(word in text for word in _PICTURED)
    heads: list[int] = []
    photos: list[int] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            if bare[0] in first or ("记" in bare and _PAPERS_OWN.match(bare)):
                heads.append(at)
            if pictured and bare.endswith(_ENDS_PHOTO):
                window = _PHOTO_BEGINS.finditer(text, max(0, at - _FARTHEST), at + len(line))
                photos += [found.start() for found in window]
        at += len(line) + 1
    return {"box": heads, "line": heads, "slashed": heads, "photo": photos}


_PAPERS_OWN = re.compile(_PAPER)


@cache
def _begins_line() -> frozenset[str]:
    return credit_begins().union(BOXES, "文图")


_PHOTO_BEGINS = re.compile(rf"(?:^|(?<=[。！？”\s）]))[{HAN}·]", re.MULTILINE)


def _heads_of_lines(text: str, word: str, farthest: int) -> list[int]:
    """Return the beginnings of the lines that stand at most `farthest` before a word, or have it."""
    if word not in text:
        return []
    heads: set[int] = set()
    for at in iter_places(text, word):
        before = at
        while (before := text.rfind("\n", max(0, at - farthest), before)) >= 0:
            heads.add(before + 1)
        if at <= farthest:
            heads.add(0)
    return sorted(heads)

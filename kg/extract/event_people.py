"""People whom only the events need: named without a title where nobody else could stand (张三、李四等参加会见)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.language.cues import Cued
from kg.language.name_evidence import surname_of
from kg.language.names import is_foreign_name, read_name
from kg.language.words import tag
from kg.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mention import Annotated

# The line that closes an article: names, then that they were there.
_PART = (
    "[　 ]*[\u4e00-\u9fff·、\u3000 ]{2,60}?(?:等(?:同志|领导)?)?(?:分别|一同|也|共同|一并)?"
    "(?:陪同|出席|参加|列席|随同|主持)(?:了)?[^，。；\n]{0,16}"
)
_CLOSING = re.compile(f"(?:{_PART}，)*{_PART}。")
_END = Cued("(?:陪同|出席|参加|列席|随同|主持)[^，。；\n]{0,17}。")
_LIST = re.compile(
    "(?:^|(?<=[\n。，]))[　 ]*(?P<names>[\u4e00-\u9fff·、\u3000 ]{2,60}?)(?:等(?:同志|领导)?)?"
    "(?:分别|一同|也|共同|一并)?(?:陪同|出席|参加|列席|随同|主持)"
)
# What a headline begins with, and the body says again: the one who acts.
_HEAD = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,4}?)(?=同|与|会见|出席|主持|率团|率队|赴|到|在|抵达|将|深入|调研|检查|慰问|看望)"
)
_ACTS = (
    "(?:^|(?<=[\n，。]))%s(?=(?:委员长|总理|主席|总书记|副主席|部长|省长|市长|书记|同志)?"
    "(?:同|与|会见|出席|主持|率|赴|到|在|抵达|分别|强调|指出|深入|调研|检查|先后|来到|一行|看望))"
)
_FACING = Cued(
    "(?:同|与)(?P<name>[\u4e00-\u9fff·]{2,12}?)(?=(?:举行|进行)(?:了)?(?:[大小]范围|双边|正式|友好|工作)*(?:会谈|会晤)|通电话)"
    "|会见(?:了)?(?P<met>[\u4e00-\u9fff·]{2,8}?)(?=[，。]|时，)"
)
# Who is honoured without a title: 授予甲等20人“…”称号, 追授乙同志“…”称号.
_HONOURED = Cued(
    "(?:授予|追授|表彰了?)(?P<names>[\u4e00-\u9fff·、]{2,24}?)(?=等(?:[0-9]+|[一二三四五六七八九十百]+)(?:余|多)?[名位人个]|(?:等)?同志“|“)"
)
# Those who are honoured at the end of a clause: 甲、乙等10人获奖.
_WINNING = Cued(
    "(?:^|(?<=[\n，。；]))(?P<names>[\u4e00-\u9fff·、]{2,24}?)等(?:[0-9]+|[一二三四五六七八九十百]+)(?:余|多)?[名位人个](?:同志|选手|教师|学生|职工|个人)?"
    "(?=(?:分别)?(?:获奖|受到表彰|获表彰|获评|荣获|获得|被授予|被评为))"
)
# Who is punished without a title: 某某受到党内警告处分.
_PUNISHED = re.compile(
    "(?:^|(?<=[\n，。；]))(?P<names>[\u4e00-\u9fff]{2,4}?)(?=(?:因[^，。；]{2,30}，)?"
    "(?:还|又|分别)?(?:受到[^，。；]{0,12}处分|被给予|被开除|被立案|被判处|被逮捕|被诫勉|主动投案))"
)
_SURE, _LONGEST = 0.75, 4


def find_bare_people(annotated: Annotated) -> list[Mention]:
    """Return people without a title or any other word that makes them known."""
    text, head = annotated.article.full.text, annotated.article.body_start
    found = [*_closing(text), *_heading(text, head), *_facing(text), *_honoured(text)]
    if not found:
        return []
    taken = {at for m in (*annotated.persons, *annotated.bodies) for at in range(m.start, m.end)}
    return [m for m in found if not taken.intersection(range(m.start, m.end))]


def _closing(text: str) -> Iterator[Mention]:
    for end in _END.finditer(text):
        start = max(text.rfind("\n", 0, end.start()), text.rfind("。", 0, end.start())) + 1
        line = _CLOSING.fullmatch(text, start, end.end())
        for part in _LIST.finditer(text, start, end.end()) if line else ():
            listed = list(_names(text, part.start("names"), part.end("names")))
            if all(_is_name(text, start, end) for start, end in listed):
                yield from (_person(text, start, end) for start, end in listed)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for item in re.finditer("[^、]+", text[start:end]):
        word = item[0].strip("\u3000 ")
        left = start + item.start() + item[0].index(word) if word else start
        yield left, left + len(word)


def _is_name(text: str, start: int, end: int) -> bool:
    """Say whether a whole item reads as a name: by its surname, and as no word of the language."""
    word = text[start:end]
    plain = re.sub("[\u3000 ]", "", word)
    if "·" in plain:
        return True
    if not surname_of(plain) or not len("张三") <= len(plain) <= _LONGEST - (len(surname_of(plain)) == 1):
        return False
    kind = tag(plain)
    return not kind or kind.startswith("nr")


def _heading(text: str, head: int) -> Iterator[Mention]:
    match = _HEAD.match(text, 0, head)
    if match is None or not surname_of(match["name"]):
        return
    name = read_name(text, 0, least=_SURE)
    if name is None or name.end != match.end() or name.score < _SURE or not _is_name(text, 0, name.end):
        return
    for again in re.finditer(_ACTS % re.escape(name.name), text[head:]):
        yield _person(text, head + again.start(), head + again.end())


def _facing(text: str) -> Iterator[Mention]:
    """Yield the other side of talks (李某同陈某某举行会谈)."""
    for match in _FACING.finditer(text):
        start, end = match.span("name" if match["name"] else "met")
        if _is_name(text, start, end) or is_foreign_name(text[start:end]):
            yield _person(text, start, end)


def _honoured(text: str) -> Iterator[Mention]:
    for match in (*_HONOURED.finditer(text), *_WINNING.finditer(text), *_PUNISHED.finditer(text)):
        listed = list(_names(text, match.start("names"), match.end("names")))
        yield from (_person(text, start, end) for start, end in listed if _is_name(text, start, end))


def _person(text: str, start: int, end: int) -> Mention:
    name = re.sub("[\u3000 ]", "", text[start:end])
    return Mention("person", start, end, text[start:end], name, "bare", 0.85)

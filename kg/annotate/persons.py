"""Persons: those behind titles, ordinary people behind 村民 or 选手, and every further mention of a name once seen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.holders import confidence
from kg.language.cues import Cued
from kg.language.lexicon import Lexicon, find_each
from kg.language.name_evidence import follower_at, surname_of
from kg.language.name_form import form_of
from kg.language.names import read_name
from kg.language.words import cuts, cuts_word, tag
from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.page import Byline

_SURE = 0.75
_CLEAR = {"han", "dotted", "people"}
_BRACKET = re.compile("[（(][^（）()\n]{1,12}[）)]")
_LEADERS = "领导"
_CLOSING = Cued(
    "(?:^|(?<=[。！？；\n]))(?:[\u3000 ]*)([\u4e00-\u9fff·]{2,12}(?:、[\u4e00-\u9fff·]{2,12}){0,40}?)"
    "(?=(?:等)?(?:[\u4e00-\u9fff]{0,4}?)(?:出席|参加|陪同|列席|一同|同机|作了发言|分别主持|分别参加))"
)

_LEADING = Cued("以([\u4e00-\u9fff·]{2,12})为(?:团长|副团长|组长|副组长|领队|队长)")
_SHORT_NOUN = 2
_GOES_ON = {"人", "员"}
"""With these a noun goes on to be another word for a person."""
_AND_OTHERS = re.compile("(?:等|等人|等领导|等同志|同志|一同|也|分别|一起)+$")


@cache
def _roles() -> Lexicon[bool]:
    return Lexicon({row["noun"]: row["tie"] == "y" for row in read_table("role_nouns")})


def find_persons(
    text: str, titled: Iterable[Mention], titles: frozenset[int], bylines: tuple[Byline, ...]
) -> tuple[Mention, ...]:
    """Return all mentions of persons in order of start, without overlap."""
    found = {m.start: m for m in titled}
    taken = {at for m in found.values() for at in range(m.start, m.end)}
    for mention in _in_roles(text, titles):
        if not taken.intersection(range(mention.start, mention.end)):
            found[mention.start] = mention
            taken.update(range(mention.start, mention.end))
    for mention in (*_closing(text), *_leading(text)):
        if not taken.intersection(range(mention.start, mention.end)):
            found[mention.start] = mention
            taken.update(range(mention.start, mention.end))
    for mention in _again(text, found.values(), bylines):
        if not taken.intersection(range(mention.start, mention.end)):
            found[mention.start] = mention
            taken.update(range(mention.start, mention.end))
    return tuple(found[at] for at in sorted(found))


def _in_roles(text: str, titles: frozenset[int]) -> Iterator[Mention]:
    for start, end, tie in _roles().find(text):
        if end in titles or (end - start <= _SHORT_NOUN and cuts_word(text, start, end)):  # 技|能人|才培养
            continue
        noun = text[start:end]
        at = end
        if cuts(text, end):
            if text[end] not in _GOES_ON:  # 妇女儿|童工作
                continue
            at = end + 1  # 领导|人, 务工人|员, 环卫工|人
        bracket = _BRACKET.match(text, at)
        if bracket:
            at = bracket.end()
        while True:
            least = _SURE if surname_of(text[at : at + 2]) else 1.0
            name = read_name(text, at, titles, listed=noun.endswith(_LEADERS), least=least)
            if name is None or name.score < _SURE or not (surname_of(name.name) or "·" in name.name or name.score > 1):
                break
            how = "villager" if tie else "role"
            yield Mention("person", at, name.end, text[at : name.end], name.name, how, confidence(name.score))
            if text[name.end : name.end + 1] != "、":
                break
            at = name.end + 1


def _closing(text: str) -> Iterator[Mention]:
    """Those named without a title at the head of a closing sentence (张三、李四等参加会见): all or nobody."""
    for match in _CLOSING.finditer(text):
        listed = _AND_OTHERS.sub("", match[1])
        names = listed.split("、")
        forms = [form_of(name) for name in names]
        alone = len(names) == 1 and not text.startswith("等", match.start(1) + len(listed))
        if alone or any(form not in _CLEAR for form in forms):
            continue
        at = match.start(1)
        for name in names:
            yield Mention("person", at, at + len(name), name, name, "listed", 0.85)
            at += len(name) + 1


def _leading(text: str) -> Iterator[Mention]:
    """Those who lead a group: 以张三为团长的代表团."""
    for match in _LEADING.finditer(text):
        if form_of(match[1]) in _CLEAR:
            yield Mention("person", match.start(1), match.end(1), match[1], match[1], "leader", 0.9)


def _is_word(name: str) -> bool:
    """Say whether the name is an ordinary word as well (成果)."""
    word = tag(name)
    return word != "" and not word.startswith("nr")


def _set_off(text: str, start: int, end: int) -> bool:
    """Say whether a stretch stands where a clause has its subject: behind a mark and before what follows names."""
    return (start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff") and follower_at(text, end) is not None


def _again(text: str, known: Iterable[Mention], bylines: tuple[Byline, ...]) -> Iterator[Mention]:
    names: dict[str, float] = {}
    wholes: dict[str, set[str]] = {}
    for mention in known:
        names[mention.name] = max(names.get(mention.name, 0.0), mention.confidence)
        for part in mention.name.split("·") if "·" in mention.name else ():
            if len(part) > 1:
                names.setdefault(part, mention.confidence)
                wholes.setdefault(part, set()).add(mention.name)
    credited = {b.name for b in bylines} - set(names)
    forms = [*names, *sorted(credited)]
    if not forms:
        return
    for start, end in find_each(forms, text):
        name = text[start:end]
        if _is_word(name) and not _set_off(text, start, end):
            continue
        how = "byline" if name in credited else "again"
        whole = wholes.get(name, set())  # 马杜罗 is 尼古拉斯·马杜罗·莫罗斯, if only one is called so
        full = next(iter(whole)) if len(whole) == 1 else name
        yield Mention("person", start, end, name, full, how, min(0.95, names.get(name, 0.9)))

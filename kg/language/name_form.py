"""The last test before somebody is believed in: has the stretch the form of a name, and is it bounded on the right?

A weight of evidence finds the likeliest end of a name; this says whether what ends there is a name at all. The answer
is how sure it is, 0 for no name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

from kg.country import HOME, countries
from kg.language.name_evidence import boundary, element_at, foreign_share, is_element, surname_of
from kg.language.words import cut, tag

NameForm: TypeAlias = Literal["dotted", "han", "long", "foreign", "people", "word", "odd", ""]

_HAN = re.compile("[\u4e00-\u9fff]+")
_DOTTED = re.compile("[\u4e00-\u9fff]{1,9}(?:[·•・∙‧—-][\u4e00-\u9fff]{1,10})+")
_REIGN = re.compile("(?<=..)[一二三四五六七八九十]{1,3}世$")
_PARTS = re.compile("[·•・∙‧—-]")
_GIVEN = {1, 2}
_MOST_GIVEN, _SHORTEST, _LONGEST_FOREIGN = 3, 2, 9
_WORD_TAGS = {"v", "n", "d", "a", "t", "l", "i", "r", "m", "p", "c", "u", "b", "f", "q", "z", "o", "y", "j", "s"}
# No given name ends in these: what follows a name has been read into it.
_NOT_LAST = set("将已被也还又仍则而但把让给的了着们称致曾赴和与及亦于所第则辞不有")
_HALF, _LONGEST_HAN = 0.5, 3
_NOUNS = set("nai")
_SPEAKS = set("亦与称曾赴将不被把让仍却已于")
_OF_BODIES = set("委局厅署")
_OF_PLACES = set("市县")
NOBODY = {
    "高度",
    "高级",
    "全部",
    "全体",
    "全国",
    "时代",
    "应该",
    "应当",
    "应邀",
    "特邀",
    "支持",
    "强调",
    "合影",
    "会谈",
    "会晤",
    "会见",
    "交谈",
    "敬礼",
    "致敬",
    "鞠躬",
}
_SURE, _FIRM, _FAIR, _LOOSE = 0.95, 0.8, 0.55, 0.35
_SAFE = {"dotted": 0.97, "han": 0.96, "people": 0.95, "foreign": 0.96, "long": 0.75, "word": 0.6, "odd": 0.72}


@cache
def form_of(name: str) -> NameForm:
    """Return the form that a stretch has as a name, "" if it has none."""
    name = _REIGN.sub("", name)
    if _DOTTED.fullmatch(name):
        return "dotted"
    if name[1:] in countries() and name[1:] not in HOME:  # 向|印度
        return ""
    placed = len(name) == _SHORTEST and name[-1] in _OF_PLACES  # 布市
    if name[-1] in _OF_BODIES or placed or name.endswith("国家") or name in NOBODY:
        return ""
    if not _HAN.fullmatch(name) or len(name) < _SHORTEST or name in countries():
        return ""
    if element_at(name, 0) and (len(name) > _SHORTEST or _is_element(name)):
        return "people"
    return "word" if _is_ordinary(name) else _form_of_han(name)


def _is_element(name: str) -> bool:
    """Say whether an element is a whole name by itself (宝音), and neither a Chinese one nor a word."""
    return not surname_of(name) and tag(name)[:2] in {"", "nr", "n"} and is_element(name)


def _form_of_han(name: str) -> NameForm:
    surname = surname_of(name)
    given = len(name) - len(surname)
    if surname and given in _GIVEN:
        led = len(name) == _SHORTEST or _is_ordinary(name[:-1])  # 公开|致
        led = led and name[-1] != "和"  # 苏和 is somebody where a boundary follows, which `_fails` sees to
        return "" if (name[-1] in _SPEAKS and len(surname) == 1) or (led and name[-1] in _NOT_LAST) else "han"
    if foreign_share(name) == 1 and len(name) <= _LONGEST_FOREIGN:
        return "foreign"
    if _holds_words(name) or name[-1] in _NOT_LAST:
        return ""
    return "long" if surname and given == _MOST_GIVEN else "odd"


def _is_ordinary(name: str) -> bool:
    """Say whether the stretch is a word of the dictionary that names nobody (强调, 应该)."""
    kind = tag(name)
    if len(name) > _SHORTEST and foreign_share(name) == 1:  # 基辛格 is in the dictionary
        return False
    return kind[:1] in _WORD_TAGS and not kind.startswith(("nr", "nz", "ns"))


def _holds_words(name: str) -> bool:
    """Say whether a stretch without the form of a Chinese name is cut into words, or holds one (在|南非, 互派|大使)."""
    words = cut(name)
    return any(
        len(word) > 1 and not tag(word).startswith(("nr", "nz")) and (tag(word) == "ns" or foreign_share(word) < 1)
        for word in words
    )


def sureness(
    text: str, end: int, titles: frozenset[int], name: str, *, foreign: bool, weak: bool, listed: bool
) -> float:
    """Return how sure a name that ends at `end` is, 0 for no name.

    `listed`: it stands in a list of names, where words are names too; `foreign`: the title before it is of another
    country; `weak`: the title is an everyday word as well (代表, 成员).
    """
    form = form_of(name)
    edge = boundary(text, end, titles)
    if form == "word":
        failed = foreign or not (listed or _may_name(name, edge, weak=weak))
    else:
        failed = _fails(form, name, edge, foreign=foreign, weak=weak, listed=listed)
    return 0.0 if failed else _graded(_SAFE[form], edge)


def _fails(form: NameForm, name: str, edge: float, *, foreign: bool, weak: bool, listed: bool) -> bool:
    """Say whether a stretch of this form is no name where so much of a boundary follows it."""
    if form == "":
        return True
    if form == "foreign" and not foreign:
        return edge < (_FIRM if len(name) <= _LONGEST_HAN else _FAIR)
    if form == "odd" and listed and len(name) <= _LONGEST_HAN:
        return edge < 1
    if form == "odd":
        return weak or edge < (_FIRM if foreign_share(name) >= _HALF else _SURE)
    if foreign and edge < _LOOSE and foreign_share(name) == 1:  # 祖拉比|什维利
        return True
    doubtful = form == "long" or (name[-1] == "和" and len(name) == _SHORTEST)
    doubtful = doubtful or (form == "people" and len(name) == _SHORTEST)
    least = _SURE if doubtful else _FAIR if weak or name[-1] in _NOT_LAST else 0.0
    return edge < least


def _may_name(name: str, edge: float, *, weak: bool) -> bool:
    """Say whether a word of the dictionary may be somebody's name alone behind a title (县长|高峰)."""
    if surname_of(name) and not weak:
        return True
    return bool(surname_of(name)) and edge >= _SURE and tag(name)[0] in _NOUNS


def _graded(best: float, edge: float) -> float:
    """Return the sureness of a form that is followed by this much of a boundary."""
    if edge >= _SURE:
        return best
    if edge >= _FIRM:
        return min(best, 0.93)
    if edge >= _FAIR:
        return min(best, 0.85)
    return min(best, 0.72) if edge >= _LOOSE else min(best, 0.6)

"""Where a person's name ends: the weighing of surname, length, what follows, words of the dictionary, and repeats.

A name is read from a known start (right after a title, after 、 in a list). Chinese marks no boundary, so that every
length is a candidate; each piece of evidence adds to or takes from it, and the best must pass a threshold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.annotate.lexicon import Prefixes
from kg.annotate.words import cut, longest, tag
from ontology import read_table

HAN = re.compile("[\u4e00-\u9fff]+")
_DOTTED = re.compile("[\u4e00-\u9fff]{1,8}(?:[·•・-][\u4e00-\u9fff]{1,9})+")
_PADDED = re.compile("([\u4e00-\u9fff])[ \u3000]{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,2}[ \u3000][\u4e00-\u9fff])")
_LATIN = re.compile("[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_ANONYMOUS = re.compile("[某×]|^[\u4e00-\u9fff](?:某|先生|女士|姓)")
_NEVER = re.compile("[的了着们个这那哪该此每各某]")
_JOINING = set("和与及同兼")
_LINKING = set("和与及同兼为任是")
_NEVER_IN = set("的了着们说在率等与及对向被将也已还同为")
_AFTER = "到赴在对向同和与及等就从由将也还已说率赴称因被受的"
_FUNCTION = {"p", "c", "r", "u"}
_SURELY = 0.6
_NEVER_INSIDE = set("或作互自做说在率等称与及对向就由将也还已赴到被问讲答同")
_VERB_ENDS = set("是时或向作互自做说在率等称与及对就由将也还已赴到被问答讲")
_MOST = 9
_LENGTH_WITH_SURNAME = {2: 0.25, 3: 0.38, 4: -0.1, 5: -0.25, 6: -0.35}
_LENGTH_WITH_COMPOUND = {3: 0.45, 4: 0.42}
_LENGTH_WITHOUT = {2: -0.2, 3: 0.0, 4: 0.12, 5: 0.05, 6: -0.05, 7: -0.15, 8: -0.25, 9: -0.3}
_TRANSLITERATION = frozenset(
    "阿埃艾爱安奥巴拜邦保鲍贝本比彼边波伯博布采查茨达大戴丹德登邓迪蒂丁顿多额厄恩尔法凡范费芬佛弗夫福富盖甘冈高戈格贡古瓜哈海汉豪赫"
    "黑亨洪侯胡华怀霍基吉季加贾杰金津久卡凯坎康考科克肯孔库夸奎昆拉莱赖兰朗劳勒雷利里莉立丽连列林琳隆卢鲁路伦罗洛马玛迈麦曼芒"
    "茂梅门蒙孟米密缅敏明摩莫默姆木穆拿纳乃南内嫩尼涅宁努诺欧帕潘庞佩彭皮平珀普契恰乔切钦琼丘让热日荣茹儒瑞若撒萨塞赛桑瑟森沙"
    "尚绍舍申什圣施史士斯松苏索塔泰坦汤唐陶特腾提田铁通图土托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休雅亚延扬杨耶叶伊"
    "买提江热依丽迪力海逊荪扎别汗孜措旦杰仁卓巴哈尔帕木合吾米娜班图穆热"
    "易因英尤于约泽扎詹珍朱兹子佐治娅妮娜诗蕾菲薇琪曹岑"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that ends at `end`; `score` is the weight of evidence for it."""

    end: int
    name: str
    score: float


@cache
def _surnames() -> dict[str, bool]:
    return {row["surname"]: row["doubt"] == "y" for row in read_table("surnames")}


@cache
def _followers() -> Prefixes:
    rows = read_table("name_followers")
    return Prefixes({row["word"]: int(row["strength"]) if len(row["word"]) > 1 else 1 for row in rows})


@cache
def _elements() -> Prefixes:
    return Prefixes({row["element"]: 1 for row in read_table("name_elements")})


def surname_of(name: str) -> str:
    """Return the surname that a name begins with, "" if none."""
    known = _surnames()
    if name[:2] in known:
        return name[:2]
    return name[:1] if name[:1] in known else ""


def read_name(
    text: str, start: int, titles: frozenset[int] = frozenset(), *, listed: bool = False, foreign: bool = False
) -> Name | None:
    """Return the likeliest name that begins at `start`, or None where nothing there reads as one.

    `titles` are characters where a title begins: a name ends before it. `listed`: it stands in a list of names, where
    ordinary words are names too. `foreign`: the title before it is of another country.
    """
    padded = _PADDED.match(text, start)
    if padded and (padded[1] in _surnames()) and not _followers().at(text, start):
        return Name(padded.end(), padded[1] + padded[2], 1.0)
    dotted = _DOTTED.match(text, start)
    if dotted is not None and _spoken(re.split("[·•・-]", dotted[0])[0]):
        dotted = None
    run = dotted or HAN.match(text, start)
    if run is None:
        return None
    first = max(dotted[0].rfind(dot) for dot in "·•・-") + 2 if dotted else 2
    best: Name | None = None
    lead = _followers().at(text, start)
    if lead is not None and lead[1] > 1 and surname_of(lead[0]) == "":
        return None
    last = min(run.end(), start + first + _MOST - 2)
    for end in range(start + first, last + 1):
        if end > last:
            break
        score = _weigh(text, start, end, titles, dotted=dotted is not None, listed=listed)
        if foreign:
            score += _foreign(text, start, end)
        if best is None or score > best.score:
            best = Name(end, re.sub("[•・]", "·", text[start:end]), score)
        if end in titles:
            break
        follower = _followers().at(text, end)
        if follower is not None and follower[1] > 1:
            last = min(last, end + 1)  # one more: what follows may itself be cut (买买|提出|席)
    if (
        best is None
        or _ANONYMOUS.search(best.name)
        or (_NEVER.search(best.name[1:]) and not dotted and not _elements().at(text, start))
    ):
        return None
    return best


def _foreign(text: str, start: int, end: int) -> float:
    """Weigh a name behind a foreign title: it goes on as long as its characters are those of transliteration."""
    last = re.split("[·•・-]", text[start:end])[-1]
    if not is_transliterated(last):
        return 0.0
    more = end < len(text) and text[end] in _TRANSLITERATION and not _followers().at(text, end)
    return -0.3 if more else 0.45 if len(last) > 3 else 0.1  # noqa: PLR2004


def _spoken(part: str) -> bool:
    """Say whether the part of a name before its first dot is a name and what follows it (李明致电约翰·)."""
    followers = (_followers().at(part, at) for at in range(2, len(part)))
    return any(f is not None and (f[1] > 1 or f[0] in _NEVER_INSIDE) for f in followers)


def _weigh(text: str, start: int, end: int, titles: frozenset[int], *, dotted: bool, listed: bool) -> float:
    name = text[start:end]
    score = 0.35 if dotted else _length(name) + (0.35 if _elements().at(text, start) and end - start > 2 else 0.0)  # noqa: PLR2004
    score += _boundary(text, end, titles) - _broken(text, start, end) + _repeats(text, start, end)
    if dotted:
        last = re.split("[·•・-]", name)[-1]
        return score - 0.05 * sum(c not in _TRANSLITERATION for c in last) - 0.6 * sum(c in _NEVER_IN for c in last)
    word, kind = longest(text, start)
    if len(word) > len(name) and not kind.startswith("nr"):
        score -= 0.45
    elif (
        word
        and len(word) < len(name)
        and kind[:1] in {"p", "c", "d", "r", "u", "v", "n", "a", "t", "b"}
        and not kind.startswith("nr")
    ):
        if not surname_of(name):
            score -= 0.6 if kind.startswith("ns") else 0.25 if kind[0] == "n" else 0.5
        else:
            score -= 0.4 if kind[:1] in _FUNCTION else 0.05
    elif word == name and not kind.startswith(("nr", "nz")):
        plain = 0.9 if kind[:1] in _FUNCTION else 0.5
        score -= (0.15 if listed else 0.25) if surname_of(name) and plain < _SURELY else plain
    if name[-1] in _LINKING and end in titles:
        score -= 0.8
    if name[0] in _JOINING and (start + 1 in titles or longest(text, start + 1)[0]):
        score -= 1.0
    lead = _followers().at(text, start)
    if lead is not None and lead[0] not in _surnames():
        score -= 0.5
    elif lead is not None and lead[1] > 1 and lead[0] != name:
        score -= 0.35
    if not surname_of(name) and not _elements().at(text, start) and not is_transliterated(name):
        score -= 0.6 if all(tag(w) and not tag(w).startswith("nr") and len(w) > 1 for w in cut(name)) else 0.0
    if len(name) > 2 and name[-1] in _VERB_ENDS:  # noqa: PLR2004
        score -= 0.8
    score -= 0.45 * sum(c in _NEVER_INSIDE for c in name[2:-1]) + _swallowed(text, start, end)
    return score


def _swallowed(text: str, start: int, end: int) -> float:
    """Weigh the words of the dictionary that a long name would hold (刘捷|专题研究)."""
    if end - start <= 3 or not surname_of(text[start:end]):  # noqa: PLR2004
        return 0.0
    first = start + max(2, len(surname_of(text[start:end])) + 1)
    for at in range(first, end - 1):
        word, kind = longest(text, at)
        if word and at + len(word) <= end and kind[:1] in {"v", "n", "d", "a", "t", "l"} and not kind.startswith("nr"):
            return 0.5
    return 0.0


def _length(name: str) -> float:
    surname = surname_of(name)
    if len(surname) > 1:
        return _LENGTH_WITH_COMPOUND.get(len(name), -0.3)
    foreign = 0.12 if len(name) > 2 and all(c in _TRANSLITERATION for c in name) else 0.0  # noqa: PLR2004
    if surname and len(name) <= 3:  # noqa: PLR2004
        return _LENGTH_WITH_SURNAME[len(name)] - (0.06 if _surnames()[surname] else 0.0)
    plain = _LENGTH_WITHOUT.get(len(name), -0.4) + foreign
    return max(plain - 0.1, _LENGTH_WITH_SURNAME.get(len(name), -0.5)) if surname else plain


def _boundary(text: str, end: int, titles: frozenset[int]) -> float:
    """Weigh what stands after the name."""
    if end in titles or end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff":
        return 1.0
    follower = _followers().at(text, end)
    if follower is not None and follower[1] > 1:
        after = _followers().at(text, end + 1) if len(follower[0]) == 2 else None  # noqa: PLR2004
        return 0.65 if after and after[1] > 1 else 0.95  # 买买|提出|席: the follower itself is cut
    word, kind = longest(text, end)
    if follower is not None:
        return 0.8 if kind or text[end] in "在对向与和及等就从由将也还已说率赴称因被受的" else 0.55
    if word:
        return (
            0.6 if kind[:1] in {"v", "d", "p", "c", "t", "f", "a", "l", "i"} else 0.1 if kind.startswith("nr") else 0.35
        )
    return 0.2 if tag(text[end])[:1] in {"p", "c", "d", "v", "u"} else 0.0


def _broken(text: str, start: int, end: int) -> float:
    """Weigh the words that the end of the name would cut, and those that it would swallow."""
    cost = 0.0
    follower = _followers().at(text, end)
    if end < len(text) and not (follower and follower[1] > 1):
        for at in (end - 1, end - 2):
            if at <= start:
                break
            word, kind = longest(text, at)
            if at + len(word) > end and not kind.startswith("nr"):
                soft = longest(text, end)[0] or (text[end] in _AFTER and at + len(word) == end + 1)
                cost = max(cost, 0.25 if soft else 0.5)
    for at in range(start + 1, end - 1):
        found = _followers().at(text, at)
        if found and found[1] > 1 and at + len(found[0]) <= end:
            cost += 0.6 if at > start + 1 else 0.2
    return cost


def _repeats(text: str, start: int, end: int) -> float:
    """Weigh how the text goes on where the same characters stand again."""
    times = text.count(text[start:end])
    if times < 2 or end >= len(text):  # noqa: PLR2004
        return 0.0
    longer = text.count(text[start : end + 1])
    if longer < times:
        return 0.2
    return 0.0 if _followers().at(text, end) else -0.15


def is_transliterated(name: str) -> bool:
    """Say whether every character is one that foreign names are written with."""
    return all(c in _TRANSLITERATION for c in name)


def is_foreign_name(name: str) -> bool:
    """Say whether a name is written as those of other countries are: with a dot, or in characters of transliteration."""
    return "·" in name or (is_transliterated(name) and (len(name) > 3 or not surname_of(name)))  # noqa: PLR2004

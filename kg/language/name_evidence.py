"""Evidence for a name: surname, length, what follows it, words of the dictionary, and how the text goes on elsewhere.

Each function returns a weight; nothing here is sure by itself. A weight of 0.6 passes behind a sure title.
"""

from __future__ import annotations

import re
from functools import cache

from kg.country import countries
from kg.language.lexicon import Prefixes
from kg.language.words import cut, longest, tag
from ontology import read_table

_LENGTH_WITH_SURNAME = {2: 0.25, 3: 0.38, 4: -0.1, 5: -0.25, 6: -0.35}
_LENGTH_WITH_COMPOUND = {3: 0.45, 4: 0.42}
_LENGTH_WITHOUT = {2: -0.2, 3: 0.0, 4: 0.12, 5: 0.05, 6: -0.05, 7: -0.15, 8: -0.25, 9: -0.3}
_DOTS = re.compile("[·•・∙‧-]")
_USUAL = 3
_ACTING_CHAR = 0.2
_WORDS = {"p", "c", "d", "r", "u", "v", "n", "a", "t", "b"}
_ACTING = {"v", "d", "p", "c", "t", "f", "a", "l", "i"}
_NEVER_FIRST = set("的并且值此第之您我他她驻")
_FUNCTION = {"p", "c", "r", "u"}
_AFTER = "到赴在对向同和与及等就从由将也还已说率赴称因被受的"
_JOINING = set("和与及同兼")
_LINKING = set("和与及同兼为任是")
_NEVER_IN = set("的了着们说在率等与及对向被将也已还同为")
_NEVER_INSIDE = set("或作互自做说在率等称与及对向就由将也还已赴到被问讲答同")
_SELDOM_LAST = set("同用")
_ITEM_ENDS = set("、，。；）")
_ELEMENT, _REPEATED, _FOREIGN, _BARE = 0.35, 0.2, 0.45, 0.1
_ROUNDED = 1e-9
_TAILS = set("和致称曾时赴定将送")
_VERB_ENDS = set("是时或向作互自做说在率等称与及对就由将也还已赴到被问答讲以")
# Of these, those that end names all the same where a list or clause goes on behind them (陈辉向、李明).
_LAST_IN_LIST = set("向作自率对互以")
_BEFORE_OFFICE = set("担兼历出接升转调就现曾时聘成因作改")
_TRANSLITERATION = frozenset(
    "阿埃艾爱安奥巴拜邦保鲍贝本比彼边波伯博布采查茨达大戴丹德登邓迪蒂丁顿多额厄恩尔法凡范费芬佛弗夫福富盖甘冈高戈格贡古瓜哈海汉豪赫"
    "黑亨洪侯胡华怀霍基吉季加贾杰金津久卡凯坎康考科克肯孔库夸奎昆拉莱赖兰朗劳勒雷利里莉立丽连列林琳隆卢鲁路伦罗洛马玛迈麦曼芒"
    "茂梅门蒙孟米密缅敏明摩莫默姆木穆拿纳乃南内嫩尼涅宁努诺欧帕潘庞佩彭皮平珀普契恰乔切钦琼丘让热日荣茹儒瑞若撒萨塞赛桑瑟森沙"
    "尚绍舍申什圣施史士斯松苏索塔泰坦汤唐陶特腾提田铁通图土托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休雅亚延扬杨耶叶伊"
    "买提江热依丽迪力海逊荪扎别汗孜措旦杰仁卓巴哈尔帕木合吾米娜班图穆热"
    "易因英尤于约泽扎詹珍朱兹子佐治娅妮娜诗蕾菲薇琪曹岑"
)


# Those that names are also written with, but which are too common elsewhere to tell a name by.
_WIDER = _TRANSLITERATION | frozenset(
    "杜楚昌桑道底策察柴登当东冬顿朵芬菲福格根圭郭哥果古桂亥汗赫惠吉济嘉江姜杰京居卡凯肯寇库匡昆廓兰朗老乐蕾黎璃琳龙露鲁"
    "律玛曼贸芒蒙莫姆穆内妮尼宁诺帕珀蓬皮萍普齐恰钱琴琼曲冉荣瑞若珊圣什舒斯廷通佟吞翁沃希锡闲宪辛雪亚雅延耶伊依宜银尤悠赞哲芝植志珠卓"
    "奇瑙哇昂云斐翰辽匈裴盖旦逊荻岚祖谷久纳赫契"
)


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


def follower_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the longest word at `at` that follows names, and its strength (2: hardly ever part of one)."""
    return _followers().at(text, at)


def element_at(text: str, at: int) -> bool:
    """Say whether a name of a people without Han surnames may begin at `at` (扎西…, 巴特尔…)."""
    return _elements().at(text, at) is not None


def is_element(name: str) -> bool:
    """Say whether a stretch is one such element and no more."""
    found = _elements().at(name, 0)
    return found is not None and found[0] == name


def surname_of(name: str) -> str:
    """Return the surname that a name begins with, "" if none."""
    known = _surnames()
    if name[:2] in known:
        return name[:2]
    return name[:1] if name[:1] in known else ""


def is_transliterated(name: str) -> bool:
    """Say whether every character is one that foreign names are written with."""
    return all(c in _TRANSLITERATION for c in name)


def foreign_share(name: str) -> float:
    """Return the share of a stretch's characters that foreign names are written with."""
    return sum(c in _WIDER for c in name) / len(name)


def has_speech(part: str) -> bool:
    """Say whether a stretch holds a word that follows names (李明致电约翰)."""
    followers = (follower_at(part, at) for at in range(2, len(part)))
    return any(f is not None and (f[1] > 1 or f[0] in _NEVER_INSIDE) for f in followers)


def weigh_foreign(text: str, start: int, end: int) -> float:
    """Weigh a name behind a foreign title: it goes on as long as its characters are those of transliteration."""
    last = _DOTS.split(text[start:end])[-1]
    if not is_transliterated(last):
        return 0.0
    more = end < len(text) and text[end] in _TRANSLITERATION and not follower_at(text, end)
    return -0.3 if more else _FOREIGN if len(last) > _USUAL else 0.1


def weigh_dotted(opening: Opening, end: int, titles: frozenset[int]) -> float:
    """Weigh a name with dots in it that ends at `end`."""
    text, start = opening.text, opening.start
    last = _DOTS.split(text[start:end])[-1]
    strange = 0.05 * sum(c not in _TRANSLITERATION for c in last) + 0.6 * sum(c in _NEVER_IN for c in last)
    strange += 0.8 * (last[-1] in _TAILS)
    around = boundary(text, end, titles) - _broken(opening, end) + _repeats(text, start, end)
    return 0.35 + around - strange


class Opening:
    """What all names share that begin at one character: it is read once, however many ends are tried."""

    __slots__ = ("_followers", "element", "lead", "more", "start", "surname", "text", "word")

    def __init__(self, text: str, start: int, lead: tuple[str, int] | None, *, foreign: bool) -> None:
        """Read what begins at `start`, where `lead` is the word that follows names; `foreign` as for `read_name`."""
        self.text, self.start, self.lead = text, start, lead
        self.surname = surname_of(text[start : start + 2])
        self.element = element_at(text, start)
        self.word = longest(text, start)
        self.more = _REPEATED + _BARE + _ELEMENT * self.element + _FOREIGN * foreign
        """What may be added to a name's length and boundary at most: all else weighs against it."""
        self._followers = {start: lead}

    def follower(self, at: int) -> tuple[str, int] | None:
        """Return the word that follows names at a character."""
        if at not in self._followers:
            self._followers[at] = follower_at(self.text, at)
        return self._followers[at]


def weigh(opening: Opening, end: int, titles: frozenset[int], floor: float, *, listed: bool) -> float | None:
    """Weigh what goes from an opening to `end` as a name without dots; None where it surely weighs less than `floor`.

    A name that is short of the floor by its length, what follows it and what it begins with is not looked at further.
    """
    text, start, surname = opening.text, opening.start, opening.surname
    name = text[start:end]
    edge = boundary(text, end, titles)
    score = _length(name, surname) + edge
    against = _beginning(name, opening, listed=listed)
    if score + opening.more - against < floor - _ROUNDED:
        return None
    score += _repeats(text, start, end)
    bare = edge == _ACTING_CHAR and not opening.follower(end - 1) and foreign_share(name) < 1
    if bare and surname and len(name) == _USUAL:
        score += _BARE  # 傅向龙|领着记者: three characters behind a title are a name unless something speaks against it
    broken = 0.0 if _is_made(text, end, titles) else _broken(opening, end)
    score -= broken + against
    counted = name[-1] in _JOINING and text[end : end + 1].isdigit()  # 丰年|和12名队员
    if counted or (name[-1] in _LINKING and end in titles):
        score -= 0.8
    if name[-1] == "于" and text[end : end + 1].isdigit():  # 姆瓦莱|于6月13日
        score -= 1.5
    if name[0] in _JOINING and (start + 1 in titles or longest(text, start + 1)[0]):
        score -= 1.0
    if (name[0] in _NEVER_FIRST and not opening.element) or name in countries() or name.endswith("夫妇"):
        score -= 1.0
    if opening.element:
        score += _ELEMENT if len(name) > 2 else 0.0  # noqa: PLR2004
    elif not surname and not is_transliterated(name) and _is_words(name):
        score -= 0.6
    if len(name) > 2:  # noqa: PLR2004
        score -= _last(text, end) + 0.45 * sum(c in _NEVER_INSIDE for c in name[2:-1])
        score -= 0.8 * (len(name) > _USUAL and len(surname) == 1 and name[-1] == "为")  # 申东焕|为获奖者颁奖
        score -= _swallowed(text, start, end, surname)
    return score


def _last(text: str, end: int) -> float:
    """Weigh against a name of three and more characters that its last one begins what follows names (邹琳|以…)."""
    ended = text[end - 1] in _LAST_IN_LIST and text[end : end + 1] in _ITEM_ENDS
    return 0.8 * (text[end - 1] in _VERB_ENDS and not ended) + 0.2 * (text[end - 1] in _SELDOM_LAST)


@cache
def _is_words(name: str) -> bool:
    return all(tag(w) and not tag(w).startswith("nr") and len(w) > 1 for w in cut(name))


def _beginning(name: str, opening: Opening, *, listed: bool) -> float:
    """Weigh against a name that it begins like a word of the dictionary or like what follows names."""
    cost = 0.0
    lead = opening.lead
    if lead is not None and not surname_of(lead[0]):
        cost = 0.5
    elif lead is not None and lead[1] > 1 and lead[0] != name:
        cost = 0.35
    word, kind = opening.word
    if not word or kind.startswith("nr"):
        return cost
    if len(word) > len(name):
        return cost + 0.45
    if word == name:
        named = kind.startswith("nz") or (kind == "n" and not opening.surname and is_element(name))  # 宝音
        return cost if named else cost + _as_word(kind, opening.surname, listed=listed)
    if kind[:1] not in _WORDS:
        return cost
    if opening.surname:
        return cost + (0.4 if kind[:1] in _FUNCTION else 0.05)
    return cost + (0.6 if kind.startswith("ns") else 0.25 if kind[0] == "n" else 0.5)


def _as_word(kind: str, surname: str, *, listed: bool) -> float:
    """Weigh against a name that is a word as a whole: in a list such a one may well be a name (成果, 和平)."""
    if kind[:1] in _FUNCTION:
        return 0.45 if surname and listed else 0.9
    return (0.1 if listed else 0.22) if surname else 0.5


def _swallowed(text: str, start: int, end: int, surname: str) -> float:
    """Weigh the words of the dictionary that a long name would hold (刘捷|专题研究)."""
    if end - start <= _USUAL or not surname:
        return 0.0
    for at in range(start + max(2, len(surname) + 1), end - 1):
        word, kind = longest(text, at)
        if word and at + len(word) <= end and kind[:1] in {"v", "n", "d", "a", "t", "l"} and not kind.startswith("nr"):
            return 0.5
    return 0.0


def _length(name: str, surname: str) -> float:
    if len(surname) > 1:
        return _LENGTH_WITH_COMPOUND.get(len(name), -0.3)
    if surname and len(name) <= _USUAL:
        return _LENGTH_WITH_SURNAME[len(name)] - (0.06 if _surnames()[surname] else 0.0)
    plain = _LENGTH_WITHOUT.get(len(name), -0.4)
    if len(name) > 2 and is_transliterated(name):  # noqa: PLR2004
        plain += 0.12
    return max(plain - 0.1, _LENGTH_WITH_SURNAME.get(len(name), -0.5)) if surname else plain


def _is_made(text: str, end: int, titles: frozenset[int]) -> bool:
    """Say whether a name that ends here is made what the title behind it says (递补A|为|省委委员)."""
    return text[end : end + 1] in {"为", "任"} and end + 1 in titles and text[end - 1] not in _BEFORE_OFFICE


def boundary(text: str, end: int, titles: frozenset[int]) -> float:
    """Weigh what stands after the name."""
    if end in titles or end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff":
        return 1.0
    follower = follower_at(text, end)
    if _is_made(text, end, titles):
        return 0.95
    if follower is not None and follower[1] > 1:
        after = follower_at(text, end + 1) if len(follower[0]) == 2 else None  # noqa: PLR2004
        return 0.65 if after and after[1] > 1 else 0.95  # 买买|提出|席: the follower itself is cut
    word, kind = longest(text, end)
    if follower is not None:
        return 0.8 if kind or text[end] in _AFTER else 0.55
    if word:
        return 0.6 if kind[:1] in _ACTING else 0.1 if kind.startswith("nr") else 0.35
    return _ACTING_CHAR if tag(text[end])[:1] in {"p", "c", "d", "v", "u"} else 0.0


def _broken(opening: Opening, end: int) -> float:
    """Weigh the words that the end of the name would cut, and those that follow names and it would swallow."""
    text, start = opening.text, opening.start
    cost = 0.0
    follower = opening.follower(end)
    if end < len(text) and not (follower and follower[1] > 1):
        for at in range(max(start + 1, end - 2), end):
            word, kind = longest(text, at)
            if at + len(word) > end and not kind.startswith("nr"):
                soft = longest(text, end)[0] or (text[end] in _AFTER and at + len(word) == end + 1)
                cost = max(cost, 0.25 if soft else 0.5)
    inner = opening.follower(end - 1)
    if inner and inner[1] > 1 and len(inner[0]) > 2:  # noqa: PLR2004  # 莫迪|致慰问电
        cost += 0.6
    for at in range(start + 1, end - 1):
        found = opening.follower(at)
        if found and found[1] > 1 and at + len(found[0]) <= end:
            cost += 0.6 if at > start + 1 else 0.2
    return cost


def _repeats(text: str, start: int, end: int) -> float:
    """Weigh how the text goes on where the same characters stand again."""
    times = text.count(text[start:end])
    if times == 1 or end >= len(text):
        return 0.0
    if text.count(text[start : end + 1]) < times:
        return _REPEATED
    return 0.0 if follower_at(text, end) else -0.15

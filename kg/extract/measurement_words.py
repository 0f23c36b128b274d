"""What a number counts: the text's own words before and after it, freed of the grammar around them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language.cues import Tail
from kg.language.words import cut, tag
from ontology import read_table

_NOUN = 16
_VERB_TAIL = 4
_MODIFIED = re.compile(
    "^(?:参加|来自|从事|具有|拥有|接受|提供|生产|销售|赴|在|获|持|有|因|经)(?P<mod>[^的]{2,14})的(?P<noun>[\u4e00-\u9fff]{2,16})"
)
_CUT_AT_LEAST, _WINDOW = 2, 4
_DIMENSION = re.compile("(?:全|总|净|最|身|水|墙)?(?<![提增加延升拔减])[高长宽深厚重]$")
_NOMINAL = re.compile(
    "(?:投资|[额值量率价费长宽高深重速]|面积|收入|资金|资本|规模|贷款|利润|占地|产能|能力|里程|年产|日产|储备|距离|概算|预算|成本|补助|奖励|补贴)$"
)
_MEASURED = re.compile(_NOMINAL.pattern[:-1] + "(?<=..)$|(?:[单总亩]产|占比|比重|指数|人数|户数|总数)$")
_RESULTS = re.compile(
    "^(?:下落不明|外出|稳定|实现|就地|务工|就业|增收|脱贫|受灾|失联|参会|参与|受益|被困|死亡|受伤|遇难|通车|上岗|创业|取得|通过|获)"
)
_WHEREABOUTS = re.compile("[在赴到从于]|已|均|[都正将](?!市)")
_OUTCOME = re.compile("(?:稳定|实现|成功|外出|就地|就近)*(?:就业|务工|上岗|脱贫|增收|创业|受灾|被困|遇难|受伤|死亡)")
_COORDINATED = re.compile("(?<=..)(?:以及|及|和(?!谐|平|解)|与)")
_COORDINATING = re.compile("(?:以及|(?<![总调缓中共温])和|[及与、或并也又]|(?<=..)(?<![集其高初之])中)$(?<!参与)")
_HAPPENED = re.compile("(?:发生|遭遇)$")
_NOUNS_FIRST = {"person", "count"}
_RISES = re.compile("(?:提高|提升|增长|增加|下降|降低|降|上升|缩短|扩大|减少|发展|壮大|升|增|降|跌|减|缩)[到至为]")
_POINTS = {"个百分点", "个基点"}
_TIMES = "倍"
_FIELDS = ("领域", "方面", "行业", "层面", "级别")
_BARE_VERB, _SHORT_NOUN = 4, 8
_SHAPES = {"cut", "goal", "lead", "trail"}
_LISTED = re.compile("[、在].*等$|^[^，。]{2,14}等$")
ONE_WORD = set("牛羊猪鸡鸭鹅鱼虾蟹马驴骡兔茶桥路井树花药豆麦稻棉糖菜瓜枣梨桃杏省市县区旗镇乡村州国岛")
"""Nouns of one character that may be counted."""
_NO_NOUN = re.compile("(?:不等|之间|大关|关口|左右|上下|有余|不止)+")
_BARE_GRAMMAR = set("对为向给把将在用到由从与及和")
_OPEN_BRACKET = re.compile("（[^（）]*$")
_BRACKETS = '“”"‘’《》()（） 　\u3000:：'


@lru_cache(maxsize=8192)
def word_start(text: str, at: int) -> int:
    """Return `at`, or where the word begins that `at` would cut in two: 内|地 is one word."""
    position = 0
    for word in cut(text[: at + _WINDOW]):
        if position + len(word) > at:
            return position
        position += len(word)
    return at


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind, the longest first."""
    rows = [row["word"] for row in read_table("measurement_words") if row["kind"] == kind]
    return tuple(sorted(set(rows), key=lambda word: (-len(word), word)))


@cache
def pattern(kind: str, shape: str) -> re.Pattern[str]:
    """Return a pattern of the words of a kind, put in the place of `{}` in `shape`."""
    shapes = words(kind) if kind in _SHAPES else tuple(map(re.escape, words(kind)))
    return re.compile(shape.replace("{}", "(?:" + "|".join(shapes) + ")"))


@cache
def _trail() -> Tail:
    """Return what joins words to a number at their end."""
    return Tail(pattern("trail", "{}$").pattern)


def strip_lead(text: str) -> str:
    """Drop connectives from the start: 其中, 预计, 共有, 已."""
    text = text.lstrip(_BRACKETS)
    lead = pattern("lead", "^{}+(?=.)").match(text)
    if lead is None:
        return text
    # 可容纳, 有机肥 and 内地 begin with such a character and are words: whole words alone are dropped.
    end = word_start(text, lead.end())
    rest = text[end:].lstrip(_BRACKETS)
    return rest if end and (len(text) - end >= _CUT_AT_LEAST or rest in ONE_WORD) else text


def strip_trail(text: str) -> str:
    """Drop what joins words to a number: 达到, 为, 约."""
    text = (_OPEN_BRACKET.sub("", text) if "（" in text else text).rstrip(_BRACKETS)
    trail = _trail()
    while joint := trail.search(text):
        if joint.start() == 0:
            return ""
        text = text[: joint.start()].rstrip(_BRACKETS)
    return text


def noun_after(text: str) -> str:
    """Return the noun that begins after a number, up to the verb: 师生 of 师生第一时间疏散到操场."""
    text = text.lstrip(_BRACKETS).removeprefix("的")
    if none := _NO_NOUN.match(text):
        text = text[none.end() :]
    if text[:1].isdigit() or text in _BARE_GRAMMAR:
        return ""
    if _WHEREABOUTS.match(text):
        # 912人在甲市、乙市等地稳定就业 counts who found work, not the towns.
        found = _OUTCOME.search(text)
        return found.group() if found else ""
    if modified := _MODIFIED.match(text):
        return _until_verb(modified["noun"])
    return _until_verb(text).rstrip(_BRACKETS)


def _until_verb(text: str) -> str:
    text = text[: _verb_at(text)]
    head, _, rest = text.partition("的")
    # 鲜艳的红旗 are flags.
    apart = tag(head)[:1] in {"a", "z"} or head.endswith(_FIELDS)  # 300项家政领域的标准 are standards
    text = rest if rest and apart else head
    if len(text) > _SHORT_NOUN:
        text = _COORDINATED.split(text, maxsplit=1)[0]
    head, done, _ = text.partition("了")
    if done and len(head) > _CUT_AT_LEAST:
        # 车厢装载了药材: the verb before 了 is no part of the noun.
        text = head[: -len(cut(head)[-1])] or head
    return _COORDINATING.sub("", text[:_NOUN])


def _verb_at(text: str) -> int:
    """Return where the noun at the start of a text ends, because a verb begins that is no part of a word (招聘会)."""
    for verb in pattern("cut", "{}").finditer(text, min(_CUT_AT_LEAST, len(text))):
        start = word_start(text, verb.start())
        if start == verb.start():
            return start
        if start and verb.start() - start >= _CUT_AT_LEAST:
            return start  # 严阵以待 is a verb as a whole
    return len(text)


def tail_verb(text: str) -> str:
    """Return the short phrase that ends the words before a number: 选派 of 东营市先后选派."""
    text = re.split("[的了]", text)[-1]
    if len(text) <= _NOUN:
        return text
    text = text.rpartition("、")[2]
    at = max(0, len(text) - _VERB_TAIL)
    begins = word_start(text, at)
    return text[at if begins == at else begins + len(cut(text[begins : at + _WINDOW])[0]) :] or text[-_VERB_TAIL:]


def dimension(text: str, unit_kind: str) -> str | None:
    """Return 高, 全长 where a length is said so."""
    found = _DIMENSION.search(text) if unit_kind in {"length", "mass"} else None
    return found.group() if found else None


def join(words: str, after: str, kind: str) -> str:
    """Join the words before a number with the noun after it, as the kind of unit wants it.

    `words` still ends with 的 where it only describes the noun: 来自三省的137家企业.
    """
    noun = noun_after(after)
    if noun and _LISTED.search(words):
        return noun  # 在甲镇、乙镇等9个乡镇 counts townships
    if _RISES.match(after):
        # 绿化率由建国初期的不足1%提高到57%: the verb leads to the next number, the rate is the indicator.
        words = strip_trail(words)
        return re.sub("[由从][^由从]{0,14}$", "", words) or words
    if not noun or not words or words.endswith("的"):
        return noun or strip_trail(words)
    words = strip_trail(words)
    if not words:
        return noun
    if kind not in _NOUNS_FIRST and (happened := _HAPPENED.search(words)):
        return happened[0] + noun  # 某海域发生6.1级|地震
    return _join_noun(words, noun, after, kind)


def _join_noun(words: str, noun: str, after: str, kind: str) -> str:
    if kind in _NOUNS_FIRST:
        return words + noun if _RESULTS.match(noun) else tail_verb(words) + noun
    if after.startswith("的"):
        return words if _NOMINAL.search(words) or kind == "ratio" else tail_verb(words) + noun
    bare_verb = len(words) <= _BARE_VERB and len(noun) <= _SHORT_NOUN and not _RESULTS.match(after)
    return words + noun if bare_verb else words


def counted_apart(text: str) -> list[str]:
    """Return what each item of a list with one noun behind it counts: 甲类、乙类产量 is 甲类产量 and 乙类产量.

    Empty where nothing tells how much of the last item is the item's own.
    """
    items = re.split("[、和与及]", text)
    last = items[-1]
    if len(items) < _CUT_AT_LEAST or any(len(item) < _CUT_AT_LEAST for item in items):
        return []
    for size in range(min(len(items[0]) + _CUT_AT_LEAST, len(last) - _CUT_AT_LEAST), 1, -1):
        alike = last[size - 1] == items[0][-1] or {len(item) for item in items[:-1]} == {size}
        if alike and _NOMINAL.search(last[size:]) and not _NOMINAL.search(items[0]):
            return [*(item + last[size:] for item in items[:-1]), last]
    return []


def each_nominal(text: str) -> list[str]:
    """Return the items of a list each of which is something measured: 单产、总产、面积; empty for any other list."""
    items = re.split("[、和与及]", text)
    return items if len(items) >= _CUT_AT_LEAST and all(_MEASURED.search(item) for item in items) else []


def change_of(before: str, unit_kind: str, unit: str = "") -> str | None:
    """Say whether the words before a number speak of growth, decline or a share."""
    compared = bool(re.search("同比|环比|较|比", before))
    points = unit in _POINTS
    if unit_kind == "ratio":
        if not points and unit != _TIMES and re.search("占(?!地(?!区|方)|领|用)", before):
            return "share"
    elif not compared:
        return None
    end = "(?:了|率|约|近|达到?|为|均|超过?|逾|突破|至少|不低于|将|，)*$"
    for kind in ("decline", "growth"):
        if pattern(kind, "{}" + end).search(before):
            return kind
    return "share" if points and re.search("占(?!地(?!区|方)|领|用)", before) else None

"""Numbers with their units as written, normalised: 254.68万人 is 2546800 人, 六成 is 60 %, 1分50秒 is 110 秒.

Times are masked beforehand. Ordinals, titles in 《》, slogans in short quotation marks, model numbers and scores are
none. A number that looks like a quantity but has no unit that the lexicon knows comes with the unit "", for the rules
to decide on.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Protocol

from kg.annotate.numerals import DIGITS, MYRIADS, TENS, parse_number, to_ascii
from kg.language.cues import Tail
from kg.mention import Quantity
from kg.vocabulary import Comparator
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Range(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:亿[0-9]+[千百]?万|(?:[十百]|千(?![米克瓦伏帕卡焦赫升]))?[万亿]?)"
_HAN = (
    "(?:[一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千]*[万亿]*"
    "(?:点[零〇一二三四五六七八九]+)?(?:[一二三四五六七八九][千百十]?万?)?|万亿|[万亿])"
)
_TO = "[至到—\\-~–－～]+"
_BOUNDS = {
    Comparator.AT_LEAST: "超过了 超过 超 逾 突破了 突破 不少于 不低于 至少 不下 多达 多于 高于 上 过 大于 不止",
    Comparator.AT_MOST: "不足 不到 不超过 不高于 少于 低于 小于 最多 至多",
    Comparator.ABOUT: "约为 约合 大约 约 将近 接近 近 大概",
}
_BEFORE = {word: comparator for comparator, words in _BOUNDS.items() for word in words.split()}
_AFTER = {
    "以上": Comparator.AT_LEAST,
    "之多": Comparator.AT_LEAST,
    "有余": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
}
_MORE = {"余": Comparator.AT_LEAST, "多": Comparator.AT_LEAST, "几": Comparator.AT_LEAST, "来": Comparator.ABOUT}
_NOT_AFTER = {
    "约": "节预签合制条契",
    "近": "最附靠临相",
    "上": "以基之海",
    "超": "赶",
    "过": "超不通经越路渡",
    "突破": "新",
}
_PREFIX = Tail(
    "(?:"
    + "|".join(
        (f"(?<![{_NOT_AFTER[word]}])" if word in _NOT_AFTER else "") + ("(?<!(?<!进)度)过" if word == "过" else word)
        for word in sorted(_BEFORE, key=len, reverse=True)
    )
    + ")$"
)
_FIRST = re.compile("[0-9一二两三四五六七八九十百千万亿半]")
"""The characters that a quantity begins with."""
_CLOCK = re.compile("(?:([0-9]+)小时)?(?:([0-9]+)分钟?)?(?:([0-9.]+)秒([0-9]+)?)?")
_DEGREES = re.compile("℃|摄氏度")
_NEGATIVE = re.compile("(?<![0-9A-Za-z℃度])-(?=[0-9.]{1,5}(?:℃|摄氏度))")
_BELOW = re.compile("(?:零下|负)$")
_PEOPLE = re.compile(
    "(?:各族|贫困|困难|农村|城镇|农业|脱贫|受灾|受困|搬迁|建档立卡|返乡|外出|劳务|在校|海内外|国内外|中外){0,2}"
    "(?:群众|民众|游客|居民|村民|农民|牧民|学生|大学生|师生|党员|职工|员工|观众|残疾人|妇女|儿童|老人|老年人|平民|难民|旅客"
    "|考生|劳动力|人口|志愿者|青年|患者|医护人员|医务人员|移民|干部|教师|市民|网友|学子|毕业生|工人|官兵|客商)"
)
"""People who are counted without a measure word: 3000多群众."""
_ROUND = {"万", "亿", "百万", "千万", "百亿", "千亿", "万亿"}
_RACE = re.compile("(?:[男女]子|混合|短道|速滑|短距离|长距离)$")
_NAMES_SORTS = re.compile("[一二三四五六七八九]{2}")
_SMALL = 10
_CELSIUS = "℃"
_TURNED: dict[str | None, str] = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.AT_MOST: Comparator.AT_LEAST}
"""零下8至10℃ is at most -8 and at least -10."""
_SLOGAN = re.compile("[“‘][^“”‘’，。；！？]{1,14}[”’]|《[^》]{1,60}》|【[^】]{1,40}】")
_HIDE = "\x00"


def find_quantities(text: str, masked: Iterable[_Range] = ()) -> tuple[Quantity, ...]:
    """Find the quantities of a text outside of the masked ranges (its times), in order."""
    plain = _hidden(to_ascii(text), masked)
    if _DEGREES.search(text):
        plain = _NEGATIVE.sub("负", plain)
    return tuple(_iter_quantities(text, plain))


def _hidden(text: str, masked: Iterable[_Range]) -> str:
    """Blank out what holds no quantity, keeping every offset."""
    out: list[str] = []
    at = 0
    for span in masked:
        if span.start >= at:
            out += text[at : span.start], _HIDE * (span.end - span.start)
            at = span.end
    out.append(text[at:])
    return _SLOGAN.sub(lambda m: _HIDE * len(m.group()), "".join(out))


@cache
def _units() -> dict[str, dict[str, str]]:
    return {row["written"]: row for row in read_table("units")}


@cache
def _pattern() -> re.Pattern[str]:
    rows = _units()
    written = sorted(rows, key=lambda unit: (-len(unit), unit))
    unit = "|".join(
        re.escape(name) + (f"(?!{rows[name]['not_before']})" if rows[name]["not_before"] else "") for name in written
    )
    after = "|".join(_AFTER)
    return re.compile(
        r"(?<![A-Za-z0-9±×.,\-+/:第零〇一二两三四五六七八九十百千])"
        "(?:"
        r"(?P<clock>(?:[0-9]+小时)?[0-9]+分(?!之)(?:[0-9]+(?:\.[0-9]+)?秒(?:[0-9]{1,3})?|钟)?|[0-9]+小时[0-9]+分钟?|[0-9]{1,2}秒[0-9]{2,3}(?![0-9]))"
        f"|(?P<share>(?:百分之|千分之)(?:{_ARABIC}|{_HAN})|[一二三四五六七八九]分之[一二三四五六七八九](?!一|决赛))"
        "|(?P<tenths>[一二两三四五六七八九1-9](?P<tmore>多|)成(?P<half>半)?(?:(?P<hundredth>[一二三四五六七八九])(?![十百千万亿成个名家户年月天]))?(?P<tmore2>[多余])?(?![立功都为果员本长绩熟分品人份交])|(?:一半|半数)(?=以上|[，。；])|(?<=[过超逾])半(?=[，。；]))"
        f"|(?P<low>{_ARABIC}|{_HAN})(?P<lowunit>%|℃|公里|千米|米|毫米|厘米|元|吨|人|级|度|小时|天|倍)?{_TO}(?P<high>{_ARABIC}|{_HAN})(?P<rmore>[余多])?(?P<runit>{unit})"
        f"|(?P<number>{_ARABIC}|{_HAN})(?P<more>[余多来几](?![来年]))?(?P<myriad>[万亿])?(?:(?P<unit>{unit})(?P<unithalf>半)?|(?P<none>))"
        ")"
        f"(?P<umore>[余多](?![种项次个年家处震]))?(?P<after>{after})?"
    )


def _iter_quantities(text: str, plain: str) -> Iterator[Quantity]:
    for found in _iter_found(plain):
        below = _BELOW.search(plain, max(0, found.start() - 2), found.start())
        before = _prefix(found, plain, below.start() if below else found.start())
        start = before.start() if before else found.start()
        comparator = _comparator(found, before.group() if before else "")
        for value, unit, bound in _readings(found, plain):
            if below and unit == _CELSIUS:
                begin = before.start() if before else below.start()
                more = found["more"] or found["umore"]
                turned = _TURNED.get(bound or (comparator if more else None), comparator)
                yield Quantity(begin, found.end(), text[begin : found.end()], -float(value), unit, turned)
                continue
            yield Quantity(start, found.end(), text[start : found.end()], float(value), unit, bound or comparator)


def _iter_found(plain: str) -> Iterator[re.Match[str]]:
    """Yield what the pattern finds, tried only where a number may begin."""
    match, at = _pattern().match, 0
    while (first := _FIRST.search(plain, at)) is not None:
        found = match(plain, first.start())
        if found is not None:
            yield found
        at = found.end() if found is not None else first.end()


def _prefix(found: re.Match[str], plain: str, at: int) -> re.Match[str] | None:
    """Find the word that bounds a number beginning at `at`; 上 and 过 want a round one (上百)."""
    before = _PREFIX.search(plain, max(0, at - 4), at)
    if before is None or before.group() not in {"上", "过"} or plain[found.start()] in "百千万亿":
        return before
    return before if found["tenths"] and before.group() == "过" else None


def _comparator(found: re.Match[str], before: str) -> str | None:
    for group, table in (("after", _AFTER), ("more", _MORE), ("umore", _MORE), ("rmore", _MORE), ("tmore2", _MORE)):
        if found[group]:
            return table[found[group]]
    return _BEFORE.get(before)


def _readings(found: re.Match[str], plain: str) -> Iterator[tuple[Fraction, str, str | None]]:
    """Yield value, unit and a comparator of its own for each number that a match holds."""
    if found["clock"]:
        yield from _clock(found["clock"])
    elif found["share"]:
        yield from _share(found["share"])
    elif found["tenths"]:
        first = found["tenths"][0]
        tenths = Fraction((int(first) if first.isascii() else DIGITS.get(first, 0)) * 10)
        half = found["tenths"][0] in "一半" and "成" not in found["tenths"]
        more = 5 if found["half"] else DIGITS.get(found["hundredth"] or "", 0)
        yield (Fraction(50) if half else tenths + more), "%", None
    elif found["low"]:
        yield from _range(found)
    else:
        yield from _plain(found, plain)


def _clock(text: str) -> Iterator[tuple[Fraction, str, str | None]]:
    parts = _CLOCK.fullmatch(text)
    hours, minutes, seconds, hundredths = parts.groups() if parts else (None,) * 4
    if seconds:
        exact = Fraction(f"{seconds}.{hundredths}" if hundredths else seconds)
        yield Fraction(hours or 0) * 3600 + Fraction(minutes or 0) * 60 + exact, "秒", None
    elif hours or text.endswith("钟"):  # 85分 is a mark, not a time
        yield Fraction(hours or 0) * 60 + Fraction(minutes or 0), "分钟", None


def _share(text: str) -> Iterator[tuple[Fraction, str, str | None]]:
    whole, _, part = text.partition("分之")
    top = parse_number(part)
    bottom = {"百": Fraction(100), "千": Fraction(1000)}.get(whole) or parse_number(whole)
    if top is not None and bottom:
        yield top / bottom * 100, "%", None


def _range(found: re.Match[str]) -> Iterator[tuple[Fraction, str, str | None]]:
    low_text, high_text = found["low"], found["high"]
    if high_text[-1] in "万亿" and low_text[-1] not in "万亿":
        low_text += high_text[-1]
    low, high = parse_number(low_text), parse_number(high_text)
    if low is None or high is None or low >= high:
        return
    row = _units()[found["runit"]]
    unit, factor = row["unit"] or row["written"], int(row["factor"])
    yield low * factor, unit, Comparator.AT_LEAST
    yield high * factor, unit, Comparator.AT_MOST


def _plain(found: re.Match[str], plain: str) -> Iterator[tuple[Fraction, str, str | None]]:
    written = found["number"]
    value = parse_number(written + (found["myriad"] or ""))
    # 一二类苗, 三五个: no 12, no 35
    if value is None or _NAMES_SORTS.fullmatch(written) or not _counts(found, value, plain):
        return
    row = _units().get(found["unit"] or "")
    if row is None:
        yield value, "人" if _PEOPLE.match(plain, found.end()) else "", None
        return
    unit, factor = row["unit"] or row["written"], int(row["factor"])
    if found["unithalf"]:
        value += Fraction(1, 2)
    if spread := _spread(written, found["myriad"] or ""):
        yield spread[0] * factor, unit, Comparator.AT_LEAST
        yield spread[1] * factor, unit, Comparator.AT_MOST
        return
    yield value * factor, unit, None


def _spread(written: str, myriad: str) -> tuple[Fraction, Fraction] | None:
    """Read 六七十 as 60 to 70, 三四百 as 300 to 400."""
    first, second = DIGITS.get(written[:1]), DIGITS.get(written[1:2])
    if first is None or second != first + 1 or written[2:3] not in TENS:
        return None
    low, high = parse_number(written[0] + written[2:] + myriad), parse_number(written[1:] + myriad)
    return (low, high) if low is not None and high is not None else None


def _counts(found: re.Match[str], value: Fraction, plain: str) -> bool:
    """Say whether a number counts something: a small Chinese numeral before a measure word is grammar (一个, 三项)."""
    written, row = found["number"], _units().get(found["unit"] or "")
    if (written[0] in DIGITS or written[0] in TENS or written[0] in MYRIADS) and plain[
        found.start() - 1 : found.start()
    ] in {"数", "几", "多"}:
        return False
    if row is None:
        return _bare_counts(found, plain)
    if written[0].isdigit() and written[0] not in DIGITS:
        # 前3个 ranks, 女子3000米 is a race.
        ranks = row["kind"] == "count" and plain[found.start() - 1 : found.start()] == "前"
        race = found["unit"] == "米" and _RACE.search(plain, max(0, found.start() - 3), found.start())
        return not (value == 0 or ranks or race)
    if row["kind"] == "time":
        return value >= _SMALL
    if row["han"] == "yes":
        return written not in {"一", "百", "千"} | _ROUND or _marked(found, plain)
    return value >= _SMALL and (
        written not in {"十", "百", "千", "万", "千万", "百亿", "千亿", "万亿", "百万", "十万", "亿"}
        or _marked(found, plain)
    )


def _marked(found: re.Match[str], plain: str) -> bool:
    """Say whether 百, 千, 万 alone are marked as a number: 上百名, 千余人."""
    return bool(found["more"] or _prefix(found, plain, found.start()))


def _bare_counts(found: re.Match[str], plain: str) -> bool:
    """Say whether a number without a known unit looks like a quantity all the same: 300万, 三千多."""
    written = found["number"]
    if _PEOPLE.match(plain, found.end()):
        counted = found["myriad"] is not None or written[-1] in "万亿"
        return written not in {"亿万", "千百万"} and (_marked(found, plain) or (counted and written not in _ROUND))
    if found["myriad"] or written[-1] in "万亿":
        return _marked(found, plain) or written[0].isdigit()
    return bool(found["more"]) and written[-1] in TENS and len(written) > 1

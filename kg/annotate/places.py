"""Places as written: divisions by full or safe short name, countries, villages, and 我市, 该县.

`name` stays as written here; `kg.extract.context` completes it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg import division
from kg.country import countries
from kg.language.cues import Cued
from kg.language.lexicon import Lexicon
from kg.language.words import cut, tag
from kg.mention import Mention
from kg.values import value
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.division import Division

_UPPER = {"province", "prefecture"}
_LOWER = {"prefecture", "county"}
_PRONOUN = re.compile(
    "(?:我|本|全|该|此)(?:省|市|县|区|州|旗|盟|乡|镇|村|自治区|自治州|自治县)(?!级|委|人大|政府|域|直)|两地"
)
_VILLAGE = re.compile("[\u4e00-\u9fff]{1,6}?(?:行政村|自然村|村|社区|嘎查)")
_VILLAGE_NOT = re.compile(
    "(?:农|全|各|本|该|我|乡|每个|新农|山|贫困|脱贫|示范|两个|城中|驻|进|入|回|出|到|在|几个|此|某|邻|.个|.+的|.+乡|.+农)村$|农业农村$|.*(?:各|进|入|该|本|型|老旧|下沉|到)社区$"
)
_TOWNSHIP = Cued(
    "(?:(?<=[在赴到进入于、，。：；\n自县区市旗])|^)([\u4e00-\u9fff]{1,6}?(?:镇|乡|苏木|街道))(?![长党政级村人企办下振亲])"
)
_TOWNSHIP_NOT = re.compile(
    ".*[年月度末]城镇$|全[国省市区州].*|我国.*|(?:各|全|某|该|我|本|两|个|返|下|家|回|他|异|的|城|在|到|故|水|思|小|特色|等)(?:镇|乡)$|.*[的了和]"
)
_TOWNSHIP_ENDS = ("镇", "乡", "街道", "苏木")
_WINDOW = 4
_NO_NAME = set("在到赴往从由对向和与及的了是有各该本这那来去进入走")
_STATE_WORDS = set("防务会家民内际王")
_WATERS = set("山江河湖海岛")
_LEAD = "在到赴往从由对向和与及来去进入走"
_ROAD = re.compile("(?:大街|大道|[东西南北中一二三]?路(?![上线径])|街(?!道)|巷|小区|大桥|广场)")
_SHORT_NAME = 2
_LEVELS = ("省", "市", "县", "区", "州", "旗", "盟", "镇", "乡")
_LEVEL_OF = {"省": "province", "自治区": "province", "市": "prefecture", "州": "prefecture", "盟": "prefecture"}
_LEVEL_OF |= {"地区": "prefecture", "县": "county", "区": "county", "旗": "county"}
_COMMON = {"城区", "郊区", "矿区", "市区", "新区", "开发区"}


@value
class _Form:
    """What a form of a place's name stands for: `local` needs the paper's area or the full name near it."""

    kind: str
    local: bool


@cache
def _form(kind: str, *, local: bool) -> _Form:
    """Return the one form of a sort: of forty thousand names few sorts are forms."""
    return _Form(kind, local)


@cache
def _lexicon() -> Lexicon[_Form]:
    stops = {row["short"] for row in read_table("place_stops")}
    forms: dict[str, _Form] = dict.fromkeys(countries(), _form("country", local=False))
    for township in division.townships():
        if len(township.name) > _SHORT_NAME and township.name.endswith(_TOWNSHIP_ENDS):
            forms.setdefault(township.name, _form("township", local=False))
    for place in division.divisions():
        for form in division.short_forms(place.name):
            _add_short(forms, place, form, stops)
    for place in division.divisions():
        known = forms.get(place.name)
        if known is None or known.kind not in _UPPER or (place.level in _UPPER and place.valid_to is None):
            forms[place.name] = _form(place.level, local=place.name in _COMMON)
    return Lexicon(forms)


def _add_short(forms: dict[str, _Form], place: Division, form: str, stops: set[str]) -> None:
    marked = division.short_forms(form) != ()  # 恩施州, 连南县 still carry their level
    sure = marked or (form not in stops and (place.level in _UPPER or tag(form) == "ns"))
    known = forms.get(form)
    if known is None or (known.local and sure):
        forms[form] = _form(place.level, local=not sure)


def find_places(text: str, seat: str | None) -> list[Mention]:
    """Return the places of the text in order of start."""
    area = _area(seat)
    found = list(_named(text, area))
    if seat and not division.named(seat):
        found += _unknown_seat(text, seat, found)
    found += _pronouns(text)
    taken = {at for m in found for at in range(m.start, m.end)}
    found += [m for m in _townships(text, taken) if m.start not in taken]
    found.sort(key=lambda m: m.start)
    return sorted([*found, *_villages(text, found)], key=lambda m: (m.start, m.end))


def _unknown_seat(text: str, seat: str, found: list[Mention]) -> Iterator[Mention]:
    """The paper's seat, where the user names one that no table of divisions holds."""
    level = next((level for ending, level in _LEVEL_OF.items() if seat.endswith(ending)), "")
    taken = {at for m in found for at in range(m.start, m.end)}
    for match in re.finditer(re.escape(seat), text) if level else ():
        if not taken.intersection(range(*match.span())):
            yield Mention("place", match.start(), match.end(), seat, seat, level)


def _townships(text: str, taken: set[int]) -> Iterator[Mention]:
    """Townships that the table lacks: the data know those of one year only."""
    for match in _TOWNSHIP.finditer(text):
        name = match[1].lstrip(_LEAD)
        start = match.end(1) - len(name)
        if start in taken:  # 甲区|乙街道
            begin = next((at for at in range(start, match.end(1)) if at not in taken), match.end(1))
            name = text[begin : match.end(1)] if text[begin - 1] in _LEVELS else ""
        if len(name) > _SHORT_NAME - 1 and not _TOWNSHIP_NOT.match(name) and _unbroken(name):
            yield Mention("place", match.end(1) - len(name), match.end(1), name, name, "township")


@cache
def _area(seat: str | None) -> frozenset[str]:
    """Return the names of the seat's prefecture and all below it, where a short name needs no more proof."""
    if seat is None:
        return frozenset()
    rows = [d for d in division.named(seat) if d.valid_to is None][:1]
    if not rows:
        return frozenset()
    top = rows[0]
    if top.level in {"county", "township"}:
        top = next((p for p in division.parents(top) if p.level == "prefecture"), top)
    below = list(division.children(top))
    if top.level == "province":
        below = [c for c in below if c.level == "prefecture" or c.prefecture is None]
    names = {form for d in (top, *below) for form in (d.name, *division.short_forms(d.name))}
    return frozenset(names)


@cache
def _with_state() -> frozenset[str]:
    """Return the countries that are also named with 国 behind (以色列国)."""
    return frozenset(form for form in countries() if form + "国" in countries())


def _named(text: str, area: frozenset[str]) -> Iterator[Mention]:
    for start, end, form in _lexicon().find(text):
        if text[end : end + 1] in _STATE_WORDS and text[start : end - 1] in _with_state():
            end -= 1  # noqa: PLW2901  # 以色列|国防部
        if text.startswith("时间", end):  # 北京时间
            continue
        name = text[start:end]
        if form.local and name not in area and not _full_form_near(text, name):
            continue
        if _ROAD.match(text, end) and (form.kind != "country" and not name.endswith(_LEVELS)):
            continue
        if form.kind in _LOWER and text[end : end + 1] in _WATERS and not _cuts(text, start, end):
            continue  # 长白|山
        lower = form.kind in _LOWER and name not in area
        # Short names, and those of two characters (新|任县|委书记 holds no 任县), hide in words.
        doubtful = form.kind == "township" or (lower and (not name.endswith(_LEVELS) or len(name) == _SHORT_NAME))
        if doubtful and not _cuts(text, start, end):
            continue
        yield Mention("place", start, end, name, name, form.kind)


def _cuts(text: str, start: int, end: int) -> bool:
    """Say whether both ends of `[start, end)` lie between words (新疆域 holds no 新疆, 部分乡镇 no 分乡镇)."""
    at = max(0, start - _WINDOW)
    ends = {at}
    for word in cut(text[at : end + _WINDOW]):
        at += len(word)
        ends.add(at)
    return start in ends and (end in ends or end - 1 in ends)  # 乡|镇党委 is cut before the level


def _full_form_near(text: str, short: str) -> bool:
    return any(d.name in text for d in division.named(short) if d.name != short)


def _pronouns(text: str) -> Iterator[Mention]:
    for match in _PRONOUN.finditer(text):
        yield Mention("place", match.start(), match.end(), match[0], match[0], "pronoun")


def _villages(text: str, places: list[Mention]) -> Iterator[Mention]:
    """Villages and communities: by their suffix, right after a township or county, or as a word-like stretch."""
    starts = {m.start for m in places if m.how == "township" or m.text.endswith(_LEVELS)}
    ends = {m.end for m in places if m.how in {"township", "county", "prefecture"}} - starts
    for at in sorted(ends):
        match = _VILLAGE.match(text, at)
        if match and not _VILLAGE_NOT.match(match[0]) and _unbroken(match[0]):
            yield Mention("place", at, match.end(), match[0], match[0], "village")


@cache
def _unbroken(name: str) -> bool:
    words = cut(name)[:-1]
    return not any(word in _NO_NAME or (len(word) > 1 and tag(word) in {"p", "c", "d", "r", "v"}) for word in words)

"""Administrative divisions: what a name of a place may stand for, when, and what lies above and below it.

Data end in 2024; a division whose end is open goes on. The same name may have been several divisions (郊区 was
seventy), so that looking one up gives all of them and the caller chooses by year, level and what lies above.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Literal, TypeAlias

from kg.values import value
from ontology import HERE

Level: TypeAlias = Literal["province", "prefecture", "county", "township"]

_LEVELS: dict[str, Level] = {"省级": "province", "地级": "prefecture", "县级": "county"}
_RANK: dict[Level, int] = {"province": 0, "prefecture": 1, "county": 2, "township": 3}
_DIRECT = "直辖"
_TOWNSHIPS_OF = 2023
# What usage, not the rule of the names, makes of a few prefectures.
_CONTRACTED = {
    "博尔塔拉蒙古自治州": ("博州",),
    "巴音郭楞蒙古自治州": ("巴州",),
    "克孜勒苏柯尔克孜自治州": ("克州",),
}
_SHORTEST = 2  # 忠县 has no short form: a single character names nothing by itself
_SUFFIX = re.compile(
    "(自治区|自治州|自治县|自治旗|特别行政区|地区|林区|特区|矿区|新区|街道办事处|街道|镇|民族乡|乡|苏木|省|市|县|区|旗|盟)$"
)
_PEOPLES = re.compile(
    "(?:壮族|回族|维吾尔|土家族|苗族|彝族|藏族|羌族|白族|傣族|景颇族|傈僳族|哈尼族|布依族|侗族|哈萨克|哈萨克族|柯尔克孜|蒙古"
    "|蒙古族|朝鲜族|满族|瑶族|黎族|畲族|水族|仡佬族|纳西族|普米族|独龙族|怒族|拉祜族|佤族|布朗族|达斡尔族|锡伯|锡伯族|塔吉克"
    "|东乡族|保安族|撒拉族|土族|裕固族|仫佬族|毛南族|鄂温克族|鄂伦春|各族|高山族|京族|阿昌族|德昂族|基诺族)+$"
)
_WINGS = re.compile("^(科)尔沁([左右])翼([前中后]旗)$|^(乌)拉特([前中后]旗)$")


@value
class Division:
    """One division of the country as it was from `valid_from` on, until `valid_to` (None: it still is).

    `province` and `prefecture` are names (`prefecture` None where a county lies directly under its province);
    `successors` are the codes that took its place.
    """

    code: str
    name: str
    level: Level
    province: str
    prefecture: str | None
    valid_from: int
    valid_to: int | None
    successors: tuple[str, ...]
    county: str | None = None
    """Code of the county-level division that a township lies in."""


@cache
def divisions() -> tuple[Division, ...]:
    """Return every division at county level and above since 1981, in the order of the table."""
    path = HERE / "divisions" / "divisions-1981-2024.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(_division(row) for row in csv.DictReader(lines))


def _division(row: dict[str, str]) -> Division:
    level = _LEVELS[row["级别"]]
    prefecture = row["二级行政区"]
    end = row["变更/弃用时间"]
    return Division(
        code=row["代码"],
        name=row["名称"],
        level=level,
        province=row["一级行政区"],
        prefecture=None if level == "province" or prefecture in {"", _DIRECT} else prefecture,
        valid_from=int(row["启用时间"]),
        valid_to=int(end) if end else None,
        successors=tuple(re.findall(r"\d{6}", row["新代码"])),
    )


@cache
def townships() -> tuple[Division, ...]:
    """Return the townships and sub-districts of 2023; their years of validity are not known beyond that."""
    above = {d.code: d for d in divisions() if d.level == "county" and d.valid_to is None}
    with (HERE / "divisions" / "townships-2023.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found: list[Division] = []
    for row in rows:
        county = above.get(row["areaCode"])
        if county is not None:
            found.append(_township(row, county))
    return tuple(found)


def _township(row: dict[str, str], county: Division) -> Division:
    name = row["name"].removesuffix("办事处") if row["name"].endswith("街道办事处") else row["name"]
    return Division(
        row["code"], name, "township", county.province, county.prefecture, _TOWNSHIPS_OF, None, (), county.code
    )


@cache
def short_forms(name: str) -> tuple[str, ...]:
    """Return what a name is shortened to: 恩施土家族苗族自治州 to 恩施州 and 恩施, 吕梁市 to 吕梁."""
    suffix = _SUFFIX.search(name)
    if suffix is None:
        return ()
    stem = name[: suffix.start()]
    bare = _PEOPLES.sub("", stem)
    if len(bare) < _SHORTEST:
        bare = stem  # 内蒙古 is not 内
    wing = _WINGS.match(name)
    forms = list(_CONTRACTED.get(name, ()))
    forms += ["".join(part for part in wing.groups() if part)] if wing else []
    if suffix[0].startswith("自治") and suffix[0] != "自治区":
        forms.append(bare + suffix[0][-1])
    if len(bare) >= _SHORTEST:
        forms.append(bare)
    return tuple(dict.fromkeys(forms))


@cache
def _index() -> dict[str, tuple[Division, ...]]:
    full: dict[str, list[Division]] = {}
    short: dict[str, list[Division]] = {}
    for division in (*divisions(), *townships()):
        full.setdefault(division.name, []).append(division)
        if division.level != "township":
            for form in short_forms(division.name):
                short.setdefault(form, []).append(division)
    for form, found in short.items():
        full.setdefault(form, []).extend(d for d in found if d not in full.get(form, ()))
    return {form: tuple(sorted(found, key=_order)) for form, found in full.items()}


def _order(division: Division) -> tuple[int, bool, str, int]:
    return (_RANK[division.level], division.valid_to is not None, division.code, division.valid_from)


def named(name: str) -> tuple[Division, ...]:
    """Return all divisions that a full or short name may stand for, the highest level first, the living before dead.

    Townships are found by their full names only: their short ones are too common.
    """
    return _index().get(name, ())


def valid(division: Division, year: int | None) -> bool:
    """Say whether the division existed in the year (None: whether it still does)."""
    if division.level == "township":
        return True
    if year is None:
        return division.valid_to is None
    return division.valid_from <= year and (division.valid_to is None or year <= division.valid_to)


@cache
def _by_code() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for division in (*divisions(), *townships()):
        found.setdefault(division.code, []).append(division)
    return {code: tuple(rows) for code, rows in found.items()}


def coded(code: str) -> tuple[Division, ...]:
    """Return what a code has stood for, in the order of the table."""
    return _by_code().get(code, ())


def parents(division: Division, year: int | None = None) -> tuple[Division, ...]:
    """Return what lies above a division in a year, the nearest first (None: in its own last year)."""
    when = year if year is not None else division.valid_to
    above: list[Division] = []
    if division.county is not None:
        above += [d for d in coded(division.county) if d.valid_to is None][:1]
    if division.level in {"county", "township"} and division.prefecture is not None:
        above += _one(division.prefecture, "prefecture", division.province, when)
    if division.level != "province":
        above += _one(division.province, "province", division.province, when)
    return tuple(above)


def _one(name: str, level: Level, province: str, year: int | None) -> list[Division]:
    rows = [d for d in named(name) if d.level == level and d.province == province and d.name == name]
    return (sorted(rows, key=lambda d: not valid(d, year)))[:1]


@cache
def _below() -> dict[tuple[str, str | None, str | None], tuple[Division, ...]]:
    found: dict[tuple[str, str | None, str | None], list[Division]] = {}
    for d in divisions():
        if d.level == "prefecture":
            found.setdefault((d.province, None, None), []).append(d)
        elif d.level == "county":
            found.setdefault((d.province, d.prefecture, None), []).append(d)
    for d in townships():
        found.setdefault((d.province, d.prefecture, d.county), []).append(d)
    return {key: tuple(rows) for key, rows in found.items()}


def children(division: Division, year: int | None = None) -> tuple[Division, ...]:
    """Return what lies directly below a division in a year (None: today)."""
    if division.level == "province":
        rows = _below().get((division.province, None, None), ())
    elif division.level == "prefecture":
        rows = _below().get((division.province, division.name, None), ())
    else:
        rows = _below().get((division.province, division.prefecture, division.code), ())
    return tuple(d for d in rows if valid(d, year))

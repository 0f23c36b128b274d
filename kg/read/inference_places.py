"""Where a paper is published: told by its masthead (中共吕梁市委机关报) or by its name (吕梁日报)."""

from __future__ import annotations

from functools import cache

from kg.division import Division, named, parents, valid
from ontology import read_table

_HIGHER = {"province": 0, "prefecture": 1, "county": 2}


@cache
def _papers() -> tuple[dict[str, str], tuple[str, ...]]:
    rows = read_table("paper_names")
    endings = sorted((row["form"] for row in rows if row["use"] == "ending"), key=lambda form: (-len(form), form))
    return {row["form"]: row["seat"] for row in rows if row["use"] == "whole"}, tuple(endings)


def find_seat(paper: str, region: str | None = None, year: int | None = None) -> str | None:
    """Return the full name of the division whose paper a name is, if it can be only one.

    `region` is the code of the province under which the paper is registered (CN14-0024: 14).
    """
    whole, endings = _papers()
    if paper in whole:
        return whole[paper] or None
    ending = next((one for one in endings if paper.endswith(one)), None)
    return find_place(paper.removesuffix(ending), region, year) if ending else None


def find_place(name: str, region: str | None = None, year: int | None = None) -> str | None:
    """Return the one division that a name can stand for, by its full name: a province, or what all others lie in.

    A city's district counts only where nothing else has the name: the paper 大同日报 is the city's, not that of 大同区.
    """
    found = [one for one in named(name) if one.level != "township" and region in (None, one.code[:2])]
    found = [one for one in found if valid(one, year)] or found
    found = [one for one in found if one.name == name or not _is_district(one)] or found
    if not found:
        return None
    highest = min(found, key=lambda one: _HIGHER[one.level])
    others = [one for one in found if (one.name, one.province, one.prefecture) != _key(highest)]
    return highest.name if highest.level == "province" or all(_lies_in(one, highest) for one in others) else None


def _is_district(one: Division) -> bool:
    return one.level == "county" and one.name.endswith("区")


def _key(one: Division) -> tuple[str, str, str | None]:
    return one.name, one.province, one.prefecture


def _lies_in(one: Division, other: Division) -> bool:
    return any(_key(above) == _key(other) for above in parents(one))

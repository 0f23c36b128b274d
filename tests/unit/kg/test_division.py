"""Divisions: what a name may stand for, when, and what lies above and below."""

from __future__ import annotations

import pytest

from kg.division import Division, children, divisions, named, parents, short_forms, valid


def test_a_full_name_is_found_with_its_years() -> None:
    """长治市 had a 城区 until 2018, then a 潞州区: each is valid in its own years only."""
    (new,) = named("潞州区")
    assert not valid(new, 2016)
    assert valid(new, 2021)
    assert valid(new, None)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("吕梁市", ("吕梁",)),
        ("恩施土家族苗族自治州", ("恩施州", "恩施")),
        ("科尔沁左翼后旗", ("科左后旗", "科尔沁左翼后")),
        ("广西壮族自治区", ("广西",)),
        ("忠县", ()),
    ],
)
def test_short_forms(name: str, short: tuple[str, ...]) -> None:
    """Peoples and suffixes go; a single character names nothing by itself."""
    assert short_forms(name) == short


def test_a_short_name_finds_all_that_it_may_stand_for() -> None:
    """朝阳 is a city, a county and a district: the highest comes first, the living before the dead."""
    found = named("朝阳")
    assert [d.level for d in found if d.valid_to is None][:1] == ["prefecture"]
    assert {d.name for d in found} >= {"朝阳市", "朝阳区", "朝阳县"}


def test_what_lies_above_and_below() -> None:
    """A township knows its county, city and province; a city knows its counties."""
    (district,) = (d for d in named("离石区") if d.valid_to is None)
    assert [d.name for d in parents(district)] == ["吕梁市", "山西省"]
    township: Division = next(d for d in children(district) if d.name == "吴城镇")
    assert [d.name for d in parents(township)] == ["离石区", "吕梁市", "山西省"]
    assert district in children(named("吕梁市")[0])


def test_every_division_has_a_level_and_a_beginning() -> None:
    """No row of the table is read into a division without a level, or that ends before it began."""
    assert all(d.valid_to is None or d.valid_from <= d.valid_to for d in divisions())

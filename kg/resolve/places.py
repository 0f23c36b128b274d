"""Places: a name in an article becomes the division that was valid on its day, a country, or a named place there.

A name that several divisions bear (郊区, 朝阳区) is settled by what the article says of its surroundings: the seat of
the paper and the other divisions named. What that does not settle stays a named place of this article, without a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.division import Division, coded, named, parents, valid
from kg.ids import entity_id
from kg.repair import simplified
from kg.resolution import Bond, Entity
from kg.vocabulary import PlaceLevel
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.entity import Value

_LONGEST = 15
_MARKS = "州县旗"
_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:街道|镇(?!村)|乡(?![村镇])|苏木)")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:社区|村|嘎查)(?:民?委会)?")
_SUFFIX_LEVELS = (
    ("街道", PlaceLevel.TOWNSHIP),
    ("苏木", PlaceLevel.TOWNSHIP),
    ("社区", PlaceLevel.VILLAGE),
    ("嘎查", PlaceLevel.VILLAGE),
    ("自治州", PlaceLevel.PREFECTURE),
    ("地区", PlaceLevel.PREFECTURE),
    ("省", PlaceLevel.PROVINCE),
    ("市", PlaceLevel.PREFECTURE),
    ("州", PlaceLevel.PREFECTURE),
    ("盟", PlaceLevel.PREFECTURE),
    ("县", PlaceLevel.COUNTY),
    ("旗", PlaceLevel.COUNTY),
    ("镇", PlaceLevel.TOWNSHIP),
    ("乡", PlaceLevel.TOWNSHIP),
    ("村", PlaceLevel.VILLAGE),
)


@dataclass(slots=True)
class Ground:
    """What an article stands on: its year, the seat of its paper, and the divisions that it names beyond doubt."""

    article: str
    year: int | None
    seat: Division | None = None
    around: set[str] = field(default_factory=set)
    """Codes of the seat, of what is named, and of what lies above these."""

    def stand_on(self, division: Division) -> None:
        """Add a division, and what lies above it, to the surroundings."""
        self.around.update(one.code for one in (division, *parents(division, self.year)))


class Places:
    """Gathers the places that articles name, as entities with their bonds."""

    def __init__(self) -> None:
        """Start with no place."""
        self.entities: dict[str, Entity] = {}
        self.bonds: set[Bond] = set()
        self._names: dict[str, set[str]] = {}

    def ground(self, article: str, published: str | None, seat: str | None, names: Iterable[str]) -> Ground:
        """Return what an article stands on, from its own day, the paper's seat and all places named in it."""
        year = int(published[:4]) if published else None
        ground = Ground(article, year)
        if seat:
            ground.seat = find_division(simplified(seat), ground)
            if ground.seat:
                ground.stand_on(ground.seat)
        # Names that mean one thing only are settled first and then settle the others, whatever their order.
        sure = [found for name in sorted(set(names)) if (found := _only(name, ground))]
        for one in sure:
            ground.stand_on(one)
        return ground

    def denote(self, name: str, ground: Ground, area: str | None = None) -> str:
        """Return the id of what a name denotes; `area` is the place of a venue whose name does not say it."""
        country = countries().get(name)
        if country:
            return self._as_written(self._named(country, "country", PlaceLevel.COUNTRY, None, country), name)
        chain, rest = split(name, ground)
        if not chain:
            return self._unlocated(name, ground, area)
        inner = self.division(chain[-1], ground)
        if rest and chain[-1].name not in name:
            # 北京大学 stands in 北京市, but 大学 alone is no name.
            return self._named(name, inner, level_of(name), inner, name)
        return self._within(rest, inner, name) if rest else self._as_written(inner, name)

    def division(self, division: Division, ground: Ground) -> str:
        """Return the id of a division; what lies above it, and what came after it, is added with it."""
        node = self._add_division(division)
        inner = node
        for outer in parents(division, ground.year if valid(division, ground.year) else None):
            above = self._add_division(outer)
            self.bonds.add(Bond("PART_OF", inner, above))
            inner = above
        return node

    def _add_division(self, one: Division) -> str:
        node = f"place/{one.code}-{one.valid_from}"
        if node in self.entities:
            return node
        props: dict[str, Value] = {"code": one.code, "level": one.level}
        props |= {"valid_from": one.valid_from, "valid_to": one.valid_to}
        self.entities[node] = Entity("Place", node, one.name, (), (), props)
        self._names[node] = {one.name}
        for code in one.successors:
            for successor in coded(code):
                if one.valid_to and successor.valid_from <= one.valid_to and valid(successor, one.valid_to):
                    after = self._add_division(successor)
                    if after != node:
                        self.bonds.add(Bond("SUCCEEDED_BY", node, after))
        return node

    def _within(self, rest: str, area: str, written: str) -> str:
        for pattern, level in ((_TOWNSHIP, PlaceLevel.TOWNSHIP), (_VILLAGE, PlaceLevel.VILLAGE)):
            found = pattern.match(rest)
            if found:
                inner = self._named(found[0], area, level, area, found[0])
                left = rest[found.end() :]
                return self._within(left, inner, written) if left else self._as_written(inner, written)
        # A venue is called by the place that its name says it lies in: 疏勒县人民医院, 广场东社区联络点.
        outer = self.entities[area].name
        called = f"{outer}{rest}" if written.endswith(f"{outer}{rest}") else rest
        return self._as_written(self._named(rest, area, level_of(rest), area, called), written)

    def _unlocated(self, name: str, ground: Ground, area: str | None) -> str:
        alike = named(name)
        if alike:
            # Several divisions bear the name and nothing here says which: it means this article's own.
            return self._named(name, ground.article, PlaceLevel(alike[0].level), None, name)
        level = level_of(name)
        home = self.division(ground.seat, ground) if ground.seat else None
        if area or home:
            return self._within(name, area or home or "", name)
        scope = ground.article if level in {PlaceLevel.TOWNSHIP, PlaceLevel.VILLAGE} else ""
        return self._named(name, scope, level, None, name)

    def _named(self, name: str, scope: str, level: PlaceLevel, area: str | None, written: str) -> str:
        node = entity_id("Place", name, scope)
        if node not in self.entities:
            props: dict[str, Value] = {"code": None, "level": level.value, "valid_from": None, "valid_to": None}
            self.entities[node] = Entity("Place", node, written, (), (), props)
            self._names[node] = {written}
        if area and area != node:
            self.bonds.add(Bond("PART_OF", node, area))
        return self._as_written(node, written)

    def _as_written(self, node: str, written: str) -> str:
        self._names[node].add(written)
        return node

    def close(self) -> Iterator[Entity]:
        """Yield the places with all the names under which articles know them."""
        for one in self.entities.values():
            yield Entity(one.label, one.id, one.name, tuple(sorted(self._names[one.id])), (), one.props)


def split(name: str, ground: Ground, short: Callable[[str, str], bool] | None = None) -> tuple[list[Division], str]:
    """Return the divisions that a name starts with, the outermost first, and what is left of it.

    吕梁市离石区吴城镇九里湾村 is 吕梁市, 离石区, 吴城镇 and the rest 九里湾村. `short` says of a short form and
    a rest whether the one may stand before the other (吕梁 before 人社局).
    """
    chain: list[Division] = []
    rest = name
    while rest:
        found = _leading(rest, ground, chain, short)
        if found is None:
            break
        division, length = found
        chain.append(division)
        rest = rest[length:]
    return chain, rest


def _leading(
    rest: str, ground: Ground, chain: list[Division], short: Callable[[str, str], bool] | None
) -> tuple[Division, int] | None:
    for length in range(min(len(rest), _LONGEST), 1, -1):
        start, left = rest[:length], rest[length:]
        found = find_division(start, ground, chain[-1] if chain else None)
        if found and (not left or _may_lead(found, start, left, ground) or (short and short(start, left))):
            return found, length
    return None


def _may_lead(found: Division, start: str, left: str, ground: Ground) -> bool:
    """Say whether a form of a division may stand before the rest of a longer name.

    A full name may, and so may the short one of a province, 积石山县, and 周口 before 郸城县; but 和平医院 lies in no
    和平区.
    """
    if found.name == start or found.level == "province" or start[-1] in _MARKS:
        return True
    return any(
        inner.name == left[:length]
        for length in range(min(len(left), _LONGEST), 1, -1)
        if (inner := find_division(left[:length], ground, found))
    )


def find_division(name: str, ground: Ground, inside: Division | None = None) -> Division | None:
    """Return the division that a name denotes here, or None where nothing says which of several."""
    found = _candidates(name, ground, inside)
    if len(found) > 1:
        top = max(_closeness(one, ground) for one in found)
        found = [one for one in found if _closeness(one, ground) == top] if top else _provinces(name, found)
    if len(found) > 1:
        found = _latest(found)
    return found[0] if len(found) == 1 else None


def _only(name: str, ground: Ground) -> Division | None:
    chain = split(name, ground)[0]
    if chain:
        return chain[-1]
    found = _candidates(name, ground, None)
    return found[0] if len(found) == 1 else None


def _candidates(name: str, ground: Ground, inside: Division | None) -> list[Division]:
    known = named(name)
    full = _living([one for one in known if one.name == name], ground, inside)
    return full or _living([one for one in known if one.name != name], ground, inside)


def _living(found: list[Division], ground: Ground, inside: Division | None) -> list[Division]:
    if inside:
        found = [one for one in found if inside.code in {above.code for above in parents(one, ground.year)}]
    living = [one for one in found if valid(one, ground.year)]
    if not living and ground.year:
        # A name out of use means what bore it last.
        past = [one for one in found if one.valid_to and one.valid_to <= ground.year]
        last = max((one.valid_to or 0 for one in past), default=0)
        living = [one for one in past if one.valid_to == last]
    # Townships share their names all over the country: only one in a county already spoken of is meant.
    return [one for one in living if one.level != "township" or inside or one.county in ground.around]


def _closeness(one: Division, ground: Ground) -> int:
    above = [outer.code for outer in parents(one, ground.year)]
    if one.code in ground.around:
        return len(above) + 2
    for rank, code in enumerate(above):
        if code in ground.around:
            return len(above) - rank
    return 0


def _provinces(name: str, found: list[Division]) -> list[Division]:
    # 吉林 alone is the province, not the city in it.
    if all(one.name == name for one in found):
        return found
    provinces = [one for one in found if one.level == "province"]
    # 恩施 is the prefecture where the other that bears the name is the city in it.
    outer = [one for one in found if all(one is other or _inside(other, one) for other in found)]
    return provinces or outer or found


def _inside(one: Division, outer: Division) -> bool:
    return outer.code in {above.code for above in parents(one)}


def _latest(found: list[Division]) -> list[Division]:
    # In the year of a change the division before and the one after are both valid: the one after is meant.
    if len({(one.name, one.province, one.prefecture) for one in found}) > 1:
        return found
    return [max(found, key=lambda one: (one.valid_from, one.code))]


def level_of(name: str) -> PlaceLevel:
    """Return the level that the last characters of a name tell; what ends otherwise is a venue."""
    return next((level for suffix, level in _SUFFIX_LEVELS if name.endswith(suffix)), PlaceLevel.SITE)


@cache
def countries() -> dict[str, str]:
    """Return the countries by every form of their names."""
    found: dict[str, str] = {}
    for row in read_table("countries"):
        for form in (row["name"], f"{row['name']}共和国", *row["aliases"].split()):
            found.setdefault(form, row["name"])
    return found


def points(name: str) -> bool:
    """Say whether a word points at a place without naming one: 两地, 现场."""
    return name in _deictic()


@cache
def _deictic() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("deictic_places"))

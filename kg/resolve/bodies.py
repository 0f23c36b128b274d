"""Bodies: one normal form for the names under which one body goes, the place it belongs to, the body it is part of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.ids import entity_id
from kg.resolution import Bond, Entity
from kg.resolve.kinds import kind_of
from kg.resolve.places import countries, split
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.division import Division
    from kg.resolve.places import Ground, Places

_PARTY = re.compile("^(?:中共|中国共产党)(?!中央)")
_TERM = re.compile("第[一二三四五六七八九十百0-9]+届(?=人大|人民代表大会|政协|委员会|常委会)")
_FRONTS = {
    "共青团": "mass_organization",
    "民革": "democratic_party",
    "民盟": "democratic_party",
    "民建": "democratic_party",
    "民进": "democratic_party",
    "农工党": "democratic_party",
    "致公党": "democratic_party",
    "九三学社": "democratic_party",
    "台盟": "democratic_party",
}
_FRONT = re.compile("^(" + "|".join(_FRONTS) + ")")
_CONFERENCE = re.compile("^(?:中国人民政治协商会议|政协)(?=.*委员会$)")
_INNER = re.compile(
    "^(.*?(?:委|政府|人大常委会|人大|政协|局|厅|院|大学|集团|公司|军委|纪委监委))"
    "(.{0,10}(?:部|办|办公室|办公厅|室|处|科|股|党组|党委|支队|大队|学院|分局|支部|总支|政法委|机关工委|党校|委员会)|(?<=委)(?:常委会|宣讲团|考察团|巡察组))$"
)
# What every meeting and journey has: without more it is the one of this article.
_ANY = re.compile(
    "^(?:大会|会议|代表大会|小组|代表团|党政代表团|考察团|调研组|专家组|工作组|检查组|督导组|宣讲团|领导小组|组委会|指挥部|公司|集团|学校|医院)"
)
_LEVELS = "省市州盟县区旗"
_CHINA = "中国"
_LONGEST = 9
_OWN_GOVERNMENT = "department"
# Run from the capital, not by the place they stand in.
_VERTICAL = re.compile("税务|海关|气象局|烟草|邮政|银保监|金融监管|证监|消防|出入境|调查队|供电|铁路|民航|通信管理")


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name read: its normal form, what it is scoped to, the division it belongs to, its kind."""

    name: str
    scope: str
    place: str | None
    kind: str
    parent: str | None
    called: str = ""
    """The normal form with the place as written: 科左后旗文联, whose `name` is 科尔沁左翼后旗文联."""


class Bodies:
    """Gathers the bodies that articles name, as entities with their bonds."""

    def __init__(self, places: Places) -> None:
        """Start with no body; places that names begin with go to `places`."""
        self._places = places
        self.entities: dict[str, Entity] = {}
        self.bonds: set[Bond] = set()
        self._names: dict[str, set[str]] = {}
        self.read: dict[str, Body] = {}
        self._called: dict[str, Counter[str]] = {}

    def denote(self, name: str, ground: Ground) -> str:
        """Return the id of the body that a name denotes."""
        body = self._parse(name, ground)
        node = self._add(body)
        self._names[node].add(name)
        self._called[node][body.called or body.name] += 1
        if body.parent:
            above = self._parse(body.parent, ground)
            outer = self._add(above)
            self._called[outer][above.called or above.name] += 0
            if outer != node:
                self.bonds.add(Bond("PART_OF", node, outer))
        return node

    def _add(self, body: Body) -> str:
        node = entity_id("Organization", body.name, body.scope)
        if node not in self.entities:
            self.entities[node] = Entity("Organization", node, body.name, (), (), {"kind": body.kind})
            self._names[node] = set()
            self._called[node] = Counter()
            self.read[node] = body
        if body.place:
            self.bonds.add(Bond("IN_PLACE", node, body.place))
        return node

    def _parse(self, name: str, ground: Ground) -> Body:
        if name in countries():
            country = self._places.denote(name, ground)
            return Body(countries()[name], "state", country, "state", None)
        known = _aliases().get(name)
        if known:
            return self._elsewhere(known, ground)
        stripped = _PARTY.sub("", name)
        party = stripped != name
        front = _FRONT.match(stripped)
        conference = _CONFERENCE.match(stripped)
        inner = stripped[(front or conference).end() :] if (front or conference) else stripped  # type: ignore[union-attr]
        chain, rest = split(inner, ground, _takes_short_form)
        if chain and _stands_for_its_place(chain[-1], inner, rest):
            written = inner[: len(inner) - len(rest)]
            rest = _normal("政协" if conference and rest == "委员会" else rest, party=party or bool(front))
            return self._local(chain, ground, (front[0] if front else "", written, rest))
        return self._elsewhere(_normal(stripped if front or not party else name, party=False), ground)

    def _local(self, chain: list[Division], ground: Ground, parts: tuple[str, str, str]) -> Body:
        front, written, rest = parts
        division = chain[-1]
        place = self._places.division(division, ground)
        name = f"{front}{division.name}{rest}"
        found = kind_of(name) if rest else None
        kind = _FRONTS.get(front) or (found.name if found else "other")
        outer = _INNER.match(rest)
        # Of a chain of places only the last is part of what people call the body.
        short = written if len(chain) == 1 else division.name
        parent = f"{front}{short}{outer[1]}" if outer else None
        return Body(name, division.code, place, kind, parent, f"{front}{short}{rest}")

    def _elsewhere(self, name: str, ground: Ground) -> Body:
        found = kind_of(name)
        kind = found.name if found else "other"
        outer = _INNER.match(name)
        parent = outer[1] if outer and kind_of(outer[1]) else None
        country = _country(name)
        if country:
            place = self._places.denote(country, ground) if countries()[country] != _CHINA else None
            return Body(name, "", place, kind, parent)
        if (found and found.bare) or _ANY.match(name):
            # Every city has a 教育局: without a place it is the one of the paper's seat, or of this article alone.
            seat = self._places.division(ground.seat, ground) if ground.seat else None
            return Body(name, ground.seat.code if ground.seat else ground.article, seat, kind, parent)
        return Body(name, "", None, kind, parent)

    def close(self) -> Iterator[Entity]:
        """Yield the bodies, each called as it is called most often, with all the names that articles use."""
        for one in self.entities.values():
            counted = self._called[one.id]
            name = min(counted, key=lambda form: (-counted[form], len(form), form)) if counted else one.name
            names = tuple(sorted({one.name, name, *self._names[one.id]}))
            yield Entity(one.label, one.id, name, names, (), one.props)

    def departments(self) -> Iterator[Bond]:
        """Yield for each department of a division the government it belongs to, where the graph knows that."""
        governments = {
            body.scope: node
            for node, body in self.read.items()
            if body.kind == "government" and body.name[-2:] == "政府"
        }
        inside = {bond.source for bond in self.bonds if bond.type == "PART_OF"}
        for node, body in self.read.items():
            own = body.kind == _OWN_GOVERNMENT and not _VERTICAL.search(body.name)
            if own and node not in inside and body.scope in governments and body.place:
                yield Bond("PART_OF", node, governments[body.scope])


def _stands_for_its_place(division: Division, inner: str, rest: str) -> bool:
    # 山西人社厅 is the province's; 山西大学 has a name of its own.
    written = inner[: len(inner) - len(rest)]
    return division.name in written or _takes_short_form(written, rest)


def _country(name: str) -> str | None:
    """Return the country that a body's name begins with, the longest of several."""
    known = countries()
    return next((name[:size] for size in range(min(len(name) - 1, _LONGEST), 1, -1) if name[:size] in known), None)


def _takes_short_form(written: str, rest: str) -> bool:
    """Say whether a body's name may begin with a short form: 恩施州 before 委, 吕梁 before 人社局."""
    found = kind_of(f"{written[-1:]}{rest}") if len(rest) == 1 else kind_of(rest)
    if not rest or found is None or not found.bare:
        return False
    # 玉树州委 is 玉树州 and 委, not 玉树 and 州委; and 局 alone is no body.
    return written[-1:] in _LEVELS or (len(rest) > 1 and rest[0] not in _LEVELS)


def _normal(name: str, *, party: bool) -> str:
    if party and name.startswith("委员会"):
        name = f"委{name.removeprefix('委员会')}"
    # The fourth and the fifth congress of a city are one body with other people in it.
    name = _TERM.sub("", name)
    table, pattern = _forms()
    return pattern.sub(lambda match: table[match[0]], name)


@cache
def _aliases() -> dict[str, str]:
    return {row["alias"]: row["name"] for row in read_table("body_aliases")}


@cache
def _forms() -> tuple[dict[str, str], re.Pattern[str]]:
    table = {row["form"]: row["normal"] for row in read_table("body_forms")}
    return table, re.compile("|".join(sorted(map(re.escape, table), key=lambda form: (-len(form), form))))

"""Chains of places: 某县, 某镇 and 某村 that touch are one place, and one without a county has the county before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.mention import Mention

LOCAL = ("村", "社区", "嘎查", "屯", "乡", "镇", "街道", "苏木", "小区", "安置楼", "安置点")
_COUNTY = ("县", "区", "旗", "市")
_WHOLE = ("全", "我", "本", "各")
_COUNTY_ALONE = ("县", "区", "旗")


@value(order=True)
class Chain:
    """Places that touch, from the widest to the narrowest, and the name of the whole."""

    start: int
    end: int
    name: str


def place_chains(places: Sequence[Mention]) -> tuple[Chain, ...]:
    """Join the places that touch, in order."""
    return tuple(_iter_chains(sorted(places, key=lambda place: (place.start, -place.end))))


def _iter_chains(places: Sequence[Mention]) -> Iterator[Chain]:
    county = ""
    index = 0
    while index < len(places):
        links = [places[index]]
        index += 1
        while index < len(places) and places[index].start <= links[-1].end:
            if places[index].start == links[-1].end and not places[index].text.startswith(_WHOLE):
                links.append(places[index])
            index += 1
        name = "".join(place.name if i == 0 else place.text for i, place in enumerate(links))
        counties = [place.name for place in links if place.name.endswith(_COUNTY)]
        if counties:
            county = counties[-1]
        elif name.endswith(LOCAL) and county.endswith(_COUNTY_ALONE) and not name.startswith(county):
            name = county + name
        yield Chain(links[0].start, links[-1].end, name)

"""Where events took place, when their own sentence names no administrative unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.division import named, parents
from kg.extract.event_bodies import STOPPING
from kg.extract.event_drafts import same_names
from kg.extract.event_merging import meets
from kg.extract.event_sites import capital_venue, place_of_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.event_drafts import Draft
    from kg.mention import Annotated

# A paper tells of these at home unless it says otherwise; a visit leads elsewhere, an incident may be anywhere.
_AT_HOME = {
    "meeting",
    "talks",
    "signing",
    "ceremony",
    "publication",
    "establishment",
    "training",
    "recognition",
    "campaign",
    "appointment",
    "activity",
    "lecture",
    "inspection",
    "condolence",
}
_UNIT = re.compile("[省市县区州旗盟]$")
_TOWNSHIP = re.compile("(?:乡|镇|街道|村|社区)$")
_BOTH = re.compile("双方|两地|两[省市县区州]")
_BEFORE_OR_AFTER = re.compile("(?:签约|会谈|会见|会议|仪式|会|活动)(?:开始|结束|召开)?(?:前|后|上|间隙)，")
_AT_ONE_SPOT = {"meeting", "talks", "signing", "ceremony"}
_STRICKEN = re.compile("震中|灾区|受灾|抢险|救灾|灾情|现场|救援|伤员|事故")


class Placer:
    """Places the events of one article."""

    def __init__(self, annotated: Annotated) -> None:
        """Take the article's places and its paper's seat."""
        self.full = annotated.article.full.text
        self.seat = annotated.article.meta.place
        places = sorted(annotated.places, key=lambda m: (-len(m.text), m.start))
        self.named = {m.text: m.name for m in reversed(places)}

    def places_of(self, draft: Draft, drafts: Sequence[Draft]) -> list[str]:
        """Return the administrative units of a draft, the paper's own area where the text leaves it at that."""
        places = draft.places or self._near(draft, drafts)
        if len(places) > 1 and draft.kind != "visit":  # 世界计量日中国主场活动在武汉
            places = [place for place in places if place != "中国"]
        if places and not all(_TOWNSHIP.search(place) for place in places):
            return places
        places = places + self._counties(places)
        if places and not all(_TOWNSHIP.search(place) for place in places):
            return places
        # Of a township alone the reader knows no more than that the paper's own area has it.
        home = self.seat is not None and draft.kind in _AT_HOME and draft.modality is None
        return places + ([self.seat] if home and self.seat and self.seat not in places else [])

    def _counties(self, places: Sequence[str]) -> list[str]:
        """Return the counties of the paper's own area that townships lie in, as written here, where beyond doubt."""
        own = {division.name for division in named(self.seat)} if self.seat else set()
        found: list[str] = []
        for place in places if own else ():
            rows = [d for d in named(place) if d.level == "township" and {d.prefecture, d.province} & own]
            over = {above.name for d in rows for above in parents(d) if above.level == "county"}
            if len(over) == 1:
                county = over.pop()
                written = (name for name in self.named.values() if county in {d.name for d in named(name)})
                found.append(next(written, county))
        return list(dict.fromkeys(found))

    def _near(self, draft: Draft, drafts: Sequence[Draft]) -> list[str]:
        """Return the places that a draft's sites, its organiser or what it belongs to lead to."""
        within = [self._of_site(site) for site in draft.sites]
        if any(within):
            return list(dict.fromkeys(place for place in within if place))
        for other in drafts:
            if other.places and self._belongs(draft, other):
                return other.places
        bodies = {name for name, role in draft.roles.items() if role == "organizer" and name in draft.bodies}
        held = sorted({place_of_name(name) or "" for name in bodies})
        return held if len(held) == 1 and held[0] and draft.kind in _AT_HOME | {"investigation"} else []

    def _of_site(self, site: str) -> str | None:
        if capital_venue(site):
            return "北京市"
        found, rest = None, site  # as the article's own places read it: 福建福清三峡产业园 is in 福清市
        while (head := next((text for text in self.named if rest.startswith(text)), None)) is not None:
            found, rest = self.named[head], rest[len(head) :]
        return found if found and _UNIT.search(found) else place_of_name(site)

    def _belongs(self, draft: Draft, other: Draft) -> bool:
        """Say whether a draft happened where `other` did: help where disaster struck, a round-table on a visit."""
        if draft.kind in STOPPING and other.kind == "incident":
            return _STRICKEN.search("".join(self.full[start:end] for start, end in draft.spans)) is not None
        if _BEFORE_OR_AFTER.match(self.full, draft.spans[0][0]) and abs(draft.sentence - other.sentence) == 1:
            return draft.kind in _AT_ONE_SPOT and other.kind in _AT_ONE_SPOT
        together = other.when.begin is not None and meets(other.when, draft.when)
        if {draft.kind, other.kind} <= _AT_ONE_SPOT and draft.sentence == other.sentence:  # 在北京同P会谈，并签署…
            return together and bool(same_names(draft.persons(), other.persons()))
        if draft.kind in {"meeting", "talks", "signing"} and other.kind in {"visit", "inspection"}:
            told = "".join(self.full[start:end] for start, end in draft.spans)
            return together and (bool(same_names(draft.persons(), other.persons())) or _BOTH.search(told) is not None)
        return (
            together
            and draft.kind == "inspection"
            and other.kind == "campaign"
            and 0 <= draft.sentence - other.sentence <= 1
        )

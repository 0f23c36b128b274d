"""Where the happening that a verb tells took place: administrative units, venues, and the range that is cited."""

from __future__ import annotations

import re

from kg.extract.event_grammar import clause_start
from kg.extract.event_sites import (
    find_named,
    find_places,
    find_shown,
    find_sites,
    find_stricken,
    place_of_name,
    to_china,
)
from kg.extract.event_told import Found, Telling
from kg.extract.outlines import BODY, expand
from kg.mention import Mention

TRIPS = {"inspection", "visit", "condolence", "lecture", "activity", "campaign"}
_WORKS = re.compile(
    "(?:^|的)([^的，]{2,14}?(?:水电站|核电站|电站|机场|产业园|港区|港))(?=第?\\d|[^，的]{0,4}(?:机组|泊位))"
)
_SAYS_OR_SIDES = re.compile("[称说将据报与和同向对]|[，；]")
_THERE = re.compile("在(?:此|这里|那里)")
_STARTS_WITH_PLACE = {"ceremony", "activity", "training", "meeting"}
_PLACE_FIRST = re.compile(expand("(?:(?<=[，。；\n])|^){L}"))


class Scenes(Telling):
    """Sets the places of a sentence's drafts."""

    __slots__ = ()

    def settle(self, index: int) -> None:
        """Set places, sites and the cited range of a draft."""
        draft, found = self.told.drafts[index], self.found[index]
        before = index - 1 if index and self.found[index - 1].match[0].endswith("的") else index  # 同来访的P会谈
        left = max(self.start, min(self.found[before - 1].whole if before else self.start, found.start))
        right = self.end
        if index + 1 < len(self.found):  # the clause of the next verb is the next one's
            following = self.found[index + 1].start
            clause = clause_start(self.text, found.whole, following, "，；")
            right = clause if clause > found.whole else following
        semicolon = self.text.find("；", found.whole, right)
        clause_end = semicolon if semicolon >= 0 else right
        self._places(index, left, clause_end)
        self._sites(index, left, right)
        draft.spans = [(self.outline.start_of(self.start), self.outline.end_of(max(self.start + 1, clause_end)))]

    def _places(self, index: int, left: int, clause_end: int) -> None:
        draft, found = self.told.drafts[index], self.found[index]
        draft.places = find_places(self.outline, left, max(found.whole, left))
        if not draft.places and (there := _THERE.search(self.text, found.match.start() + found.base, found.whole)):
            draft.places = find_shown(self.outline, self.start, there.start())
        if not draft.places and draft.kind == "incident":
            draft.places = find_stricken(self.outline, left, found.whole)
        if not draft.places and not index and draft.kind in TRIPS:
            draft.places = find_places(self.outline, left, clause_end)
        if not draft.places and draft.kind in _STARTS_WITH_PLACE and "topic" in found.trigger.form.groupindex:
            topic = found.match.start("topic") + found.base
            draft.places = [] if self._has_venue(found) else find_named(self.outline, topic, found.whole)
        if (
            not draft.places
            and draft.kind == "campaign"
            and (lead := _PLACE_FIRST.search(self.text, self.start, found.start))
        ):
            draft.places = find_named(self.outline, lead.start(), found.whole)
        if draft.kind == "visit" and to_china(self.text, left, found.whole):
            draft.places = ["中国"]

    def _has_venue(self, found: Found) -> bool:
        """Say whether a venue is named that tells its own county (运动会活动在青阳县体育馆举行)."""
        at = self.text.find(f"在{BODY}", found.match.end("topic") + found.base, found.whole)
        item = self.outline.items.get(at + 1) if at >= 0 else None
        return isinstance(item, Mention) and place_of_name(item.name) is not None

    def _sites(self, index: int, left: int, right: int) -> None:
        draft, found = self.told.drafts[index], self.found[index]
        if draft.kind == "visit" and found.match[0].endswith("的"):
            return  # 在某宾馆会见来访的P: the venue is not the visit's
        if draft.kind in TRIPS - {"campaign"}:
            draft.sites = find_sites(self.outline, self.full, left, right, strong_only=False)
        else:  # what stands in the clauses before is a stop on the way (来到…，并主持召开座谈会)
            clause = clause_start(self.text, left, found.start, "，；")
            draft.sites = find_sites(self.outline, self.full, clause, found.whole, strong_only=False)
            if clause > left:
                self.told.sites += find_sites(self.outline, self.full, left, clause, strong_only=True)
        if draft.kind == "incident" and not draft.places and found.match[0].startswith("发生"):
            clause = clause_start(self.text, self.start, found.start, "，；")
            draft.sites = self._stricken(clause, found.start)
        if draft.kind == "ceremony" and not draft.sites and (works := _WORKS.search(draft.topic)):
            draft.sites = [works[1]]

    def _stricken(self, left: int, right: int) -> list[str]:
        """Return the body, as written, that it befell: no other, no source and no side is named before the verb."""
        items = list(self.outline.iter_items(BODY, left, right))
        at, item = items[-1] if items else (-1, None)
        if item is None or _SAYS_OR_SIDES.search(self.text, at + 1, right):
            return []
        return [self.full[item.start : item.end]]

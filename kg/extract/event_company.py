"""Who came to what was told before: parts, speakers and stops that a later sentence adds to a happening."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_bodies import STOPPING
from kg.extract.event_drafts import same_names
from kg.extract.event_merging import akin, meets, same_day
from kg.extract.event_sites import known_site
from kg.extract.event_walk import LOCAL_PARTS, SILENT
from kg.extract.outlines import BODY, PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.event_drafts import Draft
    from kg.extract.event_told import Told
    from kg.extract.outlines import Outline

GOES_ON = re.compile("会上|仪式上|会后|随后|活动中|现场|期间|当天|会前|同时")
HELD = {"activity", "meeting", "training", "lecture", "ceremony"}
_DECISIONS = {"recognition", "publication", "establishment", "appointment", "incident", "signing"}
# Who 带领 or 率 somebody does so on a trip or in a drive, not at a meeting told before.
_LED = {"inspection", "visit", "condolence", "campaign", "activity", "lecture"}
# What nobody attends.
_UNATTENDED = {"incident", "publication", "investigation", "campaign"}
_SOON = 2
_LONGEST_LINE = 40


class Company:
    """Adds to the happenings `drafts` of one piece of news what the sentence numbered `count` tells of them."""

    def __init__(self, drafts: list[Draft], outline: Outline, full: str, seat: str | None, count: int) -> None:
        """Take the happenings in the order of telling, the article, and the paper's seat."""
        self.drafts, self.outline, self.full, self.seat, self.count = drafts, outline, full, seat, count

    def add_parts(self, told: Told) -> None:
        """Give those whom a sentence names their part in the happening that it looks back to."""
        for kind, name, role, verb in told.parts:
            target = self._last(kind, told)
            if target is not None and not (role == "leader" and target.kind not in _LED):
                target.give(name, "participant" if role == "speaker" and target.kind in SILENT else role)
                if verb in LOCAL_PARTS:
                    target.outside.add(name)
                if told.span not in target.spans:
                    target.spans.append(told.span)
        last = self.drafts[-1] if self.drafts else None
        if last is None:
            return
        if GOES_ON.match(self.full, told.span[0], told.span[1]):  # 仪式上，P向她赠送徽章
            there = self.attended() or last
            for name in told.idle:
                there.give(name, "participant")
        for name in told.receiving if last.kind == "condolence" else []:
            last.give(name, "recipient")
        held = next((d for d in reversed(self.drafts) if d.kind in HELD and not d.topic.endswith("幕式")), last)
        for name in told.organizers:
            held.give(name, "organizer")
            held.bodies.add(name)
        self._speakers(last, told)

    def _speakers(self, last: Draft, told: Told) -> None:
        """Take those who speak right after a meeting is told as its speakers."""
        if last.kind == "meeting" and last.sentence in {self.count, self.count - 1}:
            for name in told.speakers:
                if last.sentence == self.count - 1 or name not in last.roles:
                    last.give(name, "speaker")

    def _last(self, kind: str | None, told: Told) -> Draft | None:
        own = [d for d in told.drafts if d in self.drafts]
        if kind is None:
            return self._before_lecture(own) or self.attended()
        named = [d for d in [*reversed(own), *reversed(self.drafts)] if d.kind == kind]
        if named:  # who chairs the meeting that called another one does not chair that
            return next((d for d in named if d.modality is None), named[0])
        for draft in reversed(self.drafts):
            if akin(draft.kind, kind):
                return draft
        return self.attended()

    def _before_lecture(self, own: list[Draft]) -> Draft | None:
        """Return what somebody came to who then spoke on a matter (开学典礼举行。P出席，并讲授第一课)."""
        earlier = [d for d in self.drafts if not any(d is mine for mine in own)]
        if not own or any(d.kind != "lecture" for d in own) or not earlier:
            return None
        last = earlier[-1]
        return last if last.kind in HELD and self.count - last.sentence <= _SOON else None

    def attended(self) -> Draft | None:
        """Return the last happening that people attend; a decision told in the same breath is not what they came to."""
        happened = [d for d in self.drafts if d.modality != "planned" and d.kind not in _UNATTENDED]
        if not happened:
            return None
        happened = [d for d in happened if not self._is_background(d, happened)] or happened
        last = happened[-1]
        if last.kind in _DECISIONS:  # 会上，双方签署协议。P、P参加: they came to the meeting
            near = [d for d in happened if d.kind in HELD and 0 < last.sentence - d.sentence <= _SOON]
            last = next((d for d in reversed(near) if meets(d.when, last.when)), last)
        same = [d for d in happened if d.sentence == last.sentence and d.kind not in _DECISIONS]
        rites = [d for d in same if d.kind == "ceremony"]
        return (rites or same or [last])[-1]

    def _is_background(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Say whether a happening only tells how another, of the paper's own days, came about (项目于2021年开工)."""
        begin = draft.when.begin or ""
        news = max(
            (d.when.begin or "" for d in drafts if d.sentence <= draft.sentence and same_day(d.when)), default=""
        )
        if draft.roles or not begin or not news:
            return False
        return begin < news[: len(begin)] and (not same_day(draft.when) or begin[:4] < news[:4])

    def add_stops(self, told: Told) -> None:
        """Let a sentence add stops to the trip that goes on."""
        if not told.sites and not told.places:
            return
        for draft in reversed(self.drafts):
            if draft.kind in STOPPING:
                if same_names(told.people, draft.acting()) or told.group or not told.people:
                    draft.sites += [site for site in told.sites if not known_site(site, draft.sites)]
                    if self._went_on(draft, told) or told.sites:
                        draft.spans.append(told.span)
                return

    def _went_on(self, draft: Draft, told: Told) -> bool:
        """Take the next sentence's counties where only the paper's own area is known; say whether it did."""
        vague = not draft.places or draft.places == [self.seat]
        sure = told.group or same_names(told.people, draft.acting())
        if not told.places or not (vague and sure and draft.sentence == self.count - 1 and self.seat):
            return False
        draft.places = told.places
        return True

    def add_honoured(self, start: int, end: int) -> None:
        """Take a line that is a name with a title, or a body, as one of the people honoured above it."""
        last = next((d for d in reversed(self.drafts) if d.kind == "recognition"), None)
        text = self.outline.text
        if last is None or end - start > _LONGEST_LINE or "。" in text[start:end] or "，" in text[start:end]:
            return
        items = [self.outline.items[at] for at in range(start, end) if at in self.outline.items]
        people = [i for i in items if getattr(i, "kind", "") == "person"]
        chosen = people[:1] if text[start] == PERSON else items[:1]
        for item in chosen:
            name = getattr(item, "name", None)
            if name and (people or text[start] == BODY):
                last.give(name, "recipient")
                if not people:
                    last.bodies.add(name)

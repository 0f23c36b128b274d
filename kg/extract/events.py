"""Events: dated happenings with the people and bodies in them, their places, sites and topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.delegations import group_named
from kg.extract.event_abroad import settle_abroad
from kg.extract.event_company import GOES_ON, HELD, Company
from kg.extract.event_drafts import Draft, When, same_names
from kg.extract.event_facts import to_event
from kg.extract.event_lengths import lengthen
from kg.extract.event_merging import find_earlier, meets, same_day
from kg.extract.event_offices import find_appointments
from kg.extract.event_passages import Passages
from kg.extract.event_places import Placer
from kg.extract.event_sentences import SentenceReader
from kg.extract.event_sites import scene, scene_of
from kg.extract.event_times import RECENT, find_when
from kg.extract.event_topics import NAMELESS
from kg.extract.event_weights import tells_too_little
from kg.extract.outlines import PERSON, outline
from kg.mention import Mention, TimeMention

if TYPE_CHECKING:
    from kg.extract.event_told import Told
    from kg.fact import Event
    from kg.mention import Annotated

_UNDATED = {"publication", "recognition", "establishment", "campaign", "investigation"}
_OUTINGS = {"inspection", "visit", "condolence", "ceremony", "activity"}
_NAMELESS_KINDS = {
    "活动": _OUTINGS,
    "仪式": {"ceremony", "signing", "training"},
    "会议": {"meeting", "lecture"},
    "大会": {"meeting"},
}
_OUTING = re.compile("(?:看望|慰问|看望慰问|走访慰问|调研|考察|视察|检查|参观|走访|会见|座谈|植树)活动")
_SITTING = re.compile(
    "(?:第[一二三四五六七八]次|预备|开幕|闭幕)?(?:全体会议?|大会|会议)(?:（[^（）]*）)?|预备会议?|开幕会议?|闭幕会议?|联组会议?|分组会议?"
)
_GUESTS = re.compile("客人|来宾|嘉宾|代表团|考察团|访问团|一行")
_HE = re.compile("(?:^|[，；])(?:[他她])(?:先后|还|也|曾|又|被|荣)*(?=被|获|荣|入选|评为|授予)")
_SPEAKING = re.compile("我们|我(?![国省市县区州旗们校军])|你|您|中方愿|双方")
_ADDRESSED = re.compile("你们?(?!好)|您|我(?![国省市县区州旗们校军院馆])")
_EARLIER = re.compile("此前|曾经|曾(?!祺|任)|多年|近年|历史上")


def find_events(annotated: Annotated) -> tuple[list[Event], list[tuple[str, int, int]]]:
    """Return the events that an article tells, and what evoked one and was not used."""
    teller = _Teller(annotated)
    drafts = teller.tell()
    events = [event for draft in drafts if (event := to_event(draft, annotated, teller.placer, drafts)) is not None]
    return events, teller.rejected


class _Teller:
    """Puts one article's events together, sentence by sentence."""

    def __init__(self, annotated: Annotated) -> None:
        article = annotated.article
        self.annotated, self.article = annotated, article
        self.full = article.full.text
        self.outline = outline(annotated)
        self.reader = SentenceReader(self.outline, self.full, article.meta.published)
        self.drafts: list[Draft] = []
        self.rejected: list[tuple[str, int, int]] = []
        self.day, self.recent = When(), When()
        self.dated = -1
        self.past: list[Draft] = []
        self.placer = Placer(annotated)
        self.speech = self.said = False
        self.count = 0
        self.passages = Passages(self.outline, article, self.reader.evokes)

    def tell(self) -> list[Draft]:
        """Read the body, then the headline."""
        head: list[tuple[int, int]] = []
        for start, end in self.passages.sentences():
            if self.outline.start_of(start) < self.article.body_start:
                head.append((start, end))
                continue
            self._sentence(start, end)
        self._offices()
        self.drafts = self.past + self.drafts
        for start, end in head:
            self._headline(start, end)
        return self.drafts

    def _sentence(self, start: int, end: int) -> None:
        if self._new_item(start, end):
            return
        if self.drafts and self.drafts[-1].sentence >= self.count - 1:
            lengthen(self.drafts[-1], self.outline, start, end)
        if not self.passages.is_worth_reading(start, end, told=bool(self.drafts)) or self._quoted(start, end):
            if self.day.begin is None:
                when = find_when(self.outline, start, end, end, self.article.meta.published)
                self.day = when if same_day(when) else self.day
            return
        self.count += 1
        told = self.reader.read(start, end)
        self.speech = told.speech
        self.said = self.said or told.speech
        self.rejected += [(reason, self.outline.start_of(a), self.outline.end_of(b)) for reason, a, b in told.rejected]
        for draft in told.drafts:
            self._group(draft, told)
            self._add(draft, told)
        company = self._company()
        company.add_parts(told)
        company.add_stops(told)
        self._scenes(start, end)
        if not told.drafts:
            company.add_honoured(start, end)
        if (
            told.when
            and told.when.told
            and not told.when.open
            and same_day(told.when)
            and not self._is_ahead(told.when)
        ):
            self.day, self.dated = told.when, self.count
        elif self.reader.recent and not self.day.begin and RECENT.search(self.outline.text, start, end):
            self.recent = find_when(self.outline, start, end, end, self.article.meta.published)

    def _company(self) -> Company:
        return Company(self.drafts, self.outline, self.full, self.article.meta.place, self.count)

    def _group(self, draft: Draft, told: Told) -> None:
        """Let a group go where its sentence names nobody else who does (某党代表团访问了…)."""
        if draft.kind == "visit" and not draft.roles:
            name = group_named(self.full[told.span[0] : told.span[1]])
            if name is not None:
                draft.give(name, "participant")
                draft.bodies.add(name)
                draft.weak = False

    def _is_ahead(self, when: When) -> bool:
        published = self.article.meta.published
        return bool(published and when.begin and when.begin[: len(published)] > published)

    def _scenes(self, start: int, end: int) -> None:
        """Take place and venue of what goes on from an opening that sets the scene (四月的湛江，…; 校园内…)."""
        last = self.drafts[-1] if self.drafts else None
        if last is None:
            return
        if not last.places and last.kind in _OUTINGS and (place := scene(self.outline, start, end)):
            last.places.append(place)
        if not last.sites and last.kind in HELD and last.sentence >= self.count - 2:
            venue = scene_of(self.outline, self.full, start, end)
            last.sites += [venue] if venue else []

    def _new_item(self, start: int, end: int) -> bool:
        """Start anew at the headline of the next brief: nothing before it is meant by what follows."""
        if not self.passages.is_headline(start, end):
            return False
        self.past += self.drafts
        self.drafts, self.day, self.recent = [], When(), When()
        return True

    def _quoted(self, start: int, end: int) -> bool:
        """Say whether a sentence goes on with what somebody was saying in the sentence before."""
        if self.passages.starts_paragraph(start):
            self.speech = self.said = False
        text = self.outline.text
        opening = self.outline.items.get(start)
        if isinstance(opening, TimeMention) and opening.kind in {"day", "days"}:
            self.speech = False
        if self.said and _ADDRESSED.search(text, start, end):  # a letter tells its reader what happened
            return True
        return self.speech and (PERSON not in text[start:end] or _SPEAKING.search(text, start, end) is not None)

    def _add(self, draft: Draft, told: Told) -> None:
        """Put a draft to the happening it tells more of, or beside the others."""
        draft.sentence = self.count
        if not draft.when.told:
            self._date(draft, told)
            self._date_talks(draft)
        if draft.weak and (draft.topic in NAMELESS or _OUTING.fullmatch(draft.topic)):
            self._look_back(draft)
            return
        if draft.weak and draft.topic.endswith(("开幕式", "闭幕式")) and self._opens(draft):
            return
        if draft.kind == "meeting" and _SITTING.fullmatch(draft.topic) and self._sits(draft):
            return
        if draft.modality == "planned" and draft.kind == "ceremony":
            self._named_before(draft)
        if draft.kind == "talks" and _GUESTS.search(draft.topic):
            self._guests(draft)
        if told.group and draft.kind in {"meeting", "talks"} and not draft.acting():
            self._guests(draft)
        self._honours_again(draft, told)
        settle_abroad(draft, self.drafts)
        earlier = find_earlier(draft, self.drafts)
        if earlier is not None:
            earlier.absorb(draft)
        elif not tells_too_little(draft, self.full, self.article.meta.published):
            self.drafts.append(draft)

    def _date(self, draft: Draft, told: Told) -> None:
        """Give a draft that tells no time the time of what it goes on with."""
        first = told.when or told.drafts[0].when
        text = self.full[told.span[0] : told.span[1]]
        goes_on = told.drafts[0] is not draft or GOES_ON.match(text) is not None
        next_to = draft.kind != "investigation" and self.dated == self.count - 1
        if (draft.kind not in _UNDATED or goes_on or next_to) and not _EARLIER.search(text):
            source = first if first.told and first.begin else self.day if self.day.begin else self.recent
            draft.when = When(source.begin, source.finish)

    def _date_talks(self, draft: Draft) -> None:
        """Give talks with one of several (会见A时，…) the time at which all of them were told to be met."""
        if draft.kind != "talks" or not draft.persons():
            return
        for earlier in reversed(self.drafts):
            if earlier.kind == "talks" and draft.persons() < earlier.persons():
                draft.when = When(earlier.when.begin, earlier.when.finish)
                return

    def _look_back(self, draft: Draft) -> None:
        """Let those who attend 会议 or 活动 attend the last happening that is one."""
        kinds = _NAMELESS_KINDS[draft.topic[-2:]]
        alike = [d for d in reversed(self.drafts) if d.kind in kinds]
        last = next((d for d in alike if d.modality is None), next(iter(alike), None)) or self._company().attended()
        if last is not None:
            for name, role in draft.roles.items():
                last.give(name, role)
            last.spans += draft.spans

    def _named_before(self, draft: Draft) -> None:
        """Call what is planned (计划2027年建成通车) by the name of what was just told to begin."""
        begun = next((d for d in reversed(self.drafts) if d.kind == "ceremony" and d.modality is None), None)
        if begun is not None and begun.sentence >= self.count - 1 and begun.topic[:4] not in draft.topic:
            draft.topic = begun.topic

    def _guests(self, draft: Draft) -> None:
        """Let the guests whom the text does not name again be the party that came (会见了考察团一行)."""
        came = next((d for d in reversed(self.drafts) if d.kind in {"visit", "inspection"}), None)
        if came is not None and len(draft.persons()) in {1, 2} and not same_names(draft.persons(), came.persons()):
            for name in came.roles:
                if came.roles[name] == "leader":
                    draft.give(name, "participant")

    def _honours_again(self, draft: Draft, told: Told) -> None:
        """Let 追授他…称号 honour whom the text named last."""
        if draft.kind != "recognition" or draft.persons():
            return
        honours_him = draft.topic[:1] in {"他", "她"}
        if not honours_him and _HE.search(self.full, told.span[0], told.span[1]) is None:
            return
        people = [item for _, item in self.outline.iter_items(PERSON, 0, len(self.outline.text))]
        before = [item for item in people if isinstance(item, Mention) and item.end <= told.span[0]]
        if honours_him and before:
            draft.give(before[-1].name, "recipient")
            draft.topic = draft.topic[1:]
        elif before and len({item.name for item in before}) == 1 and not draft.bodies:  # 2019年，他被评为…
            draft.give(before[-1].name, "recipient")

    def _opens(self, draft: Draft) -> bool:
        """Take the opening of something that lasts several days as a ceremony of its own."""
        lasting = next((d for d in reversed(self.drafts) if d.kind in {"activity", "meeting"}), None)
        if lasting is None or not lasting.when.finish or lasting.when.finish == lasting.when.begin:
            return False
        day = lasting.when.begin if draft.topic.endswith("开幕式") else lasting.when.finish
        draft.when, draft.weak, draft.places = When(day, day), False, list(lasting.places)
        draft.topic = f"{lasting.topic}{draft.topic}"
        self.drafts.append(draft)
        return True

    def _sits(self, draft: Draft) -> bool:
        """Let those of a sitting (第二次全体会议) be of the meeting that it belongs to."""
        whole = next((d for d in reversed(self.drafts) if d.kind == "meeting" and d.modality is None), None)
        if whole is None or not meets(whole.when, draft.when):
            return False
        for name, role in draft.roles.items():
            whole.give(name, role)
        whole.spans += draft.spans
        return True

    def _offices(self) -> None:
        decided = [d for d in self.drafts if d.kind == "appointment"]
        self.drafts = [d for d in self.drafts if d.kind != "appointment"]
        when = next((d.when for d in [*decided, *self.drafts] if d.when.begin), self.day)
        drafts = find_appointments(self.annotated, self.outline, when)
        told = next((d for d in decided if d.persons()), None)
        if not drafts and told is not None and told.when.begin:
            drafts = [told]
        for draft in drafts:
            for other in decided if len(drafts) == 1 else []:
                for name in sorted(other.bodies):
                    draft.give(name, "organizer")
                    draft.bodies.add(name)
            if not any(d for d in draft.bodies):
                meeting = next((d for d in self.drafts if d.kind == "meeting"), None)
                for name in sorted(meeting.bodies) if meeting else []:
                    draft.give(name, "organizer")
                    draft.bodies.add(name)
            self.drafts.append(draft)

    def _headline(self, start: int, end: int) -> None:
        if not self.reader.evokes(start, end):
            return
        told = self.reader.read(start, end)
        body = list(self.drafts)
        for draft in told.drafts:
            earlier = find_earlier(draft, body, headline=True)
            if earlier is not None:
                earlier.absorb(draft, headline=True)
            elif not body and draft.roles and not draft.weak and draft.modality is None:
                draft.confidence *= 0.8
                self.drafts.append(draft)

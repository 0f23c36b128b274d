"""Measurements: numbers with what they count, what they describe, when they hold and what they compare with."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.annotate.quantities import unit_kind
from kg.extract.measurement_dates import Period, find_period, of_a_goal, with_base
from kg.extract.measurement_subjects import Subjects, Topic
from kg.extract.measurement_words import (
    change_of,
    dimension,
    join,
    noun_after,
    pattern,
    strip_lead,
    strip_trail,
)
from kg.extract.programmes import programme_mentions
from kg.fact import Measurement, Programme, cite
from kg.vocabulary import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.mention import Annotated, Quantity
    from kg.page import Span

_STOP = re.compile("[，。；：！？\n（）()“”…,;]|——")
_RIGHT_STOP = re.compile("[，。；：！？\n（）()“”…,;、]|——")
_CLASSIFIER_GAP = 6
_NOT_SUBJECT = re.compile("(?:来自|[与和向给对赴到从由比较])$")
_BOUND = re.compile("(?P<about>大约|约|近)(?:占|为|达)|(?P<more>超过|超|逾)(?:占|为|达)")
_SPAN_OF_TIME = "span of years"  # 百年变局, 三年: so common and so seldom a measurement that it is not told
_HEADLINE, _LEAST = 32, 2
_PAPERS = {"policy", "plan"}
_GOAL_WINDOW, _SKIPS = 40, 6
_CONFIDENT, _LOOSE = 0.9, 0.7


@dataclass(slots=True)
class _Clause:
    """What is known when a number is read: its own words and those of the number before it."""

    quantity: Quantity
    left: int
    """Where the words before the number begin."""
    right: int
    """Where the words after it end."""
    adjacent: bool
    """Whether nothing but its noun stands between it and the number before."""


@dataclass(slots=True)
class _State:
    """What later numbers of a paragraph lean on."""

    indicator: str = ""
    base: str = ""
    bases: list[str] = field(default_factory=list)
    """What the numbers of the sentence counted, changes left out."""
    lead: str = ""
    before: str = ""
    change_words: str = ""
    apportioned: bool = False
    about: str | None = None
    period: Period | None = None
    sentence: int = -1


def find_measurements(
    annotated: Annotated, programmes: Iterable[Programme]
) -> tuple[list[Measurement], list[tuple[str, int, int]]]:
    """Find the measurements of an article, and the numbers that looked like ones and are none."""
    if not annotated.quantities:
        return [], []
    finder = _Finder(annotated, programmes)
    for sentence in annotated.sentences:
        finder.read(sentence)
    return finder.facts, finder.rejections


class _Finder:
    """Reads an article sentence by sentence, keeping what the next number leans on."""

    def __init__(self, annotated: Annotated, programmes: Iterable[Programme]) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.text = annotated.article.full.text
        self.subjects = Subjects(annotated, _topics(self.text, tuple(programmes)))
        self.starts = [q.start for q in annotated.quantities]
        self.time_starts = [t.start for t in annotated.times]
        self.sentence_starts = [span.start for span in annotated.sentences]
        self.state = _State()
        self.facts: list[Measurement] = []
        self.rejections: list[tuple[str, int, int]] = []
        self.seen: set[tuple[float, str, str, str | None]] = set()

    def read(self, sentence: Span) -> None:
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        quantities = self.annotated.quantities[first:last]
        if "\n" in self.text[max(0, sentence.start - 1) : sentence.start]:
            self.state = _State()
        self.state.indicator = self.state.base = self.state.lead = ""
        self.state.bases = []
        for index, quantity in enumerate(quantities):
            clause = self._clause(quantities, index, sentence)
            if reason := self._refused(clause, sentence):
                if reason != _SPAN_OF_TIME:
                    self.rejections.append((reason, quantity.start, quantity.end))
                continue
            self._measure(clause, sentence)

    def _clause(self, quantities: Sequence[Quantity], index: int, sentence: Span) -> _Clause:
        quantity = quantities[index]
        left = sentence.start
        for stop in _STOP.finditer(self.text, sentence.start, quantity.start):
            left = stop.end()
        adjacent = False
        if index and quantities[index - 1].end >= left:
            before = quantities[index - 1]
            gap = self.text[before.end : quantity.start]
            left = before.end
            adjacent = len(gap) <= _CLASSIFIER_GAP and "、" not in gap
        # 912人在甲市、乙市等地就业: the list of towns is no end.
        stops = _STOP if self.text[quantity.end : quantity.end + 1] == "在" else _RIGHT_STOP
        stop_after = stops.search(self.text, quantity.end, sentence.end)
        right = stop_after.start() if stop_after else sentence.end
        if index + 1 < len(quantities):
            right = min(right, max(quantity.end, quantities[index + 1].start))
        return _Clause(quantity, left, right, adjacent)

    def _refused(self, clause: _Clause, sentence: Span) -> str | None:
        quantity = clause.quantity
        before = self.text[clause.left : quantity.start]
        if sentence.start < self.article.body_start or self._subhead(sentence):
            return "number in a headline"
        if not quantity.unit:
            return "number without unit"
        if unit_kind(quantity.unit) == "count" and pattern("none", "{}").match(self.text, quantity.end, clause.right):
            return "numeral of a slogan"
        if _duration(quantity.unit, before, self.text[quantity.end : clause.right]):
            return _SPAN_OF_TIME if quantity.unit in {"年", "月", "周"} else "duration"
        return "goal, not a measurement" if pattern("goal", "{}").search(before[-_GOAL_WINDOW:]) else None

    def _subhead(self, sentence: Span) -> bool:
        """Say whether a sentence is a line of its own without a full stop: a headline within the text."""
        line = self.text[sentence.start : sentence.end].strip()
        alone = self.text[sentence.start - 1 : sentence.start] == "\n" and self.text[
            sentence.end : sentence.end + 1
        ] in {"", "\n"}
        return alone and len(line) <= _HEADLINE and line[-1:] not in set("。！？；：”）)")

    def _shared(self, clause: _Clause) -> tuple[int, str | None]:
        """Read A、B分别新增1.12万人和1.05万人: where the shared words begin, and whose number this is."""
        text = self.text
        begin = max((m.end() for m in _STOP.finditer(text, max(0, clause.left - 60), clause.quantity.start)), default=0)
        apart = text.find("分别", begin, clause.quantity.start)
        if apart < 0:
            return clause.left, None
        names = [topic.name for topic in self.subjects.between(begin, apart)]
        before = [
            q for q in self.annotated.quantities[bisect_left(self.starts, apart) :] if q.start < clause.quantity.start
        ]
        return (clause.left if before else apart), (names[len(before)] if len(before) < len(names) else None)

    def _apportion(self, clause: _Clause) -> bool:
        """Give 同比分别增长17%和32% back to the two numbers before; False where they cannot be told apart."""
        text, state = self.text, self.state
        state.apportioned = False
        begin = max((m.end() for m in _STOP.finditer(text, max(0, clause.left - 60), clause.quantity.start)), default=0)
        stop = _STOP.search(text, clause.quantity.end)
        end = stop.start() if stop else len(text)
        if unit_kind(clause.quantity.unit) != "ratio" or "分别" not in text[begin : clause.quantity.start]:
            return True
        apart = text.index("分别", begin)
        shared = [q for q in self.annotated.quantities[bisect_left(self.starts, apart) :] if q.start < end]
        if len(shared) <= 1 or not re.search("同比|环比|比|较|增|降", text[begin : clause.quantity.start]):
            return True
        named = re.sub("同比|环比|[比较][去上][年月](?:同期)?", "", text[begin:apart])
        items = [item for item in re.split("[、和与及]", strip_lead(named)) if item] if named.strip() else state.bases
        if len(items) != len(shared) and len(items) < len(shared):
            return False
        state.base = items[len(items) - len(shared) + shared.index(clause.quantity)]
        state.apportioned = True
        return True

    def _measure(self, clause: _Clause, sentence: Span) -> None:
        quantity, state = clause.quantity, self.state
        clause.left, owner = self._shared(clause)
        if not self._apportion(clause):
            self.rejections.append(("share of several that the text does not set apart", quantity.start, quantity.end))
            return
        kind = unit_kind(quantity.unit)
        before = self.text[clause.left : quantity.start]
        after = self.text[quantity.end : clause.right]
        at, subject = self._skip_subject(clause)
        own = self.text[at : quantity.start]
        if subject is not None and own.strip("、和占的一行 ") == "" and subject.end == at and own:
            own = self.text[subject.start : quantity.start]
        if kind != "ratio":
            own = re.sub("^占(?!地)", "", own)
        change = change_of(before if before.strip("的占和、及与") else state.before, kind)
        state.before = before if before.strip("的占和、及与") else state.before
        indicator = self._indicator(clause, own, after, change, kind)
        if len(indicator) < _LEAST and dimension(indicator, kind) is None:
            self.rejections.append(("number without indicator", quantity.start, quantity.end))
            return
        period = with_base(self._period(clause, sentence) or Period(), before)
        about = owner or self._about(clause, sentence, subject)
        key = (quantity.value, quantity.unit, indicator, about)
        if key in self.seen:
            return
        self.seen.add(key)
        self.facts.append(
            Measurement(
                value=quantity.value,
                unit=quantity.unit,
                indicator=indicator,
                about=about,
                date=period.date,
                start=period.start,
                end=period.end,
                base=period.base,
                comparator=quantity.comparator or _bound(before),
                change=change,
                evidence=cite(
                    self.article,
                    min(at, clause.left if subject else at, quantity.start),
                    max(quantity.end, self._noun_end(clause, indicator)),
                ),
                confidence=_CONFIDENT if about and len(indicator) > 1 else _LOOSE,
            )
        )

    def _noun_end(self, clause: _Clause, indicator: str) -> int:
        """Return where the evidence ends: with the noun after the number where the indicator takes it."""
        after = self.text[clause.quantity.end : clause.right]
        for size in range(min(len(after), len(indicator)), 1, -1):
            if indicator.endswith(after[:size]):
                return clause.quantity.end + size
        return clause.quantity.end

    def _skip_subject(self, clause: _Clause) -> tuple[int, Topic | None]:
        """Return where the words that count begin, behind times, connectives and the subject."""
        at, end = clause.left, clause.quantity.start
        subject: Topic | None = None
        for _ in range(_SKIPS):
            start = at
            at = self._skip_times(at, end)
            lead = _leading(self.text[at:end])
            apart = bool(_NOT_SUBJECT.search(self.text, at, at + lead))
            at += lead
            topic = self.subjects.heading(at, end)
            if topic is not None and topic.end <= end:
                apart = apart or self.subjects.reports(topic)
                subject = subject if apart or (subject and topic.kind == "person") else topic
                at = topic.end + (self.text[topic.end : topic.end + 1] in set("上里内中") and topic.end < end)
            if at == start:
                break
        for topic in self.subjects.between(at, end):
            if topic.kind == "built":
                subject, at = topic, topic.end
            # 某镇原副主任某某因挪用公款: what is counted stands behind the last person named.
            if topic.kind == "person":
                subject, at = self._actor(topic, subject, end), topic.end + _leading(self.text[topic.end : end])
        return at, subject

    def _actor(self, person: Topic, subject: Topic | None, end: int) -> Topic | None:
        return (
            person
            if self.text[person.end : person.end + 1] in {"因", "涉", "挪", "受"} and person.end < end
            else subject
        )

    def _skip_times(self, at: int, end: int) -> int:
        index = bisect_left(self.time_starts, at)
        if index < len(self.time_starts) and self.time_starts[index] == at and self.annotated.times[index].end <= end:
            return self.annotated.times[index].end
        return at

    def _indicator(self, clause: _Clause, own: str, after: str, change: str | None, kind: str) -> str:
        state = self.state
        words = self._without_times(own, clause.quantity.start)
        noun = noun_after(after)
        if state.apportioned and not noun and not strip_trail(words.strip("、和及与 ")):
            return state.base + state.change_words
        if clause.adjacent and not strip_trail(words.strip("、和及与 ")):
            if not noun:
                return state.indicator
            words = state.lead
        if said := dimension(strip_trail(words), kind):
            return said
        words = re.split("[，、]", words)[-1] if clause.adjacent else words.lstrip("、和及")
        indicator = join(words, after, kind) if noun else strip_trail(words)
        words = strip_trail(words)
        lead = words
        if change in {"growth", "decline"} and re.match(
            "^(?:同比|环比|比|较|增|下降|减|提|上升|降|翻|高于|低于|快于)", indicator or "增"
        ):
            state.change_words = indicator
            indicator = state.base + indicator
        elif kind == "ratio" and not words and not noun:
            # 占甲总数190567人的107.12%: the share is of what was counted just before.
            indicator = f"占{state.indicator}" if change == "share" else state.base or state.indicator
        elif not indicator:
            indicator = state.base
        else:
            if change is None:
                state.base = indicator
                state.bases.append(indicator)
            if change in {"growth", "decline"}:
                state.base = re.split("同比|环比|比|较", indicator)[0] or state.base
        state.lead = lead or state.lead
        state.indicator = indicator or state.indicator
        return indicator

    def _without_times(self, own: str, end: int) -> str:
        """Drop 由2015年的, 截至8月底 and the like from the words before a number."""
        start = end - len(own)
        out, at = [], start
        for time in self.annotated.times[bisect_left(self.time_starts, start) : bisect_right(self.time_starts, end)]:
            compared = self.text[time.start - 1 : time.start] in {"比", "较", "占"} or own.startswith("占")
            if of_a_goal(self.text, time):
                continue
            if time.begin is not None and time.start >= start and time.end <= end and not compared:
                out.append(
                    re.sub(
                        "(?:截至|截止|由|从|自|在|于|(?<![长加高升降少短大增])[到至])$", "", self.text[at : time.start]
                    )
                )
                at = time.end + (self.text[time.end : time.end + 1] == "的")
        out.append(self.text[at:end])
        return "".join(out)

    def _period(self, clause: _Clause, sentence: Span) -> Period | None:
        times = self.annotated.times
        first = bisect_left(self.time_starts, sentence.start)
        last = bisect_left(self.time_starts, clause.quantity.start)
        here = times[first:last]
        published, at = self.article.meta.published, clause.quantity.start
        carried = find_period(self.text, here, sentence.start, at, published, carried=True)
        self.state.period = carried or self.state.period
        return find_period(self.text, here, clause.left, at, published) or self.state.period

    def _about(self, clause: _Clause, sentence: Span, subject: Topic | None) -> str | None:
        quantity = clause.quantity
        after = [t for t in self.subjects.between(quantity.end, clause.right + 1) if t.kind == "programme"]
        if after and self.text[quantity.end : quantity.end + 1] == "的":
            about: str | None = after[0].name
        elif subject is not None:
            about = subject.name
        else:
            about = self._carried(clause, sentence)
        self.state.about = about or self.state.about
        return about or self.subjects.fallback()

    def _carried(self, clause: _Clause, sentence: Span) -> str | None:
        """Return what the sentence is about up to the number, else what the number before was about."""
        at = clause.quantity.start
        person = [t for t in self.subjects.between(sentence.start, at) if t.kind == "person"]
        if person and re.search("因|涉嫌|处其|判处|挪用|受贿", self.text[person[-1].end : at]):
            return person[-1].name
        if speaker := self.subjects.speaker(at):
            return speaker
        if self.state.about is not None and self._measured_before(clause, sentence):
            return self.state.about
        return self.subjects.main(sentence.start, at) or self.state.about or self._told_before(sentence)

    def _told_before(self, sentence: Span) -> str | None:
        """Return what the sentences before in the paragraph are about."""
        index = bisect_left(self.sentence_starts, sentence.start)
        paragraph = self.text.rfind("\n", 0, sentence.start) + 1
        for before in reversed(self.annotated.sentences[:index]):
            if before.start < max(paragraph, self.article.body_start):
                return None
            if name := self.subjects.main(before.start, before.end, earlier=True):
                return name
        return None

    def _measured_before(self, clause: _Clause, sentence: Span) -> bool:
        index = bisect_left(self.starts, clause.quantity.start)
        return index > 0 and self.starts[index - 1] >= sentence.start


def _bound(before: str) -> str | None:
    """Read the bound of 约占总量的15%, which stands apart from the number."""
    found = _BOUND.search(before)
    return None if found is None else (Comparator.ABOUT if found["about"] else Comparator.AT_LEAST)


def _duration(unit: str, before: str, after: str) -> bool:
    """Say whether a span of time only tells how long something took or takes: 为期15天, 三年, 10小时的飞行."""
    if unit in {"天", "小时", "分钟", "秒", "学时", "课时"}:
        passing = re.match("[后内里前的]|之[后内前]|以[来内后前]|左右的", after)
        return bool(passing) or not before or bool(re.search("为期|历时|经过|用时|过去|连续|仅需|短短", before))
    return unit in {"年", "月", "周"} and not re.search("有效期|工期|寿命|保质期|刑", before)


def _leading(text: str) -> int:
    return len(text) - len(strip_lead(text))


def _topics(text: str, programmes: Sequence[Programme]) -> list[Topic]:
    """Return where the text names the programmes."""
    kinds = {programme.name: programme.kind for programme in programmes}
    return [
        Topic(start, end, name, "work" if kinds[name] in _PAPERS else "programme")
        for start, end, name in programme_mentions(text, programmes)
    ]

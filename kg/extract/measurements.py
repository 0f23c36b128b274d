"""Measurements: numbers with what they count, what they describe, when they hold and what they compare with."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.measurement_clauses import (
    SLOGAN,
    SPAN_OF_YEARS,
    Clause,
    clause_start,
    find_clause,
    is_criterion,
    is_result,
    refusal,
)
from kg.extract.measurement_dates import Period, find_period, told_now, with_base
from kg.extract.measurement_indicators import Indicators
from kg.extract.measurement_sound import unsound
from kg.extract.measurement_subjects import COUNTRY, Subjects
from kg.extract.measurement_sums import find_wrong_sums
from kg.extract.measurement_topics import Topic
from kg.extract.measurement_words import (
    ONE_WORD,
    counted_apart,
    dimension,
    each_nominal,
    pattern,
    strip_lead,
    strip_trail,
)
from kg.extract.programmes import programme_mentions
from kg.fact import Measurement, Programme, cite
from kg.language.cues import Tail
from kg.language.words import longest
from kg.values import replace
from kg.vocabulary import Comparator, ProgrammeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.mention import Annotated
    from kg.page import Span

_NOT_SUBJECT = Tail("(?:来自|[与和向给对赴到从由比较])$")
_BOUND = re.compile("(?P<about>大约|约|近)(?:占|为|达)|(?P<more>超过|超|逾)(?:占|为|达)")
_TOWARDS = re.compile("^.{0,6}?(?:对|向|从|与|同)(?=.)")
_BLAMED = re.compile("因|涉嫌|处其|判处|挪用|受贿")
_HONOUR = re.compile(
    "(?:被?(?P<verb>获评|评为|评选为|荣获|获得|授予|命名为|认定为|获))“(?P<title>[^“”]{2,16})”|“(?P<name>[^“”]{2,16})”(?P<sort>(?:荣誉)?称号)"
)
_SEVERAL = re.compile(
    "(?:中部|东部|西部|南部|北部|中东部|中西部)?(?:、[\u4e00-\u9fff]{2,10}?|[和及与][\u4e00-\u9fff]{2,8}?)+"
    "(?:等[0-9一二三四五六七八九十多]*个?(?:省区市|省份|省市|省|市县|市州|市|县|区|地区|地方|地|国家|国|城市|乡镇|镇|村|街道)"
    "|[三四五六七八九十两][省市县区国地]+|等$)"
)
_IS = re.compile("分别(?:为|是|有|约|近|达到?|完成|实现|超过|突破|[增升降]至)")
_MADE_AND_SOLD = re.compile("产销量?$")
_SHARED_BOUND = re.compile("分别(?:突破了?|超过了?|超|逾|(?P<about>大?约|近|接近))")
_REPORTING = re.compile("[0-9].{0,6}(?:，|；)[^。]{0,8}(?:同比|增长|下降)|同比(?:增长|下降)")
_PROVINCES = 31
_EARNED = set("卖赚挣花收")
_PAPERS = {ProgrammeKind.POLICY, ProgrammeKind.PLAN}
_RESULT = "成绩"
_COUNTED_ALSO = {"项目", "企业", "车间", "合作社", "公司", "园区", "工程", "学校", "医院", "产业园"}
_LEAST, _SKIPS = 2, 6
_CONFIDENT, _LOOSE = 0.9, 0.7


@dataclass(slots=True)
class _Paragraph:
    """What the numbers of a paragraph lend to those after them."""

    about: str | None = None
    unknown: bool = False
    """Whether the subject was named by a word alone that stands for nothing known (该所)."""
    period: Period | None = None


def find_measurements(
    annotated: Annotated, programmes: Iterable[Programme], people: Iterable[str] = ()
) -> tuple[list[Measurement], list[tuple[str, int, int]]]:
    """Find the measurements of an article, and the numbers that looked like ones and are none.

    `people` are those whom the article ties to a place or body: a number may be of them as well.
    """
    if not annotated.quantities:
        return [], []
    finder = _Finder(annotated, tuple(programmes), tuple(people))
    for sentence in annotated.sentences:
        finder.read(sentence)
    return finder.facts, finder.rejections + find_wrong_sums(annotated)


class _Finder:
    """Reads an article sentence by sentence, keeping what the next number leans on."""

    def __init__(self, annotated: Annotated, programmes: Sequence[Programme], people: Sequence[str]) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.text = annotated.article.full.text
        self.subjects = Subjects(annotated, _topics(self.text, programmes), people)
        self.indicators = Indicators(annotated)
        self.starts = [quantity.start for quantity in annotated.quantities]
        self.time_starts = [time.start for time in annotated.times]
        self.sentence_starts = [span.start for span in annotated.sentences]
        self.paragraph = _Paragraph()
        self.last: str | None = None
        self.report: Period | None = None
        """The period that a report on the economy opens with."""
        self.facts: list[Measurement] = []
        self.rejections: list[tuple[str, int, int]] = []
        self.seen: set[tuple[float, str, str, str | None]] = set()

    def read(self, sentence: Span) -> None:
        """Read the numbers of a sentence."""
        if "\n" in self.text[max(0, sentence.start - 1) : sentence.start]:
            self.paragraph = _Paragraph(period=self._reported(sentence.start))
        self.indicators.begin(sentence.start)
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        quantities = self.annotated.quantities[first:last]
        if not quantities:
            self._opened(sentence)
        reason: str | None = None
        for index, quantity in enumerate(quantities):
            clause = find_clause(self.text, quantities, index, sentence)
            gap = self.text[quantities[index - 1].end : quantity.start] if index else ""
            slogan = reason == SLOGAN and pattern("none", "{}").fullmatch(gap)
            reason = refusal(self.text, clause, sentence, self.article.body_start)
            if slogan and clause.kind == "count":
                reason = SLOGAN  # 7个方面28项任务
            if index + 1 < len(quantities) and is_criterion(self.text, quantity, quantities[index + 1]):
                reason = "number that sorts what the next one counts"
            if reason is None:
                reason = self._measure(clause, sentence)
            if reason is not None and reason != SPAN_OF_YEARS:
                self.rejections.append((reason, clause.quantity.start, clause.quantity.end))

    def _measure(self, clause: Clause, sentence: Span) -> str | None:
        """Add the measurement of a number; return why there is none."""
        said = self._set_apart(clause)
        clause, owner = (clause, None) if said else self._owned(clause)
        if not self.indicators.apportion(clause):
            return "share of several that the text does not set apart"
        at, subject = self._skip_subject(clause)
        own = self.text[at : clause.quantity.start]
        if subject and not own and (subject.kind == "body" or self.text[subject.start : subject.end] in _COUNTED_ALSO):
            # 建成市场5个，扶贫车间28个: the body is what was counted.
            at, subject = subject.start, None
        own_at = subject.start if subject and own and subject.end == at and not own.strip("、和占的一行 ") else at
        change = self.indicators.change(clause)
        indicator = _RESULT if is_result(clause, self.text) else self.indicators.find(clause, own_at, change)
        indicator = said or indicator
        if honour := _HONOUR.match(self.text, clause.quantity.end):
            # 授予某某等20人“…”称号, 某某等20人获评“…”
            indicator = honour["verb"] + honour["title"] if honour["verb"] else honour["name"] + honour["sort"]
        before = self.text[clause.left : clause.quantity.start]
        if clause.kind == "money" and indicator in _EARNED and before.endswith(f"{indicator}了"):
            indicator += "了"
        one_word = (
            indicator in ONE_WORD and clause.kind not in {"ratio", "money"} and clause.quantity.value != _PROVINCES
        )
        short = len(indicator) < _LEAST and not one_word
        if short and dimension(indicator, clause.kind) is None:
            return "number without indicator"
        if reason := unsound(indicator, before, clause.quantity, clause.kind):
            return reason
        period = with_base(self._period(clause, sentence) or Period(), before)
        about = owner or self.indicators.counted.owner or self._about(clause, sentence, subject, at)
        self.indicators.counts(indicator, change, owner)
        key = (clause.quantity.value, clause.quantity.unit, indicator, about)
        if key not in self.seen:
            self.seen.add(key)
            start = min(at, clause.left if subject else at)
            fact = self._fact(clause, start, indicator, period)
            self.facts.append(replace(fact, about=about, change=change, confidence=_CONFIDENT if about else _LOOSE))
        return None

    def _fact(self, clause: Clause, start: int, indicator: str, period: Period) -> Measurement:
        quantity = clause.quantity
        return Measurement(
            value=quantity.value,
            unit=quantity.unit,
            indicator=indicator,
            date=period.date,
            start=period.start,
            end=period.end,
            base=period.base,
            comparator=quantity.comparator or self._bound(clause),
            evidence=cite(self.article, min(start, quantity.start), self._noun_end(clause, indicator)),
            confidence=_LOOSE,
        )

    def _bound(self, clause: Clause) -> str | None:
        """Return the bound that stands apart from a number; 分别突破3亿元、1亿元 sets it for the second as well."""
        if apart := _bound(self.text[clause.left : clause.quantity.start]):
            return apart
        shared = self.indicators.shared(clause)
        told = _SHARED_BOUND.match(self.text, shared[0]) if shared and shared[1] else None
        if told is None:
            return None
        return Comparator.ABOUT if told["about"] else Comparator.AT_LEAST

    def _noun_end(self, clause: Clause, indicator: str) -> int:
        """Return where the evidence ends: with the noun after the number where the indicator takes it."""
        after = self.text[clause.quantity.end : clause.right]
        for size in range(min(len(after), len(indicator)), 1, -1):
            if indicator.endswith(after[:size]):
                return clause.quantity.end + size
        return clause.quantity.end

    def _owned(self, clause: Clause) -> tuple[Clause, str | None]:
        """Give a number behind 分别 to the one of those named before that it belongs to."""
        shared = self.indicators.shared(clause)
        if shared is None:
            return clause, None
        apart, turn = shared
        begin = clause_start(self.text, clause.left, clause.quantity.start)
        topics = self.subjects.between(begin, apart)
        listed = _listed(self.text[begin:apart])
        names = listed if len(listed) > len(topics) else [topic.name for topic in topics]
        owner = names[turn] if turn < len(names) else None
        if turn:
            return clause, owner
        said = strip_trail(self.text[apart : clause.quantity.start].removeprefix("分别"))
        # 甲镇、乙镇生产总值分别为12亿元和8亿元: what is counted stands before 分别.
        return replace(clause, left=apart if said or not topics else topics[-1].end), owner

    def _set_apart(self, clause: Clause) -> str | None:
        """Return what a number behind 分别 counts: 城镇居民、农村居民人均可支配收入分别为2.1万元和1.2万元."""
        shared = self.indicators.shared(clause)
        if shared is None or self.indicators.change(clause) is not None:
            return None
        apart, turn = shared
        begin = clause_start(self.text, clause.left, clause.quantity.start)
        if not _IS.match(self.text, apart):
            return None
        begin = self._behind_subject(begin, apart)
        if self.subjects.between(begin, apart):
            return None
        listed = strip_lead(self.text[begin:apart])
        if _MADE_AND_SOLD.search(listed):
            named = [_MADE_AND_SOLD.sub(word, listed) for word in ("产量", "销量")]
        else:
            named = counted_apart(listed) or each_nominal(listed)
        return named[turn] if turn < len(named) else None

    def _behind_subject(self, at: int, end: int) -> int:
        """Return where the words behind a time and a subject at the head of a clause begin."""
        for _ in range(_LEAST):
            at = self._skip_times(at, end)
            topic = self.subjects.heading(at, end)
            at = topic.end if topic is not None and topic.kind == "place" else at
        return at

    def _skip_subject(self, clause: Clause) -> tuple[int, Topic | None]:
        """Return where the words that count begin, behind times, connectives and the subject."""
        at, end = clause.left, clause.quantity.start
        subject: Topic | None = None
        for _ in range(_SKIPS):
            start = at
            at = self._skip_times(at, end)
            lead = _leading(self.text[at:end])
            apart = bool(_NOT_SUBJECT.search(self.text, at, at + lead))
            at += lead - self.subjects.begins_quoted(at + lead)
            topic = self.subjects.heading(at, end, first=subject is None)
            if topic is not None and topic.end <= end:
                apart = apart or self.subjects.reports(topic)
                several = _SEVERAL.match(self.text, topic.end, end) if topic.kind in {"place", "built"} else None
                if several and "分别" not in self.text[several.end() : end]:
                    # 甲省、乙省等地: of several places at once, none of them
                    topic = Topic(topic.start, several.end(), "", "unknown")
                subject = subject if apart or (subject and topic.kind == "person") else topic
                within = (
                    self.text[topic.end : topic.end + 1] in set("上里内中") and not longest(self.text, topic.end)[0]
                )
                at = topic.end + (within and topic.end < end)
            if at == start:
                break
        for topic in self.subjects.between(at, end):
            if topic.kind == "built" and self.text[topic.start - 1] not in "和与及、":
                subject, at = topic, topic.end
            rest = topic.end + _leading(self.text[topic.end : end])
            if topic.kind == "person" and strip_trail(self.text[rest:end]):
                # 某镇原副主任某某因挪用公款: what is counted stands behind the last person named.
                blamed = self.text[topic.end : topic.end + 1] in {"因", "涉", "挪", "受"} and topic.end < end
                subject, at = topic if blamed else subject, rest
        return at, subject

    def _skip_times(self, at: int, end: int) -> int:
        index = bisect_left(self.time_starts, at)
        if index < len(self.time_starts) and self.time_starts[index] == at and self.annotated.times[index].end <= end:
            return self.annotated.times[index].end
        return at

    def _period(self, clause: Clause, sentence: Span) -> Period | None:
        """Return when a number holds: told in its clause, else by what dates its sentence or paragraph."""
        if told := told_now(self.text[clause.left : clause.quantity.start], self.article.meta.published):
            return told
        first = bisect_left(self.time_starts, sentence.start)
        last = bisect_left(self.time_starts, clause.quantity.start)
        here = self.annotated.times[first:last]
        published, at = self.article.meta.published, clause.quantity.start
        carried = find_period(self.text, here, sentence.start, at, published, carried=True)
        self.paragraph.period = carried or self.paragraph.period
        if self.report is None and not self.facts and carried is not None and carried.start and carried.end:
            self.report = carried
        return find_period(self.text, here, clause.left, at, published) or self.paragraph.period

    def _reported(self, start: int) -> Period | None:
        """Return the period that a report's first figures are of, for a later paragraph of figures that names none."""
        end = self.text.find("\n", start)
        return self.report if _REPORTING.search(self.text, start, end if end >= 0 else len(self.text)) else None

    def _opened(self, sentence: Span) -> None:
        """Keep the month or period that a sentence without numbers opens with (8月份，工业生产…。规模以上…)."""
        index = bisect_left(self.time_starts, sentence.start)
        if index == len(self.time_starts) or self.time_starts[index] != sentence.start:
            return
        time, published = self.annotated.times[index], self.article.meta.published
        recent = (published or "")[:4] in {"", (time.finish or "")[:4]}
        if recent and time.kind in {"month", "period"} and self.text[time.end : time.end + 1] == "，":
            period = find_period(self.text, (time,), time.start, time.end, published, carried=True)
            self.paragraph.period = period or self.paragraph.period

    def _about(self, clause: Clause, sentence: Span, subject: Topic | None, at: int) -> str | None:
        end = clause.quantity.end
        after = [topic for topic in self.subjects.between(end, clause.right + 1) if topic.kind == "programme"]
        if after and self.text[end : end + 1] == "的":
            about: str | None = after[0].name
        elif subject is not None and subject.kind == "unknown":
            self.paragraph.unknown = True
            return None
        elif subject is not None:
            about = subject.name
        elif (himself := self.subjects.himself(at, end)) is not None:
            return himself or None
        else:
            about = self._carried(clause, sentence)
        if about is None and self.paragraph.unknown:
            return None
        self.paragraph.unknown = False
        self.paragraph.about = about or self.paragraph.about
        self.last = about or self.last
        # Figures of the country go on to be of the country where a paragraph names nobody else.
        return about or self.subjects.fallback() or (COUNTRY if self.last == COUNTRY else None)

    def _carried(self, clause: Clause, sentence: Span) -> str | None:
        """Return what the sentence is about up to the number, else what the number before was about."""
        at = clause.quantity.start
        people = [topic for topic in self.subjects.between(sentence.start, at) if topic.kind == "person"]
        if people and _BLAMED.search(self.text, people[-1].end, at):
            return people[-1].name
        if speaker := self.subjects.speaker(at):
            return speaker
        before = bisect_left(self.starts, at) - 1
        if self.paragraph.about is not None and before >= 0 and self.starts[before] >= sentence.start:
            return self.paragraph.about
        if self.subjects.points(sentence.start, at):
            self.paragraph.unknown = True
            return None
        if somebody := self.subjects.somebody(sentence.start, at, ordinary=not is_result(clause, self.text)):
            return somebody
        return self.subjects.main(sentence.start, at) or self.paragraph.about or self._told_before(sentence)

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


def _bound(before: str) -> str | None:
    """Read the bound of 约占总量的15%, which stands apart from the number."""
    found = _BOUND.search(before)
    return None if found is None else (Comparator.ABOUT if found["about"] else Comparator.AT_LEAST)


def _listed(text: str) -> list[str]:
    """Return the names of a list that recognisers do not know: 我国对东盟、欧盟."""
    items = re.split("[、和及与]", _TOWARDS.sub("", text))
    named = len(items) > 1 and all(_LEAST <= len(item) <= _SKIPS for item in items)
    return items if named else []


def _leading(text: str) -> int:
    return len(text) - len(strip_lead(text))


def _topics(text: str, programmes: Sequence[Programme]) -> list[Topic]:
    """Return where the text names the programmes."""
    kinds = {programme.name: programme.kind for programme in programmes}
    return [
        Topic(start, end, name, "work" if kinds[name] in _PAPERS else "programme")
        for start, end, name in programme_mentions(text, programmes)
    ]

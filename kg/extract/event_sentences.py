"""What one sentence tells: drafts of events, and the parts that people have in those told before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.event_drafts import Draft, When
from kg.extract.event_grammar import CLAUSE_ENDS, grammar
from kg.extract.event_sites import find_places, find_sites
from kg.extract.event_times import RECENT, find_when
from kg.extract.outlines import BODY, PERSON, TIME, expand
from kg.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.event_grammar import Trigger
    from kg.extract.outlines import Outline

TRIPS = {"inspection", "visit", "condolence", "lecture", "activity", "campaign"}
_SPEECH = re.compile(
    expand(
        "(?:强调|指出|表示|认为|要求|希望|介绍说|说|道|提出|透露|显示|告诉记者|坦言|谈到|呼吁|感慨)(?=[，,：:—]|要|{Q}|$)"
        "|(?:强调|指出|表示|认为|赞赏|积极评价|高度评价|充分肯定)(?!祝贺|热烈|欢迎|慰问|感谢|哀悼|的)"
        "|(?<={P})(?:还|也|首先|最后|对此)?(?:介绍|希望|要求|提出|说|称|透露|告诉)"
    )
)
_NOT_ACTING_AFTER = re.compile("(?:总书记|主席|同志|总理)?(?:关于|重要|新时代|系列|提出|的(?!陪同|带领|率领|邀请|主持)|家中|在[^，。]{0,20}(?:重要讲话|指示|批示|精神)|考察[^，。]{0,10}重要)")
_NOT_ACTING_BEFORE = re.compile("(?:以|学习|贯彻|落实|学习贯彻|贯彻落实|传达|传达学习|根据|按照|受|应|代表|据|习近平|悼念|缅怀|请|转达)$")
_HOME = re.compile(expand("(?:走进|来到|看望|慰问|前往){X}{0,10}?{P}(?:的)?家"))
_OBJECT_BEFORE = re.compile("(?:向|为|给|对|祝贺|欢迎|送别)$")
_GROUP = re.compile("(?:考察|调研|督查|督导|检查|慰问|代表|访问|工作|专家|宣讲|巡视|指导|学习)(?:组|团)|一行|^他|^她")
_EXHORT = re.compile("(?:要|必须|务必|应当|应该|力争|争取|确保|希望|需要|建议|呼吁|如果|若|可以|能够|能|可|便于|旨在|围绕|推动|推进|加快|支持|鼓励|引导|做好|抓好|加强|按照|为了|为|没有|未|不|从未|尚未|禁止|严禁|反对|停止|同意|商定|愿|愿意|支持|倡议|期待|欢迎|成功|争取)$")
_HABIT = re.compile("每年|每逢|都会|经常|往往|总是|每天|每月|如何")
_JOINED = re.compile("(?:随团|随同|陪同|参加|出席|一同|一起|参与|见证|列席|结束|期间)(?:了|参加)?$")
_PLAN = re.compile("(?:将|将于|拟|计划|预计|准备|打算|即将|定于|有望|将在[^，。]{0,20}|正筹备|筹备|期待)")
_BACKGROUND = re.compile("此前|曾经?(?!祺|任)|多年来|近年来|历史上|以来|截至|长期|党的十[八九]大")
_ORGANIZED = re.compile(expand("由?(?P<o>{O}(?:(?:[、和与及]|，){O})*)(?:等{X}{0,8}?)?(?:联合|共同|分别)?(?:主办|承办|举办|协办|发起)"))
_LEADING = re.compile(expand("(?P<o>{O}(?:[、和与及会同]+{O})*)(?:等)?(?:，?{T}|联合|共同|组织|正式|日前|近日|在京|今天|也|还|已|专门|依法|决定|对外|最新|一行|\\d+人|工作人员|会同{O}|在{X}{1,14}?|对{P}{X}{0,12}?|第{X}{1,4}次|主持|党组|，)*$"))
_TOWARDS = re.compile("(?:前往|到|赴|走进|来到|深入|在|向|对|被)$")
_COURT = re.compile("(?:纪委|监委|委员会|法院|检察院|公安局|巡视组|纪委监委)$")
_RESPONSIBLE = re.compile("等?(?:有关|主要|相关|分管|部门|单位|领导|班子|负责|官兵|代表(?!团)|人员|嘉宾|队员|学生|党员|干部|职工|原|副|党组书记|书记|主任|局长|党员|师生|驻)")


@dataclass(slots=True)
class Told:
    """What a sentence told: new drafts in order, and parts for an earlier happening (`kind` None: the last one)."""

    drafts: list[Draft] = field(default_factory=list)
    parts: list[tuple[str | None, str, str]] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    sites: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    group: bool = False
    rejected: list[tuple[str, int, int]] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    organizers: list[str] = field(default_factory=list)
    receiving: list[str] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    when: When | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger found: where the verb stands, and the draft it makes."""

    start: int
    end: int
    whole: int
    trigger: Trigger
    match: re.Match[str]


def found_group(trigger: Trigger) -> str | int:
    """Return the group that evokes: "verb", or the whole match."""
    return "verb" if "verb" in trigger.form.groupindex else 0


class SentenceReader:
    """Reads the sentences of one article, in order."""

    def __init__(self, outline: Outline, full: str, published: str | None) -> None:
        """Take the article's outline, its full text and its day of publication."""
        self.outline = outline
        self.full = full
        self.published = published
        self.grammar = grammar()

    def read(self, start: int, end: int) -> Told:
        """Read the sentence `[start, end)` of the outline."""
        text = self.outline.text
        told = Told()
        cut = self._speech(start, end, told)
        told.span = (self.outline.start_of(start), self.outline.end_of(max(start + 1, cut)))
        told.group = bool(_GROUP.search(text, start, cut))
        found = self._triggers(start, cut, told)
        self._walk(start, cut, found, told)
        told.when = next((d.when for d in told.drafts if d.when.told and d.modality != "planned"), None)
        if not told.drafts:
            told.when = find_when(self.outline, start, cut, cut, self.published)
        told.receiving = [
            item.name
            for m in _HOME.finditer(text, start, cut)
            for _, item in self.outline.iter_items(PERSON, m.start(), m.end())
            if isinstance(item, Mention)
        ]
        regions = [(start, cut)] + [
            (m.start(), m.end()) for m in re.finditer("(?<=；)[^；]+", text[:end]) if m.start() >= cut
        ] if cut < end else [(start, cut)]
        for left, right in regions[1:]:
            stop = _SPEECH.search(text, left, right)
            told.sites += find_sites(self.outline, self.full, left, stop.start() if stop else right, strong_only=True)
        if not found:
            told.sites = find_sites(self.outline, self.full, start, cut, strong_only=False) + told.sites
            told.places = find_places(self.outline, start, cut)
        return told

    def _speech(self, start: int, end: int, told: Told) -> int:
        """Return where the sentence stops telling and somebody starts speaking."""
        text = self.outline.text
        speech = _SPEECH.search(text, start, end)
        if speech is None:
            return end
        quoted = text[start] == "“"
        for at, item in self.outline.iter_items(PERSON, start, speech.end()):
            if isinstance(item, Mention) and self._acts(at, start):
                told.speakers.append(item.name)
        return start if quoted else speech.start()

    def _acts(self, at: int, start: int) -> bool:
        text = self.outline.text
        before = text[max(start, at - 6) : at]
        return not (_NOT_ACTING_AFTER.match(text, at + 1) or _NOT_ACTING_BEFORE.search(before))

    def _triggers(self, start: int, end: int, told: Told) -> list[_Found]:
        text = self.outline.text
        cues = {m[1] for m in self.grammar.cues.finditer(text, start, end)}
        rules = {t.rank: t for cue in sorted(cues) for t in self.grammar.by_cue[cue]}
        taken: list[_Found] = []
        sentence = text[start:end]
        for rank in sorted(rules):
            trigger = rules[rank]
            for match in trigger.form.finditer(sentence):
                group = found_group(trigger)
                left, right = match.start(group) + start, match.end(group) + start
                if any(left < f.end and f.start < right for f in taken):
                    continue
                if self._told_as_fact(start, left, match, trigger, told):
                    taken.append(_Found(left, right, match.end() + start, trigger, match))
        return sorted(taken, key=lambda f: f.start)

    def _told_as_fact(self, start: int, verb: int, match: re.Match[str], trigger: Trigger, told: Told) -> bool:
        """Say whether the trigger stands in a clause that tells, with what it needs."""
        text = self.outline.text
        clause = max(text.rfind(mark, start, verb) for mark in CLAUSE_ENDS) + 1
        before = text[max(clause, start) : verb]
        if _EXHORT.search(before[-8:]) or re.match("要|必须|应|不断|进一步|坚持|切实", before):
            told.rejected.append(("event: exhortation", verb, verb + 2))
            return False
        if _HABIT.search(text, start, verb):
            told.rejected.append(("event: habit", verb, verb + 2))
            return False
        if trigger.kind in {"talks", "inspection", "visit", "condolence", "lecture"} and _JOINED.search(before[-6:]):
            return False
        return self._has_needs(trigger.needs, start, verb, start + match.end())

    def _has_needs(self, needs: str, start: int, verb: int, end: int) -> bool:
        text = self.outline.text
        if not needs:
            return True
        tests = {
            "P": lambda: PERSON in text[start:end] or bool(_GROUP.search(text, start, verb)),
            "T": lambda: TIME in text[start:verb] or RECENT.search(text, start, verb) is not None or bool(re.match("会上|仪式上|会后|随后|活动中|同时|会前", text[start:verb])),
            "O": lambda: bool(re.search(expand("{O}|{L}"), text[start:verb])),
        }
        return any(tests[need]() for need in needs)

    def _draft(self, found: _Found, start: int, end: int) -> Draft:
        text = self.outline.text
        trigger, match = found.trigger, found.match
        base = found.whole - match.end()
        topic = self._topic(found, base, end)
        when = find_when(self.outline, start, found.start, end, self.published)
        before = text[max(start, found.start - 30) : found.start]
        plan = _PLAN.search(re.split("[，；：]", before)[-1])
        bare = self.grammar.kind_named(topic) is not None and len(topic) <= 5  # noqa: PLR2004
        weak = trigger.confidence <= 0.6 or (bare and trigger.confidence <= 0.7)  # noqa: PLR2004
        draft = Draft(trigger.kind, topic, when, trigger.confidence, weak=weak)
        if match[found_group(trigger)].startswith(("启程", "回到", "离开")):
            draft.when = When(None, when.finish, told=True)
        if plan:
            draft.modality = "planned"
        elif re.search("据[^，。]{2,12}(?:报道|消息)|外媒|网传", text[start : found.start]):
            draft.modality = "reported"
        return draft

    def _topic(self, found: _Found, base: int, end: int) -> str:
        outline, match = self.outline, found.match
        text = outline.text
        if "topic" in found.trigger.form.groupindex and match["topic"]:
            left, right = match.start("topic") + base, match.end("topic") + base
        else:
            left, right = found.start, found.whole
        while left < right and text[left] in f"，：{TIME}{PERSON}、了":
            left += 1
        topic = self.full[outline.start_of(left) : outline.end_of(right)] if right > left else ""
        topic = re.sub("^(?:将于|将|预计|计划|定于|有望|力争).*(?:前|左右|底)?$", "", topic) if _PLAN.match(topic) else topic
        if len(topic) < 2:  # noqa: PLR2004
            topic = self.full[outline.start_of(found.start) : outline.end_of(found.whole)]
        more = re.match("，((?:传达|学习|研究|听取|审议|讨论|部署|专题|总结|分析|表彰)[^，。；]+)", text[found.whole : end])
        if more and found.trigger.kind == "meeting":
            at = found.whole + 1
            topic += "：" + self.full[outline.start_of(at) : outline.end_of(found.whole + more.end())]
        return topic.strip("，。；：、 ")[:80]

    def _walk(self, start: int, end: int, found: list[_Found], told: Told) -> None:
        """Go through the sentence from left to right and share its people and bodies out."""
        walk = _Walk(self, start, end, found, told)
        walk.run()


class _Walk:
    """The state of one walk through a sentence."""

    def __init__(self, reader: SentenceReader, start: int, end: int, found: list[_Found], told: Told) -> None:
        self.reader, self.outline, self.told = reader, reader.outline, told
        self.start, self.end = start, end
        self.found = found
        self.drafts = [reader._draft(f, start, end) for f in found]  # noqa: SLF001
        self.pending: list[tuple[int, str]] = []
        self.subject: list[str] = []
        self.objects: list[str] = []
        self.beside: list[tuple[int, str]] = []
        self.current: Draft | None = None
        self.after = ""
        self.after_target: Draft | str | None = None
        self.last_object: tuple[int, str] | None = None

    def run(self) -> None:
        for at, action in sorted(self._marks(), key=lambda mark: mark[0]):
            action(at)
        for index, found in enumerate(self.found):
            self._bodies(found, self.drafts[index])
            self._surroundings(index)
        for match in _ORGANIZED.finditer(self.outline.text, self.start, self.end):
            names = [i.name for _, i in self.outline.iter_items(BODY, match.start("o"), match.end("o")) if isinstance(i, Mention)]
            self.told.organizers += names
        self.told.drafts = self.drafts
        self.told.people |= {name for _, name in self.pending} | set(self.subject)

    def _marks(self) -> Iterator[tuple[int, object]]:
        text, grammar_ = self.outline.text, self.reader.grammar
        for at, item in self.outline.iter_items(PERSON, self.start, self.end):
            if isinstance(item, Mention):
                yield at, lambda a, name=item.name: self._person(a, name)
        verbs = [(f.start, f.end) for f in self.found]
        for match in grammar_.role_verbs.finditer(text, self.start, self.end):
            if not any(a <= match.start() < b for a, b in verbs) and not re.match("的(?!有)|人员|者|率", text[match.end() : match.end() + 2]):
                yield match.start(), lambda a, m=match: self._role(a, m)
        for index, found in enumerate(self.found):
            # A verb that reaches over its subject (在武汉，P走访) acts where it ends.
            at = found.end - 1 if found.trigger.kind in {"inspection", "visit"} else found.start
            yield at, lambda a, i=index: self._trigger(a, i)
        for match in re.finditer("[，；：]", text[self.start : self.end]):
            yield self.start + match.start(), self._boundary

    def _person(self, at: int, name: str) -> None:
        text = self.outline.text
        if not self.reader._acts(at, self.start):  # noqa: SLF001
            return
        if self.after and self.after_target is not None:
            self._give(self.after_target, name, self.after)
            self.last_object = (at, name)
            return
        if _OBJECT_BEFORE.search(text[max(self.start, at - 2) : at]):
            self.objects.append(name)
            return
        if self._beside(at):
            self.beside.append((at, name))
            return
        self.pending.append((at, name))

    def _beside(self, at: int) -> bool:
        """Say whether the person at `at` is one of those with whom the subject does it (与A、B等人围坐)."""
        text = self.outline.text
        if not self.pending and not self.subject:
            return False
        if text[at - 1] in "与同":
            return True
        return bool(self.beside) and at - self.beside[-1][0] <= 2 and text[at - 1] in f"、和{PERSON}"  # noqa: PLR2004

    def _boundary(self, at: int) -> None:
        if isinstance(self.after_target, Draft) and any(d is self.after_target and at < f.whole for f, d in zip(self.found, self.drafts, strict=True)):
            return
        self.after, self.after_target = "", None

    def _give(self, target: Draft | str | None, name: str, role: str) -> None:
        if isinstance(target, Draft):
            target.give(name, role)
        else:
            self.told.parts.append((target or None, name, role))

    def _role(self, at: int, match: re.Match[str]) -> None:
        text = self.outline.text
        before, after = self.reader.grammar.roles[match[0]]
        target = self._target(at, match.end())
        people = self._takers(at, match[0])
        for name in people:
            self._give(target, name, before)
        if people:
            self.subject = people
        if after and (follow := text[match.end() : match.end() + 1]) and follow not in "，；。":
            self.after, self.after_target = after, target if isinstance(target, Draft) else (target or "")

    def _takers(self, at: int, verb: str) -> list[str]:
        """Return the people whom the verb at `at` speaks of."""
        text = self.outline.text
        if verb == "陪同下":
            edge = text.rfind("在", self.start, at)
            taken = [name for pos, name in self.pending if pos > edge]
            self.pending = [(pos, name) for pos, name in self.pending if pos <= edge]
            return taken
        if self.last_object and not self.pending and at - self.last_object[0] <= 2:  # noqa: PLR2004
            return [self.last_object[1]]
        taken = [name for _, name in [*self.pending, *self.beside]]
        self.pending, self.beside = [], []
        return taken or self.subject

    def _target(self, at: int, end: int) -> Draft | str | None:
        """Return the draft that a role verb at `at` belongs to, or the kind of the earlier event that it names, or None."""
        text = self.outline.text
        tail = re.split("[，；：。]|并|的|后", text[end : min(self.end, end + 40)])[0]
        kind = self.reader.grammar.kind_named(tail.lstrip("了"))
        ahead = [d for f, d in zip(self.found, self.drafts, strict=True) if f.start >= at and not re.search("[；]", text[at : f.start])]
        near = [d for f, d in zip(self.found, self.drafts, strict=True) if f.start >= at and not re.search("[，；：]", text[at : f.start])]
        if kind:
            same = [d for d in [*reversed(self.drafts)] if d.kind == kind]
            return same[0] if same else kind
        if near:
            return near[0]
        if self.current is not None:
            return self.current
        # A role told before the verb of its own sentence: 率…，考察学习…; 讲话 and 出席 look back.
        if ahead and text[at] in "率带":
            return ahead[0]
        return None

    def _trigger(self, at: int, index: int) -> None:
        found, draft = self.found[index], self.drafts[index]
        trigger = found.trigger
        text = self.outline.text
        self.current = draft
        people = [name for _, name in self.pending]
        self.pending = []
        shared = people or self.subject
        if trigger.kind == "visit" and not people and found.match[0][:1] in "对来访":
            shared = [self.last_object[1]] if self.last_object else self.objects[-1:] or shared
        before = trigger.before
        if before == "host" and trigger.kind == "meeting":
            before = "host" if "主持" in text[max(self.start, at - 12) : found.end] else "participant"
        for name in shared if before else []:
            draft.give(name, before)
        for _, name in self.beside:
            draft.give(name, "host" if before == "host" and trigger.kind == "meeting" and "共同" in text[self.start : at] else "participant")
        self.beside = []
        if trigger.kind in {"recognition", "condolence"}:
            for name in self.objects:
                draft.give(name, "recipient")
        if people:
            self.subject = people
        self.after, self.after_target = trigger.after, draft if trigger.after else None
        if "topic" in trigger.form.groupindex and found.match.start("topic") < found.match.start("verb"):
            self.after, self.after_target = "", None

    def _bodies(self, found: _Found, draft: Draft) -> None:
        text, trigger = self.outline.text, found.trigger
        if trigger.body:
            left = max(text.rfind("；", self.start, found.start), self.start)
            lead = _LEADING.search(text, left, found.start)
            if lead and not _TOWARDS.search(text[max(left, lead.start("o") - 3) : lead.start("o")]) and not _RESPONSIBLE.match(text, lead.end("o")):
                self._add_bodies(draft, lead.start("o"), lead.end("o"), trigger.body)
        if trigger.object:
            right = next((i for i in range(found.end, self.end) if text[i] in "，；"), self.end)
            self._add_bodies(draft, found.end, right, trigger.object)
        if trigger.kind == "investigation":
            for _, item in self.outline.iter_items(BODY, self.start, self.end):
                if isinstance(item, Mention) and _COURT.search(item.name):
                    draft.give(item.name, "organizer")
                    draft.bodies.add(item.name)
        if trigger.kind == "signing":
            self._add_bodies(draft, self.start, found.start, "participant")
        if trigger.kind == "meeting":
            topic = found.match.start("topic") + found.whole - found.match.end() if "topic" in trigger.form.groupindex else -1
            if topic >= 0 and text[topic] == BODY:
                self._add_bodies(draft, topic, topic + 1, "organizer")

    def _add_bodies(self, draft: Draft, left: int, right: int, role: str) -> None:
        for at, item in self.outline.iter_items(BODY, left, right):
            if isinstance(item, Mention) and not _RESPONSIBLE.match(self.outline.text, at + 1):
                draft.give(item.name, role)
                draft.bodies.add(item.name)

    def _surroundings(self, index: int) -> None:
        """Set places, sites and the cited range of a draft."""
        text, draft, found = self.outline.text, self.drafts[index], self.found[index]
        left = self.found[index - 1].whole if index else self.start
        left = max(self.start, min(left, found.start))
        right = self.found[index + 1].start if index + 1 < len(self.found) else self.end
        clause_end = next((i for i in range(found.whole, right) if text[i] in "；"), right)
        draft.places = find_places(self.outline, left, max(found.whole, left))
        if not draft.places and index == 0:
            draft.places = find_places(self.outline, left, clause_end) if draft.kind in TRIPS else []
        edge = right if draft.kind in TRIPS else found.whole
        draft.sites = find_sites(self.outline, self.reader.full, left, edge, strong_only=False)
        draft.spans = [(self.outline.start_of(self.start), self.outline.end_of(max(self.start + 1, min(self.end, clause_end))))]

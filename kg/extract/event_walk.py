"""One walk through a sentence, from left to right: its people and bodies are shared out among what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.extract.event_drafts import Draft, When
from kg.extract.event_grammar import grammar
from kg.extract.event_sites import find_named, find_places, find_sites, find_stricken, to_china
from kg.extract.outlines import BODY, PERSON, expand
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.extract.event_grammar import Trigger
    from kg.extract.outlines import Outline

LOCAL_PARTS = {"陪同", "陪同下", "汇报", "交流"}
STOPPING = {"inspection", "visit", "condolence"}
SILENT = STOPPING | {"talks"}
TRIPS = {"inspection", "visit", "condolence", "lecture", "activity", "campaign"}
_NOT_ACTING_AFTER = re.compile(
    "(?:总书记|主席|同志|总理)?(?:关于|重要|新时代|系列|提出|的?邀请|委托|的(?!陪同|带领|率领|邀请|主持)|家中"
    "|在(?![^，。]{0,20}(?:宣讲|传达|学习|解读))[^，。]{0,20}(?:重要讲话|指示|批示|精神)|考察[^，。]{0,10}重要)"
)
_HEADS = re.compile("为(?:团长|组长|领队|首)")
_NOT_ACTING_BEFORE = re.compile(
    "(?:以|学习|贯彻|落实|学习贯彻|贯彻落实|传达|传达学习|根据|按照|受|应|代表|据|习近平|悼念|缅怀|请|转达)$"
)
_LISTED = re.compile(f"[、和][^，。；、和{PERSON}]{{0,8}}|")
_OBJECT_BEFORE = re.compile(f"(?:(?:向|为|给)[^，。；、{PERSON}{BODY}]{{0,8}}|对|祝贺|欢迎|送别)$")
_ORGANIZED = re.compile(
    expand(
        "(?<![在到])由?(?P<o>{O}(?:(?:[、和与及]|，){O})*)(?:等{X}{0,8}?)?(?:联合|共同|分别)?(?:主办|承办|举办|协办|发起)"
    )
)
_LEADING = re.compile(
    expand(
        "(?P<o>{O}(?:[、和与及会同]+{O})*)(?:等)?(?:，?{T}|（{T}）|联合|共同|组织|正式|宣布|日前|近日|在京|今天|也|还|已|专门|依法"
        "|决定|对外|最新|一行|\\d+人|工作人员|会同{O}|在{X}{1,14}?|对{P}{X}{0,12}?|第{X}{1,4}次|主持|党组|，)*$"
    )
)
_AT_CLAUSE = re.compile(expand("(?:(?<=[，。；\n])|^)(?P<o>{O}(?:[、和与及]{O})*)"))
_TOWARDS = re.compile("(?:前往|到|赴|走进|来到|深入|在|向|对|被)[^，。；]{0,3}$")
_COURT = re.compile("(?:纪委|监委|委员会|法院|检察院|公安局|巡视组|纪委监委)$")
_ANY_BODY = re.compile(
    "第[一二三四五六七八九十\\d]|(?:工会|政协|人大|共青团|妇联|公安|纪委|监委|人社部|法院|检察院)$|(?:基层|各级|有关|先进|全市|全县)*(?:党组织|党支部|团组织|部门|单位|党委|政府|企业)$"
)
_RESPONSIBLE = re.compile(
    "等?(?:有关|主要|相关|分管|部门|单位|领导|班子|负责|官兵|代表(?!团)|人员|嘉宾|队员|学生|党员|干部|职工|原|副"
    "|党组书记|书记|主任|局长|师生|驻|委员(?!会)|中央|主席(?!团)|总理|部长|大臣|秘书长|总裁|董事长)"
)
_OBJECT_ROLES = {"recognition": "recipient", "condolence": "recipient", "investigation": "subject"}
_NO_ROLE = re.compile("的(?!有|还有)|人员|者|率")
_COUNTING = {"两", "各", "五", "三", "四", "多"}
_OF_ITS_PEOPLE = re.compile(
    f"[^、，。；“{BODY}]{{0,12}}{PERSON}|[^、，。；“]{{0,8}}(?:工|师|员|长|士)[^、，。；“]{{2,3}}(?=[、，。；“和等])"
)
_BOUNDARY = re.compile("[，；：]")
_WORKS = re.compile(
    "(?:^|的)([^的，]{2,14}?(?:水电站|核电站|电站|机场|产业园|港区|港))(?=第?\\d|[^，的]{0,4}(?:机组|泊位))"
)
_OF_THINGS = {"recognition", "ceremony", "establishment", "publication", "incident"}
_SUBJECTLESS = re.compile(expand("(?:{T}|并|还|又|也|均|先后|分别|同时|随后|会上|曾|已|在{X}{1,20})*"))
_ORGANIZES = {"campaign", "activity", "training"}
_CLAUSE_STOP = re.compile("[，；]")
_STARTS_WITH_PLACE = {"ceremony", "activity", "training", "meeting"}
_PLACE_FIRST = re.compile(expand("(?:(?<=[，。；\n])|^){L}"))
_TAIL_END = re.compile("[，；：。]|并|的|后")
_EXCHANGES = re.compile(
    f"{PERSON}(?:等[^，。；]{{0,8}})?[^，。；]{{0,16}}(?:交流|座谈|交谈|探讨|商讨|沟通|围坐|拉家常|谈心|攀谈|洽谈|磋商|对接)"
)
_WHILE = re.compile(f"[^，。；]+时，{PERSON}")
_HOST_NEAR = 12
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger found: where its verb and its whole form stand in the outline."""

    start: int
    end: int
    whole: int
    trigger: Trigger
    match: re.Match[str]

    @property
    def base(self) -> int:
        """Return where the sentence that was matched starts."""
        return self.whole - self.match.end()


@dataclass(slots=True)
class Told:
    """What a sentence told: drafts in order, and parts for an earlier happening (kind None: the last one)."""

    drafts: list[Draft] = field(default_factory=list)
    parts: list[tuple[str | None, str, str, str]] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    sites: list[str] = field(default_factory=list)
    group: bool = False
    speech: bool = False
    rejected: list[tuple[str, int, int]] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    organizers: list[str] = field(default_factory=list)
    receiving: list[str] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)
    when: When | None = None


def acts(text: str, at: int, start: int) -> bool:
    """Say whether the person folded at `at` does something, rather than being quoted, studied or represented."""
    if _HEADS.match(text, at + 1):  # 以A为团长的代表团
        return True
    return not (_NOT_ACTING_AFTER.match(text, at + 1) or _NOT_ACTING_BEFORE.search(text[max(start, at - 6) : at]))


def share_out(outline: Outline, full: str, span: tuple[int, int], found: list[Found], told: Told) -> None:
    """Give the people, bodies, places and sites of the sentence `span` to `told.drafts` (one per trigger found)."""
    walk = _Walk(outline, span[0], span[1], found, told)
    walk.run()
    for index in range(len(found)):
        walk.bodies(index)
        walk.surroundings(index, full)


class _Walk:
    """The state of one walk."""

    def __init__(self, outline: Outline, start: int, end: int, found: list[Found], told: Told) -> None:
        self.outline, self.text, self.told = outline, outline.text, told
        self.start, self.end = start, end
        self.found, self.drafts = found, told.drafts
        self.roles = grammar().roles
        self.pending: list[tuple[int, str]] = []
        self.beside: list[tuple[int, str]] = []
        self.subject: list[str] = []
        self.objects: list[str] = []
        self.current: Draft | None = None
        self.after = ""
        self.after_target: Draft | str | None = None
        self.after_until = -1
        self.last_object: tuple[int, str] | None = None

    def run(self) -> None:
        marks: list[tuple[int, int, object]] = []
        for at, item in self.outline.iter_items(PERSON, self.start, self.end):
            marks.append((at, 0, item))
        marks += [(m.start(), 1, m) for m in grammar().role_verbs.finditer(self.text, self.start, self.end)]
        for index, found in enumerate(self.found):
            # A verb that reaches over its subject (在武汉，P走访) acts where it ends.
            reaching = found.trigger.kind in {"inspection", "visit"}
            marks.append((found.end - 1 if reaching else found.start, 2, index))
        marks += [(m.start(), 3, None) for m in _BOUNDARY.finditer(self.text, self.start, self.end)]
        marks.sort(key=itemgetter(0, 1))
        for at, sort, what in marks:
            if sort == 0 and isinstance(what, Mention):
                self._person(at, what.name)
            elif isinstance(what, re.Match):
                self._role(at, what)
            elif isinstance(what, int):
                self._trigger(at, what)
            elif at >= self.after_until:
                self.after, self.after_target = "", None
        self._talked_with()
        self.told.idle = [name for _, name in self.pending]
        self.told.people |= set(self.told.idle) | set(self.subject)
        self._organizers()

    def _talked_with(self) -> None:
        """Let those with whom somebody talked on the way (与P、P交流) be of the company."""
        trip = self.current if self.current is not None and self.current.kind in STOPPING | {"lecture"} else None
        if (
            self.beside
            and (trip or self.current is None)
            and _EXCHANGES.search(self.text, self.beside[-1][0], self.end)
        ):
            for _, name in self.beside:
                self._give(trip, name, "participant", "交流")
            self.beside = []

    def _organizers(self) -> None:
        if BODY not in self.text[self.start : self.end]:
            return
        for match in _ORGANIZED.finditer(self.text, self.start, self.end):
            self.told.organizers += self._names(BODY, match.start("o"), match.end("o"))

    def _names(self, token: str, start: int, end: int) -> list[str]:
        return [item.name for _, item in self.outline.iter_items(token, start, end) if isinstance(item, Mention)]

    def _person(self, at: int, name: str) -> None:
        if not acts(self.text, at, self.start):
            return
        if self.after and self.after_target is not None:
            self._give(self.after_target, name, self.after)
            self.last_object = (at, name)
        elif _OBJECT_BEFORE.search(self.text[max(self.start, at - 10) : at]):
            self.objects.append(name)
        elif self._is_beside(at):
            self.beside.append((at, name))
        else:
            self.pending.append((at, name))

    def _is_beside(self, at: int) -> bool:
        """Say whether the person at `at` is one of those with whom the subject does it (与A、B等人围坐)."""
        if not self.pending and not self.subject:
            return False
        if self.text[at - 1] in "与同":
            return True
        return bool(self.beside) and _LISTED.fullmatch(self.text, self.beside[-1][0] + 1, at) is not None

    def _give(self, target: Draft | str | None, name: str, role: str, verb: str = "") -> None:
        if isinstance(target, Draft) and verb in LOCAL_PARTS:
            target.outside.add(name)
        if isinstance(target, Draft):
            # Who reports on the ground is of the company; who reports in a hall speaks.
            target.give(name, "participant" if role == "speaker" and target.kind in SILENT else role)
        else:
            self.told.parts.append((target or None, name, role, verb))

    def _role(self, at: int, match: re.Match[str]) -> None:
        end = match.end()
        inside = match[0] != "陪同下" and any(f.start <= at < f.end for f in self.found)
        if inside or (self.text[at - 1 : at] == "的" and match[0] != "陪同下") or _NO_ROLE.match(self.text, end):
            return
        before, after = self.roles[match[0]]
        target = self._target(at, end)
        people = self._takers(at, match[0])
        for name in people:
            self._give(target, name, before, match[0])
        if people:
            self.subject = people
        if after and self.text[end : end + 1] not in {"", "，", "；", "。"}:
            self.after, self.after_target, self.after_until = after, target or "", -1

    def _takers(self, at: int, verb: str) -> list[str]:
        """Return the people whom the verb at `at` speaks of."""
        if verb == "陪同下":
            edge = self.text.rfind("在", self.start, at)
            taken = [name for pos, name in self.pending if pos > edge]
            self.pending = [(pos, name) for pos, name in self.pending if pos <= edge]
            return taken
        if self.last_object and not self.pending and at - self.last_object[0] <= _NEAR:
            return [self.last_object[1]]
        taken = [name for _, name in [*self.pending, *self.beside]]
        self.pending, self.beside = [], []
        return taken or self.subject

    def _target(self, at: int, end: int) -> Draft | str | None:
        """Return the draft that a role verb belongs to, or the kind of the earlier happening that it names, or None."""
        tail = _TAIL_END.split(self.text[end : min(self.end, end + 40)], maxsplit=1)[0]
        kind = grammar().kind_named(tail.lstrip("了"))
        if kind:
            return next((d for d in reversed(self.drafts) if d.kind == kind), kind)
        for found, draft in zip(self.found, self.drafts, strict=True):
            if found.start >= at and not _BOUNDARY.search(self.text, at, found.start):
                return draft
        if self.current is not None:
            return self.current
        # A role told before the verb of its own sentence: 率…，考察学习…; 讲话 and 出席 look back.
        if self.text[at] in "率带":
            return next((d for f, d in zip(self.found, self.drafts, strict=True) if f.start >= at), None)
        return None

    def _trigger(self, at: int, index: int) -> None:
        found, draft = self.found[index], self.drafts[index]
        trigger = found.trigger
        if found.match[0].endswith("的"):  # 同来华访问的P会谈: who came stands behind, and takes part in what follows
            comer = next((item for _, item in self.outline.iter_items(PERSON, found.end, self.end)), None)
            if isinstance(comer, Mention):
                draft.give(comer.name, "leader")
            draft.when, draft.places = When(told=True), ["中国"]
            return
        self.current = draft
        people = [name for _, name in self.pending]
        self.pending = []
        if trigger.kind == "talks" and not people and (meeter := self._meeter(at, found)):
            people = [meeter]
        before = trigger.before
        if before == "host" and trigger.kind == "meeting" and trigger.confidence > 0.85:  # noqa: PLR2004
            calls = found.match[0].startswith(("召开", "召集")) and self.text[at - 1 : at] == PERSON
            chairs = calls or "主持" in self.text[max(self.start, at - _HOST_NEAR) : found.end]
            before = "host" if chairs else "participant"
        for order, name in enumerate(self._subject_of(found, people) if before else []):
            # The first name of A、B一行 leads; the others are of the party.
            draft.give(name, "participant" if order and before == "leader" else before)
        shared = before == "host" and "共同" in self.text[self.start : at]
        for _, name in self.beside:
            draft.give(name, "host" if shared else "participant")
        self.beside = []
        for name in self.objects:
            draft.give(name, _OBJECT_ROLES.get(trigger.kind, ""))
        if people:
            self.subject = people
        self._look_ahead(found, draft)

    def _meeter(self, at: int, found: Found) -> str:
        """Return who receives or is received in 在会见P时，P表示."""
        if at > self.start and self.text[at - 1] not in "在，；":
            return ""
        match = _WHILE.match(self.text, found.end, self.end)
        item = self.outline.items.get(match.end() - 1) if match else None
        return item.name if isinstance(item, Mention) else ""

    def _subject_of(self, found: Found, people: list[str]) -> list[str]:
        if found.trigger.kind == "visit" and not people and found.match[0][:1] in "对来访":
            return [self.last_object[1]] if self.last_object else self.objects[-1:] or self.subject
        if not people and found.trigger.kind in _OF_THINGS:
            clause = max(self.text.rfind(mark, self.start, found.start) for mark in "，；") + 1
            if _SUBJECTLESS.fullmatch(self.text, max(clause, self.start), found.start) is None:  # 土城古镇入选
                return []
        return people or self.subject

    def _look_ahead(self, found: Found, draft: Draft) -> None:
        """Let the people behind the verb have its second part, up to the end of its clause."""
        groups = found.trigger.form.groupindex
        topic_first = "topic" in groups and found.match.start("topic") < found.match.start("verb")
        after = "" if topic_first and found.trigger.kind != "visit" else found.trigger.after
        self.after, self.after_target, self.after_until = after, draft if after else None, found.whole

    def bodies(self, index: int) -> None:
        """Let the bodies around a verb take part."""
        found, draft = self.found[index], self.drafts[index]
        trigger = found.trigger
        if trigger.body and not self._leading_bodies(found, draft) and index:
            self._share_bodies(index)
        if trigger.kind in STOPPING and not trigger.body:
            self._travelling_bodies(found, draft)
        if "by" in trigger.form.groupindex:
            self._add_bodies(
                draft, found.match.start("by") + found.base, found.match.end("by") + found.base, "organizer"
            )
        if trigger.object:
            stop = _CLAUSE_STOP.search(self.text, found.end, self.end)
            self._add_bodies(draft, found.end, stop.start() if stop else self.end, trigger.object)
        if trigger.kind == "investigation":
            items = self.outline.iter_items(BODY, self.start, self.end)
            acting = [i.name for at, i in items if isinstance(i, Mention) and self.text[at - 1 : at] != "向"]
            courts = [name for name in acting if _COURT.search(name)]
            for name in courts:
                if not any(name != other and name in other for other in courts):
                    draft.give(name, "organizer")
                    draft.bodies.add(name)
        elif trigger.kind == "signing":
            self._add_bodies(draft, self.start, found.start, "participant")
        elif trigger.kind == "meeting" and "topic" in trigger.form.groupindex:
            topic = found.match.start("topic") + found.base
            if self.text[topic : topic + 1] == BODY:
                self._add_bodies(draft, topic, topic + 1, "organizer")

    def _travelling_bodies(self, found: Found, draft: Draft) -> None:
        """Let a group that goes somewhere by its own name be of the party (某市党政代表团来我市考察)."""
        lead = _LEADING.search(self.text, self.start, found.start)
        for _, item in self.outline.iter_items(BODY, lead.start("o"), lead.end("o")) if lead else []:
            if isinstance(item, Mention) and item.name.endswith(("团", "组")):
                draft.give(item.name, "participant")
                draft.bodies.add(item.name)

    def _leading_bodies(self, found: Found, draft: Draft) -> bool:
        """Give the bodies that lead up to the verb its part for them, and say whether there were any."""
        left = max(self.text.rfind("；", self.start, found.start), self.start)
        lead = _LEADING.search(self.text, left, found.start)
        towards = lead and _TOWARDS.search(self.text[max(left, lead.start("o") - 6) : lead.start("o")])
        if lead is None and found.trigger.kind in _ORGANIZES:
            lead, towards = _AT_CLAUSE.search(self.text, self.start, found.start), None
        if lead is None or towards or _RESPONSIBLE.match(self.text, lead.end("o")):
            return False
        self._add_bodies(draft, lead.start("o"), lead.end("o"), found.trigger.body)
        return True

    def _share_bodies(self, index: int) -> None:
        """Let the body that did the first thing do the next one (市委举行大会，表彰…)."""
        found, before, draft = self.found[index], self.drafts[index - 1], self.drafts[index]
        if self.text[found.start - 1] in "，并、" and not draft.persons():
            for name in before.bodies:
                if before.roles[name] == "organizer":
                    draft.give(name, "organizer")
                    draft.bodies.add(name)

    def _written(self, left: int, right: int, full: str) -> list[str]:
        """Return the bodies in a range as they are written."""
        items = self.outline.iter_items(BODY, left, right)
        return [full[item.start : item.end] for _, item in items]

    def _add_bodies(self, draft: Draft, left: int, right: int, role: str) -> None:
        for at, item in self.outline.iter_items(BODY, left, right):
            if self.text[at - 1 : at] in _COUNTING or not isinstance(item, Mention):  # 两地人大
                continue
            if not (_ANY_BODY.match(item.name) or _RESPONSIBLE.match(self.text, at + 1)):
                if role == "recipient" and _OF_ITS_PEOPLE.match(self.text, at + 1):
                    continue  # 授予某厂焊工P…称号
                draft.give(item.name, role)
                draft.bodies.add(item.name)

    def surroundings(self, index: int, full: str) -> None:
        """Set places, sites and the cited range of a draft."""
        draft, found = self.drafts[index], self.found[index]
        before = index - 1 if index and self.found[index - 1].match[0].endswith("的") else index  # 同来访的P会谈
        left = max(self.start, min(self.found[before - 1].whole if before else self.start, found.start))
        right = self.end
        if index + 1 < len(self.found):  # the clause of the next verb is the next one's
            following = self.found[index + 1].start
            clause = max(self.text.rfind(mark, found.whole, following) for mark in "，；") + 1
            right = clause or following
        semicolon = self.text.find("；", found.whole, right)
        clause_end = semicolon if semicolon >= 0 else right
        draft.places = find_places(self.outline, left, max(found.whole, left))
        if not draft.places and draft.kind == "incident":
            draft.places = find_stricken(self.outline, left, found.whole)
        if not draft.places and not index and draft.kind in TRIPS:
            draft.places = find_places(self.outline, left, clause_end)
        if not draft.places and draft.kind in _STARTS_WITH_PLACE and "topic" in found.trigger.form.groupindex:
            topic = found.match.start("topic") + found.base
            draft.places = find_named(self.outline, topic, found.whole)
        if (
            not draft.places
            and draft.kind == "campaign"
            and (lead := _PLACE_FIRST.search(self.text, self.start, found.start))
        ):
            draft.places = find_named(self.outline, lead.start(), found.whole)
        if draft.kind == "visit" and to_china(self.text, left, found.whole):
            draft.places = ["中国"]
        if draft.kind in TRIPS:
            draft.sites = find_sites(self.outline, full, left, right, strong_only=False)
        else:  # what stands in the clauses before is a stop on the way (来到…，并主持召开座谈会)
            clause = max(self.text.rfind(mark, left, found.start) for mark in "，；") + 1
            draft.sites = find_sites(self.outline, full, max(clause, left), found.whole, strong_only=False)
            if clause > left:
                self.told.sites += find_sites(self.outline, full, left, clause, strong_only=True)
        if draft.kind == "incident" and not draft.places and found.match[0].startswith("发生"):
            clause = max(self.text.rfind(mark, self.start, found.start) for mark in "，；") + 1
            draft.sites = self._written(max(clause, self.start), found.start, full)
        if draft.kind == "ceremony" and not draft.sites and (works := _WORKS.search(draft.topic)):
            draft.sites = [works[1]]
        draft.spans = [(self.outline.start_of(self.start), self.outline.end_of(max(self.start + 1, clause_end)))]

"""One walk through a sentence, from left to right: its people and bodies are shared out among what it tells."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.extract.event_bodies import STOPPING, Bodies
from kg.extract.event_drafts import Draft, When
from kg.extract.event_grammar import clause_start, grammar
from kg.extract.event_scenes import Scenes
from kg.extract.outlines import BODY, PERSON, expand
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.extract.event_told import Found, Telling

LOCAL_PARTS = {"陪同", "陪同下", "汇报", "交流"}
SILENT = STOPPING | {"talks"}
_NOT_ACTING_AFTER = re.compile(
    "(?:总书记|主席|同志|总理)?(?:关于|重要|遗体|追悼|先进事迹|诞辰|逝世|作品|书画|新时代|系列|提出|的?邀请|委托|的(?!陪同|带领|率领|邀请|主持)|家中"
    "|在(?![^，。]{0,20}(?:宣讲|传达|学习|解读))[^，。]{0,20}(?:重要讲话|指示|批示|精神)|考察[^，。]{0,10}重要)"
)
_HEADS = re.compile("为(?:团长|组长|领队|首)")
_TEACHES = re.compile("[^，。；]{0,40}?(?:授课|讲课|讲授|讲解|宣讲|作[^，。；]{0,8}(?:报告|辅导|讲座))")
_NOT_ACTING_BEFORE = re.compile(
    "(?:以|学习|贯彻|落实|学习贯彻|贯彻落实|传达|传达学习|根据|按照|受|应|代表|据|习近平|悼念|缅怀|请|转达)$"
)
_LISTED = re.compile(f"[、和][^，。；、和{PERSON}]{{0,8}}|")
_OBJECT_BEFORE = re.compile(f"(?:(?:向|为|给)[^，。；、{PERSON}{BODY}]{{0,8}}|对|祝贺|欢迎|送别)$")
_ORGANIZED = re.compile(
    expand(
        "(?<![在到])由?(?P<o>{O}(?:(?:[、和与及]|，){O})*)(?:等{X}{0,8}?)?(?:联合|共同|分别)?(?:主办|承办|举办|协办|发起|主持)"
    )
)
_OBJECT_ROLES = {"recognition": "recipient", "condolence": "recipient", "investigation": "subject"}
_NO_ROLE = re.compile("的(?!有|还有)|人员|者|率")
# 出席座谈会的有：A，B；C — the list goes on over commas to the end of its sentence.
_ROSTER = re.compile("[^，。；：、]{0,24}的(?:领导|嘉宾|同志|人员|单位)?(?:还|主要|分别)?(?:有|包括|是)[：:]?")
_BOUNDARY = re.compile("[，；：]")
_OF_THINGS = {"recognition", "ceremony", "establishment", "publication", "incident"}
_SUBJECTLESS = re.compile(expand("(?:{T}|并|还|又|也|均|先后|分别|同时|随后|会上|曾|已|在{X}{1,20})*"))
_TAIL_END = re.compile("[，；：。]|并|的|后")
_EXCHANGES = re.compile(
    f"{PERSON}(?:等[^，。；]{{0,8}})?[^，。；]{{0,16}}(?:交流|座谈|交谈|探讨|商讨|沟通|围坐|拉家常|谈心|攀谈|洽谈|磋商|对接)"
)
_WHILE = re.compile(f"[^，。；]+时，{PERSON}")
_CALLS = re.compile(f"(?:{PERSON}|[，后](?:并|还|随后|先后)?(?:在[^，。]{{1,10}})?(?:现场|就地|立即|紧急|连夜)?|并)$")
_WITNESSED = re.compile("(?:..)?共同(?:出席|见证|参加)")
_HOST_NEAR = 12
_NEAR = 2


def acts(text: str, at: int, start: int) -> bool:
    """Say whether the person folded at `at` does something, rather than being quoted, studied or represented."""
    if _HEADS.match(text, at + 1):  # 以A为团长的代表团
        return True
    if text[at - 1 : at] == "请" and _TEACHES.match(text, at + 1):  # 邀请A、B授课
        return True
    if _is_inviter(text, at, start):
        return False
    return not (_NOT_ACTING_AFTER.match(text, at + 1) or _NOT_ACTING_BEFORE.search(text[max(start, at - 6) : at]))


def _is_inviter(text: str, at: int, start: int) -> bool:
    """Say whether the person at `at` is one of those by whom somebody was invited (应A、B、C的邀请)."""
    asked = text.rfind("应", start, at)
    invited = text.find("邀请", at) if asked >= 0 else -1
    if invited < 0 or (asked > start and text[asked - 1] not in "，。；\n"):
        return False
    return not _BOUNDARY.search(text, asked, invited)


def share_out(telling: Telling) -> None:
    """Give the people, bodies, places and sites of a sentence to its drafts (one per trigger found)."""
    _Walk(telling).run()
    bodies = Bodies(telling.outline, telling.full, telling.start, telling.end, telling.found, telling.told)
    scenes = Scenes(telling.outline, telling.full, telling.start, telling.end, telling.found, telling.told)
    for index in range(len(telling.found)):
        bodies.share(index)
        scenes.settle(index)


class _Walk:
    """The state of one walk."""

    def __init__(self, telling: Telling) -> None:
        self.outline, self.text, self.told = telling.outline, telling.text, telling.told
        self.start, self.end = telling.start, telling.end
        self.found, self.drafts = telling.found, telling.told.drafts
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
        roster = _ROSTER.match(self.text, end, self.end) if before == "participant" and not people else None
        if roster is not None:
            self.after, self.after_target, self.after_until = before, target or "", self.end
        elif after and self.text[end : end + 1] not in {"", "，", "；", "。"}:
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
        if not people and self.last_object and _WITNESSED.match(self.text, at - _NEAR, found.end):
            people = [*self.subject, self.last_object[1]]  # A会见B，并共同见证签约
        before = trigger.before
        if before == "host" and trigger.kind == "meeting" and trigger.confidence > 0.85:  # noqa: PLR2004
            calls = found.match[0].startswith(("召开", "召集")) and _CALLS.search(self.text, self.start, at) is not None
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
            clause = clause_start(self.text, self.start, found.start, "，；")
            if _SUBJECTLESS.fullmatch(self.text, clause, found.start) is None:  # 土城古镇入选
                return []
        return people or self.subject

    def _look_ahead(self, found: Found, draft: Draft) -> None:
        """Let the people behind the verb have its second part, up to the end of its clause."""
        groups = found.trigger.form.groupindex
        topic_first = "topic" in groups and found.match.start("topic") < found.match.start("verb")
        after = "" if topic_first and found.trigger.kind != "visit" else found.trigger.after
        self.after, self.after_target, self.after_until = after, draft if after else None, found.whole

"""What one sentence tells: drafts of events, and the parts that people have in those told before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.extract.event_drafts import Draft, When
from kg.extract.event_grammar import clause_start, grammar
from kg.extract.event_lengths import settle_length
from kg.extract.event_sites import find_places, find_sites, is_county
from kg.extract.event_times import RECENT, RECENT_WORDS, find_when
from kg.extract.event_told import Found, Telling, Told
from kg.extract.event_topics import NAMELESS, OCCASIONS, SHORT_NAME, TopicReader
from kg.extract.event_walk import acts, share_out
from kg.extract.outlines import BODY, PERSON, TIME, expand
from kg.language.cues import Tail
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.extract.event_grammar import Trigger
    from kg.extract.outlines import Outline

_SPEECH = re.compile(
    expand(
        "(?:强调|指出|表示|认为|要求|希望|介绍说|说|(?<!报)道|提出|透露|显示|告诉记者|坦言|谈到|呼吁|感慨)(?=[，,：:—]|要|{Q}|$)"
        "|(?:强调|指出|表示|认为|赞赏|积极评价|高度评价|充分肯定)(?!祝贺|热烈|欢迎|慰问|感谢|哀悼|的)"
        "|(?<={P})(?:还|也|首先|最后|对此)?(?:介绍(?=[，：:说]|{Q})|希望|要求|提出|说|称|透露|告诉)"
    )
)
_GROUP = re.compile(
    "(?:考察|调研|督查|督导|检查|慰问|代表|访问|工作|专家|宣讲|巡视|巡察|督察|指导|学习|视察)(?:组|团)|编队$|一行|^他|^她"
)
_EXHORT = Tail(
    "(?:要|必须|务必|应当|应该|力争|争取|确保|希望|需要|建议|呼吁|如果|若|可以|能够|能|可|便于|旨在|围绕|推动|推进|加快|支持|鼓励|引导"
    "|做好|抓好|加强|按照|为了|为|没有|未|不|从未|尚未|禁止|严禁|反对|停止|通过|同意|商定|愿|愿意|支持|倡议|期待|欢迎|争取)$"
)
# What was held with success was told before: 大会成功召开 in thanks and praise; a plant that 成功投产 has just begun.
_PRAISED = Tail("成功$")
_EXHORTING = re.compile("要|必须|应|不断|进一步|坚持|切实")
_HABIT = re.compile(
    "每年|每周|每季度|每次|定期|每当|每逢|都会|经常|往往|总是|每天|每月|如何|累计|模拟|假设|标志着|意味着|相继|陆续"
)
_I = re.compile("(?<=[，。：；\n在])(?:我|我们|你|您)(?![国省市县区州旗校军院厂所])")
_OF_SOMEBODY = re.compile(f"[^，；。]{{0,60}}的[^，；。]{{0,40}}(?:{PERSON}|代表|嘉宾|人士|专家|官员|领导人|负责人)")
_REMARK = re.compile("这(?:也|还|同样)?是(?!由)")
_BESIDE_POINT = re.compile("^(?:随着|至此|这?标志着|这?意味着)")
# Who is welcomed or asked to come has not come by that; who passes greetings on has called on nobody.
_RECEIVED = {
    "visit": re.compile(
        f"(?:欢迎|邀请|邀|请|对|祝贺|感谢){PERSON}(?:总书记|主席|总统|[、，]国家|总理)*(?:此次|再次|首次|尽早|早日|方便时)?[来到]?$"
    ),
    "condolence": re.compile("转达"),
}
_ANNIVERSARY = re.compile("[^，。]{2,40}周年")
_ATTENDED = re.compile("祝贺|庆祝|出席|参加")
_CONGRATULATED = re.compile("(?:致信|致电|致函|来信|去信)[^，。]{0,4}(?:祝贺|热烈祝贺)")
# What is reported is a matter, not a trip of those who hear of it: 汇报了突击检查进入第二阶段的情况.
_HEARD = re.compile("(?:汇报|听取|通报|介绍)了?(?![^，。]*并)[^，。]{2,}$")
_CONDOLING = re.compile("致.{0,3}慰问电|致电|表示.{0,4}慰问")
_JOINED = Tail("(?:随团|随同|陪同|参加|出席|一同|参与|见证|列席|结束)(?:了|参加)?(?:上述|此次|相关|有关)?$")
_PLAN = re.compile(
    "(?:(?<![上中少大主])将(?!军|士|领|官)|将于|拟|计划|预计|准备|打算|即将|定于|有望|将在[^，。]{0,20}|正筹备|筹备|期待|决定(?=[^，]*于)|同意(?=.))"
)
# A meeting that another one decides or proposes to hold is ahead: 委员长会议决定，…会议于12月27日召开.
_CALLED = re.compile("建议|提议|决定(?!书)|决定于")
_PLAN_SHARED = re.compile(f"(?:(?<![上中少大主])将(?!军|士|领|官)|计划|拟)[^{TIME}]*$")
_SUBJECT = re.compile(f"[{PERSON}{TIME}]|已|并已")
_REPORTED = re.compile("据[^，。]{2,14}(?:报道|消息|称)|外媒|网传")
_SAME_HONOUR = re.compile("^.{0,12}?(?:获得?)?[此该这](?:一|项|个)?(?:殊荣|荣誉|称号|奖项)")
_HOME = re.compile(expand("(?:走进|来到|看望|慰问|前往|在){X}{0,10}?{P}(?:的)?家"))
_AFTER_SEMICOLON = re.compile("(?<=；)[^；]+")
_CLAUSE_SPLIT = re.compile("[，；：]")
_AT_EVENT = re.compile("会上|仪式上|会后|随后|活动中|同时|会前")
_HOLDER = re.compile(expand("{O}|{L}"))
_LEAVING = ("启程", "回到", "离开", "结束")
_HELD = {"ceremony", "signing", "meeting", "activity", "training", "lecture"}
_PRAISED_VERBS, _PRAISED_KINDS = ("举行", "举办", "召开"), {"visit", "talks"}
_RITES = {"signing", "training", "recognition"}
_TRIPPING = {"talks", "inspection", "visit", "condolence", "lecture"}
_WEAK, _WEAK_IF_BARE = 0.6, 0.7


def verb_group(trigger: Trigger) -> str | int:
    """Return the group that evokes: "verb", or the whole match."""
    return "verb" if "verb" in trigger.form.groupindex else 0


class SentenceReader:
    """Reads the sentences of one article, in order."""

    def __init__(self, outline: Outline, full: str, published: str | None) -> None:
        """Take the article's outline, its full text and its day of publication."""
        self.outline = outline
        self.text = outline.text
        self.full = full
        self.topics = TopicReader(outline, full)
        self.published = published
        self.grammar = grammar()
        self.cues = [(match.start(), match[0]) for match in self.grammar.cue_words.finditer(outline.text)]
        self.recent = any(word in outline.text for word in RECENT_WORDS)

    def evokes(self, start: int, end: int) -> bool:
        """Say whether any word of the grammar stands in `[start, end)`."""
        first = bisect_left(self.cues, (start, ""))
        return first < len(self.cues) and self.cues[first][0] < end

    def read(self, start: int, end: int) -> Told:
        """Read the sentence `[start, end)` of the outline."""
        told = Told()
        cut = self._speech(start, end, told)
        told.speech = cut < end
        told.span = (self.outline.start_of(start), self.outline.end_of(max(start + 1, cut)))
        told.group = _GROUP.search(self.text, start, cut) is not None
        found = self._triggers(start, cut, told)
        told.drafts = [self._draft(f, start, cut) for f in found]
        if found or self.grammar.role_verbs.search(self.text, start, cut):
            share_out(Telling(self.outline, self.full, start, cut, found, told))
        else:
            told.idle = [i.name for at, i in self._people(start, cut) if acts(self.text, at, start)]
            told.people |= set(told.idle)
        told.when = self._when(start, cut, told)
        for found_one, draft in zip(found, told.drafts, strict=True):
            settle_length(draft, self.outline, start, found_one.start, cut)
        homes = "家" in self.text[start:cut]
        told.receiving = (
            []
            if not homes
            else [
                item.name for m in _HOME.finditer(self.text, start, cut) for _, item in self._people(m.start(), m.end())
            ]
        )
        if not found:
            told.places = [p for p in find_places(self.outline, start, cut) if is_county(p)]
            told.sites = find_sites(self.outline, self.full, start, cut, strong_only=False)
        if cut < end:
            self._later_stops(cut, end, told)
        return told

    def _people(self, start: int, end: int) -> list[tuple[int, Mention]]:
        items = self.outline.iter_items(PERSON, start, end)
        return [(at, item) for at, item in items if isinstance(item, Mention)]

    def _when(self, start: int, cut: int, told: Told) -> When | None:
        if told.drafts:
            when = [d.when for d in told.drafts if d.when.told and d.modality != "planned"]
            return next((w for w in when if w.begin), when[0] if when else None)
        return find_when(self.outline, start, cut, cut, self.published, recent=self.recent)

    def _later_stops(self, cut: int, end: int, told: Told) -> None:
        """Find the stops told after a speech, one per part between semicolons."""
        for part in _AFTER_SEMICOLON.finditer(self.text, cut, end):
            stop = _SPEECH.search(self.text, part.start(), part.end())
            edge = stop.start() if stop else part.end()
            told.sites += find_sites(self.outline, self.full, part.start(), edge, strong_only=True)

    def _speech(self, start: int, end: int, told: Told) -> int:
        """Return where the sentence stops telling and somebody starts speaking."""
        speech = _SPEECH.search(self.text, start, end)
        if speech is None:
            return end
        told.speakers = [i.name for at, i in self._people(start, speech.end()) if acts(self.text, at, start)]
        return start if self.text[start] == "“" else speech.start()

    def _triggers(self, start: int, end: int, told: Told) -> list[Found]:
        rules = self._rules(start, end)
        if not rules:
            return []
        sentence = self.text[start:end]
        taken: list[Found] = []
        for rank in sorted(rules):
            trigger = rules[rank]
            group = verb_group(trigger)
            for match in trigger.form.finditer(sentence):
                left, right = match.start(group) + start, match.end(group) + start
                if any((left < f.end and f.start < right) or self._is_named(left, f) for f in taken):
                    continue
                if self._is_told(start, left, match, trigger, told):
                    taken.append(Found(left, right, match.end() + start, trigger, match))
        named = [
            f
            for f in taken
            if f.trigger.kind in _HELD and any(g is not f and self._is_named(f.start, g) for g in taken)
        ]
        return sorted((f for f in taken if f not in named), key=lambda f: f.start)

    def _rules(self, start: int, end: int) -> dict[int, Trigger]:
        """Return the triggers that a cue in `[start, end)` calls for, by rank."""
        first, last = bisect_left(self.cues, (start, "")), bisect_left(self.cues, (end, ""))
        if first == last:
            return {}
        found = {cue for _, cue in self.cues[first:last]}
        found |= {c for cue in found for c in self.grammar.hidden[cue] if self.text.find(c, start, end) >= 0}
        return {trigger.rank: trigger for cue in found for trigger in self.grammar.by_cue[cue]}

    def _is_named(self, verb: int, held: Found) -> bool:
        """Say whether a verb is only part of the name of what is held: 开工 in 集中开工仪式举行."""
        if held.trigger.kind not in _HELD or "topic" not in held.trigger.form.groupindex:
            return False
        left, right = held.match.start("topic") + held.base, held.match.end("topic") + held.base
        return left <= verb < right and "并" not in self.text[left:verb]

    def _is_told(self, start: int, verb: int, match: re.Match[str], trigger: Trigger, told: Told) -> bool:
        """Say whether the trigger stands in a clause that tells what happened, with what it needs."""
        before = self.text[clause_start(self.text, start, verb) : verb]
        reason = ""
        held = trigger.kind in _PRAISED_KINDS or match[verb_group(trigger)].startswith(_PRAISED_VERBS)
        if (held and _PRAISED.search(before)) or _EXHORT.search(before[-8:]) or _EXHORTING.match(before):
            reason = "event: exhortation"
        elif _HABIT.search(self.text, start, verb):
            reason = "event: habit"
        elif _I.search(self.text, start, verb):
            reason = "event: told of oneself"
        elif self._is_aside(before, verb, match, trigger):
            reason = "event: told in passing"
        if reason:
            told.rejected.append((reason, verb, verb + 2))
            return False
        return any(self._has(need, start, verb, start + match.end()) for need in trigger.needs) or not trigger.needs

    def _is_aside(self, before: str, verb: int, match: re.Match[str], trigger: Trigger) -> bool:
        """Say whether the verb only belongs to something else: 随着…投用, 出席会议的代表, 随团考察, 就地震致电."""
        if (
            before.endswith("关于")
            or _BESIDE_POINT.search(before)
            or _REMARK.match(before)
            or (trigger.kind in OCCASIONS and _ATTENDED.search(before))
            or (trigger.kind in _HELD and _CONGRATULATED.search(before))
        ):
            return True
        if match[verb_group(trigger)].startswith(("出席", "参加")) and _OF_SOMEBODY.match(self.text, verb):
            return True
        if trigger.kind in {"publication", "establishment"} and _ANNIVERSARY.match(self.text, verb):
            return True
        if trigger.kind in _RECEIVED and _RECEIVED[trigger.kind].search(before):
            return True
        if trigger.kind == "incident" and _CONDOLING.search(self.text, verb, self.text.find("。", verb)):
            return True
        heard = trigger.kind == "inspection" and _HEARD.search(before) is not None
        return heard or (trigger.kind in _TRIPPING and _JOINED.search(before[-6:]) is not None)

    def _has(self, need: str, start: int, verb: int, end: int) -> bool:
        if need == "P":
            if PERSON in self.text[start:end] or _GROUP.search(self.text, start, verb) is not None:
                return True
            items = self.outline.iter_items(BODY, start, verb)  # 某市党政代表团来我市考察
            return any(isinstance(item, Mention) and _GROUP.search(item.name) for _, item in items)
        if need == "T":
            told = TIME in self.text[start:verb] or _AT_EVENT.match(self.text, start, verb) is not None
            return told or RECENT.search(self.text, start, verb) is not None
        if need == "B":
            return BODY in self.text[verb:end]
        return _HOLDER.search(self.text, start, verb) is not None

    def _draft(self, found: Found, start: int, end: int) -> Draft:
        trigger = found.trigger
        name = self.topics.read(found)
        topic = self.topics.with_matter(name, found, end)
        when = find_when(self.outline, start, found.start, end, self.published, recent=self.recent)
        bare = self.grammar.kind_named(name) is not None and len(name) <= SHORT_NAME
        weak = trigger.confidence <= _WEAK or (bare and trigger.confidence <= _WEAK_IF_BARE)
        # 会议以电视电话会议形式召开 only speaks of the one told before.
        summary = "分别" in self.text[start : found.start] and not (when.begin and when.finish)
        weak = weak or (summary and trigger.kind in _TRIPPING)
        weak = (
            weak
            or _SAME_HONOUR.search(topic) is not None
            or (name in NAMELESS and (found.match[0].startswith(name) or "宣布" in found.match[0]))
        )
        named = self.grammar.kind_named(name) if trigger.kind == "ceremony" else None
        kind = named if named in _RITES else trigger.kind
        if kind == "activity" and (first := name.partition("暨")[0]) != name:  # 揭牌仪式暨采购节
            kind = "ceremony" if self.grammar.kind_named(first) == "ceremony" else kind
        draft = Draft(kind or trigger.kind, topic, when, trigger.confidence, weak=weak)
        if trigger.kind == "visit" and found.match[verb_group(trigger)].startswith(_LEAVING):
            draft.when = When(None, when.finish, told=True)
        before = self.text[start : found.start]
        ahead = when.begin and self.published and when.begin[: len(self.published)] > self.published
        launched = "发射" in trigger.cues and "将于" not in before  # 将卫星发射升空 plans nothing
        called = trigger.kind == "meeting" and _CALLED.search(_CLAUSE_SPLIT.split(before)[-1]) is not None
        if ahead or called or (not launched and self._is_planned(before)):
            draft.modality = "planned"
        elif _REPORTED.search(self.text, start, found.start):
            draft.modality = "reported"
        return draft

    def _is_planned(self, before: str) -> bool:
        """Say whether the words before a verb plan: in its clause, or in the one before that shares its subject."""
        clauses = _CLAUSE_SPLIT.split(before)
        if _PLAN.search(clauses[-1]):
            return True
        for at in range(len(clauses) - 1, 0, -1):
            if _SUBJECT.match(clauses[at]):
                return False
            if _PLAN_SHARED.search(clauses[at - 1]):
                return True
        return False

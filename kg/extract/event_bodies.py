"""The bodies around a verb: who holds, sends, signs, honours, tries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_told import Found, Telling
from kg.extract.outlines import BODY, PERSON, expand
from kg.mention import Mention

if TYPE_CHECKING:
    from kg.extract.event_drafts import Draft

STOPPING = {"inspection", "visit", "condolence"}
_LEADING = re.compile(
    expand(
        "(?P<o>{O}(?:[、和与及会同]+{O})*)(?:等)?(?:(?:党组)?理论学习中心组|领导班子|，?{T}|（{T}）|联合|共同|组织|正式|宣布|日前|近日|在京|今天|也|还|已|专门|依法"
        "|决定|对外|最新|一行|\\d+人|工作人员|会同{O}|在{X}{1,14}?|向(?:全社会|社会|全国)?(?:公开)?(?:宣传)?发布{X}{1,24}?|以{X}{1,14}?(?:方式|形式)|对{P}{X}{0,12}?|就{X}{1,40}?|第{X}{1,4}次|主持|党组|，)*$"
    )
)
_AT_CLAUSE = re.compile(expand("(?:(?<=[，。；\n])|^)(?P<o>{O}(?:[、和与及]{O})*)"))
_TOWARDS = re.compile("(?:前往|到|赴|走进|来到|深入|在|向|对|被)[^，。；]{0,3}$")
_NEWS = re.compile("(?:网站|官网|官微|官方微信|微信公众号)?(?:消息|通报|获悉|发布|公布|披露|透露|了解到)")
_COURT = re.compile("(?:纪委|监委|委员会|法院|检察院|公安局|巡视组|纪委监委)$")
_ANY_BODY = re.compile(
    "第[一二三四五六七八九十\\d]|(?:工会|政协|人大|共青团|妇联|公安|纪委|监委|人社部|法院|检察院)$|(?:基层|各级|有关|先进|全市|全县)*(?:党组织|党支部|团组织|部门|单位|党委|政府|企业)$"
)
_RESPONSIBLE = re.compile(
    "等?(?:有关|主要|相关|分管|部门|单位|领导|班子|负责|官兵|代表(?!团)|人员|嘉宾|队员|学生|党员|干部|职工|原|副"
    "|党组书记|书记|主任|局长|师生|驻|委员(?!会)|中央|主席(?!团)|总理|部长|大臣|秘书长|总裁|董事长)"
)
_FOUNDED = {"共建", "合建", "组建", "成立", "建设", "创建"}
_AT = frozenset("在于")
_COUNTING = {"两", "各", "五", "三", "四", "多"}
_OF_ITS_PEOPLE = re.compile(
    f"[^、，。；“{BODY}]{{0,12}}{PERSON}|[^、，。；“]{{0,8}}(?:工|师|员|长|士)[^、，。；“]{{2,3}}(?=[、，。；“和等])"
)
_ORGANIZES = {"campaign", "activity", "training"}
_CLAUSE_STOP = re.compile("[，；]")
# A meeting of what only begins with a body's name (市委|财经委员会第三次会议) is not that body's.
_ANOTHERS = re.compile("[^，。；]{0,14}?(?:委员会|领导小组|指挥部|专班|联席会)(?!会议)[^，。；]{2}")


class Bodies(Telling):
    """Gives the bodies of a sentence their parts."""

    __slots__ = ()

    def share(self, index: int) -> None:
        """Let the bodies around a verb take part."""
        found, draft = self.found[index], self.told.drafts[index]
        trigger = found.trigger
        if trigger.body and not self._leading_bodies(found, draft) and index:
            self._share_bodies(index)
        if trigger.kind in STOPPING and not trigger.body:
            self._travelling_bodies(found, draft)
        if "by" in trigger.form.groupindex:
            self._given(found, draft)
        if trigger.object and self.text[found.start - 1] != "被":  # 被授予某协会终身成就奖: the giver
            stop = _CLAUSE_STOP.search(self.text, found.end, self.end)
            self._add_bodies(draft, found.end, stop.start() if stop else self.end, trigger.object)
        self._by_kind(found, draft)

    def _given(self, found: Found, draft: Draft) -> None:
        """Let the body that an honour comes from hold it, and the one before 被 receive it."""
        left, right = found.match.start("by") + found.base, found.match.end("by") + found.base
        self._add_bodies(draft, left, right, "organizer")
        lead = _LEADING.search(self.text, self.start, left - 1)
        if lead is not None:
            self._add_bodies(draft, lead.start("o"), lead.end("o"), "recipient")

    def _by_kind(self, found: Found, draft: Draft) -> None:
        """Let courts investigate, signers sign, and a body whose name a meeting begins with hold it."""
        if found.trigger.kind == "investigation":
            items = self.outline.iter_items(BODY, self.start, self.end)
            trying = [(at, i.name) for at, i in items if isinstance(i, Mention) and self._may_try(at, i)]
            acting = [name for at, name in trying if not self._only_tells(at)]
            courts = acting or [name for _, name in trying]  # 据某法院消息，该院…
            for name in courts:
                if not any(name != other and name in other for other in courts):
                    draft.give(name, "organizer")
                    draft.bodies.add(name)
        elif found.trigger.kind == "signing":
            self._add_bodies(draft, self.start, found.start, "participant", there=_AT)
        elif found.trigger.kind == "meeting" and "topic" in found.trigger.form.groupindex:
            topic = found.match.start("topic") + found.base
            if self.text[topic : topic + 1] == BODY and not _ANOTHERS.match(self.text, topic + 1, found.whole):
                self._add_bodies(draft, topic, topic + 1, "organizer")

    def _may_try(self, at: int, item: Mention) -> bool:
        return self.text[at - 1 : at] != "向" and _COURT.search(item.name) is not None

    def _only_tells(self, at: int) -> bool:
        """Say whether the body at `at` is the source of the news (据某纪委监委消息)."""
        return self.text[at - 1 : at] in {"据", "从"} and _NEWS.match(self.text, at + 1) is not None

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
        if found.trigger.body == "recipient" and "发布" in self.text[lead.end("o") : found.start]:
            return False
        both = draft.kind == "signing" and lead.end("o") - lead.start("o") > 1  # A与B举行签约仪式
        self._add_bodies(draft, lead.start("o"), lead.end("o"), "participant" if both else found.trigger.body)
        return True

    def _share_bodies(self, index: int) -> None:
        """Let the body that did the first thing do the next one (市委举行大会，表彰…)."""
        found, before, draft = self.found[index], self.told.drafts[index - 1], self.told.drafts[index]
        if self.text[found.start - 1] in "，并、" and not draft.persons():
            for name in before.bodies:
                if before.roles[name] == "organizer":
                    draft.give(name, "organizer")
                    draft.bodies.add(name)

    def _add_bodies(self, draft: Draft, left: int, right: int, role: str, there: frozenset[str] = frozenset()) -> None:
        """Give the bodies in a range a part; those behind one of the words of `there` are where it was, not who."""
        for at, item in self.outline.iter_items(BODY, left, right):
            before = self.text[at - 1 : at]
            if before in _COUNTING or before in there or not isinstance(item, Mention):  # 两地人大
                continue
            if self.text[at - 2 : at] in _FOUNDED:  # 与某大学共建某研究院
                continue
            if not (_ANY_BODY.match(item.name) or _RESPONSIBLE.match(self.text, at + 1)):
                if role == "recipient" and _OF_ITS_PEOPLE.match(self.text, at + 1):
                    continue  # 授予某厂焊工P…称号
                draft.give(item.name, role)
                draft.bodies.add(item.name)

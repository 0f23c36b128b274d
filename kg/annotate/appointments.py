"""Appointments: names before the title, and what the text says of the change (任命A为…, 免去A的…职务, A当选…)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.language.cues import Cued, Tail
from kg.language.name_evidence import surname_of
from kg.language.name_form import form_of
from kg.language.words import tag
from kg.mention import Mention
from kg.values import value

if TYPE_CHECKING:
    from kg.annotate.office_units import Chain

STOP = re.compile("[。！？；\n]")
_LINK = re.compile(
    "(?P<not>不再(?:担任|兼任|任)|不担任)$"
    "|(?P<resign>(?:卸任|辞任)|辞去(?:其)?(?:担任的|兼任的)?)$"
    "|(?P<elect>(?:再次|全票|高票|连续)?当选(?:连任)?(?:为)?(?:新一任|新任|新一届)?)$"
    "|(?P<nominate>(?:拟任|拟任命为|拟提名为|提名为|拟担任))$"
    "|(?P<take>(?:担任|出任|就任|兼任|接任|升任|转任|调任|任|现任|历任|获任|续任|连任|履新))$"
    "|(?P<as>(?:为|作为))$|(?P<is>是)$"
    "|(?P<of>的|(?<!的)同志|(?<=终止|免去|撤销|罢免|取消)其)$"
)
_LED_BY = re.compile("[\u4e00-\u9fff]{0,8}(?:代表|委员|党员|青年|医生|教师|老师)$")
_ORDINAL = Tail("(?:第[一二三四五六七八九十百]+[任届]|首任|首届|新一任|新一届)$")
_NOW = re.compile("(?P<take>现任|新任|时任|曾任|历任)|(?P<nominate>拟任)")
_VERB = re.compile(
    "(?:(?P<appointed>决定任命|任命|聘任|聘请|聘用|增补|委任|批准任命|批准(?=[：:，])|决定)"
    "|(?P<elected>选举|补选|推选|选出|当选|增选)|(?P<nominated>提名|拟任命|拟任)"
    "|(?P<removed>免去|罢免|撤销|撤去|终止|免除|解聘)|(?P<resigned>辞去|辞职))了?"
)
_HEADER = Cued(
    "(?:^|\n)[^\n。：:]{0,24}?(?P<verb>任命|免去|补选|选举|罢免|提名|批准任命|(?<=研究)决定|(?<=政府)决定|(?<=市委)决定|(?<=县委)决定|(?<=区委)决定)(?:名单)?(?:[：:]?\n|[：:](?=[\u4e00-\u9fff]))"
)
_HEADING = {"任命": "appointed", "批准任命": "appointed", "免去": "removed", "罢免": "removed", "提名": "nominated"}
_HEADING |= {"补选": "elected", "选举": "elected"}
# A row of a table of appointments (任：A，X局局长。), by the first character of what it says.
_OPENED = re.compile("(?P<verb>任命|任职|聘任|任|免去|免职|解聘|免|拟任命?)[：:]")
_OPENS = {"任": "appointed", "聘": "appointed", "免": "removed", "解": "removed", "拟": "nominated"}
_MADE = {"appointed", "elected", "nominated"}
_SAID = {"not": "removed", "resign": "resigned", "elect": "elected", "nominate": "nominated"}
_DOTTED = re.compile(
    "(?:致电|祝贺|致函|同|与|和|任命)([\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,8})+)(?=[，、。])"
    "|(?:致电|致函|致信)([\u4e00-\u9fff·-]{2,12})(?=，(?:热烈)?祝贺[他她])"
)
_NOTICE = re.compile("[ \u3000]*([\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,9})[，,](?:男|女)[，,]")
_OF_NOTICES = {"现任", "拟任", "拟提名为", "提名为", "拟担任", "拟任命为"}
_LONGER = re.compile("[\u4e00-\u9fff]{0,6}?(?:助理|顾问|特使|秘书|办公厅|办公室|事务)")
_TAIL = re.compile("(?:的)?(?:资格|一职|职务|等职务|等职|的请求|候选人|人选)")
_NAME_END = re.compile("[\u4e00-\u9fff·-]+$")
_EXTRA = re.compile("[（(][^（）()\n]{1,12}[）)]$")
_PAD = re.compile("(?:^|(?<=[、，：；。\n由（和 受请选命去举意贺定]))([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])$")
_CAUSE = re.compile("(?:因|由于)[^，。；\n]{2,20}$|(?:请求|同志|女士|先生|主席|总统|总理|总书记|书记|教授|院士)$")
_AUX = re.compile(
    "(?:将|已|正式|当天|宣誓|生前|[一二三四五六七八九十两]次|先后|随后|后来|随即|曾经|拟|可|曾|经|同时|也|并|仍|继续|再次|一致|全票|(?:出席|参加)(?:会议|大会|全会)并|并)+$"
)
_LEADS = (
    "由",
    "接受",
    "同意",
    "祝贺",
    "决定",
    "对",
    "将",
    "选举",
    "任命",
    "免去",
    "聘请",
    "补选",
    "其中",
    "罢免了",
    "免去了",
    "任命了",
    "接受了",
    "和",
    "代表",
    "委员",
    "党员",
    "青年",
    "医生",
    "教师",
    "老师",
)
_FORMS = {"dotted", "han", "foreign", "people", "long"}
_NEVER_NAMES = {"全部", "全体", "全国", "时代", "应该", "应当"}
_TIME_LEAD = re.compile(
    "(?:今年|去年|明年|前年|近日|日前|同年|当年|同月|当日|当天|随后|此前|其中|原来|后来|同时|[年月日])+"
)
_NO_NAME = re.compile("某|[我你他她它们这那您此]|^其|[向对在被将们]$")
_TABLE = re.compile("([\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,9}?)(?:[（(][^（）()]{1,8}[）)])?[ \u3000：:，,]*")
_LONGEST, _LONGEST_HAN, _USUAL = 12, 4, 3
_REACH = 160


@value
class Before:
    """Names read leftwards from a title, with what the text says of the tenure."""

    persons: tuple[Mention, ...]
    status: str
    dated: bool


def find_headers(text: str) -> list[tuple[int, str]]:
    """Return where a list of appointments begins, and its verb (一、任命：)."""
    return [(m.end(), m["verb"]) for m in _HEADER.finditer(text)]


def read_before(text: str, chain: Chain, known: dict[int, Mention], headers: list[tuple[int, str]]) -> Before | None:
    """Return who stands before the chain and takes or leaves its offices; None if nobody does.

    `known` are the persons read so far, by the end of their names.
    """
    start = chain.start
    ordinal = _ORDINAL.search(text, max(0, start - 8), start)  # 任命A为|第五任|…委员会委员
    left = ordinal.start() if ordinal else start
    link = _LINK.search(text, max(0, left - 12), left) or _NOW.match(text, start)
    if link is not None and _LONGER.match(text, chain.units[-1].end):
        return None
    if link is None:
        return _in_apposition(text, chain) or _in_table(text, chain)
    kind = link.lastgroup or ""
    left = link.end() if link[0] == "其" else link.start()
    low = _clause_start(text, left)
    sentence = max(text.rfind("。", 0, left), text.rfind("\n", 0, left)) + 1
    verbs = list(_VERB.finditer(text, sentence if kind == "take" else low, left))
    if kind == "take":
        verbs = [verb for verb in verbs if verb.lastgroup in _MADE]
    header = next((verb for end, verb in reversed(headers) if end <= start), "")
    tailed = _TAIL.match(text, chain.units[-1].end) is not None
    status = _status(kind, verbs[-1].lastgroup if verbs else None, header, tailed=tailed)
    if status is None:
        return None
    line = text.rfind("\n", 0, left) + 1
    persons = (
        _of_notice(text, low, left)
        or (_of_notice(text, line, left) if link[0] in _OF_NOTICES else ())
        or _of_pronoun(text, low, left, known)
        or _leftwards(text, max(low, verbs[-1].end() if verbs else low), left, known)
    )
    if kind == "is" and not (persons and _is_subject(text, persons[0], {low, sentence}, known)):
        return None
    if not persons and kind in {"take", *_SAID} and text[left - 1 : left] in {"，", "、", "；"}:
        named = [end for end in known if sentence <= end <= left]
        persons = (known[max(named)],) if named else _at_head(text, low, left - 1)
    return Before(persons, status, dated=status != "holds") if persons else None


def _is_subject(text: str, person: Mention, starts: set[int], known: dict[int, Mention]) -> bool:
    """Say whether a sentence is about a person: it opens with the name, or with a title before it (代表|兰某是…)."""
    if person.end in known:
        return True
    led = _LED_BY.search(text, max(0, person.start - 12), person.start)
    return (led.start() if led else person.start) in starts and tag(person.name)[:1] in {"", "n"}


def _clause_start(text: str, at: int) -> int:
    stops = [m.end() for m in STOP.finditer(text, max(0, at - _REACH), at)]
    return stops[-1] if stops else max(0, at - _REACH)


def _status(kind: str, verb: str | None, header: str, *, tailed: bool) -> str | None:
    """Return what link, verb and heading together say of the tenure; None: nothing."""
    if kind in _SAID:
        return _SAID[kind]
    if kind == "take":
        return verb or "holds"
    heading = _HEADING.get(header)
    if kind == "is":
        return "holds"
    if kind == "as":
        return next((said for said in (verb, heading) if said in _MADE), None)
    said = verb if verb in {"removed", "resigned"} else heading if heading == "removed" else None
    return said if tailed or said == "removed" else None


def _of_notice(text: str, low: int, right: int) -> tuple[Mention, ...]:
    """张三，男，汉族，…，现任…，拟任…: the person of a notice stands at its head."""
    head = _NOTICE.match(text, low, right)
    if head is None:
        return ()
    name = re.sub("[ \u3000]", "", head[1])
    person = Mention("person", head.start(1), head.end(1), head[1], name, "title", 0.93)
    return (person,) if 1 < len(name) <= _LONGEST else ()


def _of_pronoun(text: str, low: int, right: int, known: dict[int, Mention]) -> tuple[Mention, ...]:
    """祝贺他当选: whoever was named last, with or without a title."""
    right = _skip(text, low, right)
    if right <= low or text[right - 1] not in "他她其":
        return ()
    dotted = list(_DOTTED.finditer(text, max(0, right - 60), right))
    before = [end for end in known if end < right]
    last = known[max(before)] if before else None
    if dotted and (last is None or dotted[-1].end() > last.end):
        group = 1 if dotted[-1][1] else 2
        start, name = dotted[-1].start(group), dotted[-1][group]
        return (Mention("person", start, dotted[-1].end(group), name, name, "title", 0.9),)
    return (last,) if last is not None else ()


def _leftwards(text: str, low: int, right: int, known: dict[int, Mention]) -> tuple[Mention, ...]:
    """Read a list of names that ends at `right`."""
    found: list[Mention] = []
    at = right
    while at > low:
        at = _skip(text, low, at)
        name = known.get(at) or _name_before(text, low, at)
        if name is None:
            break
        found.append(name)
        at = name.start
        if text[at - 1 : at] not in {"、", "和"}:
            break
        at -= 1
    return tuple(reversed(found))


def _skip(text: str, low: int, at: int) -> int:
    """Step left over what may stand between a name and the link: （女）, 因工作变动, 已, 同志."""
    while True:
        for pattern in (_EXTRA, _CAUSE, _AUX):
            found = pattern.search(text, low, at)
            if found and found.start() < at:
                at = found.start()
                break
        else:
            return at


def _name_before(text: str, low: int, right: int) -> Mention | None:
    padded = _PAD.search(text, max(low, right - 6), right)
    if padded and surname_of(padded[1]):
        return Mention(
            "person", padded.start(1), right, text[padded.start(1) : right], padded[1] + padded[2], "title", 0.95
        )
    run = _NAME_END.search(text, low, right)
    if run is None:
        return None
    start = _after_leads(text, run.start(), right)
    lead = _TIME_LEAD.match(text, start, right - 1)
    start = lead.end() if lead and (start == 0 or len(lead[0]) > 1 or text[start - 1].isdigit()) else start
    name = text[start:right]
    if text[start - 1 : start].isdigit():  # 1100|余位新任全国政协委员
        return None
    if not 1 < len(name) <= _LONGEST or _NO_NAME.search(name) or not _plausible(text, start, right):
        return None
    sure = 0.93 if surname_of(name) and len(name) <= _USUAL else 0.85
    return Mention("person", start, right, name, name, "title", sure)


def _after_leads(text: str, start: int, right: int) -> int:
    """Return where a name begins behind the words that lead up to it (接受|, 由|, 任命|)."""
    for word in _LEADS:
        at = text.rfind(word, start, right - 1)
        alone = len(word) == 1 and word == "和" and 0 < at - start <= 1  # the 和 of 王和平
        if at >= 0 and right - at - len(word) > 1 and not alone:
            start = max(start, at + len(word))
    return start


def _plausible(text: str, start: int, right: int) -> bool:
    name = text[start:right]
    form = form_of(name)
    if form == "word":
        ruled = text[start - 1 : start] == "、" or text[right : right + 1] == "、"
        ruled = ruled or text.endswith(("任命", "免去", "补选", "选举"), 0, start)
        return surname_of(name) != "" and name not in _NEVER_NAMES and (ruled or tag(name)[0] != "v")
    return form in _FORMS or (form == "odd" and len(name) <= _USUAL)


def _at_head(text: str, low: int, right: int) -> tuple[Mention, ...]:
    """Return the name that is all of a sentence up to a comma (裴振声，现任…)."""
    name = _name_before(text, low, right)
    alone = name is not None and name.start == low and surname_of(name.name) and len(name.name) <= _LONGEST_HAN
    return (name,) if name is not None and alone else ()


def _in_apposition(text: str, chain: Chain) -> Before | None:
    """裴振声，临汾市教育局局长。: a name, a comma, its office, the end of the sentence; 免： may stand before it."""
    start, end = chain.start, chain.units[-1].end
    if chain.persons or text[start - 1 : start] != "，" or text[end : end + 1] not in {"。", "", "\n"}:
        return None
    low = _clause_start(text, start - 1)
    opened = _OPENED.match(text, low, start)
    persons = _at_head(text, opened.end() if opened else low, start - 1)
    status = _OPENS[opened["verb"][0]] if opened else ""
    return Before(persons, status, dated=bool(status)) if persons else None


def _in_table(text: str, chain: Chain) -> Before | None:
    """A line of a list: a name, a wide space, its title, and the end of the line."""
    start, end = chain.start, chain.units[-1].end
    line = text.rfind("\n", 0, start) + 1
    if chain.persons or text[end : end + 1] not in {"", "\n"}:
        return None
    head = _TABLE.fullmatch(text, line, start)
    if head is None:
        return None
    name = re.sub("[ \u3000]", "", head[1])
    if form_of(name) == "" or (head[0] == head[1] and len(name) > _USUAL) or not (surname_of(name) or "·" in name):
        return None
    return Before((Mention("person", line, line + len(head[1]), head[1], name, "list", 0.93),), "", dated=False)

"""Titles: chains of offices with their holders, names before the title and appointments included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.bodies import in_zone
from kg.annotate.names import is_transliterated, surname_of
from kg.annotate.words import tag
from kg.mention import Mention, Title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.annotate.chains import Chain
    from kg.mention import TimeMention

_STOP = re.compile("[。！？；\n]")
_LINK = re.compile(
    "(?P<not>不再(?:担任|兼任|任)|不担任)$|(?P<resign>辞去(?:其)?(?:担任的|兼任的)?)$|(?P<elect>(?:再次|全票|高票|连续)?当选(?:连任)?(?:为)?(?:新一任|新任|新一届)?)$"
    "|(?P<nominate>(?:拟任|拟任命为|拟提名为|提名为|拟担任))$|(?P<take>(?:担任|出任|就任|兼任|接任|升任|转任|调任|任|现任|历任|获任|续任|连任|履新))$|(?P<as>(?:为|作为|是))$|(?P<of>的|(?<!的)同志|(?<=终止|免去|撤销|罢免|取消)其)$"
)
_VERB = re.compile(
    "(?P<appointed>决定任命|任命|聘任|聘请|聘用|增补|委任|批准任命|决定)|(?P<elected>选举|补选|推选|选出|当选|增选)|(?P<nominated>提名|拟任命|拟任)"
    "|(?P<removed>免去|罢免|撤销|撤去|终止|免除|解聘)|(?P<resigned>辞去|辞职)"
)
_HEADER = re.compile("(?:^|\n)[^\n。：:]{0,24}?(?P<verb>任命|免去|补选|选举|罢免|提名|批准任命)(?:名单)?[：:]?\n")
_CORRECTED = re.compile("[”」]?(?:应为|应是|系误)")
_DOTTED = re.compile("(?:致电|祝贺|同|与|和|任命)([\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,8})+)(?=[，、。])")
_NOTICE = re.compile("[ \u3000]*([\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,9})[，,](?:男|女)[，,]")
_NOW = re.compile("(?P<take>现任|新任|时任|曾任|历任)")
_TAIL = re.compile("(?:的)?(?:资格|一职|职务|等职务|等职|的请求|候选人|人选)")
_NAME_END = re.compile("[\u4e00-\u9fff·]+$")
_EXTRA = re.compile("[（(][^（）()\n]{1,12}[）)]$")
_PAD = re.compile("([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])$")
_CAUSE = re.compile(
    "(?:因|由于)[^，。；\n]{2,20}$|请求$|同志$|(?:主席|总统|总理|总书记|书记|教授|院士)$|(?:女士|先生|同志)$"
)
_AUX = re.compile("(?:将|已|正式|拟|可|曾|经|同时|也|并|仍|继续|再次|一致|全票)+$")


@dataclass(frozen=True, slots=True)
class _Before:
    """Names read leftwards from a title, with what the text says of the tenure."""

    persons: tuple[Mention, ...]
    status: str
    dated: bool


def find_titles(
    text: str, chains: list[Chain], times: tuple[TimeMention, ...]
) -> tuple[tuple[Title, ...], tuple[tuple[str, int, int], ...]]:
    """Return the titles with somebody in them, in order, and what was seen and could not be read."""
    titles: list[Title] = []
    rejected: list[tuple[str, int, int]] = []
    known = {p.end: p for c in chains for p in c.persons}
    headers = [(m.end(), m["verb"]) for m in _HEADER.finditer(text)]
    for at, chain in enumerate(chains):
        if _CORRECTED.match(text, chain.end or chain.units[-1].end):
            rejected.append(("corrected by the paper", chain.units[0].start, chain.units[-1].end))
            continue
        before = _before(text, chain, known, headers)
        if before is not None and (not chain.persons or before.dated):
            known |= {p.end: p for p in before.persons}
            titles += _titles(
                text, chain, before.persons, before.status, _day(text, chain, times) if before.dated else None
            )
        elif chain.persons:
            titles += _titles(text, chain, tuple(chain.persons), "", None)
            rejected += [("no body for the post", u.start, u.end) for u in chain.units if not u.body]
        titles += _handed_on(text, chains, at, times)
    return tuple(sorted(titles, key=lambda t: (t.start, t.end))), tuple(rejected)


def _titles(text: str, chain: Chain, persons: tuple[Mention, ...], status: str, day: str | None) -> Iterable[Title]:
    former = False
    for unit in chain.units:
        said = unit.status
        if said == "former":
            former = True
        elif (
            former
            and said == "holds"
            and text[unit.start - 1 : unit.start] == "、"
            and unit.how in {"inherited", "none"}
        ):
            said = "former"
        if not unit.body or unit.entry.silent or (unit.how == "bare" and not in_zone(unit.body)):
            continue
        if status:
            said = "acting" if said == "acting" and status == "holds" else status
            if unit.status == "acting" and status in {"appointed", "elected"}:
                said = "acting"
        sure = {"place": 0.97, "own": 0.95, "level": 0.95, "inherited": 0.93, "discourse": 0.8, "brand": 0.7}.get(
            unit.how, 0.85
        )
        score = min(sure, min(p.confidence for p in persons))
        yield Title(unit.start, unit.end, unit.body, unit.post, persons, said, day, round(score, 3))


def _day(text: str, chain: Chain, times: tuple[TimeMention, ...]) -> str | None:
    """Return the day of a change: the last one named before it."""
    best: str | None = None
    for time in times:
        if time.start > chain.units[-1].end:
            break
        if time.kind == "day" and time.begin is not None:
            best = time.begin
    return best


def _before(text: str, chain: Chain, known: dict[int, Mention], headers: list[tuple[int, str]]) -> _Before | None:
    start = chain.units[0].start
    link = _LINK.search(text, max(0, start - 12), start) or _NOW.match(text, start)
    if link is None:
        return _in_table(text, chain)
    kind = link.lastgroup or ""
    left = link.end() if link[0] == "其" else link.start()
    stops = [m.end() for m in _STOP.finditer(text, max(0, left - 160), left)]
    low = stops[-1] if stops else max(0, left - 160)
    sentence = max(text.rfind("。", low - 120 if low > 120 else 0, left), text.rfind("\n", 0, left)) + 1  # noqa: PLR2004
    verbs = list(_VERB.finditer(text, low if kind not in {"take"} else sentence, left))
    if kind == "take":
        verbs = [v for v in verbs if v.lastgroup in {"appointed", "elected", "nominated"}]
    header = next((verb for end, verb in reversed(headers) if end <= start), "")
    status = _status(kind, verbs[-1].lastgroup if verbs else None, header, bool(_TAIL.match(text, chain.units[-1].end)))
    if status is None:
        return None
    persons = (
        _of_notice(text, low, left)
        or _pronoun(text, low, left, known)
        or _leftwards(text, low, left, known, verbs[-1].end() if verbs else low)
    )
    if not persons and kind in {"take", "nominate", "not", "resign", "elect"} and text[left - 1 : left] in "，、；":
        named = [end for end in known if sentence <= end <= left]
        persons = (known[max(named)],) if named else ()
    if not persons:
        return None
    return _Before(persons, status, dated=status != "holds")


def _status(kind: str, verb: str | None, header: str, tailed: bool) -> str | None:
    heading = {
        "任命": "appointed",
        "批准任命": "appointed",
        "免去": "removed",
        "罢免": "removed",
        "提名": "nominated",
    }.get(header)
    heading = "elected" if header in {"补选", "选举"} else heading
    match kind:
        case "not":
            return "removed"
        case "resign":
            return "resigned"
        case "elect":
            return "elected"
        case "nominate":
            return "nominated"
        case "take":
            return verb if verb in {"appointed", "elected", "nominated"} else "holds"
        case "as":
            return (
                verb
                if verb in {"appointed", "elected", "nominated"}
                else heading
                if heading in {"appointed", "elected", "nominated"}
                else None
            )
        case _:
            said = verb if verb in {"removed", "resigned"} else heading if heading == "removed" else None
            return said if tailed or said == "removed" else None


def _of_notice(text: str, low: int, right: int) -> tuple[Mention, ...]:
    """张三，男，汉族，…，现任…，拟任…: the person of a notice stands at its head."""
    head = _NOTICE.match(text, low, right)
    if head is None:
        return ()
    name = re.sub("[ \u3000]", "", head[1])
    return (
        (Mention("person", head.start(1), head.end(1), head[1], name, "title", 0.93),)
        if surname_of(name) or "·" in name
        else ()
    )


def _pronoun(text: str, low: int, right: int, known: dict[int, Mention]) -> tuple[Mention, ...]:
    """祝贺他当选: whoever was named last, with or without a title."""
    if right <= low or text[right - 1] not in "他她其":
        return ()
    dotted = list(_DOTTED.finditer(text, max(0, right - 60), right))
    before = [end for end in known if end < right]
    last = known[max(before)] if before else None
    if dotted and (last is None or dotted[-1].end() > last.end):
        start, name = dotted[-1].start(1), dotted[-1][1]
        return (Mention("person", start, dotted[-1].end(1), name, name, "title", 0.9),)
    return (last,) if last is not None else ()


def _leftwards(text: str, low: int, right: int, known: dict[int, Mention], verb: int) -> tuple[Mention, ...]:
    """Read a list of names that ends at `right`."""
    found: list[Mention] = []
    at = right
    while at > low:
        at = _skip(text, low, at)
        if at in known:
            found.append(known[at])
            at = known[at].start
            break
        begin = max(low, verb if verb < at else low)
        name = _name_before(text, begin, at)
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
    if padded and surname_of(padded[1]) and (padded.start() == low or text[padded.start() - 1] in "、，：；。\n由（和"):
        return Mention("person", padded.start(), right, padded[0], padded[1] + padded[2], "title", 0.95)
    run = _NAME_END.search(text, low, right)
    if run is None:
        return None
    start = run.start()
    for word in (
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
        "接受了",
        "和",
    ):
        at = text.rfind(word, start, right - 1)
        if (
            at >= 0
            and right - at - len(word) > 1
            and (at == start or len(word) > 1 or at - start > 1 or word in "由对将")
        ):
            start = max(start, at + len(word))
    name = text[start:right]
    if (
        not 2 <= len(name) <= 12
        or "某" in name
        or re.search("[我你他她它们这那其]", name)
        or name[-1] in "向对在被将们"
    ):  # noqa: PLR2004
        return None
    plausible = (surname_of(name) and len(name) <= 4) or "·" in name or len(name) <= 5 or is_transliterated(name)  # noqa: PLR2004
    if not plausible or (
        tag(name)[:1] in {"n", "v", "d", "r", "t", "c"} and not tag(name).startswith("nr") and not surname_of(name)
    ):
        return None
    return Mention("person", start, right, name, name, "title", 0.93 if surname_of(name) and len(name) <= 3 else 0.85)  # noqa: PLR2004


def _in_table(text: str, chain: Chain) -> _Before | None:
    """A line of a list: a name, a wide space, its title, and the end of the line."""
    start, end = chain.units[0].start, chain.units[-1].end
    line = text.rfind("\n", 0, start) + 1
    if chain.persons or text[end : end + 1] not in {"", "\n"}:
        return None
    head = re.fullmatch(
        "([\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,9}?)(?:[（(][^（）()]{1,8}[）)])?[ \u3000：:，,]*", text[line:start]
    )
    if head is None:
        return None
    name = re.sub("[ \u3000]", "", head[1])
    if line + len(head[0]) == start and head[0] == head[1] and len(name) > 3:  # noqa: PLR2004
        return None
    if not 2 <= len(name) <= 8 or (not surname_of(name) and "·" not in name):  # noqa: PLR2004
        return None
    person = Mention("person", line, line + len(head[1]), head[1], name, "list", 0.93)
    return _Before((person,), "", dated=False)


def _handed_on(text: str, chains: list[Chain], at: int, times: tuple[TimeMention, ...]) -> list[Title]:
    """免去A的B职务，由C兼任: the office that the sentence named before goes to the one behind 由."""
    chain = chains[at]
    if not chain.persons or at == 0:
        return []
    tail = re.match("(?:同志)?(?:兼任|接任|担任|继任|接替)[。；，\n]", text[chain.end : chain.end + 8])
    before = chains[at - 1]
    if (
        tail is None
        or text[chain.units[0].start - 1 : chain.units[0].start] != "由"
        or _STOP.search(text, before.units[-1].end, chain.units[0].start)
    ):
        return []
    return list(_titles(text, before, tuple(chain.persons), "appointed", _day(text, chain, times)))

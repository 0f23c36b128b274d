"""Programmes: named undertakings that go on, with who runs them, since when, where, and for whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.programme_groups import find_groups
from kg.extract.programme_names import Named, find_names
from kg.extract.programme_patterns import words
from kg.fact import Programme, cite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.mention import Annotated, Mention
    from kg.page import Span

_TAIL = re.compile("(?:专项行动|行动计划|行动|工程|项目|机制|活动|计划|培训工作|培训)?(?:[一二三四]期)?(?:工程|项目)?$")
_CLAUSE = re.compile(
    "(?:^|[，。；：\n、])(?P<name>[\u4e00-\u9fff]{4,16}?)(?=已|只剩|正(?!式)|将|预计|总|完成|全长|起于|进展)"
)
_YEARS = re.compile("[（(]((?:19|20)[0-9]{2})[年]?[—\\-–至~]+((?:19|20)[0-9]{2})年?[）)]")
_NO_ORGANIZER = re.compile("^党的|(?:车间|企业|合作社|培训班)$")
_IS = re.compile("”?[^，。；]{0,6}?是由?")
_MADE = re.compile("[^，。；、]{0,14}?(?:推出|发起|实施|启动|打造|组织|举办|主办|开展|创办|创建|设立|组织实施)的")
_IS_OF = 14
_ENDS, _PLACE_BEFORE = 2, 6
_SEAT_WORDS = re.compile("[我全](?:市|县|区|省|州|旗)")


@dataclass(slots=True)
class _Draft:
    """One programme and every place that names it."""

    kind: str
    confidence: float
    mentions: list[Named] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the name to go by: the fullest of a building project, else the first."""
        if self.kind == "construction_project":
            return max((m.name for m in self.mentions), key=lambda name: (len(name), name))
        return self.mentions[0].name


def find_programmes(annotated: Annotated) -> tuple[list[Programme], list[tuple[str, int, int]]]:
    """Find the programmes of an article, and undertakings that have no name of their own."""
    text = annotated.article.full.text
    names, rejected = find_names(text, [(m.start, m.end) for m in annotated.places])
    drafts: list[_Draft] = []
    for named in sorted(names, key=lambda n: (n.start, -n.end)):
        _place(drafts, named)
    taken = [(m.start, m.end) for draft in drafts for m in draft.mentions]
    rejected = [r for r in rejected if not any(start < r[2] and r[1] < end for start, end in taken)]
    return [_programme(annotated, draft) for draft in drafts], rejected


def programme_mentions(text: str, programmes: Iterable[Programme]) -> list[tuple[int, int, str]]:
    """Return where a text names programmes, by their full names or by short forms that begin a clause."""
    out: list[tuple[int, int, str]] = []
    for programme in programmes:
        name = programme.name
        core = bare_name(name)
        for form in {name, core, name.replace("“", "").replace("”", "")}:
            if len(form) > _ENDS:
                out += [(m.start(), m.end(), name) for m in re.finditer(re.escape(form), text)]
        if programme.kind != "construction_project":
            continue
        for found in _CLAUSE.finditer(text):
            if same_undertaking(bare_name(found["name"]), core):
                out.append((*found.span("name"), name))
    return sorted(set(out))


def bare_name(name: str) -> str:
    """Return a name without quotation marks and its head: 甲地公园项目二期 is 甲地公园."""
    plain = re.sub('[“”‘’"]', "", name).replace("—", "-").replace("–", "-")
    return _TAIL.sub("", plain) or plain


def same_undertaking(one: str, other: str) -> bool:
    """Say whether two bare names are the long and the short form of one: 呈祥南延, 呈祥路南延."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(short) < _ENDS * 2 or short[:_ENDS] != long[:_ENDS]:
        return False
    rest = iter(long)
    return (short[-_ENDS:] == long[-_ENDS:] or long.startswith(short)) and all(char in rest for char in short)


def _place(drafts: list[_Draft], named: Named) -> None:
    """Add a name to the programme it belongs to, or begin a new one."""
    core = bare_name(named.name)
    for draft in drafts:
        if any(m.start <= named.start and named.end <= m.end for m in draft.mentions):
            return
        if any(_one(draft.kind, bare_name(m.name), core) or _branded(m, named) for m in draft.mentions):
            draft.mentions.append(named)
            draft.confidence = max(draft.confidence, named.confidence)
            return
    drafts.append(_Draft(named.kind, named.confidence, [named]))


def _branded(one: Named, other: Named) -> bool:
    """Say whether two names are a labour brand and the undertaking that bears it."""
    if one.kind != "labour_brand" or other.kind != "labour_brand":
        return False
    short, long = sorted((one.name, other.name), key=len)
    return long.startswith(f"“{short.strip('“”')}”")


def _one(kind: str, ours: str, theirs: str) -> bool:
    short, long = sorted((ours, theirs), key=len)
    if len(short) >= _ENDS * 2 and long.endswith(short) and len(long) - len(short) <= _PLACE_BEFORE:
        return True  # 某省某江引水, 某江引水
    return ours == theirs or (kind == "construction_project" and same_undertaking(ours, theirs))


def _programme(annotated: Annotated, draft: _Draft) -> Programme:
    article = annotated.article
    first = draft.mentions[0]
    start, end = _since(annotated, draft)
    evidence = cite(article, first.start, first.end)
    return Programme(
        name=draft.name,
        kind=draft.kind,
        organizers=tuple(_organizers(annotated, draft)),
        places=tuple(_places(annotated, draft)),
        start=start,
        end=end,
        groups=find_groups(annotated, [(m.start, m.end) for m in draft.mentions], draft.name, draft.kind),
        evidence=evidence,
        confidence=draft.confidence,
    )


def _sentence(annotated: Annotated, at: int) -> Span | None:
    index = bisect_right(annotated.sentences, at, key=lambda span: span.start) - 1
    return annotated.sentences[index] if index >= 0 else None


def _organizers(annotated: Annotated, draft: _Draft) -> list[str]:
    """Return who runs a programme: the last subject before its name in the sentence, else in the ones before."""
    text = annotated.article.full.text
    for named in draft.mentions:
        sentence = _sentence(annotated, named.start)
        if sentence is None or sentence.start < annotated.article.body_start:
            continue
        if maker := _maker(annotated, named):
            return [maker]
        floor = max(sentence.start - 160, text.rfind("\n", 0, sentence.start) + 1)
        actors = [m for m in (*annotated.places, *annotated.bodies) if floor <= m.start and m.end <= named.start]
        subjects = sorted((m for m in actors if _acts(text, m)), key=lambda m: m.start)
        if subjects:
            return [subjects[-1].name]
        after = _SEAT_WORDS.match(text, named.end + 1)
        if after and annotated.article.meta.place:
            return [annotated.article.meta.place]
    return []


def _maker(annotated: Annotated, named: Named) -> str | None:
    """Read 某某工程是县妇联于2018年推出的 and 由县妇联发起的某某行动."""
    text = annotated.article.full.text
    actors = sorted((*annotated.places, *annotated.bodies), key=lambda m: (m.start, -m.end))
    for actor in actors:
        after = named.end <= actor.start <= named.end + _IS_OF
        if after and _IS.fullmatch(text, named.end, actor.start) and _MADE.match(text, actor.end):
            return actor.name
        before = named.start - _IS_OF * 2 <= actor.start < actor.end <= named.start
        made = (
            _MADE.match(text, actor.end, named.start)
            if before and text[actor.start - 1 : actor.start] == "由"
            else None
        )
        if made and made.end() == named.start:
            return actor.name
    return None


def _acts(text: str, mention: Mention) -> bool:
    """Say whether a place or body is the subject of what follows: it begins a clause and a verb comes next."""
    before, after = text[mention.start - 1 : mention.start], text[mention.end : mention.end + 2]
    begins = (
        mention.start == 0
        or before in set("，。；：！？\n”月日年来后，说前")
        or text[mention.start - 2 : mention.start] == "由"
    )
    whole = bool(_SEAT_WORDS.fullmatch(mention.text))
    if after[:1] in set("的、，。；：）”") or _NO_ORGANIZER.search(mention.text):
        return False
    return (
        mention.kind in {"body", "place"}
        and (begins or whole)
        and not re.match("[^，。]{0,6}(?:书记|主任|局长|市长|县长|主席)", text[mention.end : mention.end + 8])
    )


def _since(annotated: Annotated, draft: _Draft) -> tuple[str | None, str | None]:
    """Return when a programme began: told by its name, by 自…起, or by a time before a verb of beginning."""
    text = annotated.article.full.text
    if years := _YEARS.search(draft.name):
        return years[1], years[2]
    for named in draft.mentions:
        sentence = _sentence(annotated, named.start)
        if sentence is None:
            continue
        for time in annotated.times:
            if (
                not sentence.start <= time.start < sentence.end
                or time.begin is None
                or time.kind in {"since", "period"}
            ):
                continue
            if time.start > named.end and re.match("起?(?:施行|实施|执行)", text[time.end : time.end + 4]):
                return time.begin, None
            between = text[time.end : named.start] if time.end <= named.start else text[time.end : time.end + 8]
            if _begun(text, named, between, before=time.end <= named.start):
                return time.begin, None
    return None, None


def _begun(text: str, named: Named, between: str, *, before: bool) -> bool:
    verbs = "|".join(words("begin"))
    if re.search("将|拟|计划|》", between):
        return False
    if not before:
        return bool(re.search(f"^(?:年)?(?:[^，。]{{0,2}})(?:{verbs})", between)) and named.end < len(text)
    here = re.search(f"(?:{verbs})[^。]*$", between)
    return bool(here) or bool(re.match("(?:正式|顺利)?(?:动工|开工|启动)", text[named.end : named.end + 4]))


def _places(annotated: Annotated, draft: _Draft) -> list[str]:
    """Return the divisions that a building project's own name or clause tells."""
    out: list[str] = []
    if draft.kind not in {"construction_project", "base"}:
        return out
    for named in draft.mentions:
        for place in annotated.places:
            if place.kind == "place" and named.start <= place.start < named.end and place.name not in out:
                out.append(place.name)
    return out

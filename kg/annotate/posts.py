"""Offices as written, one by one: a body, what stands between, and a post (县水务局 原 党组 书记).

A unit whose title names no body keeps `body` "": the chain that it stands in, or context, gives it one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.bodies import is_national, iter_weak_ends, kind_of
from kg.annotate.lexicon import Lexicon
from kg.annotate.names import surname_of
from kg.annotate.words import cut, tag
from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from kg.annotate.bodies import BodyFinder

_QUALIFIER = re.compile("(?:[一-龥]{1,6})$")
_STATUS = re.compile("(原任|曾任|时任|前任|已故|现任|新任|首任|挂职|拟任|候任|原|前|时)$")
_SHORTEST_OWN = 2
_DEPARTMENT_ENDS = ("委", "部", "局", "处", "办", "队", "所", "院", "组", "中心", "司", "厅", "公司", "集团")
_LONG_PLACES = {
    "长江",
    "长春",
    "长沙",
    "长治",
    "长安",
    "长城",
    "长征",
    "长白",
    "长期",
    "长三",
    "长效",
    "长远",
    "长途",
    "长达",
}
_FORMER_INNER = re.compile("^(.{2,}?)(原|前)(党组|党委|党支部|党总支|党工委|机关党委)$")
_COMMON_STOCK = re.compile("企业|单位|行业|国企|民企|集体|工厂|项目|分管|记者|本届|老板|外资|部门|领导")
_NAME_LENGTHS = {2, 3}
_HOME = {"中国", "中华人民共和国"}
_GAP = 7
_JOINED = (
    "部长",
    "局长",
    "厅长",
    "司长",
    "处长",
    "科长",
    "院长",
    "校长",
    "所长",
    "站长",
    "行长",
    "社长",
    "馆长",
    "台长",
    "会长",
    "队长",
    "署长",
    "庭长",
    "委书记",
)
_SINGLE_BODY = {
    "党组",
    "党委",
    "党支部",
    "党总支",
    "分党组",
    "机关党委",
    "临时党委",
    "党工委",
    "工会",
    "团委",
    "纪检监察组",
}


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the lexicon with the words that may stand before it."""

    text: str
    status: str
    implied: str
    kinds: frozenset[str]
    weak: bool
    silent: bool
    """A calling rather than an office: somebody stands behind it, but holds none."""
    deputy: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """An office as written at `[start, end)`; `how` says where its body comes from."""

    start: int
    end: int
    body: str
    post: str
    status: str
    entry: Post
    how: str
    body_start: int = -1
    body_end: int = -1
    kind: str = field(default="")
    infix: tuple[int, int] | None = None
    """Where the holder's name stands between body and post (省委 楼阳生 书记)."""


@cache
def _lexicon() -> Lexicon[Post | None]:
    return Lexicon(_posts() | dict.fromkeys((row["word"] for row in read_table("post_compounds")), None))


@cache
def _posts() -> dict[str, Post | None]:
    forms: dict[str, Post | None] = {}
    ranks = [row for row in read_table("ranks") if row["place"] == "post" or row["status"] == "acting"]
    for row in read_table("posts"):
        kinds = frozenset(filter(None, row["kinds"].split(",")))
        plain = Post(
            row["post"].removeprefix("自治区"),
            "holds",
            row["implied"],
            kinds,
            row["weak"] != "",
            row["weak"] == "s",
            deputy=False,
        )
        forms[row["post"]] = plain
        if row["deputies"] != "y":
            continue
        for rank in ranks:
            acting = rank["status"] == "acting"
            name = ("副" if rank["word"] == "代理副" else "") + row["post"] if acting else rank["word"] + row["post"]
            entry = replace(plain, text=name, status=rank["status"] or "holds", deputy=name != row["post"])
            forms.setdefault(rank["word"] + row["post"], entry)
    return forms


def find_units(text: str, finder: BodyFinder, bodies: list[Mention], places: list[Mention]) -> list[Unit]:
    """Return every office of the text in order, whether anybody stands beside it or not."""
    by_end = {body.end: body for body in bodies}
    place_ends = {p.end: p for p in places if p.how != "pronoun"}
    chains: dict[int, int] = {}
    for place in places:
        chains[place.end] = chains.get(place.start, place.start)
    units: list[Unit] = []
    inside = {at: body.end for body in bodies for at in range(body.start, body.end)}
    opening = {place.start: place.end for place in places if place.how != "pronoun"}
    for start, end, post in _lexicon().find(text):
        # Not in 人大常务委员会 (常务委员), not across 浙江省|长兴县 (省长).
        if post is None or inside.get(start, 0) >= end or opening.get(end - 1, 0) > end:
            continue
        if text[end - 1 : end + 1] in _LONG_PLACES and (
            end - 1 in opening or start + 1 in by_end or start + 1 in place_ends
        ):
            continue  # 水利部|长江水利委员会, 武汉市|长江大桥
        rest = _posts().get(text[inside[start] : end]) if start in inside else None
        if rest is not None:  # 欧洲理事会|主席, though 理事会主席 is a post as well
            start, post = inside[start], rest  # noqa: PLW2901
        reader = _Reader(text, finder, by_end, place_ends, chains, units[-1].end if units else 0)
        units.append(reader.read(start, end, post))
    return units


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a post's body is read from."""

    text: str
    finder: BodyFinder
    by_end: dict[int, Mention]
    places: dict[int, Mention]
    chains: dict[int, int]
    bound: int

    def read(self, start: int, end: int, post: Post) -> Unit:
        """Read leftwards from a post: a word of status, then the body."""
        status, at = post.status, start
        found = _STATUS.search(self.text, max(0, start - 2), start)
        if found and found.start() >= self.bound and not self._in_body(found.start()):
            at = found.start()
            status = _status(found[1]) if status == "holds" else status
        unit = self._bodied(at, start, end, post, status)
        return unit or Unit(at, end, "", post.text, status, post, "none")

    def _in_body(self, at: int) -> bool:
        """Say whether a body or place goes on over `at` (太原: 原 is no status)."""
        return any(e > at for e in self.places if self.places[e].start < at < e) if at + 1 in self.places else False

    def _bodied(self, at: int, start: int, end: int, post: Post, status: str) -> Unit | None:
        for end_of_body in (at, start + 1 if self.text[start:end].endswith(_JOINED) else at):
            body = self.by_end.get(end_of_body)
            if body is not None:
                return self._with_body(body, at, end, post, status)
        region = self.places.get(start + 3) if self.text.startswith("自治区", start) else None
        if region is not None:
            body = self.text[region.start : region.end] + "政府"
            return Unit(region.start, end, body, post.text, status, post, "place", region.start, region.end)
        place = self.places.get(at) or (self.places.get(start + 1) if post.implied else None)
        if place is not None and place.how == "country" and post.implied and "{}" not in post.implied:
            begin = self.chains.get(place.end, place.start)
            country = self.text[begin : place.end]
            body = post.implied if country in _HOME else country
            return Unit(begin, end, body, post.text, status, post, "own", begin, place.end, "country")
        if place is not None and place.how == "village" and "village" in post.kinds:
            begin = self.chains.get(place.end, place.start)
            name = self.text[begin : place.end]
            return Unit(begin, end, name, post.text, status, post, "place", begin, place.end, "village")
        if place is not None and (post.implied or place.how == "country" or post.text in _OF_PLACES):
            return self._of_place(place, at, start, end, post, status)
        if post.implied.startswith("{}政府") and self.text[at - 1 : at] == post.text[-2:-1]:
            begun = self.finder.left(at, self.bound)
            if begun is not None and at - begun[0] > 1:  # 利雅得省|省长: a place that no table holds
                return Unit(
                    begun[0],
                    end,
                    self.text[begun[0] : at] + "政府",
                    post.text,
                    status,
                    post,
                    "own",
                    begun[0],
                    at,
                    "government",
                )
        return (
            self._gapped(at, start, end, post, status)
            or self._short(at, end, post, status)
            or self._weak(at, end, post, status)
        )

    def _with_body(self, body: Mention, at: int, end: int, post: Post, status: str) -> Unit:
        name, start, how = body.text, body.start, body.how
        if how == "bare" and name in _SINGLE_BODY:
            before = _STATUS.search(self.text, max(0, start - 2), start)
            cut = before.start() if before else start
            outer = self.by_end.get(cut)
            if outer is not None:
                status = _status(before[1]) if before and status == "holds" else status
                whole, begin = outer.text + name, outer.start
                return Unit(begin, end, whole, post.text, status, post, outer.how, begin, body.end, kind_of(name))
        inner = _FORMER_INNER.match(name)
        if inner is not None:  # 韩庄镇原党委
            name, status = inner[1] + inner[3], _status(inner[2]) if status == "holds" else status
        if self.text[start - 2 : start] == "中共" and start - 2 >= self.bound:
            start -= 2
        if how == "own" and is_national(name):
            full = [c for c in _country_short().get(self.text[start - 1 : start], ()) if c in self.text and c != "中国"]
            if full:  # 俄|国防部
                start, name = start - 1, full[0] + name
        begin = start
        before = _STATUS.search(self.text, max(0, start - 2), start)
        if before and before.start() >= self.bound:
            begin, status = before.start(), _status(before[1]) if status == "holds" else status
        return Unit(begin, end, name, post.text, status, post, how, start, body.end, kind_of(name))

    def _of_place(self, place: Mention, at: int, start: int, end: int, post: Post, status: str) -> Unit:
        begin = self.chains.get(place.end, place.start)
        sender = self.places.get(begin - 1)
        if self.text[begin - 1 : begin] == "驻" and post.text.endswith(("大使", "总领事", "公使", "参赞")):
            if sender is None:
                return Unit(begin, end, "", post.text, status, post, "none")
            office = "总领事馆" if post.text.endswith("领事") else "大使馆"
            body = self.text[sender.start : place.end] + office
            return Unit(sender.start, end, body, post.text, status, post, "own", sender.start, place.end, "embassy")
        stem = self.text[begin : place.end]
        body = post.implied.replace("{}", stem) if post.implied else stem
        if place.end == start + 1 or (
            place.end == at and post.implied.startswith("{}") and not stem.endswith(post.text[-2:-1])
        ):
            level = post.text.removeprefix("常务").lstrip("副代")[:1]
            if place.how != "country" and level in "省市县区州旗盟乡镇" and not stem.endswith(level):
                body = post.implied.replace("{}", stem + level)
        return Unit(
            begin,
            end,
            body,
            post.text,
            status,
            post,
            "place",
            begin,
            place.end,
            "government" if post.implied else "country",
        )

    def _gapped(self, at: int, start: int, end: int, post: Post, status: str) -> Unit | None:
        """A body, a few characters that belong to the post (儿科主任, 供热工作顾问), and the post."""
        for gap in range(1, _GAP):
            body = self.by_end.get(at - gap)
            if at - gap < self.bound:
                return None
            if body is not None:
                between = self.text[at - gap : at]
                if at == start and _reads_as_name(between):
                    return Unit(
                        body.start,
                        end,
                        body.text,
                        post.text,
                        status,
                        post,
                        body.how,
                        body.start,
                        body.end,
                        kind_of(body.text),
                        (at - gap, at),
                    )
                if not _QUALIFIER.fullmatch(between) or not self.finder.holds(at - gap, at):
                    return None
                if between.endswith(_DEPARTMENT_ENDS) and len(between) > _SHORTEST_OWN:
                    name = body.text + between
                    return Unit(body.start, end, name, post.text, status, post, body.how, body.start, at, kind_of(name))
                return Unit(
                    body.start,
                    end,
                    body.text,
                    between + post.text,
                    status,
                    post,
                    body.how,
                    body.start,
                    body.end,
                    kind_of(body.text),
                )
        place = next(
            (
                self.places[at - g]
                for g in range(1, _GAP)
                if at - g in self.places and self.places[at - g].how == "country"
            ),
            None,
        )
        if place is None or not self.finder.holds(place.end, at) or not post.text.endswith(_FOREIGN):
            return None
        return Unit(
            place.start,
            end,
            place.text,
            self.text[place.end : at] + post.text,
            status,
            post,
            "place",
            place.start,
            place.end,
            "country",
        )

    def _short(self, at: int, end: int, post: Post, status: str) -> Unit | None:
        """俄总统: the country that one character stands for, where the article names it in full."""
        if post.text not in _OF_PLACES and post.implied != "{}":
            return None
        for name in _country_short().get(self.text[at - 1 : at], ()):
            if name in self.text:
                return Unit(at - 1, end, name, post.text, status, post, "own", at - 1, at, "country")
        return None

    def _weak(self, at: int, end: int, post: Post, status: str) -> Unit | None:
        """A body known only by its last character, which a post follows (理论科|科长, 天山厂|厂长)."""
        if "company" in post.kinds and not post.weak:
            begun = self.finder.left(at, self.bound)
            name = self.text[begun[0] : at] if begun is not None and begun[1] != "level" else ""
            if begun is not None and len(name) > 1 and _is_brand(name):
                return Unit(begun[0], end, name, post.text, status, post, "brand", begun[0], at, "company")
        for _ in iter_weak_ends(self.text, at):
            begun = self.finder.left(at, self.bound)
            if begun is not None and at - begun[0] > (1 if begun[1] != "own" else _SHORTEST_OWN):
                name = self.text[begun[0] : at]
                return Unit(begun[0], end, name, post.text, status, post, begun[1], begun[0], at, kind_of(name))
        return None


_OF_PLACES = {
    "总统",
    "总理",
    "副总统",
    "副总理",
    "首相",
    "副首相",
    "国王",
    "女王",
    "王储",
    "议长",
    "副议长",
    "议员",
    "大使",
    "总领事",
    "代表",
    "特使",
    "发言人",
}
_FOREIGN = (
    "大臣",
    "部长",
    "国务卿",
    "总统",
    "总理",
    "主席",
    "议长",
    "大使",
    "外长",
    "司令",
    "秘书长",
    "特使",
    "顾问",
    "发言人",
)


def _reads_as_name(text: str) -> bool:
    if len(text) not in _NAME_LENGTHS or text[-1] in "科室处部组所站局队院系班" or surname_of(text) in {"", text}:
        return False
    return tag(text).startswith("nr") or all(len(w) == 1 or tag(w).startswith("nr") for w in cut(text))


@cache
def _is_brand(name: str) -> bool:
    """Say whether a stretch is a company's name rather than words: the dictionary cuts it into characters."""
    words = cut(name)
    if (
        len(words) > 1
        and not _COMMON_STOCK.search(name)
        and all(tag(w)[:1] in {"n", "j", "x", ""} or tag(w) == "vn" for w in words)
    ):
        return True
    return any(len(a) == 1 and len(b) == 1 for a, b in zip(words, words[1:], strict=False)) or not tag(words[0])


@cache
def _country_short() -> dict[str, tuple[str, ...]]:
    return {row["short"]: tuple(row["names"].split(",")) for row in read_table("country_short")}


def _status(word: str) -> str:
    for row in read_table("ranks"):
        if row["word"] == word:
            return row["status"] or "holds"
    return "former" if word == "时" else "holds"

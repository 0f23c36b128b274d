"""Names of undertakings: quoted, unquoted before 项目 or 行动, listed before 等工程, titles of policies.

An unquoted name is believed where a verb of undertaking leads to it or it holds something proper; 重点项目 names
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = "“[^“”，。；！？\n]{2,16}”"
_LIST = f"{_QUOTED}(?:(?:[和、及与]|以及)?{_QUOTED})*"
_BRAND = "(?:劳务|用工|就业|培训)品牌"
_HAN = "[\u4e00-\u9fffA-Za-z0-9·+（）()—-]"
_UNNAMED = re.compile(
    "(?:等(?:重大|重点|一批|系列)?(?:工程)?|[该此这其各每也还均都已正将并曾原按据和与及为]|多个|重点|重大|骨干|标志性|民生|优质|在建"
    "|援助|控制性|主体|建设[\u4e00-\u9fff]{2}|(?:重点|骨干|标志性|优先发展|国家级)[\u4e00-\u9fff]{0,2}"
    "|军事|地面|维权|搜捕|打击|救援|人道主义|采取|罢工|抗议|报复|作战|[以俄乌美]军|空袭|撤离|进攻|反恐|护航|执法)$"
)
_WORTH_TELLING = {"项目", "工程", "专项行动"}
_HIDE = "\x00"
_LIST_REACH = 100
_MIN_LISTED, _MIN_NAME, _MIN_RESIDUE, _SHORT_STEM = 4, 4, 2, 6
_SURE, _LIKELY, _PLAIN = 0.9, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Named:
    """A programme's name as found in the text."""

    start: int
    end: int
    name: str
    kind: str
    confidence: float


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind, the longest first."""
    rows = {row["word"] for row in read_table("programme_words") if row["kind"] == kind}
    return tuple(sorted(rows, key=lambda word: (-len(word), word)))


def _any(*kinds: str) -> str:
    return "(?:" + "|".join(re.escape(word) for kind in kinds for word in words(kind)) + ")"


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    return {row["head"]: (row["kind"], row["bare"] == "yes") for row in read_table("programme_heads")}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    heads = "|".join(sorted(_heads(), key=lambda head: (-len(head), head)))
    bare = "|".join(sorted((h for h, (_, b) in _heads().items() if b), key=lambda head: (-len(head), head)))
    after = f"(?!{_any('not_after')})"
    return {
        "quoted": re.compile(
            f"{_QUOTED}(?P<mid>(?:(?![的了在为是和与及等将已被]|参加|登录|工作|融入|走进|举|启动|组织|召开|荣获)[\u4e00-\u9fff]){{0,12}}?)(?P<head>{heads}){after}"
        ),
        "own": re.compile("“(?P<name>[^“”，。；！？\n]{4,18}(?P<head>工程|行动|计划|项目|基地|示范区|工作站))”"),
        "brands": re.compile(
            f"{_BRAND}[\u4e00-\u9fff]{{0,3}}(?P<after>{_LIST})|(?P<before>{_LIST})(?:等)?(?:[0-9一二两三四五多几]+个?)?[\u4e00-\u9fff]{{0,4}}{_BRAND}"
        ),
        "is_brand": re.compile(f"(?P<name>{_QUOTED})(?:培训)?(?:已成为|成为|是|作为|系)[^，。；]{{0,16}}{_BRAND}"),
        "listed": re.compile(
            f"(?P<list>{_LIST})(?:等[\u4e00-\u9fff]{{0,6}}(?:项目|工程|行动|计划)|打造成[^，。；]{{0,16}}(?:项目|工程))"
        ),
        "list_end": re.compile(f"等(?:重大|重点|民生|一批|系列)?(?:工程项目|项目|工程)(?!{_any('not_after')})"),
        "list": re.compile(f"{_HAN}{{3,24}}(?:、{_HAN}{{3,24}})+$"),
        # 计划 before a verb is itself one (某国计划对…); as a name's head something must end it.
        "bare": re.compile(
            f"(?P<head>{bare}){after}(?:(?<!计划)(?<!规划)|(?=[，。；、）”》的和与等\n]|$|启动|实施))(?P<phase>[一二三四]期)?"
        ),
        "work": re.compile("《(?P<name>[^《》\n]{4,60})》"),
        "base": re.compile(
            f"(?:^|[，。；：\n\\s])(?P<name>{_HAN}{{3,20}}(?:基地|产业园|示范区|工作站|中心))(?:全面|正式|顺利|在[^，。]{{2,12}})?"
            "(?:投产|揭牌|建成|开工|启用|挂牌|落成|投用|成立)"
        ),
        "series": re.compile(
            "(?:开展|深化)(?P<name>[\u4e00-\u9fff]{3}(?:、[\u4e00-\u9fff]{3}){2,5})(?:工作|活动|行动|专项行动)"
        ),
        "line": re.compile(
            "(?P<head>高铁|水电站|核电站|抽水蓄能电站)(?=[^，。；\n]{0,8}(?:运营|建设|开工|通车|投产|贯通|建成|第[0-9]+台|动工|竣工))"
        ),
        # A clause that begins with a bridge or a railway and goes on with its building: 甲乙铁路丙丁段开工建设.
        "built": re.compile(
            f"(?:^|[，。；：\n\\s])(?P<name>{_HAN}{{2,12}}(?:大桥|特大桥|隧道|铁路|高速公路|高速|水库)(?:[\u4e00-\u9fff]{{1,3}}段)?)"
            "(?:日前|近日|顺利|正式|已|正在|全面|今天|昨日)*(?:完成|开工|动工|竣工|建成|通车|贯通|合龙|投用|总投资)"
        ),
        "stop": re.compile(
            "[，。；：！？、\n\\s“”《》,;:!?]|——|[0-9]+余?[个项]|[0-9.]+[万亿]?[元亩吨]"
            "|(?:工程|项目|行动|计划|机制)[和与及]|(?:工程|项目)(?=[\u4e00-\u9fff])"
        ),
        "adjective": re.compile("(?:重要|重大|一批|首批|全新|新一轮|一系列|相关|有关|各类)*"),
        "verb": re.compile(_any("verb") + "(?:了|过|好)?"),
        "edge": re.compile(_any("verb", "edge") + "好?"),
        "generic": re.compile(_any("generic")),
        "build": re.compile(_any("build")),
        "train": re.compile(_any("train")),
        "wide": re.compile(_any("wide")),
        "issue": re.compile(f"{_any('issue')}[^，。；《》]{{0,8}}$"),
        "policy": re.compile(f"{_any('policy')}(?:[（(][^）)]{{1,20}}[）)])?$"),
        "planning": re.compile(f"{_any('planning')}(?:[（(][^）)]{{1,20}}[）)])?$"),
    }


def find_names(text: str, places: list[tuple[int, int]]) -> tuple[list[Named], list[tuple[str, int, int]]]:
    """Find the names of programmes in a text; `places` are the ranges of its places, which make a name proper."""
    plain = re.sub("《[^《》\n]*》", _blank, text)
    found = [
        *_brands(text),
        *_quoted(text),
        *_own(text),
        *_listed(text),
        *_plain_lists(plain),
        *_works(text),
        *_bases(plain),
        *_series(plain),
        *_lines(plain),
        *_built(plain),
    ]
    rejected: list[tuple[str, int, int]] = []
    for named in _bare(plain, places):
        if isinstance(named, Named):
            found.append(named)
        else:
            rejected.append(named)
    wide = _patterns()["wide"]
    return [named for named in found if not wide.search(named.name)], rejected


def _blank(work: re.Match[str]) -> str:
    return f"《{_HIDE * (len(work.group()) - 2)}》"


def kind_of(name: str, head: str) -> str:
    """Return the kind of an undertaking from its head, and for 工程 from what it is made of."""
    kind = _heads().get(head, ("campaign", False))[0]
    if head in {"工程", "项目"}:
        if _patterns()["train"].search(name):
            return "training"
        return "construction_project" if head == "项目" or _patterns()["build"].search(name) else "campaign"
    return kind


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for quoted in re.finditer("“([^“”]+)”", text[start:end]):
        yield start + quoted.start(), start + quoted.end(), quoted[1]


def _brands(text: str) -> Iterator[Named]:
    for found in _patterns()["brands"].finditer(text):
        group = "after" if found["after"] else "before"
        for start, end, name in _items(text, *found.span(group)):
            yield Named(start, end, name, "labour_brand", _SURE)
    for found in _patterns()["is_brand"].finditer(text):
        for start, end, name in _items(text, *found.span("name")):
            yield Named(start, end, name, "labour_brand", _SURE)


def _quoted(text: str) -> Iterator[Named]:
    for found in _patterns()["quoted"].finditer(text):
        quoted = re.search("“([^“”]+)”", found.group())
        if quoted is None or re.match("[一二三四五六七八九十两]大", quoted[1]):
            continue
        head, mid = found["head"], found["mid"]
        short = (
            head.startswith("培训")
            or head == "品牌"
            or (not mid and head in {"行动", "工程", "项目", "机制", "活动", "品牌"})
        )
        name = quoted[1] if short else found.group()
        start = found.start()
        yield Named(start, found.end(), name, kind_of(found.group(), head), _SURE)


def _own(text: str) -> Iterator[Named]:
    """Read “甲地青少年研学基地”: the quoted name ends with its own head."""
    for found in _patterns()["own"].finditer(text):
        if _residue(found["name"][: -len(found["head"])]) > _MIN_RESIDUE:
            yield Named(found.start(), found.end(), found["name"], kind_of(found["name"], found["head"]), _SURE)


def _listed(text: str) -> Iterator[Named]:
    for found in _patterns()["listed"].finditer(text):
        head = next((head for head in ("工程", "行动", "计划") if found.group().endswith(head)), "项目")
        for start, end, name in _items(text, *found.span("list")):
            yield Named(start, end, name, kind_of(name, head), _LIKELY)


def _plain_lists(text: str) -> Iterator[Named]:
    """Read 加快甲路南延、乙公园二期、丙广场提升等工程: every item must be worth a name."""
    for end_of_list in _patterns()["list_end"].finditer(text):
        left = max(0, end_of_list.start() - _LIST_REACH)
        found = _patterns()["list"].search(text[left : end_of_list.start()])
        if found is None:
            continue
        at = left + found.start()
        items = []
        for index, item in enumerate(found.group().split("、")):
            start, end = at, at + len(item)
            at = end + 1
            if index == 0:
                start = _begin(text, start, end)
            items.append((start, end, text[start:end]))
        named = [(s, e, name) for s, e, name in items if _residue(name) >= _MIN_RESIDUE and len(name) >= _MIN_LISTED]
        if len(named) == len(items) and all(_patterns()["build"].search(name) for _, _, name in named):
            for start, end, name in named:
                yield Named(start, end, name, "construction_project", _PLAIN)


def _works(text: str) -> Iterator[Named]:
    for found in _patterns()["work"].finditer(text):
        name = re.sub("[（(](?:试行|草案|送审稿|征求意见稿|修订|讨论稿|审议稿)[）)]$", "", found["name"])
        if not _patterns()["policy"].search(name):
            continue
        if _patterns()["issue"].search(text, max(0, found.start() - 24), found.start()):
            kind = "plan" if _patterns()["planning"].search(name) else "policy"
            yield Named(found.start(), found.end(), name, kind, _SURE)


def _bases(text: str) -> Iterator[Named]:
    """Read a base that a clause begins with and that is opened: 甲（乙）一体化基地全面投产."""
    for found in _patterns()["base"].finditer(text):
        begin, end = found.span("name")
        if _residue(text[begin:end]) > _MIN_RESIDUE and not _patterns()["edge"].search(text, begin, end - _MIN_RESIDUE):
            yield Named(begin, end, text[begin:end], "base", _LIKELY)


def _series(text: str) -> Iterator[Named]:
    """Read 开展进万家、听民声、办实事活动: three and more calls of three characters are a campaign's name."""
    for found in _patterns()["series"].finditer(text):
        yield Named(*found.span("name"), found["name"], "campaign", _PLAIN)


def _lines(text: str) -> Iterator[Named]:
    """Read a railway or power station of its own name that is being built or run."""
    for found in _patterns()["line"].finditer(text):
        begin = _name_begins(text, found.start(), _MIN_RESIDUE)
        stem = text[begin : found.start()]
        if re.search("最大|大型|容量|变速|[多两几]|条$|字形|一批", stem):
            continue
        if _MIN_RESIDUE <= len(stem) <= _SHORT_STEM and _residue(stem) >= _MIN_RESIDUE and not _UNNAMED.search(stem):
            yield Named(begin, found.end(), text[begin : found.end()], "construction_project", _PLAIN)


def _built(text: str) -> Iterator[Named]:
    for found in _patterns()["built"].finditer(text):
        begin, end = found.span("name")
        name = text[begin:end]
        if (
            _residue(name) > _MIN_RESIDUE
            and not _patterns()["edge"].search(name)
            and not re.search("[多两几]|条|一批|全国|^[0-9前]|^刷新|^穿越", name)
        ):
            yield Named(begin, end, name, "construction_project", _PLAIN)


def _name_begins(text: str, end: int, least: int = _MIN_RESIDUE + 1) -> int:
    left = max(0, end - 26)
    stops = [m.end() for m in _patterns()["stop"].finditer(text, left, end)]
    return _begin(text, stops[-1] if stops else left, end, least)


def _bare(text: str, places: list[tuple[int, int]]) -> Iterator[Named | tuple[str, int, int]]:
    for found in _patterns()["bare"].finditer(text):
        begin = _name_begins(text, found.start())
        if adjective := _patterns()["adjective"].match(text, begin, found.start()):
            begin = adjective.end()
        name, stem = text[begin : found.end()], text[begin : found.start()]
        if not _worth(stem):
            continue
        led = bool(_patterns()["verb"].search(text, max(0, begin - 4), begin)) or _listed_before(text, begin)
        proper = any(begin <= start < found.start() for start, _ in places) or _infrastructure(stem)
        # 投资4.8亿元的某某项目: a sum is spent on something particular.
        proper = proper or bool(re.search("[元亩吨瓦]的$", text[max(0, begin - 2) : begin]))
        if _believed(found["head"], stem, led=led, proper=proper):
            yield Named(begin, found.end(), name, kind_of(name, found["head"]), _LIKELY if led and proper else _PLAIN)
        elif led and found["head"] in _WORTH_TELLING and _residue(stem) >= _MIN_NAME:
            yield "undertaking without a name of its own", begin, found.end()


def _worth(stem: str) -> bool:
    if len(stem) < _MIN_NAME - 1 or "的" in stem or _UNNAMED.search(stem):
        return False
    return "+" in stem or _residue(stem) >= _MIN_RESIDUE


def _listed_before(text: str, begin: int) -> bool:
    return bool(re.search("(?:工程|项目|行动|计划|机制)[和与及、]$", text[max(0, begin - 3) : begin]))


def _believed(head: str, stem: str, *, led: bool, proper: bool) -> bool:
    if head in {"机制", "制度"}:
        return led and bool(re.search("[0-9A-Za-z]", stem))
    if head in {"项目", "计划", "规划"}:
        return proper
    return led or proper


def _infrastructure(stem: str) -> bool:
    """Say whether a stem names a thing that is built, by a name of its own: 甲乙公路改建, 莲花池公园提升."""
    build, generic = _patterns()["build"], _patterns()["generic"]
    first = build.search(stem)
    if first is None:
        return False
    rest = generic.sub("", build.sub("", stem))
    return len(rest) > _MIN_RESIDUE or len(generic.sub("", stem[: first.start()])) >= _MIN_RESIDUE


def _begin(text: str, start: int, end: int, least: int = _MIN_RESIDUE + 1) -> int:
    """Return where a name begins: behind the last verb or particle before it, a verb within the name left alone."""
    at = start
    for edge in _patterns()["edge"].finditer(text, start, end):
        if end - edge.end() >= least:
            at = edge.end()
    return at


def _residue(name: str) -> int:
    """Count the characters of a name that are not of generic words."""
    return len(_patterns()["generic"].sub("", name))

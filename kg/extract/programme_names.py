"""Names of undertakings: quoted, unquoted before 项目 or 行动, listed before 等工程, titles of policies.

An unquoted name is believed where a verb of undertaking leads to it or it holds something proper; 重点项目 names
nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.programme_patterns import heads, patterns, shapes
from kg.language.words import cut, tag
from kg.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNNAMED = re.compile(
    "(?:等(?:重大|重点|一批|系列)?(?:工程)?|[该此这其各每也还均都已正将并曾原按据和与及为]|多个|重点|重大|骨干|标志性|民生|优质|在建"
    "|援助|控制性|主体|建设[\u4e00-\u9fff]{2}|(?:重点|骨干|标志性|优先发展|国家级)[\u4e00-\u9fff]{0,2}"
    "|军事|地面|维权|搜捕|打击|救援|人道主义|采取|罢工|抗议|报复|作战|[以俄乌美]军|空袭|撤离|进攻|反恐|护航|执法)$"
)
_SORT_FIRST = re.compile("(?:水电站|核电站|电站|水库|大桥|隧道|机场|矿井)(?![一二三四五六七八九十])")
"""电站筹建期|工程: a name begins with its own word, not with the sort of thing."""
_TITLED = {"policy", "plan", "labour_brand"}
_COUNTED = re.compile("[0-9]+多?余?[条个项座场处]")
_MANY = re.compile("[0-9多余几数两三四五六七八九十][个项座条]$")
_JOINTS = set("和与及的")
_BUILT_KINDS = {"construction_project", "base"}
_LEADING = set("vdpcr")
_WORTH_TELLING = {"项目", "工程", "专项行动"}
_HIDE = "\x00"
_LIST_REACH = 100
_MIN_LISTED, _MIN_NAME, _MIN_RESIDUE, _SHORT_STEM, _LONG_STEM = 4, 4, 2, 6, 12
_SURE, _LIKELY, _PLAIN = 0.9, 0.8, 0.7


@value
class Named:
    """A programme's name as found in the text."""

    start: int
    end: int
    name: str
    kind: str
    confidence: float


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
        *_under_way(plain),
    ]
    rejected: list[tuple[str, int, int]] = []
    for named in _bare(plain, places):
        if isinstance(named, Named):
            found.append(named)
        else:
            rejected.append(named)
    found = _branded(found)
    return [named for named in found if _is_name(text, named)], rejected


def _is_name(text: str, named: Named) -> bool:
    """Say whether a name is one of this place, and neither a clause nor a count (日本强推排海计划, 十余项文化项目)."""
    name = named.name
    if patterns()["wide"].search(name) or _COUNTED.match(name) or name[0] in _JOINTS:
        return False
    titled = named.kind in _TITLED and not name.endswith("计划")
    if titled or (text[named.start] == "“" and "“" not in name):
        return True
    if patterns()["never"].search(re.sub("“[^”]*”", "", name)):
        return False
    first = cut(name)[0]
    led = tag(first)[:1] in _LEADING if named.kind in _BUILT_KINDS else tag(first)[:1] in _LEADING - {"v"}
    return not led or len(first) == 1 or bool(patterns()["generic"].fullmatch(first))


def _branded(found: list[Named]) -> list[Named]:
    """Let a 工程 that is named after a labour brand be that brand: “甲乙人家”家政服务提升工程."""
    brands = [named.name for named in found if named.kind == "labour_brand"]
    heads = tuple(f"“{name}”" for name in brands)
    return [replace(named, kind="labour_brand") if heads and named.name.startswith(heads) else named for named in found]


def _blank(work: re.Match[str]) -> str:
    return f"《{_HIDE * (len(work.group()) - 2)}》"


def kind_of(name: str, head: str) -> str:
    """Return the kind of an undertaking from its head, and for 工程 from what it is made of."""
    if head.startswith(("培训", "技能")):
        return "training"
    kind = heads().get(head, ("campaign", False))[0]
    if head in {"工程", "项目"}:
        if patterns()["train"].search(name):
            return "training"
        return "construction_project" if head == "项目" or patterns()["build"].search(name) else "campaign"
    return kind


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for quoted in re.finditer("“([^“”]+)”", text[start:end]):
        yield start + quoted.start(), start + quoted.end(), quoted[1]


def _brands(text: str) -> Iterator[Named]:
    for found in shapes()["brands"].finditer(text):
        group = "after" if found["after"] else "before"
        for start, end, name in _items(text, *found.span(group)):
            yield Named(start, end, name, "labour_brand", _SURE)
    for found in shapes()["is_brand"].finditer(text):
        for start, end, name in _items(text, *found.span("name")):
            yield Named(start, end, name, "labour_brand", _SURE)


def _quoted(text: str) -> Iterator[Named]:
    for found in shapes()["quoted"].finditer(text):
        quoted = re.search("“([^“”]+)”", found.group())
        if quoted is None or re.match("[一二三四五六七八九十两]大|近?[十百]余?项", quoted[1]):
            continue
        head, mid = found["head"], found["mid"]
        if head == "品牌" and not patterns()["labour"].search(text):
            continue  # a brand of goods is no undertaking
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
    for found in shapes()["own"].finditer(text):
        head = found["head"] or found["drive"]
        led = patterns()["verb"].search(text, max(0, found.start() - 4), found.start())
        if _residue(found["name"][: -len(head)]) > (_MIN_RESIDUE if found["head"] and not led else 1):
            yield Named(found.start(), found.end(), found["name"], kind_of(found["name"], head), _SURE)
    for found in shapes()["called"].finditer(text):
        for start, end, name in _items(text, *found.span("name")):
            yield Named(start, end, name, kind_of(found.group(), found["head"]), _SURE)


def _listed(text: str) -> Iterator[Named]:
    for found in shapes()["listed"].finditer(text):
        head = next((head for head in ("工程", "行动", "计划") if found.group().endswith(head)), "项目")
        for start, end, name in _items(text, *found.span("list")):
            yield Named(start, end, name, kind_of(name, head), _LIKELY)


def _plain_lists(text: str) -> Iterator[Named]:
    """Read 加快甲路南延、乙公园二期、丙广场提升等工程: every item must be worth a name."""
    for end_of_list in shapes()["list_end"].finditer(text):
        left = max(0, end_of_list.start() - _LIST_REACH)
        found = patterns()["list"].search(text[left : end_of_list.start()])
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
        if len(named) == len(items) and all(patterns()["build"].search(name) for _, _, name in named):
            for start, end, name in named:
                yield Named(start, end, name, "construction_project", _PLAIN)


def _works(text: str) -> Iterator[Named]:
    for found in shapes()["work"].finditer(text):
        name = re.sub("[（(](?:试行|草案|送审稿|征求意见稿|修订|讨论稿|审议稿)[）)]$", "", found["name"])
        if not patterns()["policy"].search(name):
            continue
        if patterns()["issue"].search(text, max(0, found.start() - 24), found.start()):
            kind = "plan" if patterns()["planning"].search(name) else "policy"
            yield Named(found.start(), found.end(), name, kind, _SURE)


def _bases(text: str) -> Iterator[Named]:
    """Read a base that a clause begins with and that is opened: 甲（乙）一体化基地全面投产."""
    for found in shapes()["base"].finditer(text):
        begin, end = found.span("name")
        if _residue(text[begin:end]) > _MIN_RESIDUE and not patterns()["edge"].search(text, begin, end - _MIN_RESIDUE):
            yield Named(begin, end, text[begin:end], "base", _LIKELY)


def _series(text: str) -> Iterator[Named]:
    """Read 开展进万家、听民声、办实事活动: three and more calls of three characters are a campaign's name."""
    for found in shapes()["series"].finditer(text):
        yield Named(*found.span("name"), found["name"], "campaign", _PLAIN)


def _lines(text: str) -> Iterator[Named]:
    """Read a railway or power station of its own name that is being built or run."""
    for found in shapes()["line"].finditer(text):
        begin = _name_begins(text, found.start(), _MIN_RESIDUE)
        stem = text[begin : found.start()]
        if re.search("最大|大型|容量|变速|[多两几]|条$|字形|一批", stem):
            continue
        if _MIN_RESIDUE <= len(stem) <= _SHORT_STEM and _residue(stem) >= _MIN_RESIDUE and not _UNNAMED.search(stem):
            yield Named(begin, found.end(), text[begin : found.end()], "construction_project", _PLAIN)


def _built(text: str) -> Iterator[Named]:
    for found in shapes()["built"].finditer(text):
        begin, end = found.span("name")
        name = text[begin:end]
        if (
            _residue(name) > _MIN_RESIDUE
            and not patterns()["edge"].search(name)
            and not re.search("[多两几]|条|一批|全国|^[0-9前]|^刷新|^穿越", name)
        ):
            yield Named(begin, end, name, "construction_project", _PLAIN)


def _under_way(text: str) -> Iterator[Named]:
    """Read a railway, canal or power station of its own name that is built, measured or somebody's project."""
    for found in shapes()["under_way"].finditer(text):
        begin = _name_begins(text, found.start(), _MIN_RESIDUE)
        stem = text[begin : found.start()]
        built = patterns()["builders"].search(text, max(0, begin - 5), begin)
        if not (built or patterns()["going"].match(text, found.end())):
            continue
        fits = _MIN_RESIDUE <= len(stem) <= _LONG_STEM and _residue(stem) >= _MIN_RESIDUE
        if fits and not _UNNAMED.search(stem) and not patterns()["no_line"].search(stem):
            kind = "base" if found["head"].endswith("基地") else "construction_project"
            yield Named(begin, found.end(), text[begin : found.end()], kind, _PLAIN)


def _name_begins(text: str, end: int, least: int = _MIN_RESIDUE + 1) -> int:
    left = max(0, end - 26)
    stops = [m.end() for m in patterns()["stop"].finditer(text, left, end)]
    return _begin(text, stops[-1] if stops else left, end, least)


def _bare(text: str, places: list[tuple[int, int]]) -> Iterator[Named | tuple[str, int, int]]:
    wholes = set(places)
    for found in shapes()["bare"].finditer(text):
        begin = _name_begins(text, found.start())
        if adjective := patterns()["adjective"].match(text, begin, found.start()):
            begin = adjective.end()
        begin = _with_quoted(text, begin)
        name, stem = text[begin : found.end()], text[begin : found.start()]
        if not _worth(stem) or (begin, found.start()) in wholes or _MANY.search(text, max(0, begin - 3), begin):
            continue  # 某国项目, 300多个枢纽项目 name nothing
        led = _led(text, begin, found.end()) or _listed_before(text, begin)
        proper = any(begin <= start < found.start() for start, _ in places) or _infrastructure(stem)
        # 投资4.8亿元的某某项目: a sum is spent on something particular.
        proper = proper or bool(re.search("[元亩吨瓦]的$", text[max(0, begin - 2) : begin]))
        if _believed(found["head"], stem, led=led, proper=proper):
            yield Named(begin, found.end(), name, kind_of(name, found["head"]), _LIKELY if led and proper else _PLAIN)
        elif led and found["head"] in _WORTH_TELLING and _residue(stem) >= _MIN_NAME:
            yield "undertaking without a name of its own", begin, found.end()


def _with_quoted(text: str, begin: int) -> int:
    """Return where a name begins that goes on behind a quoted pair of places: “甲—乙”直流输电工程."""
    pair = patterns()["pair"].search(text, max(0, begin - 18), begin)
    return pair.start() if pair else begin


def _worth(stem: str) -> bool:
    if len(stem) < _MIN_NAME - 1 or "的" in stem or _UNNAMED.search(stem) or _SORT_FIRST.match(stem):
        return False
    return "+" in stem or _residue(stem) >= _MIN_RESIDUE


def _led(text: str, begin: int, end: int) -> bool:
    """Say whether a verb of undertaking, or 全市 for its subject, stands before a name, or its launch behind it."""
    return any(
        (
            patterns()["verb"].search(text, max(0, begin - 4), begin),
            patterns()["seat"].search(text, max(0, begin - 2), begin),
            patterns()["launched"].match(text, end),
        )
    )


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
    build, generic = patterns()["build"], patterns()["generic"]
    first = build.search(stem)
    if first is None:
        return False
    rest = generic.sub("", build.sub("", stem))
    return len(rest) > _MIN_RESIDUE or len(generic.sub("", stem[: first.start()])) >= _MIN_RESIDUE


def _begin(text: str, start: int, end: int, least: int = _MIN_RESIDUE + 1) -> int:
    """Return where a name begins: behind the last verb or particle before it, a verb within the name left alone."""
    at = start
    for edge in patterns()["edge"].finditer(text, start, end):
        if end - edge.end() >= least:
            at = edge.end()
    return at


def _residue(name: str) -> int:
    """Count the characters of a name that are not of generic words."""
    return len(patterns()["generic"].sub("", name))

"""Venues and places of events: 走进潞州区常青街道人大代表联络站 gives a site, 赴长治市 a place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.country import HOME, countries
from kg.extract.event_grammar import any_of
from kg.extract.outlines import BODY, PERSON, PLACE, expand
from kg.mention import Mention
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.outlines import Outline

_STOP = re.compile(
    expand(
        "{P}|{T}|{Q}|集中(?!区)|走进|来到|前往|深入|先后|等(?:地|处|工地|企业|项目|单位|点位|重点|多|\\d|[一二三四五六七八九十两]|$|，|。)|(?:实地|现场|详细|深入|专题)(?:调研|考察|察看|查看|了解|看望|慰问|检查|督导)|"
        "调研|考察(?!站)|察看|查看|了解|看望|慰问|检查(?!站)|督导|督查|视察|听取|主持|召开|举行|举办|开展|指挥(?!部|中心|学院)|参观|参加|出席|会见|会谈|会晤|"
        "使用(?!权)|为(?={P})|同(?={P}|来华|来访|大家|干部|群众|师生|当地|村民)|与|走访|观摩|宣讲|揭牌|开幕|开工|开班|闭幕|启动|发生|进行|共同|正式|发表|接受|接见|送上|成立|挂牌|推进|签署|签约|下线|投产|"
        "启幕|落幕|开赛|闭会|主会场|分会场|作(?!业|坊)|做|看了|的(?:家|调研|考察)|[，；。]"
    )
)
_SPLIT = re.compile("、|以及|及|和(?!田|平|硕|静|顺(?:县|古镇|镇)|政|县|林|龙|布)|并")
_TAIL = re.compile(
    "(?:等(?:地|处|企业|单位|项目|工地|重点|多个|多处|\\d+|[一二三四五六七八九十两几])?.{0,6}|内|里|(?<![一二三四五六七八九十附高初实])中|上|施工现场|现场|一线)$"
)
_GENERIC = re.compile(
    "^(?:该国|许多|众多|一些|不少|各大|某些|多地|[一二三四五六七八九十两几多]+[家个所处座条名些片]|[这该每各某本]|\\d|重点|部分|有关|相关|现场|企业|基层|群众|一线|项目|车间|工地|农村|社区|学校|全[国省市县区州]|"
    "田间|贫困|困难|家|部队|我|他|她|其|此|会|现|当|广大|围绕|服务大局|推进|落实|加强|坚持|实现|以|前往|所|联合|新|当前|近|日|东南|中国|国内|世界|关键|村|镇|乡)[^路街社村]{0,6}$"
    "|^(?:生产|研发|包装|加工|装配|智能|数字化?|制造|总装|组装|中央|产品|企业|便民|政务|居民|学生|培训|康复|手术|检测|监控|调度|指挥|服务|办事|候车|候机|销售|种植|养殖|施工)*(?:车间|生产线|展厅|教室|食堂|病房|办公室|窗口|实验室|门诊部?|现场)$"
)
_NO_SITE = re.compile(
    "^各|[，。；：！？“]$|[的了]|(?:成果|成就|成效|风貌|变化|面貌|情况)$|^[0-9]+[余多]?[家个所处座条名]|返回|设立|(?:开馆|闭馆|开园|闭园|开学|开校|开街|建馆|开站)$"
)
_PREFIX = re.compile("^(?:位于|坐落在|设在|的|当地的?|辖区内?的?|了|附近的)+")
_OF = re.compile("^.{2,16}(?:的|内的|上的)(?=.{3,})")
_ADMIN = re.compile(
    "^(?:.{1,8}?(?:省|自治区))?(?:.{1,8}?(?:市(?![场民容])|自治州|州(?!市)|地区|盟))?(?:.{1,8}?(?:自治县|县|区|市(?![场民容])|旗))"
)
_MOTION = re.compile(
    expand(
        "(?:在|位于|赴|到|到访|来访|造访|往|前往|深入|来到|走进|抵达|奔赴|赶赴|进驻|访问|出访|考察|调研|督导|检查|视察|走访|于|来|(?<![反面相])对|抵|驻)(?P<l>{L}+(?:[、和与及]{L}+)*)(?!河)"
    )
)
_HERE = re.compile(
    expand(
        "(?P<l>{L}+(?:[、和]{L}+)*)(?:(?!”){X}){0,8}?(?=发生|遭|普降|突降|连降|出现|迎来|召开|举行|开展|境内|全区|在全)"
    )
)
_LEVEL = re.compile("(?:省|自治区|(?<!都)市|州|地区|盟|县|(?<![社小园景校辖游发护验范税贸业片库街厂居])区|旗)$")
_CAPITAL = re.compile(
    "在京(?!津)|人民大会堂|中南海|钓鱼台国宾馆|国家博物馆|京西宾馆|天安门|中央军委八一大楼|中国人民抗日战争纪念馆|国家大剧院|国家会议中心|八宝山|故宫|国家体育场"
)
# A place that is not the first word of who it is that comes from there (某国军方, 某国媒体).
_SOMEWHERE = re.compile(f"{PLACE}+(?![{PLACE}人军媒政伊总方民籍外河]|国防|警方|首相)")
_FOREIGN = set("兰尔斯格罗拉卡巴里亚瓦特奥哥莱诺")
_SCENE = re.compile(expand("(?:{T}，)?(?P<s>{O})(?:校园|广场|现场|院)?(?:内|里)(?!部|容)"))
# What a place behind which it stands only sends or links (江苏省第十批援藏项目, 甲市至乙市铁路).
_NOT_THERE = re.compile("至|到|—|－|-|(?:第[一二三四五六七八九十]+批)?(?:对口)?(?:支援|援助|援)|籍")
_WORKS_ABROAD = re.compile("[^，。；]{0,30}?(?:公路|铁路|大桥|水电站|电站|机场|隧道|体育场|港口|高速|连接线)")
_NO_PLACE = re.compile("[两各该本此多数全当]|.{0,2}(?:市县|县市|县区|市区)$")
_CHINA = re.compile("对我国进行|访华(?!期间)|来华(?:进行|访问)")
_MAX_SITE, _MIN_SITE, _LONGEST_STATE = 32, 3, 10


@cache
def _common_venues() -> frozenset[str]:
    return frozenset(row["venue"] for row in read_table("common_venues"))


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, bool], re.Pattern[str]]:
    verbs = {row["verb"]: row["strong"] == "yes" for row in read_table("site_verbs")}
    return (
        re.compile(f"({any_of(list(verbs))})(?![团组中时的后，。；]|期间|人员|工作)"),
        verbs,
        re.compile(f"{any_of([row['suffix'] for row in read_table('venues')])}$"),
    )


def find_sites(outline: Outline, full: str, start: int, end: int, *, strong_only: bool) -> list[str]:
    """Return the venues that verbs of going and looking lead to in `[start, end)` of the outline, as written."""
    verbs, strength, _ = _tables()
    text = outline.text
    found: list[str] = []
    for verb in verbs.finditer(text, start, end):
        if strong_only and verb[1] in {"在", "到", "赴", "对"}:
            continue
        stop = _STOP.search(text, verb.end(), end)
        right = stop.start() if stop else end
        if verb[1] == "对" and (stop is None or stop[0] not in {"进行", "开展"}):
            continue
        whole = stop is not None and stop[0].startswith("等")
        whole = stop is not None and stop[0].startswith("等")
        named = [(_site(outline, full, a, b), a, b) for a, b in _items(text, verb.end(), right)]
        trusted = whole or strength[verb[1]]
        good = [site for site, a, b in named if site and _is_venue(text, a, b, site, trusted=trusted)]
        if good and len(named) > 1:  # one venue in a list vouches for the others
            good = [site for site, a, b in named if site in good or _may_be_venue(text, a, b, site)]
        found += [site for n, site in enumerate(good) if not known_site(site, found + good[:n])]
    return found


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for split in _SPLIT.finditer(text, start, end):
        yield at, split.start()
        at = split.end()
    while end > at and text[end - 1] in "。！？；，":
        end -= 1
    yield at, end


def _site(outline: Outline, full: str, left: int, right: int) -> str:
    if right <= left:
        return ""
    site = full[outline.start_of(left) : outline.end_of(right)].strip()
    site = _TAIL.sub("", _PREFIX.sub("", site))
    if "”" in site[:-_MIN_SITE]:  # an apposition: 首个“研学基地”高家沟纪念馆
        site = site[site.rindex("”", 0, -_MIN_SITE) + 1 :]
    head = _OF.match(site)
    site = site[head.end() :] if head else site
    if site.endswith("情况"):  # 某保护区值班值守情况
        stems = (site[:at] for at in range(len(site) - 2, max(_MIN_SITE, len(site) - _LONGEST_STATE) - 1, -1))
        return next((s for s in stems if _tables()[2].search(s) and not re.search("等|项目$|工程$", s)), site)
    return site


def _may_be_venue(text: str, left: int, right: int, site: str) -> bool:
    """Say whether `site` has nothing against it but that its last word is no known venue's."""
    if not _MIN_SITE <= len(site) <= _MAX_SITE // 2 or _GENERIC.match(site) or PERSON in text[left:right]:
        return False
    if site in _common_venues():
        return False
    return PLACE * (right - left) != text[left:right] and not re.search(
        "[，。；：！？“”的了]|情况|工作|企业$|发展|建设", site
    )


def _is_venue(text: str, left: int, right: int, site: str, *, trusted: bool) -> bool:
    suffix = _tables()[2]
    if (
        not _MIN_SITE <= len(site) <= _MAX_SITE
        or _GENERIC.match(site)
        or suffix.fullmatch(site)
        or site in _common_venues()
        or PERSON in text[left:right]
    ):
        return False
    if _NO_SITE.search(site) or site.count("“") != site.count("”"):
        return False
    if text[left:right] == PLACE * (right - left):
        return bool(re.search("村$|社区$|小镇$|古镇$|园区?$", site))
    if suffix.search(site.rstrip("”")) and not site.endswith(("发展", "建设")):
        return True
    if text[right - 1] == BODY:
        return len(site) > _MIN_SITE
    return trusted and text[left] == PLACE and right - left > 1


def known_site(site: str, found: list[str]) -> bool:
    """Say whether `found` has the venue already, under a longer, shorter or looser name (滨江壹号工地)."""
    return any(
        site in other or other in site or (site[:4] == other[:4] and site.endswith(("工地", "现场"))) for other in found
    )


def _lowest(outline: Outline, run: str, at: int) -> Iterator[str]:
    """Yield one place per run of adjoining places: 湖北省武汉市 is 武汉市; townships only where they stand alone."""
    for part in re.finditer(f"{PLACE}+", run):
        names = [
            item.name
            for _, item in outline.iter_items(PLACE, at + part.start(), at + part.end())
            if isinstance(item, Mention)
            and not _NO_PLACE.match(item.name)
            and not _cut(outline.text, at + part.start())
        ]
        counties = [name for name in names if _LEVEL.search(name)]
        chosen = counties[-1:] or [name for name in names if not re.search("[村路]$|社区$", name)][:1]
        yield from chosen


def _cut(text: str, at: int) -> bool:
    """Say whether a place begins inside a foreign one (南里奥格兰|德州)."""
    return text[max(0, at - 1) : at] in _FOREIGN and text[max(0, at - 2) : at - 1] not in {"在", "到", "，", ""}


def find_places(outline: Outline, start: int, end: int) -> list[str]:
    """Return the administrative units that the happening told in `[start, end)` took place in."""
    found: list[str] = []
    for pattern in (_MOTION, _HERE):
        for match in pattern.finditer(outline.text, start, end):
            for name in _lowest(outline, match["l"], match.start("l")):
                if name not in found:
                    found.append(name)
    if not found and _CAPITAL.search(outline.text, start, end):
        found.append("北京市")
    return found


def scene_of(outline: Outline, full: str, start: int, end: int) -> str | None:
    """Return the venue that an opening of a sentence shows (北京大学校园内洋溢着青春气息), or None."""
    match = _SCENE.match(outline.text, start, end)
    return full[outline.start_of(match.start("s")) : outline.end_of(match.end("s"))] if match else None


def find_named(outline: Outline, start: int, end: int) -> list[str]:
    """Return the one place that stands in the name of a happening (北京市首批重大项目开工)."""
    runs = list(re.finditer(f"(?P<l>{PLACE}+)", outline.text[start:end]))
    if len(runs) != 1 or _NOT_THERE.match(outline.text, start + runs[0].end(), end):
        return []
    at = start + runs[0].start()
    sure = {
        item.name
        for _, item in outline.iter_items(PLACE, at, start + runs[0].end())
        # A district's bare name is often something else (科尔沁草原).
        if isinstance(item, Mention) and (item.text == item.name or item.name.endswith(("省", "市", "自治区")))
    }
    if _WORKS_ABROAD.match(outline.text, start + runs[0].end(), end):  # 柬埔寨|金巴高速公路
        abroad = [i.name for _, i in outline.iter_items(PLACE, at, start + runs[0].end()) if isinstance(i, Mention)]
        abroad = [name for name in abroad if name in countries() and name not in HOME]
        if abroad:
            return abroad
    return [name for name in _lowest(outline, runs[0]["l"], at) if is_county(name) and name in sure]


def find_stricken(outline: Outline, start: int, end: int) -> list[str]:
    """Return the place that the clauses up to the verb of an incident name last (国道212线朝天段)."""
    named: list[str] = []
    for run in _SOMEWHERE.finditer(outline.text, start, end):
        named += _lowest(outline, run[0], run.start())
    return named[-1:]


def find_shown(outline: Outline, start: int, end: int) -> list[str]:
    """Return the place that the clauses before 在此 show first (某市某广场彩旗飘扬，活动在此举行)."""
    run = re.compile(f"{PLACE}+").search(outline.text, start, end)
    return list(_lowest(outline, run[0], run.start())) if run else []


def is_county(name: str) -> bool:
    """Say whether a place is a county, a city, or something above."""
    return _LEVEL.search(name) is not None


def scene(outline: Outline, start: int, end: int) -> str | None:
    """Return the place that a scene-setting opening names (四月的湛江，碧波涌动), or None."""
    match = re.compile(expand("(?:{T}|{X}{1,4})的(?P<l>{L}+)，")).match(outline.text, start, end)
    return next(_lowest(outline, match["l"], match.start("l")), None) if match else None


def to_china(text: str, start: int, end: int) -> bool:
    """Say whether a visit told in `[start, end)` leads to China by its words alone (访华, 对我国进行国事访问)."""
    return _CHINA.search(text, start, end) is not None


def capital_venue(text: str) -> bool:
    """Say whether a venue or phrase lies in the capital by its name alone (人民大会堂, 在京)."""
    return bool(_CAPITAL.search(text))


def place_of_name(name: str) -> str | None:
    """Return the county or city that a venue's or body's own name starts with (疏勒县人民医院: 疏勒县), or None."""
    match = _ADMIN.match(name)
    if match is None:
        return None
    units = re.findall(".{1,8}?(?:自治区|自治州|自治县|省|市(?![场民容])|州(?!市)|县|区|旗|盟)", match[0])
    return (
        units[-1]
        if units and not re.search("园区|社区|小区|景区|校区|市区|地区|军区|战区|辖区|片区|库区|特区", units[-1])
        else None
    )

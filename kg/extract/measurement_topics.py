"""Topics: what a number may be about: programmes, places, bodies, people, things built, events held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.place_chains import place_chains
from kg.language.cues import Cued
from kg.language.name_evidence import is_transliterated
from kg.language.words import cut, longest, tag
from kg.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.mention import Annotated, Mention

_FUNCTION = set("vdpcr")
_EVENT_TAIL = (
    "(?:对接会|展销会|博览会|交易会|洽谈会|招聘会|推介会|那达慕|运动会|农博会|(?:文化|旅游|艺术|冰雪|美食|采摘|啤酒|电影|音乐|戏剧|丰收"
    "|购物|消费|桃花|梨花|杏花|牡丹|荷花|菊花|油菜花|杜鹃|葡萄|草莓|体育)节|庙会|灯会|马拉松|宣讲报告会)"
)
_HELD = Cued(_EVENT_TAIL)
_GAMES = Cued(
    "(?:本届|上届|第[一二三四五六七八九十0-9]+届|[0-9]{4}年?)?(?:夏季|冬季)?"
    "(?:奥运会|冬奥会|残奥会|亚运会|亚残运会|大运会|全运会|进博会|广交会|服贸会|消博会|东博会|农交会|数博会)"
)
_HELD_NAME = re.compile(
    "(?:第[一二三四五六七八九十0-9]+届|[0-9]{4}年?)?(?:(?![的在由为与和名场完是自])[\u4e00-\u9fffA-Za-z0-9·]){2,16}$"
)
_NAME_REACH, _LONGEST_NAME = 26, 5
_AGAIN = re.compile(f"^(?:本届|上届|本次|此次|这次|该)(?P<tail>.*?{_EVENT_TAIL})$")
_WORK = Cued("(?:(?<=[。，；\n])|^)《(?P<name>[^《》\n]{2,40})》")
_BUILT = Cued(
    "(?:(?<=[。，；、\n的])|^)(?P<name>(?:(?![的了，该其])[\u4e00-\u9fffA-Za-z0-9]){3,14}?)"
    "(?=(?:总投资|概算|全长|占地|总?建筑面积|装机|总装机|库容|总长|设床位|设计年产|年产))"
)
_NO_BODY = re.compile(
    "党的|(?:全[国省市县])?累计|改造|改建|新建|建设|实施|开展|举办|推进|加快|发展|培训|带动|完成|提供|提升|加强|建成"
)
_BODY_TAIL = re.compile(
    "(?:公司|集团|大学|学院|医院|学校|中学|小学|研究[院所]|委员会|协会|联合会|[部局厅署]|银行|合作社|[军队团]|中心|办公室|法院"
    "|检察院|政府|基金会|商会|组织|机构|部门|企业|车间|站|厂)$"
)
_VAGUE = re.compile("[两各多当本外沿]地|部分|有关|多个|周边|各")
_ALL_OF = re.compile("全[省市县区州旗国]$|各级?$")
"""Before a body's name these make it the name of its sort: 全市义务教育学校."""
_COUNTABLE = {"body", "built", "site"}
_THING = re.compile(
    "(?:(?![的在与和及将是对从由向有等为已个条座])[\u4e00-\u9fff]){0,8}?"
    "(?:生产建设兵团|合作区|开发区|高新区|产业园区?|工业园区?|自贸区|自贸试验区|保税区|经开区|景区|口岸|运河|铁路|高铁|城际铁路|高速公路|水电站|核电站|电站"
    "|水库|大桥|大坝|灌区|机场|港[区域]?|油田|气田|煤矿|盆地|平原|高原|半岛|草原|湿地|流域)(?![委局站部口段])"
)
_GENERAL = re.compile("项目|工程|总|其|全线|线路|计划|预计|目前|累计|建筑|室内|占|设计")
_OPENING = Cued(
    "(?:(?<=[。！？；\n])|^)(?P<name>(?:(?![的在与和及将，。：])[\u4e00-\u9fff]){2,12}?"
    "(?:运河|铁路|高铁|高速公路|水电站|核电站|抽水蓄能电站|电站|水库|大桥|灌区|机场|油田|气田|煤矿|合作区|开发区|高新区))(?![委局站部口管办网段])"
)
_CRAFT = Cued(
    "“[^“”，。]{2,10}”[\u4e00-\u9fff]{0,6}?(?:潜水器|班列|列车|卫星|火箭|飞船|客机|货轮|邮轮|油轮|盾构机|气田|油田|机组|平台|号)"
)
_SIGNED = Cued(
    "(?:签约|引进|引入|投资建设|开工建设|建设|实施|总投资[0-9.]+亿元的)(?:了|的)?"
    "(?P<name>(?:(?![，。；、的了“”])[\u4e00-\u9fffA-Za-z0-9]){4,18}项目)(?=[，。；、开正在])"
)


@value(order=True)
class Topic:
    """Something named that a number may be about."""

    start: int
    end: int
    name: str
    kind: str


def find_topics(annotated: Annotated, programmes: Iterable[Topic], people: Iterable[str] = ()) -> tuple[Topic, ...]:
    """Find the topics of an article in order, the outermost where they overlap; `people` are names met as well."""
    text = annotated.article.full.text
    topics = list(programmes)
    named = [m for m in annotated.places if m.kind == "place" and not _VAGUE.match(m.text) and not _is_nameless(m)]
    topics += [Topic(chain.start, chain.end, chain.name, "place") for chain in place_chains(named)]
    topics += [Topic(m.start, m.end, "", "unknown") for m in annotated.places if _is_nameless(m)]
    topics += [Topic(m.start(), m.end(), m["name"], "work") for m in _WORK.finditer(text)]
    built = [m for m in _BUILT.finditer(text) if _is_thing(m["name"])]
    topics += [Topic(*m.span("name"), m["name"], "built") for m in built]
    topics += _things(text, topics)
    topics += [Topic(*m.span("name"), m["name"], "programme") for m in _SIGNED.finditer(text)]
    topics += [Topic(m.start, m.end, m.name, "site") for m in annotated.places if m.kind != "place"]
    bodies = [m for m in annotated.bodies if _is_body(m) and not _ALL_OF.search(text, max(0, m.start - 2), m.start)]
    topics += [Topic(m.start, m.end, m.name, "body") for m in bodies]
    topics = [topic for topic in topics if topic.kind != "body" or not _cut_short(text, topic)]
    topics += [Topic(m.start, m.end, m.name, "person") for m in annotated.persons if _is_name(m.name)]
    known = {m.start for m in annotated.persons}
    topics += [
        Topic(m.start(), m.end(), name, "person")
        for name in people
        for m in re.finditer(re.escape(name), text)
        if m.start() not in known
    ]
    topics += _gatherings(text)
    topics += _games(text, topics)
    # 800家国家企业技术中心: what a number counts is no subject.
    counted = {quantity.end for quantity in annotated.quantities}
    topics = [topic for topic in topics if topic.start not in counted or topic.kind not in _COUNTABLE]
    return _outermost(topics)


def _is_nameless(place: Mention) -> bool:
    """Say whether a place is only pointed at, and nothing named is what it means (该市, 全县 of nowhere)."""
    return place.how == "pronoun" and place.name == place.text


def _things(text: str, topics: Sequence[Topic]) -> Iterator[Topic]:
    """Find what is built or made under a name: 甲乙合作区, “丙丁一号”潜水器."""
    for place in topics:
        if place.kind == "place" and (thing := _THING.match(text, place.end)):
            yield Topic(place.start, thing.end(), text[place.start : thing.end()], "built")
    for first in _OPENING.finditer(text):
        if _is_thing(first["name"]):
            yield Topic(*first.span("name"), first["name"], "built")
    for craft in _CRAFT.finditer(text):
        yield Topic(*craft.span(), craft.group(), "built")


def _cut_short(text: str, topic: Topic) -> bool:
    """Say whether a body ends inside a word: 农业部|门."""
    return len(longest(text, topic.end - 1)[0]) > 1


def _is_thing(name: str) -> bool:
    """Say whether words name a thing: no verb or pronoun begins them, no verb ends them (预计新增)."""
    if _GENERAL.match(name):
        return False
    parts = cut(name)
    return tag(parts[0])[:1] not in _FUNCTION and tag(parts[-1]) != "v"


def _is_name(name: str) -> bool:
    """Say whether a name is none of a run of words that was taken for one."""
    return len(name) <= _LONGEST_NAME or "·" in name or is_transliterated(name)


def _is_body(body: Mention) -> bool:
    """Say whether a body may be what a number describes: one known by its tail needs a telling one."""
    if _NO_BODY.match(body.text):
        return False
    return body.how != "own" or bool(_BODY_TAIL.search(body.text))


def _gatherings(text: str) -> Iterator[Topic]:
    """Find what is held under a name; 本届那达慕 is the one named in full before."""
    names: list[str] = []
    for found in _HELD.finditer(text):
        before = _HELD_NAME.search(text[max(0, found.start() - _NAME_REACH) : found.start()])
        if before is None:
            continue
        start = found.start() - len(before.group().removeprefix("距离").removeprefix("距"))
        name = text[start : found.end()]
        again = _AGAIN.match(name)
        kind = "event"
        if again:
            named = next((full for full in reversed(names) if full.endswith(again["tail"])), None)
            name, kind = named or "", kind if named else "unknown"  # 本次招聘会 of no name
        else:
            names.append(name)
        yield Topic(start, found.end(), name, kind)


def _games(text: str, topics: Sequence[Topic]) -> list[Topic]:
    """Find games and fairs under their short names, the place before them and the ordinal with them."""
    places = {topic.end: topic for topic in topics if topic.kind == "place"}
    out: list[Topic] = []
    for found in _GAMES.finditer(text):
        place = places.get(found.start())
        start = place.start if place else found.start()
        name = text[start : found.end()]
        if found.group().startswith(("本届", "上届")):
            tail = found.group()[2:]
            name = next((one.name for one in reversed(out) if one.name.endswith(tail) and one.name != tail), "")
        out.append(Topic(start, found.end(), name, "built" if name else "unknown"))
    return out


def _outermost(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """Drop the topics that lie within a longer one."""
    out: list[Topic] = []
    end = -1
    for topic in sorted(topics, key=lambda t: (t.start, -t.end, t.kind != "programme", t.name)):
        if topic.start >= end:
            out.append(topic)
            end = topic.end
    return tuple(out)

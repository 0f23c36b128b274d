"""The shapes of programmes' names in Chinese news, as regular expressions over the lexicon's words."""

from __future__ import annotations

import re
from functools import cache

from kg.language.cues import Cued
from ontology import read_table

_QUOTED = "“[^“”，。；！？\n]{2,16}”"
_LIST = f"{_QUOTED}(?:(?:[和、及与]|以及)?{_QUOTED})*"
_BRAND = "(?:劳务|用工|就业|培训)品牌"
_HAN = "[\u4e00-\u9fffA-Za-z0-9·+（）()—-]"


@cache
def words(kind: str) -> tuple[str, ...]:
    """Return the words of a kind, the longest first."""
    rows = {row["word"] for row in read_table("programme_words") if row["kind"] == kind}
    return tuple(sorted(rows, key=lambda word: (-len(word), word)))


def _any(*kinds: str) -> str:
    return "(?:" + "|".join(re.escape(word) for kind in kinds for word in words(kind)) + ")"


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Return the heads of names, each with its kind and whether it may stand without quotation marks."""
    return {row["head"]: (row["kind"], row["bare"] == "yes") for row in read_table("programme_heads")}


@cache
def shapes() -> dict[str, Cued]:
    """Return the patterns that are looked for in a whole text, by what they read."""
    every = "|".join(sorted(heads(), key=lambda head: (-len(head), head)))
    bare = "|".join(sorted((h for h, (_, b) in heads().items() if b), key=lambda head: (-len(head), head)))
    after = f"(?!{_any('not_after')})"
    return {
        "quoted": Cued(
            f"{_QUOTED}(?P<mid>(?:(?![的了在为是和与及等将已被]|参加|登录|工作|融入|走进|举|启动|组织|召开|荣获|确保|提供|带动|推动|加强)[\u4e00-\u9fff]){{0,12}}?)(?P<head>{every}){after}"
        ),
        "own": Cued(
            "“(?P<name>[^“”，。；！？\n]{2,18}(?P<head>工程|行动|计划|项目|基地|示范区|工作站)|[^“”，。；！？\n]{2,8}(?P<drive>攻势|大会战))”"
        ),
        "called": Cued(
            f"(?P<name>{_QUOTED})是[^，。；“”]{{0,24}}(?:推出|发起|实施|启动|打造|组织|开展)的[^，。；“”]{{0,12}}?(?P<head>培训工程|技能培训|培训项目|工程|项目|行动|活动)"
        ),
        "brands": Cued(
            f"{_BRAND}[\u4e00-\u9fff]{{0,3}}(?P<after>{_LIST})|(?P<before>{_LIST})(?:等)?(?:[0-9一二两三四五多几]+个?)?[\u4e00-\u9fff]{{0,4}}{_BRAND}"
        ),
        "is_brand": Cued(f"(?P<name>{_LIST})等?(?:培训)?(?:已成为|成为|是|作为|系)[^，。；]{{0,16}}{_BRAND}"),
        "listed": Cued(
            f"(?P<list>{_LIST})(?:等[\u4e00-\u9fff]{{0,6}}(?:项目|工程|行动|计划)|打造成[^，。；]{{0,16}}(?:项目|工程))"
        ),
        "list_end": Cued(f"等(?:重大|重点|民生|一批|系列)?(?:工程项目|项目|工程)(?!{_any('not_after')})"),
        # 计划 before a verb is itself one (某国计划对…); as a name's head something must end it.
        "bare": Cued(
            f"(?P<head>{bare}){after}(?:(?<!计划)(?<!规划)|(?=[，。；、）”》的和与等\n]|$|启动|实施))(?P<phase>[一二三四]期)?"
        ),
        "work": Cued("《(?P<name>[^《》\n]{4,60})》"),
        "base": Cued(
            f"(?:^|[，。；：\n\\s])(?P<name>{_HAN}{{3,20}}(?:基地|产业园|示范区|工作站|中心))(?:全面|正式|顺利|在[^，。]{{2,12}})?"
            "(?:投产|揭牌|建成|开工|启用|挂牌|落成|投用|成立)"
        ),
        "series": Cued(
            "(?:开展|深化)(?P<name>[\u4e00-\u9fff]{3}(?:、[\u4e00-\u9fff]{3}){2,5})(?:工作|活动|行动|专项行动)"
        ),
        "line": Cued(
            "(?P<head>高铁|水电站|核电站|抽水蓄能电站)(?=[^，。；\n]{0,8}(?:运营|建设|开工|通车|投产|贯通|建成|第[0-9]+台|动工|竣工))"
        ),
        # A clause that begins with a bridge or a railway and goes on with its building: 甲乙铁路丙丁段开工建设.
        "built": Cued(
            f"(?:^|[，。；：\n\\s])(?P<name>{_HAN}{{2,12}}(?:大桥|特大桥|隧道|铁路|高速公路|高速|水库)(?:[\u4e00-\u9fff]{{1,3}}段)?)"
            "(?:日前|近日|顺利|正式|已|正在|全面|今天|昨日)*(?:完成|开工|动工|竣工|建成|通车|贯通|合龙|投用|总投资)"
        ),
        "under_way": Cued(
            "(?P<head>城际铁路|铁路|高铁|运河|水利枢纽|抽水蓄能电站|水电站|核电站|光伏电站|风电场|(?:风电|光伏|风光|风光电|清洁能源)基地)"
            "(?![局网线警])"
        ),
    }


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns for what stands in and around names, by what they read."""
    return {
        "list": re.compile(f"{_HAN}{{3,24}}(?:、{_HAN}{{3,24}})+$"),
        "going": re.compile(
            "[^，。；、\n]{0,10}?(?:位于|坐落|运营|开建|开工|通车|投产|贯通|建成|动工|竣工|全长|总投资|总装机|装机|累计|工地|建设|开通)"
            "|(?:项目|工程)|[^，。；\n]{0,3}是[^，。；\n]{0,20}(?:项目|工程|铁路|运河|电站)"
        ),
        "builders": re.compile("(?:承建|援建|修建|建设|共建|投建)(?:的|了)?$"),
        "no_line": re.compile(
            "最大|大型|容量|变速|[多两几]|条$|字形|一批|首[条座个]|[与和及第]|^(?:节后|春运|暑运|假期|中国|国家|全国|我国|世界|亚洲|全球|全省|全市|普速|国有|地方|客运|货运|大)"
        ),
        "stop": re.compile(
            "[，。；：！？、\n\\s“”《》,;:!?]|——|[0-9]+余?[个项]|[0-9.]+[万亿]?[元亩吨]"
            "|(?:工程|项目|行动|计划|机制|村|寨|镇|乡)[和与及]|(?:工程|项目)(?=[\u4e00-\u9fff])"
        ),
        "adjective": re.compile("(?:[全我][省市县区州旗]|重要|重大|一批|首批|全新|新一轮|一系列|相关|有关|各类)*"),
        "seat": re.compile("[全我][省市县区州旗]$"),
        "launched": re.compile("(?:今[天日]|正式|全面|自[^，。；]{1,10})*(?:启动|展开|开始)"),
        "labour": re.compile("劳务|用工|务工|就业|家政|技工|月嫂|护工|技能"),
        "pair": re.compile("“[\u4e00-\u9fff]{2,6}[-－—]{1,2}[\u4e00-\u9fff]{2,6}”$"),
        "verb": re.compile(_any("verb") + "(?:了|过|好)?"),
        # 库布其, 土耳其 end in 其; a particle may begin a word of a name
        "edge": re.compile(f"(?:(?<![布耳])|(?!其))(?!{_any('whole')})" + _any("verb", "edge") + "好?"),
        "generic": re.compile(_any("generic")),
        "build": re.compile(_any("build")),
        "train": re.compile(_any("train")),
        "never": re.compile(_any("never") + "|(?<![促推改引前跟])进行"),
        "wide": re.compile(_any("wide")),
        "issue": re.compile(f"{_any('issue')}[^，。；《》]{{0,8}}$"),
        "policy": re.compile(f"{_any('policy')}(?:[（(][^）)]{{1,20}}[）)])?$"),
        "planning": re.compile(f"{_any('planning')}(?:[（(][^）)]{{1,20}}[）)])?$"),
    }

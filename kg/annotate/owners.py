"""Whose a body is that names no owner where people of other countries are told of, and whether its name is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.body import is_national, kind_of
from kg.country import HOME, country_of
from kg.country import countries as countries_known
from kg.language.cues import Tail
from kg.language.name_evidence import element_at
from kg.language.names import is_foreign_name
from kg.language.words import cut, cuts, tag
from kg.values import replace

if TYPE_CHECKING:
    from kg.annotate.office_units import Chain, Unit
    from kg.mention import Mention

_ENDS_SPEECH = {"。", "！", "？", "…"}
_NOT_CHINAS = {"总理", "副总理", "总统", "副总统", "首相", "副首相", "国王", "王储", "外相"}
_OTHER_PARTY = re.compile(
    "(?:国民党革命委员会|民主同盟|民主建国会|民主促进会|农工民主党|农工党|致公党|九三学社|台湾民主自治同盟|民革|民盟"
    "|民建|民进|台盟|共青团|共产党|党)[^，。、\n]{0,10}届?$"
)
_FOREIGN_PARTIES = ("越共中央", "古共中央", "老挝人民革命党中央", "老挝人革党中央", "朝鲜劳动党中央")
_OF_PARTY = {"中央委员会", "中央政治局", "政治局", "中央书记处"}
_LEADS_PARTY = {"主席", "第一书记", "总书记"}
_HAN_RUN = re.compile("[\u4e00-\u9fff]+$")
_BEFORE_POST = set("由和与对向同请在是让及以为据听任当的")
_THIS = Tail(
    "(?:该|本|我)?(?:公司|集团|厂|局|院|校|村|中心|站|所|社|会|行|馆|单位|企业|工厂|合作社|医院|学校|学院|协会|项目部)$"
)
_MINISTRIES = ("国防部", "外交部", "财政部", "内政部", "司法部")
_TWO_STATES = Tail("[中美俄日韩法德英欧印]{2}$")  # 美中|贸委会
_TOWNS = set("城山港湾堡")  # 伦敦金融城|市长
_LEFT = 6
_PARTY_REACH = 20


def stands_free(text: str, start: int) -> bool:
    """Say whether nothing that could name a body stands right before a bare post (渤海活塞|总经理)."""
    before = text[start - 1 : start]
    plain = not ("\u4e00" <= before <= "\u9fff") or before in _BEFORE_POST or start == 0
    return plain or _THIS.search(text, max(0, start - 6), start) is not None or text.endswith("当选", 0, start)


def nearer_country(chain: Chain, low: int, countries: list[Mention]) -> None:
    """格林纳达民族民主大会党领袖、政府总理米切尔: a country named since the office before is the nearer one."""
    first = chain.units[0]
    between = [c for c in countries if low <= c.start and c.end <= first.start]
    if between and chain.persons and first.how == "inherited" and first.body in countries_known() and not first.infix:
        chain.units[0] = replace(first, body=between[-1].name)
    before = [c for c in countries if c.end <= first.start]
    if before and first.how == "discourse" and first.post in _NOT_CHINAS and first.body.endswith("政府"):
        chain.units[0] = replace(first, body=before[-1].name)


def settle_owner(text: str, chain: Chain, countries: list[Mention]) -> None:
    """What is said of foreigners without a country is of theirs: the chain's own, else the one named last.

    波兰副总理兼国防部长A, 越共中央政治局委员、公安部部长B, 国防部长加兰特 (told of abroad; his name is no Chinese one).
    """
    if not chain.persons:
        return
    owner = next((c for c in (_abroad(unit.body) for unit in chain.units) if c), "")
    foreign = all(is_foreign_name(p.name) for p in chain.persons)
    _check_edge(text, chain)
    local = any(element_at(p.name, 0) for p in chain.persons)
    for at, unit in enumerate(chain.units):
        if not unit.body and unit.how == "none" and foreign and unit.post.removeprefix("现任") in _NOT_CHINAS:
            chain.units[at] = _of_sentence(text, unit, countries)
        if not unit.body or _abroad(unit.body):
            continue
        if unit.body in HOME and unit.post in _NOT_CHINAS:  # 会见|总理安瓦尔: China's is 国务院总理
            chain.units[at] = _of_last(unit, countries if foreign else [])
        elif (foreign or owner) and _is_strange(text, unit, local=local):
            chain.units[at] = replace(unit, body="", how="unread")
        elif (foreign or owner) and _is_of_state(unit):
            chain.units[at] = _of_owner(unit, owner, countries)


def _of_last(unit: Unit, countries: list[Mention]) -> Unit:
    """Return an office of state with the country named last before it, unread if none was."""
    before = [c for c in countries if c.end <= unit.start]
    body = before[-1].name if before else ""
    return replace(unit, body=body, how="discourse" if body else "unread")


def _of_sentence(text: str, unit: Unit, countries: list[Mention]) -> Unit:
    """土耳其最高选举委员会宣布，现任总统A: of the one country that the sentence has named."""
    opened = max(text.rfind(stop, 0, unit.start) for stop in "。！？\n") + 1
    named = {c.name for c in countries if opened <= c.start and c.end <= unit.start}
    return replace(unit, body=named.pop(), how="discourse") if len(named) == 1 else unit


def _of_owner(unit: Unit, owner: str, countries: list[Mention]) -> Unit:
    """Return an office with its body as the owner's, or as that of the country named last."""
    if owner:
        return replace(unit, body=_joined(owner, unit.body), how="inherited")
    before = [c for c in countries if c.end <= unit.start]
    body = _joined(before[-1].text, unit.body) if before else ""
    return replace(unit, body=body, how="discourse" if body else "none")


def _is_strange(text: str, unit: Unit, *, local: bool) -> bool:
    """Say whether nobody can tell whose an office of foreigners is: 旧金山|市长A, 共产党|中央委员会|主席B."""
    if unit.post in _LEADS_PARTY and unit.body in {*_OF_PARTY, "中共中央"}:
        return True
    return unit.how == "level" and not local and not stands_free(text, unit.start)


def _check_edge(text: str, chain: Chain) -> None:
    """A body whose name begins further left than was read is not known, or not sure."""
    first = chain.units[0]
    if _abroad(first.body):
        return
    before = text[first.start - 1 : first.start]
    # Behind a whole sentence of speech (…。”市城管局局长A表示) the name begins here, that of “星火”学校 further left.
    spoken = text[first.start - 2 : first.start - 1] in _ENDS_SPEECH
    if first.how in {"own", "level"} and before in {"”", "’", "》"} and not spoken:
        chain.units[0] = replace(first, body="", how="unread")
    if first.how == "level" and _led_by_place(text, first.start):
        chain.units[0] = replace(first, body="", how="unread")
    if first.how != "own":
        return
    if _cut_word(text, first):
        chain.units[0] = replace(first, body="", how="unread")
    elif _led_by_noun(text, first.start) or (before in {"与", "和"} and is_foreign_name(chain.persons[0].name)):
        chain.units[0] = replace(first, how="brand")


def _abroad(body: str) -> str:
    """Return what the bodies of a foreign state or party begin with, "" for one of China's or of nobody's."""
    party = next((p for p in _FOREIGN_PARTIES if body.startswith(p)), "")
    country = country_of(body)
    return party or ("" if country in HOME else country)


def _is_of_state(unit: Unit) -> bool:
    """Say whether every country has a body of this name (外交部, 中央书记处)."""
    if unit.body.startswith(("中央", "政治局", "中组部", "中宣部", "中办")) and unit.body != "中央军委":
        return True
    if unit.how in {"own", "brand"} and unit.body.startswith(_MINISTRIES):
        return True
    return unit.how == "own" and is_national(unit.body) and kind_of(unit.body) == "department"


def _joined(owner: str, body: str) -> str:
    """越共中央|书记处, 波兰|国防部: a party's name for its own organs, its country's for ministries."""
    if body.startswith("中央") and owner in _FOREIGN_PARTIES:
        return owner + body.removeprefix("中央")
    return (country_of(owner) or owner) + body


def _cut_word(text: str, unit: Unit) -> bool:
    """Say whether the body begins in the middle of a word, or right behind a bracket that is part of its name."""
    start = unit.start
    if start == 0:
        return False
    if unit.body.startswith(("中央委员会", "中央书记处", "中央常务")) and _OTHER_PARTY.search(
        text, max(0, start - _PARTY_REACH), start
    ):
        return True
    if unit.body[0] in "兼暨":
        return True
    return (
        text[start - 1] == "）" or _TWO_STATES.search(text, max(0, start - 2), start) is not None or cuts(text, start)
    )


def _led_by_place(text: str, start: int) -> bool:
    """Say whether a place that no table of divisions holds stands right before a level (河内|市委书记)."""
    run = _HAN_RUN.search(text, max(0, start - _LEFT), start)
    word = cut(run[0])[-1] if run is not None else ""
    return tag(word).startswith("ns") or (word != "" and word[-1] in _TOWNS)


def _led_by_noun(text: str, start: int) -> bool:
    """Say whether a noun stands right before a body: its name may begin further left (生态|安全委员会)."""
    run = _HAN_RUN.search(text, max(0, start - _LEFT), start)
    if run is None:
        return False
    word = cut(run[0])[-1]
    kind = tag(word)
    return len(word) > 1 and kind[:1] in {"n", "b", "j", "a"} and not kind.startswith(("nr", "ns"))

"""Words that say how a number stands to what was counted before it: 同比增长, 恢复至2019年同期, 为预算的, 日均.

They have no indicator of their own: what was counted stands in the number before.
"""

from __future__ import annotations

import re

_ADJUSTED = (
    "(?:按(?:可比|不变|同|现行|可比价|可比口径)|剔除|扣除|名义|实际(?=同比|环比|增|下降|上升|回落)|可比(?:价|口径))"
)
_MOVES = (
    "微增|微降|净增|净减|多增|少增|增(?!值|加值|收|绿|量|效)|减(?!税|排|免|震|持|肥|负|贫)|扩大|收窄|缩小|缩减|加快"
    "|放缓|回落|回升|反弹|下[降跌滑调]|提(?!取|供|案|名|请)|上[升涨调浮]|降(?!雨|水|雪|温|本)|涨|跌|翻"
)
CHANGES = re.compile(
    f"^(?:同比|环比|比(?!重|例|率|赛|如)|较(?!为|大|多|少|好)|(?:大幅|小幅|明显|略|持续|继续|进一步)?(?:{_MOVES})|{_ADJUSTED}|偏[多少高低]|年均(?:增长|下降|提高|递增)"
    "|高于|低于|快于|慢于|多于|少于|高出|低出|超出|优于|好于|恢复[到至]|恢复$|相当于)"
)
"""What begins the words of a number that only says how something changed or compares."""
_BASE_END = re.compile(
    f"{_ADJUSTED}|同比|环比|(?<![可占])比(?![重例率赛])|较(?![大为多少好])|(?:大幅|小幅|微|略|净|累计)?(?:增长|增加|增产|下降|减少|减产|提高|提升|上升|上涨|下跌|回落)$"
)
_PER_HEAD = re.compile("(?:平均)?(?:[人户亩日月年村店班]均|每[亩人户天日月年斤公斤吨]{1,2})")
_OWN_PRICE = re.compile("(?:收于|收报|报收于?|报)(?=.)")
_PART_OF = re.compile(
    "^(?:[也且已仅约则均都又又还、]|分别|大约|达到了?)*(?P<verb>为|是|相当于|恢复[到至]|达到?|接近|高达|不足)(?P<what>[^，。；：“”]{2,22})的$"
)
_SAME_TIME = re.compile("(?:[去上前]年|[0-9]{4}年|上年度|上个?月|[上去]年)?(?:同期|同月)?")
_TURN = re.compile(
    "^(?:[也已又更]|大幅|明显|进一步)*(?P<up>增加|提高|增长|上涨|上升|提升|增产|多|高|涨)?(?P<down>减少|下降|降低|下跌|减产|缩短|少|低|跌|降)?了?$"
)
_UNIT_TAIL = re.compile("(?<=..)(?:达到?|为|已达)?每[亩斤吨人户天公]{1,2}$")
NEGATED_TIME = (
    "高于", "低于", "快于", "慢于", "多于", "少于", "超过", "恢复至", "恢复到", "回到", "相当于", "相比于", "高出",
)  # fmt: skip
"""Behind these a time is what the number is compared with, not when it holds."""


def before_change(indicator: str) -> str:
    """Return what an indicator counts, freed of the words that tell a change: 产量 of 产量同比增长."""
    found = _BASE_END.search(indicator)
    return indicator[: found.start()] if found else indicator


def is_per_head(indicator: str) -> bool:
    """Say whether words only tell by whom or what a number is divided: 日均, 人均, 每亩."""
    return _PER_HEAD.fullmatch(indicator) is not None


def is_closing_price(indicator: str) -> bool:
    """Say whether words only tell that a price was that at the close: 收于每桶."""
    return _OWN_PRICE.match(indicator) is not None


def part_of(before: str, base: str) -> str:
    """Return what a ratio is that a clause gives of something else: base and 为预算, of 为预算的(101%); "" for others.

    是去年同期的(5倍) adds nothing: that is a comparison in time.
    """
    found = _PART_OF.match(before)
    if found is None or not base or base in found["what"]:
        return ""
    same = _SAME_TIME.fullmatch(found["what"])
    return base if same and not found["verb"].startswith("恢复") else base + found["verb"] + found["what"]


def turn(before: str) -> str | None:
    """Say whether the bare words before a number lead up or down from the number before: 亩产506公斤，增加4公斤."""
    found = _TURN.match(before)
    if found is None or bool(found["up"]) == bool(found["down"]):
        return None
    return "growth" if found["up"] else "decline"


def without_unit(base: str) -> str:
    """Return what was counted without 每亩 at its end."""
    return _UNIT_TAIL.sub("", base)

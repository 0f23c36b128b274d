"""Offices of those who are sent: whose an ambassador is, and of which embassy, mission or consulate."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.values import replace
from ontology import read_table

if TYPE_CHECKING:
    from kg.annotate.bodies import BodyFinder
    from kg.annotate.office_units import Found, Unit
    from kg.mention import Mention

SENT = ("代表", "大使", "总领事", "公使", "参赞")
"""How posts end that somebody holds who is sent to an organisation or a city."""
ENVOYS = ("大使", "总领事", "公使", "参赞")
"""How posts end that somebody holds who is sent to a country."""
_NEWLY = re.compile("(?:新任|首任|现任|前任|候任|当选|候任|常)$")
_MISSIONS = {"使团", "代表团"}
_BEFORE_SENDER = set("、和与及由")


class EnvoyReader:
    """Reads whom an office stands for, in one text."""

    def __init__(self, text: str, finder: BodyFinder, bodies: dict[int, Mention], places: dict[int, Mention]) -> None:
        """Take the text, and its bodies and places by where they end."""
        self.text, self.finder, self.bodies, self.places = text, finder, bodies, places

    def shorts(self, at: int) -> list[str]:
        """Return the countries for which the character before `at` may stand, and which the text names in full."""
        return [name for name in _country_short().get(self.text[at - 1 : at], ()) if name in self.text]

    def posted(self, found: Found, start: int, name: str) -> tuple[int, str]:
        """伊朗|常驻|联合国|代表 is of Iran's mission; 泰国|驻|上海总领事馆|总领事 of Thailand's consulate."""
        begin = start - 2 if self.text[start - 2] == "常" else start - 1
        sender = self.places.get(begin) or self.bodies.get(begin)
        at = sender.start if sender is not None else begin
        short = self.shorts(begin)
        lead = self.text[begin - 1 : begin]
        if sender is None and not short and lead.isalpha() and lead not in _BEFORE_SENDER:
            return start, name
        owner = "" if sender is not None else short[0] if short else self._sender(begin)
        mission = "" if name.endswith(("馆", "团")) else "代表团" if "代表" in found.post.text else "使团"
        return at, owner + self.text[at:start] + name + mission

    def mission(self, body: Mention, found: Found, between: str) -> Unit | None:
        """俄罗斯|常驻|联合国|第一副|代表; 中国|驻|欧盟|使团|团长."""
        if between in _MISSIONS:
            start, name = self.posted(found, body.start, body.text + between)
            return found.unit(start, found.at, name, "own")
        if not found.post.text.endswith(SENT) or not self.finder.holds(body.end, found.at):
            return None
        start, name = self.posted(found, body.start, body.text)
        unit = found.unit(start, body.end, name, "own")
        return replace(unit, post=between + unit.post)

    def envoy(self, found: Found, start: int, end: int) -> Unit:
        """中国|驻|印度尼西亚|大使: of the embassy, if it is said whose."""
        sender = self.places.get(start - 1)
        office = "总领事馆" if found.post.text.endswith("领事") else "大使馆"
        begin = sender.start if sender is not None else start - 1
        short = self.shorts(begin)
        owner = "" if sender is not None else short[0] if short else self._sender(start - 1)
        name = owner + self.text[begin:end]
        return found.unit(begin, end, name + office, "own", "embassy")

    def _sender(self, at: int) -> str:
        """Return whose an envoy is that stands alone: of the country before 新任, else China's (驻赞比亚大使)."""
        word = _NEWLY.search(self.text, max(0, at - 8), at)
        place = self.places.get(word.start()) if word else None
        return place.text if place is not None else "中国"


@cache
def _country_short() -> dict[str, tuple[str, ...]]:
    """Return the countries that one character may stand for (俄: 俄罗斯)."""
    return {row["short"]: tuple(row["names"].split(",")) for row in read_table("country_short")}

"""Lists of a body's members that a sentence before opens: 任命了…委员会组成人员。他们是：主任A，副主任B、C."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mention import Mention

_OPENS = re.compile(
    "(?:[他她]们(?:分别)?是|名单(?:如下|为|是)|(?:组成人员|成员|班子成员)(?:如下|为|是|有)|如下)[：:]?\n?$"
)
_MEMBERS = re.compile(
    "(?:的)?(?:新一届|第[一二三四五六七八九十]+届)?(?:组成人员|领导成员|领导班子|领导机构|班子成员|成员|主席团|名单)"
)
_FAR = re.compile("[。\n][^。\n]*[。\n][^。\n]*[。\n]")
_CHOSEN = re.compile("(?P<appointed>任命|聘任)|(?P<elected>选举|推选|选出)")
_REACH, _TOLD = 20, 200


def roster_of(text: str, start: int, bodies: list[Mention]) -> Mention | None:
    """Return the body whose members a list names from `start` on, None where no list begins there."""
    opens = _OPENS.search(text, max(0, start - _REACH), start)
    if opens is None:
        return None
    of = [body for body in bodies if body.end <= opens.start() and _MEMBERS.match(text, body.end)]
    return of[-1] if of and not _FAR.search(text, of[-1].end, opens.start()) else None


def change_of(text: str, start: int) -> str:
    """Return what the sentences before a list at `start` say was done to its members, "" where they are only named."""
    told = [match.lastgroup or "" for match in _CHOSEN.finditer(text, max(0, start - _TOLD), start)]
    return told[-1] if told else ""

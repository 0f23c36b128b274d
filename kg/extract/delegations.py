"""Delegations: people who travel as a group, with leader, members and sender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.fact import Delegation

if TYPE_CHECKING:
    from kg.extract.event_drafts import Draft

_NAMED = re.compile(
    "(?:率领?|带领|由)?(?P<name>[^，。；：\n“”率领由的随赴见了]{0,16}?(?:党政代表团|代表团|考察团|访问团|学习团|招商团|参访团|考察组|调研组|督查组|督导组|检查组|慰问组|慰问团|专家组|工作组|宣讲团|巡视组))"
)
_TRAVELS = re.compile("一行|率|带领|带队|随团")
_SENT = re.compile(
    "^(?P<who>.{2,12}?(?:省|市|县|区|州|旗|委|政府|人大常委会|政协))(?:党政|学习|赴)?(?:代表|考察|访问|调研|慰问|招商|学习)"
)
_KINDS = {"visit", "inspection", "condolence", "talks"}


def find_delegation(draft: Draft, text: str, organizations: dict[str, str]) -> Delegation | None:
    """Return the group that travels in `draft`, or None; `organizations` gives a person's body from the titles."""
    if draft.kind not in _KINDS:
        return None
    told = "".join(text[start:end] for start, end in draft.spans)
    if not _TRAVELS.search(told) and _NAMED.search(told) is None:
        return None
    leader = next((n for n, role in draft.roles.items() if role == "leader" and n not in draft.bodies), None)
    members = tuple(n for n, role in draft.roles.items() if role == "participant" and n not in draft.bodies)
    named = _NAMED.search(told)
    name = named["name"] if named else (f"{leader}一行" if leader and f"{leader}一行" in told else None)
    if leader is None and name is None:
        return None
    sent = _SENT.match(name) if name else None
    sender = sent["who"] if sent else organizations.get(leader or "") or None
    return Delegation(name, sender, leader, members)

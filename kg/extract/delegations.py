"""Delegations: people who travel as a group, with leader, members and sender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_sites import place_of_name
from kg.fact import Delegation, Participant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.event_drafts import Draft

_GROUP = (
    "党政代表团|代表团|考察团|访问团|学习团|招商团|参访团|医疗队|考察组|调研组|督查组|督导组|检查组|慰问组|慰问团"
    "|专家组|工作组|宣讲团|巡视组|(?:护航|舰艇)编队(?=抵达|访问|到访)"
)
_NAMED = re.compile(f"(?P<name>[^，。；：\n“”率领由的随赴见了成立组建设]{{0,20}}?(?:{_GROUP}))")
_SENT = re.compile(
    "^(?P<who>.{2,12}?(?:省|市|县|区|州|旗|委|政府|人大常委会|政协))(?:党政|学习|招商|经贸|友好)*(?:引资)?(?:代表|考察|访问|调研|慰问|招商|学习)"
)
_OURS = re.compile("^[我本](?=[省市县区州旗])")
_LEVEL = re.compile("[省市县区州旗](?=党政|委|政府|人大|政协|代表团|考察团)")
_PLAIN = re.compile(f"(?:党政|人大|政协|经贸|政府|招商引资|招商|学习|友好)*(?:{_GROUP})")
_ANY_GROUP = re.compile(f"(?:{_GROUP})$")
_LEADS = re.compile("[^，。；\n会见拜访赴到在]{0,24}一行|率|带领(?!\\d)|带队|为团长")
_KINDS = {"visit", "inspection", "condolence", "talks"}


def find_delegation(draft: Draft, text: str, bodies: Mapping[str, str], seat: str | None) -> Delegation | None:
    """Return the group that travels in `draft`, or None.

    `bodies` gives a person's body from the titles; `seat` is what 我市 means.
    """
    if draft.kind not in _KINDS:
        return None
    told = "\n".join(text[start:end] for start, end in sorted(set(draft.spans)))
    people = [name for name in draft.roles if name not in draft.bodies]
    leader = next((n for n in people if draft.roles[n] != "host" and _leads(n, told)), None)
    heads = [n for n in people if draft.roles[n] == "leader"]
    if leader in heads:  # 市委书记A、市长B率…: the first named leads
        leader = heads[0]
    named = _NAMED.search(told)
    if leader is None and named is None:
        return None
    if leader is None and draft.kind != "talks":
        leader = next((name for name in people if draft.roles[name] == "leader"), None)
    name = named["name"] if named else (f"{leader}一行" if leader and f"{leader}一行" in told else None)
    sender = bodies.get(leader or "") or None
    if name and seat and _OURS.match(name):
        name = seat + name[2:]
    elif name and sender:
        name = _completed(name, sender)
    hosts = draft.outside | _locals(draft.places, people, bodies, leader)
    members = [n for n in people if n != leader and draft.roles[n] == "participant" and n not in hosts]
    sent = _SENT.match(name) if name else None
    sender = sent["who"] if sent else sender
    return Delegation(name, sender, leader, tuple(members) if draft.kind != "talks" else ())


def group_named(told: str) -> str | None:
    """Return the name of the group that a stretch of text ends by naming as its subject, None if it names none."""
    named = list(_NAMED.finditer(told))
    name = named[-1]["name"] if named else ""
    return name if _ANY_GROUP.sub("", name) else None


def _completed(name: str, sender: str) -> str:
    """Return a group's name with the place of the body that its leader is of: 党政代表团, 市人大常委会考察团."""
    place = place_of_name(sender)
    if place is None or place in name:
        return name
    if (level := _LEVEL.match(name)) is not None:
        return place + name[1:] if place.endswith(level[0]) else name
    return place + name if _PLAIN.fullmatch(name) else name


def without_group(participants: tuple[Participant, ...], delegation: Delegation) -> tuple[Participant, ...]:
    """Return the participants without the group itself, where its leader stands for it, else under its full name."""
    kept: dict[str, Participant] = {}
    for one in participants:
        group = delegation.name is not None and (
            one.name in delegation.name or delegation.name in one.name or _PLAIN.fullmatch(one.name)
        )
        if not group or not _ANY_GROUP.search(one.name):
            kept.setdefault(one.name, one)
        elif delegation.led_by is None and delegation.name is not None:
            kept.setdefault(delegation.name, Participant(delegation.name, one.role))
    return tuple(kept.values())


def _locals(places: list[str], people: list[str], bodies: Mapping[str, str], leader: str | None) -> set[str]:
    """Return those who belong to a body of the place that the group came to, unless the group is from there itself."""
    come = [place for place in places if not bodies.get(leader or "", "").startswith(place)]
    return {name for name in people if name != leader and bodies.get(name, "").startswith(tuple(come) or ("\n",))}


def _leads(name: str, told: str) -> bool:
    """Say whether the text lets `name` lead a group: A率…, A、B一行, 以A为团长."""
    at = told.find(name)
    while at >= 0:
        if _LEADS.match(told, at + len(name)):
            return True
        at = told.find(name, at + 1)
    return False

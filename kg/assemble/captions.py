"""Captions worth reading: what a person sees of a node before asking for more."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.assemble.rows import caption
from ontology import read_table

if TYPE_CHECKING:
    from kg.fact import Event, Measurement

_GOVERNMENT = "政府"
_COMMITTEE = "委"
_LEVELS = "省市州盟旗县区镇乡"


def office_name(body: str, post: str) -> str:
    """Return how an office is called: 吕梁市政府 and 市长 is 吕梁市市长, 山西省委 and 省委书记 is 山西省委书记."""
    if body.endswith(_GOVERNMENT) and any(level in post for level in _LEVELS):
        place = body.removesuffix(_GOVERNMENT)
        return f"{place}{post}"
    for level in _LEVELS:
        if body.endswith(level + _COMMITTEE) and post.startswith(level + _COMMITTEE):
            return f"{body}{post.removeprefix(level + _COMMITTEE)}"
    return f"{body}{post}"


@cache
def _kinds() -> dict[str, str]:
    return {row["kind"]: row["caption"] for row in read_table("event_captions")}


def event_name(event: Event, first_person: str | None, where: str | None) -> str:
    """Return who did what where about what, as far as it is known."""
    kind = _kinds().get(event.kind, event.kind)
    parts = (first_person or "", kind, where or "")
    told = " ".join(part for part in parts if part)
    return caption(f"{told}：{event.topic}" if event.topic and event.topic != kind else told)


def measurement_name(fact: Measurement) -> str:
    """Return what was counted and how much of it there is."""
    about = f"{fact.about} " if fact.about else ""
    sign = {">=": "≥", "<=": "≤", "~": "约", None: ""}.get(fact.comparator, "")
    change = {"growth": "增长 ", "decline": "下降 ", "share": "占 ", None: ""}.get(fact.change, "")
    return caption(f"{about}{fact.indicator} {change}{sign}{number(fact.value)}{fact.unit}")


def number(value: float) -> str:
    """Return a number as a person writes it: without a trailing .0, and without an exponent."""
    return str(int(value)) if value.is_integer() else repr(value)

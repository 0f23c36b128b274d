"""Bodies by their names: what a name begins with (a bare level, a party, a zone) and what kind of body it ends in."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeAlias

from kg.values import value
from ontology import read_table

FormType: TypeAlias = Literal["own", "level", "head", "ending", "word"]

LEVELS = ("自治区", "自治州", "自治县", "地区", *"省市县区州旗盟地乡镇村", "街道")
PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟")
ZONES = frozenset(
    ["经开区", "高新区", "开发区", "自贸区", "保税区", "综保区", "经济开发区", "经济技术开发区", "高新技术产业开发区"]
)
_SUFFIXES = ("局", "委", "委员会", "办", "办公室", "厅", "中心", "部", "处", "分局", "总局")
_COMMITTEE = re.compile(
    "(?:^|[省市县区州旗盟地乡镇工])(?<!团)(?:省|市|县|区|州|旗|盟|地|乡|镇|工)?委"
    "(?:组织部|宣传部|统战部|政法委|办公室|党校|宣讲团)?$"
)
_PLAIN_LEVELS = {"省", "市", "县", "地区", "自治区", "自治州", "自治县"}
_INSTITUTION_ENDS = ("委", "局", "办", "院", "厅", "会", "社", "部", "所", "校", "队", "学", "室", "站", "馆", "公司")


@value
class Form:
    """A form that bodies are known by.

    `type`: own (国务院), level (市委), head (教育局: every place has one), ending (有限公司), word (市场: no body).
    """

    type: FormType
    kind: str


@cache
def _form(type_: FormType, kind: str) -> Form:
    """Return the one form of a sort: of a hundred thousand names few sorts are forms."""
    return Form(type_, kind)


@cache
def forms() -> dict[str, Form]:
    """Return every form of the lexicon of bodies."""
    found = {row["ending"]: _form("ending", row["kind"]) for row in read_table("institutions")}
    heads = [(name, "department") for name in _departments()]
    heads += [(row["head"], row["kind"]) for row in read_table("body_heads")]
    found |= {f"团{level}委": _form("level", "mass") for level in LEVELS}
    for head, kind in heads:
        if len(head) > 1 and not head.startswith("委"):
            found[head] = _form("head", kind)
        found |= {level + head: _form("level", kind) for level in LEVELS}
    for row in read_table("bare_departments"):
        found[row["body"]] = _form("head", "party" if row["of"] else "department")
    found |= {row["body"]: _form("own", row["kind"]) for row in read_table("bodies")}
    return found | {row["word"]: _form("word", "") for row in read_table("body_words")}


def _departments() -> list[str]:
    stems = [row["stem"] for row in read_table("departments")]
    return [stem + end for stem in stems for end in (_SUFFIXES if len(stem) > 1 else ("委", "办"))]


@cache
def _kinds() -> dict[str, str]:
    kinds = {row["ending"]: row["kind"] for row in read_table("institutions")}
    kinds |= {row["head"]: row["kind"] for row in read_table("body_heads") if not row["head"].startswith("委")}
    kinds |= dict.fromkeys(_departments(), "department")
    return kinds | {row["body"]: row["kind"] for row in read_table("bodies")}


@cache
def kind_of(body: str) -> str:
    """Return the kind of a body by the longest known end of its name, "department" if none is known."""
    if _COMMITTEE.search(body):
        return "mass" if body.startswith("共青团") else "party"
    if body.startswith("政协"):
        return "cppcc"
    kinds = _kinds()
    return next((kinds[body[at:]] for at in range(len(body)) if body[at:] in kinds), "department")


@cache
def longest_form(text: str) -> tuple[str, Form] | None:
    """Return the longest form that a text begins with."""
    known = forms()
    return next(((text[:end], known[text[:end]]) for end in range(len(text), 0, -1) if text[:end] in known), None)


def in_zone(body: str) -> bool:
    """Say whether the body is one of the paper's own zone (经开区管委会), which needs no more of a name."""
    return any(body.startswith(zone) for zone in ZONES)


def is_national(body: str) -> bool:
    """Say whether the body is one that needs no place (外交部)."""
    form = forms().get(body)
    return form is not None and form.type == "own"


@cache
def split_level(body: str) -> tuple[str, str] | None:
    """Return the bare level that a body's name begins with and the rest (市委组织部: 市, 委组织部), None if none."""
    level = next((level for level in LEVELS if body.startswith(level) and len(body) > len(level)), None)
    if level is None:
        return None
    found = longest_form(body)
    if found is not None and found[1].type in {"own", "word"} and len(found[0]) > 1:
        return None
    told = (found is not None and found[1].type == "level") or level in _PLAIN_LEVELS
    return (level, body[len(level) :]) if told or body.endswith(_INSTITUTION_ENDS) else None

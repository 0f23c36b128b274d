"""When two spellings, sites, facts say the same: the scorer's idea of equality."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any

Json = dict[str, Any]

SHORT_FORMS = (
    ("中国共产主义青年团", "共青团"),
    ("中国人民政治协商会议", "政协"),
    ("中国共产党", ""),
    ("中共", ""),
    ("人民代表大会常务委员会", "人大常委会"),
    ("人民代表大会", "人大"),
    ("人民政府", "政府"),
    ("人力资源和社会保障", "人社"),
    ("发展和改革委员会", "发改委"),
    ("城市管理", "城管"),
)
_QUOTES_AND_SPACE = re.compile(r"[\s“”\"'‘’《》「」·•]")
_COMMITTEE = re.compile(r"(省|市|县|区|州|旗)委员会$")
_LEVEL = re.compile(r"(?<=..)(壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|省|市|县|区)$")
_AREA_END = re.compile(r"(省|市|县|区|州|盟|旗|镇|乡|街道|社区|村)$")
_PEOPLE = frozenset({"人", "名", "位", "个人", "人员"})
_UNITS = {"百分点": "个百分点", "％": "%", "公里": "千米"}
_SHORTEST_SITE = 4
ALIKE = 0.4
"""The least overlap of two wordings that may mean the same."""
_PRECISION = 1e-6


@lru_cache(maxsize=65536)
def plain_text(text: str) -> str:
    """Return text without width variants, spaces, quotation marks and long official forms."""
    out = _QUOTES_AND_SPACE.sub("", unicodedata.normalize("NFKC", text))
    for long, short in SHORT_FORMS:
        out = out.replace(long, short)
    return _COMMITTEE.sub(r"\1委", out) or text.strip()


def plain(value: object) -> str:
    """Return any JSON value as plain text."""
    return plain_text(str(value))


def bare(text: str) -> str:
    """Return a place's name without the suffix of its level."""
    return _LEVEL.sub("", text)


def as_list(value: object) -> list[Any]:
    """Return a value that may be a list of accepted ones as that list."""
    return value if isinstance(value, list) else [value]


def spellings(value: object) -> set[str]:
    """Return the accepted spellings of a gold string, plain."""
    return {plain(one) for one in as_list(value) if one is not None and one != ""}


def same(gold: object, found: object) -> bool:
    """Say whether `found` is one of the gold spellings."""
    ours = plain(found) if found is not None and found != "" else ""
    return bool(ours) and any(ours == one or bare(ours) == bare(one) for one in spellings(gold))


def overlap(left: object, right: object) -> float:
    """Return twice the shared characters over all characters of both texts (Dice), in [0, 1]."""
    a, b = set(plain(left)), set(plain(right))
    return 2 * len(a & b) / max(1, len(a) + len(b))


def same_site(gold: object, found: object) -> bool:
    """Say whether `found` names the gold venue; a leading division may be dropped or added."""
    if same(gold, found):
        return True
    ours = plain(found or "")
    for spelling in spellings(gold):
        short, long = sorted((ours, spelling), key=len)
        head = long[: len(long) - len(short)]
        if len(short) >= _SHORTEST_SITE and long.endswith(short) and _AREA_END.search(head):
            return True
    return False


def unit(value: object) -> str:
    """Return a unit by its usual name."""
    out = plain(value or "")
    return "人" if out in _PEOPLE else _UNITS.get(out, out)


def tenure_likeness(gold: Json, found: Json) -> float:
    """Score person, organization and post; the status decides between equals."""
    if not holder_likeness(gold, found) or not same(gold["organization"], found.get("organization")):
        return 0.0
    return 1.0 + same(gold.get("status"), found.get("status"))


def holder_likeness(gold: Json, found: Json) -> float:
    """Score person and post only."""
    return float(same(gold["person"], found.get("person")) and same(gold["post"], found.get("post")))


def measurement_likeness(gold: Json, found: Json) -> float:
    """Score value, unit and the wording of the indicator."""
    try:
        wanted, ours = float(gold["value"]), float(found.get("value", "none"))
    except (TypeError, ValueError):
        return 0.0
    if abs(wanted - ours) > _PRECISION * max(1.0, abs(wanted)):
        return 0.0
    if unit(found.get("unit")) not in {unit(one) for one in as_list(gold.get("unit"))}:
        return 0.0
    best = max((overlap(one, found.get("indicator", "")) for one in as_list(gold.get("indicator"))), default=0.0)
    return best if best >= ALIKE else 0.0


def name_likeness(gold: Json, found: Json) -> float:
    """Score the name."""
    return float(same(gold["name"], found.get("name")))


def tie_likeness(gold: Json, found: Json) -> float:
    """Score subject, relation and object."""
    return float(
        same(gold["subject"], found.get("subject"))
        and same(gold["relation"], found.get("relation"))
        and same_site(gold["object"], found.get("object"))
    )


def byline_likeness(gold: Json, found: Json) -> float:
    """Score name and role."""
    return float(same(gold["name"], found.get("name")) and same(gold["role"], found.get("role")))


def show(fact: Json) -> str:
    """Return a fact as one line, without evidence and confidence."""
    kept = {name: value for name, value in fact.items() if name not in ("evidence", "confidence")}
    return json.dumps(kept, ensure_ascii=False)

"""Countries by the names that news uses for them."""

from __future__ import annotations

from functools import cache

from ontology import read_table

HOME = frozenset({"中国", "中华人民共和国"})
STATES = (
    "共和国",
    "联邦共和国",
    "王国",
    "联邦",
    "伊斯兰共和国",
    "人民共和国",
    "民主共和国",
    "联合共和国",
    "玻利瓦尔共和国",
    "合作共和国",
    "多民族国",
    "东岸共和国",
)
_PARTIES = {"越共": "越南", "古共": "古巴", "人革党": "老挝"}


@cache
def countries() -> dict[str, str]:
    """Return the usual name of each country by every form of it (津巴布韦共和国: 津巴布韦)."""
    rows = read_table("countries")
    known = {form: row["name"] for row in rows for form in (row["name"], *row["aliases"].split())}
    long = {form + state: name for form, name in known.items() if not form.endswith("国") for state in STATES}
    return long | known


@cache
def country_of(body: str) -> str:
    """Return the country that a body's name begins with, as written, "" if none (沙特利雅得省政府: 沙特)."""
    known = countries()
    found = next((body[:end] for end in range(len(body), 0, -1) if body[:end] in known), "")
    return found or next((name for party, name in _PARTIES.items() if body.startswith(party)), "")

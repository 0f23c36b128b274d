"""Mastheads, folio lines and imprints: lines in which a page says of itself what paper it is of, which day and page.

Such a line is made of few kinds of pieces (a date, a day of the week, a running number, 第3版, 责编 …) and of nothing
else: where anything else stands in it, it is text, however many dates it names.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ontology import read_table

_HAN = "\u4e00-\u9fff"
_NUMERALS = "[〇○零一二三四五六七八九十廿卅]"
_LONGEST = 100
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HINT = re.compile(f"[0-9报報版期号號〇○编編校月]|星期|农历|農曆|机关|[{_STEMS}][{_BRANCHES}]|DAY|[Dd]ay")
_CAPITALS = re.compile("[A-Z\u00c0-\u00dc\u0100-\u01dc]{4,}")
# What stands between pieces; quotation marks and brackets of titles are not among it: 《人民日报》 is spoken of.
_BETWEEN = re.compile(r"[\s|｜丨/／·•・—－–\-_~*★☆■□●○◆◇▲△►▶→:：,，、.。()（）【】\[\]]+")
_QUOTED = re.compile(r"[《》“”「」]|^[（(【\[]|来源|據|据|转自|原载")


class Imprint(NamedTuple):
    """What a line of a masthead, folio or imprint holds: the kinds of its pieces, and their values by name."""

    kinds: frozenset[str]
    values: dict[str, str]


@cache
def _pieces() -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = read_table("imprint_words")
    papers = read_table("paper_names")
    whole = _any([row["form"] for row in papers if row["use"] == "whole"])
    endings = _any([row["form"] for row in papers if row["use"] == "ending"])
    slots = {
        "{n}": _NUMERALS,
        "{han}": f"[{_HAN}]",
        "{hans}": _HAN,
        "{role}": _any([row["role"] for row in read_table("imprint_roles")]),
        "{name}": _any([row["name"] for row in read_table("page_names")]),
    }
    alternatives = []
    for number, row in enumerate(rows):
        pattern = row["pattern"]
        for slot, stands_for in slots.items():
            pattern = pattern.replace(slot, stands_for)
        named = f"(?P<paper{'_' * number}>{whole}|[{_HAN}]{{2,8}}?{endings})"
        alternatives.append(f"(?P<piece_{number}>{pattern.replace('{paper}', named)})")
    return re.compile("|".join(alternatives)), tuple(row["kind"] for row in rows)


def _any(forms: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})"


def parse_imprint(line: str) -> Imprint | None:
    """Return what a line without its spaces says of its page; None for a line of text.

    Of two values of one name the first counts.
    """
    if len(line) > _LONGEST or _QUOTED.search(line) or not (_HINT.search(line) or _CAPITALS.fullmatch(line)):
        return None
    pattern, kinds = _pieces()
    text = line.upper()
    if len(text) != len(line):
        return None
    found: set[str] = set()
    values: dict[str, str] = {}
    at = 0
    while at < len(text):
        between = _BETWEEN.match(text, at)
        if between:
            at = between.end()
            continue
        piece = pattern.match(text, at)
        if piece is None or piece.end() == at or piece.lastgroup is None:
            return None
        found.add(kinds[int(piece.lastgroup.removeprefix("piece_"))])
        for name, value in piece.groupdict().items():
            if value is not None and not name.startswith("piece_"):
                values.setdefault(name.rstrip("_"), value)
        at = piece.end()
    return Imprint(frozenset(found), values) if found else None

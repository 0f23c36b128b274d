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
_WIDEST = 3 * _LONGEST
ENDS = frozenset("。！？；，”")
"""What ends a sentence or goes on with one, but no imprint: most lines are passed over by their last character."""
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SIGNS = "0-9报報版期号號〇○编編校月@"
_UPPER = "A-Z\u00c0-\u00dc\u0100-\u01dc"
_WORDS = (
    f"(?<=星)期|(?<=农)历|(?<=農)曆|(?<=机)关|(?<=[Ww])[Ww]{{2}}|(?<=h)ttp|(?<=[{_STEMS}])[{_BRANCHES}]|(?<=[Dd])ay"
)
# Both are looked for at C speed, since each begins with a set of characters.
_HINT = re.compile(f"[{_SIGNS}星农農机WwhDd{_STEMS}](?:(?<=[{_SIGNS}])|{_WORDS}|(?<=D)AY)")
_MAY_BE = re.compile(f"[{_SIGNS}{_UPPER}星农農机whd{_STEMS}](?:(?<=[{_SIGNS}{_UPPER}])|{_WORDS})")
_CAPITALS = re.compile(f"[{_UPPER}]{{4,}}")
# What stands between pieces; quotation marks and brackets of titles are not among it: 《人民日报》 is spoken of.
_BETWEEN = re.compile(r"[\s|｜丨/／·•・—－–\-_~*★☆■□●○◆◇▲△►▶→:：,，、.。()（）【】\[\]]+")
_QUOTED = re.compile(r"[《》“”「」]|^[（(【\[]|来源|據|据|转自|原载")


class Imprint(NamedTuple):
    """What a line of a masthead, folio or imprint holds: the kinds of its pieces, and their values by name."""

    kinds: frozenset[str]
    values: dict[str, str]


@cache
def _pieces() -> tuple[re.Pattern[str], dict[str, tuple[str, list[tuple[str, int]]]]]:
    """Return a pattern for any piece; and for each of its alternatives the kind, and where its values are by name."""
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
        written = row["pattern"]
        for slot, stands_for in slots.items():
            written = written.replace(slot, stands_for)
        named = f"(?P<paper{'_' * number}>{whole}|[{_HAN}]{{2,8}}?{endings})"
        alternatives.append(f"(?P<piece_{number}>{written.replace('{paper}', named)})")
    pattern = re.compile("|".join(alternatives))
    pieces: dict[str, tuple[str, list[tuple[str, int]]]] = {}
    values: list[tuple[str, int]] = []
    for name, group in sorted(pattern.groupindex.items(), key=lambda one: one[1]):
        if name.startswith("piece_"):
            values = []
            pieces[name] = rows[len(pieces)]["kind"], values
        else:
            values.append((name.rstrip("_"), group))
    return pattern, pieces


def _any(forms: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})"


def parse_imprint(line: str) -> Imprint | None:
    """Return what a line says of its page; None for a line of text.

    White space may stand within a piece (第 3 版) or between two (3 2022年): first the one is tried, then the other. Of
    two values of one name the first counts.
    """
    if line[-1:] in ENDS or len(line) > _WIDEST or not _MAY_BE.search(line):
        return None
    words = line.split()
    bare = "".join(words)
    if len(bare) > _LONGEST or _QUOTED.search(bare) or not (_HINT.search(bare) or _CAPITALS.fullmatch(bare)):
        return None
    return _parse([bare]) or (_parse(words) if len(words) > 1 else None)


def _parse(words: list[str]) -> Imprint | None:
    found: set[str] = set()
    values: dict[str, str] = {}
    for word in words:
        text = word.upper()
        if len(text) != len(word) or not _take(text, found, values):
            return None
    return Imprint(frozenset(found), values) if found else None


def _take(text: str, found: set[str], values: dict[str, str]) -> bool:
    """Add the pieces of a text to what was found; say whether it has nothing else in it."""
    pattern, pieces = _pieces()
    at = 0
    while at < len(text):
        between = _BETWEEN.match(text, at)
        if between:
            at = between.end()
            continue
        piece = pattern.match(text, at)
        if piece is None or piece.end() == at or piece.lastgroup is None:
            return False
        kind, groups = pieces[piece.lastgroup]
        found.add(kind)
        for name, group in groups:
            value = piece[group]
            if value is not None:
                values.setdefault(name, value)
        at = piece.end()
    return True

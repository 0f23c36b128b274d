"""Sums that a text states in full: a number, what it was before, and how much it changed.

今年培训580人，上年为500人，增长16%: the change is done again from the two numbers. Where it does not come out within
the digits that the text gives, that is told; the numbers stay as written. Nothing is computed that is not said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from kg.page import Span
from kg.values import value
from ontology import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.mention import Annotated, Quantity

REASON = "sum that does not add up"
_PART = re.compile("[；;]")
_CLAUSE = re.compile("[，,：:、（(]")
_JOINT = "[的为是仅只有达约共则才]{0,3}$"
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_LEAST = 2
_NOUN = 4
"""比去年的500名学员增长16%: so much may stand between the former number and the change."""
_PERCENT, _TIMES, _POINTS = "%", "倍", {"个百分点", "百分点"}


@value
class _Sum:
    """What a part of a text says: the three numbers, and whether the third leads up or down."""

    now: Quantity
    former: Quantity
    change: Quantity
    sign: int


def find_wrong_sums(annotated: Annotated) -> list[tuple[str, int, int]]:
    """Return reason, start and end of each change that the two numbers beside it do not give."""
    if len(annotated.quantities) < len(("now", "former", "change")):
        return []
    text = annotated.article.full.text
    starts = [quantity.start for quantity in annotated.quantities]
    wrong = []
    parts = list(_parts(text, annotated.sentences))
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        if last - first < _LEAST:
            continue
        found = _read(text, part, annotated.quantities[first:last])
        if found is None and after is not None and "\n" not in text[part.start : after.start]:
            # 增长26%。去年同期为500人。: what it was may stand alone in the sentence behind.
            behind = annotated.quantities[last : bisect_left(starts, after.end)]
            if len(behind) == 1 and _is_former(text, _own_words(text, after.start, behind[0]), behind[0], after):
                found = _read(text, Span(part.start, after.end), annotated.quantities[first : last + 1])
        if found is not None and not _adds_up(found):
            wrong.append((REASON, found.change.start, found.change.end))
    return wrong


def _parts(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    for sentence in sentences:
        start = sentence.start
        for stop in _PART.finditer(text, sentence.start, sentence.end):
            yield Span(start, stop.start())
            start = stop.end()
        yield Span(start, sentence.end)


def _read(text: str, part: Span, quantities: Sequence[Quantity]) -> _Sum | None:
    """Read the one sum of a part; a part with two numbers for one place in it says none for sure."""
    if _pattern("basis", "{}").search(text, part.start, part.end):
        return None
    changes: list[tuple[Quantity, int, str]] = []
    formers: list[tuple[Quantity, str]] = []
    others: list[Quantity] = []
    left = part.start
    for quantity in quantities:
        own = _own_words(text, left, quantity)
        if sign := _sign(own):
            changes.append((quantity, sign, own))
        elif _is_former(text, own, quantity, part):
            formers.append((quantity, own))
        else:
            others.append(quantity)
        left = quantity.end
    if len(changes) != 1 or len(formers) != 1:
        return None
    (change, sign, told), (former, of) = changes[0], formers[0]
    current = [quantity for quantity in others if quantity.unit == former.unit]
    if len(current) != 1 or _of_other_times(told, of) or not _belongs(told, current[0], former, change, others):
        return None
    return _Sum(current[0], former, change, sign)


def _belongs(told: str, now: Quantity, former: Quantity, change: Quantity, others: Sequence[Quantity]) -> bool:
    """Say whether a change is of the two numbers: it has no subject of its own and follows the present one at once."""
    subject = _pattern("said_of_change", "{}").sub("", told)
    for kind in ("former", "year", "month", "up", "down"):
        subject = _pattern(kind, "{}").sub("", subject)
    between = [one for one in others if now.end <= one.start < change.start]
    noun_of_former = _NOUN if now.end <= former.start < change.start else 0
    return now.end <= change.start and not between and len(subject) <= noun_of_former


def _own_words(text: str, left: int, quantity: Quantity) -> str:
    return _CLAUSE.split(text[left : quantity.start])[-1]


def _sign(before: str) -> int:
    """Return 1 or -1 where a number is how much something rose or fell, 0 where it is none of it."""
    if _pattern("up", "{}了?[约近]?$").search(before):
        return 1
    return -1 if _pattern("down", "{}了?[约近]?$").search(before) else 0


def _is_former(text: str, before: str, quantity: Quantity, part: Span) -> bool:
    if _pattern("former", "{}" + _JOINT).search(before):
        return True
    opened = _pattern("opens", "{}(?:原来的?)?$").search(before)
    return bool(opened and _pattern("reaches", "^[^，,0-9]{0,6}?{}").search(text[quantity.end : part.end]))


def _of_other_times(told: str, of: str) -> bool:
    """Say whether the change is of a month before and the former number of a year before, or the other way round."""
    month, year = _pattern("month", "{}"), _pattern("year", "{}")
    monthly, yearly = bool(month.search(told)), bool(year.search(told))
    return (monthly and bool(year.search(of))) or (yearly and not monthly and bool(month.search(of)))


def _adds_up(found: _Sum) -> bool:
    """Say whether the change leads from the former number to the present one, or cannot be told to the digit."""
    told = (found.now, found.former, found.change)
    steps = [_step(quantity) for quantity in told]
    unit = found.change.unit
    if any(step is None or quantity.comparator for step, quantity in zip(steps, told, strict=True)):
        return True
    around = [
        (quantity.value - step, quantity.value + step)
        for step, quantity in zip(steps, told, strict=True)
        if step is not None
    ]
    (low, high), (least, most), (smaller, larger) = around
    if unit in {_PERCENT, _TIMES} and found.former.unit != unit:
        share = 100 if unit == _PERCENT else 1
        ends = [at * (1 + found.sign * by / share) for at in (least, most) for by in (smaller, larger)]
    elif unit == found.former.unit or (unit in _POINTS and found.former.unit == _PERCENT):
        ends = [at + found.sign * by for at in (least, most) for by in (smaller, larger)]
    else:
        return True
    return min(ends) <= high and low <= max(ends)


def _step(quantity: Quantity) -> float | None:
    """Return what the last digit of a number stands for: 1000 for 5.3万; None where it is not written in digits."""
    written = _DIGITS.search(quantity.text)
    if written is None or not (said := float(written.group().replace(",", ""))):
        return None
    return float(abs(quantity.value) / said / 10 ** len(written[1] or ""))


@cache
def _pattern(kind: str, shape: str) -> re.Pattern[str]:
    rows = {row["word"] for row in read_table("measurement_sums") if row["kind"] == kind}
    longest_first = sorted(rows, key=lambda word: (-len(word), word))
    return re.compile(shape.replace("{}", "(?:" + "|".join(map(re.escape, longest_first)) + ")"))

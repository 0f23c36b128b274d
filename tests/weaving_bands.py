"""A third weaver: columns side by side, read in bands of some lines of each; all headlines may stand together.

Two or three articles share a row of the page and their lines come in turns; others stand alone. Lines of one width
per article, letter-spaced passages, blank lines only between bands, a headline in one to three lines with a kicker.
"""

from __future__ import annotations

import random
import re

from weaving import GIVEN, SURNAMES, Material, Woven

_Rows = list[tuple[str, str | None, bool]]
_HEADS = ("above", "above", "below", "together")
_DATELINES = ("本报讯（记者{}）", "本报讯 （见习记者 {}）", "本报讯 ", "")
_FOOT = ("（记者 {}）", "")


def weave_bands(material: list[Material], seed: int) -> Woven:
    """Return a page of 3 to 8 of the articles; equal seeds give equal pages."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    page = Woven()
    chosen = rng.sample(material, min(len(material), rng.randint(3, 8)))
    where = rng.choice(_HEADS)
    staff = [rng.choice(SURNAMES) + rng.choice(GIVEN) for _ in range(3)]
    indent = rng.choice(["", "　　"])
    heads: list[_Rows] = []
    bodies: list[_Rows] = []
    for one in chosen:
        heads.append([] if rng.random() < 0.08 else _head(rng, one))
        page.headlines[one.name] = re.sub(r"\s", "", one.headline) if heads[-1] else None
        bodies.append(_body(rng, page, one, staff, indent))
    rows = _layout(rng, where, heads, bodies)
    if rng.random() < 0.3:
        rows.insert(0, ("第8版 要闻 2022年4月19日 星期二 编辑：" + staff[0], None, False))
    gaps = rng.random() < 0.5
    for text, owner, heading in rows:
        if page.raw:
            page.add("\n\n" if gaps and text else "\n", None)
        if heading:
            page.headings.add(len(page.raw))
        page.add(text, owner)
    page.add("\n", None)
    return page


def _layout(rng: random.Random, where: str, heads: list[_Rows], bodies: list[_Rows]) -> _Rows:
    rows: _Rows = [row for head in heads for row in head] if where == "together" else []
    at = 0
    while at < len(bodies):
        side = rng.choice([1, 1, 2, 2, 3])
        columns = [
            (heads[one] if where == "above" else []) + bodies[one] + (heads[one] if where == "below" else [])
            for one in range(at, min(at + side, len(bodies)))
        ]
        depth = rng.choice([6, 9, 14, 20])
        while any(columns):
            for number, column in enumerate(columns):
                rows += column[:depth]
                columns[number] = column[depth:]
        at += side
    return rows


def _head(rng: random.Random, one: Material) -> _Rows:
    parts = one.headline.split()
    lines: list[str] = []
    for part in parts:
        most = rng.choice([10, 14, 20, 30])
        pieces = -(-len(part) // most)
        size = -(-len(part) // pieces)
        lines += [part[begin : begin + size] for begin in range(0, len(part), size)]
    if rng.random() < 0.1:
        lines = [" ".join(line) for line in lines]
    elif rng.random() < 0.1:
        lines = ["".join(run * 2 for run in re.findall(r"[“”《》]|[^“”《》]+", line)) for line in lines]
    return [(line, one.name, True) for line in lines]


def _body(rng: random.Random, page: Woven, one: Material, staff: list[str], indent: str) -> _Rows:
    width = rng.randint(12, 30)
    names = page.bylines.setdefault(one.name, list(one.bylines))
    paragraphs = list(one.paragraphs)
    if not one.bylines and not re.match("本报讯|□", paragraphs[0]):
        form, foot = rng.choice(_DATELINES), rng.choice(_FOOT)
        who = rng.choice(staff)
        names += [who] if "{}" in form else []
        paragraphs[0] = form.format(who) + paragraphs[0]
        if foot and "{}" not in form:
            names.append(who)
            paragraphs[-1] += foot.format(who)
    rows: _Rows = []
    spaced = 0
    for paragraph in paragraphs:
        for line in _wrapped(indent + paragraph, width):
            spaced = rng.randint(2, 5) if rng.random() < 0.02 else max(0, spaced - 1)
            rows.append((" ".join(line) if spaced else line, one.name, False))
    return rows


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines, line, used = [], "", 0.0
    for char in paragraph:
        size = 0.5 if char.isascii() else 1.0
        if used + size > width + (1 if char in "，。、；：！？”）》" else 0):
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += size
    return [*lines, line]

"""Weaves articles into damaged pages with known truth, seeded: what text extraction makes of a newspaper's page.

Widths of 12 to 30 characters, headlines before or after their bodies or at the page's top, sub-headlines, subheads,
doubled runs, letter-spacing, digits set off, captions and jumps glued to lines, a masthead, articles without headline,
bodies of two columns with another article between.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

SURNAMES = "王李张刘陈杨赵黄周吴"
GIVEN = ("小雨", "文", "知夏", "一帆", "磊", "晓燕", "思源", "敏", "若兰", "青")


@dataclass(frozen=True)
class Material:
    """An article to weave: its headline's parts, its paragraphs, and who is credited in them already."""

    name: str
    headline: str
    paragraphs: tuple[str, ...]
    bylines: tuple[str, ...] = ()


@dataclass
class Woven:
    """A page with its truth: which article owns each character, and the headline of each."""

    raw: str = ""
    owners: list[str | None] = field(default_factory=list)
    headlines: dict[str, str | None] = field(default_factory=dict)
    bylines: dict[str, list[str]] = field(default_factory=dict)
    headings: set[int] = field(default_factory=set)
    """Where lines begin that are headlines or subheads."""

    def add(self, text: str, owner: str | None) -> None:
        """Append text that belongs to `owner`."""
        self.raw += text
        self.owners += [owner] * len(text)


@dataclass(frozen=True)
class _Style:
    """How a page was set and extracted."""

    spaced_out: bool
    indent: str
    digits: bool
    stretched: float
    base: int
    sloppy: float
    """How often a line is a character longer or shorter than its column, as in a justified one."""


@dataclass(frozen=True)
class _Printed:
    """A line as printed; `tight` if no blank line stands before it."""

    text: str
    owner: str | None
    tight: bool = False
    heads: bool = False


def weave(material: list[Material], seed: int, *, interleave: bool = True) -> Woven:
    """Return a page of 3 to 8 of the articles; equal seeds give equal pages."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    chosen = rng.sample(material, min(len(material), rng.randint(3, 8)))
    style = _Style(
        spaced_out=rng.random() < 0.75,
        indent=rng.choice(["", "", "　　"]),
        digits=rng.random() < 0.6,
        stretched=rng.choice([0.0, 0.03, 0.08]),
        base=rng.randint(12, 26),
        sloppy=rng.choice([0.0, 0.0, 0.3]),
    )
    page = Woven()
    far = rng.randrange(len(chosen)) if rng.random() < 0.4 else -1
    bare = rng.randrange(len(chosen)) if rng.random() < 0.3 else -1
    top: list[_Printed] = []
    groups: list[list[_Printed]] = []
    for at, article in enumerate(chosen):
        kind = "far" if at == far else "bare" if at == bare else rng.choice(["before", "after"])
        head, body = _set_article(rng, style, page, article, kind)
        if kind == "far":
            top = head
        groups.append(body if kind in ("far", "bare") else [*head, *body] if kind == "before" else [*body, *head])
    if interleave and len(groups) > 2 and rng.random() < 0.25:
        _mix_columns(rng, groups)
    lines = [*_masthead(rng), *top, *(line for group in groups for line in group)]
    _print(page, lines, style)
    return page


def _masthead(rng: random.Random) -> list[_Printed]:
    if rng.random() < 0.6:
        return []
    return [
        _Printed("2023年5月18日 星期四 农历癸卯年三月廿九", None),
        _Printed("国内统一连续出版物号 CN 14-0021 第 8123 期 今日 4 版", None),
    ]


def _set_article(
    rng: random.Random, style: _Style, page: Woven, article: Material, kind: str
) -> tuple[list[_Printed], list[_Printed]]:
    owner = article.name
    width = max(12, min(30, style.base + rng.choice([-4, -2, 0, 0, 0, 2, 5])))
    page.headlines[owner] = None if kind == "bare" else re.sub(r"\s", "", article.headline)
    page.bylines[owner] = list(article.bylines)
    head = [] if kind == "bare" else _set_headline(rng, article, feature=kind == "far")
    paragraphs = list(article.paragraphs)
    who = rng.choice(SURNAMES) + rng.choice(GIVEN)
    credited = bool(article.bylines) or re.match("本报讯|□", paragraphs[0]) is not None
    form = (
        "none"
        if kind == "bare" or credited
        else "box"
        if kind == "far"
        else rng.choice(["news", "news", "news", "tail", "none"])
    )
    if form != "none":
        page.bylines[owner].append(who)
    if form == "news":
        paragraphs[0] = f"本报讯 （记者 {who}） {paragraphs[0]}"
    elif form == "tail":
        paragraphs[-1] += f"（记者 {who}）"
    elif form == "box":
        head.append(_Printed(f"□ 本报记者 {who}", owner))
    subheads = kind == "far" and len(paragraphs) > 2
    body = _set_body(rng, style, paragraphs, width, owner, subheads=subheads)
    if rng.random() < 0.2:
        last = body[-1]
        glued = "（下转2版）" if rng.random() < 0.5 else ""
        body[-1] = _Printed(f"{last.text} {glued}图为活动现场。 记者 {who} 摄", owner, last.tight)
        page.bylines[owner].append(who)
    return head, body


def _set_headline(rng: random.Random, article: Material, *, feature: bool) -> list[_Printed]:
    parts = article.headline.split()
    lines: list[str] = []
    for part in parts:
        if len(part) > 18 or (len(part) > 12 and rng.random() < 0.4):
            cut = len(part) // 2
            lines += [part[:cut], part[cut:]]
        else:
            lines.append(part)
    if len(parts) == 2 and len(article.headline) < 24 and rng.random() < 0.5:
        lines = [article.headline]
    how = rng.random()
    if feature or how < 0.12:
        lines = [_doubled(rng, line) for line in lines]
    elif how < 0.2:
        lines = [" ".join(line) if " " not in line else line for line in lines]
    return [_Printed(line, article.name, at > 0, heads=True) for at, line in enumerate(lines)]


def _doubled(rng: random.Random, text: str) -> str:
    runs = [run for run in re.split(r"([“”《》]|\d+)", text) if run]
    if rng.random() < 0.3:
        runs = [text]
    return "".join(run + run for run in runs)


def _set_body(
    rng: random.Random, style: _Style, paragraphs: list[str], width: int, owner: str, *, subheads: bool
) -> list[_Printed]:
    lines: list[_Printed] = []
    for number, paragraph in enumerate(paragraphs):
        if subheads and number:
            lines += _subhead(rng, paragraph, owner, width)
        for at, text in enumerate(_wrapped(rng, paragraph, width, style.sloppy)):
            shown = _spaced_digits(rng, text) if style.digits else text
            if rng.random() < style.stretched:
                shown = " ".join(shown.replace(" ", ""))
            lines.append(_Printed((style.indent if at == 0 else "") + shown, owner, tight=rng.random() < 0.04))
    return lines


def _subhead(rng: random.Random, paragraph: str, owner: str, width: int) -> list[_Printed]:
    clauses = [one for one in re.split(r"[，。；：、“”（）《》]", paragraph) if 4 <= len(one) <= min(9, width - 4)]
    chosen = clauses[: rng.choice([1, 2])]
    return [_Printed(one, owner, at > 0, heads=True) for at, one in enumerate(chosen)]


def _wrapped(rng: random.Random, paragraph: str, width: int, sloppy: float) -> list[str]:
    """Return a paragraph as lines of a column; the first is two characters shorter, a mark never opens a line."""
    lines: list[str] = []
    line, used, room = "", 0.0, width - 2.0
    for char in paragraph:
        size = 0.5 if char.isascii() else 1.0
        if used + size > room and char not in "，。、；：！？”’）》":
            lines.append(line)
            line, used = "", 0.0
            room = width + (rng.choice([-1, 1]) if rng.random() < sloppy else 0)
        line += char
        used += size
    return [*lines, line]


def _spaced_digits(rng: random.Random, text: str) -> str:
    return re.sub(r"\d+(?:\.\d+)?", lambda found: f" {found.group()} " if rng.random() < 0.7 else found.group(), text)


def _mix_columns(rng: random.Random, groups: list[list[_Printed]]) -> None:
    """Move the second column of one article behind the next article."""
    at = rng.randrange(len(groups) - 1)
    group = groups[at]
    if len(group) < 14:
        return
    cut = len(group) // 2
    while cut < len(group) - 4 and re.search(r"[。！？”）]\s*$", group[cut - 1].text):
        cut += 1
    groups[at] = group[:cut]
    groups.insert(at + 2, group[cut:])


def _print(page: Woven, lines: list[_Printed], style: _Style) -> None:
    for at, line in enumerate(lines):
        if at:
            page.add("\n" if line.tight or not style.spaced_out else "\n\n", None)
        if line.heads:
            page.headings.add(len(page.raw))
        page.add(line.text, line.owner)
    page.add("\n", None)

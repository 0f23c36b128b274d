"""Sets articles as newspaper pages in PDF with known truth, seeded: what both typesetters of the tests share.

A `Sheet` says what stands on a page and how it is set; `typeset_web.py` sets it through a browser's print,
`typeset_canvas.py` draws it glyph by glyph. Truth is each article's headline and text as given.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from weaving import GIVEN, SURNAMES, Material

HEADS = ("above", "above", "above", "above", "side", "first column", "vertical")
PAPERS = ("榆河日报", "沙溪时报", "云岭晚报", "清源新报")
TOPICS = ("要闻", "综合", "时政", "民生", "县域")
SCENES = (
    "图为活动现场。", "▲工作人员正在检查设备。", "图为村民在大棚里采摘。", "图①：建成通车的大桥。",
    "广场上的演出吸引了不少市民。",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """An article as it is to be set: its truth and its manner."""

    name: str
    kicker: str | None
    lines: tuple[str, ...]
    """The main headline, broken into lines."""
    subtitle: str | None
    byline: str | None
    """A line of its own under the headline."""
    paragraphs: tuple[str, ...]
    span: int
    """How many columns of the page it takes."""
    head: str
    boxed: str
    """none, frame or tint."""
    photo: str
    """none, column or wide."""
    caption: str
    credit: str
    jump: str
    overprint: bool
    head_size: float
    spacing: float
    """Letter-spacing of the headline, in em."""

    @property
    def headline(self) -> str:
        """Return the headline as given, without white space."""
        parts = [self.kicker or "", *self.lines, self.subtitle or ""]
        return re.sub(r"\s", "", "".join(parts))

    @property
    def text(self) -> str:
        """Return the text as given, without white space."""
        return re.sub(r"\s", "", "".join(self.paragraphs))


@dataclass(frozen=True)
class Sheet:
    """A page: its stories in order, its columns and type."""

    stories: tuple[Story, ...]
    columns: int
    column_width: float
    gutter: float
    size: float
    leading: float
    justify: bool
    indent: str
    """none, spaces (two full-width ones) or set (by the typesetter)."""
    rules: bool
    masthead: str | None
    imprint: str | None
    folio: str | None
    paper: str
    sans_head: bool
    seed: int = 0


@dataclass
class Printed:
    """A PDF with the sheets that it shows, page by page."""

    data: bytes
    sheets: list[Sheet] = field(default_factory=list)


def sheet(material: list[Material], seed: int) -> Sheet:
    """Return a page of 4 to 9 of the articles; equal seeds give equal pages."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    columns = rng.randint(2, 6)
    size = rng.choice([8.5, 9, 9.5, 10, 10.5])
    chosen = rng.sample(material, min(len(material), rng.randint(4, 9)))
    paper = rng.choice(PAPERS)
    masthead = rng.random() < 0.5
    return Sheet(
        stories=tuple(_story(rng, one, columns, size) for one in chosen),
        columns=columns,
        column_width=size * rng.choice([11, 12, 13, 15, 17, 19] if columns > 3 else [15, 17, 19, 22, 25]),
        gutter=size * rng.choice([1.2, 1.5, 2.0, 2.5]),
        size=size,
        leading=rng.choice([1.3, 1.45, 1.6, 1.75]),
        justify=rng.random() < 0.8,
        indent=rng.choice(["set", "set", "spaces", "none"]),
        rules=rng.random() < 0.4,
        masthead=f"{rng.randint(2012, 2024)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日 星期三"
        if masthead
        else None,
        imprint="责任编辑：秦小雨 版式：段知夏 电话：0350-2288001" if rng.random() < 0.5 else None,
        folio=f"{rng.randint(1, 8):02}版 {rng.choice(TOPICS)}" if rng.random() < 0.5 else None,
        paper=paper,
        sans_head=rng.random() < 0.5,
        seed=seed,
    )


def _story(rng: random.Random, one: Material, columns: int, size: float) -> Story:
    length = sum(map(len, one.paragraphs))
    widest = min(columns, 1 + length // 110)
    span = rng.randint(1, widest)
    parts = one.headline.split()
    kicker = subtitle = None
    if len(parts) > 1 and rng.random() < 0.5:
        kicker, *parts = parts
    elif len(parts) > 1 and rng.random() < 0.6:
        *parts, subtitle = parts
        subtitle = rng.choice(["——", ""]) + subtitle
    who = rng.choice(SURNAMES) + rng.choice(GIVEN)
    paragraphs = list(one.paragraphs)
    byline = None
    if rng.random() < 0.3:
        byline = rng.choice([f"□ 本报记者 {who}", f"本报记者 {who}", f"■记者 {who}"])
    head = rng.choice(HEADS) if span > 1 else "above"
    if head == "vertical" and (kicker or subtitle or len(parts) > 1 or not 6 <= len(parts[0]) <= 16):
        head = "above"
    return Story(
        name=one.name,
        kicker=kicker,
        lines=tuple(_broken(rng, parts)),
        subtitle=subtitle,
        byline=byline if head != "vertical" else None,
        paragraphs=tuple(paragraphs),
        span=span,
        head=head,
        boxed=rng.choice(["none", "none", "none", "none", "frame", "tint"]),
        photo=rng.choice(["none", "none", "none", "column", "wide"]),
        caption=rng.choice(SCENES),
        credit=rng.choice(["", f" 本报记者 {who} 摄", f"（{who} 摄）"]),
        jump=rng.choice(["", "", "", "", "（下转第3版）", "▶下转2版"]),
        overprint=rng.random() < 0.25,
        head_size=size * rng.choice([1.6, 1.8, 2.1, 2.5, 3.0]) * (1.2 if span > 1 else 0.95),
        spacing=rng.choice([0, 0, 0, 0.05, 0.15, 0.4]),
    )


def _broken(rng: random.Random, parts: list[str]) -> list[str]:
    if len(parts) > 1 and rng.random() < 0.4:
        return ["　".join(parts)]
    lines: list[str] = []
    for part in parts:
        if len(part) > 20 or (len(part) > 11 and rng.random() < 0.3):
            cut = len(part) // 2
            lines += [part[:cut], part[cut:]]
        else:
            lines.append(part)
    return lines

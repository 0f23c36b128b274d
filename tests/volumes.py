"""Papers of several pages with jumps and known truth: which articles go on where, in the manners of many papers."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weaving import Material

_NUMERALS = "零一二三四五六七八"
_ON = (
    "（下转{cn}版）", "（下转第{n}版）", "(下转{n}版)", "下转第{cn}版", "下转{n}版", "（紧接第{n}版）", "▶下转第{n}版",
    "（下转0{n}版·综合）",
)  # fmt: skip
_BACK = (
    "（上接{cn}版）", "（上接第{n}版）", "(上接{n}版)", "（上接第{cn}版《{head}》）", "上接第{n}版", "（紧接第{n}版）",
    "（接{n}版）", "上接0{n}版",
)  # fmt: skip
_FOLIOS = ("第{n}版　要闻　{day}　星期一", "0{n} 综合 {day} 星期一 责编 白露", "{day} 星期一 第{cn}版", "")
_DAY = "2022年9月12日"


@dataclass(slots=True)
class Volume:
    """The pages of one issue: their texts, the bodies of whole articles, and how many go on on another page."""

    pages: list[str]
    bodies: list[str] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    lost: int = 0
    """Jumps whose other part the issue lacks."""


def issue(material: list[Material], seed: int, pages: int = 4) -> Volume:
    """Return an issue of invented articles; equal seeds give equal issues."""
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    chosen = rng.sample(material, len(material))
    sheets: list[list[str]] = [[] for _ in range(pages)]
    made = Volume([])
    for at in range(pages):
        for one in (chosen.pop() for _ in range(2)):
            _whole(rng, made, sheets[at], one)
    for _ in range(rng.randint(1, 3)):
        front = rng.randrange(pages - 1)
        _jumping(rng, made, sheets, (front, rng.randrange(front + 1, pages)), chosen.pop())
    if rng.random() < 0.4:
        _lost(rng, made, sheets, chosen.pop())
    folio = rng.choice(_FOLIOS)
    made.pages = [_sheet(folio, at, articles) for at, articles in enumerate(sheets, 1)]
    return made


def _sheet(folio: str, at: int, articles: list[str]) -> str:
    line = folio.format(n=at, cn=_NUMERALS[at], day=_DAY)
    return "\n".join([*([line] if line else []), *articles]) + "\n"


def _whole(rng: random.Random, made: Volume, sheet: list[str], one: Material) -> None:
    body = "\n".join(one.paragraphs)
    made.bodies.append("".join(body.split()))
    sheet.insert(rng.randint(0, len(sheet)), f"{one.headline}\n{_set(rng, f'本报讯（记者 秦小雨）{body}')}")


def _jumping(rng: random.Random, made: Volume, sheets: list[list[str]], way: tuple[int, int], one: Material) -> None:
    front, back = way
    body = "\n".join(one.paragraphs)
    cut = rng.randrange(len(body) // 3, 2 * len(body) // 3)
    while not body[cut - 1].isalpha() or not body[cut].isalpha() or body[cut] == "\n" or body[cut].isascii():
        cut += 1
    headline = one.headline or ""
    shortened = rng.choice([headline, headline.split()[-1], headline[: max(6, len(headline) // 2)]])
    on = rng.choice(_ON).format(n=back + 1, cn=_NUMERALS[back + 1])
    head = headline.replace(" ", "")[:8]
    back_line = rng.choice(_BACK).format(n=front + 1, cn=_NUMERALS[front + 1], head=head)
    first = f"{headline}\n{_set(rng, f'本报讯（记者 白露）{body[:cut]}')}"
    joint = "" if on.startswith(("（", "(")) and rng.random() < 0.5 else "\n"
    sheets[front].append(f"{first}{joint}{on}")
    glued = "" if back_line.startswith(("（", "(")) and rng.random() < 0.5 else "\n"
    sheets[back].append(f"{shortened}\n{back_line}{glued}{_set(rng, body[cut:])}")
    made.bodies.append("".join(body.split()))
    made.parts.append((body[:cut], body[cut:]))


def _lost(rng: random.Random, made: Volume, sheets: list[list[str]], one: Material) -> None:
    """Set an article that goes on on a page that the issue lacks."""
    body = one.paragraphs[0].rstrip("。")
    sheets[rng.randrange(len(sheets))].append(f"{one.headline}\n{_set(rng, f'本报讯（记者 田野）{body}')}\n（下转7版）")
    made.bodies.append("".join(body.split()))
    made.lost += 1


def _set(rng: random.Random, text: str) -> str:
    """Return a text in lines of one column."""
    width = rng.randint(16, 24)
    lines = [line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)]
    return "\n".join(lines)

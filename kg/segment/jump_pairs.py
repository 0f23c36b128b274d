"""Which parts of articles meet: each names the other's page, and no other part fits as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Article, Page
    from kg.segment.jump_lines import Jump

_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALIKE = 0.5
_CLOSING = "”’」』）)"
_STOPS = "。！？!?…"


@dataclass(frozen=True, slots=True)
class Part:
    """An article that goes on elsewhere (`on` is the page it names) or that began elsewhere (`back`), or both."""

    article: Article
    on: Jump | None
    back: Jump | None


def find_pairs(parts: Sequence[Part]) -> list[tuple[Part, Part]]:
    """Return which parts meet beyond doubt: each names the other's page, and no other part fits as well."""
    able = [(front, back) for front in parts for back in parts if _may_meet(front, back)]
    found = []
    for pair in able:
        of_front = _best([one for one in able if one[0] is pair[0]])
        of_back = _best([one for one in able if one[1] is pair[1]])
        if of_front == pair and of_back == pair:
            found.append(pair)
    taken: set[int] = set()
    apart = []
    for front, back in found:
        if not taken & {id(front), id(back)}:
            apart.append((front, back))
            taken |= {id(front), id(back)}
    return apart


def _may_meet(front: Part, back: Part) -> bool:
    if front.on is None or back.back is None or front.article.page is back.article.page:
        return False
    if not _of_one_paper(front.article.page, back.article.page):
        return False
    sure = [_is_page(front.on.label, back.article.page), _is_page(back.back.label, front.article.page)]
    if False in sure:
        return False
    alike = likeness(front.article, back.article)
    if None in sure:
        if alike is not None:
            return alike >= _ALIKE
        return _suits(front.on.label, back.article.page) and _suits(back.back.label, front.article.page)
    # A headline of quite other words is that of another article, unless the sentence plainly goes on.
    return alike != 0 or not ends(front.article)


def _of_one_paper(one: Page, other: Page) -> bool:
    """Say whether two pages may be of the same issue: an archive may hold those of many days, each in its folder."""
    if (one.file, one.number) == (other.file, other.number) or one.file.rpartition("/")[0] != other.file.rpartition(
        "/"
    )[0]:
        return False
    told = ((getattr(one.meta, name), getattr(other.meta, name)) for name in ("source", "published", "issue"))
    return all(None in pair or pair[0] == pair[1] for pair in told)


def _is_page(label: str, page: Page) -> bool | None:
    """Say whether a page is the one that a jump names; None, where the page does not say and may be it."""
    if page.meta.page_label is not None:
        return page.meta.page_label == label
    if page.file != page.volume:
        return None  # of an archive some pages may be missing
    return label in {str(page.number), f"A{page.number}"}


def _suits(label: str, page: Page) -> bool:
    """Say whether a page's number in its file or the last number in its name is the one that a jump names."""
    named = _LAST_NUMBER.search(page.file)
    numbers = {str(page.number), named[1].lstrip("0") if named else None}
    return page.meta.page_label == label or label.lstrip(_LETTERS) in numbers


def _best(pairs: Sequence[tuple[Part, Part]]) -> tuple[Part, Part] | None:
    """Return the only pair; of several the one with clearly the likest headlines, or the only sentence that goes on."""
    if len(pairs) <= 1:
        return pairs[0] if pairs else None
    scored = [(likeness(front.article, back.article) or 0.0, front, back) for front, back in pairs]
    ranked = sorted(scored, key=lambda one: -one[0])
    if ranked[0][0] >= _ALIKE:
        return ranked[0][1:] if ranked[1][0] < ranked[0][0] else None
    going_on = [pair for pair in pairs if not ends(pair[0].article)]
    return going_on[0] if len(going_on) == 1 else None


def likeness(front: Article, back: Article) -> float | None:
    """Return which share of the pairs of characters of a continuation's headline its front's has; None without one."""
    if back.headline is None or front.headline is None:
        return None
    pairs = _bigrams(back.headline.text)
    return len(pairs & _bigrams(front.headline.text)) / len(pairs) if pairs else None


def _bigrams(text: str) -> set[str]:
    bare = "".join(char for char in text if char.isalnum())
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


def ends(article: Article) -> bool:
    """Say whether an article's body ends with its sentence."""
    return article.body.text.rstrip().rstrip(_CLOSING)[-1:] in _STOPS

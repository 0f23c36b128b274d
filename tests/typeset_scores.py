"""Scores articles read from a typeset page against its truth: B-cubed over characters, headlines, texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kg.evaluate.segments import b_cubed
from kg.repair import one_to_one
from kg.segment.bylines import find_bylines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typesetting import Sheet, Story

    from kg.page import Article

_GRAM = 6


@dataclass(frozen=True)
class Score:
    """B-cubed F1, how many of the stories have their headline, how much of the texts is equal; what is wrong."""

    f1: float
    heads: int
    stories: int
    text: float
    wrong: list[str]


def bare(text: str) -> str:
    """Return `text` without white space."""
    return re.sub(r"\s", "", text)


def told(story: Story) -> str:
    """Return a story's text as an article has it: without its bylines and without white space."""
    raw = "\n".join(story.paragraphs)
    kept, at = "", 0
    for one in find_bylines(raw):
        kept, at = kept + raw[at : one.start], one.end
    return one_to_one(bare(kept + raw[at:]))


def score(sheet: Sheet, articles: Sequence[Article]) -> Score:
    """Return how well the articles are the sheet's stories."""
    texts = {story.name: told(story) for story in sheet.stories}
    grams: dict[str, list[str]] = {}
    for name, text in texts.items():
        for at in range(len(text) - _GRAM + 1):
            grams.setdefault(text[at : at + _GRAM], []).append(name)
    cells: Counter[tuple[str, str]] = Counter()
    best: dict[str, tuple[int, Article]] = {}
    for number, article in enumerate(articles):
        read = bare(article.body.text)
        counts = Counter(_owners(read, grams))
        for name, size in counts.items():
            cells[name, str(number)] += size
            if name != "none" and size > best.get(name, (0, article))[0]:
                best[name] = (size, article)
    for name, text in texts.items():
        lost = len(text) - sum(size for (one, _), size in cells.items() if one == name)
        for at in range(max(0, lost)):
            cells[name, f"lost {name} {at}"] += 1
    wrong, heads, same = _compare(sheet, texts, best)
    total = sum(map(len, texts.values()))
    return Score(b_cubed(cells)[0], heads, len(sheet.stories), same / total, wrong)


def _compare(
    sheet: Sheet, texts: Mapping[str, str], best: Mapping[str, tuple[int, Article]]
) -> tuple[list[str], int, float]:
    """Return what is wrong, how many headlines are right, how many characters of the texts are."""
    wrong: list[str] = []
    heads = 0
    same = 0.0
    for story in sheet.stories:
        found = best.get(story.name)
        headline = bare(found[1].headline.text) if found and found[1].headline else None
        if headline == story.headline:
            heads += 1
        else:
            wrong.append(f"headline {headline!r}, not {story.headline!r} ({story.head}, {story.boxed}, {story.photo})")
        text = texts[story.name]
        body = bare(found[1].body.text) if found else ""
        ratio = 1.0 if body == text else SequenceMatcher(None, text, body, autojunk=False).ratio()
        if ratio < 1:
            wrong.append(
                f"text {ratio:.4f} of {story.headline[:12]} ({story.head}, {story.photo}): {_changes(text, body)}"
            )
        same += ratio * len(text)
    return wrong, heads, same


def _owners(read: str, grams: Mapping[str, Sequence[str]]) -> list[str]:
    """Return whose each character is; a phrase that several stories have is the one's that most of the text is."""
    places = [grams.get(read[at : at + _GRAM], ()) for at in range(len(read) - _GRAM + 1)]
    sure = Counter(names[0] for names in places if len(set(names)) == 1)
    main = max(sorted(sure), key=sure.__getitem__, default="none")
    owners = ["none"] * len(read)
    for at, names in enumerate(places):
        if names:
            owners[at : at + _GRAM] = [main if main in names else names[0]] * _GRAM
    return owners


def _changes(text: str, body: str) -> str:
    steps = SequenceMatcher(None, text, body, autojunk=False).get_opcodes()
    return "; ".join(f"{text[a:b][:30]!r}→{body[c:d][:30]!r}" for kind, a, b, c, d in steps if kind != "equal")[:300]

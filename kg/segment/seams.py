"""Seams: where one article's prose ends and another's begins with nothing between but the end of a paragraph.

A headline after its body shows them: news says in its first sentences what its headline says. If the headline below a
block repeats the beginning of one of its later paragraphs and nothing before that, an article begins there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.segment.wording import bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Shape
    from kg.segment.lines import Line

_LEAD = 120
_SHORTEST = 60
_LIKE_LEAD = 0.5
_UNLIKE = 0.25


def find_seam(found: Shape, lines: Sequence[Line], number: int) -> int | None:
    """Return which line of block `number` begins the article that the headline below it is of, if not the first."""
    block = found.blocks[number]
    below = [lines[at].text for at in found.gaps[number + 1] if not lines[at].boxed]
    wanted = frozenset().union(*map(bigrams, below)) if below else frozenset()
    if len(wanted) < 4:  # noqa: PLR2004 - a word or two prove nothing
        return None
    text = block.text
    best: tuple[float, int] | None = None
    at = 0
    for index, line in enumerate(block.lines):
        if index and at >= _SHORTEST and len(text) - at >= _SHORTEST and lines[block.lines[index - 1]].stops:
            lead = _share(wanted, text[at : at + _LEAD])
            before = _share(wanted, text[:at])
            if lead >= _LIKE_LEAD and before <= _UNLIKE and (best is None or lead - before > best[0]):
                best = (lead - before, index)
        at += len(lines[line].text)
    return best[1] if best else None


def _share(wanted: frozenset[str], text: str) -> float:
    return len(wanted & bigrams(text)) / len(wanted)

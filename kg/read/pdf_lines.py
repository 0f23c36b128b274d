"""Glyphs become printed lines: overprint taken out, vertical runs apart, columns' gutters kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.read.pdf_columns import split_down
from kg.read.pdf_runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from kg.page import Box
    from kg.read.pdf_glyphs import Glyph

# All in the size of the type (em).
_SHIFT_ACROSS, _SHIFT_DOWN = 0.3, 0.25
_ASCENT, _DESCENT = 0.88, 0.12


@dataclass(slots=True)
class SetLine:
    """Glyphs of one line, in reading order; `edge`: where it begins if an initial pushed it aside."""

    glyphs: list[Glyph]
    setting: Literal["across", "down", "turned"] = "across"
    edge: float | None = None

    @property
    def size(self) -> float:
        """Return the size of most of its type."""
        return Counter(round(one.size, 1) for one in self.glyphs).most_common(1)[0][0]

    @property
    def left(self) -> float:
        """Return its left edge."""
        return min(one.left for one in self.glyphs)

    @property
    def right(self) -> float:
        """Return its right edge."""
        return max(one.right for one in self.glyphs)

    @property
    def base(self) -> float:
        """Return its baseline, of its first character; an initial hangs below it."""
        if self.edge is None:
            return self.glyphs[0].base
        return self.glyphs[-1].base

    @property
    def box(self) -> Box:
        """Return the box of its type."""
        size = self.size
        hung = self.edge is not None
        boxes = [glyph_box(one) for one in self.glyphs if not hung or one.size < 1.5 * size]
        return (
            min(self.edge if self.edge is not None else boxes[0][0], *(one[0] for one in boxes)),
            min(one[1] for one in boxes), max(one[2] for one in boxes), max(one[3] for one in boxes),
        )  # fmt: skip


def glyph_box(one: Glyph) -> Box:
    """Return the box of a glyph's type: as high as its size, whatever its ink."""
    return one.left, one.base - _ASCENT * one.size, one.right, one.base + _DESCENT * one.size


def without_overprint(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs, each that was drawn again in nearly the same place once."""
    kept: list[Glyph] = []
    cells: dict[tuple[str, int, int], Glyph] = {}
    for one in glyphs:
        step = max(one.size * _SHIFT_ACROSS, 1.0)
        column, row = int(one.left / step), int(one.base / step)
        again = False
        for at in range(column - 1, column + 2):
            for down in range(row - 1, row + 2):
                other = cells.get((one.char, at, down))
                if other is not None and _drawn_again(one, other):
                    again = True
        if not again:
            kept.append(one)
            cells[one.char, column, row] = one
    # What was drawn again no longer stands between what was drawn one after the other.
    return kept if len(kept) == len(glyphs) else [one._replace(order=at) for at, one in enumerate(kept)]


def _drawn_again(one: Glyph, other: Glyph) -> bool:
    across = abs(one.left - other.left)
    return (
        across <= _SHIFT_ACROSS * max(one.right - one.left, 1.0)
        and abs(one.base - other.base) <= _SHIFT_DOWN * one.size
        and 0.8 <= one.size / other.size <= 1.25  # noqa: PLR2004 - the same type
    )


def set_lines(glyphs: Sequence[Glyph]) -> list[SetLine]:
    """Return the lines that glyphs make, in no order; turned ones in lines of their own."""
    down, across, turned = split_down(glyphs)
    lines = [SetLine(line, "down") for line in down] + _turned(turned)
    if across:
        lines += [SetLine(run) for run in runs_of(across, _body_size(across))]
    return lines


def _body_size(glyphs: Sequence[Glyph]) -> float:
    return Counter(round(one.size, 1) for one in glyphs).most_common(1)[0][0]


def _turned(glyphs: Sequence[Glyph]) -> list[SetLine]:
    """Return turned text as it was drawn: a new line where another object or place begins."""
    lines: list[SetLine] = []
    before: Glyph | None = None
    for one in glyphs:
        near = before is not None and abs(one.left - before.left) + abs(one.base - before.base) < 2 * one.size
        if near:
            lines[-1].glyphs.append(one)
        else:
            lines.append(SetLine([one], "turned"))
        before = one
    return lines

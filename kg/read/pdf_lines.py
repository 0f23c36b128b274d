"""Glyphs become printed lines: overprint taken out, vertical runs apart, columns' gutters kept."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from kg.page import Box
    from kg.read.pdf_glyphs import Glyph

# All in the size of the type (em).
_SHIFT_ACROSS, _SHIFT_DOWN = 0.3, 0.25
_SAME_BASE = 0.18
# Half of a mark's square may be trimmed where two marks meet.
_TRIMMED = 0.62
_CLOSE, _GUTTER, _APART = 0.6, 2.6, 0.3
_LARGE = 1.25
_LIKE_SIZE = 0.66
_STEP = (0.75, 2.2)
_SHORTEST_DOWN = 3
_ASCENT, _DESCENT = 0.88, 0.12
_NEAR_LINES = 7.5
_COLUMN_LINES, _FULL_SPACE = 3, 1.35
_WIDE_FROM = 0x2E80


@dataclass(slots=True)
class SetLine:
    """Glyphs of one line, in reading order."""

    glyphs: list[Glyph]
    setting: Literal["across", "down", "turned"] = "across"

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
        """Return its baseline, of its first character."""
        return self.glyphs[0].base

    @property
    def box(self) -> Box:
        """Return the box of its type."""
        boxes = [glyph_box(one) for one in self.glyphs]
        return (
            min(one[0] for one in boxes), min(one[1] for one in boxes),
            max(one[2] for one in boxes), max(one[3] for one in boxes),
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
    return kept


def _drawn_again(one: Glyph, other: Glyph) -> bool:
    across = abs(one.left - other.left)
    return (
        across <= _SHIFT_ACROSS * max(one.right - one.left, 1.0)
        and abs(one.base - other.base) <= _SHIFT_DOWN * one.size
        and 0.8 <= one.size / other.size <= 1.25  # noqa: PLR2004 - the same type
    )


def set_lines(glyphs: Sequence[Glyph]) -> list[SetLine]:
    """Return the lines that glyphs make, in no order; turned ones in lines of their own."""
    upright = [one for one in glyphs if one.quarter == 0]
    lines = _turned([one for one in glyphs if one.quarter != 0])
    across, down = _split_down(upright)
    if across:
        body = _body_size(across)
        lines += _joined(_runs(across, body), body)
    return lines + down


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


def _split_down(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[SetLine]]:
    """Part the runs that go down, three characters or more drawn one below the other, from the rest."""
    across: list[Glyph] = []
    down: list[SetLine] = []
    run: list[Glyph] = []
    for one in glyphs:
        if run and _below(run[-1], one):
            run.append(one)
            continue
        _end_run(run, across, down)
        run = [one]
    _end_run(run, across, down)
    return across, down


def _below(upper: Glyph, lower: Glyph) -> bool:
    size = upper.size
    middle = abs((upper.left + upper.right) - (lower.left + lower.right)) / 2
    return (
        middle < 0.3 * size  # noqa: PLR2004 - a mark stands to one side
        and _STEP[0] * size <= lower.base - upper.base <= _STEP[1] * size
        and abs(lower.size - size) < 0.05 * size  # noqa: PLR2004
    )


def _end_run(run: list[Glyph], across: list[Glyph], down: list[SetLine]) -> None:
    if len(run) >= _SHORTEST_DOWN:
        down.append(SetLine(run, "down"))
    else:
        across += run


def _runs(glyphs: Sequence[Glyph], body: float) -> list[SetLine]:
    """Return runs of glyphs drawn one after the other on one baseline without a gutter between."""
    runs: list[SetLine] = []
    before: Glyph | None = None
    for one in glyphs:
        if before is not None and _follows(before, one, body):
            runs[-1].glyphs.append(one)
        else:
            runs.append(SetLine([one]))
        before = one
    return runs


def _follows(before: Glyph, one: Glyph, body: float) -> bool:
    size = max(before.size, one.size)
    if abs(before.base - one.base) > _SAME_BASE * size or min(before.size, one.size) < _LIKE_SIZE * size:
        return False
    gap = one.left - before.right
    widest = _GUTTER if size > _LARGE * body else _CLOSE
    return -_TRIMMED * size <= gap <= widest * size


@dataclass(slots=True)
class _Run:
    """A run of glyphs with its measures, for joining."""

    line: SetLine
    left: float
    right: float
    base: float
    size: float
    order: int
    last: int


def _joined(lines: list[SetLine], body: float) -> list[SetLine]:
    """Join runs on one baseline that are parts of one line, not lines of two columns."""
    runs = [
        _Run(line, line.left, line.right, line.base, line.size, line.glyphs[0].order, line.glyphs[-1].order)
        for line in lines
    ]
    rows = _Rows(runs)
    gone: set[int] = set()
    for run in sorted(runs, key=lambda one: (one.left, one.base)):
        while id(run) not in gone:
            after = rows.right_of(run, gone)
            if after is None or not _is_one_line(run, after, rows, body):
                break
            run.line.glyphs += after.line.glyphs
            run.right = max(run.right, after.right)
            run.size, run.last = max(run.size, after.size), after.last
            gone.add(id(after))
    out = [run.line for run in runs if id(run) not in gone]
    for line in out:
        line.glyphs.sort(key=lambda one: one.left)
    return out


def _is_one_line(run: _Run, after: _Run, rows: _Rows, body: float) -> bool:
    size = max(run.size, after.size)
    gap = (after.left - run.right) / size
    if gap > _GUTTER or min(run.size, after.size) < _LIKE_SIZE * size:
        return False
    in_turn = 0 <= after.order - run.last <= 1
    if gap <= _APART and (in_turn or size <= _LARGE * body):
        return True
    if size > _LARGE * body:
        return in_turn
    crossed, aligned = rows.around_gap(run, after)
    if in_turn and gap <= _FULL_SPACE:
        return crossed > 0
    return crossed > 0 and aligned < (_COLUMN_LINES if in_turn else 1)


class _Rows:
    """Runs by their baselines."""

    def __init__(self, runs: Sequence[_Run]) -> None:
        self._step = 4.0
        self._cells: dict[int, list[_Run]] = defaultdict(list)
        for run in sorted(runs, key=lambda one: one.left):
            self._cells[int(run.base // self._step)].append(run)
        self._lefts = {cell: [run.left for run in found] for cell, found in self._cells.items()}

    def right_of(self, run: _Run, gone: set[int]) -> _Run | None:
        """Return the nearest run to the right on the same baseline, not farther than a gutter."""
        cell = int(run.base // self._step)
        best: _Run | None = None
        reach = _SAME_BASE * run.size
        cells = range(int((run.base - reach) // self._step), int((run.base + reach) // self._step) + 1)
        for cell in cells:
            found = self._cells.get(cell)
            if not found:
                continue
            for at in range(bisect_left(self._lefts[cell], run.right - _TRIMMED * run.size), len(found)):
                other = found[at]
                if other.left - run.right > _GUTTER * 2 * run.size:
                    break
                if id(other) in gone or other is run or abs(other.base - run.base) > reach:
                    continue
                if best is None or other.left < best.left:
                    best = other
                break
        return best

    def around_gap(self, run: _Run, after: _Run) -> tuple[int, int]:
        """Return how many lines close by run through the gap between two runs, and how many begin behind it as one.

        Where columns part, no line runs through and many begin at one edge.
        """
        size = max(run.size, after.size)
        middle = (run.right + after.left) / 2
        crossed = aligned = 0
        reach = _NEAR_LINES * size
        for cell in range(int((run.base - reach) // self._step), int((run.base + reach) // self._step) + 1):
            for other in self._cells.get(cell, ()):
                if not 0.5 * size <= abs(other.base - run.base) <= reach or abs(other.size - size) > 0.1 * size:
                    continue
                crossed += other.left < middle - 0.2 * size and other.right > middle + 0.2 * size
                aligned += abs(other.left - after.left) < 0.3 * size
        return crossed, aligned

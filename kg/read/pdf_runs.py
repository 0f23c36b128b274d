"""Glyphs on one baseline become the lines of columns: joined over spaces, parted at gutters."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.read.pdf_glyphs import Glyph

# All in the size of the type (em).
_SAME_BASE = 0.18
# Half of a mark's square may be trimmed where two marks meet.
_TRIMMED = 0.62
_CLOSE, _GUTTER, _APART = 0.6, 2.6, 0.3
_LARGE = 1.25
_LIKE_SIZE = 0.66
_NEAR_LINES, _COLUMN_LINES, _FULL_SPACE = 7.5, 3, 1.35
_BELOW = 22.0
_NEAR_LEFT = 3.0
_EDGE_STEP, _CLOSE_LINES = 4.0, 3.3
_HANGING = frozenset("。，、；：！？”）》")
_ROW_BY_ROW = 0.15
MOST_RUNS = 6000


@dataclass(slots=True)
class _Run:
    """Glyphs drawn one after the other on one baseline, with their measures; `order` and `last` are drawing orders."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float
    order: int
    last: int


def runs_of(glyphs: Sequence[Glyph], body: float) -> list[list[Glyph]]:
    """Return the lines that upright glyphs in drawing order make, each from left to right; `body` is the text's size.

    Raises:
        InputError: they make more than any page of a newspaper has.
    """
    runs = _parted_at_edges(_drawn_together(glyphs))
    if len(runs) > MOST_RUNS:
        raise InputError(f"a page has {len(runs)} pieces of text, more than {MOST_RUNS}: it is no newspaper's page")
    rows = _Rows(runs, body)
    gone: set[int] = set()
    for run in sorted(runs, key=lambda one: (one.left, one.base)):
        while id(run) not in gone:
            after = rows.right_of(run, gone)
            if after is None or not rows.is_one_line(run, after):
                break
            run.glyphs += after.glyphs
            run.right = max(run.right, after.right)
            run.size, run.last = max(run.size, after.size), after.last
            gone.add(id(after))
    lines = [run.glyphs for run in runs if id(run) not in gone]
    for line in lines:
        line.sort(key=lambda one: one.left)
    return lines


def _drawn_together(glyphs: Sequence[Glyph]) -> list[_Run]:
    groups: list[list[Glyph]] = []
    before: Glyph | None = None
    for one in glyphs:
        if before is not None and _follows(before, one):
            groups[-1].append(one)
        else:
            groups.append([one])
        before = one
    return [_run(group) for group in groups]


def _run(group: list[Glyph]) -> _Run:
    return _Run(
        group, min(one.left for one in group), max(one.right for one in group), group[0].base,
        max(one.size for one in group), group[0].order, group[-1].order,
    )  # fmt: skip


def _parted_at_edges(runs: list[_Run]) -> list[_Run]:
    """Part runs behind a mark that hangs out of its column, where the next column begins close to it."""
    edges: dict[int, list[_Run]] = defaultdict(list)
    for run in runs:
        edges[int(run.left // _EDGE_STEP)].append(run)
    out: list[_Run] = []
    for run in runs:
        first = 0
        for at in range(1, len(run.glyphs)):
            before, one = run.glyphs[at - 1], run.glyphs[at]
            if before.char in _HANGING and _is_edge(run, before, one, edges):
                out.append(_run(run.glyphs[first:at]))
                first = at
        out.append(_run(run.glyphs[first:]) if first else run)
    return out


def _is_edge(run: _Run, before: Glyph, one: Glyph, edges: dict[int, list[_Run]]) -> bool:
    """Say whether many lines near a glyph begin where it does, and none close by runs through there."""
    size = run.size
    begin = [other for other in _starting_at(one.left, run, edges) if other.left > before.left]
    close = [other for other in begin if abs(other.base - run.base) < _CLOSE_LINES * size]
    if len(begin) < _COLUMN_LINES or not close:
        return False
    beside = _starting_at(run.left, run, edges)
    through = [
        other for other in beside
        if other.right > one.left + 0.5 * size and abs(other.base - run.base) < _CLOSE_LINES * size
    ]  # fmt: skip
    ending = sum(other.right <= before.left + 0.5 * size for other in beside)
    return not through and ending >= _COLUMN_LINES


def _starting_at(left: float, run: _Run, edges: dict[int, list[_Run]]) -> list[_Run]:
    """Return the runs of a size with one, not far above or below it, that start at an edge."""
    cell, size = int(left // _EDGE_STEP), run.size
    return [
        other
        for number in (cell - 1, cell, cell + 1)
        for other in edges.get(number, ())
        if other is not run and abs(other.left - left) < 0.1 * size
        and abs(other.base - run.base) < _NEAR_LINES * size and abs(other.size - size) < 0.1 * size
    ]  # fmt: skip


def _follows(before: Glyph, one: Glyph) -> bool:
    size = max(before.size, one.size)
    if abs(before.base - one.base) > _SAME_BASE * size or min(before.size, one.size) < _LIKE_SIZE * size:
        return False
    return -_TRIMMED * size <= one.left - before.right <= _CLOSE * size


class _Rows:
    """Runs by their baselines: which may be parts of one line."""

    def __init__(self, runs: Sequence[_Run], body: float) -> None:
        self._body = body
        self._step = 4.0
        self._cells: dict[int, list[_Run]] = defaultdict(list)
        for run in sorted(runs, key=lambda one: one.left):
            self._cells[int(run.base // self._step)].append(run)
        self._lefts = {cell: [run.left for run in found] for cell, found in self._cells.items()}
        self._row_by_row = _is_row_by_row(runs, body)

    def right_of(self, run: _Run, gone: set[int]) -> _Run | None:
        """Return the nearest run to the right on the same baseline, not farther than a gutter."""
        best: _Run | None = None
        reach = _SAME_BASE * run.size
        for cell in range(int((run.base - reach) // self._step), int((run.base + reach) // self._step) + 1):
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

    def is_one_line(self, run: _Run, after: _Run) -> bool:
        """Say whether two runs on one baseline are parts of one line, not of two columns' lines."""
        size = max(run.size, after.size)
        gap = (after.left - run.right) / size
        if gap > _GUTTER or min(run.size, after.size) < _LIKE_SIZE * size:
            return False
        in_turn = not self._row_by_row and 0 <= after.order - run.last <= 1
        if size > _LARGE * self._body:
            return in_turn or (self._row_by_row and not self._parts_columns(run, after))
        if gap <= _APART:
            hangs = run.glyphs[-1].char in _HANGING and run.last + 1 != after.order
            return not (hangs and self._around_gap(run, after)[2] >= _COLUMN_LINES)
        above, below, aligned = self._around_gap(run, after)
        if (above and below) or (in_turn and gap <= _FULL_SPACE):
            return above + below > 0
        return above + below > 0 and aligned < (_COLUMN_LINES if in_turn else 1)

    def _near(self, first: float, last: float, size: float) -> Iterator[_Run]:
        """Yield the runs of a size between two baselines."""
        for cell in range(int(first // self._step), int(last // self._step) + 1):
            for other in self._cells.get(cell, ()):
                if first <= other.base <= last and abs(other.size - size) <= 0.1 * size:
                    yield other

    def _around_gap(self, run: _Run, after: _Run) -> tuple[int, int, int]:
        """Return how many lines above and below run through the gap between two runs, and how many begin behind it.

        Where columns part, no line runs through and many begin at one edge.
        """
        size = max(run.size, after.size)
        above = below = aligned = 0
        for other in self._near(run.base - _NEAR_LINES * size, run.base + _NEAR_LINES * size, size):
            if abs(other.base - run.base) < 0.5 * size:
                continue
            # A line of the text begins where its column does: a byline in the middle of two columns says nothing.
            crosses = (
                other.left < min(run.left + _NEAR_LEFT * size, run.right) and other.right > after.left + 0.2 * size
            )
            above += crosses and other.base < run.base
            below += crosses and other.base > run.base
            aligned += abs(other.left - after.left) < 0.3 * size
        return above, below, aligned

    def _parts_columns(self, run: _Run, after: _Run) -> bool:
        """Say whether columns of text part below the gap between two runs of a headline's size."""
        body = self._body
        below = [
            one
            for one in self._near(run.base + 0.5 * body, run.base + _BELOW * body, body)
            if one.right > run.left and one.left < after.right
        ]
        covered = run.right - 0.1 * body
        for one in sorted(below, key=lambda one: one.left):
            if one.left > covered + 0.3 * body and covered < after.left:
                return bool([other for other in below if other.right <= covered + 0.1 * body])
            covered = max(covered, one.right)
        return covered < after.left


def _is_row_by_row(runs: Sequence[_Run], body: float) -> bool:
    """Say whether a page was drawn row by row over all columns: what was drawn in turn then says nothing."""
    text = [run for run in runs if abs(run.size - body) <= 0.1 * body]
    leaps = sum(
        one.left > before.right + _FULL_SPACE * body or one.right < before.left - _CLOSE * body
        for before, one in pairwise(text)
    )
    return leaps > _ROW_BY_ROW * len(text)

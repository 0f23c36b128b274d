"""Printed lines become blocks, blocks a reading order, and both the text of a page with its layout."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.page import Layout, PrintedLine
from kg.read.pdf_grounds import without_grounds
from kg.read.pdf_initials import join_initials
from kg.read.pdf_lines import glyph_box, set_lines, without_overprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box
    from kg.read.pdf_glyphs import Drawn
    from kg.read.pdf_lines import SetLine

_SAME_SIZE = 0.09
_FARTHEST = 2.7
_LOOSER = 1.45
_OVERLAP = 0.5
_UNEVEN = 0.3
_CUT = 0.25
_CELL = 40.0
_SPACE, _WIDE_SPACE, _INITIAL = 0.18, 0.9, 1.5
_INDENT = "　　"
_INDENTED = (1.4, 2.8)
_FLUSH = 0.35
_LAST_WORD, _LAST_GLYPHS = 1.3, 2


class _Row(NamedTuple):
    """A line with its measures: `size` of its type."""

    line: SetLine
    box: Box
    base: float
    size: float


@dataclass(slots=True)
class _Block:
    """Lines of one size, one below the other."""

    rows: list[_Row]
    box: Box

    def add(self, row: _Row) -> None:
        self.rows.append(row)
        self.box = _around(self.box, row.box)

    @property
    def leading(self) -> float | None:
        """Return how far its last two baselines are apart."""
        return self.rows[-1].base - self.rows[-2].base if len(self.rows) > 1 else None


def set_text(drawn: Drawn) -> tuple[str, Layout]:
    """Return a page's text, block by block in reading order, and where its characters stand."""
    lines = join_initials(set_lines(without_overprint(drawn.glyphs)))
    drawn = without_grounds(drawn, lines)
    rows = [_Row(line, line.box, line.base, line.size) for line in lines]
    upright = [row for row in rows if row.line.setting == "across"]
    blocks = _blocks(upright, drawn.rules)
    blocks += _columns_down([row for row in rows if row.line.setting == "down"])
    ordered = _in_reading_order(blocks)
    turned = [_Block([row], row.box) for row in rows if row.line.setting == "turned"]
    return _written(ordered + turned, drawn)


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _blocks(rows: Sequence[_Row], rules: Sequence[Box]) -> list[_Block]:
    """Stack lines of one size under each other; a rule between two lines parts them."""
    flat = sorted(rule for rule in rules if rule[2] - rule[0] > rule[3] - rule[1])
    blocks: list[_Block] = []
    cells: dict[int, list[_Block]] = {}
    for row in sorted(rows, key=lambda one: (one.base, one.box[0])):
        best: tuple[float, _Block] | None = None
        # A paragraph's last word may stand at the left of the line above it.
        own = range(int(row.box[0] // _CELL), int((row.box[2] + _LAST_WORD * row.size) // _CELL) + 1)
        seen: set[int] = set()
        for cell in own:
            near = [one for one in cells.get(cell, ()) if row.base - one.rows[-1].base <= _FARTHEST * _larger(one, row)]
            cells[cell] = near
            for block in near:
                if id(block) in seen:
                    continue
                seen.add(id(block))
                fit = _fit(block, row)
                if fit is not None and (best is None or fit > best[0]) and not _parted(block.rows[-1], row, flat):
                    best = (fit, block)
        if best is None:
            best = (0.0, _Block([], row.box))
            blocks.append(best[1])
        best[1].add(row)
        for cell in own:
            if all(one is not best[1] for one in cells[cell]):
                cells[cell].append(best[1])
    return [part for block in blocks for part in _evenly_set(block)]


def _larger(block: _Block, row: _Row) -> float:
    return max(block.rows[-1].size, row.size)


def _evenly_set(block: _Block) -> list[_Block]:
    """Cut a block where two lines stand farther apart than its lines do: a caption and the text below it."""
    gaps = [lower.base - upper.base for upper, lower in pairwise(block.rows)]
    if len(gaps) < 2:  # noqa: PLR2004 - one distance tells nothing
        return [block]
    usual = sorted(gaps)[len(gaps) // 2]
    parts = [_Block([block.rows[0]], block.rows[0].box)]
    for gap, row in zip(gaps, block.rows[1:], strict=True):
        if gap > usual + _UNEVEN * row.size:
            parts.append(_Block([row], row.box))
        else:
            parts[-1].add(row)
    return parts


def _fit(block: _Block, row: _Row) -> float | None:
    """Return how well a line continues a block: the share of the narrower one's width that both have."""
    last = block.rows[-1]
    size = max(last.size, row.size)
    if abs(last.size - row.size) > _SAME_SIZE * size or row.base - last.base < 0.7 * size:
        return None
    if block.leading is not None and row.base - last.base > _LOOSER * block.leading + 0.3 * size:
        return None
    overlap = min(block.box[2], row.box[2]) - max(block.box[0], row.box[0])
    narrower = min(block.box[2] - block.box[0], row.box[2] - row.box[0])
    if narrower > 0 and overlap > _OVERLAP * narrower:
        return overlap / narrower
    # A paragraph may end before, and begin behind, the edge of the line above it: both keep to the column.
    moved = abs(last.box[0] - row.box[0]) / size
    inside = len(block.rows) == 1 or row.box[2] <= block.box[2] + size
    # The one character that a paragraph of two lines ends with stands clear of the indented line above it.
    clear = _LAST_WORD if row.box[0] < last.box[0] and len(row.line.glyphs) <= _LAST_GLYPHS else _FLUSH
    return 0.1 if moved <= _INDENTED[1] and inside and overlap > -clear * size else None


def _parted(upper: _Row, lower: _Row, rules: Sequence[Box]) -> bool:
    left, right = max(upper.box[0], lower.box[0]), min(upper.box[2], lower.box[2])
    return any(
        upper.base - 0.2 * upper.size < (top + bottom) / 2 < lower.base - 0.5 * lower.size
        and min(right, end) - max(left, start) > 0.3 * (right - left)
        for start, top, end, bottom in rules
        if start <= right
    )


def _columns_down(rows: Sequence[_Row]) -> list[_Block]:
    """Join lines that run down, from right to left."""
    blocks: list[_Block] = []
    for row in sorted(rows, key=lambda one: -one.box[0]):
        for block in blocks:
            last = block.rows[-1]
            beside = 0 <= last.box[0] - row.box[2] <= 1.2 * row.size
            overlap = min(last.box[3], row.box[3]) - max(last.box[1], row.box[1])
            if beside and overlap > 0 and abs(last.size - row.size) <= _SAME_SIZE * 4 * row.size:
                block.add(row)
                break
        else:
            blocks.append(_Block([row], row.box))
    return blocks


def _in_reading_order(blocks: list[_Block]) -> list[_Block]:
    """Return blocks as they are read: columns left to right where a gutter runs through, else from top to bottom."""
    out: list[_Block] = []
    waiting = [blocks]
    while waiting:
        part = waiting.pop()
        if len(part) < 2:  # noqa: PLR2004 - one block needs no order
            out += part
            continue
        parts = _cut(part, 0, _CUT) or _cut(part, 1, -_CUT)
        if parts is None:
            out += sorted(part, key=lambda one: (one.box[1], one.box[0]))
        else:
            waiting += parts[::-1]
    return out


def _cut(blocks: Sequence[_Block], axis: int, least: float) -> list[list[_Block]] | None:
    """Cut blocks where nothing stands across; `least` is the narrowest gap in the size of the type."""
    parts: list[list[_Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=lambda one: (one.box[axis], one.box[1 - axis])):
        if not parts or block.box[axis] > reach + least * min(one.size for one in block.rows):
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, block.box[axis + 2])
    return parts if len(parts) > 1 else None


def _written(blocks: Sequence[_Block], drawn: Drawn) -> tuple[str, Layout]:
    chars: list[str] = []
    boxes = array("f")
    lines: list[PrintedLine] = []

    def put(text: str) -> None:
        chars.extend(text)
        boxes.extend((0.0,) * (4 * len(text)))

    for block in blocks:
        if chars:
            put("\n\n")
        indents = _indents(block)
        for at, row in enumerate(block.rows):
            if at:
                put("\n")
            if indents[at]:
                put(_INDENT)
            start = len(chars)
            _write_line(row.line, chars, boxes)
            lines.append(PrintedLine(start, len(chars), _rounded(row.box), round(row.size, 1), row.line.setting))
    put("\n")
    raw = "".join(chars)
    return raw, Layout(
        round(drawn.width, 1), round(drawn.height, 1), tuple(lines), boxes,
        tuple(map(_rounded, drawn.rules)), tuple(map(_rounded, drawn.pictures)), drawn.turns,
    )  # fmt: skip


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


def _indents(block: _Block) -> list[bool]:
    """Return which lines are set in from the block's left edge by two characters, as paragraphs begin."""
    least, most = _INDENTED
    left = block.box[0]
    inset = [(row.box[0] - left) / row.size for row in block.rows]
    flush = any(abs(one) <= _FLUSH for one in inset)
    return [flush and least <= one <= most for one in inset]


def _write_line(line: SetLine, chars: list[str], boxes: array[float]) -> None:
    glyphs = line.glyphs
    gaps = [after.left - before.right for before, after in pairwise(glyphs)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps and line.setting == "across" else 0.0
    for at, one in enumerate(glyphs):
        if at and line.setting == "across":
            gap = (gaps[at - 1] - max(usual, 0.0)) / one.size
            # An initial is followed by its word at whatever distance.
            if gap > _SPACE and not (line.edge is not None and glyphs[at - 1].size > _INITIAL * one.size):
                chars.append("　" if gap > _WIDE_SPACE else " ")
                boxes.extend((0.0, 0.0, 0.0, 0.0))
        chars.append(one.char)
        boxes.extend(glyph_box(one))

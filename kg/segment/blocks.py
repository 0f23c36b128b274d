"""A page as blocks of prose with gaps between them; in the gaps stand headings and bylines."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from kg.segment.breaks import find_break
from kg.segment.headings import mark_headings
from kg.segment.seams import find_seam
from kg.segment.wording import Wording
from kg.segment.words_at import cuts_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.lines import Line

_CHANGE = 2.5
_SPREAD = 3.0
_ENOUGH_LINES = 2
_LOOK = 8
_LEAD = 160
_FARTHEST = 12
_SAME = 0.75
_INDENTED = 1.2
_COLUMN_LINES, _EVEN = 3, 2.1
_CHANGE_OF_FEW = 5.0


@dataclass(slots=True)
class Block:
    """Lines of prose of one article, by their numbers."""

    lines: list[int]
    opens: bool
    """It begins with 本报讯 or the like: an article begins here."""
    closes: bool = False
    """It ends with a byline in brackets: the article ends here."""
    apart: float | None = None
    """Nothing stands between it and the block before, but it may be of another article: the odds of that."""
    continues: bool = False
    """It goes on with an article that began on another page."""
    unfinished: bool = False
    """Its last sentence goes on elsewhere."""
    width: float = 0.0
    narrow: bool = False
    """No line of it fills its column: it may be as wide as any that is not narrower."""
    text: str = ""

    @property
    def lead(self) -> str:
        """Return how the block begins."""
        return self.text[:_LEAD]


@dataclass(slots=True)
class Shape:
    """Blocks, and the gaps around them: `gaps[i]` stands before block `i`, the last one after the last block."""

    blocks: list[Block]
    gaps: list[list[int]]
    furniture: list[int]
    wording: Wording | None = None
    """The blocks' wording, if it is known."""


def shape(lines: Sequence[Line]) -> Shape:
    """Return the blocks and gaps of a page's lines."""
    marks = mark_headings(lines)
    found = Shape([], [[]], [])
    current: Block | None = None
    waiting: float | None = None
    continues = False
    for at, line in enumerate(lines):
        if line.furniture and line.furniture not in ("jump", "caption", "photo credit"):
            found.furniture.append(at)
            continue
        if line.continues and not line.text:
            # A line that only sends back (上接1版): what follows it goes on from another page.
            found.furniture.append(at)
            continues = True
            continue
        if marks[at] or line.boxed:
            waiting = _unfinished_width(current, lines) or waiting
            current = None
            found.gaps[-1].append(at)
            continue
        resumes = waiting is not None and current is not None and _resumes(lines, current, at, waiting)
        # A picture's caption still belongs to an article that has ended.
        ended = current is not None and current.closes and line.text != ""
        # A table is the text's above it.
        apart = ended or line.opens or continues or resumes or _changes_width(lines, marks, at)
        apart = apart or (current is not None and _changes_column(lines, marks, at))
        # A byline in brackets is the text's above it, however short.
        signed = line.closes and line.byline is not None and line.byline.start == line.start and not ended
        if current is None or (apart and not line.tabular and not signed):
            waiting = None if resumes else _unfinished_width(current, lines) or waiting
            current = Block([], opens=line.opens or continues, continues=line.continues or continues)
            continues = False
            found.blocks.append(current)
            found.gaps.append([])
        current.lines.append(at)
        current.closes = line.closes or (current.closes and (line.tabular or not line.text))
    for block in found.blocks:
        _describe(block, lines)
    _join_continued(found, lines)
    _cut_at_seams(found, lines)
    return found


def _cut_at_seams(found: Shape, lines: Sequence[Line]) -> None:
    """Cut blocks where another article begins without a mark; both parts may hold one more."""
    wording = found.wording = Wording([block.text for block in found.blocks])
    at = 0
    while at < len(found.blocks):
        block = found.blocks[at]
        apart, index = find_break(block, lines, wording) or (None, find_seam(found, lines, at))
        if index is None:
            at += 1
            continue
        found.wording = None
        rest = Block(block.lines[index:], opens=False, closes=block.closes, apart=apart)
        block.lines, block.closes = block.lines[:index], False
        found.blocks.insert(at + 1, rest)
        found.gaps.insert(at + 1, [])
        _describe(block, lines)
        _describe(rest, lines)


def _unfinished_width(block: Block | None, lines: Sequence[Line]) -> float | None:
    """Return the width of a column whose last sentence goes on elsewhere; None, if it ends where the block does."""
    if block is None or block.closes or lines[block.lines[-1]].stops or len(block.lines) < _ENOUGH_LINES:
        return None
    return prose_width([lines[at].width for at in block.lines])


def _resumes(lines: Sequence[Line], current: Block, at: int, waiting: float) -> bool:
    """Say whether an unfinished column of width `waiting` goes on at line `at`: not indented, in its own width."""
    before = lines[at - 1]
    if not before.stops or lines[at].opens:
        return False
    width = prose_width([lines[one].width for one in current.lines])
    ahead = lines[at : at + 3]
    in_its_width = all(abs(line.width - waiting) <= _SAME or line.stops for line in ahead) and not lines[at].stops
    other_width = abs(width - waiting) > 2 * _SAME
    ends_short = before.width < width - _INDENTED
    return in_its_width and (other_width or (ends_short and lines[at].width > waiting - _SAME))


def _describe(block: Block, lines: Sequence[Line]) -> None:
    block.text = "".join(lines[at].text for at in block.lines)
    full = [lines[at].width for at in block.lines if not lines[at].stops]
    block.narrow = not full
    block.width = prose_width([lines[at].width for at in block.lines])
    last = lines[block.lines[-1]]
    # A short line that no sentence ends with is where the text was cut, not where a column ends.
    block.unfinished = not last.stops and not block.closes and last.width > block.width - 2 * _INDENTED


def prose_width(widths: Sequence[float]) -> float:
    """Return how wide a column is: the middle of the wider half of its lines, since paragraphs begin and end short."""
    return median(sorted(widths)[len(widths) // 2 :]) if widths else 0.0


def _changes_width(lines: Sequence[Line], marks: Sequence[bool], at: int) -> bool:
    """Say whether a sentence ends before line `at` and the column is clearly another one from there on."""
    if at == 0 or not lines[at - 1].stops or marks[at - 1]:
        return False
    before = _full_widths(lines, marks, range(at - 1, max(-1, at - 1 - _LOOK), -1))
    after = _full_widths(lines, marks, range(at, min(len(lines), at + _LOOK)))
    if min(len(before), len(after)) < _ENOUGH_LINES:
        return False
    steady = max(before) - min(before) <= _SPREAD and max(after) - min(after) <= _SPREAD
    return steady and abs(median(before) - median(after)) >= _CHANGE


def _changes_column(lines: Sequence[Line], marks: Sequence[bool], at: int) -> bool:
    """Say whether line `at` is of another column, though the sentence above has not ended: its lines are as wide."""
    if not at or lines[at - 1].stops or marks[at - 1] or lines[at - 1].opens or lines[at].opens:
        return False
    before = _in_full(lines, marks, range(at - 1, max(-1, at - 1 - _LOOK), -1))
    after = _in_full(lines, marks, range(at, min(len(lines), at + _LOOK)))
    few = min(len(before), len(after)) < _COLUMN_LINES
    if min(len(before), len(after)) < _ENOUGH_LINES or max(max(one) - min(one) for one in (before, after)) > _EVEN:
        return False
    change = abs(median(before) - median(after))
    return change >= (_CHANGE_OF_FEW if few else _CHANGE) and not cuts_word(lines[at - 1].text, lines[at].text)


def _in_full(lines: Sequence[Line], marks: Sequence[bool], numbers: range) -> list[float]:
    """Return the widths of the nearest few lines in the middle of paragraphs."""
    widths: list[float] = []
    for at in numbers:
        if marks[at] or lines[at].boxed or len(widths) >= _COLUMN_LINES:
            break
        first = at == 0 or lines[at - 1].stops or lines[at].opens
        if not lines[at].stops and not (first and numbers.step < 0) and not lines[at].furniture:
            widths.append(lines[at].width)
        elif numbers.step > 0:
            break
    return widths


def _full_widths(lines: Sequence[Line], marks: Sequence[bool], numbers: range) -> list[float]:
    """Return the widths of the lines that neither begin nor end a paragraph."""
    widths: list[float] = []
    for at in numbers:
        if marks[at] or lines[at].boxed or (lines[at].opens and numbers.step > 0 and widths):
            break
        if not lines[at].stops and not lines[at].opens and at and not lines[at - 1].stops and not marks[at - 1]:
            widths.append(lines[at].width)
        if lines[at].opens and numbers.step < 0:
            break
    return widths


def _join_continued(found: Shape, lines: Sequence[Line]) -> None:
    """Join a block whose sentence breaks off with the next block that begins in the middle of one, column by column."""
    at = 0
    while at < len(found.blocks):
        block = found.blocks[at]
        later = _continuation(found, lines, at) if block.unfinished else None
        if later is None:
            at += 1
            continue
        other = found.blocks.pop(later)
        gap = found.gaps.pop(later)
        found.gaps[later] = gap + found.gaps[later]
        block.lines += other.lines
        block.closes = other.closes
        _describe(block, lines)


def _continuation(found: Shape, lines: Sequence[Line], at: int) -> int | None:
    block = found.blocks[at]
    for later in range(at + 1, min(len(found.blocks), at + _FARTHEST)):
        other = found.blocks[later]
        if other.opens or abs(other.width - block.width) > _CHANGE:
            continue
        if lines[other.lines[0]].width >= block.width - 1.2 or lines[other.lines[0]].stops:
            return later
    return None

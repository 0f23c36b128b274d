"""A printed page as stacks of lines: what each is by its size, its place and its wording."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Box, Layout, Page, PrintedLine
    from kg.segment.lines import Line

Kind = Literal["body", "heading", "byline", "caption", "furniture", "down", "turned"]

_STOPS = frozenset("。！？!?…")
_CLOSING = "”’」』）)"
_ENDS = frozenset("。！？!?…”’」』）)摄影道")
_SHORT = 1.3
_INDENT = (1.3, 2.9)
_FLUSH = 0.4
_INITIAL = 1.5
_TITLED, _APART, _EVEN, _WELL_SHORT = 2, 1.0, 0.8, 3.0


@dataclass(eq=False)
class Stack:
    """Lines of one size, one below the other, by their numbers; `size` is that of most of its type."""

    lines: list[int]
    printed: list[PrintedLine]
    read: list[Line]
    written: list[str]
    """The lines as they were printed, captions and credits too, without white space."""
    kind: Kind = "body"
    reason: str = ""
    """Why it is no article's text, if it is none."""
    inside: int = -1
    """The number of the frame that it stands in."""
    initial: bool = False
    """It begins with a large initial."""

    @cached_property
    def box(self) -> Box:
        """Return the box around its lines."""
        boxes = [one.box for one in self.printed]
        return (
            min(one[0] for one in boxes), min(one[1] for one in boxes),
            max(one[2] for one in boxes), max(one[3] for one in boxes),
        )  # fmt: skip

    @cached_property
    def size(self) -> float:
        """Return the size of its type."""
        return Counter(one.size for one in self.printed).most_common(1)[0][0]

    @cached_property
    def text(self) -> str:
        """Return its text without white space."""
        return "".join(one.text for one in self.read)

    @property
    def width(self) -> float:
        """Return its width."""
        return self.box[2] - self.box[0]

    @property
    def middle(self) -> float:
        """Return the middle between its left and right edges."""
        return (self.box[0] + self.box[2]) / 2

    def cut(self, at: int) -> tuple[Stack, Stack]:
        """Return the lines before `at` and those from it on as two stacks."""
        return (
            replace(
                self, lines=self.lines[:at], printed=self.printed[:at], read=self.read[:at], written=self.written[:at]
            ),
            Stack(self.lines[at:], self.printed[at:], self.read[at:], self.written[at:], inside=self.inside),
        )

    def inset(self, at: int) -> float:
        """Return how far line `at` begins from the left edge, in the size of its type."""
        return (self.printed[at].box[0] - self.box[0]) / self.size

    def is_indented(self, at: int) -> bool:
        """Say whether line `at` begins as a paragraph does, set in by two characters."""
        return (self.initial and at == 0) or _INDENT[0] <= self.inset(at) <= _INDENT[1]

    def is_short(self, at: int, by: float = _SHORT) -> bool:
        """Say whether line `at` ends before the right edge."""
        return (self.box[2] - self.printed[at].box[2]) / self.size > by

    def stops(self, at: int) -> bool:
        """Say whether a sentence ends with line `at`."""
        return self.read[at].text.rstrip(_CLOSING)[-1:] in _STOPS or self.read[at].stops


def stacks_of(page: Page, layout: Layout, lines: Sequence[Line]) -> list[Stack]:
    """Return the stacks of a page: lines between which no blank line stands."""
    stacks: list[Stack] = []
    end = 0
    for number, (printed, line) in enumerate(zip(layout.lines, lines, strict=True)):
        if not stacks or page.raw.count("\n", end, line.start) > 1 or _opens_text(stacks[-1], line, printed):
            stacks.append(Stack([], [], [], [], initial=_is_initial(layout, printed)))
        stacks[-1].lines.append(number)
        stacks[-1].printed.append(printed)
        stacks[-1].read.append(line)
        stacks[-1].written.append("".join(page.raw[printed.start : printed.end].split()))
        end = printed.end
    return stacks


def parted_titles(stacks: Sequence[Stack]) -> list[Stack]:
    """Return the stacks with each centred line between texts as a stack of its own: the line is a title."""
    parted: list[Stack] = []
    for stack in stacks:
        below: list[Stack] = []
        rest = stack
        titles = _titles_within(stack)
        for at in reversed(titles):
            for cut in (at + 1, at):
                if 0 < cut < len(rest.lines):
                    rest, lower = rest.cut(cut)
                    below.append(lower)
        parted += [rest, *reversed(below)]
    return parted


def _titles_within(stack: Stack) -> list[int]:
    """Return the lines of a stack that are titles: in a list, whose lines end anywhere, none but its first."""
    count = range(len(stack.lines))
    titles = [at for at in count if _parts_text(stack, at)]
    is_list = any(_ends_early(stack, at) for at in count if not {at, at + 1} & {*titles})
    return [at for at in titles if at == 0] if is_list else titles


def _ends_early(stack: Stack, at: int) -> bool:
    """Say whether line `at` is short and no sentence ends with it, as the lines of a list of names are."""
    return at + 1 < len(stack.lines) and stack.is_short(at, _WELL_SHORT) and not stack.stops(at)


def _parts_text(stack: Stack, at: int) -> bool:
    """Say whether line `at` is a title within a stack: centred, after a paragraph's end, before a paragraph."""
    last = at + 1 == len(stack.lines)
    begins = not last and (stack.read[at + 1].opens or stack.read[at + 1].boxed)
    if not _is_centred(stack, at) or (len(stack.lines) <= _TITLED and (at or not begins)):
        return False
    ended = at == 0 or stack.stops(at - 1) or stack.is_short(at - 1, _WELL_SHORT)
    return ended and (last or begins or stack.is_indented(at + 1))


def _is_centred(stack: Stack, at: int) -> bool:
    """Say whether line `at` leaves as much room on its left as on its right, and no sentence ends with it."""
    left, right = stack.printed[at].box[0] - stack.box[0], stack.box[2] - stack.printed[at].box[2]
    in_middle = left > _APART * stack.size and abs(left - right) < _EVEN * stack.size
    return in_middle and not stack.stops(at) and "，" not in stack.read[at].text


def _opens_text(above: Stack, line: Line, printed: PrintedLine) -> bool:
    """Say whether text begins below lines that are none: a caption, a byline."""
    if (CREDIT_REST.match(line.text) or _breaks_off(above, printed)) and not above.read[-1].boxed:
        return False
    return all(one.boxed or one.furniture for one in above.read) and not (line.boxed or line.furniture)


def _is_initial(layout: Layout, printed: PrintedLine) -> bool:
    """Say whether a line's first character is much larger than its type."""
    at = 4 * printed.start
    return layout.boxes[at + 3] - layout.boxes[at + 1] > _INITIAL * printed.size


def _breaks_off(above: Stack, printed: PrintedLine) -> bool:
    """Say whether a stack's last line is full and no sentence ends with it, so that the next line goes on with it."""
    last = above.printed[-1]
    return last.box[2] >= printed.box[2] - _SHORT * last.size and above.written[-1][-1:] not in _ENDS


def body_size(stacks: Sequence[Stack]) -> float:
    """Return the size that most of a page's running text is set in."""
    sizes: Counter[float] = Counter()
    for stack in stacks:
        if stack.printed[0].setting == "across":
            sizes[round(stack.size * 2) / 2] += len(stack.text) * (2 if len(stack.lines) > 1 else 1)
    return sizes.most_common(1)[0][0] if sizes else 9.0


def across(one: Box, other: Box) -> float:
    """Return how much of the narrower one's width two boxes share; negative: how far they are apart."""
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return shared / max(1.0, min(one[2] - one[0], other[2] - other[0]))


def down(one: Box, other: Box) -> float:
    """Return how much of the lower one's height two boxes share."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared / max(1.0, min(one[3] - one[1], other[3] - other[1]))


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


HAN = re.compile("[\u4e00-\u9fff]")
CREDIT_REST = re.compile(r"(?:影?报道|影|图|片|料图片|图片|报|道)[）)]?$")
"""What is left of a picture's credit that was broken at a line's end."""

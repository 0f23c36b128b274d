"""Whether a sentence and its paragraph go on from the end of one column of text to the beginning of another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.segment.layout_stacks import across

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.layout_stacks import Stack

_CROSSHEAD, _CROSSED, _CROSSHEAD_LINES = 1.0, -6.0, 2
"""A headline within the text: between paragraphs, within one; the most lines of it."""
_JOINTS = {
    ("open", "flush"): 4.0, ("open", "indented"): -6.0,
    ("closed", "flush"): -5.0, ("closed", "indented"): 0.3,
    ("either", "flush"): 1.5, ("either", "indented"): 0.2,
}  # fmt: skip
"""How well an end and a beginning go together."""
_ENDS_EARLY, _JUSTIFIED_EARLY, _TITLE_LAST = 3.0, 1.8, -2.0
_EVEN, _MOSTLY, _FEW = 0.6, 0.7, 4
_GOES_ON = ("，", "、", "；", "：")
OPENING = "”’）》」』】，。、；：！？"
"""What no article begins with."""


class Joints:
    """How the columns of one page end and begin."""

    def __init__(self, strips: Sequence[Stack]) -> None:
        """Take the columns of text."""
        self._strips = strips
        self.indents = _has_indents(strips)
        self._pairs = Counter(pair for one in strips for pair in zip(one.text, one.text[1:], strict=False))
        self.centred = {id(one) for one in strips if self._is_centred(one)}

    def continues(self, one: Stack, other: Stack) -> float:
        """Score that the text at the end of one strip goes on at the beginning of another."""
        ends, begins = self.ends(one), self.begins(other)
        joint = 0.6 if ends == "open" and self._pairs[one.text[-1], other.text[0]] else 0.0
        if other.read[0].opens or other.read[0].boxed:
            return -5.0
        if one.read[-1].closes:
            return -4.0
        if id(one) in self.centred or id(other) in self.centred:
            return _CROSSED if ends == "open" or begins == "flush" else _CROSSHEAD
        if other.text[:1] in OPENING:
            return 5.0 if ends == "open" else -3.0
        if not self.indents:
            return (2.5 if ends == "open" else 0.0) + joint
        # A line that is a paragraph of its own may be the title of an item that the next column holds.
        is_title = (ends, begins) == ("open", "indented") and len(one.lines) > 1 and one.is_indented(len(one.lines) - 1)
        return (_TITLE_LAST if is_title else _JOINTS[ends, begins]) + joint

    def ends(self, strip: Stack) -> str:
        """Return how a strip ends: in mid-sentence, with its paragraph, or it cannot be told."""
        last = len(strip.lines) - 1
        if id(strip) in self.centred:
            return "closed"
        if strip.read[last].boxed:
            return "closed"
        # A line alone has no right edge of its own: one that stops before its column's ends a paragraph.
        lane = self._lane(strip) if not last else None
        if lane is not None and lane.box[2] - strip.box[2] > _ENDS_EARLY * strip.size:
            return "closed"
        short = strip.is_short(last)
        if strip.stops(last):
            return "closed" if short else "either"
        early = _JUSTIFIED_EARLY if _is_justified(strip) else _ENDS_EARLY
        return "closed" if short and len(strip.lines) > 1 and strip.is_short(last, early) else "open"

    def _lane(self, strip: Stack) -> Stack | None:
        """Return the nearest strip of several lines in whose column a strip stands."""
        lanes = [
            one for one in self._strips
            if one is not strip and len(one.lines) > 1 and one.inside == strip.inside
            and one.box[0] <= strip.box[0] + 1 and one.box[2] >= strip.box[2] - 1
        ]  # fmt: skip
        distance = {id(one): max(one.box[1] - strip.box[3], strip.box[1] - one.box[3]) for one in lanes}
        return min(lanes, key=lambda one: distance[id(one)], default=None)

    def _is_centred(self, strip: Stack) -> bool:
        """Say whether a strip is a headline within the text: a line or two in the middle of a column, no sentence."""
        lane = self._lane(strip) if len(strip.lines) <= _CROSSHEAD_LINES else None
        if lane is None or any(strip.stops(at) or line.text.endswith(_GOES_ON) for at, line in enumerate(strip.read)):
            return False
        return all(
            abs((one.box[0] - lane.box[0]) - (lane.box[2] - one.box[2])) < 0.8 * strip.size
            and one.box[0] - lane.box[0] > strip.size
            for one in strip.printed
        )

    def begins(self, strip: Stack) -> str:
        """Return how a strip begins: flush with its column, or indented as a paragraph is."""
        if id(strip) in self.centred or strip.is_indented(0):
            return "indented"
        if len(strip.lines) == 1 and self.indents:
            # A single line has no edge of its own: the columns around show where they begin.
            left = strip.box[0]
            edges = [one.box[0] for one in self._strips if len(one.lines) > 1 and across(one.box, strip.box) > 0]
            if any(1.3 * strip.size <= left - edge <= 2.9 * strip.size for edge in edges):
                return "indented"
        return "flush"


def _has_indents(strips: Sequence[Stack]) -> bool:
    """Say whether paragraphs are set in: lines after the end of a paragraph mostly begin so."""
    indented = flush = 0
    for strip in strips:
        for at in range(1, len(strip.lines)):
            if strip.stops(at - 1) and strip.is_short(at - 1):
                indented += strip.is_indented(at)
                flush += not strip.is_indented(at)
    return indented > flush


def _is_justified(strip: Stack) -> bool:
    """Say whether most lines of a strip end at its right edge."""
    lines = range(len(strip.lines) - 1)
    full = sum(not strip.is_short(at, _EVEN) for at in lines)
    return len(lines) >= _FEW and full >= _MOSTLY * len(lines)

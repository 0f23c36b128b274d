"""Which lines are headings: headlines, sub-headlines and subheads, told from prose by how they are set and worded.

After the end of a sentence some lines may be headings before the next paragraph begins. Each number of them is a
reading of the lines that follow; the likeliest is taken. Prose fills its column, but for a paragraph's first line
(indented) and its last; a heading is as wide as it happens to be, and its words come again in the text it heads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import chain
from operator import add
from typing import TYPE_CHECKING

from kg.segment.columns import BROKEN_OFF, INDENT, SHORT, column_width, set_in_column
from kg.segment.heading_words import (
    BODY_START,
    BRACKETED,
    CLAUSE_END,
    CLOSING,
    COUNTED,
    TOLD,
    WIDEST,
    heading_wording,
    may_head,
    unpaired,
)
from kg.segment.strays import mark_strays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.lines import Line

_LONGEST_RUN = 9
_LONGEST_GAP = 16
_SHORTEST_HEADING = 6
_HEADLINE_LINES = 3
_NEAR = 4
_OFTEN = 0.75
_SLACK = 0.75
_EXACTLY, _HANGING = 0.25, 1.1
_OWN = -1.5
_CHANGES = -0.4
_WINDOW = 6
_SURE, _DOUBTFUL = 0.0, 2.0
_RESUMED = 1.2
_BEST_BELOW = 2.1
_SELDOM, _MUCH = 0.3, 0.7
_TOLD_BELOW, _LEAD_LINES = 0.4, 8
_COLUMN, _MOSTLY, _WIDEST_ABOVE_COLUMNS = 32.0, 0.8, 110.0
_FIRST, _LATER = -2.5, -2.0


def mark_headings(lines: Sequence[Line]) -> list[bool]:
    """Return for each line whether it is a heading."""
    return _Marking(lines).marks()


class _Marking:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._spaced_out = sum(line.blank_before for line in lines) > len(lines) * 0.6
        # How often the page has each pair of neighbouring characters, lines' ends apart.
        self._pairs = Counter(chain.from_iterable([map(add, line.text, line.text[1:]) for line in lines]))
        self._widths = [line.width for line in lines]
        # A headline in one line is wider than any column; where paragraphs are not set in columns, it is not.
        columns = sum(width for width in self._widths if width <= _COLUMN) >= _MOSTLY * sum(self._widths)
        self._widest = _WIDEST_ABOVE_COLUMNS if columns else WIDEST
        # Where a news body or a byline of its own begins, the lines before may be its headline.
        self._starts = [at for at, line in enumerate(lines) if line.opens or line.boxed]
        self._again: dict[int, float] = {}
        self._marks = [False] * len(lines)
        self._columns: dict[tuple[int, int], float | None] = {}
        # How wide the column is that broke off in the middle of a sentence where a news body opens.
        self._waiting: float | None = None

    def marks(self) -> list[bool]:
        lines = self._lines
        marks = self._marks
        at_break = True
        listing = False
        at = 0
        while at < len(lines):
            line = lines[at]
            listing = not line.stops and (
                listing or (line.text.endswith("）") and COUNTED.search(line.text) is not None)
            )
            if line.opens and at and not at_break:
                self._waiting = self._column(at - 1, -1)
            if line.opens or line.byline or line.furniture or line.tabular or listing:
                at_break = line.stops or line.furniture is not None or line.boxed or line.closes
                at += 1
                continue
            run = self._run(at, _SURE if at_break or self._breaks_off(at) else _DOUBTFUL)
            if run > 1 and not at_break and self._is_tail(at):
                # The text above ends with a line that no full stop ends.
                at += 1
                run -= 1
            marks[at : at + run] = [True] * run
            at_break = run > 0 or line.stops
            at += max(run, 1)
        mark_strays(lines, marks, self._widest)
        _unmark_lists(marks)
        return marks

    def _is_tail(self, at: int) -> bool:
        """Say whether the first of some headings is rather the last line of the prose above, which fills its column."""
        line = self._lines[at]
        width = self._column(at - 1, -1)
        if width is None or line.doubled or line.parted or BRACKETED.match(line.text) or TOLD.search(line.text):
            return False
        if self._said_again(at) > _MUCH:
            return False
        return abs(self._widths[at - 1] - width) <= _SLACK and line.width <= width + _EXACTLY

    def _breaks_off(self, at: int) -> bool:
        """Say whether a line cannot continue the one before it, though that is unfinished."""
        line = self._lines[at]
        if line.doubled or BRACKETED.match(line.text):
            return True
        above = self._lines[at - 1]
        if self._goes_on(at) or (above.opens and not above.stops):
            return False
        if unpaired(above.text) and not unpaired(above.text + line.text):
            return False
        before = self._column(at - 2, -1)
        if before is not None and self._lines[at - 1].width < before - SHORT and not self._lines[at - 1].opens:
            return True
        return self._heads_in_between(at, before) or self._heads_an_opening(at)

    def _goes_on(self, at: int) -> bool:
        """Say quickly that a line and the one before fill their column, and that no news body opens soon after."""
        widths = self._widths
        full = max(widths[max(0, at - _NEAR) : at]) - SHORT
        if widths[at - 1] <= full or widths[at] <= full:
            return False
        following = bisect_right(self._starts, at)
        return following == len(self._starts) or self._starts[following] > at + 1 + _HEADLINE_LINES

    def _heads_an_opening(self, at: int) -> bool:
        """Say whether a line after an unfinished one belongs to the headline of a news body that opens right below.

        The unfinished sentence then goes on in another column. Its next line would go on with the words that break
        off; a headline says what the page says elsewhere.
        """
        lines = self._lines
        run = 0
        while at + run < len(lines) and run <= _HEADLINE_LINES and may_head(lines[at + run], self._widest):
            run += 1
        below = at + run
        if not 0 < run <= _HEADLINE_LINES or below >= len(lines) or not (lines[below].opens or lines[below].boxed):
            return False
        again = sum(map(self._said_again, range(at, below))) / run
        width = self._column(at - 1, -1)
        if width is not None and max(abs(one.width - width) for one in lines[at - 1 : at + 1]) <= _SLACK:
            return False
        too_long = width is not None and max(line.width for line in lines[at:below]) > width + INDENT
        if self._is_joint(at) or lines[below - 1].stops:
            return False
        return again > (_SELDOM if too_long else _OFTEN) or self._said_below(range(at, below), below) > _TOLD_BELOW

    def _said_below(self, heads: range, below: int) -> float:
        """Return which share of some lines' pairs of characters the news that opens below them has in its beginning."""
        lead = "".join([line.text for line in self._lines[below : below + _LEAD_LINES]])
        pairs = {pair for at in heads for pair in map(add, self._lines[at].text, self._lines[at].text[1:])}
        return sum(pair in lead for pair in pairs) / len(pairs) if pairs else 0.0

    def _heads_in_between(self, at: int, before: float | None) -> bool:
        """Say whether a short line after an unfinished one is a heading between columns and not where the text ends."""
        line = self._lines[at]
        if before is None or line.stops or not may_head(line, self._widest) or len(line.text) < _SHORTEST_HEADING:
            return False
        if line.width >= before - INDENT or self._is_joint(at):
            return False
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        score = 3.0 * (self._said_again(at) - _OFTEN)
        if following is not None and (BODY_START.match(following.text) or following.opens):
            score += 1.0
        elif following is not None and not following.stops and following.width < before - SHORT:
            # The text ends with one short line at most.
            score += 0.6
        if CLAUSE_END.search(self._lines[at - 1].text):
            score -= 1.5
        return score > (0.0 if line.width < before - SHORT else 1.0)

    def _run(self, at: int, margin: float) -> int:
        """Return how many lines from `at` are headings.

        Where no sentence ends before it, headings must be likelier by a `margin`, and the first no line of its column.
        """
        lines = self._lines
        if (margin and not self._sticks_out(at)) or self._is_plain_prose(at):
            return 0
        longest = 0
        while at + longest < len(lines) and longest < _LONGEST_RUN and self._may_follow(at + longest, longest):
            longest += 1
        if not longest:
            return 0
        prose = self._below(at, 0)
        best, chosen, headings = prose + margin, 0, 0.0
        for run in range(1, longest + 1):
            headings += self._heading(at + run - 1, run - 1)
            if headings + _BEST_BELOW > best:
                score = headings + self._below(at, run)
                if score > best:
                    best, chosen = score, run
        return chosen

    def _may_follow(self, at: int, number: int) -> bool:
        """Say whether a line may be the next heading; a mark may open it that closes a pair of the line before."""
        line = self._lines[at]
        if may_head(line, self._widest):
            return True
        before = self._lines[at - 1].text
        if not number or not CLOSING.match(line.text) or not unpaired(before) or unpaired(before + line.text):
            return False
        return may_head(line._replace(text=line.text[1:]), self._widest)

    def _sticks_out(self, at: int) -> bool:
        """Say whether a line that no sentence ends before is too long for the column above it.

        A short one may well be the end of a body without a full stop.
        """
        line = self._lines[at]
        if not at or line.stops or line.width <= self._widths[at - 1] + INDENT or self._lines[at - 1].opens:
            return False
        width, below = self._column(at - 1, -1), self._column(at + 1, 1)
        if below is not None and abs(line.width - below) <= _SLACK and self._widths[at - 1] >= below - INDENT - _SLACK:
            return False
        return width is not None and line.width > width + INDENT and not self._is_joint(at)

    def _is_plain_prose(self, at: int) -> bool:
        """Say quickly that a line is a paragraph's first one: it and the next fill the column as such lines do."""
        if not 0 < at < len(self._lines) - 1:
            return False
        line, following = self._lines[at], self._lines[at + 1]
        width = self._column(at - 1, -1)
        if width is None or line.parted or line.doubled or line.stops or following.opens or following.boxed:
            return False
        is_set_so = width - INDENT - 1 <= line.width <= width + _SLACK and abs(following.width - width) <= _SLACK
        spaced = following.blank_before or not self._spaced_out
        return is_set_so and spaced and self._said_again(at) <= _OFTEN

    def _below(self, at: int, run: int) -> float:
        """Score that a paragraph begins below `run` headings from line `at` on."""
        lines = self._lines
        first = at + run
        if first >= len(lines) or lines[first].opens or lines[first].boxed or lines[first].furniture:
            return 1.0 if run else 0.0
        score = self._paragraph(first, at)
        if run:
            score += 0.7 if BODY_START.match(lines[first].text) else 0.0
            score += -1.5 if self._is_joint(first) else 0.2
            score += _RESUMED if self._resumes(first) else 0.0
        return score

    def _resumes(self, at: int) -> bool:
        """Say whether a column that broke off may go on at line `at`: in its width, without a paragraph's indent."""
        if self._waiting is None:
            return False
        ahead = self._lines[at : at + 2]
        # A mark may hang over the column's edge.
        return all(abs(line.width - self._waiting) <= _HANGING for line in ahead if not line.stops or line is ahead[0])

    def _is_joint(self, at: int) -> bool:
        """Say whether the page has, elsewhere, the two characters that meet where line `at` begins."""
        return self._lines[at - 1].text[-1:] + self._lines[at].text[:1] in self._pairs

    def _paragraph(self, first: int, at: int) -> float:
        """Score lines from `first` as the beginning of a paragraph, in the likeliest column."""
        lines = self._lines
        end = first
        while end < len(lines) and end < first + _WINDOW and not (lines[end].stops or lines[end].opens):
            end += 1
        paragraph = lines[first : end + 1] if end < len(lines) and not lines[end].opens else lines[first:end]
        above, below = self._column(at - 1, -1), self._column(first + 1, 1)
        # Where the column changes, a headline is likelier than none.
        changes = above is not None and below is not None and abs(above - below) > INDENT
        columns = [
            (0.0, above),
            (_CHANGES if changes and first == at else 0.0, below),
            (_OWN, max(paragraph[0].width + INDENT, *(line.width for line in paragraph))),
        ]
        score = max(prior + set_in_column(paragraph, width) for prior, width in columns if width is not None)
        broken_off = not paragraph[-1].stops and len(paragraph) <= _WINDOW and (end >= len(lines) or lines[end].opens)
        # A short line that nothing follows was counted where the text breaks off already.
        counted = len(paragraph) > 1 and paragraph[-1].width < max(line.width for line in paragraph) - SHORT
        return score - (BROKEN_OFF if broken_off and not counted else 0.0)

    def _heading(self, at: int, number: int) -> float:
        line = self._lines[at]
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        width = self._column(at - number - 1, -1)
        full = width is not None and abs(line.width - width) <= _EXACTLY
        score = (_LATER if number else _FIRST) + heading_wording(line) + 3.0 * (self._said_again(at) - 0.35)
        score -= 1.0 if full else 0.0
        if unpaired(line.text) and not (
            following is not None and unpaired(following.text) and not unpaired(line.text + following.text)
        ):
            score -= 0.0 if number and not unpaired(self._lines[at - 1].text + line.text) else 1.0
        if self._spaced_out:
            if following is not None and not following.blank_before and not line.stops:
                score += 1.5
            if number and not line.blank_before:
                score += 1.5
        return score

    def _said_again(self, at: int) -> float:
        """Return which share of a line's pairs of characters the page has again."""
        found = self._again.get(at)
        if found is None:
            text = self._lines[at].text
            counts = [self._pairs[pair] for pair in map(add, text, text[1:])]
            found = sum([count > 1 for count in counts]) / len(counts) if counts else 0.0
            self._again[at] = found
        return found

    def _column(self, at: int, step: int) -> float | None:
        """Return the column's width from `at` on, in the direction of `step`."""
        key = (at, step)
        if key not in self._columns:
            self._columns[key] = column_width(self._lines, at, step, self._marks)
        return self._columns[key]


def _unmark_lists(marks: list[bool]) -> None:
    """Take back runs of so many headings that they must be a list, a table or a poem."""
    at = 0
    while at < len(marks):
        end = at
        while end < len(marks) and marks[end]:
            end += 1
        if end - at > _LONGEST_GAP:
            marks[at:end] = [False] * (end - at)
        at = end + 1

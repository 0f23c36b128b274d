"""How good a way to share out a page is: scores of headlines, subheads and blocks that go together.

All scores are log-odds. The figures of the tables were measured on woven pages: how much likelier it is that a heading
line whose wording a body has to such a degree is that body's, or that two blocks so alike are one article's.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from kg.segment.breaks import NEWS_LEAD
from kg.segment.heading_words import SUBTITLE, unpaired
from kg.segment.runs import best_runs
from kg.segment.wording import MOST_ODDS, Wording, bigrams, headline_pairs
from kg.segment.words_at import cuts_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.segment.blocks import Block, Shape
    from kg.segment.lines import Line
    from kg.segment.pairs import Pairs

NEVER = -20.0
_UNEVEN = 1.2
_NO_FIT, _FIRST_RISE, _RISE, _TURN, _BEST_FIT = -2.4, 22.0, 7.0, 0.15, 4.0
_NO_WORDING = -0.3
_WIDTHS = (1.5, 3.0, 5.0)
_WIDTH_ODDS = (1.0, -1.0, -2.2, -3.3)
_HEADLINE_LINES = 4
_MOST_LINES = 5
_WIDEST_SUBHEAD = 11.0
_NARROW, _NARROWER = 9.5, 0.6
_SUBHEAD_LINES = 2
_SILENT = -0.5
_ROOM = 2.0
_BARE, _BARE_NEWS = -1.5, -2.5
_FAR, _FAR_ON_TOP = -2.2, -1.2
_BOX, _BOX_ABOVE = -4.0, -6.0
_BOTH_SIDES = -4.0
_PARTED = -1.0
_UNFINISHED = 2.0
_SUBHEAD_PRIOR, _NO_GAP_PRIOR = -0.6, 0.3
APART = 2.5
"""From which odds on a place where a paragraph ends is rather another article's beginning."""


def _width_odds(left: Block, right: Block) -> float:
    """Return what the widths of two blocks' columns say for their being one article's."""
    narrower, wider = sorted((left, right), key=lambda block: block.width)
    change = wider.width - narrower.width
    return 0.0 if narrower.narrow and change >= _WIDTHS[0] else _WIDTH_ODDS[bisect_right(_WIDTHS, change)]


class Group(NamedTuple):
    """Lines of a gap that belong together: headings, and the bylines of their own below them."""

    headings: tuple[int, ...]
    boxes: tuple[int, ...]


def together(groups: Sequence[Group]) -> Group:
    """Return groups as one."""
    return Group(
        tuple(line for group in groups for line in group.headings),
        tuple(line for group in groups for line in group.boxes),
    )


class Fitting:
    """Scores on one page."""

    def __init__(self, shape: Shape, lines: Sequence[Line], *, spaced_out: bool) -> None:
        """Weigh the page's wording."""
        self._blocks = shape.blocks
        self._lines = lines
        self.spaced_out = spaced_out
        self.wording = shape.wording or Wording([block.text for block in shape.blocks])
        self._leads = [bigrams(block.lead) for block in shape.blocks]
        self.pairs = self.wording.pairs
        self._said = {
            line: headline_pairs(lines[line].text) for gap in shape.gaps for line in gap if not lines[line].boxed
        }
        self._runs = self._runs_of_blocks()
        self._begin: set[int] = set()
        self._line_fits: dict[tuple[int, int, int], float] = {}
        self._far_found: dict[tuple[tuple[Group, ...], float], tuple[float, list[Group]]] = {}

    def groups(self, gap: Sequence[int]) -> list[Group]:
        """Return the lines of a gap in groups; without blank lines on the page nothing tells them apart."""
        out: list[Group] = []
        for line in gap:
            if self._lines[line].boxed and out and out[-1].boxes and out[-1].boxes[-1] == line - 1:
                # A byline of two lines.
                out.append(Group(out[-1].headings, (*out.pop().boxes, line)))
            elif self._lines[line].boxed:
                # Without blank lines, what stands above a byline of its own is one headline.
                above = [group for group in out if not group.boxes][-1 if self.spaced_out else -_HEADLINE_LINES :]
                out = out[: len(out) - len(above)]
                out.append(Group(tuple(one for group in above for one in group.headings), (line,)))
            elif out and self.spaced_out and not self.parted(line) and not out[-1].boxes:
                out.append(Group((*out.pop().headings, line), ()))
            else:
                out.append(Group((line,), ()))
        return out

    def join(self, whole: Pairs, at: int, gap: Sequence[int]) -> float:
        """Score that block `at` goes on with the article that has said `whole` before `gap`."""
        left, right = self._blocks[at - 1], self._blocks[at]
        if right.opens or left.closes or at in self._begin or any(self._lines[line].boxed for line in gap):
            return NEVER
        if right.apart is not None and not gap:
            return APART - right.apart
        score = self.together(left, right, whole, self.pairs[at])
        if left.unfinished:
            score += _UNFINISHED
        return score + (_SUBHEAD_PRIOR + self._subheads(gap, at) if gap else _NO_GAP_PRIOR)

    def together(self, left: Block, right: Block, said: Pairs, says: Pairs) -> float:
        """Score two blocks as one article's by their wording and the widths of their columns."""
        return self.wording.odds(said, says) + _width_odds(left, right)

    @staticmethod
    def at_most_together(left: Block, right: Block) -> float:
        """Return the highest score that two blocks may have as one article's, whatever they say."""
        return MOST_ODDS + _WIDTH_ODDS[bisect_right(_WIDTHS, abs(left.width - right.width))]

    def _subheads(self, gap: Sequence[int], at: int) -> float:
        """Score the lines of a gap as subheads of block `at`: short, one or two, about what follows."""
        right = self._blocks[at]
        score = 0.5 if self._is_set_so(gap, right) else -2.5
        if max(self._lines[line].width for line in gap) <= max(_NARROW, _NARROWER * right.width):
            score += 0.8
        score += -1.0 if NEWS_LEAD.match(right.text) else 0.5
        # A subhead may say what no word of its section says; where it does say it, it counts as a headline would.
        return score + sum(max(_SILENT, self.fit(line, self.pairs[at], at, at + 1)) for line in gap)

    def _is_set_so(self, gap: Sequence[int], right: Block) -> bool:
        widest = max(self._lines[line].width for line in gap)
        one_line = len(gap) == 1 and self._lines[gap[0]].parted
        most = 2 * _WIDEST_SUBHEAD if one_line else min(_WIDEST_SUBHEAD, right.width - _ROOM)
        return widest <= most and len(gap) <= _SUBHEAD_LINES

    def may_be_subhead(self, headline: Sequence[int], at: int) -> bool:
        """Say whether a headline may as well be a subhead of block `at`: set like one, right above it."""
        block = self._blocks[at]
        above = max(headline) + 1 == min(block.lines)
        return above and self._is_set_so(headline, block) and not NEWS_LEAD.match(block.text)

    def headline(self, before: Sequence[Group], after: Sequence[Group], first: int, fits: Sequence[float]) -> float:
        """Score groups as the headline of the article that begins with block `first`; `fits` are its lines'."""
        opens = self._blocks[first].opens
        boxes = [at for at, group in enumerate(before) if group.boxes]
        score = _BOX * sum(1 for group in after if group.boxes)
        if boxes:
            # A byline of its own stands right above the body, which then has no other.
            score += (
                (_BOX if opens else 0.5) + _BOX * (len(boxes) - 1) + self._below_byline(before[boxes[-1] + 1 :], first)
            )
        if not fits:
            return score + (_BARE_NEWS if opens else _BARE)
        score += sum(fits)
        headed_before = sum(1 for group in before if group.headings)
        headed_after = sum(1 for group in after if group.headings)
        if headed_before and headed_after:
            score += _BOTH_SIDES
        if self.spaced_out:
            score += _PARTED * max(0, headed_before + headed_after - 1)
        return score - 0.8 * max(0, len(fits) - _MOST_LINES)

    def _below_byline(self, groups: Sequence[Group], first: int) -> float:
        """Score headings between a byline of its own and the body: they can be the subhead of its first section."""
        lines = [line for group in groups for line in group.headings]
        return 0.0 if not lines else _SUBHEAD_PRIOR if self._is_set_so(lines, self._blocks[first]) else _BOX_ABOVE

    def far(self, groups: Sequence[Group], gap: int) -> float:
        """Score groups of a gap as headlines of bodies elsewhere: each by the one that it fits best."""
        return self._far_parts(tuple(groups), _FAR_ON_TOP if gap == 0 else _FAR)[0]

    def far_groups(self, groups: Sequence[Group], gap: int) -> list[Group]:
        """Return groups of a gap put together as the headlines of bodies elsewhere that they are."""
        return self._far_parts(tuple(groups), _FAR_ON_TOP if gap == 0 else _FAR)[1]

    def _far_parts(self, groups: tuple[Group, ...], price: float) -> tuple[float, list[Group]]:
        """Return the best way to cut groups into headlines, each of which costs a price; blank lines part them."""
        key = (groups, price)
        found = self._far_found.get(key)
        if found is None:
            found = self._far_found[key] = self._cut_far(groups, price) if groups and self._runs else (0.0, [])
        return found

    def _cut_far(self, groups: tuple[Group, ...], price: float) -> tuple[float, list[Group]]:
        blocks = range(len(self._runs))
        fits = [[self._far_group_fit(group, at) for at in blocks] for group in groups]
        # A byline of its own ends the headline above it.
        parted = _PARTED if self.spaced_out else 0.0
        goes_on = [NEVER if at and groups[at - 1].boxes else parted for at in range(len(groups))]
        score, runs = best_runs(fits, [[price] * len(self._runs)] * len(groups), goes_on)
        return score, [together(groups[run.start : run.end]) for run in runs]

    def _far_group_fit(self, group: Group, at: int) -> float:
        if group.boxes and (self.opens(at) or not group.headings):
            return NEVER if group.headings else _BOX_ABOVE
        return self.far_fit(group.headings, at)

    def far_fit(self, headings: Sequence[int], at: int) -> float:
        """Score lines as the headline of an article that would begin with block `at`."""
        end, said = self._runs[at]
        return sum(self.fit(line, said, at, end) for line in headings)

    def begin_article(self, group: Group) -> None:
        """Make the block whose beginning a far heading fits best the first one of an article.

        A byline of its own says that the body is somewhere, however little the heading says of it.
        """
        fits = [
            NEVER if group.boxes and self.opens(at) else self.far_fit(group.headings, at)
            for at in range(len(self._runs))
        ]
        best = max(fits)
        if best > 0 or (group.boxes and best > NEVER):
            self._begin.add(fits.index(best))

    def _runs_of_blocks(self) -> list[tuple[int, Pairs]]:
        """Return for each block where an article that began with it would end at most, and what it would say."""
        runs: list[tuple[int, Pairs]] = []
        for at in range(len(self._blocks) - 1, -1, -1):
            end, said = at + 1, self.pairs[at]
            if runs and not self._blocks[at + 1].opens and not self._blocks[at].closes:
                end, said = runs[-1][0], said | runs[-1][1]
            runs.append((end, said))
        return runs[::-1]

    def fit(self, line: int, whole: Pairs, first: int, end: int) -> float:
        """Score a heading line as one of blocks `[first, end)`, which say `whole`; their beginning counts as much."""
        key = (line, first, end)
        fit = self._line_fits.get(key)
        if fit is None:
            fit = self._line_fits[key] = self.says(line, whole, self._leads[first])
        return fit

    def boxed(self, line: int) -> bool:
        """Say whether a line is a byline of its own."""
        return self._lines[line].boxed

    def parted(self, line: int) -> bool:
        """Say whether a blank line parts a line from the one above; a subtitle (——…综述) goes on with its headline."""
        return self._lines[line].blank_before and not SUBTITLE.match(self._lines[line].text)

    def may_end(self, block: Block, line: int) -> bool:
        """Say whether a line may go on with the unfinished one above it, and be the end of a block's text."""
        above, here = self._lines[line - 1], self._lines[line]
        if above.stops or above.closes or above.boxed or above.width < block.width - _UNEVEN:
            return False
        return here.width <= block.width + _UNEVEN and not (here.doubled or here.parted)

    def cuts_word(self, line: int) -> bool:
        """Say whether a word goes on from one line to the next."""
        return cuts_word(self._lines[line - 1].text, self._lines[line].text)

    def goes_on(self, line: int) -> bool:
        """Say whether the headline above surely goes on in a line: within a word, a quotation or brackets."""
        before, text = self._lines[line - 1].text, self._lines[line].text
        return self.cuts_word(line) or (unpaired(before) and unpaired(text) and not unpaired(before + text))

    def lead(self, at: int) -> Pairs:
        """Return what block `at` says in its beginning."""
        return self._leads[at]

    def opens(self, at: int) -> bool:
        """Say whether block `at` begins as a news body does."""
        return self._blocks[at].opens

    def says(self, line: int, whole: Pairs, lead: Pairs) -> float:
        """Score a heading line by how much of its wording a body and its beginning have."""
        said = self._said[line]
        total = self.wording.total(said)
        if not total:
            return _NO_WORDING
        share = (self.wording.weight(said & whole) + self.wording.weight(said & lead)) / (2 * total)
        return min(_BEST_FIT, _NO_FIT + _FIRST_RISE * min(share, _TURN) + _RISE * max(0.0, share - _TURN))

"""A printed page becomes its articles: by the place and size of its lines, and by how their sentences go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.segment.layout_captions import without_captions
from kg.segment.layout_flow import NEVER, Flow
from kg.segment.layout_folios import name_running_heads
from kg.segment.layout_frames import frame_of, frames_of, holds, pictures_of, without_sides
from kg.segment.layout_heads import heads_of
from kg.segment.layout_kinds import name_kinds
from kg.segment.layout_matching import best_matching
from kg.segment.layout_stacks import across, around, body_size, parted_titles, stacks_of
from kg.segment.layout_tables import name_tables, tables_of
from kg.segment.lines import page_lines
from kg.segment.making import Making
from kg.segment.pages import page_articles
from kg.segment.portions import Portion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.page import Article, Page
    from kg.segment.layout_heads import Head
    from kg.segment.layout_stacks import Stack

_SMALL = 40
_MOST_STRIPS = 150
"""More columns than any page has: what it is then is for its text to tell."""


def layout_articles(page: Page) -> list[Article]:
    """Return the articles of a printed page, in the order in which its text has their beginnings."""
    layout = page.layout
    found = page_lines(page)
    if layout is None or len(layout.lines) != len(found.lines):
        return page_articles(page)
    stacks = parted_titles(stacks_of(page, layout, found.lines))
    if not stacks:
        return []
    size = body_size(stacks)
    boxes = [one.box for one in stacks]
    frames, pictures = frames_of(layout, boxes), pictures_of(layout, boxes)
    for stack in stacks:
        stack.inside = frame_of(frames, stack.box)
    name_kinds(stacks, size, layout.height, pictures)
    name_running_heads(stacks, without_sides(layout.rules, layout.pictures), layout.height)
    stacks = without_captions(stacks, pictures, size)
    name_tables(stacks)
    frames = [one for one in frames if any(stack.kind == "body" and holds(one, stack.box) for stack in stacks)]
    for stack in stacks:
        stack.inside = frame_of(frames, stack.box)
    tables, rules = tables_of(stacks, without_sides(layout.rules, pictures), size)
    heads = heads_of(stacks, rules)
    strips = [one for one in stacks if one.kind == "body"]
    if len(strips) > _MOST_STRIPS or len(heads) > _MOST_STRIPS:
        return page_articles(page)
    between = [*pictures, *tables, *(one.box for one in stacks if one.kind == "caption")]
    flow = Flow(strips, heads, between, rules, size)
    drafts = _drafts(strips, heads, flow)
    if not drafts:
        return page_articles(page)
    making = Making(page, found, _paragraphs(drafts))
    articles = [making.article(_portion(draft)) for draft in drafts]
    return _with_rest(articles, drafts, stacks)


class _Draft:
    """An article to be: its headline, its columns in the order that they are read."""

    def __init__(self, head: Head | None, strips: list[Stack]) -> None:
        self.head = head
        self.strips = strips

    @property
    def is_stray(self) -> bool:
        """Say whether it is a line or two that belong to nothing: no headline, no sentence."""
        text = "".join(one.text for one in self.strips)
        return self.head is None and len(text) < _SMALL and "。" not in text

    @property
    def stacks(self) -> list[Stack]:
        """Return all that it is made of."""
        return [*(self.head.parts if self.head else ()), *(self.head.bylines if self.head else ()), *self.strips]


def _drafts(strips: Sequence[Stack], heads: Sequence[Head], flow: Flow) -> list[_Draft]:
    """Return the articles: each column follows a headline, another column, or begins an article."""
    count = len(heads)
    scores: list[dict[int, float]] = []
    for strip in strips:
        row = {at: score for at, head in enumerate(heads) if (score := flow.headed(head, strip)) > NEVER / 2}
        for at, other in enumerate(strips):
            if other is not strip and (score := flow.follows(other, strip)) > NEVER / 2:
                row[count + at] = score
        scores.append(row)
    before = best_matching(scores, [flow.start(one) for one in strips], count + len(strips))
    _break_circles(before, scores, count)
    after = {found: at for at, found in enumerate(before) if found is not None}
    drafts = []
    for at, found in enumerate(before):
        if found is not None and found >= count:
            continue
        chain = [at]
        while (following := after.get(count + chain[-1])) is not None:
            chain.append(following)
        drafts.append(_Draft(heads[found] if found is not None else None, [strips[one] for one in chain]))
    kept = [one for one in drafts if not one.is_stray] or drafts
    return sorted(kept, key=lambda one: min(stack.lines[0] for stack in one.stacks))


def _break_circles(before: list[int | None], scores: Sequence[dict[int, float]], count: int) -> None:
    """Let a column begin an article where columns follow one another in a circle: the least likely one."""
    for first in range(len(before)):
        seen = [first]
        while (found := before[seen[-1]]) is not None and found >= count:
            if found - count in seen:
                circle = seen[seen.index(found - count) :]
                weakest = min(circle, key=lambda one: (scores[one][before[one] or 0], one))
                before[weakest] = None
                break
            seen.append(found - count)


def _paragraphs(drafts: Sequence[_Draft]) -> set[int]:
    """Return the numbers of the lines that begin a paragraph."""
    begins: set[int] = set()
    for draft in drafts:
        ended = True
        for strip in draft.strips:
            for at, number in enumerate(strip.lines):
                if ended or strip.is_indented(at):
                    begins.add(number)
                ended = strip.is_short(at) if strip.stops(at) else strip.is_short(at, 3.0)
    return begins


def _portion(draft: _Draft) -> Portion:
    head = draft.head
    return Portion(
        headline=[number for one in (head.parts if head else ()) for number in one.lines],
        boxes=[number for one in (head.bylines if head else ()) for number in one.lines],
        blocks=[],
        body=[number for one in draft.strips for number in one.lines],
        subheads=[],
    )


def _with_rest(articles: Sequence[Article], drafts: Sequence[_Draft], stacks: Sequence[Stack]) -> list[Article]:
    """Note what was seen and not used with the article that it stands nearest to."""
    used = {id(stack) for draft in drafts for stack in draft.stacks}
    rejected: list[list[tuple[str, int, int]]] = [[] for _ in articles]
    zones = [around([one.box for one in draft.stacks]) for draft in drafts]
    for stack in stacks:
        if id(stack) in used or not articles:
            continue
        reason = stack.reason or ("stray line" if stack.kind == "body" else "headline without a text")
        nearest = max(range(len(zones)), key=lambda at: (_closeness(zones[at], stack), -at))
        rejected[nearest].append((reason, stack.printed[0].start, stack.printed[-1].end))
    return [replace(one, rejected=one.rejected + tuple(more)) for one, more in zip(articles, rejected, strict=True)]


def _closeness(zone: tuple[float, float, float, float], stack: Stack) -> float:
    box = stack.box
    across_gap = max(zone[0] - box[2], box[0] - zone[2], 0.0)
    down_gap = max(zone[1] - box[3], box[1] - zone[3], 0.0)
    return -(across_gap + down_gap) + min(across(zone, box), 0.0)

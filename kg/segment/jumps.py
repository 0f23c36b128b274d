"""Jumps joined: an article that goes on on another page of its paper becomes one, citing both pages.

The two parts must name each other's pages (下转3版 on page 1, 上接1版 on page 3). Where several could meet, or where a
page does not say its number, the headline, repeated or shortened over the continuation, decides. What stays in doubt is
not joined: each part is an article of its own, and its jump is noted as one whose other part was not found.

Pages come one after another; only articles that wait for their other part are held, and what was read after them, so
that articles keep the order of their beginnings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.ids import article_id
from kg.offsets import Offsets
from kg.page import Continuation, Text
from kg.repair import readable
from kg.segment.jump_lines import find_jumps, own_label
from kg.segment.jump_pairs import Part, ends, find_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.page import Article, Page, Span
    from kg.segment.jump_lines import Jump

FARTHEST = 64
"""Pages that an article waits for its other part: no paper has more, a bound volume has thousands."""
MOST = 40
"""Parts that a page may have: more are no paper's, and each would be compared with each."""
JUMP = "jump"
UNMATCHED = "jump without its other part"
REPEATED = "headline repeated over the continuation"

Done = TypeVar("Done")


def find_parts(page: Page, articles: Sequence[Article]) -> list[Article | Part]:
    """Return the articles of a page, those with a jump as parts; alone of its file, a page has no other to go to."""
    if page.volume is None or not articles:
        return list(articles)
    spans = sorted((span, at) for at, article in enumerate(articles) for span in article.spans)
    ons: dict[int, Jump] = {}
    backs: dict[int, Jump] = {}
    for jump in find_jumps(readable(page.raw), own_label(page)):
        goes_on = jump.side == "on"
        owner = _before(spans, jump) if goes_on else _after(spans, jump)
        if owner is not None:
            (ons if goes_on else backs).setdefault(owner, jump)
    if len(ons) + len(backs) > MOST:
        return list(articles)
    owned = {(jump.start, jump.end) for jump in (*ons.values(), *backs.values())}
    return [_part(article, ons.get(at), backs.get(at), owned) for at, article in enumerate(articles)]


def _part(article: Article, on: Jump | None, back: Jump | None, owned: set[tuple[int, int]]) -> Article | Part:
    """Return an article with its own jumps, of which segmenting may have told with another."""
    own = [(JUMP, jump.start, jump.end) for jump in (back, on) if jump is not None]
    kept = [one for one in article.rejected if one[0] != JUMP or one[1:] not in owned]
    if len(kept) + len(own) != len(article.rejected) or own:
        article = replace(article, rejected=tuple(sorted((*kept, *own), key=lambda one: one[1:])))
    return Part(article, on, back) if own else article


def _before(spans: Sequence[tuple[Span, int]], jump: Jump) -> int | None:
    """Return the article whose characters stand last before a jump's end."""
    at = bisect_right([span.start for span, _ in spans], jump.start) - 1
    return spans[at][1] if at >= 0 else None


def _after(spans: Sequence[tuple[Span, int]], jump: Jump) -> int | None:
    """Return the article whose characters stand first after a jump's start."""
    return next((at for span, at in spans if span.end > jump.end), None)


def join(
    stream: Iterable[tuple[Page, Sequence[Done | Part]]], finish: Callable[[Article], Done]
) -> Iterator[tuple[Page, list[Done]]]:
    """Yield each page with its articles, `finish`ed where they are parts, in order of the pages and of beginnings.

    A continuation comes with the page where its article began.
    """
    joining: _Joining[Done] | None = None
    for page, items in stream:
        if joining is not None and page.volume != joining.volume:
            yield from joining.close()
            joining = None
        if page.volume is None:
            yield page, [one for one in items if not isinstance(one, Part)]
            continue
        joining = joining or _Joining(page.volume, finish)
        yield from joining.add(page, items)
    if joining is not None:
        yield from joining.close()


@dataclass(slots=True)
class _Slot(Generic[Done]):
    """A page's place in the order: its articles, where they are still parts in the places that they will have."""

    page: Page
    items: list[Done | Part | None]
    waiting: int


class _Joining(Generic[Done]):
    """The pages of one volume on their way through."""

    def __init__(self, volume: str, finish: Callable[[Article], Done]) -> None:
        self.volume = volume
        self._finish = finish
        self._slots: deque[_Slot[Done]] = deque()
        self._waiting: list[tuple[_Slot[Done], int, Part]] = []

    def add(self, page: Page, items: Sequence[Done | Part]) -> Iterator[tuple[Page, list[Done]]]:
        """Take a page; yield those that wait for nothing more."""
        slot: _Slot[Done] = _Slot(page, list(items), 0)
        self._slots.append(slot)
        fresh = [(slot, at, one) for at, one in enumerate(items) if isinstance(one, Part)]
        slot.waiting = len(fresh)
        held = self._waiting
        self._waiting = held + fresh
        for front, back in find_pairs([one[2] for one in self._waiting]):
            self._settle(front, joined(front, back), back)
        while len(self._slots) > FARTHEST or len(self._waiting) > 2 * MOST:
            self._give_up(self._slots[0])
            yield from self._ready()
        yield from self._ready()

    def close(self) -> Iterator[tuple[Page, list[Done]]]:
        """Yield what still waits: no page comes any more."""
        for slot in self._slots:
            self._give_up(slot)
        yield from self._ready()

    def _settle(self, front: Part, article: Article, back: Part | None) -> None:
        """Put an article where its front part stood; its other part stands nowhere any more."""
        kept: list[tuple[_Slot[Done], int, Part]] = []
        for slot, at, one in self._waiting:
            if one is front:
                slot.items[at] = self._finish(article)
            elif one is back:
                slot.items[at] = None
            else:
                kept.append((slot, at, one))
                continue
            slot.waiting -= 1
        self._waiting = kept

    def _give_up(self, slot: _Slot[Done]) -> None:
        for one in [part for other, _, part in self._waiting if other is slot]:
            self._settle(one, unmatched(one), None)

    def _ready(self) -> Iterator[tuple[Page, list[Done]]]:
        while self._slots and not self._slots[0].waiting:
            slot = self._slots.popleft()
            yield slot.page, [one for one in slot.items if one is not None and not isinstance(one, Part)]


def joined(front: Article | Part, back: Article | Part) -> Article:
    """Return the article that two parts are: the headline of the first, the bodies and bylines of both."""
    first, second = _article(front), _article(back)
    gap = "\n" if ends(first) or not first.body.text else ""
    at_gap = (first.body.ends[-1] if first.body.text else 0,) * len(gap)
    body = Text(
        f"{first.body.text}{gap}{second.body.text}",
        Offsets.of(first.body.starts) + at_gap + second.body.starts,
        Offsets.of(first.body.ends) + at_gap + second.body.ends,
    )
    repeated = () if second.headline is None or not second.headline.text else (_extent(second.headline),)
    headline = first.headline
    text = f"{headline.text if headline else ''}\n{body.text}"
    return replace(
        first,
        id=article_id(text, first.meta.published, first.meta.source),
        body=body,
        bylines=tuple(dict.fromkeys((*first.bylines, *second.bylines))),
        continuation=Continuation(
            second.page,
            len(first.body.text) + len(gap),
            second.spans,
            (*second.rejected, *((REPEATED, start, end) for start, end in repeated)),
        ),
    )


def _article(part: Article | Part) -> Article:
    return part.article if isinstance(part, Part) else part


def _extent(text: Text) -> tuple[int, int]:
    return min(text.starts), max(text.ends)


def unmatched(part: Part) -> Article:
    """Return a part as the article that it is without the other, its jump noted as one that leads nowhere."""
    lost = {(jump.start, jump.end): jump for jump in (part.on, part.back) if jump is not None}
    rejected = [one for one in part.article.rejected if one[1:] not in lost]
    return replace(part.article, rejected=(*rejected, *((UNMATCHED, *place) for place in sorted(lost))))

"""What was read: pages, articles, and where each of their characters came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.offsets import Offsets
from kg.values import value

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

Part = Literal["body", "headline", "continued"]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom in points from a page's upper left corner."""


@value(order=True)
class Span:
    """A half-open range of characters `[start, end)`."""

    start: int
    end: int


@value
class Metadata:
    """What is known of a page beside its text: the paper, its day of issue (ISO prefix), its seat.

    `issue` is the paper's running number (6789), `page_label` what the paper itself calls the page (1, A03).
    """

    source: str | None = None
    published: str | None = None
    place: str | None = None
    issue: str | None = None
    page_label: str | None = None


@value
class Text:
    """Repaired text with a map back: `text[i]` came from `raw[starts[i]:ends[i]]` of its source.

    Both maps are strictly increasing within a run; a jump in them is where something was cut out.
    A character that repair put in (a space, a newline between paragraphs) has `starts[i] == ends[i]`. The maps may be
    given as tuples; repair gives them as runs.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @staticmethod
    def of(raw: str, offset: int = 0) -> Text:
        """Return `raw` unrepaired: every character is its own origin, `offset` further on."""
        size = len(raw)
        runs = (0,) if size else ()
        return Text(raw, Offsets(runs, (offset,)[:size], size), Offsets(runs, (offset + 1,)[:size], size))


@value
class Byline:
    """Somebody credited with an article: 记者, 通讯员, 摄影, 编辑, 见习记者."""

    name: str
    role: str


@value
class PrintedLine:
    """A printed line: `raw[start:end]` of its page, where it stands, and how large it is set.

    The box is left, top, right, bottom in points from the page's upper left corner; `size` is the height of its type
    in points. `setting` says how it runs: across, down (a vertical headline), or turned against the page.
    """

    start: int
    end: int
    box: Box
    size: float
    setting: Literal["across", "down", "turned"] = "across"


@value
class Layout:
    """Where the characters of a printed page stand: width and height in points, its lines in order of `raw`.

    Every line that is not blank is one of `lines`; a blank line parts two blocks of them. `boxes` holds left, top,
    right and bottom of every character of `raw`, four numbers each in one flat run; a character that was not printed
    (an indent, a line's end) has four zeros. `rules` are drawn lines and the sides of frames, `pictures` what is no
    text. A page that lay on its side was turned: its coordinates are those of the page as it is read, `turns` quarters
    clockwise from what a viewer shows.
    """

    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    boxes: array[float]
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    turns: int = 0


@value
class Page:
    """One read sheet, web page or object.

    `raw` is the text as decoded (BOM dropped, line ends as on disk); offsets of evidence count in it.
    `file` is relative to what the user named.

    - `kind` is "text" for a page to be segmented; "print" for one whose `layout` is known (a PDF's); "web" for one
      whose furniture was taken away and whose first line is its `headline`, if it has one; "object" for an article that
      came with its own id: its `raw` is the object's `text`.
    - `volume` names the file or archive of which this is one of several pages, `number` says which, from 1.
    - `inferred` says which of source, published and place nobody gave and the page proves.
    - `bylines` are those that stand outside the text, as on a web page.
    - `rejected` is what reading saw on the page and could not use: reason and range of `raw`.
    - `encoding` is how the file's bytes were read, where that was not plain: "GB18030", "GB18030 (BIG5 possible)".
    """

    file: str
    raw: str
    sha256: str
    meta: Metadata
    kind: Literal["text", "print", "web", "object"]
    object_id: str | None = None
    headline: str | None = None
    volume: str | None = None
    number: int | None = None
    layout: Layout | None = None
    inferred: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()
    rejected: tuple[tuple[str, int, int], ...] = ()
    encoding: str | None = None


@value
class Continuation:
    """The part of an article that stands on another page of its paper (下转第三版, continued on page 3).

    From `body.text[at:]` on, the body is of `page`: there, spans, rejected ranges and the map back count in its `raw`.
    """

    page: Page
    at: int
    spans: tuple[Span, ...]
    rejected: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True)
class Article:
    """One published item.

    Rules read `full.text`: the headline, a newline, then the body's paragraphs separated by newlines. Facts cite
    ranges of `full` through `kg.fact.cite`, which gives offsets into the page.
    """

    id: str
    page: Page
    meta: Metadata
    headline: Text | None
    body: Text
    spans: tuple[Span, ...]
    bylines: tuple[Byline, ...] = ()
    rejected: tuple[tuple[str, int, int], ...] = field(default=())
    """What segmenting saw and could not use: reason and range of the page's text."""
    continuation: Continuation | None = None

    @cached_property
    def full(self) -> Text:
        """Return headline, newline and body as the one text that rules read."""
        if self.headline is None:
            return self.body
        head, body = self.headline, self.body
        gap = (head.ends[-1] if head.ends else 0,)
        return Text(
            f"{head.text}\n{body.text}",
            Offsets.of(head.starts) + gap + body.starts,
            Offsets.of(head.ends) + gap + body.ends,
        )

    @property
    def body_start(self) -> int:
        """Return where the body starts in `full`."""
        return len(self.headline.text) + 1 if self.headline is not None else 0

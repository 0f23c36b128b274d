"""A printed page as a picture: each line at its place, in its article's colour."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kg.show.reasons import gloss, inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.page import Layout, Page, PrintedLine
    from kg.show.paint import Run, Shown

HATCH = (
    '<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" '
    'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5"/></pattern></defs></svg>\n'
)
"""The ground of what was not used, for all the pictures of a page."""
_PAD = 1.5
_RISE = 0.88
"""Where a line of type stands in its height, from above: Chinese fonts have their baseline there."""


def printed_sheet(page: Page, layout: Layout, runs: Sequence[Run], named: Callable[[Shown], tuple[str, int]]) -> str:
    """Return the SVG of a printed page; `named` gives an article's anchor and the number of its colour."""
    drawing = _Drawing(page, layout, runs, named)
    label = escape(f"版面图：{page.file}")
    return (
        f'<svg class="print" viewBox="0 0 {_number(layout.width)} {_number(layout.height)}" role="img" '
        f'aria-label="{label}">\n{"".join(drawing.lines())}</svg>\n'
    )


class _Drawing:
    def __init__(
        self, page: Page, layout: Layout, runs: Sequence[Run], named: Callable[[Shown], tuple[str, int]]
    ) -> None:
        self._page = page
        self._layout = layout
        self._runs = runs
        self._named = named
        self._opened: set[str] = set()
        self._at = 0

    def lines(self) -> Iterator[str]:
        """Yield grounds first, then type, then numbers: what is drawn later lies above."""
        lines = [(line, self._of_line(line)) for line in self._layout.lines]
        for line, runs in lines:
            for run in runs:
                yield self._ground(line, run)
        for line, runs in lines:
            yield self._type(line, runs)
        for line, runs in lines:
            for run in runs:
                yield self._mark(line, run)

    def _of_line(self, line: PrintedLine) -> list[Run]:
        """Return the runs within a line, cut to it; lines come in the order of the text."""
        while self._at < len(self._runs) and self._runs[self._at].end <= line.start:
            self._at += 1
        found = []
        at = self._at
        while at < len(self._runs) and self._runs[at].start < line.end:
            run = self._runs[at]
            found.append(run._replace(start=max(run.start, line.start), end=min(run.end, line.end)))
            at += 1
        return found

    def _ground(self, line: PrintedLine, run: Run) -> str:
        if run.shown is None and run.reason is None:
            return ""
        left, top, right, bottom = self._box(line, run)
        place = (
            f'x="{_number(left - _PAD)}" y="{_number(top - _PAD)}" width="{_number(right - left + 2 * _PAD)}" '
            f'height="{_number(bottom - top + 2 * _PAD)}"'
        )
        classes = [f"c{self._named(run.shown)[1]}"] if run.shown is not None else ["nobody"]
        ground = f'<rect class="{" ".join(classes)}" {place}/>\n'
        if run.reason is None:
            return ground
        why = escape(inert(f"{gloss(run.reason)}（{run.reason}）"))
        return f'{ground}<rect class="unused" {place}><title>{why}</title></rect>\n'

    def _box(self, line: PrintedLine, run: Run) -> tuple[float, float, float, float]:
        """Return the box of a run: that of its printed characters, or the line's."""
        boxes = self._layout.boxes
        corners = [tuple(boxes[4 * at : 4 * at + 4]) for at in range(run.start, run.end)]
        printed = [corner for corner in corners if any(corner)]
        if not printed or (run.start, run.end) == (line.start, line.end):
            return line.box
        return (
            min(one[0] for one in printed),
            min(one[1] for one in printed),
            max(one[2] for one in printed),
            max(one[3] for one in printed),
        )

    def _type(self, line: PrintedLine, runs: Sequence[Run]) -> str:
        text = inert(self._page.raw[line.start : line.end]).strip()
        if not text:
            return ""
        left, top, right, bottom = line.box
        down = line.setting == "down" and bottom - top > right - left
        extent = bottom - top if down else right - left
        x, y = ((left + right) / 2, top) if down else (left, top + (bottom - top) * _RISE)
        across = "" if not down else ' writing-mode="vertical-rl"'
        # Fonts differ from machine to machine: the length keeps every line as long as it was printed.
        length = f' textLength="{_number(extent)}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
        weight = ' class="headline"' if any(run.headline for run in runs) else ""
        return (
            f'<text x="{_number(x)}" y="{_number(y)}" font-size="{_number(line.size)}"{across}{length}{weight}>'
            f"{escape(text)}</text>\n"
        )

    def _mark(self, line: PrintedLine, run: Run) -> str:
        if run.shown is None or run.shown.key in self._opened:
            return ""
        self._opened.add(run.shown.key)
        anchor, colour = self._named(run.shown)
        left, top, _, _ = self._box(line, run)
        return (
            f'<g id="{escape(anchor)}" class="mark c{colour}"><circle cx="{_number(max(left - 2, 7))}" '
            f'cy="{_number(max(top - 2, 7))}" r="7"/><text x="{_number(max(left - 2, 7))}" '
            f'y="{_number(max(top - 2, 7) + 3)}" text-anchor="middle" font-size="8">{run.shown.number}</text></g>\n'
        )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

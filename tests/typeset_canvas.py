"""Sets sheets by drawing: every line, or every glyph, at its place, in any order that a program may take."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from typeset_fonts import font_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typesetting import Sheet, Story

_CLOSING = "，。、；：！？”’）》】…"
_OPENING = "“‘（《【"


@dataclass(frozen=True)
class Ink:
    """A line to draw: `gap` is what is put between its characters, in points."""

    text: str
    left: float
    base: float
    size: float
    face: str
    gap: float = 0.0
    over: bool = False
    down: bool = False


class Sheets:
    """A PDF that sheets are drawn on, one a page."""

    def __init__(self, text: str) -> None:
        """Take all the text that may be drawn, for the fonts."""
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pageCompression=1, invariant=1)
        self._faces = {}
        for face in ("serif", "bold", "sans"):
            path = font_file(face, text)
            self._faces[face] = f"{face}-{path.stem}"
            pdfmetrics.registerFont(TTFont(self._faces[face], path))

    def add(self, sheet: Sheet, *, rotate: int = 0) -> None:
        """Draw a sheet; `rotate`: the paper lies by so many degrees, and a viewer is told to turn it."""
        drawing = _Drawing(sheet, self._width_of)
        width, height = drawing.set()
        canvas = self._canvas
        # reportlab turns the paper with the page.
        canvas.setPageSize((width, height))
        canvas.setPageRotation(rotate)
        if rotate == 90:
            canvas.translate(height, 0)
            canvas.rotate(90)
        elif rotate == 180:
            canvas.translate(width, height)
            canvas.rotate(180)
        elif rotate == 270:
            canvas.translate(0, width)
            canvas.rotate(270)
        self._draw(drawing, height)
        canvas.showPage()

    def data(self) -> bytes:
        """Return the PDF."""
        self._canvas.save()
        return self._out.getvalue()

    def _width_of(self, text: str, face: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self._faces[face], size))

    def _draw(self, drawing: _Drawing, height: float) -> None:
        canvas = self._canvas
        for left, top, right, bottom in drawing.tints:
            canvas.setFillGray(0.92)
            canvas.rect(left, height - bottom, right - left, bottom - top, stroke=0, fill=1)
        canvas.setFillGray(0.6)
        for left, top, right, bottom in drawing.pictures:
            canvas.rect(left, height - bottom, right - left, bottom - top, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setLineWidth(0.5)
        for left, top, right, bottom in drawing.rules:
            canvas.line(left, height - top, right, height - bottom)
        for ink in drawing.ordered():
            for shift in (0.0, 0.35) if ink.over else (0.0,):
                self._ink(ink, shift, height, by_glyph=drawing.by_glyph)

    def _ink(self, ink: Ink, shift: float, height: float, *, by_glyph: bool) -> None:
        canvas = self._canvas
        canvas.setFont(self._faces[ink.face], ink.size)
        x, y = ink.left + shift, height - ink.base - shift / 2
        if ink.down:
            for at, char in enumerate(ink.text):
                canvas.drawString(x, y - at * (ink.size + ink.gap), char)
        elif by_glyph:
            for char in ink.text:
                canvas.drawString(x, y, char)
                x += self._width_of(char, ink.face, ink.size) + ink.gap
        else:
            canvas.drawString(x, y, ink.text, charSpace=ink.gap)


class _Drawing:
    """Where everything of a sheet goes, from the top down."""

    def __init__(self, sheet: Sheet, width_of: object) -> None:
        self.sheet = sheet
        self._width_of = width_of
        self._rng = random.Random(sheet.seed + 13)  # noqa: S311 - a test's dice
        self.inks: list[list[Ink]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.tints: list[tuple[float, float, float, float]] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self.by_glyph = self._rng.random() < 0.4
        self._order = self._rng.choice(["story", "story", "story", "lines", "backwards"])
        self._margin = self._rng.choice([20.0, 36.0])
        self._body_face = "serif"
        self._head_face = "sans" if sheet.sans_head else "bold"

    def width(self, text: str, face: str, size: float) -> float:
        return self._width_of(text, face, size)  # type: ignore[operator]

    def ordered(self) -> list[Ink]:
        """Return the lines in the order in which they are drawn."""
        match self._order:
            case "lines":
                return sorted((ink for part in self.inks for ink in part), key=lambda one: (round(one.base), one.left))
            case "backwards":
                return [ink for part in self.inks[::-1] for ink in part]
        return [ink for part in self.inks for ink in part]

    def set(self) -> tuple[float, float]:
        """Place everything and return the size of the page."""
        sheet = self.sheet
        width = sheet.columns * sheet.column_width + (sheet.columns - 1) * sheet.gutter
        y = self._margin
        if sheet.masthead:
            self.inks.append([Ink(sheet.paper, self._margin, y + 34, 34, "bold", 6)])
            dates = f"{sheet.masthead}　国内统一连续出版物号 CN 14-0099"
            self.inks.append([Ink(dates, self._margin, y + 54, sheet.size, "serif")])
            self.rules += [(self._margin, y + at, self._margin + width, y + at) for at in (42, 58)]
            y += 72
        elif sheet.folio:
            self.inks.append([Ink(f"{sheet.folio}　{sheet.paper}", self._margin, y + sheet.size, sheet.size, "sans")])
            y += 2.4 * sheet.size
        waiting = list(sheet.stories)
        while waiting:
            y = self._band(waiting, y) + self._rng.choice([1.3, 1.8, 2.6]) * sheet.size
        if sheet.imprint:
            self.inks.append([Ink(sheet.imprint, self._margin, y + sheet.size, sheet.size * 0.9, "sans")])
            y += 2 * sheet.size
        return width + 2 * self._margin, y + self._margin

    def _band(self, waiting: list[Story], top: float) -> float:
        """Set the stories that fit side by side; return where the lowest of them ends."""
        column, lowest = 0, top
        while waiting and column + waiting[0].span <= self.sheet.columns:
            story = waiting.pop(0)
            left = self._margin + column * (self.sheet.column_width + self.sheet.gutter)
            lowest = max(lowest, self._story(story, left, top))
            column += story.span
        return lowest

    def _story(self, story: Story, left: float, top: float) -> float:
        sheet, size = self.sheet, self.sheet.size
        right = left + story.span * sheet.column_width + (story.span - 1) * sheet.gutter
        inset = 0.8 * size if story.boxed != "none" else 0.0
        zone = (left + inset, right - inset)
        inks: list[Ink] = []
        self.inks.append(inks)
        y = top + inset
        columns = story.span
        if sheet.rules and story.boxed == "none":
            self.rules.append((left, top, right, top))
            y += 0.8 * size
        text_left = zone[0]
        start = y
        if story.head == "vertical":
            text = "".join(story.lines)
            step = story.head_size * (1 + story.spacing / 2)
            inks.append(
                Ink(
                    text,
                    zone[0],
                    y + story.head_size,
                    story.head_size,
                    self._head_face,
                    step - story.head_size,
                    down=True,
                )
            )
            head_end = y + len(text) * step + 0.3 * size
            text_left += story.head_size + sheet.gutter
            columns -= 1
        elif story.head == "side":
            narrow = sheet.column_width - (inset if columns > 1 else 2 * inset)
            head_end = self._head(story, inks, zone[0], narrow, y)
            text_left += narrow + sheet.gutter
            columns -= 1
        elif story.head == "first column":
            head_end = y
        else:
            y = head_end = self._head(story, inks, zone[0], zone[1] - zone[0], y)
            if story.photo == "wide":
                y = self._photo(story, inks, zone[0], zone[1] - zone[0], y)
                head_end = y
        width = (zone[1] - text_left - (columns - 1) * sheet.gutter) / columns
        bottom = max(
            self._columns(story, inks, (text_left, width, columns), y if story.head == "above" else start), head_end
        )
        if story.boxed == "frame":
            bottom += inset
            self.rules += [
                (left, top, right, top),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
                (right, top, right, bottom),
            ]
        elif story.boxed == "tint":
            bottom += inset
            self.tints.append((left, top, right, bottom))
        return bottom

    def _head(self, story: Story, inks: list[Ink], left: float, width: float, y: float) -> float:
        centred = self.sheet.seed % 2 == 0
        small = self.sheet.size * self._rng.choice([1.2, 1.35, 1.5])
        parts = [(story.kicker, small, "sans", False)] if story.kicker else []
        parts += [(line, story.head_size, self._head_face, story.overprint) for line in story.lines]
        parts += [(story.subtitle, small, "sans", False)] if story.subtitle else []
        for text, size, face, over in parts:
            gap = story.spacing * size if size > small else 0.0
            for line in self._wrapped(str(text), width, face, size, gap):
                taken = self.width(line, face, size) + gap * (len(line) - 1)
                x = left + (width - taken) / 2 if centred else left
                y += size
                inks.append(Ink(line, x, y, size, face, gap, over=over))
                y += 0.28 * size
        if story.byline:
            y += self.sheet.size * 1.2
            x = left if not centred else left + (width - self.width(story.byline, "serif", self.sheet.size)) / 2
            inks.append(Ink(story.byline, x, y, self.sheet.size, "serif"))
            y += 0.3 * self.sheet.size
        return y + 0.5 * self.sheet.size

    def _photo(self, story: Story, inks: list[Ink], left: float, width: float, y: float) -> float:
        size = self.sheet.size * 0.9
        height = self._rng.choice([40, 70, 110])
        self.pictures.append((left, y, left + width, y + height))
        y += height + 0.3 * size
        for line in self._wrapped(story.caption + story.credit, width, "sans", size, 0):
            y += size
            inks.append(Ink(line, left, y, size, "sans"))
            y += 0.25 * size
        return y + 0.6 * size

    def _columns(self, story: Story, inks: list[Ink], place: tuple[float, float, int], top: float) -> float:
        """Set the body in columns of equal height; a photograph or the headline may take the top of one."""
        left, width, count = place
        sheet, size = self.sheet, self.sheet.size
        tops = [top] * count
        if story.head == "first column":
            tops[0] = self._head(story, inks, left, width, top)
        if story.photo == "column" and count > 0:
            at = self._rng.randrange(count)
            tops[at] = self._photo(story, inks, left + at * (width + sheet.gutter), width, tops[at])
        lines = self._text(story, width)
        step = size * sheet.leading
        bottom = max(tops) + step
        while sum(max(0, int((bottom - one) / step + 1e-6)) for one in tops) < len(lines):
            bottom += step / 4
        at = 0
        lowest = top
        for number, one in enumerate(tops):
            room = max(0, int((bottom - one) / step + 1e-6))
            for row, (text, indent, gap) in enumerate(lines[at : at + room]):
                base = one + row * step + size
                inks.append(
                    Ink(text, left + number * (width + sheet.gutter) + indent, base, size, self._body_face, gap)
                )
                lowest = max(lowest, base + 0.2 * size)
            at += room
        return max([lowest, *tops])

    def _text(self, story: Story, width: float) -> list[tuple[str, float, float]]:
        """Return the body's lines: text, indent, gap between characters."""
        size = self.sheet.size
        out: list[tuple[str, float, float]] = []
        for number, paragraph in enumerate(story.paragraphs):
            jump = story.jump if number == len(story.paragraphs) - 1 else ""
            opening = "　　" if self.sheet.indent == "spaces" else ""
            indent = 2 * size if self.sheet.indent == "set" else 0.0
            lines = self._wrapped(opening + paragraph + jump, width, self._body_face, size, 0, indent)
            for at, line in enumerate(lines):
                moved = indent if at == 0 else 0.0
                room = width - moved - self.width(line, self._body_face, size)
                full = at < len(lines) - 1 and self.sheet.justify
                out.append((line, moved, room / (len(line) - 1) if full and len(line) > 1 else 0.0))
        return out

    def _wrapped(self, text: str, width: float, face: str, size: float, gap: float, indent: float = 0.0) -> list[str]:
        """Return a text as lines: no mark that closes begins one, none that opens ends one."""
        lines: list[str] = []
        line, room = "", width - indent
        for char in text:
            if line and self.width(line + char, face, size) + gap * len(line) > room + 0.01:
                moved = ""
                while line and (char in _CLOSING or line[-1] in _OPENING) and len(moved) < 3:
                    moved = line[-1] + moved
                    line, char_before = line[:-1], line[-1]
                    if char_before not in _CLOSING and line and line[-1] not in _OPENING:
                        break
                lines.append(line)
                line, room = moved, width
            line += char
        return [*lines, line]


def draw_sheets(sheets: Sequence[Sheet], *, rotate: int = 0) -> bytes:
    """Return a PDF of the sheets, one a page."""
    text = "".join(
        "".join([story.headline, *story.paragraphs, story.byline or "", story.caption, story.credit, story.jump])
        for one in sheets
        for story in one.stories
    )
    extra = "".join(f"{one.paper}{one.masthead}{one.folio}{one.imprint}" for one in sheets) + "国内统一连续出版物号"
    made = Sheets(text + extra)
    for one in sheets:
        made.add(one, rotate=rotate)
    return made.data()

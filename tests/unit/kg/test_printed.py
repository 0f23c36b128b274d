"""Where characters stand on a printed page: a box a line, as a viewer shows the page."""

from __future__ import annotations

from array import array

import pytest

from kg.page import Layout, PrintedLine
from kg.printed import boxes_of

# Two lines of three characters of ten points; the line break between is not printed.
RAW = "春耕忙\n好收成"


def _layout(turns: int = 0) -> Layout:
    boxes = array("f")
    lines = []
    for row, start in enumerate((0, 4)):
        top = 20.0 + 15 * row
        for at in range(3):
            boxes.extend((10.0 + 10 * at, top, 20.0 + 10 * at, top + 10))
        if not row:
            boxes.extend((0.0,) * 4)
        lines.append(PrintedLine(start, start + 3, (10.0, top, 40.0, top + 10), 10.0))
    return Layout(100.0, 200.0, tuple(lines), boxes, turns=turns)


def test_a_passage_over_two_lines_has_two_boxes() -> None:
    """Each printed line that holds some of the characters gives one box, as wide as those characters."""
    assert boxes_of(_layout(), 1, 6) == ((20.0, 20.0, 40.0, 30.0), (10.0, 35.0, 30.0, 45.0))


def test_what_is_not_printed_has_no_box() -> None:
    """A line's end alone stands nowhere."""
    assert boxes_of(_layout(), 3, 4) == ()


@pytest.mark.parametrize(
    ("turns", "box"),
    [
        (1, (20.0, 70.0, 30.0, 90.0)),  # shown lying: what is read at the left is shown at the bottom
        (2, (70.0, 170.0, 90.0, 180.0)),
        (3, (170.0, 10.0, 180.0, 30.0)),
    ],
)
def test_boxes_are_those_of_the_page_as_it_is_shown(turns: int, box: tuple[float, ...]) -> None:
    """A page that was turned to be read is cited as a viewer shows it."""
    assert boxes_of(_layout(turns), 0, 2) == (box,)

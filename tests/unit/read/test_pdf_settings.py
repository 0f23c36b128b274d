"""How type may be set beside plain lines: initials, upright headlines drawn row by row, grounds behind one line."""

from __future__ import annotations

from kg.read.pdf_glyphs import Drawn, Glyph
from kg.read.pdf_grounds import without_grounds
from kg.read.pdf_initials import join_initials
from kg.read.pdf_lines import SetLine
from kg.read.pdf_upright import split_upright

SIZE = 10.0


def line(text: str, left: float, base: float, size: float = SIZE, order: int = 0) -> list[Glyph]:
    """Return the glyphs of a line set solid."""
    return [
        Glyph(char, left + at * size, left + (at + 1) * size, base, size, order + at) for at, char in enumerate(text)
    ]


def rows(columns: list[str], across: float, down: float) -> list[Glyph]:
    """Return large glyphs in columns from right to left, drawn row by row."""
    size = 2 * SIZE
    out: list[Glyph] = []
    for row in range(max(map(len, columns))):
        for number, column in enumerate(columns):
            if row < len(column):
                left = 300 - number * across * size
                out.append(Glyph(column[row], left, left + size, 50 + row * down * size, size, 1000 + len(out)))
    return out


def text(left: float, base: float, lines: int, order: int = 0) -> list[Glyph]:
    """Return some lines of text."""
    return [
        glyph for at in range(lines) for glyph in line("渠水流过田野春风", left, base + 15 * at, order=order + 8 * at)
    ]


def words(lines: list[list[Glyph]]) -> list[str]:
    """Return what columns or lines of glyphs say."""
    return ["".join(glyph.char for glyph in one) for one in lines]


def test_an_upright_headline_drawn_by_rows_is_read_by_columns() -> None:
    """Its characters stand closer down the page than across it."""
    columns, left = split_upright([*rows(["渠水通到田头", "乡亲笑开颜"], across=1.6, down=1.05), *text(20, 200, 6)])
    assert sorted(words(columns)) == sorted(["渠水通到田头", "乡亲笑开颜"])
    assert len(left) == 48


def test_a_headline_of_several_rows_is_no_upright_one() -> None:
    """Rows of a headline stand closer across than down."""
    columns, left = split_upright([*rows(["渠水通到", "乡亲笑开"], across=1.0, down=1.4), *text(20, 200, 6)])
    assert columns == []
    assert len(left) == 56


def test_an_initial_begins_the_first_line_that_it_stands_beside() -> None:
    """The lines beside it begin where it does, so that none looks set in."""
    initial = SetLine([Glyph("春", 20, 44, 74, 24.0, 0)])
    beside = [SetLine(line("风吹过渠水流过", 48, 64)), SetLine(line("田野乡亲们来了", 48, 79))]
    below = [SetLine(line("他们说今年收成好看", 20, 94)), SetLine(line("人人都忙着春耕备耕", 20, 109))]
    joined = join_initials([initial, *beside, *below])
    assert words([one.glyphs for one in joined])[0] == "春风吹过渠水流过"
    assert [one.edge for one in joined] == [20, 20, None, None]


def test_a_large_character_with_no_text_below_is_none() -> None:
    """A number beside two lines at the end of a column begins nothing."""
    initial = SetLine([Glyph("八", 20, 44, 74, 24.0, 0)])
    beside = [SetLine(line("风吹过渠水流过", 48, 64)), SetLine(line("田野乡亲们来了", 48, 79))]
    assert len(join_initials([initial, *beside])) == 3


def test_a_ground_behind_one_line_parts_nothing() -> None:
    """A box as high and as wide as one line is its ground; its sides are no rules."""
    head = SetLine(line("渠水通到田头", 40, 60))
    ground = (38.0, 49.0, 102.0, 63.0)
    side = (38.0, 63.0, 102.0, 63.0)
    rule = (10.0, 200.0, 400.0, 200.0)
    picture = (40.0, 100.0, 200.0, 180.0)
    drawn = Drawn(500, 700, [], [side, rule], [ground, picture], 0, 0)
    left = without_grounds(drawn, [head])
    assert (left.rules, left.pictures) == ([rule], [picture])

"""CJK fonts that reportlab can embed: subsets of the system's Noto fonts, their outlines made quadratic."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FOLDER = Path("/usr/share/fonts/opentype/noto")
FACES = {"serif": "NotoSerifCJK-Regular.ttc", "bold": "NotoSerifCJK-Bold.ttc", "sans": "NotoSansCJK-Regular.ttc"}
_SIMPLIFIED = 2
_ALWAYS = "".join(map(chr, range(32, 127))) + "　，。、；：！？“”‘’（）《》【】—…·□■▲▶①②"


def has_fonts() -> bool:
    """Say whether the system has the fonts."""
    return all((FOLDER / name).exists() for name in FACES.values())


def font_file(face: str, text: str) -> Path:
    """Return a TrueType file with the characters of a text, made once and kept in the folder for temporary files."""
    wanted = "".join(sorted(set(text + _ALWAYS)))
    name = hashlib.sha256(f"named {face} {wanted}".encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / "guanbao-test-fonts" / f"{name}.ttf"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        made = path.with_suffix(f".{hashlib.sha256(str(path).encode()).hexdigest()[:6]}.part")
        with TTFont(FOLDER / FACES[face], fontNumber=_SIMPLIFIED, lazy=True) as font:
            _convert(font, wanted)
            # reportlab takes two fonts of one name for the same, whichever characters each of them has.
            for record in font["name"].names:
                record.string = f"{face}{name}"
            font.save(made)
        made.replace(path)
    return path


def _convert(font: TTFont, wanted: str) -> None:
    """Leave the wanted characters, their outlines quadratic as TrueType has them."""
    options = Options()
    options.layout_features = []
    options.name_IDs = [1, 2, 4, 6]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=wanted)
    subsetter.subset(font)
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = glyphs
    for unused in ("CFF ", "VORG", "GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "DSIG"):
        if unused in font:
            del font[unused]
    font["maxp"].tableVersion = 0x00010000
    for field, value in {
        "maxZones": 1, "maxTwilightPoints": 0, "maxStorage": 0, "maxFunctionDefs": 0, "maxInstructionDefs": 0,
        "maxStackElements": 0, "maxSizeOfInstructions": 0, "maxComponentElements": 0, "maxPoints": 0,
        "maxContours": 0, "maxCompositePoints": 0, "maxCompositeContours": 0, "maxComponentDepth": 0,
    }.items():  # fmt: skip
        setattr(font["maxp"], field, value)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"

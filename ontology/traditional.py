"""The table of traditional characters, made from OpenCC's data: `python -m ontology.traditional` writes it anew.

One character for one character, so that offsets in a text hold in its simplified form. Left out is what simplified text
writes too (乾 著 瞭 藉): read alone, such a character does not say which of two it stands for.
"""

from __future__ import annotations

from pathlib import Path

TABLE = Path(__file__).parent / "lexicon" / "traditional.tsv"

# Simplified text knows these too, in other senses or in names, but traditional text means these by them.
ALSO_SIMPLIFIED = {"後": "后", "於": "于", "夥": "伙", "麽": "么", "菸": "烟"}
# Forms that Hong Kong writes and OpenCC leaves.
REGIONAL = {"衞": "卫", "敍": "叙"}
# Simplified text writes these in names.
IN_NAMES = frozenset("昇堃喆邨淼甯晳頫鎔鍾")


def rows() -> list[tuple[str, str]]:
    """Return traditional characters with the simplified ones, in order of their code points."""
    from opencc import OpenCC  # noqa: PLC0415 - wanted here alone

    convert = OpenCC("t2s").convert
    table = ALSO_SIMPLIFIED | REGIONAL
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        form = convert(char)
        if form != char and len(form) == 1 and _is_written(char) and _is_written(form) and char not in IN_NAMES:
            table.setdefault(char, form)
    # What a character becomes is simplified, and becomes nothing else.
    return sorted((char, table.get(form, form)) for char, form in table.items() if _is_told_apart(char))


def _is_written(char: str) -> bool:
    """Say whether printed news can hold a character: GBK and Big5 were made of these."""
    return any(_encodes(char, codec) for codec in ("gbk", "big5hkscs")) and char <= "\uffff"


def _is_told_apart(char: str) -> bool:
    return char in ALSO_SIMPLIFIED or not _encodes(char, "gb2312")


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def text() -> str:
    """Return the table as the file holds it."""
    head = (
        "# Traditional characters with the simplified ones that the lexicon is written in, one for one;\n"
        "# made from OpenCC's data (Apache License 2.0) by ontology/traditional.py.\n"
        "traditional\tsimplified\n"
    )
    return head + "".join(f"{char}\t{form}\n" for char, form in rows())


if __name__ == "__main__":
    TABLE.write_text(text(), encoding="utf-8")

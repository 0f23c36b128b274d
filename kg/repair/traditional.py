"""Traditional characters: read in the simplified form of the lexicon, kept as they are written.

A text in them has a simplified view of the same length, in which rules find what they know; offsets hold in both.
Simplified text holds such a character now and then, in an old name: it is left alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.repair.characters import one_to_one
from ontology import read_table

if TYPE_CHECKING:
    from kg.page import Byline, Text

_SHARE = 0.08
"""The share of a text's characters that makes it traditional: it is 0.3 in news of Hong Kong, 0.001 in Beijing's."""
_SAMPLE = 1_500
_MARKS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
"""Quotation marks of traditional text, and those that rules know."""
_HAN = re.compile("[\u4e00-\u9fff]")


@cache
def _table() -> dict[str, str]:
    return {row["traditional"]: row["simplified"] for row in read_table("traditional")}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_table()))}]")


@cache
def _forms() -> dict[str, str]:
    return _table() | _MARKS


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_forms()))}]")


def is_traditional(text: str) -> bool:
    """Say whether a notable share of a text's first characters are traditional."""
    sample = text[:_SAMPLE]
    found = len(_traditional().findall(sample))
    return found > 0 and found >= _SHARE * len(_HAN.findall(sample))


def simplified(text: str) -> str:
    """Return a text with simplified characters and quotation marks for traditional ones, one for one."""
    forms = _forms()
    return _changed().sub(lambda found: forms[found.group()], text)


def readable(text: str) -> str:
    """Return the text that rules read: the simplified form of a traditional one, else the text itself."""
    return simplified(text) if is_traditional(text) else text


def written(text: Text, view: str, source: str) -> Text:
    """Return a text that was made of `view`, the simplified form of `source`, with the characters of `source`."""
    chars = list(text.text)
    for at, (start, end) in enumerate(zip(text.starts, text.ends, strict=True)):
        if end - start == 1 and view[start] != source[start] and chars[at] == one_to_one(view[start]):
            chars[at] = one_to_one(source[start])
    return replace(text, text="".join(chars))


def written_names(bylines: tuple[Byline, ...], view: str, source: str) -> tuple[Byline, ...]:
    """Return bylines found in `view`, the simplified form of `source`, with names as `source` writes them."""
    return tuple(replace(one, name=as_written(one.name, view, source)) for one in bylines)


def as_written(name: str, view: str, source: str) -> str:
    """Return a name of `view`, the simplified form of `source`, as `source` first writes it."""
    at = view.find(name)
    return name if at < 0 else source[at : at + len(name)]

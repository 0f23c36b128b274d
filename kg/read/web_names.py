"""Names of reporters and editors in what a web page's labels say: 王 磊、赵志强, 本报记者 王磊, but no 管理员."""

from __future__ import annotations

import re
from functools import cache

from ontology import read_table

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NAME = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:[·•][{_HAN}]{{1,8}})+")
_BETWEEN = re.compile(r"[\s\u3000\u00a0、，,;；/／|｜&＆和A-Za-z0-9_.:：@-]+")
_BRACKETS = re.compile(r"[（(\[【<][^）)\]】>]{0,20}[）)\]】>]?|[）)\]】>]")

# A name of two or three characters may be set with a space behind its surname.
_PADDED = 3


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in read_table("surnames"))


@cache
def _credit_words() -> re.Pattern[str]:
    words = sorted(
        {row["form"] for row in read_table("bylines") if len(row["form"]) > 1}, key=lambda one: (-len(one), one)
    )
    return re.compile("|".join(map(re.escape, words)))


def names_in(text: str) -> list[str]:
    """Return the names of people in a label's value, padded ones (王 磊) made whole; bodies and nicknames are none."""
    words = [word for word in _BETWEEN.split(_credit_words().sub(" ", _BRACKETS.sub(" ", text))) if word]
    names: list[str] = []
    single = ""
    for word in words:
        whole = single + word if len(single + word) <= _PADDED else word
        single = word if len(whole) == 1 else ""
        if not single and is_name(whole):
            names.append(whole)
    return names


def is_name(word: str) -> bool:
    """Say whether a word has the form of a person's name."""
    if not _NAME.fullmatch(word):
        return False
    return "·" in word or word[0] in _surnames() or word[:2] in _surnames()

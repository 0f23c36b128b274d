"""Credits: 记者 王磊 通讯员赵志强 摄影报道 as bylines, or as none."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language.words import tag
from kg.page import Byline
from ontology import read_table

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
COMPOUND_SURNAMES = frozenset(
    "欧阳 上官 司马 诸葛 夏侯 慕容 东方 皇甫 尉迟 公孙 长孙 宇文 司徒 令狐 端木 百里 呼延 南宫 独孤 轩辕 申屠 钟离 东郭 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 赫连 万俟 拓跋 完颜 耶律 纳兰".split()  # noqa: E501, SIM905 - a word list
)
_NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{5,6}}|[{HAN}]{{1,8}}(?:[·•‧・．.][{HAN}]{{1,8}})+")
_BROKEN_AT_DOT = re.compile(r"\s*([·•‧・])\s*")
_LONGEST_UNDOTTED = 4
# Three characters each alone are one letter-spaced name; two or four are padded ones.
_SPACED_NAME = 3
_LETTER_SPACED, _BETWEEN_WORDS = re.compile(r"(?:\S\s+){3,}\S"), "   "
_SPACE_WITHIN = re.compile(r"(?<=\S) (?=\S)")
_SIGNED = "记者"
_NAMES = ("", "nr", "nrfg", "nrt")


@cache
def _forms(use: str) -> dict[str, str]:
    return {row["form"]: row["role"] for row in read_table("bylines") if row["use"] == use}


def role_pattern() -> str:
    """Return a regular expression of the words that names follow, longest first; a line may break within them."""
    words = sorted(_forms("credit"), key=lambda word: (-len(word), word))
    return "|".join(r"\s*".join(word) for word in words)


@cache
def credit_begins() -> frozenset[str]:
    """Return the characters that a word which names follow begins with."""
    return frozenset(word[0] for word in _forms("credit"))


@cache
def credit_ends() -> frozenset[str]:
    """Return characters of which every credit has one: the last of the words that names follow, 摄 and 图."""
    return frozenset(word[-1] for word in _forms("credit")) | {"摄", "图"}


@cache
def _broken_word() -> re.Pattern[str]:
    words = {form for use in ("credit", "both", "shot", "told") for form in _forms(use) if len(form) > 1}
    return re.compile(
        "|".join(r"\s*".join(map(re.escape, word)) for word in sorted(words, key=lambda one: (-len(one), one)))
    )


@cache
def _splitter() -> re.Pattern[str]:
    words = {form for use in ("credit", "both", "shot", "told") for form in _forms(use)}
    # 文 and 摄 are names' characters too: they count only where they stand apart, and pad no name (李 文); but 摄 that
    # ends a credit took the picture (谷 穗 摄).
    alone = [word for word in words if len(word) == 1]
    longer = _alternatives([word for word in words if len(word) > 1])
    return re.compile(
        rf"({longer}|(?<![{HAN}])(?<![^{HAN}][{HAN}]\s)(?:{_alternatives(alone)})(?![{HAN}])|(?<=[{HAN}])摄$|(?<=[{HAN}]\s)摄$)"
    )


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def cut_word(left: str, right: str) -> bool:
    """Say whether a credit breaks off before the names: with a word that names follow, or within one (通|讯员)."""
    before = _unspaced(left.strip())
    return any(
        before.endswith(word[:at]) and right.startswith(word[at:]) and len(right) > len(word) - at
        for word in _forms("credit")
        for at in range(1, len(word) + 1)
        if len(word) > 1
    )


@lru_cache(maxsize=4096)
def parse_credits(text: str) -> tuple[Byline, ...] | None:
    """Return who is credited by `text`, all of which must be credits; None if it is something else."""
    parts = [part.strip(" \t\r\n\u3000\u00a0、，,:：/／|·-") for part in _splitter().split(_tight(text.strip()))]
    out: list[Byline] = []
    role: str | None = None
    seen_word = False
    since = 0
    both_first = len(parts) > 1 and not parts[0] and parts[1] in _forms("both")
    for at, part in enumerate(parts):
        if at % 2 == 0:
            names = split_names(part) if part else []
            if names is None:
                return None
            out += [Byline(name, role if role is not None else "") for name in names]
            continue
        seen_word = True
        followed = bool(parts[at + 1]) if at + 1 < len(parts) else False
        out, role, since = _word(part, out, role, since, followed=followed)
    if not seen_word or not any(one.role for one in out):
        return None
    credited = [one for one in out if one.role]
    if both_first:
        # 文/图 本报记者 王涛: said of all names to come.
        credited += [Byline(one.name, "摄影") for one in credited]
    return tuple(_distinct(credited))


def parse_names(text: str, *, words: bool = True) -> tuple[Byline, ...] | None:
    """Return who signed with names alone, a surname before each (王涛 李建军); None if something else stands there.

    Where other things stand too, a name must not be one of the dictionary's `words` (高考, 金融).
    """
    names = split_names(_tight(text.strip()))
    if not names or not all(may_sign(name, words=words) for name in names):
        return None
    return tuple(_distinct([Byline(name, _SIGNED) for name in names]))


def may_sign(name: str, *, words: bool = True) -> bool:
    """Say whether a name has a surname, is no longer than names are, and, if `words` are not, no word."""
    compound = name[:2] in COMPOUND_SURNAMES
    if not words and tag(name) not in _NAMES:
        return False
    return len(name) <= _LONGEST_UNDOTTED - (not compound) and (compound or name[0] in _surnames())


def surname_pattern() -> str:
    """Return a regular expression of surnames, those of two characters first."""
    return f"{'|'.join(sorted(COMPOUND_SURNAMES))}|[{''.join(sorted(one for one in _surnames() if len(one) == 1))}]"


def is_role(text: str) -> bool:
    """Say whether a text is nothing but a word that names follow."""
    return "".join(text.split()) in _forms("credit")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in read_table("surnames"))


def _word(
    word: str, out: list[Byline], role: str | None, since: int, *, followed: bool
) -> tuple[list[Byline], str | None, int]:
    """Take one word of a byline: it opens a role for the names to come, or says something of those before."""
    if word in _forms("credit") and (followed or word not in _forms("shot")):
        return out, _forms("credit")[word], since
    before = out[since:]
    if word in _forms("shot"):
        out = out[:since] + [Byline(one.name, "摄影") for one in before]
    elif word in _forms("both"):
        written = [Byline(one.name, one.role or "记者") for one in before]
        out = out[:since] + written + [Byline(one.name, "摄影") for one in before]
    return out, role, len(out)


def _distinct(bylines: list[Byline]) -> list[Byline]:
    return list(dict.fromkeys(bylines))


def _tight(text: str) -> str:
    """Return `text` with a name that a line break cut made whole; a break between two names stays a space."""

    def join(found: re.Match[str]) -> str:
        left, right = found.group(1), found.group(2)
        name = _splitter().split(left)[-1]
        one = len(name) + len(right) < _LONGEST_UNDOTTED or (len(right) == 1 and len(name) < _LONGEST_UNDOTTED)
        return left + (right if one else f" {right}")

    text = _broken_word().sub(lambda found: "".join(found.group().split()), _unspaced(text))
    text = _BROKEN_AT_DOT.sub(r"\1", text)
    # What a space pads (向 阳) is a name of its own.
    return re.sub(rf"([{HAN}]+)[^\S\n]*\r?\n\s*(?![{HAN}] [{HAN}](?![{HAN}]))([{HAN}]+)", join, text)


def _unspaced(text: str) -> str:
    """Return a letter-spaced text (记 者   王 涛   李 敏) without the spaces in its words."""
    spaced = _LETTER_SPACED.fullmatch(text) is not None and _BETWEEN_WORDS in text
    return _SPACE_WITHIN.sub("", text) if spaced else text


def split_names(text: str) -> list[str] | None:
    """Return the names in `text`, padded ones (侯 静) made whole; None if something in it is no name."""
    tokens = [token for token in re.split(r"[\s、，,/／|]+", text) if token]
    if len(tokens) == _SPACED_NAME and all(len(token) == 1 for token in tokens):
        tokens = ["".join(tokens)]
    names: list[str] = []
    single = ""
    for token in tokens:
        if single:
            names.append(single + token)
            single = ""
        elif len(token) == 1:
            if names and names[-1] in COMPOUND_SURNAMES:
                names[-1] += token
            else:
                single = token
        else:
            names.append(token)
    if single or any(not _NAME.fullmatch(name) or _is_no_name(name) for name in names):
        return None
    return names


def _is_no_name(name: str) -> bool:
    return _no_names().match(name) is not None


@cache
def _no_names() -> re.Pattern[str]:
    """Return what a name does not begin with (采访手记), or, if it is one character, is not."""
    words = [*_forms("not_a_name")]
    longer = _alternatives([word for word in words if len(word) > 1])
    return re.compile(rf"{longer}|(?:{_alternatives([word for word in words if len(word) == 1])})$")

"""The grammar of events, read from `ontology/lexicon/`: what evokes one, who has which part, what it calls itself."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.outlines import expand
from kg.values import value
from ontology import read_table

CLAUSE_ENDS = "，；：,;:"
_CLAUSE_START = "(?:^|(?<=[，；。：,;:\n]))"
# A noun that goes on (会议精神, 会议室) does not name the happening itself.
_NOT_NAMED = (
    "(?!的|前(?![沿瞻列])|精神|室|中心|部署(?=[，。；和及、要]|$)|要求|成果|期间|代表|主席|会员|议|见|谈(?!会)|晤|诊|员|长|计|展|的?筹备|服务"
    "|场馆|纪念|目|气|假|约|奏|俗)"
)


def clause_start(text: str, left: int, right: int, marks: str = CLAUSE_ENDS) -> int:
    """Return where the clause begins that goes up to `right`: behind the last of the marks, `left` if there is none."""
    return max(left, *(text.rfind(mark, left, right) + 1 for mark in marks))


@value
class Trigger:
    """A line of `event_triggers.tsv`."""

    kind: str
    cues: tuple[str, ...]
    form: re.Pattern[str]
    before: str
    after: str
    body: str
    object: str
    needs: str
    confidence: float
    rank: int


@value
class Grammar:
    """All tables of the event grammar, compiled."""

    triggers: tuple[Trigger, ...]
    by_cue: dict[str, tuple[Trigger, ...]]
    cue_words: re.Pattern[str]
    hidden: dict[str, tuple[str, ...]]
    """Cues that one scan passes over behind a longer one: within it, or begun in its tail."""
    roles: dict[str, tuple[str, str]]
    role_verbs: re.Pattern[str]
    nouns: dict[str, str]
    ends_in_noun: re.Pattern[str]

    def cues_in(self, text: str) -> list[str]:
        """Return the cues that stand in `text`, in order of the table."""
        found = set(self.cue_words.findall(text))
        found |= {cue for long in found for cue in self.hidden[long] if cue in text}
        return [cue for cue in self.by_cue if cue in found]

    def kind_named(self, text: str) -> str | None:
        """Return the kind of happening that `text` ends in the name of (贯通仪式 is a ceremony), or None."""
        match = self.ends_in_noun.search(text)
        return self.nouns[match[1]] if match else None


def any_of(words: list[str]) -> str:
    """Return a pattern for any of the words, the longest first; those that begin alike share their beginning."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[:1], []).append(word[1:])
    whole = "" in rests  # a word may end here
    branches = [re.escape(first) + (any_of(tails) if tails != [""] else "") for first, tails in rests.items() if first]
    if len(branches) == 1 and not whole:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if whole else ''}"


def _hides(cue: str, other: str) -> bool:
    """Say whether a scan that takes `cue` may pass over `other`."""
    return other in cue or any(other.startswith(cue[at:]) for at in range(1, len(cue)))


def _groups(nouns: list[dict[str, str]]) -> dict[str, list[str]]:
    """Return the nouns that each macro stands for."""
    groups: dict[str, list[str]] = {}
    for row in nouns:
        if row["group"] != "-":
            groups.setdefault(f"{{{row['group']}}}", []).append(row["noun"])
    return groups


def _trigger(row: dict[str, str], macros: dict[str, str], groups: dict[str, list[str]], rank: int) -> Trigger:
    form = row["form"]
    if form.startswith("(?P<topic>{X}"):
        form = _CLAUSE_START + form
    blank = {"-": ""}
    return Trigger(
        row["kind"],
        tuple(word for cue in row["cue"].split("|") for word in groups.get(cue, [cue])),
        re.compile(expand(form, macros)),
        blank.get(row["before"], row["before"]),
        blank.get(row["after"], row["after"]),
        blank.get(row["body"], row["body"]),
        blank.get(row["object"], row["object"]),
        blank.get(row["needs"], row["needs"]),
        float(row["confidence"]),
        rank,
    )


@cache
def grammar() -> Grammar:
    """Return the compiled grammar; the tables are read once."""
    nouns = read_table("event_nouns")
    groups = _groups(nouns)
    macros = {name: f"(?:{any_of(words)}){_NOT_NAMED}" for name, words in groups.items()}
    triggers = tuple(_trigger(row, macros, groups, rank) for rank, row in enumerate(read_table("event_triggers")))
    by_cue: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        for cue in trigger.cues:
            by_cue.setdefault(cue, []).append(trigger)
    roles = {
        row["verb"]: (row["before"].replace("-", ""), row["after"].replace("-", ""))
        for row in read_table("event_roles")
    }
    kinds = {row["noun"]: row["kind"] for row in nouns}
    return Grammar(
        triggers,
        {cue: tuple(found) for cue, found in by_cue.items()},
        re.compile(any_of(list(by_cue))),
        {cue: tuple(other for other in by_cue if other != cue and _hides(cue, other)) for cue in by_cue},
        roles,
        re.compile(any_of(list(roles))),
        kinds,
        re.compile(f"({any_of(list(kinds))})$"),
    )

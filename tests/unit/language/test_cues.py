"""A pattern's cues are read off the pattern, and looking for them first finds the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import appointments, persons, places
from kg.extract import event_offices, event_people, measurement_topics, outlines
from kg.extract.programme_patterns import shapes
from kg.language.cues import Cued, Tail, cues_of

MODULES = (appointments, persons, places, event_offices, event_people, measurement_topics, outlines)
CUED = [one for module in MODULES for one in vars(module).values() if isinstance(one, Cued)] + [*shapes().values()]


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        ("(?:铁路|核电站|电站)开工", (("开工",), ("电站", "铁路"))),
        ("“[^“”]+”(?=项目|工程)", (("工程", "项目"), ("“",), ("”",))),
        ("(?<=[，。])(?:等)?(?:[一-龥]{0,4}?)出席", (("出席",), ("。", "，"))),
        ("(?:甲|乙*)丙?", ()),
        ("(?!甲)[^乙](?<!丙)", ()),
        ("(?P<name>甲乙){2,3}|丙丁", (("丙丁", "甲乙"),)),
    ],
)
def test_cues_are_the_words_that_a_match_must_have(pattern: str, cues: tuple[tuple[str, ...], ...]) -> None:
    """What may be missing, repeated never or stand only in a negative look around is no cue; the most telling first."""
    assert cues_of(pattern) == cues


def test_patterns_that_are_looked_for_in_whole_texts_have_cues() -> None:
    """A pattern without them would gain nothing."""
    assert CUED
    assert [one.pattern.pattern for one in CUED if not one.cues] == []


@pytest.mark.parametrize("cued", CUED, ids=lambda one: str(one.pattern.pattern[:24]))
@settings(max_examples=4)
@given(data=st.data())
def test_what_a_pattern_matches_holds_its_cues(cued: Cued, data: st.DataObject) -> None:
    """No text is passed over in which the pattern matches."""
    text = data.draw(st.from_regex(cued.pattern))
    assert cued.may_be_in(text)
    assert [m.span() for m in cued.finditer(text)] == [m.span() for m in re.finditer(cued.pattern, text)]


@pytest.mark.parametrize(
    "pattern", ["(?:达到?|(?<!确)实?有|约[，。]?)了*$", "[^甲]乙?$", "(?:甲|(?=乙)丙?)$", "^甲$", "(?:到了)*$"]
)
@given(text=st.text("达到了确实有约，。甲乙丙\n", max_size=8), start=st.integers(0, 4), short=st.integers(0, 3))
def test_how_a_text_ends_is_told_as_by_the_pattern_alone(pattern: str, text: str, start: int, short: int) -> None:
    """Whichever characters the pattern may end in, however long it is, and whatever stands before the stretch."""
    end = max(0, len(text) - short)
    ours, plain = Tail(pattern).search(text, start, end), re.compile(pattern).search(text, start, end)
    assert (ours and ours.span()) == (plain and plain.span())


def test_what_may_match_before_the_end_is_no_tail() -> None:
    """It could end in anything."""
    for pattern in ("甲$|乙", "甲|乙$", ""):
        with pytest.raises(ValueError, match="before the end"):
            Tail(pattern)

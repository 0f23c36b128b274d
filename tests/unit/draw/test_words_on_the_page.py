"""Captions, sentences and words: what a reader reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocabulary as v
from kg.draw import words as w
from kg.draw.captions import wrap
from kg.draw.pages import to_json
from kg.draw.sentences import context, tidy
from kg.draw.styles import STYLES


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (v.EventKind, w.EVENT_WORDS),
        (v.Role, w.ROLE_WORDS),
        (v.Status, w.STATUS_WORDS),
        (v.Modality, w.MODALITY_WORDS),
        (v.ProgrammeKind, w.PROGRAMME_WORDS),
        (v.GroupRelation, w.GROUP_WORDS),
        (v.TieRelation, w.TIE_WORDS),
        (v.Comparator, w.COMPARATOR_WORDS),
        (v.Change, w.CHANGE_WORDS),
        (v.PlaceLevel, w.LEVEL_WORDS),
        (v.PlaceUse, w.PLACE_USE_WORDS),
    ],
)
def test_every_kind_has_its_word(kinds: type[v.StrEnum], words: dict[str, str]) -> None:
    """No English key of a closed set reaches a Chinese page."""
    assert {str(kind) for kind in kinds} == words.keys()


def test_every_drawn_kind_has_its_look() -> None:
    """Colour and shape together tell the kinds apart."""
    assert STYLES.keys() == w.NODE_WORDS.keys()
    assert len({(style.shape, style.fill) for style in STYLES.values()}) == len(STYLES)


@given(st.text(max_size=80))
def test_a_caption_stays_small(text: str) -> None:
    """At most three lines of thirteen characters, whatever the name."""
    lines = wrap(text)
    assert 1 <= len(lines) <= 3
    assert all(len(line) <= 13 for line in lines)


def test_a_caption_is_broken_evenly() -> None:
    """Two lines of like length read better than a full one and a rest; what is cut off is shown as cut."""
    assert wrap("青峦市人力资源和社会保障局局长") == ["青峦市人力资源和", "社会保障局局长"]
    assert wrap("长" * 60)[-1].endswith("…")


def test_the_sentence_ends_at_its_stops() -> None:
    """A reader sees one sentence, not the page."""
    text = "上一句。市长贺清禾赴沧宁市考察。下一句。"
    start = text.index("贺清禾")
    assert context(text, start, start + 3) == ("市长", "赴沧宁市考察。")


def test_a_quote_with_its_stop_takes_nothing_more() -> None:
    """The next sentence does not belong to it."""
    text = "甲说。乙说。丙说。"
    assert context(text, 3, 6) == ("", "")


def test_a_long_run_is_cut_and_says_so() -> None:
    """A list without a stop is shown in part."""
    text = "名" * 500
    before, after = context(text, 240, 250)
    assert before.startswith("…")
    assert after.endswith("…")


def test_what_the_page_broke_is_joined() -> None:
    """Line ends and letter-spacing of the page are not the sentence's."""
    assert tidy("市 委\n常委会\r\n 会议 2021 年") == "市委常委会会议2021年"
    assert tidy("Belt and Road") == "Belt and Road"


@given(st.text())
def test_data_cannot_leave_its_element(text: str) -> None:
    """No character that could close the element or open another stands in the data."""
    assert not set(to_json({"name": text})) & set("<>&\u2028\u2029")

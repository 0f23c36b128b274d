"""Sentences are spans that lose no visible character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.sentences import LONGEST, find_sentences


@given(st.text(alphabet="市长说，。！？；：”』\n a1", max_size=60))
def test_no_visible_character_is_lost(text: str) -> None:
    """Every character but white space stands in exactly one sentence, in order."""
    inside = [at for span in find_sentences(text) for at in range(span.start, span.end)]
    assert inside == sorted(set(inside))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(inside)


def test_a_sentence_ends_behind_its_closing_quote() -> None:
    """“好。”他说。 is cut behind the quotation mark."""
    text = "“好。”他说，对。"
    assert [text[s.start : s.end] for s in find_sentences(text)] == ["“好。”", "他说，对。"]


def test_what_has_no_stop_for_pages_is_cut_after_a_comma() -> None:
    """A table of a thousand names on one line is no sentence, and must not cost the square of its length."""
    for text in ("市长到会，" * 1000 + "完。", "字" * (3 * LONGEST)):
        spans = find_sentences(text)
        assert max(span.end - span.start for span in spans) <= LONGEST
        assert "".join(text[s.start : s.end] for s in spans) == text
    assert all(s.end % 5 == 0 for s in find_sentences("市长到会，" * 1000))

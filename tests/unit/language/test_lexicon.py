"""Words found in a text: the leftmost and longest, without overlap, however they are looked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.language.lexicon import Lexicon, find_each
from kg.language.words import cut, longest, tag


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=6, unique=True), st.text("甲乙丙丁"))
def test_a_few_words_are_found_as_a_lexicon_finds_them(words: list[str], text: str) -> None:
    """Nothing is built for them, and the same is found."""
    in_lexicon = [(start, end) for start, end, _ in Lexicon(dict.fromkeys(words, 1)).find(text)]
    assert list(find_each(words, text)) == in_lexicon


def test_the_longest_word_that_begins_somewhere_is_found_with_its_tag() -> None:
    """One character is no word, and what no word begins with gives nothing."""
    assert longest("他说北京市很大", 2) == ("北京市", tag("北京市"))
    assert longest("北", 0) == longest("，北京", 0) == longest("北京", 2) == ("", "")


@given(st.text("中华人民共和国务院长江大桥头堡", max_size=12))
def test_no_longer_word_begins_there(text: str) -> None:
    """Words of up to five characters are told, as each of them is."""
    word, kind = longest(text, 0)
    known = [text[:end] for end in range(2, 6) if end <= len(text) and tag(text[:end])]
    assert (word, kind) == ((known[-1], tag(known[-1])) if known else ("", ""))
    assert "".join(cut(text)) == text

"""What has the form of a name, and what has not."""

from __future__ import annotations

import pytest

from kg.language.name_form import form_of, sureness


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("李晓明", "han"),
        ("欧阳文博", "han"),
        ("克拉斯诺夫", "foreign"),
        ("费尔南多·瓦纳", "dotted"),
        ("原野", "word"),
        ("在南非", ""),
        ("简短交谈", ""),
        ("十余年来首次", ""),
        ("华侨委", ""),
        ("古巴", ""),
    ],
)
def test_the_form_of_a_stretch(name: str, form: str) -> None:
    """A phrase, a country and a body have no form of a name; an ordinary word is known as one."""
    assert form_of(name) == form


def test_an_everyday_title_wants_a_boundary() -> None:
    """代表 alone leads to a name only where something that bounds names follows it."""
    text = "李晓明的话"
    free = frozenset[int]()
    assert sureness("李晓明，", 3, free, "李晓明", foreign=False, weak=True, listed=False) > 0.9
    assert sureness("应该，", 2, free, "应该", foreign=False, weak=True, listed=False) == 0
    assert sureness(text, 3, free, "李晓明", foreign=False, weak=False, listed=False) > 0.5


def test_a_foreign_name_is_not_cut() -> None:
    """Where characters of transliteration go on, the name read so far is none."""
    text = "祖拉比什维利说"
    assert sureness(text, 3, frozenset(), "祖拉比", foreign=True, weak=False, listed=False) == 0

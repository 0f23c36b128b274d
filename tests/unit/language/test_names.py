"""Where a name ends is weighed; these are the cases where one piece of evidence decides."""

from __future__ import annotations

import pytest

from kg.language.names import read_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("刘璇聆听宣讲", "刘璇"),
        ("姚高员在会上", "姚高员"),
        ("任京川带领", "任京川"),
        ("吴星一行", "吴星"),
        ("司徒明朗出席", "司徒明朗"),
        ("扎西平措主持", "扎西平措"),
        ("阿不都拉·买合木提出席", "阿不都拉·买合木提"),
        ("何 宽与客商", "何宽"),
        ("闫 如山介绍", "闫如山"),
        ("安德烈耶夫表示", "安德烈耶夫"),
        ("丰年和12名队员", "丰年"),
    ],
)
def test_a_name_ends_where_the_evidence_says(text: str, name: str) -> None:
    """What follows is a word of its own, and a name holds no such word."""
    found = read_name(text, 0, foreign="安德" in text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["李某被立案", "张先生说", "、没有名字", "出席会议"])
def test_nobody_is_read(text: str) -> None:
    """An anonymised name, a mark, or a verb where a name could stand is nobody."""
    found = read_name(text, 0)
    assert found is None or found.score < 0.6

"""What is made of the lines of an article."""

from __future__ import annotations

import pytest

from kg.segment.making import _within_word


@pytest.mark.parametrize(
    ("left", "right", "broken"),
    [
        ("全县机械工业主要经", "济指标稳步增长", True),
        ("市长走访12", "345热线平台", True),
        ("建校75周", "年座谈会举行", True),
        ("高晓东带队赴丁县考察学习", "基层代表联络站建设", False),
        ("抢抓工期提速度", "城市建设换新颜", False),
    ],
)
def test_a_headline_broken_within_a_word_is_joined_without_a_space(left: str, right: str, *, broken: bool) -> None:
    """A word or number that goes on over the line's end shows that it was wrapped there, not set in two lines."""
    assert _within_word(left, right) is broken

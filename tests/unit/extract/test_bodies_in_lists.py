"""Bodies named one behind the other: whose place the second one is of, and what is none."""

from __future__ import annotations

import pytest

from kg.annotate import annotate
from kg.extract.context import complete
from kg.ids import text_sha256
from kg.page import Article, Metadata, Page, Span, Text


def bodies(text: str, place: str | None = "三门峡市") -> list[str]:
    """Return the completed names of a text's bodies."""
    meta = Metadata("某某日报", "2022-06-15", place)
    page = Page("page.txt", text, text_sha256(text), meta, "object", "a", None)
    article = Article("a", page, meta, None, Text.of(text), (Span(0, len(text)),))
    return [body.name for body in complete(annotate(article)).bodies]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("灵宝市委、市政府印发通知。", ["灵宝市委", "灵宝市政府"]),
        ("灵宝市委印发通知，市政府落实。", ["灵宝市委", "三门峡市政府"]),
        ("卢氏县应急管理局、市场监管局联合检查。", ["卢氏县应急管理局", "卢氏县市场监管局"]),
        ("卢氏县教育局、市公安局联合检查。", ["卢氏县教育局", "三门峡市公安局"]),
        ("市委、市政府印发通知。", ["三门峡市委", "三门峡市政府"]),
        ("市委财经委员会召开会议。", ["三门峡市委财经委员会"]),
        ("全国政协召开双周协商会。", ["全国政协"]),
    ],
)
def test_a_body_in_a_list_is_of_the_place_of_the_one_before(text: str, names: list[str]) -> None:
    """Right behind a body with its place, 市政府 is that city's and 人社局 that county's; elsewhere the paper's."""
    assert bodies(text) == names

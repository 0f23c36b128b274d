"""Datelines: the words with which a report says where it comes from and when (本报讯, 新华社北京4月12日电)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.repair import one_to_one

if TYPE_CHECKING:
    from kg.page import Article

_HAN = "\u4e00-\u9fff"
_DATELINE = re.compile(
    rf"[■□◆●○]?(?P<said>(?:本\s*[报報网刊台]|据?(?:新华社|中新社|中新网|人民网|新华网)|[{_HAN}]{{2,8}}(?:日报|晚报|晨报|时报|新报|新闻网))"
    rf"[{_HAN}0-9０-９、\s]{{0,24}}?(?:专?电|[讯訊]))(?=[（(\s{_HAN}“《：:0-9]|$)"
)
_BEFORE = 60
"""Characters before a body in which its dateline stands, byline included."""


def find_dateline(article: Article) -> str | None:
    """Return the dateline of an article, without the white space in it: what opens its body or was cut before it."""
    body = article.body
    found = _DATELINE.match(body.text)
    if found is None and body.text:
        start = body.starts[0]
        line = article.page.raw[max(0, start - _BEFORE) : start].rsplit("\n", 1)[-1].lstrip()
        found = _DATELINE.match(one_to_one(line))
    return "".join(found["said"].split()) if found else None

"""Numbers: a growth that follows from its two values and one that does not, in a county and its city; ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import CITY, COUNTY, DAILY

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("series", {}),
    ("series", {"indicator": "粮食产量", "about": "白石县", "unit": "吨"}),
    ("series", {"from": "2023", "to": "2023-12"}),
    ("across_places", {}),
    ("across_places", {"indicator": "粮食产量", "within": "晋川省", "unit": "吨"}),
    ("across_places", {"level": "county", "from": "2022"}),
    ("largest_changes", {}),
    ("largest_changes", {"change": "decline", "indicator": "粮食"}),
    ("largest_changes", {"about": "白石县"}),
    ("indicators", {}),
    ("indicators", {"indicator": "粮食", "min_times": "2"}),
    ("indicators", {"about": "青峦市"}),
    ("revisions", {}),
    ("revisions", {"about": "青峦护工", "indicator": "培训"}),
    ("growth_check", {}),
    ("growth_check", {"indicator": "粮食产量", "about": "青峦市", "tolerance": "0.5"}),
)

_TEXT = (
    "白石县粮食产量110吨，同比增长10%。青峦市粮食产量540吨，同比下降5%。上年白石县粮食产量100吨，青峦市粮食产量600吨。"
    "白石县蔬菜产量约70吨。"
)


def tell(story: Story) -> None:
    """Add the harvests of two years: the county's growth is right, the city's should be a decline of ten per cent."""
    article = story.article("k9e4", "两县秋粮", "2023-10-20", DAILY, text=_TEXT)
    for about, value, former, change, share, quotes in (
        (COUNTY, 110.0, 100.0, "growth", 10.0, ("白石县粮食产量110吨", "白石县粮食产量100吨", "同比增长10%")),
        (CITY, 540.0, 600.0, "decline", 5.0, ("青峦市粮食产量540吨", "青峦市粮食产量600吨", "同比下降5%")),
    ):
        now = story.number(value, "吨", "粮食产量", about, "2023")
        before = story.number(former, "吨", "粮食产量", about, "2022")
        word = {"growth": "粮食产量同比增长", "decline": "粮食产量同比下降"}[change]
        rate = story.number(share, "%", word, about, "2023", change=change, base="2022")
        for fact, quote in zip((now, before, rate), quotes, strict=True):
            story.cite(fact, article, quote)
    undated: dict[str, None] = dict.fromkeys(("earliest", "latest", "date_text", "end_text", "precision"))
    greens = story.number(70.0, "吨", "蔬菜产量", COUNTY, "2023", **{**undated, "comparator": "~"})
    story.cite(greens, article, "白石县蔬菜产量约70吨")

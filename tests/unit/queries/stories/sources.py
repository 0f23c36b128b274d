"""Sources: an event that both papers report; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import EVENING, MAYOR_TENURE, TALKS

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("evidence", {}),
    ("evidence", {"about": "青峦市商务局"}),
    ("evidence", {"about": "沧宁晚报", "from": "2021", "to": "2021"}),
    ("evidence", {"about": "顾长汀"}),
    ("support", {}),
    ("support", {"fact": MAYOR_TENURE}),
    ("support", {"fact": "陶景行会见考察团", "from": "2021-04-13"}),
    ("left_out", {}),
    ("left_out", {"source": "青峦日报"}),
    ("left_out", {"source": "沧宁晚报", "other": "青峦日报"}),
    ("left_out", {"source": "青峦日报", "other": "沧宁晚报", "to": "2021-06", "min_confidence": "0.85"}),
    ("articles_on", {}),
    ("articles_on", {"on": "2021-04-12"}),
    ("articles_on", {"source": "沧宁晚报", "from": "2023"}),
    ("reported_by", {}),
    ("reported_by", {"reporter": "纪小满", "source": "青峦日报", "to": "2021-06"}),
    ("reporters", {}),
    ("reporters", {"reporter": "江一帆"}),
    ("papers", {}),
    ("papers", {"source": "沧宁晚报", "from": "2021"}),
    ("coverage", {}),
    ("coverage", {"person": "白若溪"}),
)


def tell(story: Story) -> None:
    """Let the evening paper report the talks too, and one thing more."""
    article = story.article(
        "g7c1",
        "青峦客人来访",
        "2021-04-13",
        EVENING,
        "记者 温如许",
        text="沧宁市市长陶景行会见了青峦客人。青峦市考察团参观港口。",
    )
    story.cite(TALKS, article, "陶景行会见了青峦客人")
    harbour = story.event("青峦市考察团参观港口", "visit", "2021-04-10", "2021-04-10", "参观港口")
    story.cite(harbour, article, "青峦市考察团参观港口", confidence=0.8)

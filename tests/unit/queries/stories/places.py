"""Places: ways to ask; the fixture graph, as the other topics tell it on, says enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("chronicle", {}),
    ("chronicle", {"place": "白石县", "from": "2021", "to": "2021"}),
    ("chronicle", {"place": "青峦市"}),
    ("chronicle", {"place": "晋川省", "from": "2021-04", "to": "2021-04", "min_confidence": "0.8"}),
    ("officials", {}),
    ("officials", {"place": "晋川省"}),
    ("officials", {"place": "青峦市", "post": "市长", "from": "2021", "to": "2021"}),
    ("events_by_month", {}),
    ("events_by_month", {"place": "沧宁市", "kinds": "visit,talks"}),
    ("events_by_month", {"place": "晋川省", "from": "2021-04-01"}),
    ("events", {}),
    ("events", {"place": "晋川省", "kinds": "visit,signing"}),
    ("events", {"topic": "商务", "from": "2022-11", "to": "2022-11"}),
    ("most_visited", {}),
    ("most_visited", {"place": "晋川省", "to": "2021-12"}),
    ("institutions", {}),
    ("institutions", {"place": "青峦市"}),
    ("divisions", {}),
    ("divisions", {"place": "晋川省", "level": "prefecture"}),
)


def tell(story: Story) -> None:
    """Add nothing."""
    assert story.nodes

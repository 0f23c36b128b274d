"""Quality: a page whose date was inferred, one that says nothing, a stranger at a meeting; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import DAILY, MEETING

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("doubts", {}),
    ("doubts", {"reason": "two holders of one seat"}),
    ("two_holders", {}),
    ("two_holders", {"body": "青峦市政府"}),
    ("two_holders", {"place": "青峦市", "from": "2023", "to": "2023-02"}),
    ("crossed_bounds", {}),
    ("crossed_bounds", {"from": "2023-02-20", "min_confidence": "0.5"}),
    ("low_confidence", {}),
    ("low_confidence", {"label": "Measurement", "below": "0.65"}),
    ("low_confidence", {"label": "Tenure", "below": "0.95", "from": "2023"}),
    ("namesakes", {}),
    ("namesakes", {"name": "贺清禾"}),
    ("unresolved", {}),
    ("unresolved", {"label": "Person"}),
    ("rejections", {}),
    ("rejections", {"reason": "plan", "from": "2021-12", "to": "2021"}),
    ("silent_articles", {}),
    ("silent_articles", {"source": "青峦日报", "from": "2022"}),
    ("inferred_metadata", {}),
    ("inferred_metadata", {"what": "published,place", "to": "2022-10"}),
)


def tell(story: Story) -> None:
    """Add what an honest account of a graph must show."""
    article = story.article("h8d1", "秋日青峦", "2022-09-01", DAILY, text="桂花开了。数字未详的一项。")
    story.reject(article, "number without unit", "数字未详的一项")
    node = next(node for node in story.nodes if node.id == article)
    node.props["inferred"] = ["published", "source"]
    stranger = story.node("Person", "司徒望")
    story.link("PARTICIPATED", stranger, MEETING, role="participant", position=9, as_written="司徒望")
    rival, seat = story.node("Person", "段知微"), story.body("青峦市供销社", "enterprise", None)
    director = story.office(seat, "主任", single_seat=True)
    namesake = story.node("Person", "段知微", key="again")
    for person, first_day, last_day in ((rival, "2022-09-01", "2022-10-01"), (namesake, "2022-09-15", "2022-09-20")):
        found = story.tenure(
            person,
            director,
            ["holds"],
            key=person,
            first_seen=first_day,
            last_seen=last_day,
            latest_begin=first_day,
            earliest_end=last_day,
        )
        story.derive("HOLDS", person, director, found, earliest=first_day, latest=last_day)

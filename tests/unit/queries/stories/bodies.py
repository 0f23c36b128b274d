"""Bodies: an office of which nothing but the name of its former holder is known; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import BUREAU, DAILY, LIN

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("roster", {}),
    ("roster", {"body": "青峦市政府", "on": "2022-05-01"}),
    ("vacancies", {}),
    ("vacancies", {"body": "青峦市政府", "on": "2023-03-01"}),
    ("vacancies", {"place": "青峦市", "post": "副市长", "on": "2022-01-01"}),
    ("vacancies", {"place": "沧宁市", "on": "2021-01-01"}),
    ("renamings", {}),
    ("renamings", {"body": "青峦市商务局"}),
    ("renamings", {"place": "青峦地区"}),
    ("subordinates", {}),
    ("subordinates", {"body": "青峦市政府"}),
    ("offices", {}),
    ("offices", {"body": "青峦市政府"}),
    ("offices", {"place": "沧宁市", "from": "2021", "to": "2021"}),
    ("leaders", {}),
    ("leaders", {"body": "青峦市政府"}),
    ("leaders", {"place": "青峦市", "post": "书记", "to": "2021"}),
    ("activity", {}),
    ("activity", {"body": "青峦市委", "kinds": "meeting"}),
)


def tell(story: Story) -> None:
    """Add a team below the bureau, and a deputy director who is only ever called former."""
    team = story.body("青峦市商务局执法队", "department", None)
    story.link("PART_OF", team, BUREAU)
    deputy = story.office(BUREAU, "副局长", single_seat=False)
    story.office(team, "队长", single_seat=True)
    article = story.article("f6b1", "回望商务十年", "2022-10-10", DAILY, text="市商务局原副局长林知远参加座谈。")
    found = story.tenure(LIN, deputy, ["former"], latest_end="2022-10-10")
    story.cite(found, article, "市商务局原副局长林知远", status="former", on="2022-10-10", on_text="2022-10-10")

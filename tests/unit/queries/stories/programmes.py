"""Programmes: a project that promises places of work, keeps one promise and leaves another open; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import CARERS, COUNTY, DAILY

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("outcomes", {}),
    ("programmes", {}),
    ("programmes", {"kind": "construction_project", "place": "白石县"}),
    ("programmes", {"body": "青峦市商务局", "to": "2021"}),
    ("headcounts", {}),
    ("headcounts", {"programme": "青峦护工", "from": "2021"}),
    ("headcounts", {"place": "白石县"}),
    ("progress", {}),
    ("progress", {"programme": "白石产业园项目", "from": "2023-06"}),
    ("progress", {"place": "白石县"}),
    ("promises", {}),
    ("promises", {"indicator": "吸纳", "about": "白石产业园项目"}),
    ("promises", {"from": "2023-03", "to": "2023-03"}),
    ("groups", {}),
    ("groups", {"group": "护工", "relation": "trains"}),
    ("groups", {"place": "白石县"}),
    ("investments", {}),
    ("investments", {"programme": "白石产业园项目", "kind": "construction_project"}),
    ("investments", {"place": "白石县", "from": "2023"}),
)

_PLAN = "白石产业园项目总投资3000万元，今年计划吸纳就业200人、护工50人，拟引进企业12家。"
_DONE = "白石产业园项目今年吸纳就业185人，完成投资1200万元。"


def tell(story: Story) -> None:
    """Add a plan of March and a report of December."""
    plan = story.article("m1f5", "白石产业园开工", "2023-03-01", DAILY, text=_PLAN)
    done = story.article("n2a6", "白石产业园一年间", "2023-12-20", DAILY, text=_DONE)
    dates = {
        "earliest": "2023-01-01",
        "latest": "2023-12-31",
        "date_text": "2023",
        "end_text": None,
        "precision": "year",
    }
    park = story.fact("Programme", "白石产业园项目", kind="construction_project", articles=2, **dates)
    story.link("RUN_BY", park, COUNTY)
    story.link("SET_IN", park, COUNTY)
    story.link("SERVES", park, CARERS, relation="employs", value=50.0, unit="人", date_text="2023")
    story.cite(park, plan, "白石产业园项目总投资3000万元")
    story.cite(park, done, "白石产业园项目今年吸纳就业185人")
    for value, unit, indicator, article, quote in (
        (3e7, "元", "总投资", plan, "总投资3000万元"),
        (200.0, "人", "计划吸纳就业", plan, "今年计划吸纳就业200人"),
        (12.0, "家", "拟引进企业", plan, "拟引进企业12家"),
        (185.0, "人", "吸纳就业", done, "今年吸纳就业185人"),
        (1.2e7, "元", "完成投资", done, "完成投资1200万元"),
    ):
        story.cite(story.number(value, unit, indicator, park, "2023"), article, quote)

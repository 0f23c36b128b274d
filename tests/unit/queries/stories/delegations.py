"""Delegations: a second journey to the same city, a return visit, and a minister from abroad; and ways to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.fixture_rows import BAI, CITY, DAILY, GOVERNMENT, HALL, HE, OTHER_CITY, OTHER_GOVERNMENT, TAO, TEAM

if TYPE_CHECKING:
    from tests.unit.storyteller import Story

CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("visits", {}),
    ("delegations", {}),
    ("delegations", {"body": "青峦市政府", "place": "沧宁市"}),
    ("delegations", {"person": "白若溪", "from": "2021"}),
    ("entourage", {}),
    ("entourage", {"companion": "白若溪", "min_times": "2"}),
    ("hosts", {}),
    ("hosts", {"host": "陶景行", "guest": "青峦市考察团"}),
    ("hosts", {"place": "青峦市"}),
    ("flows", {}),
    ("flows", {"sender": "青峦市", "place": "沧宁市"}),
    ("flows", {"level": "prefecture", "kinds": "visit"}),
    ("repeat_visits", {}),
    ("repeat_visits", {"person": "白若溪", "place": "沧宁市"}),
    ("destinations", {}),
    ("destinations", {"level": "province"}),
    ("destinations", {"person": "陶景行", "place": "青峦市", "kinds": "visit"}),
    ("sites", {}),
    ("sites", {"place": "沧宁市", "person": "白若溪"}),
    ("abroad", {}),
    ("abroad", {"sender": "青峦市", "place": "西阑国"}),
    ("foreign_guests", {}),
    ("foreign_guests", {"host": "陶景行", "country": "西阑国"}),
)

_TEXT = (
    "6月1日，市长贺清禾率市商务局局长白若溪再赴沧宁市，参观沧宁会展中心。6月3日，沧宁市市长陶景行回访青峦市，白若溪接待。"
    "7月，贺清禾访问西阑国。8月9日，陶景行会见西阑国商务部部长沙伦。"
)


def tell(story: Story) -> None:
    """Add an article about journeys of 2022; one of them is dated to the month only, one has no date."""
    article = story.article("g7c2", "两市往来日密", "2022-09-01", DAILY, text=_TEXT)
    again = story.event("贺清禾再赴沧宁市", "visit", "2022-06-01", None, "会展、物流合作")
    story.take_part(again, (HE, "leader", "市长贺清禾"), (BAI, "participant", "市商务局局长白若溪"))
    story.link("HAPPENED_AT", again, OTHER_CITY, **{"as": "area"})
    story.link("HAPPENED_AT", again, HALL, **{"as": "site"})
    story.cite(again, article, "6月1日，市长贺清禾率市商务局局长白若溪再赴沧宁市")
    back = story.event("陶景行回访青峦市", "visit", "2022-06-03", None, "回访")
    story.take_part(back, (TAO, "leader", "沧宁市市长陶景行"), (BAI, "host", "白若溪"))
    story.link("HAPPENED_AT", back, CITY, **{"as": "area"})
    story.cite(back, article, "沧宁市市长陶景行回访青峦市，白若溪接待")
    _tell_of_abroad(story, article)
    undated = story.event("考察团走访沧宁市", "inspection", None, None, "走访", earliest=None, latest=None)
    story.take_part(undated, (TEAM, "participant", "考察团"), (GOVERNMENT, "participant", "青峦市"))
    story.link("HAPPENED_AT", undated, OTHER_CITY, **{"as": "area"})
    story.cite(undated, article, "两市往来日密", part="headline")
    for office, held in ((HE, "市长贺清禾"), (TAO, "沧宁市市长陶景行"), (BAI, "市商务局局长白若溪")):
        tenure = next(link.target for link in story.links if link.type == "HAS_TENURE" and link.source == office)
        story.cite(tenure, article, held, status="holds", on="2022-09-01", on_text="2022-09-01")


def _tell_of_abroad(story: Story, article: str) -> None:
    country = story.place("西阑国", None, "country", None)
    ministry = story.body("西阑国商务部", "department", country)
    minister = story.office(ministry, "部长", single_seat=True)
    guest = story.node("Person", "沙伦")
    tenure = story.tenure(guest, minister, ["holds"], first_seen="2022-09-01", last_seen="2022-09-01")
    story.cite(tenure, article, "西阑国商务部部长沙伦", status="holds", on="2022-09-01", on_text="2022-09-01")
    journey = story.event(
        "贺清禾访问西阑国",
        "visit",
        "2022-07",
        None,
        "访问",
        earliest="2022-07-01",
        latest="2022-07-31",
        precision="month",
    )
    story.take_part(journey, (HE, "leader", "贺清禾"))
    story.link("HAPPENED_AT", journey, country, **{"as": "area"})
    story.cite(journey, article, "贺清禾访问西阑国")
    talks = story.event("陶景行会见沙伦", "talks", "2022-08-09", None, "会见")
    story.take_part(talks, (TAO, "host", "陶景行"), (guest, "participant", "西阑国商务部部长沙伦"))
    story.link("HAPPENED_AT", talks, OTHER_CITY, **{"as": "area"})
    story.cite(talks, article, "陶景行会见西阑国商务部部长沙伦")
    story.derive("MET", min(TAO, guest), max(TAO, guest), talks, earliest="2022-08-09", latest="2022-08-09")
    story.link("SENT_BY", story.node("Delegation", "沧宁市代表团"), OTHER_GOVERNMENT)

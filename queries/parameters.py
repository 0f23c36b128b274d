"""Parameters that several questions take, under one name and one meaning each."""

from __future__ import annotations

from queries.question import Kind, Parameter

FACTS = ("Tenure", "Event", "Programme", "Measurement", "Tie")
ANYTHING = (
    "Person", "Organization", "Office", "Place", "Delegation", "Group", "Article", "Source", *FACTS,
)  # fmt: skip


def thing(name: str, label: str, title_zh: str, title_en: str, example: str) -> Parameter:
    """Return a parameter that takes the name or the id of something of one label."""
    return Parameter(name, Kind.THING, title_zh, title_en, example, labels=(label,))


PERSON = thing("person", "Person", "人物", "A person, by name or id.", "贺清禾")
OTHER_PERSON = thing("other", "Person", "另一人物", "Another person, by name or id.", "方既白")
BODY = thing("body", "Organization", "机构", "An organisation, by name or id.", "青峦市政府")
OFFICE = thing("office", "Office", "职位", "An office, by name or id.", "青峦市政府市长")
PLACE = thing("place", "Place", "地方", "A place, by name or id.", "青峦市")
OTHER_PLACE = thing("other_place", "Place", "另一地方", "Another place, by name or id.", "沧宁市")
PROGRAMME = thing("programme", "Programme", "项目", "A programme, by name or id.", "青峦护工")
SOURCE = thing("source", "Source", "来源", "A paper, by name or id.", "青峦日报")
ABOUT = Parameter("about", Kind.THING, "关于", "Anything, by name or id.", "贺清禾", labels=ANYTHING)

REPORTER = Parameter("reporter", Kind.TEXT, "记者", "Part of a byline.", "纪小满")
POST = Parameter("post", Kind.TEXT, "职务", "The function alone, as in 市长.", "市长")
ON = Parameter("on", Kind.DATE, "某日", "The day asked about; without it every tenure is listed.", "2021-04-12")
ON_DAY = Parameter("on", Kind.DATE, "某日", "The day asked about; without it any day.", "2021-04-12")
INDICATOR = Parameter("indicator", Kind.TEXT, "指标", "Part of the indicator or group.", "培训")
KINDS = Parameter("kinds", Kind.LIST, "活动类别", "Kinds of event, between commas.", "visit,talks", scheme="event-kind")
EVENT_TOPIC = Parameter("topic", Kind.TEXT, "主题", "Part of what it was about.", "商务")
STATUSES = Parameter("statuses", Kind.LIST, "状态", "Statuses, between commas.", "appointed,removed", scheme="status")
MIN_TIMES = Parameter("min_times", Kind.INTEGER, "最少次数", "Together at least so often.", "2", "1")

FROM = Parameter("from", Kind.DATE, "自", "Not before this day, month or year.", "2021")
TO = Parameter("to", Kind.DATE, "至", "Not after this day, month or year.", "2023-12", end_of_period=True)
MIN_CONFIDENCE = Parameter(
    "min_confidence", Kind.NUMBER, "最低置信度", "Confidence of at least this, 0 to 1.", "0.8", "0"
)
LIMIT = Parameter("limit", Kind.INTEGER, "行数上限", "At most so many rows.", "20", "100")
COMMON = (FROM, TO, MIN_CONFIDENCE, LIMIT)
"""What every question about facts takes, at its end."""

"""Delegations and visits: who travelled where, with whom, received by whom."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("delegations", "出访考察", "Delegations and visits")

_SENDER = p.thing("sender", "Place", "派出地", "The place they come from, by name or id.", "青峦市")
_VISITED = p.thing("place", "Place", "到访地", "The place they go to, by name or id.", "沧宁市")
_COMPANION = p.thing("companion", "Person", "随行者", "Who goes along, by name or id.", "白若溪")
_LEVEL = Parameter(
    "level",
    Kind.TEXT,
    "层级",
    "Count by province, prefecture, county …; empty: as written.",
    "province",
    scheme="place-level",
)
_KINDS = Parameter("kinds", Kind.LIST, "类别", "visit, inspection or both.", "visit", scheme="event-kind")
_AGAIN = Parameter("min_times", Kind.INTEGER, "最少次数", "At least so often.", "3", "2")
_ANYBODY = ("Person", "Organization", "Delegation")
_HOST = Parameter("host", Kind.THING, "主方", "Who receives, by name or id.", "陶景行", labels=_ANYBODY)
_GUEST = Parameter("guest", Kind.THING, "来宾", "Who is received, by name or id.", "青峦市考察团", labels=_ANYBODY)
_COUNTRY = p.thing("country", "Place", "国家", "The guest's country, by name or id.", "西阑国")

_SPAN = (c.text("since", "最早", "Date of the first."), c.text("until", "最近", "Date of the last."))
_TRAVELLER = c.text("traveller", "前往者", "A person, delegation or body that went.")
_TRAVELLER_ID = c.text("traveller_id", "前往者编号", "The traveller's id.")
_PLACE = c.text("place", "地方", "The division visited.")
_PLACE_ID = c.text("place_id", "地方编号", "The place's id.")
_TOPIC = c.text("topic", "主题", "What it was about.")
_KIND = c.text("kind", "类别", "Kind of event: visit (to another jurisdiction), inspection, talks …")
_HOSTS = c.texts("received_by", "接待", "Who received them.")
_VISITORS = c.texts("visitors", "到访者", "Who went.")

QUESTIONS = (
    Question(
        TOPIC,
        "visits",
        "考察调研",
        "Visits and inspections",
        "谁去了哪里，同行者谁，由谁接待？",
        "Who went where, with whom, received by whom?",
        (p.PERSON, p.BODY, p.PLACE, *p.COMMON),
        (
            *c.WHEN,
            c.text("kind", "类别", "visit (to another jurisdiction) or inspection."),
            _TRAVELLER,
            c.count("position", "次序", "The order in which the text names them."),
            c.text("role", "角色", "The part played."),
            _PLACE,
            c.texts("sites", "点位", "The stops."),
            c.texts("companions", "同行", "Who else went."),
            _HOSTS,
            _TOPIC,
            _TRAVELLER_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "delegations",
        "代表团名单",
        "Members of delegations",
        "哪个团由谁派出，成员依次是谁，去了哪里？",
        "Who travelled in which delegation, in the order named?",
        (p.PERSON, p.BODY, _VISITED, *p.COMMON),
        (
            c.text("date", "日期", "The day, month or year, as far as the text determines it."),
            _KIND,
            c.text("delegation", "代表团", "The delegation."),
            c.count("position", "次序", "The order in which the text names its members."),
            c.text("person", "成员", "A member; empty where the text names none."),
            c.text("role", "角色", "leader or member."),
            c.texts("sent_by", "派出机构", "The bodies that sent it."),
            c.texts("places", "到访地", "Where it went or was received."),
            _HOSTS,
            c.text("delegation_id", "代表团编号", "The delegation's id."),
            c.PERSON_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "entourage",
        "随行人员",
        "Who travels with whom",
        "某人出行时谁常随行，排名多前？",
        "Who goes along when somebody travels, and named how high?",
        (
            p.PERSON,
            _COMPANION,
            Parameter("min_times", Kind.INTEGER, "最少次数", "At least so often.", "2", "1"),
            *p.COMMON,
        ),
        (
            c.text("person", "带队者", "Who leads."),
            c.text("companion", "随行者", "Who goes along."),
            c.count("times", "次数", "Visits and inspections together."),
            c.count("position", "最前次序", "The highest place at which the companion is named."),
            c.texts("places", "地方", "Where they went."),
            *_SPAN,
            c.PERSON_ID,
            c.text("companion_id", "随行者编号", "The companion's id."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "hosts",
        "接待",
        "Who received whom",
        "谁接待过谁，多少次？",
        "Who received whom, how often?",
        (_HOST, _GUEST, p.PLACE, *p.COMMON),
        (
            c.text("host", "主方", "Who received."),
            c.text("guest", "来宾", "Who was received; in talks, the other side."),
            c.count("times", "次数", "How often."),
            c.texts("kinds", "类别", "visit, inspection, talks."),
            c.texts("places", "地方", "Where."),
            *_SPAN,
            c.text("host_id", "主方编号", "The host's id."),
            c.text("guest_id", "来宾编号", "The guest's id."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "flows",
        "往来流向",
        "Flows between places",
        "各地之间考察往来有多少？",
        "From which places do how many go where?",
        (_SENDER, _VISITED, _LEVEL, _KINDS, *p.COMMON),
        (
            c.text("sender", "派出地", "Seat of the body or office they travel for, as the same articles say."),
            c.text("visited", "到访地", "The place visited."),
            c.count("visits", "次数", "Visits and inspections."),
            c.count("travellers", "人数", "Persons, delegations and bodies that went."),
            *_SPAN,
            c.text("sender_id", "派出地编号", "Id of the place they come from."),
            c.text("visited_id", "到访地编号", "Id of the place visited."),
            *c.TAIL,
        ),
        whole=True,
    ),
    Question(
        TOPIC,
        "repeat_visits",
        "多次到访",
        "Repeat visits",
        "谁多次去过同一地方？",
        "Who came back to the same place, how often?",
        (p.PERSON, _VISITED, _AGAIN, *p.COMMON),
        (
            _TRAVELLER,
            _PLACE,
            c.count("times", "次数", "Visits and inspections there."),
            c.texts("dates", "日期", "When."),
            c.texts("topics", "主题", "What they were about."),
            *_SPAN,
            _TRAVELLER_ID,
            _PLACE_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "destinations",
        "到访最多的地方",
        "Most visited places",
        "哪些地方被考察得最多？",
        "Which places are visited most, by whom?",
        (p.PERSON, _VISITED, _LEVEL, _KINDS, *p.COMMON),
        (
            _PLACE,
            c.text("level", "层级", "Its level: country, province, prefecture, county …"),
            c.count("visits", "次数", "Visits and inspections."),
            c.count("travellers", "人数", "How many went."),
            _VISITORS,
            *_SPAN,
            _PLACE_ID,
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "sites",
        "考察点位",
        "Stops of visits",
        "来宾看了哪些企业、村庄、展馆？",
        "Which enterprises, villages and halls are shown to visitors?",
        (p.PERSON, _VISITED, *p.COMMON),
        (
            c.text("site", "点位", "The stop."),
            c.texts("places", "地方", "The divisions visited on the same occasions."),
            c.count("visits", "次数", "How often."),
            _VISITORS,
            *_SPAN,
            c.text("site_id", "点位编号", "The site's id."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "abroad",
        "出访",
        "Journeys to other countries",
        "谁出访了哪个国家？",
        "Who travelled to which other country?",
        (p.PERSON, _SENDER, _VISITED, *p.COMMON),
        (
            *c.WHEN,
            _TRAVELLER,
            c.texts("seated_in", "来自", "Where the traveller's offices or senders are."),
            c.text("country", "国家", "The country visited."),
            _TOPIC,
            _TRAVELLER_ID,
            c.text("country_id", "国家编号", "The country's id."),
            *c.TAIL,
        ),
    ),
    Question(
        TOPIC,
        "foreign_guests",
        "会见外宾",
        "Guests from other countries",
        "谁会见了哪国来宾？",
        "Who received guests from which other country?",
        (_HOST, _GUEST, _COUNTRY, *p.COMMON),
        (
            c.text("date", "日期", "The day, month or year, as far as the text determines it."),
            c.text("host", "主方", "Who met the guest, elsewhere than in the guest's country."),
            c.text("guest", "来宾", "The guest."),
            c.texts("offices", "职务", "Offices that the guest holds in that country."),
            c.text("country", "国家", "The guest's country."),
            c.texts("places", "地方", "Where they met."),
            c.text("host_id", "主方编号", "The host's id."),
            c.text("guest_id", "来宾编号", "The guest's id."),
            *c.TAIL,
        ),
    ),
)
